//! The centre in which every row is tried, with something of everybody's.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU32, Ordering},
};

use accounts::entity::api_token::Scope;
use bookings::{
    entity::{booking, booking_paper::Kind as Paper, calendar_feed::Kind, series::Rhythm},
    rules::{Use, repeats::End},
    service::{Feed, Repeat, Reserve},
};
use fees::entity::BillId;
use kernel::{Actor, Instant, PersonId, Span, Via, transact};
use reqwest::Method;
use sea_orm::EntityTrait;
use testkit::{authenticator::Authenticator, database::Engine};
use tests::{Browser, PASSWORD, TestApp};

use super::table::Row;
use crate::{
    acts::{self, Form},
    devices, money, organisations,
};

/// The centre with enough desks for every row, and a stranger whose things are nobody else's.
pub(super) struct House {
    pub(super) app: TestApp,
    desks: bookings::entity::SpaceId,
    /// More desks; each booking of one is decided by somebody.
    decided: bookings::entity::SpaceId,
    stranger: PersonId,
    people: [PersonId; 4],
    tokens: [String; 2],
    /// So many hours of the meeting room were offered.
    hours: AtomicU32,
}

impl House {
    pub(super) async fn open() -> Self {
        let app = TestApp::start(Engine::Sqlite).await;
        let desks = acts::open_desks(&app, 400).await;
        let decided = acts::open_desks(&app, 100).await;
        let approval = bookings::rules::Rule {
            space: Some(decided),
            ..bookings::samples::rule(bookings::rules::terms::Term::Approval(5))
        };
        acts::rule(&app, &approval).await;
        let stranger = app.member("次郎").await.person.unwrap();
        let members = [
            app.member("花子").await,
            app.staff().await,
            app.manager().await,
            app.ward().await,
        ];
        let people = members.map(|browser| browser.person.unwrap());
        let manager = app.signed_in(people[2]).await;
        assert_eq!(
            manager
                .post("/counter/fees/terms", &money::TERMS)
                .await
                .status,
            303
        );
        let tokens = [
            app.token(people[0], Scope::Read).await,
            app.token(people[0], Scope::Write).await,
        ];
        Self {
            app,
            desks,
            decided,
            stranger,
            people,
            tokens,
            hours: AtomicU32::new(0),
        }
    }

    /// Whose things a role's own things are; a visitor tries the member's.
    fn person(&self, role: usize) -> PersonId {
        match role {
            1..=4 => self.people[role - 1],
            _ => self.people[0],
        }
    }

    async fn browser(&self, role: usize) -> Browser {
        match role {
            0 => self.app.visitor(),
            5 | 6 => self.app.visitor().with_token(&self.tokens[role - 5]),
            _ => self.app.signed_in(self.person(role)).await,
        }
    }

    /// Asks for one row in one role; says the status, or `in` for the way to signing in.
    pub(super) async fn try_it(&self, row: &Row, role: usize) -> String {
        let path = self.path(row, role).await;
        let browser = self.browser(role).await;
        let answer = if row.method == Method::GET {
            browser.get(&path).await
        } else if row.route.starts_with("/api/") {
            let wish = self.form().json();
            browser.post_json(&path, &wish, &[]).await
        } else {
            let form = self.fields(row.route);
            browser.post(&path, &form.fields()).await
        };
        if answer.location.starts_with("/sign-in?next=") {
            return "in".to_owned();
        }
        assert!(
            answer.status < 500,
            "{} {path}: {}",
            row.method,
            answer.text
        );
        answer.status.to_string()
    }

    /// A desk this evening: there are enough for everyone.
    fn form(&self) -> Form {
        Form::new(self.desks, "19:00", "20:00")
            .with("date", "2026-12-08")
            .with("version", "1")
    }

