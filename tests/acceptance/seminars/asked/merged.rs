//! Two registrations of one person become one: what either of them answered stays with the place that is kept.

use testkit::database::Engine;
use tests::Browser;

use super::{
    super::{Taught, merged::merges},
    ANSWERS, PDF, answers, but,
};
use crate::consultations::led;

/// Somebody who enrolled without answering, and the same once more with answers, a paper and a need.
async fn twice(centre: &Taught, id: &str, first: &[(&str, &str)]) -> [(Browser, String); 2] {
    let bare = centre.app.member("花子").await;
    let person = bare.person.unwrap().to_string();
    let list = format!("/counter/seminars/{id}/people");
    let mut fields = vec![("person", person.as_str()), ("mode", "here")];
    fields.extend(first);
    led(&centre.manager.post(&list, &fields).await);
    let mine = bare.get("/mypage/seminars").await;
    let kept = format!(
        "/enrolments/{}",
        crate::consultations::after(&mine, "/enrolments/")
    );
    let full = centre.app.member("はな子").await;
    let mut fields = vec![("mode", "here"), ("needs", "筆談")];
    fields.extend(ANSWERS);
    let path = format!("/seminars/{id}/enrolments");
    let paper = [("answer-6", "計画.pdf", PDF)];
    let left = led(&full.post_named(&path, &fields, &paper).await);
    [(bare, kept), (full, left)]
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_with_the_place_that_is_given_up_goes_over() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let [(bare, kept), (full, _)] = twice(&centre, &id, &[]).await;
        bare.get(&kept).await.shows("未回答4件");
        merges(&centre, &full, &bare).await;
        let page = bare.get(&kept).await;
        for said in ["焼き菓子の店", "半年以内", "計画.pdf", "同意した", "筆談"] {
            page.shows(said);
        }
        page.hides("未回答");
        let paper = bare.get(&format!("{kept}/answers/6")).await;
        assert_eq!(paper.status, 200, "{engine:?}");
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        // Whoever asks for it has all of it erased.
        let why = [("why", "ご本人の求め")];
        let erasure = format!("{kept}/answers/erasure");
        led(&centre.manager.post(&erasure, &why).await);
        let list = format!("/counter/seminars/{id}/people");
        centre.manager.get(&list).await.hides("焼き菓子の店");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_with_the_place_that_is_kept_stays_and_the_rest_fits_it() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let first = [("answer-1", "翻訳の仕事"), ("answer-4", "no")];
        let [(bare, kept), (full, left)] = twice(&centre, &id, &first).await;
        merges(&centre, &full, &bare).await;
        let page = bare.get(&kept).await;
        page.shows("翻訳の仕事");
        page.hides("焼き菓子の店");
        page.shows("半年以内");
        // No child comes along, so nobody asks how many.
        page.hides("お子さんの人数");
        bare.get(&format!("{left}/answers"))
            .await
            .shows("焼き菓子の店");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_does_not_come_back() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let [(bare, kept), (full, _)] = twice(&centre, &id, &[]).await;
        let why = [("why", "ご本人の求め")];
        let erasure = format!("{kept}/answers/erasure");
        led(&centre.manager.post(&erasure, &why).await);
        merges(&centre, &full, &bare).await;
        bare.get(&kept).await.hides("焼き菓子の店");
        let more = answers(&bare, &id, &but(&[])).await;
        assert_eq!(more.status, 409, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
