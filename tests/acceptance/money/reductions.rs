//! Who reduces a fee, on which ground.

mod grounds;

use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::{
    TERMS, answered, bill_of,
    bookings::{bill, priced},
    open_amount, pay, propose,
};
use crate::acts::{Form, TUESDAY, input, made};

pub(super) const KIND: [(&str, &str); 4] = [
    ("name", "障害者団体の利用"),
    ("percent", "50"),
    ("criteria", "手帳か団体の規約を確かめる"),
    ("valid_from", "2026-12-08"),
];

/// The value of the choice whose text has this in it.
pub(super) fn choice(page: &Answer, text: &str) -> String {
    let before = page.text.split(text).next().unwrap();
    let value = before.rsplit("<option value=\"").next().unwrap();
    value.split('"').next().unwrap().to_owned()
}

async fn ask(browser: &Browser, path: &str, kind: &str, percent: &str) -> Answer {
    let seen = input(&browser.get(path).await, "seen");
    let fields = [
        ("kind", kind),
        ("percent", percent),
        ("reason", "手帳を確認しました"),
        ("seen", &seen),
    ];
    browser.post(path, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_ward_fee_the_wards_criteria_are_applied_and_the_ward_approves_the_rest() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let (manager, ward) = (app.manager().await, app.ward().await);
        assert_eq!(
            manager.post("/counter/fees/terms", &TERMS).await.status,
            303
        );
        assert_eq!(counter.post("/counter/reductions", &KIND).await.status, 403);
        assert_eq!(ward.post("/counter/reductions", &KIND).await.status, 303);
        assert_eq!(ward.post("/counter/reductions", &KIND).await.status, 409);
        let mut own = KIND;
        (own[0].1, own[1].1) = ("交流会の利用", "100");
        assert_eq!(manager.post("/counter/reductions", &own).await.status, 303);

        let id = bill_of(&app, member.person.unwrap(), 1_601, "K7M-4PX-9TD").await;
        let path = format!("/counter/bills/{id}/reduction");
        assert_eq!(counter.get(&path).await.status, 403);
        let shown = manager.get(&path).await;
        shown.shows("障害者団体の利用（50％減額、減免後 800円）");
        shown.shows("交流会の利用（100％減額、減免後 0円、区に伺う）");
        let wards = choice(&shown, "障害者団体の利用（50");
        let by_ward = ward.get(&path).await;
        assert!(!by_ward.text.contains("花子"));
        let managers = choice(&by_ward, "交流会の利用（100");
        for (browser, kind, percent) in [
            (&manager, managers.as_str(), ""),
            (&manager, "", "30"),
            (&ward, &managers, ""),
            (&ward, "", "30"),
        ] {
            let refused = ask(browser, &path, kind, percent).await;
            assert_eq!(refused.status, 403, "{engine:?} {}", refused.text);
        }
        assert_eq!(open_amount(&app, id).await, 1_601);
        assert_eq!(ask(&ward, &path, "", "0").await.status, 422);
        assert_eq!(ask(&manager, &path, &wards, "").await.status, 303);
        assert_eq!(open_amount(&app, id).await, 800);
        assert_eq!(ask(&manager, &path, &wards, "").await.status, 409);
        counter
            .get(&format!("/counter/bills/{id}"))
            .await
            .shows("減免（障害者団体の利用）");
        assert_eq!(pay(&counter, &[id], "cash").await.status, 303);

        let other = bill_of(&app, member.person.unwrap(), 1_000, "BBB-BBB-BBB").await;
        let path = format!("/counter/bills/{other}/reduction");
        let found = ward.get("/counter/reductions?reference=bbb-bbb-bbb").await;
        assert_eq!(found.location, path);
        let proposed = propose(&manager, other, "30").await;
        assert_eq!(proposed.status, 303, "{engine:?} {}", proposed.text);
        assert_eq!(open_amount(&app, other).await, 1_000, "{engine:?} not yet");
        let approved = answered(&ward, &proposed.location, ["approve", ""]).await;
        assert_eq!(approved.status, 303, "{engine:?} {}", approved.text);
        assert_eq!(open_amount(&app, other).await, 700);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_the_managers_own_fee_the_manager_decides_and_the_ward_does_not() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (member, manager, ward) = (
        app.member("花子").await,
        app.manager().await,
        app.ward().await,
    );
    let mut terms = TERMS;
    terms[0].1 = "manager_fee";
    assert_eq!(
        manager.post("/counter/fees/terms", &terms).await.status,
        303
    );
    assert_eq!(manager.post("/counter/reductions", &KIND).await.status, 303);
    let id = bill_of(&app, member.person.unwrap(), 1_000, "K7M-4PX-9TD").await;
    let path = format!("/counter/bills/{id}/reduction");
    let kind = choice(&manager.get(&path).await, "障害者団体の利用（50");
    assert_eq!(ask(&ward, &path, &kind, "").await.status, 403);
    assert_eq!(ask(&ward, &path, "", "50").await.status, 403);
    assert_eq!(ask(&manager, &path, &kind, "").await.status, 303);
    assert_eq!(open_amount(&app, id).await, 500);
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ground_that_has_ended_by_the_new_day_is_not_promised_for_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, counter) = (app.member("花子").await, app.staff().await);
        let mut terms = TERMS;
        terms[0].1 = "manager_fee";
        let manager = app.manager().await;
        assert_eq!(
            manager.post("/counter/fees/terms", &terms).await.status,
            303
        );
        let mut until_tuesday = KIND.to_vec();
        until_tuesday.push(("valid_until", TUESDAY));
        let issued = manager.post("/counter/reductions", &until_tuesday).await;
        assert_eq!(issued.status, 303, "{engine:?} {}", issued.text);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let id = made(&form.send(&member).await);
        let own = bill(&counter.get(&format!("/bookings/{id}")).await);
        let path = format!("/counter/bills/{own}/reduction");
        let kind = choice(&manager.get(&path).await, "障害者団体の利用（50");
        assert_eq!(ask(&manager, &path, &kind, "").await.status, 303);
        assert_eq!(open_amount(&app, own).await, 800);

        let path = format!("/bookings/{id}/change");
        let (same_day, next_day) = (("ends_at", "16:00"), ("date", "2026-12-16"));
        for (wish, fee) in [(same_day, 1_200), (next_day, 1_600)] {
            let form = form.clone().with("version", "1").with(wish.0, wish.1);
            let asked = member.post_once(&path, &form.fields()).await;
            let comes_to = input(&asked, "comes_to");
            assert_eq!(comes_to, format!("{fee}-0-400-"), "{engine:?}");
        }
        let later = form.with("version", "1").with(next_day.0, next_day.1);
        let done = member.post(&path, &later.fields()).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        assert_eq!(open_amount(&app, own).await, 1_600);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_reduction_leaves_and_gives_back_is_said_before_the_button() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (person, counter) = (app.member("花子").await.person.unwrap(), app.staff().await);
        let (manager, ward) = (app.manager().await, app.ward().await);
        manager.post("/counter/fees/terms", &TERMS).await;
        assert_eq!(ward.post("/counter/reductions", &KIND).await.status, 303);
        let own = bill_of(&app, person, 1_600, "K7M-4PX-9TD").await;
        assert_eq!(pay(&counter, &[own], "cash").await.status, 303);
        let path = format!("/counter/bills/{own}/reduction");
        let page = ward.get(&path).await;
        let (kind, seen) = (choice(&page, "障害者団体の利用（50"), input(&page, "seen"));
        let form = |kind: &str, percent: &str, act: &str| {
            [
                ("kind", kind),
                ("percent", percent),
                ("reason", "手帳を確認しました"),
                ("act", act),
            ]
            .map(|(name, value)| (name, value.to_owned()))
        };
        let send = async |fields: [(&str, String); 4]| {
            let mut all: Vec<(&str, &str)> =
                fields.iter().map(|(name, is)| (*name, &**is)).collect();
            all.push(("seen", &seen));
            ward.post(&path, &all).await
        };
        let both = send(form(&kind, "30", "check")).await;
        assert_eq!(both.status, 422, "{engine:?}");
        both.shows("割合を空けてください");
        for (kind, percent, after, back) in [
            (&*kind, "", "800円", "800円"),
            ("", "100", "0円", "1,600円"),
        ] {
            let shown = send(form(kind, percent, "check")).await;
            assert_eq!(shown.status, 200, "{engine:?} {}", shown.text);
            shown.shows(&format!("1,600円 → <b>{after}</b>"));
            shown.shows(&format!("{back}をお返しすることになります"));
            assert_eq!(
                open_amount(&app, own).await,
                0,
                "{engine:?} nothing is done yet"
            );
        }
        let back = send(form("", "100", "back")).await;
        assert_eq!(
            (back.status, input(&back, "percent")),
            (200, "100".to_owned())
        );
        assert_eq!(send(form(&kind, "", "set")).await.status, 303, "{engine:?}");
        assert_eq!(open_amount(&app, own).await, -800, "{engine:?}");
        app.finish().await;
    }
}
