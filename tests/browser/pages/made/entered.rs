//! What those enter who work at the centre, and the ward.

use tests::TestApp;

use super::last;
use crate::pages::{TUESDAY, planned};

/// What the ward wants in one field, which the manager has or not.
pub(in crate::pages) async fn a_policy(app: &TestApp, issued: bool) -> String {
    let ward = app.ward().await;
    let fields = [
        ("year", "2027"),
        (
            "field",
            if issued {
                "創業・起業"
            } else {
                "維持・発展"
            },
        ),
        ("body", "相談から開業までを一つの窓口で支える。"),
        ("valid_from", "2027-04-01"),
    ];
    let made = ward.post("/policies", &fields).await;
    if issued {
        let page = ward.get(&made.location).await;
        let of = page.text.split("name=\"of\" value=\"").nth(1).unwrap();
        let of = of.split('"').next().unwrap();
        let path = format!("{}/submission", made.location);
        let issued = ward.post(&path, &[("of", of), ("edition", "1")]).await;
        assert_eq!(issued.status, 303, "{}", issued.text);
    }
    last(&made)
}

/// A day of the meeting room, for its air conditioning.
pub(in crate::pages) async fn a_closure(app: &TestApp) -> String {
    let room = app.fixture.room.to_string();
    let fields = [
        ("kind", "once"),
        ("first", "2027-02-10"),
        ("where", "some"),
        ("spaces", room.as_str()),
        ("reason", "空調の保守点検"),
    ];
    last(&app.manager().await.post("/counter/closures", &fields).await)
}

/// A projector, entered by the manager; its identifier.
pub(in crate::pages) async fn a_device(app: &TestApp) -> String {
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
pub(in crate::pages) async fn an_own_use(app: &TestApp) -> String {
    let (manager, staff) = (app.manager().await, app.staff().await);
    let reason = [("name", "区の主催事業"), ("from", "2026-04-01")];
    manager.post("/counter/own-use-reasons", &reason).await;
    let initiative = planned::initiative(app, "consented").await;
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
        ("programme", &initiative),
        ("title", "創業塾 第3回"),
    ];
    let entered = staff.post("/counter/own-uses", &fields).await;
    assert_eq!(entered.status, 303, "{}", entered.text);
    entered.location
}

/// Today as a day with a warning; its identifier.
pub(in crate::pages) async fn a_warning(app: &TestApp) -> String {
    let today = [("on", "2026-12-08"), ("warning", "大雨警報")];
    let staff = app.staff().await;
    let entered = staff.post("/counter/absences/warnings", &today).await;
    assert_eq!(entered.status, 303, "{}", entered.text);
    let list = staff.get("/counter/absences").await;
    let (_, rest) = list.text.split_once("/counter/absences/warnings/").unwrap();
    rest.split('"').next().unwrap().to_owned()
}
