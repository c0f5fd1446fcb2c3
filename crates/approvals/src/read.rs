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
    /// When.
    pub submitted_at: Instant,
    /// The content.
    pub digest: String,
    /// When it was decided; none while it waits.
    pub decided_at: Option<Instant>,
    /// Sent back by forms: what moved on meanwhile is not decided.
    pub version: i32,
}

/// The same in a list, with whoever handed it in.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// Where it stands.
    #[serde(flatten)]
    pub standing: Standing,
    /// What they are called.
    pub by: String,
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
    let of_subject = |row: approval::Model| (row.subject, standing(row));
    Ok(rows.into_iter().map(of_subject).collect())
}

/// What waits for an answer, the most urgent first.
pub async fn waiting(db: &impl ConnectionTrait) -> Result<Vec<Listed>, Fault> {
    let rows = approval::Entity::find()
        .filter(approval::COLUMN.state.eq(State::Submitted))
        .order_by_asc(approval::COLUMN.due_on)
        .order_by_asc(approval::COLUMN.submitted_at)
        .all(db)
        .await?;
    listed(db, rows).await
}

/// What was answered or taken back, the latest first.
pub async fn answered(db: &impl ConnectionTrait) -> Result<Vec<Listed>, Fault> {
    let rows = approval::Entity::find()
        .filter(approval::COLUMN.state.ne(State::Submitted))
        .order_by_desc(Expr::cust("COALESCE(decided_at, submitted_at)"))
        .limit(ANSWERED)
        .all(db)
        .await?;
    listed(db, rows).await
}

/// Every step of an approval, the first first.
pub async fn steps(db: &impl ConnectionTrait, id: ApprovalId) -> Result<Vec<Step>, Fault> {
    let mut told = told(db, vec![id], Vec::new()).await?;
    Ok(told.steps.remove(&id).unwrap_or_default())
}

/// What became of some approvals, and what people are called.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The steps of each, the first first.
    pub steps: HashMap<ApprovalId, Vec<Step>>,
    /// Those who made them, and whoever else was asked for.
    pub names: HashMap<PersonId, String>,
}

/// Every step of these approvals, with the names of these people too: a page asks for all at once.
pub async fn told(
    db: &impl ConnectionTrait,
    ids: Vec<ApprovalId>,
    mut people: Vec<PersonId>,
) -> Result<Told, Fault> {
    let rows = if ids.is_empty() {
        Vec::new()
    } else {
        approval_step::Entity::find()
            .filter(approval_step::COLUMN.approval_id.is_in(ids))
            .order_by_asc(approval_step::COLUMN.number)
            .all(db)
            .await?
    };
    let of_row = |row: &approval_step::Model| [Some(row.made_by), row.deputy_of];
    people.extend(rows.iter().flat_map(of_row).flatten());
    let names = names(db, people).await?;
    let mut steps: HashMap<ApprovalId, Vec<Step>> = HashMap::new();
    for row in rows {
        steps.entry(row.approval_id).or_default().push(Step {
            state: row.state,
            by: names.get(&row.made_by).cloned().unwrap_or_default(),
            deputy_of: row.deputy_of.and_then(|person| names.get(&person).cloned()),
            at: row.made_at,
            words: row.words,
            digest: row.digest.chars().take(DIGITS).collect(),
        });
    }
    Ok(Told { steps, names })
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

async fn listed(
    db: &impl ConnectionTrait,
    rows: Vec<approval::Model>,
) -> Result<Vec<Listed>, Fault> {
    let names = names(db, rows.iter().map(|row| row.submitted_by).collect()).await?;
    let listed = |row: approval::Model| Listed {
        by: names.get(&row.submitted_by).cloned().unwrap_or_default(),
        standing: standing(row),
    };
    Ok(rows.into_iter().map(listed).collect())
}

fn standing(row: approval::Model) -> Standing {
    Standing {
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
    }
}

/// What these people are called.
pub async fn names(
    db: &impl ConnectionTrait,
    mut people: Vec<PersonId>,
) -> Result<HashMap<PersonId, String>, Fault> {
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let contacts = accounts::read::contacts(db, people).await?.into_iter();
    Ok(contacts.map(|who| (who.person, who.name)).collect())
}
