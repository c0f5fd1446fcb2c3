//! Terms: what is wrong is said beside its field, what was mistyped is taken back, siblings take turns.

use ::bookings::entity::booking_rule::Period;
use testkit::database::Engine;
use tests::{Answer, TestApp};

use super::{Drawn, terms};
use crate::{
    acts,
    consultations::{after, led},
    terms::at_most,
};

/// The form with some fields otherwise.
fn typed<'t>(room: &'t str, other: &[(&'static str, &'t str)]) -> Vec<(&'static str, &'t str)> {
    let mut fields = terms(room);
    fields.push(("tier_1", "everyone"));
    fields.retain(|(name, _)| !other.iter().any(|(changed, _)| changed == name));
    fields.extend(other);
    fields
}

fn beside(page: &Answer, field: &str) {
    assert_eq!(page.status, 422, "{}", page.text);
    page.shows(&format!("href=\"#{field}\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_beside_its_field() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let manager = app.manager().await;
        acts::rule(&app, &at_most(3, Period::Month)).await;
        let room = app.fixture.room.to_string();
        for (other, field, says) in [
            (("band_2_from", "abc"), "band_2_from", "「9:00」の形"),
            (("band_2_from", "11:00"), "band_2_from", "重ならないように"),
            (
                ("band_1_from", "8:00"),
                "band_1_from",
                "開いている曜日がありません",
            ),
            (("band_1_from", "9:10"), "band_1_from", "区切りに合いません"),
            (("most", "4"), "most", "ひと月に予約できるのは3件までです"),
            (("answer_days", "60"), "until_day", "日数がとれません"),
            (("draw_days", "0"), "draw_days", "範囲の中の数字"),
        ] {
            let fields = typed(&room, &[other]);
            let page = manager.post("/counter/lotteries/terms", &fields).await;
            beside(&page, field);
            page.shows(says);
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_mistyped_is_taken_back_as_long_as_no_lottery_names_it() {
    for engine in Engine::BOTH {
        let centre = Drawn::open(engine).await;
        let (app, manager) = (&centre.app, &centre.manager);
        let page = manager.get("/counter/lotteries").await;
        let named = after(&page, "/counter/lotteries/terms/");
        let removal = |id: &str| format!("/counter/lotteries/terms/{id}/removal");
        let refused = manager.post(&removal(&named), &[]).await;
        assert_eq!(refused.status, 409, "{engine:?}");
        refused.shows("このきまりで公開した抽選があるため、取り消せません");

        let other = acts::open(app, acts::room(app, "研修室").await, 1).await;
        let other = other.to_string();
        let fields = typed(&other, &[("first", "2027-05")]);
        led(&manager.post("/counter/lotteries/terms", &fields).await);
        let page = manager.get("/counter/lotteries").await;
        let all = page.text.split("/counter/lotteries/terms/").skip(1);
        let mut ids = all.filter_map(|rest| rest.get(..36).map(str::to_owned));
        let unnamed = ids.find(|id| *id != named && id.parse::<uuid::Uuid>().is_ok());
        let unnamed = unnamed.unwrap();
        let page = format!("/counter/lotteries/terms/{unnamed}");
        manager.get(&page).await.shows("きまりを取り消す");
        led(&manager.post(&removal(&unnamed), &[]).await);
        assert_eq!(manager.post(&removal(&unnamed), &[]).await.status, 404);
        led(&manager.post("/counter/lotteries/terms", &fields).await);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_parts_of_a_room_are_drawn_when_the_whole_is_drawn_no_more() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let [half, _, whole] = acts::open_divisible(&app).await;
        let (half, whole) = (half.to_string(), whole.to_string());
        let manager = app.manager().await;
        let set = async |room: &str, first: &str| {
            let fields = typed(room, &[("first", first)]);
            manager.post("/counter/lotteries/terms", &fields).await
        };
        led(&set(&whole, "2027-03").await);
        assert_eq!(set(&half, "2027-05").await.status, 409, "{engine:?}");
        let page = manager.get("/counter/lotteries").await;
        let id = after(&page, "/counter/lotteries/terms/");
        let end = format!("/counter/lotteries/terms/{id}/end");
        led(&manager.post(&end, &[("last", "2027-04")]).await);
        let refused = set(&half, "2027-04").await;
        assert_eq!(refused.status, 409, "{engine:?} both in April");
        refused.shows("同じ月に抽選になっています");
        led(&set(&half, "2027-05").await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_reads_how_a_draw_is_checked_without_us() {
    let app = TestApp::start(Engine::Sqlite).await;
    let visitor = app.visitor();
    let paper = visitor.get("/lotteries/format").await;
    paper.shows("shinko-draw 1");
    let program = visitor.get("/lotteries/draw.py").await;
    assert!(
        program.text.starts_with("import hashlib"),
        "{}",
        program.text
    );
    assert!(!program.text.contains("```"), "{}", program.text);
    app.run_tasks().await;
    app.finish().await;
}
