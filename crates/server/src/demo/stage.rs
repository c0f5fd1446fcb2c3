//! Plays the demonstration's days one after another, under a clock that is moved along.

use std::collections::BTreeMap;

use bookings::{
    entity::{BookingId, space::Kind},
    rules::Use,
    service::{self, Reserve},
};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use japan::fiscal::FiscalYear;
use kernel::{
    Actor, Clock, Db, Failed as No, Fault, Instant, PersonId, Role, Span, Via, Work, transact,
};

use super::{
    closures, companies, coordination, councils, devices, doubles, initiatives, lines, money,
    own_uses,
    people::{self, People, acting},
    plan::{self, Fate, Planned},
    policies, prices, programmes, requests, rules, shared,
    spaces::{self, Opened},
    states,
    wishes::wish,
};
use crate::{Failed, opening::enter_surveys};

/// Days, counted from today, on which the founder and the company come themselves.
const FOUNDER_COMES: [i64; 6] = [-20, -9, -2, 1, 5, 12];
const SME_COMES: [i64; 5] = [-30, -7, 2, 8, 15];

/// Everything that is played.
struct Stage<'d> {
    db: &'d Db,
    clock: Clock,
    now: Instant,
    people: People,
    opened: Vec<Opened>,
}

/// A booking that was made.
struct Made {
    id: BookingId,
    starts_at: Instant,
    fate: Fate,
}

/// Fills an empty database as of `now`.
pub(super) async fn perform(db: &Db, now: Instant) -> Result<(), Failed> {
    let today = now.date();
    let first = today - Days::new(plan::AROUND + plan::AHEAD);
    let clock = Clock::set_to(morning(first));
    let hash = people::password_hash().await?;
    let people = transact(db, system(), &clock, async |work| {
        people::register(work, &hash).await
    })
    .await?;
    let opened = transact(db, system(), &clock, async |work| {
        let opened = spaces::open(work, first).await?;
        rules::enter(work, first, &opened).await?;
        prices::apply(work, first, &opened).await?;
        devices::enter(work, first, today, &opened).await?;
        Ok::<_, Fault>(opened)
    })
    .await?;
    enter_surveys(db, &clock).await?;
    companies::register(db, &clock, &people).await?;
    policies::settle(db, &clock, &people, FiscalYear::of(today)).await?;
    programmes::settle(db, &clock, &people, FiscalYear::of(today)).await?;
    initiatives::settle(db, &clock, &people, FiscalYear::of(today)).await?;
    coordination::settle(db, &clock, &people, today).await?;
    let reasons = own_uses::plan(db, &clock, &people, &opened, [first, today]).await?;
    let planned = plan::draw(&opened, people.guests.len(), today);
    let stage = Stage {
        db,
        clock,
        now,
        people,
        opened,
    };
    let mut by_day = BTreeMap::<NaiveDate, Vec<(PersonId, Planned)>>::new();
    for (person, planned) in stage.cast(planned, today) {
        by_day
            .entry(planned.made)
            .or_default()
            .push((person, planned));
    }
    let mut made = BTreeMap::<NaiveDate, Vec<Made>>::new();
    for day in first.iter_days().take_while(|day| *day <= today) {
        let new = by_day.remove(&day).unwrap_or_default();
        stage.morning(day, new, &mut made).await?;
        lines::play(db, &stage.clock, &stage.people, day, today).await?;
        let days = (day, today);
        requests::play(db, &stage.clock, &stage.people, &stage.opened, days).await?;
        states::play(db, &stage.clock, &stage.people, &stage.opened, days).await?;
        stage
            .arrivals(made.remove(&day).unwrap_or_default())
            .await?;
    }
    stage.clock.move_to(now);
    companies::apply(db, &stage.clock, &stage.people).await?;
    policies::enter(db, &stage.clock, &stage.people).await?;
    programmes::enter(db, &stage.clock, &stage.people).await?;
    initiatives::enter(db, &stage.clock, &stage.people).await?;
    coordination::enter(db, &stage.clock, &stage.people).await?;
    councils::enter(db, &stage.clock, &stage.people).await?;
    closures::enter(db, &stage.clock, &stage.opened).await?;
    requests::enter(db, &stage.clock, &stage.people, &stage.opened).await?;
    stage.at_the_counter(prices::give_back).await?;
    money::enter(db, &stage.clock, &stage.people, &stage.opened).await?;
    stage.exceptions().await?;
    own_uses::enter(db, &stage.clock, &stage.people, &stage.opened, &reasons).await?;
    shared::enter(db, &stage.clock, &stage.people, &stage.opened).await?;
    devices::borrow(db, &stage.clock, &stage.people).await?;
    lines::enter(db, &stage.clock, &stage.people).await?;
    let doubles = stage.at_the_counter(async |work| doubles::enter(work, &stage.people).await);
    doubles.await?;
    states::enter(db, &stage.clock, &stage.people, &stage.opened).await
}

