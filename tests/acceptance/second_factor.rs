//! The second factor: what opens before it, what does not, and how it comes and goes.

mod lost;
mod member;
mod passkeys;
mod setting_up;

use accounts::entity::api_token::Scope;
use chrono::TimeDelta;
use clap::Parser;
use kernel::{Actor, PersonId, Role, Via, events, transact};
use mail_parser::MessageParser;
use sea_orm::EntityTrait;
use server::cli::{self, Cli};
use testkit::database::Engine;
use tests::{Answer, Browser, PASSWORD, TestApp};

/// Half a minute: every device shows other digits.
const NEXT_DIGITS: TimeDelta = TimeDelta::seconds(30);

/// Pages and an address of the API that only open to someone who is signed in.
const OWN: [&str; 3] = ["/mypage", "/mypage/second-factor", "/counter"];

async fn email(app: &TestApp, person: PersonId) -> String {
    let contact = accounts::read::contact(app.app.db.reader(), person);
    contact.await.unwrap().unwrap().email.unwrap()
}

/// A new browser in which the password of this person was right.
async fn half_way(app: &TestApp, person: PersonId) -> (Browser, Answer) {
    let browser = app.visitor();
    let email = email(app, person).await;
    let fields = [("email", &*email), ("password", PASSWORD)];
    let answer = browser.post("/sign-in", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    (browser, answer)
}

/// Nothing of anyone's opens in this browser.
async fn is_nobody(browser: &Browser) {
    for path in OWN {
        let answer = browser.get(path).await;
        assert!(answer.location.starts_with("/sign-in?next="), "{path}");
    }
    for path in ["/api/v1/bookings", "/counter/letters"] {
        let answer = browser.get(path).await;
        assert!([401, 303].contains(&answer.status), "{path}");
    }
    let booked = browser.post("/bookings", &[]).await;
    assert_eq!(booked.status, 401);
    let token = [("name", "x"), ("scope", "write")];
    assert_eq!(browser.post("/mypage/tokens", &token).await.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_staff_opens_before_the_second_step() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let roles = [
            Role::Reception,
            Role::Manager,
            Role::WardOfficer,
            Role::Expert,
        ];
        for role in roles {
            let person = app.someone("花子", &[role]).await.person.unwrap();
            let (browser, answer) = half_way(&app, person).await;
            assert_eq!(answer.location, "/sign-in/code", "{role:?}");
            is_nobody(&browser).await;
            browser.get("/sign-in/code").await.shows("確認コード");

            let wrong = browser.post("/sign-in/code", &[("code", "000000")]).await;
            assert_eq!(wrong.status, 422);
            wrong.shows("code-error");
            is_nobody(&browser).await;

            let digits = app.digits();
            let (first, last) = digits.split_at(3);
            let spaced = format!("{first} {last}");
            let entered = browser.post("/sign-in/code", &[("code", &spaced)]).await;
            assert_eq!(entered.status, 303, "{}", entered.text);
            assert_eq!(browser.get("/mypage").await.status, 200);
        }
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn digits_that_were_seen_by_another_do_not_open_twice() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let person = app.staff().await.person.unwrap();
        let ((mine, _), (theirs, _)) = tokio::join!(half_way(&app, person), half_way(&app, person));
        let code = [("code", &*app.digits())];
        let (mine, theirs) = tokio::join!(
            mine.post("/sign-in/code", &code),
            theirs.post("/sign-in/code", &code)
        );
        let mut statuses = [mine.status, theirs.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422]);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_in_ends_after_ten_minutes_and_belongs_to_one_person() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await.person.unwrap();
        let (browser, answer) = half_way(&app, reception).await;
        let step = answer
            .headers
            .get_all("set-cookie")
            .iter()
            .find_map(|cookie| cookie.to_str().unwrap().strip_prefix("shinko-step="))
            .and_then(|cookie| cookie.split(';').next())
            .unwrap()
            .to_owned();

        // What is kept for the second step is no session, and no token.
        let thief = app.visitor();
        thief.keep_cookie("shinko-session", &step);
        is_nobody(&thief).await;
        let program = app.visitor().with_token(&step);
        assert_eq!(program.get("/api/v1/bookings").await.status, 401);

        // Someone else who is signed in cannot set up a device with it.
        let member = app.member("花子").await;
        member.keep_cookie("shinko-step", &step);
        let there = member.get("/mypage/second-factor/set-up").await;
        assert_eq!(there.location, "/mypage/second-factor");

        app.clock.advance(TimeDelta::minutes(10));
        let code = [("code", &*app.digits())];
        let late = browser.post("/sign-in/code", &code).await;
        assert_eq!((late.status, &*late.location), (303, "/sign-in"));
        is_nobody(&browser).await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_half_way_ends_the_way_in() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await.person.unwrap();
        let (browser, _) = half_way(&app, reception).await;
        assert_eq!(browser.post("/sign-out", &[]).await.status, 303);
        let code = [("code", &*app.digits())];
        let late = browser.post("/sign-in/code", &code).await;
        assert_eq!((late.status, &*late.location), (303, "/sign-in"));
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_are_slowed_down_until_it_is_hopeless() {
    let app = TestApp::start(Engine::Sqlite).await;
    let reception = app.staff().await.person.unwrap();
    for number in 0..10 {
        // A new way in each time does not begin the count anew.
        let (browser, _) = half_way(&app, reception).await;
        let wrong = browser.post("/sign-in/code", &[("code", "000000")]).await;
        assert_eq!(wrong.status, 422, "{number}");
    }
    let (browser, _) = half_way(&app, reception).await;
    let right = browser
        .post("/sign-in/code", &[("code", &app.digits())])
        .await;
    assert_eq!(right.status, 429);
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_by_letter_does_not_replace_the_second_factor() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await.person.unwrap();
        let browser = app.visitor();
        let email = email(&app, reception).await;
        browser.post("/reset", &[("email", &email)]).await;
        app.run_tasks().await;
        let letter = app.letters().pop().unwrap();
        let message = MessageParser::default().parse(&letter.message).unwrap();
        let text = message.body_text(0).unwrap();
        let link = text
            .split_whitespace()
            .find(|word| word.contains("/links/"));
        let password = [("password", PASSWORD)];
        let entered = browser.post(link.unwrap(), &password).await;
        assert_eq!(entered.location, "/sign-in/code", "{}", entered.text);
        is_nobody(&browser).await;
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_without_a_second_factor_gives_no_power() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let person = member.person.unwrap();
        let token = app.token(person, Scope::Write).await;
        let program = app.visitor().with_token(&token);
        assert_eq!(program.get("/api/v1/bookings").await.status, 200);
        let system = Actor::system(Via::Cli);
        transact(&app.app.db, system, &app.clock, async |work| {
            accounts::service::grant(work, person, Role::Reception).await
        })
        .await
        .unwrap();
        is_nobody(&member).await;
        let refused = program.get("/api/v1/bookings").await;
        assert_eq!(refused.status, 403);
        refused.shows("second-factor-needed");
        // A session from before there were second steps is worth no more.
        let before = transact(&app.app.db, system, &app.clock, async |work| {
            let once = accounts::service::Proved::Once;
            accounts::service::sign_in(work, person, once, "Test", None).await
        })
        .await
        .unwrap();
        let old = app.visitor();
        old.keep_cookie("shinko-session", before.reveal());
        is_nobody(&old).await;
        let (_, answer) = half_way(&app, person).await;
        assert_eq!(answer.location, "/sign-in/set-up");

        app.enrol(person).await;
        assert_eq!(program.get("/api/v1/bookings").await.status, 200);
        app.finish().await;
    }
}

async fn acts_upon(app: &TestApp, person: PersonId) -> Vec<String> {
    let all = events::Entity::find().all(app.app.db.reader());
    let subject = uuid::Uuid::from(person);
    let mut all = all.await.unwrap();
    all.retain(|event| event.subject == subject);
    all.into_iter().map(|event| event.kind).collect()
}
