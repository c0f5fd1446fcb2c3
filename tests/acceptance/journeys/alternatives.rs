//! What is offered instead of what is taken, or of what a rule stands against, can be booked.

use bookings::{entity::space, rules::terms::Term, samples};
use testkit::database::Engine;
use tests::{Answer, TestApp};

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

/// The forms behind the buttons of a page that offers something instead.
fn buttons(page: &Answer, form: &Form) -> Vec<Form> {
    let parts = page.text.split("action=\"/bookings/confirmation\"").skip(1);
    let offers = parts.filter(|part| part.contains("これにする"));
    let filled = |part: &str| {
        let page = Answer {
            text: part.to_owned(),
            ..page.clone()
        };
        let mut filled = form.clone();
        for name in [
            "space_id",
            "date",
            "starts_at",
            "ends_at",
            "purpose",
            "attendees",
        ] {
            filled = filled.with(name, &input(&page, name));
        }
        filled
    };
    offers.map(filled).collect()
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
        let offers = buttons(&late, &form);
        assert_eq!(offers.len(), 6, "three times and three places");
        for taken in offers {
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

/// The tests' now is 14:20 on Tuesday the 8th; the room has place for six, from one hour to four.
#[tokio::test(flavor = "multi_thread")]
async fn a_rule_says_since_when_it_holds_and_all_that_is_offered_instead_keeps_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let large = space::Model {
            capacity: 12,
            ..acts::room(&app, "会議室B").await
        };
        acts::open(&app, large, 1).await;
        acts::rule(&app, &samples::rule(Term::Approval(3))).await;
        let member = app.member("花子").await;
        let at = |from: &str, until: &str| Form::new(app.fixture.room, from, until);
        let house = "（開館時間のきまり、2026年4月1日（水）から）";
        let room = "（この場所のきまり、2026年12月8日（火）から）";
        for (form, says, since) in [
            (
                at("13:10", "15:00"),
                "時刻は30分きざみで選んでください。",
                room,
            ),
            (
                at("13:00", "13:30"),
                "1時間以上の長さにしてください。",
                room,
            ),
            (at("9:00", "14:00"), "続けて使えるのは4時間までです。", room),
            (
                at("13:00", "15:00").with("attendees", "8"),
                "この場所に入れるのは6人までです。",
                room,
            ),
            (
                at("13:00", "15:00").with("date", "2026-12-14"),
                "次に開くのは2026年12月15日（火）です。",
                house,
            ),
            (
                at("20:00", "22:00"),
                "この日の開館は9:00から21:00までです。",
                house,
            ),
            (
                at("14:00", "15:00").with("date", "2026-12-08"),
                "先に承認が必要です。",
                "（施行規則第5条、2026年4月1日（水）から）",
            ),
        ] {
            for path in ["/bookings/confirmation", "/bookings"] {
                let refused = member.post(path, &form.fields()).await;
                assert_eq!(refused.status, 422, "{says} {}", refused.text);
                refused.shows(says);
                refused.shows(since);
                refused.shows("いま予約できる、近い時間と場所");
                let offers = buttons(&refused, &form);
                assert!(offers.len() >= 3, "{engine:?} {says} {}", refused.text);
                for offer in offers {
                    let asked = member.post("/bookings/confirmation", &offer.fields()).await;
                    assert_eq!(asked.status, 200, "{offer:?} {}", asked.text);
                }
            }
            let program = acts::program(&app).await;
            let mut wish = form.json();
            wish["attendees"] = form.value("attendees").parse::<i32>().unwrap().into();
            let told = acts::ask(&program, &wish).await;
            assert_eq!(told.status, 422, "{says}");
            told.shows(says);
            told.shows(since);
            let offers = told.json()["alternatives"].as_array().map(Vec::len);
            assert!(offers >= Some(3), "{}", told.text);
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
