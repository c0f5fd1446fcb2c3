//! The manager closes a day on which somebody has booked.

use kernel::Role;
use testkit::{browser::Look, database::Engine};
use tests::TestApp;

use crate::person::{account, someone};

/// A date field shows dates as the machine likes; its value is the same everywhere.
const FIRST_DAY: &str = "document.querySelector('[name=first]').value = '2026-12-15'";

async fn a_day_is_closed(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let manager = account(&app, "manager@demo.example", &[Role::Manager]).await;
    let member = app.member("花子").await;
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
    assert_eq!(member.post("/bookings", &fields).await.status, 303);
    someone(&app, look, async |person| {
        person.is(manager).await?;
        person.opens("/counter/closures/new").await?;
        person.browser.execute(FIRST_DAY, Vec::new()).await?;
        person.clicks("main form .actions button").await?;
        person.finds(".error-summary").await?;
        person.keeps("closing-wrong").await?;
        person.types("reason", "空調の保守点検").await?;
        person.clicks("main form .actions button").await?;
        person.sees("花子").await?;
        person.keeps("closing-preview").await?;
        person.clicks("main form .actions button.refusing").await?;
        person.arrives("/counter/closures/").await?;
        person.sees("空調の保守点検").await?;
        person.keeps("closing-result").await?;
        person.opens("/availability?date=2026-12-15").await?;
        person.sees("休館日です（空調の保守点検）").await?;
        person.looks().await
    })
    .await;
    app.run_tasks().await;
    let told = app.letters().len();
    assert_eq!(told, 2, "the booking, and that it was called off");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_closes_a_day_on_a_desktop() {
    a_day_is_closed(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_closes_a_day_on_a_phone() {
    a_day_is_closed(Look::PHONE).await;
}
