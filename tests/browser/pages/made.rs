//! What must be there for a page to show something.

use bookings::rules::{Rule, terms::Term};
use kernel::{Actor, Fault, Via, transact};
use tests::TestApp;

use super::TUESDAY;

/// A meeting next Tuesday; the path of its page.
pub(super) async fn a_booking(app: &TestApp, member: &tests::Browser) -> String {
    let made = member
        .post(
            "/bookings",
            &[
                ("space_id", &app.fixture.room.to_string()),
                ("date", TUESDAY),
                ("starts_at", "13:00"),
                ("ends_at", "15:00"),
                ("purpose", "打合せ"),
                ("attendees", "4"),
                ("agree", "on"),
            ],
        )
        .await;
    assert_eq!(made.status, 303, "{}", made.text);
    made.location.trim_end_matches("/done").to_owned()
}

/// A projector, entered by the manager; its identifier.
pub(super) async fn a_device(app: &TestApp) -> String {
    let manager = app.manager().await;
    let form = manager.get("/counter/devices/new").await;
    let (_, seen) = form.text.split_once("name=\"seen\" value=\"").unwrap();
    let fields = [
        ("seen", seen.split('"').next().unwrap()),
        ("name", "プロジェクター"),
        ("name_en", "Projector"),
        ("counted_in", "台"),
        ("stock", "2"),
        ("where", "all"),
    ];
    let added = manager.post("/counter/devices", &fields).await;
    assert_eq!(added.status, 303, "{}", added.text);
    let list = manager.get("/counter/venue").await;
    let rest = list.text.rsplit_once("/counter/devices/").unwrap().1;
    rest.split(['"', '/']).next().unwrap().to_owned()
}

/// An evening of the meeting room for the centre itself; the path of its page.
pub(super) async fn an_own_use(app: &TestApp) -> String {
    let (manager, staff) = (app.manager().await, app.staff().await);
    let reason = [("name", "区の主催事業"), ("from", "2026-04-01")];
    manager.post("/counter/own-use-reasons", &reason).await;
    let form = staff.get("/counter/own-uses/new").await;
    let (before, _) = form.text.split_once("\">区の主催事業</option>").unwrap();
    let (_, reason) = before.rsplit_once("value=\"").unwrap();
    let room = app.fixture.room.to_string();
    let fields = [
        ("space_id", room.as_str()),
        ("date", TUESDAY),
        ("starts_at", "18:00"),
        ("ends_at", "20:00"),
        ("times", "2"),
        ("reason", reason),
        ("programme", "創業塾 第3回"),
    ];
    let entered = staff.post("/counter/own-uses", &fields).await;
    assert_eq!(entered.status, 303, "{}", entered.text);
    entered.location
}

/// A desk that somebody decides on; its identifier.
pub(super) async fn a_request(app: &TestApp, member: &tests::Browser) -> String {
    let rule = Rule {
        space: Some(app.fixture.desks),
        ..bookings::samples::rule(Term::Approval(5))
    };
    let system = Actor::system(Via::Cli);
    transact::<_, Fault, _>(&app.app.db, system, &app.clock, async |work| {
        bookings::service::set_rule(work, &rule).await
    })
    .await
    .unwrap();
    let made = member
        .post(
            "/bookings",
            &[
                ("space_id", &app.fixture.desks.to_string()),
                ("date", TUESDAY),
                ("starts_at", "13:00"),
                ("ends_at", "15:00"),
                ("purpose", "創業の準備"),
                ("attendees", "1"),
                ("agree", "on"),
            ],
        )
        .await;
    let id = made.location.strip_prefix("/bookings/");
    id.unwrap().trim_end_matches("/done").to_owned()
}

/// A meeting every Wednesday; the paths of its page and of the page of one turn.
pub(super) async fn a_series(app: &TestApp, member: &tests::Browser) -> (String, String) {
    let made = member
        .post(
            "/series",
            &[
                ("space_id", &app.fixture.room.to_string()),
                ("date", "2026-12-16"),
                ("starts_at", "13:00"),
                ("ends_at", "15:00"),
                ("purpose", "定例の打合せ"),
                ("attendees", "4"),
                ("rhythm", "weekly"),
                ("times", "3"),
                ("agree", "on"),
            ],
        )
        .await;
    assert_eq!(made.status, 303, "{}", made.text);
    let page = member.get(&made.location).await;
    let turn = page
        .text
        .split("href=\"")
        .find(|rest| rest.starts_with("/bookings/"));
    let turn = turn.unwrap().split('"').next().unwrap();
    (
        made.location.trim_end_matches("/done").to_owned(),
        turn.to_owned(),
    )
}
