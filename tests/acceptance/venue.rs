//! The manager changes the house, its hours and its spaces; what is booked stays as it was booked.

mod houses;

use testkit::database::Engine;
use tests::{Browser, TestApp};

use crate::acts::{Form, TUESDAY, input, made};

/// A week from 9:00 to 20:00 but on Mondays, from the Tuesday on.
fn shorter(seen: &str) -> Vec<(String, String)> {
    let mut fields = vec![
        ("seen".to_owned(), seen.to_owned()),
        ("from".to_owned(), TUESDAY.to_owned()),
    ];
    for weekday in 2..=7 {
        fields.push((format!("opens_{weekday}"), "9:00".to_owned()));
        fields.push((format!("closes_{weekday}"), "20:00".to_owned()));
    }
    fields
}

fn of(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

async fn post(manager: &Browser, path: &str, fields: &[(String, String)]) -> tests::Answer {
    manager.post(path, &of(fields)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn new_hours_begin_on_their_day_and_who_has_booked_stays() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let evening = |date: &str| Form::new(app.fixture.room, "19:00", "21:00").with("date", date);
        let booked = made(&evening(TUESDAY).send(&member).await);
        let path = format!("/counter/venue/{}/hours", app.fixture.venue);
        let form = manager.get(&path).await;
        assert!(form.text.contains("value=\"21:00\""), "{}", form.text);
        let mut fields = shorter(&input(&form, "seen"));

        let check = post(&manager, &path, &fields).await;
        assert_eq!(check.status, 200, "{engine:?} {}", check.text);
        check.shows("新しい設定に合わない予約が1件あります");
        manager.get("/counter/venue").await.hides("20:00");
        fields.push(("act".to_owned(), "set".to_owned()));
        let set = post(&manager, &path, &fields).await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);
        manager.get("/counter/venue").await.shows("20:00");

        member
            .get(&format!("/bookings/{booked}"))
            .await
            .shows("19:00");
        let day_before = evening("2026-12-13").send(&member).await;
        made(&day_before);
        let refused = evening("2026-12-16").send(&member).await;
        assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);

        let again = post(&manager, &path, &fields).await;
        assert_eq!(again.status, 409, "made from what was before");
        again.shows("ほかの画面で設定が変わりました");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_hours_are_named_and_change_nothing() {
    let app = TestApp::start(Engine::Sqlite).await;
    let manager = app.manager().await;
    let path = format!("/counter/venue/{}/hours", app.fixture.venue);
    let seen = input(&manager.get(&path).await, "seen");
    for (change, says) in [
        (("from", "2026-12-01"), "以降の日付"),
        (("from", "2026-02-30"), "以降の日付"),
        (("from", "9999-12-31"), "までの日付"),
        (("closes_2", "8:00"), "閉館を後に"),
        (("opens_3", "25:00"), "開館と閉館を"),
        (("closes_4", ""), "開館と閉館を"),
    ] {
        let mut fields = shorter(&seen);
        fields.push(("act".to_owned(), "set".to_owned()));
        for (name, value) in &mut fields {
            if name == change.0 {
                change.1.clone_into(value);
            }
        }
        let refused = post(&manager, &path, &fields).await;
        assert_eq!(refused.status, 422, "{change:?}");
        refused.shows(says);
    }
    let closed = [("seen", seen.as_str()), ("from", TUESDAY), ("act", "set")];
    let refused = manager.post(&path, &closed).await;
    assert_eq!(refused.status, 422);
    refused.shows("どれか1日は時間を入れてください");
    manager.get("/counter/venue").await.hides("20:00");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_space_is_changed_and_a_desk_added() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let booking = Form::new(app.fixture.room, "13:00", "15:00").with("attendees", "6");
        made(&booking.send(&member).await);

        let path = format!("/counter/spaces/{}", app.fixture.room);
        let room = |seen: &str, capacity: &str, act: &str| {
            vec![
                ("seen".to_owned(), seen.to_owned()),
                ("act".to_owned(), act.to_owned()),
                ("kind".to_owned(), "meeting".to_owned()),
                ("name".to_owned(), "会議室A（改装後）".to_owned()),
                ("name_en".to_owned(), "Meeting Room A".to_owned()),
                ("name_easy".to_owned(), "かいぎしつA".to_owned()),
                ("capacity".to_owned(), capacity.to_owned()),
                ("step".to_owned(), "30".to_owned()),
                ("shortest".to_owned(), "30".to_owned()),
                ("longest".to_owned(), "240".to_owned()),
                ("clearing".to_owned(), "0".to_owned()),
                ("units".to_owned(), "会議室A".to_owned()),
            ]
        };
        let seen = input(&manager.get(&path).await, "seen");
        let asked = post(&manager, &path, &room(&seen, "4", "")).await;
        assert_eq!(asked.status, 200, "{engine:?} {}", asked.text);
        asked.shows("新しい設定に合わない予約が1件あります");
        let set = post(&manager, &path, &room(&seen, "4", "set")).await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);
        member.get("/spaces").await.shows("会議室A（改装後）");
        let many = Form::new(app.fixture.room, "16:00", "17:00").with("attendees", "6");
        assert_eq!(many.send(&member).await.status, 422);
        let stale = post(&manager, &path, &room(&seen, "5", "set")).await;
        assert_eq!(stale.status, 409, "{engine:?}");

        let path = format!("/counter/spaces/{}", app.fixture.desks);
        let form = manager.get(&path).await;
        let mut desks = room(&input(&form, "seen"), "1", "");
        for (name, value) in &mut desks {
            match name.as_str() {
                "kind" => "desk".clone_into(value),
                "name" => "コワーキング席".clone_into(value),
                "units" => "A1\r\nA2\r\n窓側\r\nA4".clone_into(value),
                _ => {}
            }
        }
        let more = post(&manager, &path, &desks).await;
        assert_eq!(more.status, 303, "{engine:?} {}", more.text);
        for _ in 0..4 {
            made(
                &Form::new(app.fixture.desks, "10:00", "11:00")
                    .send(&member)
                    .await,
            );
        }
        let fifth = Form::new(app.fixture.desks, "10:00", "11:00");
        assert_eq!(fifth.send(&member).await.status, 409, "{engine:?}");
        desks[0].1 = input(&manager.get(&path).await, "seen");
        desks[11].1 = "A1".to_owned();
        let fewer = post(&manager, &path, &desks).await;
        assert_eq!(fewer.status, 422, "{engine:?}");
        fewer.shows("いまある4つより少なくはできません");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_space_can_be_booked_at_once_and_the_centre_is_renamed_everywhere() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let form = manager.get("/counter/spaces/new").await;
        let seen = input(&form, "seen");
        let booth = [
            ("seen", seen.as_str()),
            ("kind", "booth"),
            ("name", "防音ブース"),
            ("name_en", "Quiet booth"),
            ("name_easy", "しずかな へや"),
            ("capacity", "１"),
            ("step", "30"),
            ("shortest", "30"),
            ("longest", "120"),
            ("clearing", "0"),
            ("units", "1"),
        ];
        let opened = manager.post("/counter/spaces", &booth).await;
        assert_eq!(opened.status, 303, "{engine:?} {}", opened.text);
        member.get("/spaces").await.shows("防音ブース");

        let path = format!("/counter/venue/{}", app.fixture.venue);
        let form = manager.get(&path).await;
        let seen = input(&form, "seen");
        let house = [
            ("seen", seen.as_str()),
            ("name", "新しいセンター（見本）"),
            ("name_en", "New Centre (sample)"),
            ("postal_code", "１５３－０００１"),
            ("address", "目黒区見本町二丁目"),
            ("telephone", "03-0000-0001"),
            ("counter_hours", "9:00〜17:00"),
        ];
        let changed = manager.post(&path, &house).await;
        assert_eq!(changed.status, 303, "{engine:?} {}", changed.text);
        server::wiring::name_the_centre(&app.app).await.unwrap();
        let home = member.get("/").await;
        home.shows("新しいセンター（見本）");
        home.shows("〒153-0001");
        home.shows("毎週月曜日");
        let english = member.get("/?lang=en").await;
        english.shows("New Centre (sample)");
        english.shows("Every Monday");
        app.finish().await;
    }
}
