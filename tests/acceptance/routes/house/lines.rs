//! Places in lines, calendars, closures, rules.

use std::sync::atomic::Ordering;

use bookings::{
    entity::calendar_feed::Kind,
    rules::Use,
    service::{Feed, Reserve},
};
use kernel::{Actor, Instant, PersonId, Span, Via, transact};

use super::{House, system};

impl House {
    /// An hour of the meeting room, offered to someone who waited for it.
    pub(super) async fn offer_to(&self, person: PersonId) -> String {
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

    /// The identifier and the secret of an address for a calendar.
    pub(super) async fn feed_of(&self, person: PersonId) -> (String, String) {
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

    /// A closure of one space for a while.
    pub(super) async fn closure(&self) -> String {
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

    /// A rule that nothing comes near to.
    pub(super) async fn rule(&self) -> String {
        let app = &self.app;
        let made =
            transact::<_, kernel::Fault, _>(&app.app.db, system(), &app.clock, async |work| {
                let rule = bookings::samples::rule(bookings::rules::terms::Term::Run(31));
                bookings::service::set_rule(work, &rule).await
            });
        made.await.unwrap().to_string()
    }
}