impl Stage<'_> {
    /// Gives every booking its person; now and then the founder or the company.
    fn cast(&self, planned: Vec<Planned>, today: NaiveDate) -> Vec<(PersonId, Planned)> {
        let mut taken = Vec::new();
        let mut cast = Vec::with_capacity(planned.len());
        for mut planned in planned {
            let day = (planned.span.from.date() - today).num_days();
            let kind = self
                .opened
                .get(planned.space)
                .map(|opened| opened.space.kind);
            let own = match kind {
                Some(Kind::Desk) if FOUNDER_COMES.contains(&day) => Some(self.people.founder),
                Some(Kind::Meeting) if SME_COMES.contains(&day) => Some(self.people.sme),
                _ => None,
            };
            let person = match own {
                Some(own) if !taken.contains(&(own, day)) => {
                    taken.push((own, day));
                    planned.fate = Fate::Comes;
                    own
                }
                _ => self.people.guests[planned.guest % self.people.guests.len()],
            };
            cast.push((person, planned));
        }
        cast
    }

    /// Before the doors open: what is booked on this day, and what is cancelled for tomorrow.
    async fn morning(
        &self,
        day: NaiveDate,
        new: Vec<(PersonId, Planned)>,
        made: &mut BTreeMap<NaiveDate, Vec<Made>>,
    ) -> Result<(), Failed> {
        self.clock.move_to(morning(day).min(self.now));
        let reserved = transact(self.db, system(), &self.clock, async |work| {
            let mut reserved = Vec::new();
            for (person, planned) in &new {
                reserved.extend(self.reserve(work, *person, planned).await?);
            }
            Ok::<_, Fault>(reserved)
        })
        .await?;
        for booking in reserved {
            let date = booking.starts_at.date();
            made.entry(date).or_default().push(booking);
        }
        let leaving = made.entry(day + Days::new(1)).or_default();
        let (cancelled, standing) = std::mem::take(leaving)
            .into_iter()
            .partition(|booking| booking.fate == Fate::Cancels);
        *leaving = standing;
        let cancelled: Vec<Made> = cancelled;
        self.at_the_counter(async |work| {
            for booking in &cancelled {
                passed_over(service::cancel(work, booking.id).await)?;
            }
            prices::take(work).await
        })
        .await
    }

    async fn reserve(
        &self,
        work: &Work,
        person: PersonId,
        planned: &Planned,
    ) -> Result<Option<Made>, Fault> {
        let wish = Reserve {
            space: self.opened.get(planned.space).map(|opened| opened.id),
            unit: Some(planned.unit),
            person,
            r#use: Use::new(planned.span, planned.purpose, planned.attendees),
            organisation: None,
            waiver: None,
        };
        let made = passed_over(service::reserve(work, &wish).await)?;
        Ok(made.map(|booking| Made {
            id: booking.id,
            starts_at: booking.starts_at,
            fate: planned.fate,
        }))
    }

    /// Through the day: every hour, reception marks who has come, until it is now.
    async fn arrivals(&self, expected: Vec<Made>) -> Result<(), Failed> {
        let mut hours = BTreeMap::<Instant, Vec<BookingId>>::new();
        for booking in expected
            .iter()
            .filter(|booking| booking.fate == Fate::Comes)
        {
            let minute = TimeDelta::minutes(booking.starts_at.micros() / 60_000_000 % 60);
            let seen = booking.starts_at - minute + TimeDelta::minutes(20);
            hours.entry(seen).or_default().push(booking.id);
        }
        for (moment, come) in hours {
            if moment > self.now {
                break;
            }
            self.clock.move_to(moment);
            self.at_the_counter(async |work| {
                for id in &come {
                    passed_over(service::arrive(work, *id).await)?;
                }
                Ok(())
            })
            .await?;
        }
        self.absences(&expected).await
    }

    /// On some days reception marks who stayed away, when the doors close.
    async fn absences(&self, expected: &[Made]) -> Result<(), Failed> {
        let stayed = expected.iter().find(|one| one.fate == Fate::StaysAway);
        let Some(booking) = stayed.filter(|one| one.starts_at.date().day() % 6 == 0) else {
            return Ok(());
        };
        let night = Instant::at(booking.starts_at.date(), NaiveTime::MIN) + TimeDelta::hours(21);
        if self.now < night {
            return Ok(());
        }
        self.clock.move_to(night);
        let marked = self.at_the_counter(async |work| {
            passed_over(service::mark_absent(work, booking.id).await)?;
            Ok(())
        });
        marked.await
    }

    /// A day with a warning, and a booking that is taken long before its day opens.
    async fn exceptions(&self) -> Result<(), Failed> {
        let today = self.now.date();
        let mut rooms = self.opened.iter();
        let room = rooms.find(|one| one.space.kind == Kind::Meeting);
        let guest = self.people.guests.first();
        let from = Instant::at(today + Days::new(162), NaiveTime::MIN) + TimeDelta::hours(10);
        let span = Span {
            from,
            until: from + TimeDelta::hours(2),
        };
        self.at_the_counter(async |work| {
            let on = Some(today - Days::new(9));
            passed_over(service::warn_of_weather(work, on, "大雨警報").await)?;
            if let Some((room, guest)) = room.zip(guest) {
                let wish = Reserve {
                    waiver: Some("区の後援行事のため、早めに受け付けました".to_owned()),
                    ..wish(room.id, *guest, Use::new(span, "周年行事の打合せ", 4))
                };
                passed_over(service::reserve(work, &wish).await)?;
            }
            Ok(())
        })
        .await
    }

    async fn at_the_counter(
        &self,
        acts: impl for<'w> AsyncFnOnce(&'w Work) -> Result<(), Fault>,
    ) -> Result<(), Failed> {
        let reception = acting(self.people.reception, Role::Reception);
        Ok(transact(self.db, reception, &self.clock, acts).await?)
    }
}

/// A refusal is part of the play: two people wanted the same. An accident is not.
pub(super) fn passed_over<T, R: kernel::Refusal>(
    outcome: Result<T, No<R>>,
) -> Result<Option<T>, Fault> {
    match outcome {
        Ok(done) => Ok(Some(done)),
        Err(No::Refused(refusal)) => {
            tracing::debug!(%refusal, "passed over");
            Ok(None)
        }
        Err(No::Fault(fault)) => Err(fault),
    }
}

fn system() -> Actor {
    Actor::system(Via::Cli)
}

fn morning(day: NaiveDate) -> Instant {
    Instant::at(day, NaiveTime::MIN) + TimeDelta::minutes(8 * 60 + 30)
}
