//! What people come to the centre's pages for, from the first look to the end.

use kernel::{events, seal};
use mail::Sent;
use mail_parser::{MessageParser, MimeHeaders};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, PASSWORD, TestApp};

use crate::acts::{self, Form, Rows, TUESDAY, input, made};

/// A letter as it arrived.
struct Arrived {
    to: String,
    subject: String,
    text: String,
    calendar: Option<String>,
}

/// Sends what is due; every letter so far, first to last.
async fn letters(app: &TestApp) -> Vec<Arrived> {
    app.run_tasks().await;
    let read = |sent: Sent| {
        let message = MessageParser::default().parse(&sent.message).unwrap();
        Arrived {
            to: sent.to.join(","),
            subject: message.subject().unwrap().to_owned(),
            text: message.body_text(0).unwrap().into_owned(),
            calendar: message.attachment(0).map(|ics| {
                assert_eq!(ics.attachment_name(), Some("calendar.ics"));
                ics.text_contents().unwrap().replace("\r\n ", "")
            }),
        }
    };
    app.letters().into_iter().map(read).collect()
}

/// The kinds of events about one thing, and whether the chain is whole.
async fn acts_upon(app: &TestApp, id: &str) -> Vec<String> {
    app.run_tasks().await;
    let found = seal::verify(app.app.db.reader(), &[]).await.unwrap();
    assert!(found.is_ok(), "{found:?}");
    let subject: uuid::Uuid = id.parse().unwrap();
    let mut all = events::Entity::find()
        .all(app.app.db.reader())
        .await
        .unwrap();
    all.retain(|event| event.subject == subject);
    all.sort_by_key(|event| (event.at, event.seal));
    all.into_iter().map(|event| event.kind).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_looks_around_without_signing_in() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (desks, room) = (app.fixture.desks, app.fixture.room);
        let visitor = app.visitor();
        visitor.get("/").await.shows("産業振興センター");
        let spaces = visitor.get("/spaces").await;
        spaces.shows("コワーキング席");
        spaces.shows("会議室A");
        let day = format!("/availability?date={TUESDAY}");
        let grid = visitor.get(&day).await;
        assert_eq!(grid.status, 200);
        grid.shows(&format!("{desks}/{TUESDAY}/540-600"));
        grid.shows(&format!("{room}/{TUESDAY}/1200-1260"));
        let table = visitor.get(&format!("{day}&view=table")).await;
        table.shows("<table");
        table.shows(&format!("{room}/{TUESDAY}/540-600"));
        let week = visitor.get(&format!("/spaces/{room}?week={TUESDAY}")).await;
        week.shows(&format!("{room}/2026-12-19/540-600"));
        assert!(
            !week.text.contains("2026-12-14/"),
            "Mondays are closed and cannot be chosen"
        );
        app.finish().await;
    }
}

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

