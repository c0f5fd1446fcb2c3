//! Consultations of the fiscal year that is over: what the ward sees figures of.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use consultations::{
    entity::{CaseId, case::Outcome, follow_up, meeting::Mode},
    read,
    rules::{Closing, Request},
    service::{self, Arrange},
};
use japan::{business_days::is_office_closed, fiscal::FiscalYear};
use kernel::{Clock, Db, Fault, Instant, Role, Work, transact};
use sea_orm::EntityTrait;

use super::{
    super::{people::acting, stage::passed_over},
    Consultations,
    cast::ASKS,
    steps::{given, record, request},
};
use crate::Failed;

/// So many people asked.
const MANY: u64 = 24;
/// From so many days after the year began, one every so many days.
const BEGINS: u64 = 92;
const EVERY: u64 = 9;

/// The first day that is played: some days before anybody asks.
pub(in super::super) fn first_day(today: NaiveDate) -> NaiveDate {
    FiscalYear::of(today).previous().first_day() + Days::new(BEGINS - 1)
}

impl Consultations {
    /// Plays the year that is over, on its own days.
    pub(in super::super) async fn last_year(&self, db: &Db, clock: &Clock) -> Result<(), Failed> {
        let first = first_day(self.today);
        for nth in 0..MANY {
            let mut day = first + Days::new(1 + nth * EVERY);
            while is_office_closed(day) {
                day = day + Days::new(1);
            }
            let Some(id) = self.asked(db, clock, day, nth).await? else {
                continue;
            };
            let coordinator = acting(self.coordinator, Role::Coordinator);
            clock.move_to(at(day, 11));
            let found = async |work: &Work| given(work, id).await.map(drop);
            transact::<_, Fault, _>(db, coordinator, clock, found).await?;
            clock.move_to(at(day + Days::new(4), 15));
            transact::<_, Fault, _>(db, coordinator, clock, async |work| {
                held(work, id, nth).await
            })
            .await?;
        }
        Ok(())
    }

    /// Those who are due are asked again, and most answer.
    pub(in super::super) async fn asks_again(&self, db: &Db, clock: &Clock) -> Result<(), Failed> {
        let coordinator = acting(self.coordinator, Role::Coordinator);
        transact::<_, Fault, _>(db, coordinator, clock, async |work| {
            let due = read::due_follow_ups(work.db(), work.now().date(), 200).await?;
            for (nth, one) in due.into_iter().enumerate() {
                passed_over(service::send_follow_up(work, one).await)?;
                let row = follow_up::Entity::find_by_id(one).one(work.db()).await?;
                if let Some(row) = row.filter(|_| nth % 4 != 3) {
                    let note = "電話でうかがった。予定どおり進んでいる。";
                    passed_over(service::follow_up(work, (row.case_id, one), note).await)?;
                }
            }
            Ok(())
        })
        .await?;
        Ok(())
    }

    async fn asked(
        &self,
        db: &Db,
        clock: &Clock,
        day: NaiveDate,
        nth: u64,
    ) -> Result<Option<CaseId>, Failed> {
        let at_of = |many: usize| usize::try_from(nth).unwrap_or(0) % many;
        let (Some(person), Some(asks)) = (
            self.asking.get(at_of(self.asking.len())),
            ASKS.get(at_of(ASKS.len())),
        ) else {
            return Ok(None);
        };
        clock.move_to(at(day, 10));
        // The rooms open only later.
        let mode = if nth.is_multiple_of(2) {
            Mode::Telephone
        } else {
            Mode::Online
        };
        let wish = Request {
            mode: Some(mode),
            urgent: false,
            ..request(asks, nth)
        };
        let member = acting(*person, Role::Member);
        let asked = transact(db, member, clock, async |work| {
            service::ask(work, *person, &wish, Vec::new()).await
        });
        Ok(passed_over(asked.await)?)
    }
}

fn at(day: NaiveDate, hour: i64) -> Instant {
    Instant::at(day, NaiveTime::MIN) + TimeDelta::hours(hour)
}

/// They talk, it is written down, and the case is closed.
async fn held(work: &Work, id: CaseId, nth: u64) -> Result<(), Fault> {
    let Some(expert) = read::experts_of(work.db(), id).await?.pop() else {
        return Ok(());
    };
    let wish = Arrange {
        expert: Some(expert.id),
        mode: Some(if nth.is_multiple_of(2) {
            Mode::Telephone
        } else {
            Mode::Online
        }),
        from: Some(work.now() + TimeDelta::minutes(30)),
        link: String::new(),
    };
    let Some(meeting) = passed_over(service::arrange(work, id, &wish).await)? else {
        return Ok(());
    };
    passed_over(service::arrive(work, meeting).await)?;
    record(work, id, meeting, nth).await?;
    let Some(case) = read::case_row(work.db(), id).await? else {
        return Ok(());
    };
    let closing = Closing {
        outcome: Some(if nth % 3 == 1 {
            Outcome::Continued
        } else {
            Outcome::Solved
        }),
        note: "次の一歩が決まり、ご自身で進められる。".to_owned(),
    };
    passed_over(service::close(work, id, case.edition, &closing).await)?;
    Ok(())
}
