//! Who has a place when a draw is announced keeps it: by an offer, and as a part of their own old time.

use testkit::database::Engine;

use super::terms;
use crate::{
    acts::{Form, made},
    consultations::led,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_draw_that_is_announced_takes_nothing_from_who_has_it() {
    for engine in Engine::BOTH {
        let app = tests::TestApp::start(engine).await;
        let form = |day| Form::new(app.fixture.room, "9:00", "12:00").with("date", day);
        let (holder, waiting) = (app.member("太郎").await, app.member("花子").await);
        let first = made(&form("2027-03-02").send(&holder).await);
        let other = made(&form("2027-03-03").send(&holder).await);
        let line = led(&waiting.post("/waiting", &form("2027-03-02").fields()).await);
        let cancellation = format!("/bookings/{first}/cancellation");
        led(&holder.post(&cancellation, &[]).await);

        let room = app.fixture.room.to_string();
        let mut fields = terms(&room);
        fields.push(("tier_1", "everyone"));
        let manager = app.manager().await;
        led(&manager.post("/counter/lotteries/terms", &fields).await);
        made(&waiting.post(&format!("{line}/acceptance"), &[]).await);

        let change = format!("/bookings/{other}/change");
        let moved = Form::new(app.fixture.room, "10:00", "13:00");
        let moved = moved.with("date", "2027-03-03").with("version", "1");
        let refused = holder.post(&change, &moved.fields()).await;
        assert_eq!(refused.status, 422, "{engine:?}");
        refused.shows("この日は抽選で決まります");
        let shorter = Form::new(app.fixture.room, "10:00", "12:00");
        let shorter = shorter.with("date", "2027-03-03").with("version", "1");
        led(&holder.post(&change, &shorter.fields()).await);
        app.run_tasks().await;
        app.finish().await;
    }
}
