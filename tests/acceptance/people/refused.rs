//! Who is not merged, and why not; then nothing has changed.

use accounts::entity::person;
use kernel::Role;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use testkit::database::Engine;
use tests::TestApp;

use super::{guest, merge, merged_into};
use crate::acts::Rows;

const NAMES: [&str; 4] = ["実例", "よしお", "ジツレイ", "ヨシオ"];

#[tokio::test(flavor = "multi_thread")]
async fn who_cannot_be_merged_stays_and_is_told_why() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let member = app.member("花子").await.person.unwrap();
        let manager = app.manager().await.person.unwrap();
        let both = app.someone("館長", &[Role::Manager, Role::Reception]).await;
        let both = both.person.unwrap();
        let known = guest(&reception, NAMES, "").await;
        let erased = guest(&reception, NAMES, "").await;
        person::ActiveModel {
            id: Set(erased),
            erased_at: Set(Some(app.clock.now())),
            ..Default::default()
        }
        .update(app.app.db.outside_transactions())
        .await
        .unwrap();
        let own = reception.person.unwrap();
        let before = Rows::of(&app).await;
        for (double, into, status, words) in [
            (known, known, 409, "同じ登録です"),
            (known, erased, 409, "すでに統合されたか、消去されています"),
            (known, own, 403, "ご自分の登録は統合できません"),
            (own, both, 403, "ご自分の登録は統合できません"),
            (member, known, 409, "残す登録を入れ替えてください"),
            (manager, member, 409, "残る登録にない役割があります"),
            (both, manager, 409, "残る登録にない役割があります"),
        ] {
            let refused = merge(&reception, double, into).await;
            assert_eq!(refused.status, status, "{engine:?} {words}");
            refused.shows(words);
            assert_eq!(merged_into(&app, double).await, None, "{words}");
        }
        // The page says so before anybody presses a button.
        let page = format!("/counter/people/{manager}/merge?into={member}");
        let page = reception.get(&page).await;
        page.shows("残る登録にない役割があります");
        page.hides("統合する</button>");
        let nobody = kernel::PersonId(uuid::Uuid::nil());
        let unknown = merge(&reception, known, nobody).await;
        assert_eq!(unknown.status, 422);
        unknown.shows("残す登録を選んでください");
        assert_eq!(merge(&reception, erased, known).await.status, 404);
        assert_eq!(Rows::of(&app).await, before, "{engine:?}");

        // A manager may become one who is manager and receptionist.
        assert_eq!(merge(&reception, manager, both).await.status, 303);
        let again = merge(&reception, manager, both).await;
        assert_eq!(again.status, 409, "{}", again.text);
        again.shows("すでに統合されたか、消去されています");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_two_open_applications_one_is_answered_first() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let mut people = Vec::new();
        for name in ["花子", "はなこ"] {
            let member = app.member(name).await;
            let fields = [
                ("as", "individual"),
                ("locality", "outside"),
                ("stage", "settled"),
                ("postal_code", "1530000"),
                ("address", "目黒区見本町一丁目2番3号"),
                ("telephone", "03-0000-0000"),
            ];
            let applied = member.post_papers("/applications", &fields, &[]).await;
            assert_eq!(applied.status, 303, "{engine:?} {}", applied.text);
            people.push((member.person.unwrap(), applied.location));
        }
        let [(double, application), (into, _)] = people.as_slice() else {
            panic!("two applied");
        };
        let refused = merge(&reception, *double, *into).await;
        assert_eq!(refused.status, 409);
        refused.shows("先にどちらかに回答してください");
        assert_eq!(merged_into(&app, *double).await, None);
        let id = application.rsplit('/').next().unwrap();
        let answer = [
            ("decision", "refuse"),
            ("answer", "重なっているため"),
            ("version", "1"),
        ];
        let path = format!("/counter/applications/{id}/review");
        assert_eq!(reception.post(&path, &answer).await.status, 303);
        assert_eq!(merge(&reception, *double, *into).await.status, 303);
        app.run_tasks().await;
        app.finish().await;
    }
}
