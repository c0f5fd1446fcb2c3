//! A button that is pressed twice, and a connection that breaks before the answer.

use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::task::JoinSet;

use super::{agency, agreed, id, talked};
use crate::{acts::input, council::council, organisations::with};

const MEMBER: [(&str, &str); 3] = [
    ("name", "見本 太郎"),
    ("seat", "member"),
    ("valid_from", "2026-04-01"),
];

/// Sends a form four times at once, by the name it carries; where they lead.
async fn pressed(
    app: &TestApp,
    browser: &Browser,
    to: &str,
    fields: &[(&str, &str)],
) -> Vec<String> {
    let mut race = JoinSet::new();
    for _ in 0..4 {
        let browser = app.signed_in(browser.person.unwrap()).await;
        let to = to.to_owned();
        let fields: Vec<(String, String)> = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        race.spawn(async move {
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (&**name, &**value))
                .collect();
            browser.post(&to, &fields).await
        });
    }
    let answers: Vec<Answer> = race.join_all().await;
    for answer in &answers {
        assert_eq!(answer.status, 303, "{}", answer.text);
    }
    let mut led: Vec<String> = answers.into_iter().map(|answer| answer.location).collect();
    led.sort_unstable();
    led.dedup();
    led
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_comes_more_than_once_is_one_entry_agreement_or_member() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let ward = app.ward().await;
        let partner = agency(&ward, "見本信用金庫").await;
        let (agreed, talked) = (agreed(id(&partner)), talked(id(&partner)));
        let forms: [(&str, &[(&str, &str)], _); 2] = [
            ("/agreements", &agreed, ("name", "新しい協定")),
            ("/coordination", &talked, ("subject", "次の相談会")),
        ];
        for (path, fields, other) in forms {
            let form = ward.get(&format!("{path}/new")).await;
            let once = input(&form, "once");
            let fields = with(fields, &[("once", &once)]);
            let led = pressed(&app, &ward, path, &fields).await;
            assert_eq!(led.len(), 1, "{engine:?} {led:?}");
            // Back to the form, and on with other words: that is meant.
            let next = ward.post(path, &with(&fields, &[other])).await;
            assert_eq!(next.status, 303, "{engine:?} {}", next.text);
            assert!(!led.contains(&next.location), "{engine:?} {path}");
        }

        let council = council(&ward, "見本産業交流会議").await;
        let form = ward.get(&format!("{council}/members/new")).await;
        let once = input(&form, "once");
        // What was wrong is not kept: the form goes on under its name.
        let wrong = [("name", ""), ("once", once.as_str())];
        let wrong = ward
            .post(&format!("{council}/members"), &with(&MEMBER, &wrong))
            .await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        assert_eq!(input(&wrong, "once"), once, "{engine:?}");
        let fields = with(&MEMBER, &[("once", &once)]);
        pressed(&app, &ward, &format!("{council}/members"), &fields).await;
        let page = ward.get(&council).await.text;
        assert_eq!(page.matches("見本 太郎").count(), 1, "{engine:?} {page}");
        app.run_tasks().await;
        app.finish().await;
    }
}
