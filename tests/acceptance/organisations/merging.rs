//! Two organisations that are one: merged, and nothing is lost.

use bookings::entity::booking_rule::Period;
use organisations::entity::{OrganisationId, application::State, organisation};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{
    COMPANY, GRANTED, PDF, YOUNG_COMPANY, answer, apply, category, grant, id_of, row, state, with,
};
use crate::{
    acts::{self, Form, input, made},
    terms::at_most,
};

async fn a_double_is_merged_into_what_is_registered(engine: Engine) {
    let app = TestApp::start(engine).await;
    let reception = app.staff().await;
    let (one, other) = (app.member("花子").await, app.member("太郎").await);
    let first = apply(&one).await;
    grant(&reception, first).await;
    let again = with(&COMPANY, &[("name", "（株）見本製作所")]);
    let second = id_of(&other.post_papers("/applications", &again, &[PDF]).await);
    let [into, double] = [
        row(&app, first).await.organisation_id.unwrap(),
        row(&app, second).await.organisation_id.unwrap(),
    ];
    let path = format!("/counter/organisations/{double}/merge");
    let look = format!("{path}?into={into}");
    reception
        .get(&format!("/counter/applications/{second}"))
        .await
        .shows(&look);
    let page = reception.get(&look).await;
    page.shows("見本 太郎");
    page.shows("見本 花子");
    let into_text = into.to_string();
    let fields = [("into", into_text.as_str())];
    assert_eq!(other.post(&path, &fields).await.status, 403);
    // Not the other way round: what stays must be registered.
    let backwards = format!("/counter/organisations/{into}/merge");
    let wrong = reception
        .post(&backwards, &[("into", &double.to_string())])
        .await;
    assert_eq!(wrong.status, 409);
    assert_eq!(reception.post(&path, &fields).await.status, 303);
    assert_eq!(reception.post(&path, &fields).await.status, 404);

    let (db, today) = (app.app.db.reader(), app.clock.now().date());
    for person in [one.person.unwrap(), other.person.unwrap()] {
        let acts = organisations::read::represented(db, person, today)
            .await
            .unwrap();
        assert_eq!((acts[0].id, acts[0].category), (into, YOUNG_COMPANY));
        // Whatever still names the double reads as the one that stays.
        let same = organisations::read::category(db, person, Some(double), today).await;
        assert_eq!(same.unwrap(), YOUNG_COMPANY);
        assert!(
            organisations::read::represents(db, person, double)
                .await
                .unwrap()
        );
    }
    let names = organisations::read::names(db, vec![double]).await.unwrap();
    assert_eq!(names[&double], "株式会社見本製作所");
    reception
        .get(&format!("/counter/organisations/{double}"))
        .await
        .shows("見本 太郎");
    // The application still waits, now as a renewal of the one that stays.
    other
        .get(&format!("/applications/{second}"))
        .await
        .shows("審査を待っています");
    assert_eq!(state(&app, second).await, State::Submitted);
    let done = answer(&reception, second, "1", &GRANTED).await;
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(category(&app, second).await, YOUNG_COMPANY);
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_is_merged_into_what_is_registered_on_sqlite() {
    a_double_is_merged_into_what_is_registered(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_is_merged_into_what_is_registered_on_postgres() {
    a_double_is_merged_into_what_is_registered(Engine::Postgres).await;
}

/// A company that is registered as the form of an application says, with some fields otherwise.
pub(super) async fn registered(
    app: &TestApp,
    member: &Browser,
    fields: &[(&str, &str)],
) -> OrganisationId {
    let sent = with(&COMPANY, fields);
    let id = id_of(&member.post_papers("/applications", &sent, &[PDF]).await);
    grant(&app.staff().await, id).await;
    row(app, id).await.organisation_id.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_both_have_booked_counts_together_and_is_told_beforehand() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        acts::rule(&app, &at_most(2, Period::Month)).await;
        let (one, other) = (app.member("花子").await, app.member("太郎").await);
        let reception = app.staff().await;
        let into = registered(&app, &one, &[]).await;
        let double = registered(&app, &other, &[("corporate_number", "")]).await;
        let books = async |who: &Browser, organisation: OrganisationId, day: &str| {
            let form = Form::new(app.fixture.desks, "13:00", "15:00").with("date", day);
            let form = form.with("organisation", &organisation.to_string());
            form.send(who).await
        };
        made(&books(&one, into, "2026-12-15").await);
        for day in ["2026-12-16", "2026-12-17"] {
            made(&books(&other, double, day).await);
        }
        let path = format!("/counter/organisations/{double}/merge");
        let look = reception.get(&format!("{path}?into={into}")).await;
        look.shows("これから2件・全部で2件");
        look.shows("合わせると、予約のきまりを超えます");
        look.shows("1か月に予約できるのは2件までです");
        let stays = into.to_string();
        let done = reception.post(&path, &[("into", &stays)]).await;
        assert_eq!(done.status, 303, "{}", done.text);

        // The second of the one that stays, and a form that still names the double.
        for (who, organisation) in [(&one, into), (&other, double)] {
            let refused = books(who, organisation, "2026-12-18").await;
            assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
            refused.shows("1か月に予約できるのは2件までです");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_begins_with_what_stayed_and_the_number_is_not_lost() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (one, other) = (app.member("花子").await, app.member("太郎").await);
        let reception = app.staff().await;
        let into = registered(&app, &one, &[]).await;
        let elsewhere = [
            ("name", "実例商店"),
            ("kana", "ジツレイショウテン"),
            ("corporate_number", ""),
            ("address", "目黒区実例町9-9-9"),
        ];
        app.clock.advance(chrono::TimeDelta::minutes(5));
        let double = registered(&app, &other, &elsewhere).await;
        let path = format!("/counter/organisations/{double}/merge");
        let stays = into.to_string();
        let done = reception.post(&path, &[("into", &stays)]).await;
        assert_eq!(done.status, 303, "{}", done.text);

        let form = one.get(&format!("/applications/new?renew={into}")).await;
        for field in ["name", "corporate_number", "address"] {
            let (_, own) = COMPANY.iter().find(|(name, _)| *name == field).unwrap();
            assert_eq!(input(&form, field), *own, "{engine:?}");
        }
        form.shows("株式会社見本製作所");
        let renewed = with(&COMPANY, &[("renew", &stays), ("corporate_number", "")]);
        let again = id_of(&one.post_papers("/applications", &renewed, &[PDF]).await);
        grant(&reception, again).await;
        let kept = organisation::Entity::find_by_id(into)
            .one(app.app.db.reader())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(kept.corporate_number.as_deref(), Some("7000012050002"));
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn neighbours_do_not_hide_the_one_of_the_same_name() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (one, other) = (app.member("花子").await, app.member("太郎").await);
        let own = [("corporate_number", "")];
        let far = [
            ("name", "有限会社実例製作所"),
            ("kana", "ワワワ"),
            ("address", "目黒区実例町9-9-9"),
            ("telephone", "03-0000-9999"),
        ];
        registered(&app, &one, &with(&own, &far)).await;
        let names: Vec<String> = "甲乙丙丁戊己庚辛壬癸子"
            .chars()
            .map(|c| format!("{c}山商店"))
            .collect();
        for (at, name) in names.iter().enumerate() {
            let telephone = format!("03-0000-{at:04}");
            let near = [
                ("name", name.as_str()),
                ("kana", "アアア"),
                ("telephone", telephone.as_str()),
            ];
            registered(&app, &one, &with(&own, &near)).await;
        }
        let new = [
            ("name", "株式会社実例製作所"),
            ("kana", "ジツレイ"),
            ("corporate_number", ""),
            ("telephone", "０３－０００１－００００"),
        ];
        let sent = with(&COMPANY, &new);
        let id = id_of(&other.post_papers("/applications", &sent, &[PDF]).await);
        let page = app
            .staff()
            .await
            .get(&format!("/counter/applications/{id}"))
            .await;
        page.shows("似た登録が10件あります");
        page.shows("03-0001-0000");
        let at = |text: &str| page.text.find(text).unwrap_or(usize::MAX);
        assert!(at("有限会社実例製作所") < at("所在地が同じ"), "{engine:?}");
        page.shows("名称が同じ");
        app.run_tasks().await;
        app.finish().await;
    }
}
