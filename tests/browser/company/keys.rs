//! The same without a mouse, from the series to the time chosen from the letter. Only the day that is
//! closed is not typed: the keys of a date field differ from machine to machine.

use kernel::Role;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use super::{
    CLOSED_DAY,
    house::{a_divisible_room, others_book},
    letter,
};
use crate::{
    person::{Person, account, someone},
    registration::a_company,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_company_comes_for_three_months_without_a_mouse() {
    let app = TestApp::start(Engine::Sqlite).await;
    let both = a_divisible_room(&app).await;
    others_book(&app).await;
    let member = app.member("花子").await;
    a_company(&app, &member).await;
    let member = member.person.unwrap();
    let reception = account(&app, "reception@demo.example", &[Role::Reception]).await;
    let manager = account(&app, "manager@demo.example", &[Role::Manager]).await;
    someone(&app, Look::DESKTOP, async |person| {
        person.is(member).await?;
        let slot = format!("/bookings/new?slot={both}/2026-12-09/780-900");
        person.opens(&slot).await?;
        let first = books(person).await?;
        person.is(reception).await?;
        pays(person).await?;
        person.is(member).await?;
        cancels(person, &first).await?;
        person.is(manager).await?;
        closes(person).await?;
        let offered = letter::offered(&app).await;
        person.is(member).await?;
        person.opens(&offered).await?;
        takes(person).await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// Goes to it and presses Enter.
async fn enters(person: &Person<'_>, css: &str) -> WebDriverResult<()> {
    person.tabs_to(css).await?;
    person.presses(Key::Enter).await
}

/// Goes to it and presses the space bar.
async fn ticks(person: &Person<'_>, css: &str) -> WebDriverResult<()> {
    person.tabs_to(css).await?;
    person.presses(Key::Space).await
}

/// Thirteen Wednesdays as the company, two of them moved; the path of the first.
async fn books(person: &Person<'_>) -> WebDriverResult<String> {
    person.tabs_to("[name=organisation]").await?;
    person.presses(Key::Down).await?;
    person.tabs_to("[name=purpose]").await?;
    person.presses("新商品の定例会").await?;
    person.tabs_to("[name=attendees]").await?;
    person.presses("8").await?;
    enters(person, ".repeat summary").await?;
    person.tabs_to("[name=rhythm]").await?;
    person.presses(Key::Down).await?;
    person.tabs_to("[name=times]").await?;
    person.presses("13").await?;
    person.presses(Key::Enter).await?;
    person.sees("予約できない回（2回）").await?;
    for date in ["2026-12-16", "2026-12-23"] {
        ticks(person, &format!("[name='choice-{date}']")).await?;
    }
    ticks(person, "[name=agree]").await?;
    enters(person, "form[action='/series'] .first").await?;
    person.sees("20,800円").await?;
    enters(person, "form[action='/series'] .first").await?;
    person.sees("すべての回の予約が決まりました").await?;
    enters(person, "main .aside a[href^='/series/']").await?;
    enters(person, "main .list li:first-child a").await?;
    person.arrives("/bookings/").await?;
    person.path().await
}

/// Reception takes the first bill in cash, with a receipt.
async fn pays(person: &Person<'_>) -> WebDriverResult<()> {
    person.opens("/counter/fees").await?;
    ticks(person, "input[name=bill]").await?;
    enters(
        person,
        "form[action='/counter/payments/confirmation'] .actions button",
    )
    .await?;
    person.sees("1,600円").await?;
    ticks(person, "input[name=method]").await?;
    enters(person, "form[action='/counter/payments'] .first").await?;
    person.arrives("/counter/payments/").await?;
    enters(person, "form[action$='/receipt'] .first").await?;
    person.sees("領収").await
}

/// The company sees what cancelling costs, and cancels.
async fn cancels(person: &Person<'_>, first: &str) -> WebDriverResult<()> {
    person.opens(first).await?;
    enters(person, "main a[href$='/cancellation']").await?;
    person.sees("取り消すと 800円 がかかります").await?;
    enters(person, "form[action$='/cancellation'] button.refusing").await?;
    person.sees("取り消しました").await
}

async fn closes(person: &Person<'_>) -> WebDriverResult<()> {
    person.opens("/counter/closures/new").await?;
    person.browser.execute(CLOSED_DAY, Vec::new()).await?;
    person.tabs_to("[name=reason]").await?;
    person.presses("空調の保守点検").await?;
    person.presses(Key::Enter).await?;
    person.sees("2件の予約が取り消しになります").await?;
    enters(person, "main form .actions button.refusing").await?;
    person.arrives("/counter/closures/").await?;
    person.sees("メールでお知らせした予約　2件").await
}

/// What the letter offers.
async fn takes(person: &Person<'_>) -> WebDriverResult<()> {
    person.tabs_to("[name=organisation]").await?;
    person.presses(Key::Down).await?;
    person.tabs_to("[name=purpose]").await?;
    person.presses("新商品の定例会").await?;
    person.presses(Key::Enter).await?;
    person.sees("1,600円").await?;
    ticks(person, "[name=agree]").await?;
    enters(person, "form[action='/bookings'] .first").await?;
    person.sees("予約が決まりました").await
}
