//! The same without a mouse, from the registration to the time chosen from the letter.

use kernel::Role;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use super::{
    house::{a_divisible_room, others_book},
    letter,
};
use crate::person::{Person, account, someone};

#[tokio::test(flavor = "multi_thread")]
async fn a_company_comes_for_three_months_without_a_mouse() {
    let app = TestApp::start(Engine::Sqlite).await;
    let both = a_divisible_room(&app).await;
    others_book(&app).await;
    let member = app.member("花子").await.person.unwrap();
    let reception = account(&app, "reception@demo.example", &[Role::Reception]).await;
    let manager = account(&app, "manager@demo.example", &[Role::Manager]).await;
    someone(&app, Look::DESKTOP, async |person| {
        person.is(member).await?;
        applies(person).await?;
        person.is(reception).await?;
        approves(person).await?;
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

/// Goes to it and types.
async fn fills(person: &Person<'_>, name: &str, text: &str) -> WebDriverResult<()> {
    person.tabs_to(&format!("[name={name}]")).await?;
    person.presses(text).await
}

/// Goes to the choices of this name and along them with the arrows.
async fn picks(person: &Person<'_>, name: &str, value: &str) -> WebDriverResult<()> {
    ticks(person, &format!("[name={name}]")).await?;
    while person.focused("value").await? != value {
        person.presses(Key::Down).await?;
        person.shows_its_focus().await?;
    }
    Ok(())
}

/// The company asks to be registered, with a paper.
async fn applies(person: &Person<'_>) -> WebDriverResult<()> {
    person.opens("/mypage/organisations").await?;
    enters(person, "a[href='/applications/new?as=business']").await?;
    for (name, text) in [
        ("name", "株式会社見本製作所"),
        ("kana", "みほんせいさくしょ"),
        ("corporate_number", "7000012050002"),
        ("postal_code", "153-0000"),
        ("address", "目黒区見本町1-2-3"),
        ("telephone", "03-0000-0000"),
    ] {
        fills(person, name, text).await?;
    }
    picks(person, "locality", "ward_business").await?;
    picks(person, "stage", "settled").await?;
    enters(person, "form[action='/applications/confirmation'] .first").await?;
    person.sees("法人番号 7000012050002").await?;
    // The dialog of the machine opens from here; what it would choose is handed to the field.
    person.tabs_to("input[type=file]").await?;
    let paper = person.app.data.join("登記事項証明書.pdf");
    std::fs::write(&paper, b"%PDF-1.7 an invented paper").unwrap();
    let field = person.finds("input[type=file]").await?;
    field.send_keys(paper.display().to_string()).await?;
    enters(person, "form[action='/applications'] .first").await?;
    person.sees("審査を待っています").await
}

/// Reception reads it, and grants it.
async fn approves(person: &Person<'_>) -> WebDriverResult<()> {
    person.opens("/counter/applications").await?;
    enters(person, "td a[href^='/counter/applications/']").await?;
    person.sees("登記事項証明書.pdf").await?;
    enters(person, "button[value=approve]").await?;
    person.sees("を承認しました").await
}

/// Thirteen Wednesdays as the company, two of them moved; the path of the first.
async fn books(person: &Person<'_>) -> WebDriverResult<String> {
    person.tabs_to("[name=organisation]").await?;
    person.presses(Key::Down).await?;
    fills(person, "purpose", "新商品の定例会").await?;
    fills(person, "attendees", "8").await?;
    enters(person, ".repeat summary").await?;
    person.tabs_to("[name=rhythm]").await?;
    person.presses(Key::Down).await?;
    fills(person, "times", "13").await?;
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
    person.tabs_to("[name=first]").await?;
    person.dates("2026-12-30").await?;
    fills(person, "reason", "空調の保守点検").await?;
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
    fills(person, "purpose", "新商品の定例会").await?;
    person.presses(Key::Enter).await?;
    person.sees("1,600円").await?;
    ticks(person, "[name=agree]").await?;
    enters(person, "form[action='/bookings'] .first").await?;
    person.sees("予約が決まりました").await
}
