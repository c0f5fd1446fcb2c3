//! The counter: the day board by keys, a booking for a person who stands there.

use bookings::{
    entity::{SpaceId, space},
    samples,
    service::{self, NewSpace},
};
use kernel::{Actor, PersonId, Role, Via, transact};
use sea_orm::EntityTrait;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use crate::person::{Person, account, someone};

/// A centre with someone at the counter, and three who come this afternoon.
async fn afternoon() -> (TestApp, PersonId) {
    let app = TestApp::start(Engine::Sqlite).await;
    let reception = account(&app, "reception@demo.example", &[Role::Reception]).await;
    for (name, hours) in [
        ("花子", ["15:00", "16:00"]),
        ("太郎", ["16:00", "18:00"]),
        ("次郎", ["18:00", "19:00"]),
    ] {
        books(&app, name, app.fixture.room, hours).await;
    }
    (app, reception)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_fits_a_screen_and_an_arrival_takes_two_keys() {
    let (app, reception) = afternoon().await;
    grow(&app).await;
    someone(&app, Look::DESKTOP, async |counter| {
        counter.is(reception).await?;
        counter.browser.resize(1280, 800).await?;
        counter.opens("/counter").await?;
        counter.keeps("board-800").await?;
        let taller = "return document.documentElement.scrollHeight - innerHeight";
        let taller = counter.browser.execute(taller, Vec::new()).await?;
        assert_eq!(taller.json().as_i64(), Some(0), "it fits 1280 × 800");

        counter.presses("/").await?;
        assert_eq!(counter.focused("name").await?, "q");
        counter.presses(Key::Escape).await?;

        for (key, name) in [
            (Key::Down, "花子"),
            (Key::Down, "太郎"),
            (Key::Down, "次郎"),
            (Key::Up, "太郎"),
        ] {
            counter.presses(key).await?;
            let chosen = counter.finds(".arrivals li.chosen").await?.text().await?;
            assert!(chosen.contains(name), "{chosen}");
            counter.shows_its_focus().await?;
        }
        counter.presses(Key::Enter).await?;
        let flash = counter.finds(".flash").await?.text().await?;
        assert!(flash.contains("太郎"), "{flash}");
        counter.keeps("board-arrived").await?;
        arrival_is_undone(counter).await?;

        counter.opens("/counter").await?;
        counter.presses("n").await?;
        counter.arrives("/counter/bookings/new").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// Nine rows, as many as the board is made for, and ten people who are still to come.
async fn grow(app: &TestApp) {
    let db = app.app.db.reader();
    let room = space::Entity::find_by_id(app.fixture.room);
    let room = room.one(db).await.unwrap().unwrap();
    let units = ["B", "C", "D", "E", "F", "G", "H"].map(|letter| format!("会議室{letter}"));
    let new = NewSpace {
        space: samples::meeting_room(room.venue_id),
        units: units.to_vec(),
    };
    let system = Actor::system(Via::Cli);
    let rooms = transact(&app.app.db, system, &app.clock, async |work| {
        service::create_space(work, new).await
    })
    .await
    .unwrap();
    for name in ["一葉", "二葉", "三葉", "四葉", "五葉", "六葉", "七葉"] {
        books(app, name, rooms, ["19:00", "20:00"]).await;
    }
}

/// A meeting of two today.
async fn books(app: &TestApp, name: &str, space: SpaceId, [from, until]: [&str; 2]) {
    let fields = [
        ("space_id", space.to_string()),
        ("date", "2026-12-08".to_owned()),
        ("starts_at", from.to_owned()),
        ("ends_at", until.to_owned()),
        ("purpose", "打合せ".to_owned()),
        ("attendees", "2".to_owned()),
        ("agree", "on".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, &**text)).collect();
    let made = app.member(name).await.post("/bookings", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
}

/// From the board to the booking of 太郎, and back to waiting for him.
async fn arrival_is_undone(counter: &Person<'_>) -> WebDriverResult<()> {
    let block = "//a[@data-board-item][contains(., '太郎')]";
    let block = counter.browser.find(By::XPath(block)).await?;
    counter.activates(&block).await?;
    counter.arrives("/bookings/").await?;
    counter.keeps("counter-booking").await?;
    counter
        .clicks("form[action$='/arrival/withdrawal'] button")
        .await?;
    counter.finds(".flash").await?;
    counter.finds("form[action$='/arrival'] button").await?;
    counter.looks().await
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_books_for_a_person_at_the_counter() {
    let (app, reception) = afternoon().await;
    someone(&app, Look::DESKTOP, async |counter| {
        counter.is(reception).await?;
        counter.opens("/counter/bookings/new").await?;
        counter.types("q", "花子").await?;
        counter.clicks("main .filter button").await?;
        counter.keeps("for-whom").await?;
        counter.clicks("main a[href^='/availability?for=']").await?;
        counter.sees("花子").await?;
        counter.keeps("availability-for").await?;
        counter
            .chooses(".grid [data-place='コワーキング席'] [data-from='19:00']")
            .await?;
        counter.clicks(".choice button").await?;
        counter.types("purpose", "申請書を書く").await?;
        counter.looks().await?;
        counter
            .clicks("form[action='/bookings/confirmation'] .first")
            .await?;
        counter.sees("花子").await?;
        counter.looks().await?;
        counter.clicks("input[name=agree]").await?;
        counter.clicks("form[action='/bookings'] .first").await?;
        counter.finds(".reference .number").await?;
        counter.sees("花子").await?;
        counter.keeps("done-for").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_can_be_read_on_a_phone() {
    let (app, reception) = afternoon().await;
    someone(&app, Look::PHONE, async |counter| {
        counter.is(reception).await?;
        counter.opens("/counter").await?;
        counter.keeps("board").await?;
        counter.opens("/counter?view=table").await?;
        counter.keeps("board-table").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}
