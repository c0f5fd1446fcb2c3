//! Who has no e-mail address is told on paper.

use testkit::database::Engine;
use tests::TestApp;

use super::{CLEANING, close, guest};
use crate::acts::{Form, TUESDAY, made};

#[tokio::test(flavor = "multi_thread")]
async fn one_letter_a_person_says_what_was_called_off_and_what_is_free_instead() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (counter, manager) = (app.staff().await, app.manager().await);
        let member = app.member("花子").await;
        let guest = guest(&counter).await;
        let form = |from, until| Form::new(app.fixture.room, from, until);
        for (from, until) in [("10:00", "12:00"), ("13:00", "14:00")] {
            let booking = form(from, until).with("for", &guest);
            made(&booking.send(&counter).await);
        }
        made(&form("15:00", "16:00").send(&member).await);
        let closed = close(&manager, &CLEANING).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);
        let path = format!("{}/letters", closed.location);
        counter.get(&closed.location).await.shows(&path);
        let letters = counter.get(&path).await;
        assert_eq!(
            letters.text.matches("class=\"sheet\"").count(),
            1,
            "{engine:?}"
        );
        letters.shows("実例 よしお 様");
        letters.shows("センターの都合（館内清掃）により");
        assert_eq!(letters.text.matches("予約番号 ").count(), 2, "{engine:?}");
        letters.shows("2026年12月16日（水）10:00");
        letters.hides("花子");
        letters.hides(&format!("{TUESDAY}T"));
        // The day has come: nobody is written to about it any more.
        app.clock.advance(chrono::TimeDelta::days(8));
        let counter = app.signed_in(counter.person.unwrap()).await;
        let none = counter.get(&path).await;
        none.shows("手紙でお知らせする方はいません");
        app.run_tasks().await;
        app.finish().await;
    }
}
