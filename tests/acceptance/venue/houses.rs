//! A second house, for the time of works; and spaces that are used together.

use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::{
    acts::{self, Form, input, made},
    journeys::letters,
};

/// A space as the form sends it, with what is different about it.
fn space<'f>(name: &'f str, seen: &'f str, more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let usual = [
        ("seen", seen),
        ("kind", "meeting"),
        ("name", name),
        ("name_en", "Room"),
        ("name_easy", "へや"),
        ("capacity", "12"),
        ("step", "30"),
        ("shortest", "30"),
        ("longest", "240"),
        ("clearing", "0"),
    ];
    [&usual, more].concat()
}

async fn seen(manager: &Browser) -> String {
    input(&manager.get("/counter/spaces/new").await, "seen")
}

/// The space of a name, as the list of spaces leads to it.
fn id_of(list: &Answer, name: &str) -> String {
    let before = list.text.split(name).next().unwrap();
    let link = before.rsplit("href=\"/spaces/").next().unwrap();
    link.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_temporary_house_has_its_own_hours_and_everyone_reads_where_it_is() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let visit = app.visitor().get("/visit").await;
        assert!(!visit.text.contains("仮設会場"), "{engine:?}");
        let form = manager.get("/counter/venue/new").await;
        let seen_then = input(&form, "seen");
        let house = [
            ("seen", seen_then.as_str()),
            ("name", "見本仮設会場"),
            ("name_en", "Temporary house (sample)"),
            ("postal_code", "153-0002"),
            ("address", "目黒区見本町三丁目4番"),
            ("telephone", "03-0000-0002"),
            ("counter_hours", "10:00〜16:00"),
        ];
        // The first house is the one that was opened first, to the millisecond.
        app.clock.advance(chrono::TimeDelta::milliseconds(1));
        let opened = manager.post("/counter/venue", &house).await;
        assert_eq!(opened.status, 303, "{engine:?} {}", opened.text);
        assert!(opened.location.ends_with("/hours"), "{}", opened.location);
        let again = manager.post("/counter/venue", &house).await;
        assert_eq!(again.status, 409, "{engine:?}");
        let hours = manager.get(&opened.location).await;
        let hours_seen = input(&hours, "seen");
        let week = [
            ("seen", hours_seen.as_str()),
            ("from", "2026-12-08"),
            ("opens_2", "10:00"),
            ("closes_2", "16:00"),
            ("act", "set"),
        ];
        let set = manager.post(&opened.location, &week).await;
        assert_eq!(set.status, 303, "{engine:?} {}", set.text);

        let venue = opened.location.split('/').nth(3).unwrap();
        let seen_now = seen(&manager).await;
        let more = [("venue", venue), ("units", "1")];
        let room = space("仮会議室", &seen_now, &more);
        let added = manager.post("/counter/spaces", &room).await;
        assert_eq!(added.status, 303, "{engine:?} {}", added.text);

        let list = member.get("/spaces").await;
        list.shows("見本仮設会場");
        let id = id_of(&list, "仮会議室").parse().unwrap();
        let visit = app.visitor().get("/visit").await;
        visit.shows("目黒区見本町三丁目4番");
        visit.shows("10:00〜16:00");
        let late = Form::new(id, "17:00", "18:00").send(&member).await;
        assert_eq!(late.status, 422, "{engine:?}");
        made(
            &Form::new(app.fixture.room, "17:00", "18:00")
                .send(&member)
                .await,
        );
        made(&Form::new(id, "10:00", "12:00").send(&member).await);
        let told = letters(&app).await;
        let there = |one: &&crate::journeys::Arrived| {
            one.text.contains("見本仮設会場（目黒区見本町三丁目4番）")
        };
        assert_eq!(told.iter().filter(there).count(), 1, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn spaces_that_are_joined_stand_in_each_others_way() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let other = acts::open(&app, acts::room(&app, "会議室B").await, 1).await;
        let third = acts::open(&app, acts::room(&app, "会議室C").await, 1).await;
        let [a, b, c] = [app.fixture.room, other, third].map(|id| id.to_string());
        let early = [
            ("kind", "once"),
            ("first", "2026-12-16"),
            ("where", "some"),
            ("spaces", &c),
            ("reason", "点検"),
        ];
        assert_eq!(manager.post("/counter/closures", &early).await.status, 303);
        let halves = [("parts", a.as_str()), ("parts", b.as_str())];
        let now = seen(&manager).await;
        for (wrong, said) in [
            (vec![("parts", a.as_str())], "2つ以上選んでください"),
            (
                vec![("parts", a.as_str()), ("parts", "x")],
                "2つ以上選んでください",
            ),
            (
                [halves.as_slice(), &[("units", "1")]].concat(),
                "席・室の名前を書きません",
            ),
            (vec![], "入力してください"),
        ] {
            let wrong = space("会議室A・B", &now, &wrong);
            let refused = manager.post("/counter/spaces", &wrong).await;
            assert_eq!(refused.status, 422, "{engine:?} {wrong:?}");
            refused.shows(said);
        }
        made(&Form::new(other, "10:00", "12:00").send(&member).await);
        let whole = space("会議室A・B", &now, &halves);
        let joined = manager.post("/counter/spaces", &whole).await;
        assert_eq!(joined.status, 303, "{engine:?} {}", joined.text);
        let id = id_of(&member.get("/spaces").await, "会議室A・B");
        let id = id.parse().unwrap();
        // What was booked of a half before stands against the whole, and the other way round.
        let taken = Form::new(id, "11:00", "13:00").send(&member).await;
        assert_eq!(taken.status, 409, "{engine:?} {}", taken.text);
        made(&Form::new(id, "13:00", "15:00").send(&member).await);
        let half = Form::new(app.fixture.room, "14:00", "16:00");
        assert_eq!(half.send(&member).await.status, 409, "{engine:?}");
        let now = seen(&manager).await;
        let twice = manager
            .post("/counter/spaces", &space("同じ組", &now, &halves))
            .await;
        assert_eq!(twice.status, 422, "{engine:?}");
        // What closes a half closes the whole that was joined later.
        let closed = [
            ("kind", "once"),
            ("first", "2026-12-17"),
            ("where", "some"),
            ("spaces", &b),
            ("reason", "点検"),
        ];
        assert_eq!(manager.post("/counter/closures", &closed).await.status, 303);
        let halves = [("parts", a.as_str()), ("parts", c.as_str())];
        let now = seen(&manager).await;
        let more = space("会議室A・C", &now, &halves);
        assert_eq!(manager.post("/counter/spaces", &more).await.status, 303);
        let id = id_of(&member.get("/spaces").await, "会議室A・C")
            .parse()
            .unwrap();
        let shut = Form::new(id, "11:00", "13:00").with("date", "2026-12-16");
        assert_eq!(shut.send(&member).await.status, 422, "{engine:?}");
        let once_more = space("全部", &now, &[("parts", &a), ("parts", &b)]);
        let stale = manager.post("/counter/spaces", &once_more).await;
        assert_eq!(stale.status, 409, "made from what was before");
        app.run_tasks().await;
        app.finish().await;
    }
}
