//! Where a meeting is seen outside the pages of consultations: on the day board, by the counter's search,
//! on マイページ. The counter knows who comes, when and where, and never with whom or about what.

use testkit::database::Engine;

use super::{ASKS, Advised, after, led};

#[tokio::test(flavor = "multi_thread")]
async fn the_counter_sees_who_comes_and_the_people_whom_they_meet() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let time = centre.time(13);
        let mut fields = ASKS.to_vec();
        fields.retain(|(name, _)| *name != "fields");
        // Of such a case even the expert's name would tell too much.
        fields.extend([
            ("fields", "succession"),
            ("chosen", &*time),
            ("act", "send"),
        ]);
        let own = led(&founder.post("/consultations", &fields).await);
        let case = own.replace("/consultations/", "/cases/");
        centre.assigns(&case).await;
        let page = centre.expert.get(&case).await;
        let meeting = after(&page, &format!("{case}/meetings/"));
        centre.at(12, 40).await;
        let founder = centre.app.signed_in(founder.person.unwrap()).await;
        let reception = centre.app.staff().await;
        for path in [
            "/counter?date=2026-12-10",
            "/counter?date=2026-12-10&view=table",
            "/counter/search?q=さくら",
        ] {
            let page = reception.get(path).await;
            page.shows("専門家相談");
            page.shows("さくら");
            page.shows(&format!("/meetings/{meeting}"));
            for secret in ["助言", "事業承継", "焼き菓子"] {
                page.hides(secret);
            }
        }
        founder.get("/mypage").await.shows("助言");
        founder.get("/mypage").await.shows(&own);
        let page = centre.expert.get("/mypage").await;
        page.shows("さくら");
        page.shows(&case);
        centre
            .app
            .member("たろう")
            .await
            .get("/mypage")
            .await
            .hides("助言");
        let arrival = format!("/meetings/{meeting}/arrival");
        let back = led(&reception.post(&arrival, &[("back", "board")]).await);
        assert_eq!(back, "/counter?date=2026-12-10", "{engine:?}");
        reception.get(&back).await.hides(&arrival);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_received_on_another_day_nor_waited_for_until_it_is_over() {
    let mut centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let case = centre.asks(&founder, &centre.time(13)).await;
    centre.assigns(&case).await;
    let page = centre.coordinator.get(&case).await;
    let meeting = after(&page, &format!("{case}/meetings/"));
    let arrival = format!("/meetings/{meeting}/arrival");
    let day = "/meetings?date=2026-12-10";
    centre.coordinator.get(day).await.hides(&arrival);
    centre
        .coordinator
        .get("/counter?date=2026-12-10")
        .await
        .hides(&arrival);
    centre.at(12, 40).await;
    let page = centre.coordinator.get(day).await;
    page.shows(&arrival);
    page.shows("30分くらい");
    page.hides("60分くらい");
    let delay = format!("/meetings/{meeting}/delay");
    let hour = centre.coordinator.post(&delay, &[("minutes", "60")]).await;
    assert_eq!(hour.status, 422);
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
