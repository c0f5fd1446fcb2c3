//! What is offered instead of what is taken can be booked.

use testkit::database::Engine;
use tests::TestApp;

use crate::acts::{self, Form, TUESDAY, input, made};

/// The times that a page offers: the values of its links to the booking form.
fn offered(page: &str) -> Vec<String> {
    page.split("/bookings/new?slot=")
        .skip(1)
        .map(|rest| rest.split(['"', '&']).next().unwrap().to_owned())
        .collect()
}

/// A form for the time that a link offers: `<space>/2026-12-15/780-900`.
fn form_of(slot: &str) -> Form {
    let parts: Vec<&str> = slot.split('/').collect();
    let (from, until) = parts[2].split_once('-').unwrap();
    let clock = |minutes: &str| {
        let minutes: u32 = minutes.parse().unwrap();
        format!("{}:{:02}", minutes / 60, minutes % 60)
    };
    Form::new(parts[0].parse().unwrap(), &clock(from), &clock(until)).with("date", parts[1])
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_searches_in_vain_can_book_everything_that_is_offered_instead() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let search = format!("/availability?date={TUESDAY}&from=13:00&minutes=120&people=4");
        let found = offered(&app.visitor().get(&search).await.text);
        let wanted = format!("{}/{TUESDAY}/780-900", app.fixture.room);
        assert_eq!(found, [wanted.as_str()]);

        let taken = form_of(&wanted).send(&app.member("太郎").await).await;
        made(&taken);
        let instead = offered(&app.visitor().get(&search).await.text);
        assert_eq!(instead.len(), 3, "{instead:?}");
        for name in ["会議室B", "会議室C", "会議室D"] {
            acts::open(&app, acts::room(&app, name).await, 1).await;
        }
        let others = offered(&app.visitor().get(&search).await.text);
        assert_eq!(others.len(), 3, "{others:?}");
        for slot in [instead, others].concat() {
            let member = app.member("花子").await;
            let booked = form_of(&slot).send(&member).await;
            let id = made(&booked);
            let path = format!("/bookings/{id}/cancellation");
            let cancelled = member.post(&path, &[]).await;
            assert_eq!(cancelled.status, 303, "{engine:?} {slot}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_too_late_is_told_so_and_can_book_all_that_the_page_offers() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        for name in ["会議室B", "会議室C", "会議室D"] {
            acts::open(&app, acts::room(&app, name).await, 1).await;
        }
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("attendees", "4");
        made(&form.send(&app.member("太郎").await).await);
        let late = form.send(&app.member("花子").await).await;
        assert_eq!(late.status, 409);
        late.shows("先に予約が入りました");
        let offers: Vec<&str> = late
            .text
            .split("action=\"/bookings/confirmation\"")
            .skip(1)
            .collect();
        assert_eq!(offers.len(), 6, "three times and three places");
        for offer in offers {
            let page = tests::Answer {
                text: offer.to_owned(),
                ..late.clone()
            };
            let mut taken = form.clone();
            for name in [
                "space_id",
                "date",
                "starts_at",
                "ends_at",
                "purpose",
                "attendees",
            ] {
                taken = taken.with(name, &input(&page, name));
            }
            let member = app.member("花子").await;
            let confirm = member.post("/bookings/confirmation", &taken.fields()).await;
            assert_eq!(confirm.status, 200, "{}", confirm.text);
            let booked = taken.with("once", &input(&confirm, "once"));
            let id = made(&booked.send(&member).await);
            let path = format!("/bookings/{id}/cancellation");
            let cancelled = member.post(&path, &[]).await;
            assert_eq!(cancelled.status, 303, "{engine:?}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
