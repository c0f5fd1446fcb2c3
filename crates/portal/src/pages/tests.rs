mod counter;
mod mypage;
mod public;

use std::sync::Arc;

use accounts::service::NewAccount;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
};
use bookings::{
    entity::{BookingId, space::Kind},
    rules::Use,
    service::{NewSpace, NewVenue, Reserve},
};
use chrono::NaiveDate;
use kernel::{Actor, Clock, PersonId, Role, Roles, Span, Via, transact};
use testkit::database::{Engine, open};
use tower::ServiceExt;
use views::{Lang, Views};
use web::{Parts, Proxies, Site, Viewer};

use super::*;

/// A house with three desks and a meeting room, on a Tuesday afternoon, and two people.
struct Centre {
    app: App,
    router: Router,
    member: PersonId,
    other: PersonId,
}

fn at(time: &str) -> Instant {
    Instant::parse(&format!("2026-12-15T{time}:00+09:00")).unwrap()
}

impl Centre {
    async fn new() -> Self {
        let app = App::new(Parts {
            db: open(Engine::Sqlite).await.unwrap(),
            clock: Clock::set_to(at("14:20")),
            views: Arc::new(Views::new(None).unwrap()),
            site: Site {
                public_url: "http://127.0.0.1:3000".to_owned(),
                secure: false,
                demo: false,
                proxies: Proxies::default(),
            },
        });
        set_up(&app).await;
        let guarded = web::guard::guarded(routes().into_router(), &app);
        Self {
            router: guarded.with_state(app.clone()),
            member: person(&app, "花子", "hanako@demo.example").await,
            other: person(&app, "よしお", "yoshio@demo.example").await,
            app,
        }
    }

    fn viewer(person: PersonId, role: Role) -> Viewer {
        let roles = Roles::default().with(role);
        Viewer {
            actor: Actor::person(person, roles, Via::Page),
            person,
            name: "産業 花子".into(),
            lang: None,
            notices: 0,
        }
    }

    async fn asks(
        &self,
        method: Method,
        path: &str,
        viewer: Option<Viewer>,
    ) -> (StatusCode, String) {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .body(Body::empty())
            .unwrap();
        if let Some(viewer) = viewer {
            request.extensions_mut().insert(viewer);
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        if let Some(location) = response.headers().get(header::LOCATION) {
            return (status, location.to_str().unwrap().to_owned());
        }
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    }

    async fn shows(&self, path: &str, viewer: Option<Viewer>) -> String {
        let (status, body) = self.asks(Method::GET, path, viewer).await;
        assert_eq!(status, StatusCode::OK, "{path}: {body}");
        body
    }

    async fn member(&self, path: &str) -> String {
        self.shows(path, Some(Self::viewer(self.member, Role::Member)))
            .await
    }

    async fn staff(&self, path: &str) -> String {
        self.shows(path, Some(Self::viewer(self.other, Role::Reception)))
            .await
    }

    /// The member books the place of this kind; the reference.
    async fn books(&self, kind: Kind, from: &str, until: &str) -> (BookingId, String) {
        let app = &self.app;
        let catalogue = bookings::read::Catalogue::load(app.db.reader())
            .await
            .unwrap();
        let place = catalogue
            .places
            .iter()
            .find(|place| place.space.kind == kind);
        let span = Span::try_new(at(from), at(until)).unwrap();
        let wish = Reserve {
            space: place.map(|place| place.space.id),
            unit: None,
            person: self.member,
            r#use: Use::new(span, "打合せ", 1),
            organisation: None,
            waiver: None,
        };
        let actor = Self::viewer(self.member, Role::Member).actor;
        let made = transact(&app.db, actor, &app.clock, async |work| {
            bookings::service::reserve(work, &wish).await
        });
        let made = made.await.unwrap();
        (made.id, made.reference)
    }
}

async fn set_up(app: &App) {
    let actor = Actor::system(Via::Cli);
    let since = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
    let made = transact(&app.db, actor, &app.clock, async |work| {
        let venue = bookings::service::create_venue(
            work,
            NewVenue {
                name: "見本センター".into(),
                name_en: "Sample Centre".into(),
                postal_code: "153-0000".into(),
                address: "見本町一丁目2番3号".into(),
                telephone: "03-0000-0000".into(),
                counter_hours: "9:00〜20:30".into(),
            },
        )
        .await?;
        for weekday in 1..=7 {
            let hours = (weekday != 1).then_some((540, 1260));
            bookings::service::set_hours(work, venue, weekday, hours, since).await?;
        }
        bookings::service::set_rule(work, &bookings::samples::days_ahead(90)).await?;
        let room = bookings::samples::meeting_room(venue);
        let mut desks = room.clone();
        desks.kind = Kind::Desk;
        desks.name = "コワーキング席".into();
        desks.position = 1;
        for (space, units) in [(room, 1), (desks, 3)] {
            let units = (1..=units).map(|number| format!("{number}")).collect();
            bookings::service::create_space(work, NewSpace { space, units }).await?;
        }
        Ok::<_, kernel::Fault>(())
    });
    made.await.unwrap();
}

async fn person(app: &App, given_name: &str, email: &str) -> PersonId {
    let new = NewAccount {
        family_name: "産業".into(),
        given_name: given_name.into(),
        family_kana: "サンギョウ".into(),
        given_kana: "ハナコ".into(),
        email: email.into(),
        telephone: "03-0000-0001".into(),
        password_hash: "-".into(),
        lang: Lang::Ja,
        roles: Roles::default().with(Role::Member),
    };
    let opened = transact(&app.db, Actor::visitor(), &app.clock, async |work| {
        accounts::service::open_account(work, new).await
    });
    opened.await.unwrap()
}

#[tokio::test]
async fn a_stranger_is_led_to_sign_in_and_a_member_kept_from_the_counter() {
    let centre = Centre::new().await;
    for path in [
        "/mypage",
        "/mypage/notices",
        "/counter/letters",
        "/counter/search",
    ] {
        let (status, location) = centre.asks(Method::GET, path, None).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{path}");
        assert!(location.starts_with("/sign-in?next="), "{location}");
    }
    let member = Centre::viewer(centre.member, Role::Member);
    let again = format!("/counter/letters/{}/again", centre.member);
    for (method, path) in [
        (Method::GET, "/counter/letters"),
        (Method::GET, "/counter/search?q=a"),
        (Method::POST, again.as_str()),
    ] {
        let (status, _) = centre.asks(method, path, Some(member.clone())).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{path}");
    }
}
