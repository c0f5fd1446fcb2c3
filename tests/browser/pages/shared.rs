//! What the ward and the manager keep together: a partner, an agreement, an entry of the log, an action.

use tests::TestApp;

use super::made::{last, linked};

/// One of each, by its name in the list of pages.
pub(super) async fn made(app: &TestApp) -> Vec<(&'static str, String)> {
    let manager = app.manager().await;
    let fields = [("name", "見本信用金庫"), ("sort", "bank"), ("in_use", "on")];
    let agency = last(&manager.post("/agencies", &fields).await);
    let fields = [
        ("agency", agency.as_str()),
        ("name", "創業支援に関する連携協定"),
        ("about", "相談会を共に開く。"),
        ("signed_on", "2026-01-20"),
        ("valid_from", "2026-02-01"),
        ("valid_until", "2026-12-31"),
        ("notice_days", "60"),
    ];
    let agreement = last(&manager.post("/agreements", &fields).await);
    let fields = [
        ("held_on", "2026-12-07"),
        ("agencies", agency.as_str()),
        ("took_part", "館長、融資課"),
        ("subject", "相談会の進め方"),
        ("discussed", "日程と役割"),
        ("agreed", "2月に開く。"),
    ];
    let entry = last(&manager.post("/coordination", &fields).await);
    let fields = [
        ("what", "会場を押さえる"),
        ("side", "manager"),
        ("who", "館長"),
        ("due_on", "2026-12-01"),
    ];
    let path = format!("/coordination/{entry}/actions");
    assert_eq!(manager.post(&path, &fields).await.status, 303);
    let page = manager.get(&format!("/coordination/{entry}")).await;
    vec![
        ("{action}", linked(&page, "/actions/")),
        ("{agency}", agency),
        ("{agreement}", agreement),
        ("{entry}", entry),
    ]
}
