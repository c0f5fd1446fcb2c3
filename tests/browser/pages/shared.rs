//! What the ward and the manager keep together: a partner, an agreement, an entry of the log, an action.

use tests::{Browser, TestApp};

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
    let council = council(&manager).await;
    let made = vec![
        ("{action}", linked(&page, "/actions/")),
        ("{agency}", agency),
        ("{agreement}", agreement),
        ("{entry}", entry),
    ];
    [made, council].concat()
}

/// A council with a member, a meeting with minutes, and an opinion.
async fn council(manager: &Browser) -> Vec<(&'static str, String)> {
    let fields = [
        ("name", "見本産業交流会議"),
        ("purpose", "区内の産業を話し合う。"),
    ];
    let council = last(&manager.post("/councils", &fields).await);
    let fields = [
        ("name", "見本 太郎"),
        ("seat", "chair"),
        ("valid_from", "2026-04-01"),
    ];
    let path = format!("/councils/{council}");
    assert_eq!(
        manager
            .post(&format!("{path}/members"), &fields)
            .await
            .status,
        303
    );
    let seat = linked(&manager.get(&path).await, "/council-members/");
    let fields = [
        ("number", "1"),
        ("held_on", "2026-12-01"),
        ("starts_at", "14:00"),
        ("ends_at", "16:00"),
        ("place", "会議室A"),
        ("agenda", "開会\n今年度の事業について"),
    ];
    let meeting = last(&manager.post(&format!("{path}/meetings"), &fields).await);
    let path = format!("/council-meetings/{meeting}");
    let fields = [("edition", "1"), ("minutes", "事業の進み具合を確かめた。")];
    assert_eq!(
        manager
            .post(&format!("{path}/minutes"), &fields)
            .await
            .status,
        303
    );
    let fields = [
        ("said_by", "見本 太郎"),
        ("body", "夜の相談を増やしてほしい。"),
    ];
    assert_eq!(
        manager
            .post(&format!("{path}/opinions"), &fields)
            .await
            .status,
        303
    );
    let opinion = linked(&manager.get(&path).await, "/opinions/");
    vec![
        ("{council}", council),
        ("{seat}", seat),
        ("{meeting}", meeting),
        ("{opinion}", opinion),
    ]
}
