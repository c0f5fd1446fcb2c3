//! A question that hangs on a question that hangs on a question.

use testkit::database::Engine;
use tests::{Answer, Browser};

use super::{super::Taught, answers, but};
use crate::consultations::{after, led};

/// Who would like child care says how many, and who names two or more says who brings them.
const CHAIN: [(&str, &str); 7] = [
    ("question-5-kind", "choice"),
    ("question-5-options", "1人\n2人以上"),
    ("question-6-kind", "line"),
    ("question-6-text", "付き添う方"),
    ("question-6-required", "on"),
    ("question-6-when", "５"),
    ("question-6-when_is", "2人以上"),
];

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_asked_the_first_is_asked_none_that_hangs_on_it() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &CHAIN).await;
        let who = centre.app.member("花子").await;
        let missing = answers(&who, &id, &but(&[("answer-5", "2")])).await;
        assert_eq!(missing.status, 422, "{engine:?}");
        missing.shows("質問6に答えてください");
        let otherwise = but(&[("answer-4", "no"), ("answer-5", "2"), ("answer-6", "祖母")]);
        let own = led(&answers(&who, &id, &otherwise).await);
        let page = who.get(&own).await;
        for not_asked in ["お子さんの人数", "付き添う方", "祖母", "未回答"] {
            page.hides(not_asked);
        }
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

/// Somebody is entered at the counter with these answers; the page on which the rest is answered.
async fn entered(centre: &Taught, id: &str, given: &[(&str, &str)]) -> (Browser, String, Answer) {
    let who = centre.app.member("花子").await;
    let person = who.person.unwrap().to_string();
    let mut fields = vec![("person", person.as_str()), ("mode", "here")];
    fields.extend(given);
    let list = format!("/counter/seminars/{id}/people");
    led(&centre.coordinator.post(&list, &fields).await);
    let mine = who.get("/mypage/seminars").await;
    let form = format!("/enrolments/{}/answers", after(&mine, "/enrolments/"));
    let page = who.get(&form).await;
    (who, form, page)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_completed_is_asked_as_the_whole_chain_says() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &CHAIN).await;
        for (given, five, six) in [
            (&[][..], true, true),
            (&[("answer-4", "no")][..], false, false),
            (&[("answer-4", "yes")], true, true),
            (&[("answer-4", "yes"), ("answer-5", "1")], false, false),
            (&[("answer-4", "yes"), ("answer-5", "2")], false, true),
        ] {
            let (_, _, page) = entered(&centre, &id, given).await;
            let offers = |name: &str| page.text.contains(&format!("name=\"{name}\""));
            let found = (offers("answer-5"), offers("answer-6"));
            assert_eq!(found, (five, six), "{engine:?} {given:?}");
        }
        let (who, form, _) = entered(&centre, &id, &[]).await;
        let rest = but(&[("answer-5", "2"), ("answer-6", "祖母")]);
        led(&who.post(&form, &rest).await);
        let page = who.get(&form).await;
        page.shows("祖母");
        page.hides("未回答");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
