//! However somebody comes to a place, they owe its fee from then on, and not before.

use ::seminars::{entity::EnrolmentId, read};
use testkit::database::Engine;

use super::{
    super::{Taught, lesson_of},
    again, bill, costing, costs,
};
use crate::{
    consultations::led,
    money::{answered, propose},
};

/// Whether an enrolment has a bill.
async fn is_charged(centre: &Taught, own: &str) -> bool {
    let id: EnrolmentId = own.rsplit('/').next().unwrap().parse().unwrap();
    let found = read::bill_of(centre.app.app.db.reader(), id).await;
    found.unwrap().is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_admitted_owes_it_from_then_on() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = costing(&centre, &[("way", "screening")]).await;
        let (_, own) = centre.enrols(&id).await;
        assert!(!is_charged(&centre, &own).await, "{engine:?}");
        let chosen = own.rsplit('/').next().unwrap();
        let admits = [("people", chosen), ("act", "admit")];
        let path = format!("/counter/seminars/{id}/screening");
        led(&centre.manager.post(&path, &admits).await);
        assert_eq!(bill(&centre, &own).await.1, 3_000, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wins_a_draw_owes_it_when_they_say_that_they_come() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costing(&centre, &[("way", "draw"), ("until_day", "2026-12-20")]).await;
        let (who, own) = centre.enrols(&id).await;
        centre.at("2026-12-20T17:00").await;
        centre.app.run_tasks().await;
        let path = format!("/counter/seminars/{id}");
        let edition = centre.edition(&path).await;
        let fields = [
            ("edition", &*edition),
            ("day", "2026-12-22"),
            ("time", "12:00"),
        ];
        led(&centre.manager.post(&format!("{path}/draw"), &fields).await);
        assert!(!is_charged(&centre, &own).await, "{engine:?}");
        let who = again(&centre, &who).await;
        who.get(&own).await.shows("席が決まった方は、参加費3,000円");
        led(&who.post(&format!("{own}/acceptance"), &[]).await);
        assert_eq!(bill(&centre, &own).await.1, 3_000, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_to_the_door_owes_it_at_once() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let lesson = lesson_of(&centre, &id).await;
        let comes = centre.app.member("たろう").await;
        centre.at("2026-12-26T10:30").await;
        let reception = centre.app.staff().await;
        let person = comes.person.unwrap().to_string();
        let fields = [("person", person.as_str()), ("mode", "here")];
        let door = format!("/counter/lessons/{lesson}/walk-ins");
        let to = led(&reception.post(&door, &fields).await);
        let own = format!("/enrolments/{}", to.split("#at-").nth(1).unwrap());
        assert_eq!(bill(&centre, &own).await.1, 3_000, "{engine:?}");
        // The centre does not take away what has begun.
        centre.at("2026-12-27T09:00").await;
        centre.app.run_tasks().await;
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_has_a_bill_for_each_and_one_of_them_cancels() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let who = centre.app.member("総務").await;
        let path = format!("/seminars/{id}/company");
        let fields = [
            ("once", "1"),
            ("mode", "here"),
            ("company", "見本商店"),
            ("list", "見本 花子\n見本 次郎"),
        ];
        led(&who.post(&path, &fields).await);
        let mine = who.get("/mypage/seminars").await;
        let mut all = mine.text.split("href=\"/enrolments/").skip(1);
        let mut own = || {
            format!(
                "/enrolments/{}",
                all.next().unwrap().split('"').next().unwrap()
            )
        };
        let (one, other) = (own(), own());
        let bills = [bill(&centre, &one).await, bill(&centre, &other).await];
        assert_ne!(bills[0].0, bills[1].0, "{engine:?}");
        assert_eq!([bills[0].1, bills[1].1], [3_000, 3_000], "{engine:?}");
        let letters = centre.letters().await;
        assert!(
            letters.last().unwrap().text.contains("6,000円"),
            "{engine:?}"
        );
        led(&who.post(&format!("{one}/cancellation"), &[]).await);
        assert_eq!(bill(&centre, &one).await.1, 0, "{engine:?}");
        assert_eq!(bill(&centre, &other).await.1, 3_000, "{engine:?}");
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_loses_a_place_while_the_ward_decides_whether_it_is_reduced() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let (_, own) = centre.enrols(&id).await;
        let (owed, _) = bill(&centre, &own).await;
        let proposal = led(&propose(&centre.manager, owed, "50").await);
        centre.at("2026-12-16T09:00").await;
        centre.app.run_tasks().await;
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        let ward = centre.app.ward().await;
        led(&answered(&ward, &proposal, ["refuse", "要件に当たらないため"]).await);
        centre.app.run_tasks().await;
        assert_eq!(centre.counts(&id).await, ([0, 0, 0], 0), "{engine:?}");
        assert_eq!(bill(&centre, &own).await.1, 0, "{engine:?}");
        centre.app.finish().await;
    }
}
