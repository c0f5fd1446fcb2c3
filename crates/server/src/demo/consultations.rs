//! The demonstration's consultations: who advises, who asks, how far each case has come.

mod cast;
mod last_year;

use std::collections::BTreeMap;

use bookings::{entity::space::Kind, read::Catalogue};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use consultations::{
    entity::{
        CaseId, ExpertId,
        case::{self, Industry, Outcome, State},
        case_action::Owner,
        meeting::Mode,
    },
    read::{self, Wanted},
    rules::{
        ActionDraft, Closing, ExpertDraft, HoursDraft, RecordDraft, Request, SheetDraft, barred,
    },
    service::{self, Arrange},
};
use kernel::{Actor, Clock, Db, Fault, Instant, PersonId, Role, Span, Via, Work, transact};
use views::Lang;

use super::{
    people::{self, People, acting},
    spaces::Opened,
    stage::passed_over,
};
use crate::Failed;
use cast::{ASKS, Advises, EXPERTS};
pub(super) use last_year::first_day;

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

fn account(nth: usize, one: &Advises, hash: &str) -> accounts::service::NewAccount {
    let [family_name, given_name, family_kana, given_kana] = one.names.map(str::to_owned);
    accounts::service::NewAccount {
        family_name,
        given_name,
        family_kana,
        given_kana,
        email: format!("expert{}@demo.example", nth + 1),
        telephone: format!("03-0000-02{nth:02}"),
        password_hash: hash.to_owned(),
        lang: Lang::Ja,
        roles: [Role::Expert].into_iter().collect(),
    }
}

