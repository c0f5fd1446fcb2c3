//! What figures of consultations are made of: one question a table.

mod held;

use std::{
    collections::{HashMap, HashSet},
    ops::RangeInclusive,
};

use accounts::read::merged_people;
use bookings::entity::hold;
use chrono::NaiveDate;
use kernel::{Actor, Fault, Instant, PersonId, Span};
use sea_orm::{
    Condition, FromQueryResult, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*,
    sea_query::SelectStatement,
};

use super::cases;
use crate::{
    entity::{
        CaseId, EmergencyDeskId,
        case::{self, Industry, Outcome, Stage},
        follow_up, meeting, meeting_record, ward_figures,
    },
    rules::{self, Counted, Due, Facts, Missed, Waited},
};

/// Databases take some thousand values in one question.
const AT_ONCE: usize = 1_000;

/// What figures know of a case: no word of it.
#[derive(Debug, FromQueryResult)]
struct Asker {
    id: CaseId,
    person_id: PersonId,
    stage: Stage,
    industry: Industry,
    employees: Option<i32>,
    capital_yen: Option<i64>,
    in_ward: bool,
    outcome: Option<Outcome>,
    desk_id: Option<EmergencyDeskId>,
    asked_at: Instant,
}

/// The consultations of some days: meetings that were held, each on its day, and what else is counted
/// of them. What is due only after `today` is left out. People who were merged are one person.
pub async fn figure_facts(
    db: &impl ConnectionTrait,
    days: &RangeInclusive<NaiveDate>,
    today: NaiveDate,
) -> Result<Facts, Fault> {
    let span = Span {
        from: Span::day(*days.start()).from,
        until: Span::day(*days.end()).until,
    };
    let due = due(*days.start(), today.min(*days.end()));
    let askers = askers(db, span, due.clone()).await?;
    let earlier = earlier(db, span.from).await?;
    let into = merged_people(db).await?;
    let who = |person: PersonId| into.get(&person).copied().unwrap_or(person);
    let known = earlier.values().map(|person| who(*person));
    let mut counted = held::counted(db, span, &askers, &who).await?;
    rules::mark_new(&mut counted, known);
    let absent = within(span).filter(meeting::COLUMN.absent.eq(true));
    let missed = |row: meeting::Model| {
        let asker = askers.get(&row.case_id)?;
        Some(Missed {
            case: row.case_id,
            person: who(asker.person_id),
            day: row.starts_at.date(),
            expert: row.expert_id,
            mode: row.mode,
        })
    };
    let due_one = |row: follow_up::Model| {
        Some(Due {
            case: row.case_id,
            person: who(askers.get(&row.case_id)?.person_id),
            day: row.due_on.parse().ok()?,
            done: row.done_at.is_some(),
        })
    };
    let due = follow_up::Entity::find().filter(due);
    let due = due.order_by_asc(follow_up::COLUMN.due_on).all(db).await?;
    Ok(Facts {
        waits: waits(&counted, &askers, &earlier),
        absent: absent
            .all(db)
            .await?
            .into_iter()
            .filter_map(missed)
            .collect(),
        follow_ups: due.into_iter().filter_map(due_one).collect(),
        counted,
    })
}

/// What the ward sees of a fiscal year, if it was made.
pub async fn figures_for_ward(
    db: &impl ConnectionTrait,
    year: i32,
) -> Result<Option<ward_figures::Model>, Fault> {
    let found = ward_figures::Entity::find().filter(ward_figures::COLUMN.fiscal_year.eq(year));
    Ok(found.one(db).await?)
}

/// Meetings of a time that were not called off, the earliest first.
fn within(span: Span) -> Select<meeting::Entity> {
    standing()
        .filter(meeting::COLUMN.starts_at.gte(span.from))
        .filter(meeting::COLUMN.starts_at.lt(span.until))
        .order_by_asc(meeting::COLUMN.starts_at)
        .order_by_asc(meeting::COLUMN.id)
}

fn standing() -> Select<meeting::Entity> {
    meeting::Entity::find()
        .inner_join(hold::Entity)
        .filter(hold::Column::State.is_not_in(hold::State::FALLEN))
}

