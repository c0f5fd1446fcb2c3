//! The centre in which every row is tried, with something of everybody's.

mod consultations;
mod coordination;
mod fields;
mod founders;
mod lines;
mod lotteries;
mod money;
mod own_uses;
mod people;
mod plans;
mod seminars;
mod uses;

use std::sync::atomic::{AtomicI32, AtomicU32};

use accounts::entity::api_token::Scope;
use kernel::{Actor, PersonId, Role, Via};
use reqwest::Method;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::rows::{ROLES, Row};
use crate::{
    acts, devices,
    money::TERMS,
    own_uses::{Why, initiative, reason},
};

/// What those of the columns are called.
const NAMES: [&str; 4] = ["花子", "受付", "館長", "所管課"];

/// The centre with enough desks for every row, and a stranger whose things are nobody else's.
pub(super) struct House {
    pub(super) app: TestApp,
    desks: bookings::entity::SpaceId,
    /// More desks; each booking of one is decided by somebody.
    decided: bookings::entity::SpaceId,
    pub(super) stranger: PersonId,
    people: [PersonId; 4],
    /// Those of roles that have no column.
    others: Vec<PersonId>,
    tokens: [String; 2],
    /// So many hours of the meeting room were offered.
    hours: AtomicU32,
    /// Why the centre uses its spaces itself.
    why: Why,
    /// So many days of the meeting room were its own.
    days: AtomicU32,
    /// A partner of the centre.
    agency: String,
    /// So many years have their plan.
    years: AtomicI32,
}

impl House {
    pub(super) async fn open() -> Self {
        Self::open_to(&[]).await
    }

    /// The same with somebody in each of these roles, who come after the columns.
    pub(super) async fn open_to(other_roles: &[Role]) -> Self {
        let app = TestApp::start(Engine::Sqlite).await;
        let desks = acts::open_desks(&app, 400).await;
        let decided = acts::open_desks(&app, 100).await;
        let approval = bookings::rules::Rule {
            space: Some(decided),
            ..bookings::samples::rule(bookings::rules::terms::Term::Approval(5))
        };
        acts::rule(&app, &approval).await;
        let stranger = app.member("次郎").await.person.unwrap();
        let ward = &[Role::WardOfficer, Role::WardApprover];
        let roles: [&[Role]; 4] = [&[], &[Role::Reception], &[Role::Manager], ward];
        let mut others = Vec::new();
        for role in other_roles {
            others.push(app.someone("他", &[*role]).await.person.unwrap());
        }
        let mut people = [stranger; 4];
        for (person, (name, roles)) in people.iter_mut().zip(NAMES.into_iter().zip(roles)) {
            *person = app.someone(name, roles).await.person.unwrap();
        }
        let manager = app.signed_in(people[2]).await;
        assert_eq!(
            manager.post("/counter/fees/terms", &TERMS).await.status,
            303
        );
        let why = Why {
            reason: reason(&app, "区の主催事業").await,
            programme: initiative(&app, "2027", "創業塾").await,
        };
        let agency = crate::coordination::agency(&manager, "見本信用金庫").await;
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
            others,
            tokens,
            hours: AtomicU32::new(0),
            why,
            days: AtomicU32::new(0),
            agency,
            years: AtomicI32::new(2030),
        }
    }

    /// The identifier of the partner of the centre.
    pub(super) fn agency(&self) -> String {
        let path = self.agency.rsplit('/').next();
        path.unwrap().to_owned()
    }

    /// Whose things a role's own things are; a visitor tries the member's.
    fn person(&self, role: usize) -> PersonId {
        match role {
            1..=4 => self.people[role - 1],
            0 | 5 | 6 => self.people[0],
            _ => self.others[role - ROLES.len()],
        }
    }

    pub(super) async fn browser(&self, role: usize) -> Browser {
        match role {
            0 => self.app.visitor(),
            5 | 6 => self.app.visitor().with_token(&self.tokens[role - 5]),
            _ => self.app.signed_in(self.person(role)).await,
        }
    }

    /// Asks for one row in each of these roles; says the statuses, or `in` for the way to signing in.
    ///
    /// What was made for one is there for the next, where it is theirs as well and nobody changed it.
    pub(super) async fn try_it(
        &self,
        row: &Row,
        roles: impl Iterator<Item = usize>,
    ) -> Vec<String> {
        let mut kept: Option<(PersonId, String)> = None;
        let mut found = Vec::new();
        for role in roles {
            let own = self.person(role);
            let path = match kept.take() {
                Some((whose, path)) if whose == own || row.is_for_all() => path,
                _ => self.path(row, role).await,
            };
            let answer = self.ask(row, role, &path).await;
            let refused = ["in", "401", "403", "404"].contains(&answer.as_str());
            if row.method == Method::GET || refused {
                kept = Some((own, path));
            }
            found.push(answer);
        }
        found
    }

    async fn ask(&self, row: &Row, role: usize, path: &str) -> String {
        let browser = self.browser(role).await;
        let answer = if row.method == Method::GET {
            browser.get(path).await
        } else if row.route.starts_with("/api/") {
            let wish = self.form().json();
            browser.post_json(path, &wish, &[]).await
        } else {
            let form = self.fields(row.route);
            browser.post(path, &form.fields()).await
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

    /// What somebody gets who looks at a row, and where.
    pub(super) async fn look(&self, row: &Row, role: usize) -> (String, Answer) {
        let path = self.path(row, role).await;
        let answer = self.browser(role).await.get(&path).await;
        (path, answer)
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
            ("ground", _) => self.ground(3).await,
            ("wards", _) => self.ground(4).await,
            ("proposal", _) => self.proposal().await,
            ("closure", _) => self.closure().await,
            ("rule", _) => self.rule().await,
            ("begun", _) => self.begun(own).await,
            ("request", _) => self.request_of(self.stranger).await,
            ("absent", _) => self.absent(own).await,
            ("warning", _) => self.warning().await,
            ("own-use", _) => self.own_use().await,
            ("reason", _) => reason(&self.app, &self.another_name()).await,
            ("device", _) => devices::add(&self.app, "マイク", 4).await.to_string(),
            ("initiative", _) => self.initiative().await,
            ("policy" | "draft", _) => self.policy(row.of == "policy").await,
            ("agency" | "agreement" | "entry" | "action", _) => self.shared(row.of).await,
            ("survey", _) => crate::surveys::survey(&self.app).await,
            ("asked", _) => crate::surveys::asked(&self.app, own).await,
            ("council" | "seat" | "opinion", _) => self.council_part(row.of).await,
            ("meeting", _) => {
                let (meeting, paper) = self.council_meeting().await;
                let route = row.route.replace("{paper}", &paper);
                return route.replace("{id}", &meeting);
            }
            ("plan" | "outline" | "approved", _) => {
                let (id, programme) = self.plan(row.of).await;
                let route = row.route.replace("{programme}", &programme);
                return route.replace("{comment}", &programme).replace("{id}", &id);
            }
            (_, route) if seminars::owns(row) => return self.taught(route, row.of, whose).await,
            (_, route) if lotteries::owns(row) => return self.drawn(route, row.of, whose).await,
            (_, route) if founders::owns(row) => {
                return self.certified(route, row.of, whose).await;
            }
            (_, route) if consultations::owns(row) => {
                return self.consulted(route, row.of, whose).await;
            }
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
}

fn system() -> Actor {
    Actor::system(Via::Cli)
}