    /// Right fields for every form.
    fn fields(&self, route: &str) -> Form {
        let names = [
            ("family_name", "実例"),
            ("given_name", "よしお"),
            ("family_kana", "ジツレイ"),
            ("given_kana", "ヨシオ"),
            ("name", "集計"),
            ("scope", "read"),
            ("current", PASSWORD),
        ];
        let mut form = self.form();
        for (name, value) in names {
            form = form.with(name, value);
        }
        match route {
            "/counter/bills/{id}/reduction" => form
                .with("percent", "50")
                .with("reason", "区の決定")
                .with("seen", "1000"),
            "/counter/payments/{id}/refund" | "/counter/payments/{id}/refund/confirmation" => form
                .with("amount", "100")
                .with("method", "cash")
                .with("reason", "取り消しのため")
                .with("left", "1000"),
            "/counter/fees/terms" => money::TERMS
                .iter()
                .fold(form, |form, (name, value)| form.with(name, value)),
            "/counter/tariffs/{id}/confirmation" | "/counter/tariffs/{id}/rates" => form
                .with("unit", "use")
                .with("amount", "400")
                .with("tax", "standard")
                .with("valid_from", "2026-12-08"),
            "/counter/reductions" => form
                .with("percent", "50")
                .with("criteria", "手帳を確かめる")
                .with("valid_from", "2026-12-08"),
            "/mypage/password" => form.with("password", PASSWORD),
            "/mypage/second-factor" => form.with("act", "set_up"),
            "/sign-in" => form
                .with("email", "nobody@demo.example")
                .with("password", "x"),
            "/bookings/{id}/papers" => form.with("kind", "permit"),
            "/counter/people/new" => form.with("seen", "yes"),
            "/counter/closures" | "/counter/closures/confirmation" => form
                .with("kind", "once")
                .with("first", "2026-12-25")
                .with("reason", "館内清掃"),
            "/counter/applications/{id}/review" => form
                .with("decision", "return")
                .with("answer", "書類を添えてください。"),
            "/counter/organisations/{id}/representatives" => {
                form.with("person", &self.stranger.to_string())
            }
            "/counter/closures/{id}/end" => form.with("from", "2026-12-22"),
            "/counter/rules" | "/counter/rules/confirmation" => form
                .with("kind", "run")
                .with("amount", "31")
                .with("source", "施行規則第7条")
                .with("since", "2026-12-08"),
            "/counter/rules/{id}/end" => form.with("last", "2026-12-08"),
            "/counter/requests/{id}/approval" | "/counter/requests/{id}/refusal" => {
                form.with("seen", "1").with("ground", "purpose")
            }
            "/counter/absences/warnings" => {
                form.with("on", "2026-12-08").with("warning", "大雨警報")
            }
            "/series" => form.with("rhythm", "weekly").with("times", "1"),
            "/series/{id}/change" | "/series/{id}/change/confirmation" => form.with("seen", "1.1"),
            _ => form.with("email", "somebody@demo.example"),
        }
    }

    /// The address of a row, with things made for this one request.
    async fn path(&self, row: &Row, role: usize) -> String {
        let own = self.person(role);
        let whose = if row.of == "another's" {
            self.stranger
        } else {
            own
        };
        let id = match (row.of, row.route) {
            ("-", _) => return row.route.to_owned(),
            ("nothing", _) => uuid::Uuid::nil().to_string(),
            ("space", "/api/v1/spaces/{id}/availability") => {
                format!(
                    "{}/availability?from=2026-12-15&until=2026-12-16",
                    self.desks
                )
            }
            ("space", _) => self.desks.to_string(),
            ("asset", _) => {
                let css = self.app.app.assets.css();
                return css;
            }
            ("person", _) => self.stranger.to_string(),
            ("enrolled", _) => self.enrolled().await,
            ("notice", _) | (_, "/mypage/notices/{id}" | "/mypage/notices/{id}/calendar.ics") => {
                self.letter_of(whose).await
            }
            ("dead", _) => self.dead_letter().await,
            ("session", _) | (_, "/mypage/sessions/{id}/end") => self.session_of(whose).await,
            ("token", _) | (_, "/mypage/tokens/{id}/end") => self.token_of(whose).await,
            (_, "/mypage/passkeys/{id}/end") => self.passkey_of(whose).await,
            ("bill", _) => self.bill_of(own).await.to_string(),
            ("payment" | "refundable", _) => self.payment_of(own).await,
            ("receipt", _) | (_, "/receipts/{id}") => self.receipt_of(whose).await,
            ("refunded", _) | (_, "/refunds/{id}") => self.refund_of(whose).await,
            ("tariff", _) => self.tariff().await,
            ("closure", _) => self.closure().await,
            ("rule", _) => self.rule().await,
            ("begun", _) => self.begun(own).await,
            ("request", _) => self.request_of(self.stranger).await,
            ("absent", _) => self.absent(own).await,
            ("device", _) => devices::add(&self.app, "マイク", 4).await.to_string(),
            ("venue", _) => self.app.fixture.venue.to_string(),
            ("arrived", _) => self.arrived(own).await,
            ("company", _) => {
                let route = row.route.replace("{person}", &self.stranger.to_string());
                return route.replace("{id}", &self.company(self.stranger).await);
            }
            ("firm", _) => {
                let route = row.route.replace("{person}", &own.to_string());
                return route.replace("{id}", &self.company(own).await);
            }
            (_, route) if route.contains("/applications/") => {
                return self.application_of(whose, route).await;
            }
            (_, route) if route.starts_with("/series/") => self.series_of(whose).await,
            ("feed", _) => self.feed_of(own).await.1,
            (_, "/papers/{id}") => self.permit_of(whose).await,
            (_, "/mypage/calendar/{id}/end") => self.feed_of(whose).await.0,
            (_, route) if route.starts_with("/waiting/") => self.offer_to(whose).await,
            _ => self.booking_of(whose).await.id.to_string(),
        };
        if id.contains("/availability?") {
            return format!("/api/v1/spaces/{id}");
        }
        row.route
            .replace("{id}", &id)
            .replace("{token}", &id)
            .replace("{name}", &id)
    }

