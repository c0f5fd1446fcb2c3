//! Where things stand, what waits for whom, and every step.

mod deputies;

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{Fault, Instant, PersonId};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    entity::{
        ApprovalId,
        approval::{self, Side, State},
        approval_step, approval_term,
    },
    rules,
};

pub use deputies::{Choice, Naming, choices, deputies, deputyships, namings, overlapping, staff};

/// So many that were answered are listed.
const ANSWERED: u64 = 50;

/// An approval as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    /// Which one.
    pub id: ApprovalId,
    /// What sort of thing it is.
    pub kind: String,
    /// What people call it.
    pub title: String,
    /// Where it is read and decided.
    pub link: String,
    /// Which side handed it in.
    pub handed_in_by: Side,
    /// Who decides.
    pub asked_of: Side,
    /// How far it is.
    pub state: State,
    /// By which day an answer is due.
    pub due_on: String,
    /// Who handed it in.
    pub submitted_by: PersonId,
    /// What they are called.
    pub by: String,
    /// When.
    pub submitted_at: Instant,
    /// The content.
    pub digest: String,
    /// When it was decided; none while it waits.
    pub decided_at: Option<Instant>,
    /// Sent back by forms: what moved on meanwhile is not decided.
    pub version: i32,
}

/// One step as pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// How far it was after it.
    pub state: State,
    /// Who.
    pub by: String,
    /// In whose place.
    pub deputy_of: Option<String>,
    /// When.
    pub at: Instant,
    /// What was said with it.
    pub words: Option<String>,
    /// How the digest of the content it was about begins.
    pub digest: String,
}

/// So many of its digits name a content to people.
const DIGITS: usize = 12;

/// Where these things stand; those that were never handed in are left out.
pub async fn of_subjects(
    db: &impl ConnectionTrait,
    kind: &str,
    subjects: Vec<Uuid>,
) -> Result<HashMap<Uuid, Standing>, Fault> {
    let rows = approval::Entity::find()
        .filter(approval::COLUMN.kind.eq(kind))
        .filter(approval::COLUMN.subject.is_in(subjects))
        .all(db)
        .await?;
    let subjects: Vec<Uuid> = rows.iter().map(|row| row.subject).collect();
    let standings = standings(db, rows).await?;
    Ok(subjects.into_iter().zip(standings).collect())
}

/// What waits for an answer, the most urgent first.
pub async fn waiting(db: &impl ConnectionTrait) -> Result<Vec<Standing>, Fault> {
    let rows = approval::Entity::find()
        .filter(approval::COLUMN.state.eq(State::Submitted))
        .order_by_asc(approval::COLUMN.due_on)
        .order_by_asc(approval::COLUMN.submitted_at)
        .all(db)
        .await?;
    standings(db, rows).await
}

/// What was answered or taken back, the latest first.
pub async fn answered(db: &impl ConnectionTrait) -> Result<Vec<Standing>, Fault> {
    let rows = approval::Entity::find()
        .filter(approval::COLUMN.state.ne(State::Submitted))
        .order_by_desc(Expr::cust("COALESCE(decided_at, submitted_at)"))
        .limit(ANSWERED)
        .all(db)
        .await?;
    standings(db, rows).await
}

/// Every step of an approval, the first first.
pub async fn steps(db: &impl ConnectionTrait, id: ApprovalId) -> Result<Vec<Step>, Fault> {
    let rows = approval_step::Entity::find()
        .filter(approval_step::COLUMN.approval_id.eq(id))
        .order_by_asc(approval_step::COLUMN.number)
        .all(db)
        .await?;
    let people = rows
        .iter()
        .flat_map(|row| [Some(row.made_by), row.deputy_of].into_iter().flatten());
    let names = names(db, people.collect()).await?;
    let step = |row: approval_step::Model| Step {
        state: row.state,
        by: names.get(&row.made_by).cloned().unwrap_or_default(),
        deputy_of: row.deputy_of.and_then(|person| names.get(&person).cloned()),
        at: row.made_at,
        words: row.words,
        digest: row.digest.chars().take(DIGITS).collect(),
    };
    Ok(rows.into_iter().map(step).collect())
}

/// How long an answer may take that is asked for on a date; none where nobody has said so.
pub async fn term_on(
    db: &impl ConnectionTrait,
    on: NaiveDate,
) -> Result<Option<approval_term::Model>, Fault> {
    Ok(approval_term::Entity::find()
        .filter(approval_term::COLUMN.valid_from.lte(on.to_string()))
        .order_by_desc(approval_term::COLUMN.valid_from)
        .one(db)
        .await?)
}

/// How long answers might take from which day on, the newest first.
pub async fn terms(db: &impl ConnectionTrait) -> Result<Vec<approval_term::Model>, Fault> {
    let rows = approval_term::Entity::find().order_by_desc(approval_term::COLUMN.valid_from);
    Ok(rows.all(db).await?)
}

/// What waits, is due within the days of the terms, and of which nobody was reminded yet.
pub async fn to_remind(
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<Vec<ApprovalId>, Fault> {
    let Some(term) = term_on(db, today).await? else {
        return Ok(Vec::new());
    };
    let last = rules::remind_until(today, term.remind);
    let rows = approval::Entity::find()
        .filter(approval::COLUMN.state.eq(State::Submitted))
        .filter(approval::COLUMN.due_on.lte(last.to_string()))
        .filter(approval::COLUMN.reminded_at.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

async fn standings(
    db: &impl ConnectionTrait,
    rows: Vec<approval::Model>,
) -> Result<Vec<Standing>, Fault> {
    let names = names(db, rows.iter().map(|row| row.submitted_by).collect()).await?;
    let standing = |row: approval::Model| Standing {
        by: names.get(&row.submitted_by).cloned().unwrap_or_default(),
        id: row.id,
        kind: row.kind,
        title: row.title,
        link: row.link,
        handed_in_by: row.handed_in_by,
        asked_of: row.asked_of,
        state: row.state,
        due_on: row.due_on,
        submitted_by: row.submitted_by,
        submitted_at: row.submitted_at,
        digest: row.digest,
        decided_at: row.decided_at,
        version: row.version,
    };
    Ok(rows.into_iter().map(standing).collect())
}

/// What these people are called.
pub async fn names(
    db: &impl ConnectionTrait,
    mut people: Vec<PersonId>,
) -> Result<HashMap<PersonId, String>, Fault> {
    people.sort_unstable();
    people.dedup();
    let contacts = accounts::read::contacts(db, people).await?.into_iter();
    Ok(contacts.map(|who| (who.person, who.name)).collect())
}

/// With which words these were answered; those that wait, and those that were answered without words,
/// are left out.
pub async fn answers(
    db: &impl ConnectionTrait,
    ids: Vec<ApprovalId>,
) -> Result<HashMap<ApprovalId, String>, Fault> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let steps = approval_step::Entity::find()
        .filter(approval_step::COLUMN.approval_id.is_in(ids))
        .filter(approval_step::COLUMN.state.is_in([
            State::Approved,
            State::Returned,
            State::Refused,
        ]))
        .all(db)
        .await?;
    let said = |step: approval_step::Model| {
        let words = step.words.filter(|words| !words.is_empty())?;
        Some((step.approval_id, words))
    };
    Ok(steps.into_iter().filter_map(said).collect())
}
