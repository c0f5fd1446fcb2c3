//! Somebody waits for a room that is taken, is asked, and has it.

use kernel::Role;
use testkit::{browser::Look, database::Engine};
use tests::TestApp;

use crate::person::{account, someone};

async fn a_room_is_waited_for(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = account(&app, "member@demo.example", &[]).await;
    let reception = account(&app, "reception@demo.example", &[Role::Reception]).await;
    let holder = app.member("太郎").await;
    let room = app.fixture.room.to_string();
    let fields = [
        ("space_id", room.as_str()),
        ("date", "2026-12-15"),
        ("starts_at", "13:00"),
        ("ends_at", "15:00"),
        ("purpose", "打合せ"),
        ("attendees", "2"),
        ("agree", "on"),
    ];
    let made = holder.post("/bookings", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let booking = made.location.trim_end_matches("/done").to_owned();
    someone(&app, look, async |person| {
        person.is(member).await?;
        let search = "/availability?date=2026-12-15&from=13:00&minutes=120&people=4";
        person.opens(search).await?;
        person.clicks(".answer a[href^='/waiting/new']").await?;
        person.arrives("/waiting/new").await?;
        person.looks().await?;
        person.keeps("waiting-new").await?;
        person.clicks("main form .actions button").await?;
        person.finds(".error-summary").await?;
        person.keeps("waiting-wrong").await?;
        person.types("purpose", "取引先との打合せ").await?;
        person.types("attendees", "4").await?;
        person.clicks("main form .actions button").await?;
        person.sees("1番目").await?;
        person.looks().await?;
        person.keeps("waiting-place").await?;
        let place = person.path().await?;
        person.opens("/mypage").await?;
        person.clicks("main a[href='/mypage/waiting']").await?;
        person.sees("1番目").await?;
        person.looks().await?;
        person.opens("/mypage/calendar").await?;
        person.clicks("main form .actions button").await?;
        person.finds("#made").await?;
        person.looks().await?;
        person.keeps("waiting-calendar").await?;

        person.is(reception).await?;
        person.opens(&booking).await?;
        person.sees("この時間を待っている方（1人）").await?;
        person.looks().await?;
        person.keeps("waiting-line").await?;
        person.opens("/counter/waiting").await?;
        person.looks().await?;

        let path = format!("{booking}/cancellation");
        assert_eq!(holder.post(&path, &[]).await.status, 303);
        person.is(member).await?;
        person.opens(&place).await?;
        person.sees("空きが出ました。使いますか").await?;
        person.looks().await?;
        person.keeps("waiting-offer").await?;
        person.clicks("form[action$='/acceptance'] button").await?;
        person.sees("予約が決まりました").await?;
        person.looks().await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_waits_for_a_room_on_a_desktop() {
    a_room_is_waited_for(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_waits_for_a_room_on_a_phone() {
    a_room_is_waited_for(Look::PHONE).await;
}
