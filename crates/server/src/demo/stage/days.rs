//! A day: what is booked before the doors open, who comes, and who stays away.

use std::collections::BTreeMap;

use bookings::{
    entity::{BookingId, space::Kind},
    rules::Use,
    service::{self, Reserve},
};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use kernel::{Fault, Instant, PersonId, Work, transact};

use super::{Stage, morning, passed_over, system};
use crate::{
    Failed,
    demo::{
        plan::{Fate, Planned},
        prices,
    },
};

/// Days, counted from today, on which the founder and the company come themselves.
const FOUNDER_COMES: [i64; 6] = [-20, -9, -2, 1, 5, 12];
const SME_COMES: [i64; 5] = [-30, -7, 2, 8, 15];

/// A booking that was made.
pub(super) struct Made {
    id: BookingId,
    starts_at: Instant,
    fate: Fate,
}

impl Stage<'_> {
    /// Gives every booking its person; now and then the founder or the company.
    pub(super) fn cast(&self, planned: Vec<Planned>, today: NaiveDate) -> Vec<(PersonId, Planned)> {
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
    pub(super) async fn morning(
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
    pub(super) async fn arrivals(&self, expected: Vec<Made>) -> Result<(), Failed> {
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
}