    /// An application of this person's and its paper, put into the route.
    async fn application_of(&self, person: PersonId, route: &str) -> String {
        let browser = self.app.signed_in(person).await;
        let id = organisations::apply(&browser).await.to_string();
        let page = browser.get(&format!("/applications/{id}")).await;
        let (_, paper) = page.text.split_once("/papers/").unwrap();
        let paper = paper.split('"').next().unwrap();
        route.replace("{id}", &id).replace("{paper}", paper)
    }

    /// A company registered by this person, once.
    async fn company(&self, person: PersonId) -> String {
        let db = self.app.app.db.reader();
        let today = self.app.clock.now().date();
        let known = ::organisations::read::represented(db, person, today).await;
        if let Some(known) = known.unwrap().first() {
            return known.id.to_string();
        }
        let id = organisations::apply_without_number(&self.app.signed_in(person).await).await;
        // Nobody answers for themselves.
        let role = if person == self.people[1] { 3 } else { 2 };
        let reception = self.browser(role).await;
        organisations::grant(&reception, id).await;
        let row = organisations::row(&self.app, id).await;
        row.organisation_id.unwrap().to_string()
    }

    /// The passkey of this person, made once.
    async fn passkey_of(&self, person: PersonId) -> String {
        let known = accounts::read::second_factor(self.app.app.db.reader(), person).await;
        if let Some(known) = known.unwrap().filter(|factor| !factor.passkeys.is_empty()) {
            return known.passkeys[0].id.to_string();
        }
        let device = Authenticator::at(&self.app.base).unwrap();
        self.app.makes_passkey(person, &device).await.to_string()
    }

    /// Someone new who has a second factor.
    async fn enrolled(&self) -> String {
        let person = self.app.member("三郎").await.person.unwrap();
        self.app.enrol(person).await;
        person.to_string()
    }

    async fn booking_of(&self, person: PersonId) -> booking::Model {
        let at = |time| Instant::parse(time).unwrap();
        let evening = Span::try_new(
            at("2026-12-08T18:00:00+09:00"),
            at("2026-12-08T19:00:00+09:00"),
        );
        let wish = Reserve {
            space: Some(self.desks),
            unit: None,
            person,
            r#use: Use::new(evening.unwrap(), "創業の準備", 1),
            organisation: None,
            waiver: None,
        };
        let app = &self.app;
        transact(&app.app.db, system(), &app.clock, async |work| {
            bookings::service::reserve(work, &wish).await
        })
        .await
        .unwrap()
    }

    /// A booking that waits for a decision.
    async fn request_of(&self, person: PersonId) -> String {
        let form = self.form().with("space_id", &self.decided.to_string());
        let browser = self.app.signed_in(person).await;
        acts::made(&form.send(&browser).await)
    }

    /// Two evenings, a week apart.
    async fn series_of(&self, person: PersonId) -> String {
        let at = |time| Instant::parse(time).unwrap();
        let evening = Span::try_new(
            at("2026-12-08T18:00:00+09:00"),
            at("2026-12-08T19:00:00+09:00"),
        );
        let wish = Repeat {
            first: Reserve {
                space: Some(self.desks),
                unit: None,
                person,
                r#use: Use::new(evening.unwrap(), "創業の準備", 1),
                organisation: None,
                waiver: None,
            },
            rhythm: Some(Rhythm::Weekly),
            end: Ok(End::Times(2)),
            choices: BTreeMap::new(),
        };
        let app = &self.app;
        let made = transact(&app.app.db, system(), &app.clock, async |work| {
            bookings::service::repeat(work, &wish).await
        });
        made.await.unwrap().to_string()
    }

