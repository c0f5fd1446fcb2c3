//! Plays the demonstration's days one after another, under a clock that is moved along.

mod days;

use std::collections::BTreeMap;

use bookings::{
    entity::space::Kind,
    rules::Use,
    service::{self, Reserve},
};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use japan::fiscal::FiscalYear;
use kernel::{
    Actor, Clock, Db, Failed as No, Fault, Instant, PersonId, Role, Span, Via, Work, transact,
};

use self::days::Made;
use super::{
    closures, companies, consultations, coordination, councils, devices, dispatches, doubles,
    founders, initiatives, lines, lotteries, money, own_uses,
    people::{self, People, acting},
    plan::{self, Planned},
    policies, prices, programmes, requests, rules, seminars, shared,
    spaces::{self, Opened},
    states, visits,
    wishes::wish,
};
use crate::{Failed, opening::enter_surveys};

/// Everything that is played.
struct Stage<'d> {
    db: &'d Db,
    clock: Clock,
    now: Instant,
    people: People,
    opened: Vec<Opened>,
}

/// Fills an empty database as of `now`.
pub(super) async fn perform(db: &Db, now: Instant) -> Result<(), Failed> {
    let today = now.date();
    let first = today - Days::new(plan::AROUND + plan::AHEAD);
    let clock = Clock::set_to(morning(consultations::first_day(today)));
    let hash = people::password_hash().await?;
    let people = transact(db, system(), &clock, async |work| {
        people::register(work, &hash).await
    })
    .await?;
    enter_surveys(db, &clock).await?;
    let mut consultations = consultations::settle(db, &clock, &people, today).await?;
    consultations.last_year(db, &clock).await?;
    clock.move_to(morning(first));
    consultations.asks_again(db, &clock).await?;
    let opened = transact(db, system(), &clock, async |work| {
        let opened = spaces::open(work, first).await?;
        rules::enter(work, first, &opened).await?;
        prices::apply(work, first, &opened).await?;
        devices::enter(work, first, today, &opened).await?;
        Ok::<_, Fault>(opened)
    })
    .await?;
    lotteries::settle(db, &clock, &opened, today).await?;
    consultations.uses(db, &clock, &opened).await?;
    companies::register(db, &clock, &people).await?;
    policies::settle(db, &clock, &people, FiscalYear::of(today)).await?;
    programmes::settle(db, &clock, &people, FiscalYear::of(today)).await?;
    initiatives::settle(db, &clock, &people, FiscalYear::of(today)).await?;
    coordination::settle(db, &clock, &people, today).await?;
    let reasons = own_uses::plan(db, &clock, &people, &opened, [first, today]).await?;
    let seminars = seminars::settle(db, &clock, &people, &opened, today).await?;
    let founders = founders::settle(db, &clock, &people, (&seminars, today)).await?;
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
        lotteries::play(db, &stage.clock, &stage.people, &stage.opened, day).await?;
        let days = (day, today);
        requests::play(db, &stage.clock, &stage.people, &stage.opened, days).await?;
        states::play(db, &stage.clock, &stage.people, &stage.opened, days).await?;
        consultations.morning(db, &stage.clock, day).await?;
        dispatches::play(db, &stage.clock, &stage.people, days).await?;
        stage
            .arrivals(made.remove(&day).unwrap_or_default())
            .await?;
        consultations.evening(db, &stage.clock, day, now).await?;
    }
    stage.clock.move_to(now);
    companies::apply(db, &stage.clock, &stage.people).await?;
    policies::enter(db, &stage.clock, &stage.people).await?;
    programmes::enter(db, &stage.clock, &stage.people).await?;
    initiatives::enter(db, &stage.clock, &stage.people).await?;
    coordination::enter(db, &stage.clock, &stage.people).await?;
    councils::enter(db, &stage.clock, &stage.people).await?;
    visits::enter(db, &stage.clock, &stage.people).await?;
    seminars::enter(db, &stage.clock, &stage.people, &seminars).await?;
    founders::enter(db, &stage.clock, &stage.people, founders).await?;
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
