//! A company from its registration to the end: the divisible room for three months, paid at the
//! counter, papers on A4, one cancelled late, one called off because the house closes, and another
//! time chosen from the letter.

mod house;
mod keys;
mod letter;

use bookings::entity::SpaceId;
use kernel::Role;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use self::house::{a_divisible_room, others_book};
use crate::{
    person::{Person, account, someone},
    registration::{applies, approves},
};

/// A date field shows dates as the machine likes; its value is the same everywhere.
const CLOSED_DAY: &str = "document.querySelector('[name=first]').value = '2026-12-30'";

#[tokio::test(flavor = "multi_thread")]
async fn a_company_comes_for_three_months_without_javascript() {
    comes(Look::DESKTOP.without_scripts()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_comes_for_three_months_on_a_desktop() {
    comes(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_comes_for_three_months_on_a_phone() {
    comes(Look::PHONE).await;
}

async fn comes(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let both = a_divisible_room(&app).await;
    others_book(&app).await;
    let member = app.member("花子").await.person.unwrap();
    let reception = account(&app, "reception@demo.example", &[Role::Reception]).await;
    let manager = account(&app, "manager@demo.example", &[Role::Manager]).await;
    someone(&app, look, async |person| {
        person.is(member).await?;
        applies(person).await?;
        person.is(reception).await?;
        approves(person).await?;
        person.is(member).await?;
        let first = books(person, both).await?;
        person.is(reception).await?;
        pays(person).await?;
        person.is(member).await?;
        prints(person, &first).await?;
        cancels(person, &first).await?;
        person.is(manager).await?;
        closes(person).await?;
        let offered = letter::offered(&app).await;
        person.is(member).await?;
        takes_instead(person, &offered).await
    })
    .await;
    app.run_tasks().await;
    // 次郎's three bookings; the application, its answer, the series, the cancelled one; what was
    // called off of each of both; what was chosen instead.
    assert_eq!(app.letters().len(), 10);
    app.finish().await;
}

/// Thirteen Wednesdays as the company, two of them moved; the path of the first.
async fn books(person: &Person<'_>, both: SpaceId) -> WebDriverResult<String> {
    person
        .opens(&format!("/bookings/new?slot={both}/2026-12-09/780-900"))
        .await?;
    person.types("purpose", "新商品の定例会").await?;
    person.types("attendees", "8").await?;
    let company = "select[name=organisation] option:not([value=''])";
    person.clicks(company).await?;
    person.clicks(".repeat summary").await?;
    person
        .clicks("select[name=rhythm] option[value=weekly]")
        .await?;
    person.types("times", "13").await?;
    person.keeps("company-use").await?;
    person
        .clicks("form[action='/bookings/confirmation'] .first")
        .await?;
    person.sees("予約できない回（2回）").await?;
    // Eleven are free; what is not chosen yet is not counted.
    person.sees("17,600円").await?;
    for date in ["2026-12-16", "2026-12-23"] {
        person
            .clicks(&format!("input[name='choice-{date}']"))
            .await?;
    }
    person.clicks("input[name=agree]").await?;
    person.keeps("company-check").await?;
    person.clicks("form[action='/series'] .first").await?;
    person.sees("20,800円").await?;
    person.keeps("company-agreed").await?;
    person.clicks("form[action='/series'] .first").await?;
    person.sees("すべての回の予約が決まりました").await?;
    person.keeps("company-done").await?;
    person.clicks("main .aside a[href^='/series/']").await?;
    person.clicks("main .list li:first-child a").await?;
    person.arrives("/bookings/").await?;
    person.sees("1,600円").await?;
    let first = person.path().await?;
    person.keeps("company-booking").await?;
    person
        .sees("お支払いいただいたあとに、お渡しします")
        .await?;
    Ok(first)
}

/// What is paid has its permit, on one sheet.
async fn prints(person: &Person<'_>, booking: &str) -> WebDriverResult<()> {
    person.opens(booking).await?;
    person
        .clicks("form[action$='/papers'] button.second")
        .await?;
    person.sees("許可").await?;
    person.keeps("company-permit").await?;
    person.prints_on_one_sheet().await
}

/// The first bill in cash, with a receipt.
async fn pays(person: &Person<'_>) -> WebDriverResult<()> {
    person.opens("/counter/fees").await?;
    person.sees("株式会社見本製作所").await?;
    person.keeps("company-bills").await?;
    person.chooses("input[name=bill]").await?;
    person
        .clicks("form[action='/counter/payments/confirmation'] .actions button")
        .await?;
    person.sees("1,600円").await?;
    person.chooses("input[name=method][value=cash]").await?;
    person.keeps("company-pay").await?;
    person
        .clicks("form[action='/counter/payments'] .first")
        .await?;
    person.arrives("/counter/payments/").await?;
    person.keeps("company-paid").await?;
    person.clicks("form[action$='/receipt'] .first").await?;
    person.sees("領収").await?;
    person.opens(&receipt(person).await?).await?;
    person.sees("T7000012050002").await?;
    person.keeps("company-receipt").await?;
    person.prints_on_one_sheet().await?;
    person.opens("/counter/fees/report?date=2026-12-08").await?;
    person.sees("1,600円").await?;
    person.keeps("company-report").await
}

/// Where the receipt of the page lies, or the page itself.
async fn receipt(person: &Person<'_>) -> WebDriverResult<String> {
    let path = person.path().await?;
    if path.starts_with("/receipts/") {
        return Ok(path);
    }
    let link = person.finds("a[href^='/receipts/']").await?;
    Ok(link.attr("href").await?.unwrap_or_default())
}

/// The first of them, on the day before: half of it stays, and that is seen before.
async fn cancels(person: &Person<'_>, first: &str) -> WebDriverResult<()> {
    person.opens(&format!("{first}/cancellation")).await?;
    person.sees("取り消すと 800円 がかかります").await?;
    person
        .sees("お支払いいただいた 800円 は、窓口でお返しします")
        .await?;
    person.keeps("company-cancel").await?;
    person
        .clicks("form[action$='/cancellation'] button.refusing")
        .await?;
    person.sees("取り消しました").await?;
    person.keeps("company-cancelled").await
}

/// A day on which the company comes is closed; it is offered other times.
async fn closes(person: &Person<'_>) -> WebDriverResult<()> {
    person.opens("/counter/closures/new").await?;
    person.browser.execute(CLOSED_DAY, Vec::new()).await?;
    person.types("reason", "空調の保守点検").await?;
    person.clicks("main form .actions button").await?;
    person.sees("2件の予約が取り消しになります").await?;
    person.keeps("company-closing").await?;
    person.clicks("main form .actions button.refusing").await?;
    person.arrives("/counter/closures/").await?;
    person.sees("空調の保守点検").await?;
    person.sees("メールでお知らせした予約　2件").await?;
    person.keeps("company-closed").await
}

/// The first of the times that the letter offers, as the company.
async fn takes_instead(person: &Person<'_>, offered: &str) -> WebDriverResult<()> {
    person.opens(offered).await?;
    person.keeps("company-instead").await?;
    person.types("purpose", "新商品の定例会").await?;
    // As the company, like what was called off: nobody has to say so again.
    person
        .clicks("form[action='/bookings/confirmation'] .first")
        .await?;
    person.sees("1,600円").await?;
    person.clicks("input[name=agree]").await?;
    person.keeps("company-instead-confirm").await?;
    person.clicks("form[action='/bookings'] .first").await?;
    person.sees("予約が決まりました").await?;
    person.keeps("company-instead-done").await
}