    /// The permit of a booking made for it.
    async fn permit_of(&self, person: PersonId) -> String {
        let booking = self.booking_of(person).await.id;
        let app = &self.app;
        let actor = Actor::person(person, kernel::Roles::default(), Via::Page);
        let issued = transact(&app.app.db, actor, &app.clock, async |work| {
            bookings::service::issue_paper(work, booking, Paper::Permit).await
        });
        issued.await.unwrap().to_string()
    }

    /// The identifier and the secret of an address for a calendar.
    async fn feed_of(&self, person: PersonId) -> (String, String) {
        let own = Feed {
            kind: Kind::Own,
            space: None,
        };
        let app = &self.app;
        let actor = Actor::person(person, kernel::Roles::default(), Via::Page);
        let made = transact(&app.app.db, actor, &app.clock, async |work| {
            bookings::service::make_feed(work, own).await
        });
        let secret = made.await.unwrap();
        let feed = bookings::read::feed_at(app.app.db.reader(), secret.reveal()).await;
        let id = feed.unwrap().unwrap().id;
        (id.to_string(), format!("{}.ics", secret.reveal()))
    }

    /// An hour of the meeting room, offered to someone who waited for it.
    async fn offer_to(&self, person: PersonId) -> String {
        let app = &self.app;
        let own = Actor::person(person, kernel::Roles::default(), Via::Page);
        let before = bookings::read::waiting_of(app.app.db.reader(), person).await;
        for one in before
            .unwrap()
            .iter()
            .filter(|one| one.entry.state.is_open())
        {
            let left = transact(&app.app.db, own, &app.clock, async |work| {
                bookings::service::leave_line(work, one.entry.id).await
            });
            left.await.unwrap();
        }
        let nth = self.hours.fetch_add(1, Ordering::Relaxed);
        // Tuesday to Saturday, ten hours of each.
        let (day, hour) = (nth / 10, nth % 10 + 9);
        let date = 15 + day % 5 + day / 5 * 7;
        let at = |hour| Instant::parse(&format!("2026-12-{date}T{hour:02}:00:00+09:00"));
        let span = Span::try_new(at(hour).unwrap(), at(hour + 1).unwrap()).unwrap();
        let wish = |person| Reserve {
            space: Some(app.fixture.room),
            unit: None,
            person,
            r#use: Use::new(span, "打合せ", 1),
            organisation: None,
            waiver: None,
        };
        let holder = app.member("太郎").await.person.unwrap();
        let made = transact(&app.app.db, system(), &app.clock, async |work| {
            let held = bookings::service::reserve(work, &wish(holder)).await?;
            let joined = bookings::service::join_line(work, &wish(person)).await?;
            Ok::<_, kernel::Failed<bookings::refused::Refused>>((held.id, joined.id))
        });
        let (held, joined) = made.await.unwrap();
        let holder = Actor::person(holder, kernel::Roles::default(), Via::Page);
        let called_off = transact(&app.app.db, holder, &app.clock, async |work| {
            bookings::service::cancel(work, held).await
        });
        called_off.await.unwrap();
        joined.to_string()
    }

    /// A rule that nothing comes near to.
    async fn rule(&self) -> String {
        let app = &self.app;
        let made =
            transact::<_, kernel::Fault, _>(&app.app.db, system(), &app.clock, async |work| {
                let rule = bookings::samples::rule(bookings::rules::terms::Term::Run(31));
                bookings::service::set_rule(work, &rule).await
            });
        made.await.unwrap().to_string()
    }

    /// A booking to which nobody has come yet.
    async fn begun(&self, person: PersonId) -> String {
        let at = |time| Instant::parse(time).unwrap();
        let running = Span::try_new(
            at("2026-12-08T14:00:00+09:00"),
            at("2026-12-08T15:00:00+09:00"),
        );
        let wish = Reserve {
            space: Some(self.desks),
            unit: None,
            person,
            r#use: Use::new(running.unwrap(), "創業の準備", 1),
            organisation: None,
            waiver: None,
        };
        let app = &self.app;
        let made = transact(&app.app.db, system(), &app.clock, async |work| {
            bookings::service::reserve(work, &wish).await
        });
        made.await.unwrap().id.to_string()
    }

    async fn absent(&self, person: PersonId) -> String {
        let id = self.begun(person).await;
        let reception = self.browser(2).await;
        let path = format!("/bookings/{id}/absence");
        assert_eq!(reception.post(&path, &[]).await.status, 303);
        id
    }

