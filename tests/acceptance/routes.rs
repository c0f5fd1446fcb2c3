//! Who may see what: every route of the house × every role. A route without a row fails, and a
//! row without a route.

use std::collections::BTreeSet;

use accounts::entity::api_token::Scope;
use bookings::{entity::booking, rules::Use, service::Reserve};
use kernel::{Actor, Instant, PersonId, Span, Via, transact};
use reqwest::Method;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, PASSWORD, TestApp};

use crate::acts::{self, Form};

/// One row: method, route, of what, and the status for a visitor, a member, reception, the
/// manager, an officer of the ward. `in` is the way to signing in. Under `/api/` two more: a
/// member's token that may read, and one that may write.
///
/// Of what: whose or which thing stands for the `{id}` of the route.
const TABLE: &str = "
GET  /                                  -         200 200 200 200 200
GET  /consult                           -         200 200 200 200 200
GET  /learn                             -         200 200 200 200 200
GET  /connect                           -         200 200 200 200 200
GET  /guide                             -         200 200 200 200 200
GET  /visit                             -         200 200 200 200 200
GET  /rules                             -         200 200 200 200 200
GET  /privacy                           -         200 200 200 200 200
GET  /accessibility                     -         200 200 200 200 200
GET  /contact                           -         200 200 200 200 200

GET  /spaces                            -         200 200 200 200 200
GET  /spaces/{id}                       space     200 200 200 200 200
GET  /spaces/{id}                       nothing   404 404 404 404 404
GET  /availability                      -         200 200 200 200 200

GET  /bookings/new                      -         in  422 422 422 422
POST /bookings/confirmation             -         401 200 200 200 200
POST /bookings                          -         401 303 303 303 303
GET  /bookings/{id}                     own       in  200 200 200 200
GET  /bookings/{id}                     another's in  404 200 200 404
GET  /bookings/{id}/done                own       in  200 200 200 200
GET  /bookings/{id}/done                another's in  404 200 200 404
GET  /bookings/{id}/calendar.ics        own       in  200 200 200 200
GET  /bookings/{id}/calendar.ics        another's in  404 200 200 404
GET  /bookings/{id}/change              own       in  200 200 200 200
GET  /bookings/{id}/change              another's in  404 200 200 404
POST /bookings/{id}/change              own       401 303 303 303 303
POST /bookings/{id}/change              another's 401 404 303 303 404
GET  /bookings/{id}/cancellation        own       in  200 200 200 200
GET  /bookings/{id}/cancellation        another's in  404 200 200 404
POST /bookings/{id}/cancellation        own       401 303 303 303 303
POST /bookings/{id}/cancellation        another's 401 404 303 303 404
POST /bookings/{id}/arrival             own       401 403 303 303 403
POST /bookings/{id}/arrival             another's 401 403 303 303 403
POST /bookings/{id}/arrival/withdrawal  arrived   401 403 303 303 403

GET  /counter                           -         in  403 200 200 403
GET  /counter/bookings                  -         in  403 200 200 403
GET  /counter/bookings/new              -         in  403 200 200 403
GET  /counter/search                    -         in  403 200 200 403
GET  /counter/letters                   -         in  403 200 200 403
POST /counter/letters/{id}/again        dead      401 403 303 303 403
GET  /counter/people                    -         in  403 200 200 403
GET  /counter/people/new                -         in  403 200 200 403
POST /counter/people/new                -         401 403 303 303 403
GET  /counter/people/{id}               person    in  403 200 200 403

GET  /mypage                            -         in  200 200 200 200
GET  /mypage/bookings                   -         in  200 200 200 200
GET  /mypage/notices                    -         in  200 200 200 200
GET  /mypage/notices/{id}               notice    in  200 200 200 200
GET  /mypage/notices/{id}               another's in  404 404 404 404
GET  /mypage/notices/{id}/calendar.ics  notice    in  200 200 200 200
GET  /mypage/notices/{id}/calendar.ics  another's in  404 404 404 404
GET  /mypage/profile                    -         in  200 200 200 200
POST /mypage/profile                    -         401 303 303 303 303
GET  /mypage/address                    -         in  200 200 200 200
POST /mypage/address                    -         401 303 303 303 303
GET  /mypage/password                   -         in  200 200 200 200
POST /mypage/password                   -         401 303 303 303 303
GET  /mypage/sessions                   -         in  200 200 200 200
POST /mypage/sessions/{id}/end          session   401 303 303 303 303
POST /mypage/sessions/{id}/end          another's 401 404 404 404 404
POST /mypage/sessions/others/end        -         401 303 303 303 303
GET  /mypage/tokens                     -         in  200 200 200 200
POST /mypage/tokens                     -         401 200 200 200 200
POST /mypage/tokens/{id}/end            token     401 303 303 303 303
POST /mypage/tokens/{id}/end            another's 401 404 404 404 404

GET  /sign-up                           -         200 200 200 200 200
POST /sign-up                           -         303 303 303 303 303
GET  /sign-up/sent                      -         200 200 200 200 200
GET  /sign-in                           -         200 303 303 303 303
POST /sign-in                           -         422 422 422 422 422
POST /sign-out                          -         303 303 303 303 303
GET  /reset                             -         200 200 200 200 200
POST /reset                             -         303 303 303 303 303
GET  /reset/sent                        -         200 200 200 200 200
GET  /links/{token}                     nothing   404 404 404 404 404
POST /links/{token}                     nothing   404 404 404 404 404

