//! The demonstration's consultations: who advises, who asks, how far each case has come.

mod cast;
mod last_year;
mod register;
mod steps;

use bookings::{entity::space::Kind, read::Catalogue};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use consultations::{entity::CaseId, read, rules::Request, service};
use kernel::{Actor, Clock, Db, Fault, Instant, PersonId, Role, Span, Via, transact};

use super::{
    people::{self, People, acting},
    spaces::Opened,
    stage::passed_over,
};
use crate::Failed;
use cast::{ASKS, EXPERTS};
pub(super) use last_year::first_day;
use register::{account, register};
use steps::{first_free, record, request, triage};

/// So many people ask.
const MANY: u64 = 60;
/// The last of them today, and one about every day before.
const LAST: u64 = 59;

/// The consultations as they are played.
pub(super) struct Consultations {
    today: NaiveDate,
    coordinator: PersonId,
    /// Who asks, in their turn.
    asking: Vec<PersonId>,
    cases: Vec<(u64, CaseId)>,
}

/// Opens the register of experts.
pub(super) async fn settle(
    db: &Db,
    clock: &Clock,
    people: &People,
    today: NaiveDate,
) -> Result<Consultations, Failed> {
    let hash = people::password_hash().await?;
    let mut experts = vec![people.expert];
    for (nth, one) in EXPERTS.iter().enumerate().skip(1) {
        let system = Actor::system(Via::Cli);
        let account = account(nth, one, &hash);
        let made = transact(db, system, clock, async |work| {
            let person = accounts::service::open_account(work, account).await?;
            accounts::service::give_second_factor(work, person, &people::secret()).await?;
            Ok::<_, kernel::Failed<accounts::Refused>>(person)
        });
        experts.push(made.await?);
    }
    let coordinator = acting(people.coordinator, Role::Coordinator);
    let first = clock.now().date();
    transact::<_, Fault, _>(db, coordinator, clock, async |work| {
        for (person, one) in experts.iter().zip(&EXPERTS) {
            register(work, *person, one, first).await?;
        }
        Ok(())
    })
    .await?;
    let mut asking = vec![people.founder, people.sme];
    asking.extend(people.guests.iter().take(36));
    Ok(Consultations {
        today,
        coordinator: people.coordinator,
        asking,
        cases: Vec::new(),
    })
}

impl Consultations {
    /// The rooms in which the centre advises.
    pub(super) async fn uses(
        &self,
        db: &Db,
        clock: &Clock,
        opened: &[Opened],
    ) -> Result<(), Failed> {
        let rooms = opened.iter().filter(|one| one.space.kind == Kind::Meeting);
        let rooms: Vec<_> = rooms.map(|one| one.id).collect();
        let coordinator = acting(self.coordinator, Role::Coordinator);
        let used = transact(db, coordinator, clock, async |work| {
            service::use_rooms(work, &rooms).await
        });
        passed_over(used.await)?;
        Ok(())
    }

    /// In the morning: who asks, and who is found for those who asked the day before.
    pub(super) async fn morning(
        &mut self,
        db: &Db,
        clock: &Clock,
        day: NaiveDate,
    ) -> Result<(), Failed> {
        for nth in (0..MANY).filter(|nth| self.today - Days::new(LAST - nth) == day) {
            let (Some(person), Some(asks)) = (
                self.asking
                    .get(usize::try_from(nth).unwrap_or(0) % self.asking.len()),
                ASKS.get(usize::try_from(nth).unwrap_or(0) % ASKS.len()),
            ) else {
                continue;
            };
            let member = acting(*person, Role::Member);
            let wish = request(asks, nth);
            let asked = transact(db, member, clock, async |work| {
                let free = first_free(work, &wish, 2).await?;
                let chosen = free.filter(|_| nth % 2 == 0);
                service::ask(
                    work,
                    *person,
                    &Request {
                        chosen,
                        ..wish.clone()
                    },
                    Vec::new(),
                )
                .await
            });
            let asked = passed_over(asked.await)?;
            self.cases.extend(asked.map(|id| (nth, id)));
        }
        let coordinator = acting(self.coordinator, Role::Coordinator);
        let waiting = self.cases.iter().filter(|(nth, _)| {
            self.today - Days::new(LAST - nth) + Days::new(1) == day && nth % 10 != 7
        });
        for (_, id) in waiting {
            transact::<_, Fault, _>(db, coordinator, clock, async |work| triage(work, *id).await)
                .await?;
        }
        Ok(())
    }

    /// In the evening: who came, what was said, what came of it.
    pub(super) async fn evening(
        &self,
        db: &Db,
        clock: &Clock,
        day: NaiveDate,
        now: Instant,
    ) -> Result<(), Failed> {
        let evening = Instant::at(day, NaiveTime::MIN) + TimeDelta::minutes(17 * 60 + 40);
        if now < evening {
            return Ok(());
        }
        clock.move_to(clock.now().max(evening));
        let coordinator = acting(self.coordinator, Role::Coordinator);
        transact::<_, Fault, _>(db, coordinator, clock, async |work| {
            let catalogue = Catalogue::load(work.db()).await?;
            for one in read::on_day(work.db(), &catalogue, Span::day(day), None).await? {
                let case = one.meeting.row.case_id;
                let nth = self.cases.iter().find(|(_, id)| *id == case);
                let nth = nth.map_or(0, |(nth, _)| *nth);
                if nth % 9 == 5 {
                    passed_over(service::absent(work, one.meeting.row.id).await)?;
                } else {
                    passed_over(service::arrive(work, one.meeting.row.id).await)?;
                    record(work, case, one.meeting.row.id, nth).await?;
                }
            }
            Ok(())
        })
        .await?;
        Ok(())
    }
}