async fn register(
    work: &Work,
    person: PersonId,
    one: &Advises,
    first: NaiveDate,
) -> Result<(), Fault> {
    let draft = ExpertDraft {
        qualifications: one.qualifications.to_owned(),
        introduction: one.introduction.to_owned(),
        introduction_en: one.introduction_en.to_owned(),
        fields: one.fields.to_vec(),
        languages: one
            .languages
            .iter()
            .map(|code| (*code).to_owned())
            .collect(),
        shown: true,
        caseload: Some(15),
        honorarium_yen: Some(10_000),
        signed_on: first.to_string(),
        conflicts: String::new(),
    };
    let Some(id) = passed_over(service::add_expert(work, person, &draft).await)? else {
        return Ok(());
    };
    for (weekday, from, until, modes) in one.week {
        let hours = HoursDraft {
            weekday: Some(*weekday),
            from_minute: Some(*from),
            until_minute: Some(*until),
            modes: modes.to_vec(),
            valid_from: Some(first),
        };
        passed_over(service::add_hours(work, id, &hours).await)?;
    }
    Ok(())
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

fn request(asks: &cast::Asks, nth: u64) -> Request {
    let industry = Industry::ALL.get(usize::try_from(nth).unwrap_or(0) % Industry::ALL.len());
    Request {
        fields: asks.fields.to_vec(),
        about: asks.about.to_owned(),
        stage: Some(asks.stage),
        company: String::new(),
        industry: Some(industry.copied().unwrap_or(Industry::Other)),
        employees: Ok(i32::try_from(nth % 12).ok()),
        capital_yen: Ok(None),
        in_ward: Some(nth % 6 != 3),
        mode: Some(asks.mode),
        lang: "ja".to_owned(),
        urgent: nth % 20 == 19,
        desk: None,
        agreed: true,
        chosen: None,
        times: "平日の午後".to_owned(),
    }
}

/// The first free time of anybody who suits, so many days from now.
async fn first_free(
    work: &Work,
    wish: &Request,
    after: u64,
) -> Result<Option<(ExpertId, Instant)>, Fault> {
    let today = work.now().date();
    let wanted = Wanted {
        mode: wish.mode.unwrap_or(Mode::Centre),
        fields: wish.fields.clone(),
        lang: String::new(),
        expert: None,
        days: (today + Days::new(after), today + Days::new(after + 20)),
    };
    let slots = read::free_hours(work.db(), work.kept(), &wanted, work.now()).await?;
    let slot = slots.into_iter().next();
    Ok(slot.and_then(|slot| Some((*slot.experts.first()?, slot.span.from))))
}

/// The coordinator gives the case to whoever was asked for, or to somebody who suits.
async fn given(work: &Work, id: CaseId) -> Result<Option<(case::Model, ExpertId)>, Fault> {
    let Some(case) = read::case_row(work.db(), id).await? else {
        return Ok(None);
    };
    let fields = read::fields_of(work.db(), vec![id]).await?.remove(&id);
    let asked = read::standing_meetings(work.db(), id).await?;
    let candidates = read::candidates(work.db(), &case, &BTreeMap::new(), work.now()).await?;
    let suits = |one: &&consultations::rules::Candidate| {
        let field = fields
            .iter()
            .flatten()
            .any(|field| one.fields.contains(field));
        field && barred(one, &case.company).is_none()
    };
    let found = candidates.iter().filter(suits).min_by_key(|one| one.open);
    let expert = asked.first().map(|one| one.expert_id);
    let Some(expert) = expert.or(found.map(|one| one.expert)) else {
        return Ok(None);
    };
    passed_over(service::assign(work, id, case.edition, expert).await)?;
    Ok(Some((case, expert)))
}

/// Somebody is found, and a time, where none was asked for.
async fn triage(work: &Work, id: CaseId) -> Result<(), Fault> {
    let Some((case, expert)) = given(work, id).await? else {
        return Ok(());
    };
    if !read::standing_meetings(work.db(), id).await?.is_empty() {
        return Ok(());
    }
    let today = work.now().date();
    let wanted = Wanted {
        mode: case.mode,
        fields: Vec::new(),
        lang: String::new(),
        expert: Some(expert),
        days: (today + Days::new(2), today + Days::new(22)),
    };
    let slots = read::free_hours(work.db(), work.kept(), &wanted, work.now()).await?;
    if let Some(slot) = slots.first() {
        let wish = Arrange {
            expert: Some(expert),
            mode: Some(case.mode),
            from: Some(slot.span.from),
            link: String::new(),
        };
        passed_over(service::arrange(work, id, &wish).await)?;
    }
    Ok(())
}

/// What was said, two things to do, and of some what came of it.
async fn record(
    work: &Work,
    id: CaseId,
    meeting: consultations::entity::MeetingId,
    nth: u64,
) -> Result<(), Fault> {
    let fields = read::fields_of(work.db(), vec![id]).await?.remove(&id);
    let draft = RecordDraft {
        fields: fields.unwrap_or_default(),
        contact_minutes: Some(55),
        preparation_minutes: Some(20),
        said: "いまの状況と、困っていることを順に伺った。".to_owned(),
        advice: "先に決めることを三つに絞り、数字の見積りを次回までに用意することにした。"
            .to_owned(),
    };
    let finishes = nth % 7 != 6;
    passed_over(service::save_record(work, meeting, 0, (&draft, finishes)).await)?;
    if !finishes {
        return Ok(());
    }
    let today = work.now().date();
    for (what, owner, days) in [
        ("見積りを3社から取る", Owner::Client, 14),
        ("使える制度を調べて知らせる", Owner::Expert, 7),
    ] {
        let action = ActionDraft {
            what: what.to_owned(),
            owner: Some(owner),
            due_on: Some(today + Days::new(days)),
        };
        passed_over(service::add_action(work, id, &action).await)?;
    }
    let sheet = SheetDraft {
        strengths: "常連の客がいる。作る技術がある。".to_owned(),
        problems: "数字の見通しがない。".to_owned(),
        plan: "三か月の資金の見通しを作り、毎月見直す。".to_owned(),
    };
    passed_over(service::save_sheet(work, id, 0, &sheet).await)?;
    close(work, id, nth).await
}

async fn close(work: &Work, id: CaseId, nth: u64) -> Result<(), Fault> {
    let outcome = match nth % 5 {
        0 | 2 => Outcome::Solved,
        3 => Outcome::Continued,
        _ => return Ok(()),
    };
    let case = read::case_row(work.db(), id).await?;
    let Some(case) = case.filter(|case| case.state == State::Running) else {
        return Ok(());
    };
    let closing = Closing {
        outcome: Some(outcome),
        note: "次の一歩が決まり、ご自身で進められる。".to_owned(),
    };
    passed_over(service::close(work, id, case.edition, &closing).await)?;
    Ok(())
}
