//! Whoever was merged is told kindly where to go on, and nobody else learns of it.

use accounts::service::{self, NewPerson};
use kernel::{Actor, Via, transact};
use testkit::database::Engine;
use tests::{PASSWORD, TestApp};
use views::Lang;

use super::{email, guest, merge};
use crate::journeys::letters;

const NAMES: [&str; 4] = ["実例", "よしお", "ジツレイ", "ヨシオ"];
const GO_ON: &str = "もう一つのメールアドレスでログインしてください";

#[tokio::test(flavor = "multi_thread")]
async fn only_who_knows_the_password_is_told_to_use_the_other_address() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let (double, into) = (app.member("花子").await, app.member("はなこ").await);
        let [lost, stays] = [&double, &into].map(|browser| browser.person.unwrap());
        let [old, new] = [email(&app, lost).await, email(&app, stays).await];
        assert_eq!(merge(&reception, lost, stays).await.status, 303);

        let visitor = app.visitor();
        let sign_in = async |email: &str, password: &str| {
            let fields = [("email", email), ("password", password)];
            visitor.post("/sign-in", &fields).await
        };
        let right = sign_in(&old, PASSWORD).await;
        assert_eq!(right.status, 409, "{engine:?}");
        right.shows(GO_ON);
        right.hides(&new);
        let wrong = sign_in(&old, "何かほかの合言葉").await;
        assert_eq!(wrong.status, 422);
        wrong.hides("もう一つの");
        assert_eq!(sign_in(&new, PASSWORD).await.location, "/mypage");

        // A new password or a new registration is answered by a letter with the same words.
        visitor.post("/reset", &[("email", old.as_str())]).await;
        let mut fields = super::registration(NAMES, "").to_vec();
        fields.push(("email", old.as_str()));
        visitor.post("/sign-up", &fields).await;
        let all = letters(&app).await;
        let own: Vec<_> = all.iter().filter(|one| one.to == old).collect();
        assert_eq!(own.len(), 3, "{engine:?}");
        for letter in own {
            assert!(letter.subject.contains("ご登録をまとめました"));
            assert!(!letter.text.contains(&new), "{}", letter.text);
        }
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_invited_the_double_opens_the_account_of_who_stays() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let into = guest(&reception, NAMES, "").await;
        let new = NewPerson {
            names: accounts::rules::Names {
                family_name: "実例".to_owned(),
                given_name: "ヨシオ".to_owned(),
                family_kana: "ジツレイ".to_owned(),
                given_kana: "ヨシオ".to_owned(),
            },
            telephone: String::new(),
            email: "yoshio@demo.example".to_owned(),
            lang: Lang::Ja,
        };
        let system = Actor::system(Via::Cli);
        let double = transact(&app.app.db, system, &app.clock, async |work| {
            service::register_guest(work, new).await
        })
        .await
        .unwrap();
        let invited = letters(&app).await.pop().unwrap();
        let (_, link) = invited.text.split_once("/links/").unwrap();
        let link = format!("/links/{}", link.split_whitespace().next().unwrap());
        assert_eq!(merge(&reception, double, into).await.status, 303);
        let opened = app
            .visitor()
            .post(&link, &[("password", PASSWORD), ("again", PASSWORD)])
            .await;
        assert_eq!(opened.status, 303, "{engine:?} {}", opened.text);
        assert_eq!(email(&app, into).await, "yoshio@demo.example");
        app.run_tasks().await;
        app.finish().await;
    }
}