GET  /demo/letters                      -         404 404 404 404 404
GET  /demo/letters/{id}                 notice    404 404 404 404 404
GET  /demo/letters/{id}/html            notice    404 404 404 404 404
GET  /demo/letters/{id}/calendar.ics    notice    404 404 404 404 404
GET  /assets/{name}                     asset     200 200 200 200 200
GET  /assets/{name}                     nothing   404 404 404 404 404
GET  /healthz                           -         200 200 200 200 200
GET  /readyz                            -         200 200 200 200 200
GET  /metrics                           -         200 200 200 200 200

GET  /api                               -         200 200 200 200 200
GET  /api/openapi.json                  -         200 200 200 200 200
GET  /api/v1/spaces                     -         200 200 200 200 200 200 200
GET  /api/v1/spaces/{id}/availability   space     200 200 200 200 200 200 200
GET  /api/v1/bookings                   -         401 200 200 200 200 200 200
POST /api/v1/bookings                   -         401 201 201 201 201 403 201
GET  /api/v1/bookings/{id}              own       401 200 200 200 200 200 200
GET  /api/v1/bookings/{id}              another's 401 404 200 200 404 404 404
POST /api/v1/bookings/{id}/cancellation own       401 200 200 200 200 403 200
POST /api/v1/bookings/{id}/cancellation another's 401 404 200 200 404 403 404
";

struct Row {
    method: Method,
    route: &'static str,
    of: &'static str,
    expected: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    TABLE
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|words| !words.is_empty())
        .map(|words| Row {
            method: words[0].parse().unwrap(),
            route: words[1],
            of: words[2],
            expected: words[3..].to_vec(),
        })
        .collect()
}

/// The order of the columns.
const ROLES: [&str; 7] = [
    "visitor",
    "member",
    "reception",
    "manager",
    "ward officer",
    "token that may read",
    "token that may write",
];

#[test]
fn the_table_has_every_route_and_no_other() {
    let name = |method: &str, route: &str| format!("{method} {route}");
    let routes = server::router::routes();
    let registered: BTreeSet<String> = routes
        .table()
        .iter()
        .map(|(method, route)| name(method.as_str(), route))
        .collect();
    let tabled: BTreeSet<String> = rows()
        .iter()
        .map(|row| name(row.method.as_str(), row.route))
        .collect();
    let missing: Vec<&String> = registered.difference(&tabled).collect();
    assert!(missing.is_empty(), "routes without a row: {missing:#?}");
    let stray: Vec<&String> = tabled.difference(&registered).collect();
    assert!(stray.is_empty(), "rows without a route: {stray:#?}");
    for row in rows() {
        let columns = if row.route.starts_with("/api/v1/") {
            7
        } else {
            5
        };
        assert_eq!(row.expected.len(), columns, "{} {}", row.method, row.route);
        let named = row.route.contains('{');
        assert_eq!(named, row.of != "-", "{} {}", row.method, row.route);
    }
}

#[test]
fn the_api_is_described_as_it_is() {
    let document = serde_json::to_value(server::router::documentation::described()).unwrap();
    let described: BTreeSet<String> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().keys();
            methods.map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    let routes = server::router::routes();
    let registered: BTreeSet<String> = routes
        .table()
        .iter()
        .filter(|(_, path)| path.starts_with("/api/v1/"))
        .map(|(method, path)| format!("{method} {path}"))
        .collect();
    assert_eq!(described, registered);
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_sees_what_is_theirs_to_see_and_nothing_else() {
    let house = House::open().await;
    let mut wrong = Vec::new();
    for row in rows() {
        for (role, expected) in row.expected.iter().enumerate() {
            let found = house.try_it(&row, role).await;
            if found != *expected {
                let Row {
                    method, route, of, ..
                } = &row;
                let role = ROLES[role];
                wrong.push(format!(
                    "{method} {route} ({of}), {role}: {expected}, got {found}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    house.app.abandon().await;
}

/// The centre with enough desks for every row, and a stranger whose things are nobody else's.
struct House {
    app: TestApp,
    desks: bookings::entity::SpaceId,
    stranger: PersonId,
    people: [PersonId; 4],
    tokens: [String; 2],
}

impl House {
    async fn open() -> Self {
        let app = TestApp::start(Engine::Sqlite).await;
        let desks = acts::open_desks(&app, 400).await;
        let stranger = app.member("次郎").await.person.unwrap();
        let members = [
            app.member("花子").await,
            app.staff().await,
            app.manager().await,
            app.ward().await,
        ];
        let people = members.map(|browser| browser.person.unwrap());
        let tokens = [
            app.token(people[0], Scope::Read).await,
            app.token(people[0], Scope::Write).await,
        ];
        Self {
            app,
            desks,
            stranger,
            people,
            tokens,
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
    async fn try_it(&self, row: &Row, role: usize) -> String {
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
            "/mypage/password" => form.with("password", PASSWORD),
            "/sign-in" => form
                .with("email", "nobody@demo.example")
                .with("password", "x"),
            "/counter/people/new" => form,
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
            ("notice", _) | (_, "/mypage/notices/{id}" | "/mypage/notices/{id}/calendar.ics") => {
                self.letter_of(whose).await
            }
            ("dead", _) => self.dead_letter().await,
            ("session", _) | (_, "/mypage/sessions/{id}/end") => self.session_of(whose).await,
            ("token", _) | (_, "/mypage/tokens/{id}/end") => self.token_of(whose).await,
            ("arrived", _) => self.arrived(own).await,
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
        };
        let app = &self.app;
        transact(&app.app.db, system(), &app.clock, async |work| {
            bookings::service::reserve(work, &wish).await
        })
        .await
        .unwrap()
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
        let own = mail::read::of_person(self.app.app.db.reader(), person, 1);
        own.await.unwrap()[0].id.to_string()
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
