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
                closed_days: "毎週月曜".into(),
            },
        )
        .await?;
        for weekday in 1..=7 {
            let hours = (weekday != 1).then_some((540, 1260));
            bookings::service::set_hours(work, venue, weekday, hours, since).await?;
        }
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
async fn home_says_what_is_true_at_this_moment() {
    let centre = Centre::new().await;
    centre.books(Kind::Desk, "14:00", "16:00").await;
    centre.books(Kind::Meeting, "14:00", "16:00").await;
    let home = centre.shows("/", None).await;
    for said in [
        "開館中　21:00まで",
        "3席のうち2席が空き",
        "予約あり・16:00から使えます",
        "2席 空いています",
        "あす 12月16日（水）は 9:00〜21:00",
    ] {
        assert!(home.contains(said), "{said}: {home}");
    }
    assert!(!home.contains("<figure class=\"plan\">"));
    centre.app.clock.move_to(at("21:30"));
    assert!(centre.shows("/", None).await.contains("本日は閉館しました"));
    let easy = centre.shows("/?lang=ja-easy", None).await;
    assert!(easy.contains("今日（きょう）は 終（お）わりました"));
}

#[tokio::test]
async fn everyone_reads_the_pages_about_the_centre() {
    let centre = Centre::new().await;
    for path in [
        "/consult",
        "/learn",
        "/connect",
        "/guide",
        "/visit",
        "/rules",
        "/privacy",
        "/accessibility",
        "/contact",
    ] {
        for lang in ["ja", "en", "ja-easy"] {
            centre.shows(&format!("{path}?lang={lang}"), None).await;
        }
    }
    let rules = centre.shows("/rules", None).await;
    assert!(
        rules.contains("1時間から4時間まで") && rules.contains("90日先まで"),
        "{rules}"
    );
    let visit = centre.shows("/visit", None).await;
    assert!(
        visit.contains("12月21日（月）") && visit.contains("休館"),
        "{visit}"
    );
}

#[tokio::test]
async fn mypage_shows_the_next_date_and_the_letters_of_its_person_only() {
    let centre = Centre::new().await;
    assert!(
        centre
            .member("/mypage")
            .await
            .contains("予定はまだありません")
    );
    let (id, reference) = centre.books(Kind::Meeting, "16:00", "18:00").await;
    let mine = centre.member("/mypage").await;
    assert!(
        mine.contains(&reference) && mine.contains("12月15日（火）16:00〜18:00"),
        "{mine}"
    );
    assert!(mine.contains(&format!("/bookings/{id}/cancellation")));

    let list = centre.member("/mypage/notices").await;
    let (_, rest) = list.split_once("/mypage/notices/").unwrap();
    let (notice, _) = rest.split_once('"').unwrap();
    let path = format!("/mypage/notices/{notice}");
    assert!(centre.member(&path).await.contains(&reference));
    let calendar = centre.member(&format!("{path}/calendar.ics")).await;
    assert!(calendar.contains("BEGIN:VEVENT"), "{calendar}");

    let other = Centre::viewer(centre.other, Role::Reception);
    for path in [
        path.clone(),
        format!("{path}/calendar.ics"),
        "/mypage/notices/x".to_owned(),
    ] {
        let (status, _) = centre.asks(Method::GET, &path, Some(other.clone())).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
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

#[tokio::test]
async fn the_counter_finds_a_booking_by_its_number_and_people_by_their_name() {
    let centre = Centre::new().await;
    let (id, reference) = centre.books(Kind::Meeting, "16:00", "18:00").await;
    let staff = Centre::viewer(centre.other, Role::Reception);
    let path = format!(
        "/counter/search?q={}",
        reference.replace('-', "").to_lowercase()
    );
    let (status, location) = centre.asks(Method::GET, &path, Some(staff)).await;
    assert_eq!(
        (status, location),
        (StatusCode::SEE_OTHER, format!("/bookings/{id}"))
    );
    let found = centre.staff("/counter/search?q=hanako").await;
    assert!(
        found.contains("産業 花子") && found.contains(&reference),
        "{found}"
    );
    assert!(!found.contains("よしお"));
    assert!(
        centre
            .staff("/counter/search?q=")
            .await
            .contains("右上の欄")
    );
    assert!(
        centre
            .staff("/counter/search?q=%25")
            .await
            .contains("見つかりませんでした")
    );
}

#[tokio::test]
async fn only_a_letter_that_was_given_up_is_sent_again() {
    let centre = Centre::new().await;
    centre.books(Kind::Meeting, "16:00", "18:00").await;
    let letters = centre.staff("/counter/letters").await;
    assert!(letters.contains("hanako@demo.example") && letters.contains("送付待ち"));
    let app = &centre.app;
    let rows = mail::read::of_person(app.db.reader(), centre.member, 1)
        .await
        .unwrap();
    let path = format!("/counter/letters/{}/again", rows[0].id);
    let staff = Some(Centre::viewer(centre.other, Role::Reception));
    let (status, _) = centre.asks(Method::POST, &path, staff.clone()).await;
    assert_eq!(status, StatusCode::CONFLICT);

    give_up(app, rows[0].id).await;
    let letters = centre.staff("/counter/letters").await;
    assert!(letters.contains("送り先のメールサーバーに断られました") && letters.contains(&path));
    let (status, location) = centre.asks(Method::POST, &path, staff).await;
    assert_eq!(
        (status, location.as_str()),
        (StatusCode::SEE_OTHER, "/counter/letters")
    );
    let counts = mail::read::counts(app.db.reader()).await.unwrap();
    assert_eq!((counts.dead, counts.waiting), (0, 1));
}

/// As the outbox does when the receiver refuses.
async fn give_up(app: &App, id: mail::LetterId) {
    use mail::entity::letter::{COLUMN, Column, Entity, State};
    use sea_orm::entity::prelude::*;
    let given_up = transact(
        &app.db,
        Actor::system(Via::Task),
        &app.clock,
        async |work| {
            Entity::update_many()
                .col_expr(Column::State, Expr::value(State::Dead))
                .col_expr(Column::Failure, Expr::value("refused"))
                .filter(COLUMN.id.eq(id))
                .exec(work.db())
                .await?;
            Ok::<_, kernel::Fault>(())
        },
    );
    given_up.await.unwrap();
}