/// Somebody came, or what they said was written down.
fn held() -> Condition {
    let recorded = meeting_record::Entity::find()
        .select_only()
        .column(meeting_record::Column::MeetingId);
    let came = Condition::any()
        .add(meeting::COLUMN.arrived_at.is_not_null())
        .add(meeting::Column::Id.in_subquery(recorded.into_query()));
    Condition::all()
        .add(meeting::COLUMN.absent.eq(false))
        .add(came)
}

fn due(first: NaiveDate, last: NaiveDate) -> Condition {
    Condition::all()
        .add(follow_up::COLUMN.due_on.gte(first.to_string()))
        .add(follow_up::COLUMN.due_on.lte(last.to_string()))
}

/// The cases of a column of some rows.
fn of<E: EntityTrait>(rows: Select<E>, column: impl ColumnTrait) -> SelectStatement {
    rows.select_only().column(column).into_query()
}

async fn askers(
    db: &impl ConnectionTrait,
    span: Span,
    due: Condition,
) -> Result<HashMap<CaseId, Asker>, Fault> {
    use case::Column as C;
    let met = of(
        meeting::Entity::find().filter(inside(span)),
        meeting::Column::CaseId,
    );
    let asked = of(
        follow_up::Entity::find().filter(due),
        follow_up::Column::CaseId,
    );
    let columns = [
        C::Id,
        C::PersonId,
        C::Stage,
        C::Industry,
        C::Employees,
        C::CapitalYen,
        C::InWard,
        C::Outcome,
        C::DeskId,
        C::AskedAt,
    ];
    let rows = case::Entity::find().select_only().columns(columns).filter(
        Condition::any()
            .add(C::Id.in_subquery(met))
            .add(C::Id.in_subquery(asked)),
    );
    let rows = rows.into_model::<Asker>().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

fn inside(span: Span) -> Condition {
    Condition::all()
        .add(meeting::COLUMN.starts_at.gte(span.from))
        .add(meeting::COLUMN.starts_at.lt(span.until))
}

/// The cases that had a meeting before, each with whoever asked.
async fn earlier(
    db: &impl ConnectionTrait,
    from: Instant,
) -> Result<HashMap<CaseId, PersonId>, Fault> {
    let before = standing()
        .filter(held())
        .filter(meeting::COLUMN.starts_at.lt(from));
    let rows: Vec<(CaseId, PersonId)> = case::Entity::find()
        .select_only()
        .column(case::Column::Id)
        .column(case::Column::PersonId)
        .filter(case::Column::Id.in_subquery(of(before, meeting::Column::CaseId)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// How long those waited whose first meeting was one of these.
fn waits(
    counted: &[Counted],
    askers: &HashMap<CaseId, Asker>,
    earlier: &HashMap<CaseId, PersonId>,
) -> Vec<Waited> {
    let mut met: HashSet<CaseId> = earlier.keys().copied().collect();
    let first = counted.iter().filter(|one| met.insert(one.case));
    let waited = first.filter_map(|one| {
        let days = (one.day - askers.get(&one.case)?.asked_at.date()).num_days();
        Some(Waited {
            case: one.case,
            person: one.person,
            day: one.day,
            days: i32::try_from(days).ok()?.max(0),
        })
    });
    waited.collect()
}

/// Which of these cases whoever asks may be shown with their reference: all but those that are for few
/// to know (with `guarded` every one), and these only to who may read them.
pub async fn seen_in_figures(
    db: &impl ConnectionTrait,
    (mut ids, guarded): (Vec<CaseId>, bool),
    actor: &Actor,
    now: Instant,
) -> Result<HashMap<CaseId, String>, Fault> {
    ids.sort_unstable();
    ids.dedup();
    let mut seen = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        for (id, row) in cases::rows(db, some.to_vec()).await? {
            let told = !(guarded || row.need_to_know) || {
                let standing = cases::standing(db, actor, id, now).await?;
                rules::may_read(actor, &row, standing, now).asked()
            };
            if told {
                seen.insert(id, row.reference);
            }
        }
    }
    Ok(seen)
}
