//! One's own bookings, however many: each list goes on over further pages.

use std::collections::BTreeSet;

use bookings::{
    entity::SpaceId,
    rules::Use,
    service::{Reserve, reserve},
};
use chrono::TimeDelta;
use kernel::{Actor, Instant, PersonId, Span, Via, transact};
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::acts;

/// One more than two pages hold.
const MANY: u32 = 101;

/// So many desks this evening, all of one person's.
async fn books(app: &TestApp, desks: SpaceId, person: PersonId) {
    let at = |text: &str| Instant::parse(text).unwrap();
    let (from, until) = ("2026-12-08T18:00:00+09:00", "2026-12-08T19:00:00+09:00");
    let span = Span::try_new(at(from), at(until)).unwrap();
    for _ in 0..MANY {
        let wish = Reserve {
            space: Some(desks),
            unit: None,
            person,
            r#use: Use::new(span, "創業の準備", 1),
            organisation: None,
            waiver: None,
        };
        let system = Actor::system(Via::Cli);
        let made = transact(&app.app.db, system, &app.clock, async |work| {
            reserve(work, &wish).await
        });
        made.await.unwrap();
    }
}

/// The bookings that a page leads to.
fn led_to(page: &Answer) -> BTreeSet<String> {
    let links = page.text.split("href=\"/bookings/").skip(1);
    let ids = links.filter_map(|rest| rest.split('"').next());
    ids.map(str::to_owned).collect()
}

/// Goes from page to page; what each leads to.
async fn pages(member: &Browser, further: &str) -> Vec<BTreeSet<String>> {
    let mut page = member.get("/mypage/bookings").await;
    let mut all = vec![led_to(&page)];
    while let Some((_, rest)) = page.text.split_once("rel=\"next\" href=\"") {
        let next = rest.split('"').next().unwrap().to_owned();
        assert!(next.starts_with(further), "{next}");
        page = member.get(&next).await;
        assert_eq!(page.status, 200, "{}", page.text);
        all.push(led_to(&page));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn every_booking_of_ones_own_is_reached_by_going_on() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let desks = acts::open_desks(&app, 120).await;
        let member = app.member("花子").await;
        books(&app, desks, member.person.unwrap()).await;
        app.run_tasks().await;
        for (days, further) in [
            (0, "/mypage/bookings?coming="),
            (1, "/mypage/bookings?past="),
        ] {
            app.clock.advance(TimeDelta::days(days));
            let member = app.signed_in(member.person.unwrap()).await;
            let found = pages(&member, further).await;
            let sizes: Vec<usize> = found.iter().map(BTreeSet::len).collect();
            assert_eq!(sizes, [50, 50, 1], "{engine:?} {further}");
            let all: BTreeSet<&String> = found.iter().flatten().collect();
            assert_eq!(all.len(), 101, "{engine:?} {further} none twice");
        }
        let nonsense = member.get("/mypage/bookings?past=nonsense").await;
        assert_ne!(nonsense.status, 500);
        app.run_tasks().await;
        app.finish().await;
    }
}
