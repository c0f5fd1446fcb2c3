//! The visitor's journey: a desk is found, booked by someone new, seen by reception, cancelled.

use kernel::{PersonId, Role};
use mail_parser::MessageParser;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::{PASSWORD, TestApp};

use crate::person::{Person, account, someone};

const EMAIL: &str = "mihon@demo.example";

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_books_a_desk_and_cancels_on_a_desktop() {
    books_and_cancels(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_books_a_desk_and_cancels_on_a_phone() {
    books_and_cancels(Look::PHONE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_books_a_desk_and_cancels_without_javascript_on_a_desktop() {
    books_and_cancels(Look::DESKTOP.without_scripts()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_books_a_desk_and_cancels_without_javascript_on_a_phone() {
    books_and_cancels(Look::PHONE.without_scripts()).await;
}

async fn books_and_cancels(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let reception = account(&app, "reception@demo.example", &[Role::Reception]).await;
    someone(&app, look, async |visitor| {
        finds_a_desk(visitor).await?;
        registers(visitor).await?;
        let reference = books(visitor).await?;
        assert!(reception_sees(&app, reception, "board-before").await);
        cancels(visitor, &reference).await?;
        assert!(!reception_sees(&app, reception, "board-after").await);
        Ok(())
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// From the home page to two hours at a desk.
async fn finds_a_desk(visitor: &Person<'_>) -> WebDriverResult<()> {
    visitor.opens("/").await?;
    visitor.keeps("home").await?;
    visitor.clicks("main a.first[href='/availability']").await?;
    visitor.arrives("/availability").await?;
    let list = if visitor.on_phone() {
        let desks = "//a[contains(@class, 'list-link')][contains(., 'コワーキング席')]";
        if let Ok(link) = visitor.browser.find(By::XPath(desks)).await {
            visitor.activates(&link).await?;
        }
        ".only-phone"
    } else {
        ".grid"
    };
    for hour in ["16:00", "17:00"] {
        let cell = format!("{list} [data-place='コワーキング席'] [data-from='{hour}']");
        visitor.chooses(&cell).await?;
    }
    visitor.keeps("availability").await?;
    visitor.clicks(".choice button").await?;
    visitor.arrives("/sign-in").await
}

/// From being asked to sign in back to the step, as a member.
async fn registers(visitor: &Person<'_>) -> WebDriverResult<()> {
    visitor.keeps("sign-in").await?;
    visitor.clicks("form[action='/sign-up'] button").await?;
    visitor.arrives("/sign-up").await?;
    visitor.clicks("form[action='/sign-up'] button").await?;
    visitor.finds(".error-summary").await?;
    visitor.keeps("sign-up-wrong").await?;
    for (name, text) in [
        ("family_name", "見本"),
        ("given_name", "太郎"),
        ("family_kana", "みほん"),
        ("given_kana", "たろう"),
        ("email", EMAIL),
    ] {
        visitor.types(name, text).await?;
    }
    visitor.clicks("form[action='/sign-up'] button").await?;
    visitor.arrives("/sign-up/sent").await?;
    visitor.keeps("sign-up-sent").await?;
    visitor
        .opens(&link_in_the_letter(visitor.app).await)
        .await?;
    visitor.types("password", PASSWORD).await?;
    visitor.keeps("link").await?;
    visitor.clicks("main form button[type=submit]").await?;
    visitor.arrives("/bookings/new").await
}

async fn link_in_the_letter(app: &TestApp) -> String {
    app.run_tasks().await;
    let letters = app.letters();
    let letter = letters.last().expect("a letter");
    assert_eq!(letter.to, [EMAIL]);
    let letter = MessageParser::default().parse(&letter.message).unwrap();
    let text = letter.body_text(0).unwrap();
    let link = text
        .split_whitespace()
        .find(|word| word.contains("/links/"));
    link.expect("a link in the letter").to_owned()
}

/// From the purpose to the reference number.
async fn books(visitor: &Person<'_>) -> WebDriverResult<String> {
    for (name, time) in [("starts_at", "16:00"), ("ends_at", "18:00")] {
        let chosen = visitor.finds(&format!("select[name={name}]")).await?;
        assert_eq!(chosen.prop("value").await?.as_deref(), Some(time));
    }
    visitor.keeps("use").await?;
    visitor.types("purpose", "事業計画書を書く").await?;
    visitor
        .clicks("form[action='/bookings/confirmation'] .first")
        .await?;
    visitor.arrives("/bookings/confirmation").await?;
    visitor.keeps("confirm").await?;
    visitor.clicks("input[name=agree]").await?;
    visitor.clicks("form[action='/bookings'] .first").await?;
    let number = visitor.finds(".reference .number").await?.text().await?;
    visitor.keeps("done").await?;
    Ok(number)
}

/// From マイページ to a booking that is no more.
async fn cancels(visitor: &Person<'_>, reference: &str) -> WebDriverResult<()> {
    visitor.app.run_tasks().await;
    visitor.opens("/mypage").await?;
    visitor.sees(reference).await?;
    visitor.keeps("mypage").await?;
    visitor.clicks("main .next b a").await?;
    visitor.sees(reference).await?;
    visitor.keeps("booking").await?;
    visitor.clicks("a[href$='/cancellation']").await?;
    visitor.keeps("cancel").await?;
    visitor
        .clicks("form[action$='/cancellation'] button")
        .await?;
    visitor.finds(".flash").await?;
    visitor.sees("取り消し").await?;
    visitor.keeps("cancelled").await
}

/// Whether reception, at its own screen, finds the visitor among those who come today.
async fn reception_sees(app: &TestApp, reception: PersonId, name: &str) -> bool {
    someone(app, Look::DESKTOP, async |counter| {
        counter.is(reception).await?;
        counter.opens("/counter").await?;
        counter.keeps(name).await?;
        let coming = counter.finds(".arrivals").await?.text().await?;
        Ok(coming.contains("見本 太郎"))
    })
    .await
}
