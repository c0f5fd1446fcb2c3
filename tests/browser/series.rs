//! The journey of a short series: a clash is seen and moved, all is booked, the rest is cancelled.

use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use crate::person::{Person, someone};

#[tokio::test(flavor = "multi_thread")]
async fn a_member_repeats_a_meeting_without_javascript() {
    repeats(Look::DESKTOP.without_scripts()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_repeats_a_meeting_on_a_phone() {
    repeats(Look::PHONE).await;
}

async fn repeats(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let other = app.member("次郎").await;
    let taken = other
        .post(
            "/bookings",
            &[
                ("space_id", &app.fixture.room.to_string()),
                ("date", "2026-12-22"),
                ("starts_at", "13:00"),
                ("ends_at", "14:00"),
                ("purpose", "打合せ"),
                ("attendees", "4"),
                ("agree", "on"),
            ],
        )
        .await;
    assert_eq!(taken.status, 303, "{}", taken.text);
    let member = app.member("花子").await.person.unwrap();
    someone(&app, look, async |person| {
        person.is(member).await?;
        asks(person).await?;
        books(person).await?;
        changes(person).await?;
        cancels(person).await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// From the use of the room to the page with every time.
async fn asks(person: &Person<'_>) -> WebDriverResult<()> {
    let room = person.app.fixture.room;
    let slot = format!("/bookings/new?slot={room}/2026-12-15/780-900");
    person.opens(&slot).await?;
    person.types("purpose", "定例の打合せ").await?;
    person.types("attendees", "4").await?;
    person.clicks(".repeat summary").await?;
    person.keeps("series-use").await?;
    person
        .clicks("select[name=rhythm] option[value=weekly]")
        .await?;
    let confirm = "form[action='/bookings/confirmation'] .first";
    person.clicks(confirm).await?;
    person.sees("回数か、最後の日を入れてください。").await?;
    person.keeps("series-wrong").await?;
    person.types("times", "4").await?;
    person.clicks(confirm).await?;
    person.sees("予約できない回（1回）").await?;
    person.keeps("series-check").await
}

/// From the clash to the reference.
async fn books(person: &Person<'_>) -> WebDriverResult<()> {
    person.clicks("form[action='/series'] .first").await?;
    person.sees("の回をどうするか選んでください").await?;
    person.keeps("series-undecided").await?;
    person.clicks("input[name='choice-2026-12-22']").await?;
    person.clicks("input[name=agree]").await?;
    person.clicks("form[action='/series'] .first").await?;
    person.arrives("/series/").await?;
    person.sees("すべての回の予約が決まりました").await?;
    person.keeps("series-done").await
}

/// The rest moves to another time of day.
async fn changes(person: &Person<'_>) -> WebDriverResult<()> {
    person.clicks("main .aside a[href^='/series/']").await?;
    person.sees("これからの回").await?;
    person.keeps("series-page").await?;
    person.clicks("main a[href$='/change']").await?;
    person.keeps("series-change").await?;
    person
        .clicks("select[name=starts_at] option[value='15:00']")
        .await?;
    person
        .clicks("select[name=ends_at] option[value='17:00']")
        .await?;
    person
        .clicks("form[action$='/confirmation'] .first")
        .await?;
    person.sees("このとおりに変えられる回（4回）").await?;
    person.keeps("series-change-check").await?;
    person.clicks("form[action$='/change'] .first").await?;
    person.sees("4回の予約を変えました").await
}

/// From one of them on, all are cancelled.
async fn cancels(person: &Person<'_>) -> WebDriverResult<()> {
    person.clicks("main .list li:nth-child(2) a").await?;
    person.sees("繰り返しの予約の1回です").await?;
    person.keeps("series-turn").await?;
    person.clicks("a[href$='/cancellation']").await?;
    person.keeps("series-turn-cancel").await?;
    person.clicks("a[href*='/cancellation?from=']").await?;
    person.sees("取り消す回（3回）").await?;
    person.keeps("series-cancel").await?;
    person
        .clicks("form[action$='/cancellation'] button")
        .await?;
    person.sees("3回の予約を取り消しました").await?;
    person.keeps("series-cancelled").await
}
