//! Handing in, deciding, taking back.

mod deputies;

use chrono::NaiveDate;
use kernel::{Failed, Fault, PersonId, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use uuid::Uuid;

use crate::{
    Refused,
    entity::{
        ApprovalId,
        approval::{self, Side, State},
        approval_step, approval_term,
    },
    letters, read,
    rules::{self, NewTerm, Verdict},
};

pub use deputies::{end_deputy, name_deputy};

/// What is handed in.
#[derive(Clone, Debug)]
pub struct Submission {
    /// What sort of thing it is.
    pub kind: &'static str,
    /// The thing.
    pub subject: Uuid,
    /// What people call it.
    pub title: String,
    /// The page on which it is read and decided.
    pub link: String,
    /// Which side hands it in: often the other one, but also officers of the ward to its approver.
    pub from: Side,
    /// Who decides.
    pub asked_of: Side,
    /// What would be decided: [`rules::digest`] of the content.
    pub digest: String,
    /// By which day an answer is needed, where that is before the term is over.
    pub needed_by: Option<NaiveDate>,
}

/// Hands something in; whoever decides gets a letter. The caller holds the thing itself, whose content
/// never changes again: what is returned is mended in a version of its own.
///
/// # Errors
/// [`Refused::MayNot`] for whoever does not write for the side that hands it in; [`Refused::Changed`] when it
/// was handed in already; [`Refused::NobodyDecides`] when nobody else could answer.
pub async fn submit(work: &Work, wish: &Submission) -> Result<approval::Model, Failed<Refused>> {
    let Some(person) = work.actor().person else {
        return Err(Refused::MayNot.into());
    };
    if !rules::may_submit(work.actor(), wish.from) {
        return Err(Refused::MayNot.into());
    }
    let today = work.now().date();
    let term = read::term_on(work.db(), today).await?;
    let days = term.ok_or(Refused::NoTerms)?.days;
    let before = approval::Entity::find()
        .filter(approval::COLUMN.kind.eq(wish.kind))
        .filter(approval::COLUMN.subject.eq(wish.subject))
        .one(work.db())
        .await?;
    if before.is_some() {
        return Err(Refused::Changed.into());
    }
    let row = approval::ActiveModel {
        id: Set(work.new_id()),
        kind: Set(wish.kind.to_owned()),
        subject: Set(wish.subject),
        title: Set(wish.title.clone()),
        link: Set(wish.link.clone()),
        handed_in_by: Set(wish.from),
        asked_of: Set(wish.asked_of),
        state: Set(State::Submitted),
        digest: Set(wish.digest.clone()),
        version: Set(1),
        submitted_by: Set(person),
        submitted_at: Set(work.now()),
        due_on: Set(rules::due_before(today, days, wish.needed_by).to_string()),
        reminded_at: Set(None),
        decided_by: Set(None),
        decided_at: Set(None),
    };
    let row = row.insert(work.db()).await?;
    step(work, &row, "", None).await?;
    if letters::submitted(work, &row).await? == 0 {
        return Err(Refused::NobodyDecides.into());
    }
    Ok(row)
}

/// Decides about what was handed in, as it was seen; whoever handed it in gets a letter.
///
/// # Errors
/// [`Refused::Changed`] when it moved on since it was seen, [`Refused::Own`] and
/// [`Refused::MayNot`] for whoever does not decide, [`Refused::Invalid`] for an answer without words.
pub async fn decide(
    work: &Work,
    id: ApprovalId,
    seen: i32,
    verdict: &Verdict,
) -> Result<approval::Model, Failed<Refused>> {
    let before = held(work, id).await?;
    if !rules::may_decide(work.actor(), before.asked_of, before.submitted_by) {
        let own = rules::decides(work.actor(), before.asked_of);
        return Err(if own { Refused::Own } else { Refused::MayNot }.into());
    }
    let deputy_of = in_whose_place(work, &before).await?;
    if before.state != State::Submitted || before.version != seen {
        return Err(Refused::Changed.into());
    }
    if let Some(wrong) = verdict.wrong() {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let row = approval::ActiveModel {
        id: Set(id),
        state: Set(verdict.state()),
        version: Set(before.version + 1),
        decided_by: Set(work.actor().person),
        decided_at: Set(Some(work.now())),
        ..Default::default()
    };
    let row = row.update(work.db()).await?;
    step(work, &row, verdict.words(), deputy_of).await?;
    letters::decided(work, &row, verdict.words()).await?;
    Ok(row)
}

/// Takes back what waits, as it was seen: everybody does who could have handed it in. Who was asked
/// gets a letter.
///
/// # Errors
/// [`Refused::Changed`] when it moved on since it was seen; [`Refused::MayNot`] for whoever
/// could not have.
pub async fn withdraw(
    work: &Work,
    id: ApprovalId,
    seen: i32,
) -> Result<approval::Model, Failed<Refused>> {
    let before = held(work, id).await?;
    if !rules::may_submit(work.actor(), before.handed_in_by) {
        return Err(Refused::MayNot.into());
    }
    if before.state != State::Submitted || before.version != seen {
        return Err(Refused::Changed.into());
    }
    let row = approval::ActiveModel {
        id: Set(id),
        state: Set(State::Withdrawn),
        version: Set(before.version + 1),
        ..Default::default()
    };
    let row = row.update(work.db()).await?;
    step(work, &row, "", None).await?;
    letters::withdrawn(work, &row).await?;
    Ok(row)
}

/// Says how long an answer may take to what is handed in from a day on.
///
/// # Errors
/// Everything that is wrong with it; [`Refused::DateTaken`] when terms begin on that day already.
pub async fn set_term(work: &Work, new: &NewTerm) -> Result<(), Failed<Refused>> {
    if !rules::may_set_terms(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let wrong = new.wrong(work.now().date());
    let (Some(days), Some(remind), Some(from), true) =
        (new.days, new.remind, new.valid_from, wrong.is_empty())
    else {
        return Err(Refused::Invalid(wrong).into());
    };
    let from = from.to_string();
    let added = approval_term::Entity::insert(approval_term::ActiveModel {
        valid_from: Set(from.clone()),
        days: Set(days),
        remind: Set(remind),
        source: Set(new.source.trim().to_owned()),
    })
    .exec_without_returning(work.db())
    .await;
    added.map_err(date_taken)?;
    work.record(
        Event::new("approval_term.set", work.new_id::<ApprovalId>())
            .with("valid_from", from)
            .with("days", days)
            .with("remind", remind),
    );
    Ok(())
}

/// Two may set terms from one day on: the second is refused by the database.
fn date_taken(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("approval_terms_pkey" | "approval_terms.valid_from") => Refused::DateTaken.into(),
        _ => error.into(),
    }
}

/// Reminds those who decide of what waits, once; nothing when it was answered, or another node has.
/// Says how many letters were written.
pub async fn remind(work: &Work, id: ApprovalId) -> Result<usize, Fault> {
    let found = approval::Entity::find_by_id(id).lock_exclusive();
    let waits = |row: &approval::Model| row.state == State::Submitted && row.reminded_at.is_none();
    let Some(row) = found.one(work.db()).await?.filter(waits) else {
        return Ok(0);
    };
    let reminded = approval::ActiveModel {
        id: Set(id),
        reminded_at: Set(Some(work.now())),
        ..Default::default()
    };
    reminded.update(work.db()).await?;
    work.record(Event::new("approval.reminded", id).with("due_on", row.due_on.as_str()));
    letters::reminder(work, &row).await
}

/// The approval, locked.
async fn held(work: &Work, id: ApprovalId) -> Result<approval::Model, Failed<Refused>> {
    if !rules::may_see(work.actor()) {
        return Err(Refused::NotThere.into());
    }
    let found = approval::Entity::find_by_id(id).lock_exclusive();
    let found = found.one(work.db()).await?;
    Ok(found.ok_or(Refused::NotThere)?)
}

/// In whose place the actor decides; none for whoever decides by their own right. What was read at the
/// beginning of the request may be over, so the deputies are asked again.
async fn in_whose_place(
    work: &Work,
    row: &approval::Model,
) -> Result<Option<PersonId>, Failed<Refused>> {
    let actor = work.actor();
    if actor.roles.has(rules::decider(row.asked_of)) {
        return Ok(None);
    }
    let deputy = actor.person.ok_or(Refused::MayNot)?;
    let today = work.now().date();
    let mut all = read::deputyships(work.db(), deputy, actor.roles, today).await?;
    all.retain(|one| one.side == row.asked_of);
    if all.is_empty() {
        return Err(Refused::MayNot.into());
    }
    // Nor does anybody decide in the place of whoever handed it in.
    let other = all.iter().find(|one| one.away_person != row.submitted_by);
    Ok(Some(other.ok_or(Refused::Own)?.away_person))
}

/// Writes the step down that led to how it stands now.
async fn step(
    work: &Work,
    row: &approval::Model,
    words: &str,
    deputy_of: Option<PersonId>,
) -> Result<(), Fault> {
    let Some(person) = work.actor().person else {
        return Ok(());
    };
    approval_step::Entity::insert(approval_step::ActiveModel {
        approval_id: Set(row.id),
        number: Set(row.version),
        state: Set(row.state),
        digest: Set(row.digest.clone()),
        words: Set(Some(words.to_owned()).filter(|words| !words.is_empty())),
        made_by: Set(person),
        deputy_of: Set(deputy_of),
        made_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    let kind = match row.state {
        State::Submitted => "approval.submitted",
        State::Returned => "approval.returned",
        State::Approved => "approval.approved",
        State::Refused => "approval.refused",
        State::Withdrawn => "approval.withdrawn",
    };
    let mut event = Event::new(kind, row.id)
        .with("kind", row.kind.as_str())
        .with("subject", row.subject.to_string())
        .with("digest", row.digest.as_str());
    if let Some(person) = deputy_of {
        event = event.with("deputy_of", person.to_string());
    }
    work.record(event);
    Ok(())
}