    async fn arrived(&self, person: PersonId) -> String {
        let booking = self.booking_of(person).await;
        let reception = self.browser(2).await;
        let path = format!("/bookings/{}/arrival", booking.id);
        assert_eq!(reception.post(&path, &[]).await.status, 303);
        booking.id.to_string()
    }

    /// The letter about a booking made for it.
    async fn letter_of(&self, person: PersonId) -> String {
        self.booking_of(person).await;
        let own = mail::read::of_person(self.app.app.db.reader(), person, 1_000);
        let own = own.await.unwrap();
        let confirmed = own.iter().find(|one| one.template == "bookings/confirmed");
        confirmed.unwrap().id.to_string()
    }

    /// A closure of one space for a while.
    async fn closure(&self) -> String {
        let manager = self.browser(3).await;
        let space = self.app.fixture.room.to_string();
        let fields = [
            ("kind", "once"),
            ("first", "2026-12-22"),
            ("last", "2026-12-24"),
            ("where", "some"),
            ("spaces", &space),
            ("reason", "保守点検"),
        ];
        let known = manager.post("/counter/closures", &fields).await;
        if let Some(id) = known.location.strip_prefix("/counter/closures/") {
            return id.to_owned();
        }
        let all = bookings::read::closings(self.app.app.db.reader(), None).await;
        all.unwrap()[0].rule.id.to_string()
    }

    /// Something to pay next week: 1,000 yen.
    async fn bill_of(&self, person: PersonId) -> BillId {
        money::bill_of(&self.app, person, 1_000, "K7M-4PX-9TD").await
    }

    /// The same, paid.
    async fn payment_of(&self, person: PersonId) -> String {
        let bill = self.bill_of(person).await;
        let paid = money::pay(&self.browser(2).await, &[bill], "cash").await;
        let id = paid.location.strip_prefix("/counter/payments/");
        id.unwrap().to_owned()
    }

    async fn receipt_of(&self, person: PersonId) -> String {
        let address = format!(
            "/counter/payments/{}/receipt",
            self.payment_of(person).await
        );
        let issued = self.browser(2).await.post(&address, &[]).await;
        issued
            .location
            .strip_prefix("/receipts/")
            .unwrap()
            .to_owned()
    }

    async fn refund_of(&self, person: PersonId) -> String {
        let paid = self.payment_of(person).await;
        let address = format!("/counter/payments/{paid}/refund");
        let form = self.fields("/counter/payments/{id}/refund");
        let reception = self.browser(2).await;
        reception.post(&address, &form.fields()).await;
        let page = reception.get(&format!("/counter/payments/{paid}")).await;
        let paper = page.text.split("href=\"/refunds/").nth(1).unwrap();
        paper.split('"').next().unwrap().to_owned()
    }

    /// A tariff without a price.
    async fn tariff(&self) -> String {
        let known = fees::read::tariffs(self.app.app.db.reader()).await.unwrap();
        let name = known.len().to_string();
        let opened = self
            .browser(3)
            .await
            .post("/counter/tariffs", &[("name", &name)])
            .await;
        let id = opened.location.strip_prefix("/counter/tariffs/").unwrap();
        id.strip_suffix("/new").unwrap().to_owned()
    }

    async fn dead_letter(&self) -> String {
        self.app.run_tasks().await;
        self.app.mail().fail_next(true);
        self.booking_of(self.stranger).await;
        self.app.run_tasks().await;
        let dead = mail::read::dead(self.app.app.db.reader()).await.unwrap();
        dead[0].id.to_string()
    }

    /// A session on another browser.
    async fn session_of(&self, person: PersonId) -> String {
        self.app.signed_in(person).await;
        let all = accounts::entity::session::Entity::find()
            .all(self.app.app.db.reader())
            .await
            .unwrap();
        let mut own = all.iter().filter(|one| one.person_id == person);
        own.next_back().unwrap().id.to_string()
    }

    async fn token_of(&self, person: PersonId) -> String {
        self.app.token(person, Scope::Read).await;
        let all = accounts::entity::api_token::Entity::find()
            .all(self.app.app.db.reader())
            .await
            .unwrap();
        let kept = |token: &&accounts::entity::api_token::Model| {
            // The member's own two tokens are still needed.
            token.person_id == person && token.used_at.is_none()
        };
        all.iter().rfind(kept).unwrap().id.to_string()
    }
}

fn system() -> Actor {
    Actor::system(Via::Cli)
}