/// Signs up by the letter and goes on to where the person was going.
async fn sign_up(app: &TestApp, browser: &Browser, next: &str) -> String {
    let names = [
        ("family_name", "見本"),
        ("given_name", "太郎"),
        ("family_kana", "みほん"),
        ("given_kana", "たろう"),
        ("email", "taro@demo.example"),
        ("next", next),
    ];
    let sent = browser.post_and_follow("/sign-up", &names).await;
    assert_eq!(sent.status, 200);
    let letter = letters(app).await.pop().unwrap();
    assert_eq!(letter.to, "taro@demo.example");
    let link = letter
        .text
        .split_whitespace()
        .find(|word| word.contains("/links/"))
        .unwrap()
        .to_owned();
    let asked = browser.get(&link).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    let entered = browser.post(&link, &[("password", PASSWORD)]).await;
    assert_eq!(entered.status, 303, "{}", entered.text);
    entered.location
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_signs_up_books_changes_and_cancels() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let person = app.visitor();
        let slot = format!("/bookings/new?slot={}/{TUESDAY}/780-900", app.fixture.room);
        let sent_away = person.get(&slot).await;
        assert_eq!(sent_away.status, 303);
        assert!(sent_away.location.starts_with("/sign-in?next="));
        let next = sign_up(&app, &person, &slot).await;
        assert_eq!(next, slot);

        let form = person.get(&next).await;
        assert_eq!(form.status, 200);
        assert_eq!(input(&form, "date"), TUESDAY);
        let booking = Form::new(app.fixture.room, "13:00", "15:00")
            .with("purpose", "打合せ")
            .with("attendees", "4");
        let confirm = "/bookings/confirmation";
        let confirm = person.post(confirm, &booking.fields()).await;
        assert_eq!(confirm.status, 200, "{}", confirm.text);
        confirm.shows("この内容で予約しますか");
        let booking = booking.with("once", &input(&confirm, "once"));
        let made_it = booking.send(&person).await;
        let id = made(&made_it);
        let done = person.get(&made_it.location).await;
        let reference = done
            .text
            .split_once("<p class=\"number\">")
            .and_then(|(_, rest)| rest.split_once('<'))
            .map(|(number, _)| number.to_owned())
            .unwrap();

        let confirmed = letters(&app).await.pop().unwrap();
        assert_eq!(confirmed.to, "taro@demo.example");
        assert!(confirmed.text.contains(&reference), "{}", confirmed.text);
        let ics = confirmed.calendar.unwrap();
        assert!(ics.contains("DTSTART:20261215T040000Z\r\n"), "{ics}");
        assert!(ics.contains("DTEND:20261215T060000Z\r\n"), "{ics}");
        person.get("/mypage").await.shows("会議室A");
        person.get("/mypage/bookings").await.shows(&id);
        person
            .get("/mypage/notices")
            .await
            .shows(&confirmed.subject);

        let path = format!("/bookings/{id}/change");
        let version = input(&person.get(&path).await, "version");
        let change = booking.with("starts_at", "16:00").with("ends_at", "17:30");
        let change = change.with("version", &version);
        let changed = person.post_and_follow(&path, &change.fields()).await;
        assert_eq!(changed.status, 200);
        let letter = letters(&app).await.pop().unwrap();
        let ics = letter.calendar.unwrap();
        assert!(ics.contains("DTSTART:20261215T070000Z\r\n"), "{ics}");

        let path = format!("/bookings/{id}/cancellation");
        person.get(&path).await.shows(&reference);
        let gone = person.post_and_follow(&path, &[]).await;
        assert_eq!(gone.status, 200);
        let all = letters(&app).await;
        assert_eq!(all.len(), 4, "sign-up, booked, changed, cancelled");
        assert!(all[3].calendar.as_ref().unwrap().contains("CANCELLED"));
        assert_eq!(
            acts_upon(&app, &id).await,
            ["booking.reserved", "booking.changed", "booking.cancelled"],
            "{engine:?}"
        );
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_sent_twice_is_one_booking() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let before = Rows::of(&app).await;
        let form = Form::new(app.fixture.desks, "13:00", "15:00").with("once", "one-page");
        let (first, second) = tokio::join!(form.send(&member), form.send(&member));
        assert_eq!(made(&first), made(&second), "{engine:?}");
        assert_eq!(made(&form.send(&member).await), made(&first));
        assert_eq!(Rows::of(&app).await, before.and_a_booking(true));
        app.run_tasks().await;
        assert_eq!(app.letters().len(), 1);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn eighteen_members_have_a_desk_at_the_same_hour_and_the_next_is_offered_another() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let desks = acts::open_desks(&app, 18).await;
        let form = Form::new(desks, "10:00", "11:00");
        let mut coming = tokio::task::JoinSet::new();
        for _ in 0..18 {
            let (member, form) = (app.member("花子").await, form.clone());
            coming.spawn(async move { form.send(&member).await });
        }
        for answer in coming.join_all().await {
            made(&answer);
        }
        let last = app.member("十九").await;
        let before = Rows::of(&app).await;
        let late = form.send(&last).await;
        assert_eq!(late.status, 409, "{engine:?}: {}", late.text);
        late.shows("先に予約が入りました");
        late.shows("これにする");
        late.shows("コワーキング席");
        assert_eq!(Rows::of(&app).await, before, "no letter for a refusal");
        app.run_tasks().await;
        assert_eq!(app.letters().len(), 18);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_divisible_room_is_whole_or_in_halves() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let [a, b, whole] = acts::open_divisible(&app).await;
        let member = app.member("花子").await;
        for (space, from, until, expected) in [
            (whole, "9:00", "11:00", 303),
            (a, "10:00", "11:00", 409),
            (b, "9:00", "10:00", 409),
            (a, "11:00", "12:00", 303),
            (b, "11:00", "12:00", 303),
            (b, "13:00", "14:00", 303),
            (whole, "13:00", "14:00", 409),
            (whole, "12:00", "13:00", 303),
        ] {
            let answer = Form::new(space, from, until).send(&member).await;
            assert_eq!(
                answer.status, expected,
                "{engine:?} {from}: {}",
                answer.text
            );
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_books_for_a_person_without_an_account_and_marks_who_has_come() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let counter = app.staff().await;
        let names = [
            ("family_name", "実例"),
            ("given_name", "よしお"),
            ("family_kana", "ジツレイ"),
            ("given_kana", "ヨシオ"),
            ("telephone", "03-0000-0000"),
        ];
        let known = counter.post("/counter/people/new", &names).await;
        let person = known.location.strip_prefix("/counter/people/").unwrap();
        let form = Form::new(app.fixture.room, "15:00", "16:00")
            .with("date", "2026-12-08")
            .with("for", person);
        let booked = form.send(&counter).await;
        let id = made(&booked);
        let done = counter.get(&booked.location).await;
        done.shows("メールは送っていません");
        app.run_tasks().await;
        assert!(app.letters().is_empty(), "there is no address");

        let board = counter.get("/counter").await;
        board.shows("実例 よしお");
        let arrival = format!("/bookings/{id}/arrival");
        let arrived = counter.post_and_follow(&arrival, &[]).await;
        assert_eq!(arrived.status, 200);
        let withdrawal = format!("{arrival}/withdrawal");
        assert_eq!(counter.post(&withdrawal, &[]).await.status, 303);
        assert_eq!(counter.post(&withdrawal, &[]).await.status, 409);

        let reference = counter.get(&format!("/bookings/{id}")).await;
        let reference = reference
            .text
            .split_once("<b class=\"nowrap\">")
            .and_then(|(_, rest)| rest.split_once('<'))
            .map(|(number, _)| number.to_owned())
            .unwrap();
        for asked in [reference.as_str(), "実例", "ジツレイ"] {
            let found = counter.get(&format!("/counter/bookings?q={asked}")).await;
            found.shows(&id);
        }
        let search = counter.get(&format!("/counter/search?q={reference}")).await;
        assert_eq!(search.location, format!("/bookings/{id}"));
        assert_eq!(
            acts_upon(&app, &id).await,
            [
                "booking.reserved",
                "booking.arrived",
                "booking.arrival_undone"
            ],
            "{engine:?}"
        );
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strangers_booking_is_not_there() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("version", "1");
        let id = made(&form.send(&app.member("太郎").await).await);
        let stranger = app.member("次郎").await;
        let before = Rows::of(&app).await;
        for page in ["", "/done", "/change", "/cancellation", "/calendar.ics"] {
            let seen = stranger.get(&format!("/bookings/{id}{page}")).await;
            assert_eq!(seen.status, 404, "{engine:?} {page}");
        }
        for act in ["change", "cancellation"] {
            let path = format!("/bookings/{id}/{act}");
            let done = stranger.post(&path, &form.fields()).await;
            assert_eq!(done.status, 404, "{engine:?} {act}");
        }
        assert_eq!(Rows::of(&app).await, before);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_change_one_booking_do_not_overwrite_each_other() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("太郎").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let id = made(&form.send(&member).await);
        let path = format!("/bookings/{id}/change");
        let seen = input(&member.get(&path).await, "version");
        let reception = app.staff().await;
        let first = form.clone().with("version", &seen).with("ends_at", "16:00");
        assert_eq!(reception.post(&path, &first.fields()).await.status, 303);
        let before = Rows::of(&app).await;
        let second = form.with("version", &seen).with("purpose", "あとの打合せ");
        let refused = member.post(&path, &second.fields()).await;
        assert_eq!(refused.status, 409, "{engine:?}: {}", refused.text);
        refused.shows("あとの打合せ");
        refused.shows("16:00");
        assert_eq!(Rows::of(&app).await, before);
        assert_eq!(input(&refused, "version"), "2", "what stands now is shown");
        app.run_tasks().await;
        app.finish().await;
    }
}
