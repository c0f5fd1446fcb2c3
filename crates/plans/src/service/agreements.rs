//! Writing agreements down, renewing and ending them.

use accounts::rules::wrong_field;
use chrono::NaiveDate;
use kernel::{Failed, Fault, PersonId, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    CoordinationRefused as Refused,
    entity::{AgreementId, agreement},
    letters,
    read::{self, Agreement},
    rules::{AgreementDraft, may_coordinate},
};

/// Writes an agreement down; `follows` is the one that it renews.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::RenewedAlready`] when something follows that one
/// already.
pub async fn add_agreement(
    work: &Work,
    wish: &AgreementDraft,
    follows: Option<AgreementId>,
) -> Result<AgreementId, Failed<Refused>> {
    let row = written(work, wish).await?;
    if let Some(before) = follows {
        let before = held(work, before).await?;
        if before.next.is_some() {
            return Err(Refused::RenewedAlready.into());
        }
        let mut wrong = Vec::new();
        if wish.agency != Some(before.row.agency_id) {
            wrong.push(wrong_field("agency", "coordination-follows-other"));
        }
        if wish.valid_from.is_some_and(|from| from <= before.term.from) {
            wrong.push(wrong_field("valid_from", "coordination-follows-early"));
        }
        if !wrong.is_empty() {
            return Err(Refused::Invalid(wrong).into());
        }
    }
    let id: AgreementId = work.new_id();
    let row = agreement::ActiveModel {
        id: Set(id),
        follows: Set(follows),
        ended_on: Set(None),
        ended_why: Set(None),
        reminded_at: Set(None),
        edition: Set(1),
        ..row
    };
    let inserted = agreement::Entity::insert(row).exec_without_returning(work.db());
    inserted.await.map_err(renewed_already)?;
    let entered = Event::new("agreement.entered", id);
    work.record(match follows {
        Some(before) => entered.with("follows", before.to_string()),
        None => entered,
    });
    Ok(id)
}

/// Two may renew one agreement at once: the second is refused by the database.
fn renewed_already(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("agreements_follows_key" | "agreements.follows") => Refused::RenewedAlready.into(),
        _ => error.into(),
    }
}

/// Edits an agreement, as it was seen. Of another end both sides are reminded anew.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since; everything that is wrong at once.
pub async fn edit_agreement(
    work: &Work,
    id: AgreementId,
    seen: i32,
    wish: &AgreementDraft,
) -> Result<(), Failed<Refused>> {
    let row = written(work, wish).await?;
    let before = seen_now(work, id, seen).await?.row;
    let other_end = Set(before.valid_until.clone()) != row.valid_until
        || Set(before.notice_days) != row.notice_days;
    let row = agreement::ActiveModel {
        id: Set(id),
        reminded_at: Set(before.reminded_at.filter(|_| !other_end)),
        edition: Set(before.edition + 1),
        ..row
    };
    row.update(work.db()).await?;
    work.record(Event::new("agreement.edited", id).with("edition", before.edition + 1));
    Ok(())
}

/// Ends an agreement before its time, as it was seen; said again, it corrects day and reason.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since; everything that is wrong at once.
pub async fn end_agreement(
    work: &Work,
    id: AgreementId,
    seen: i32,
    last: Option<NaiveDate>,
    why: &str,
) -> Result<(), Failed<Refused>> {
    let before = seen_now(work, id, seen).await?;
    let wrong = before.term.end_is_wrong(last, why);
    let Some(last) = last.filter(|_| wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let end = (Some(last.to_string()), Some(why.trim().to_owned()));
    set_end(work, &before.row, end).await?;
    work.record(Event::new("agreement.ended", id).with("ended_on", last.to_string()));
    Ok(())
}

/// Takes back that an agreement was ended, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since.
pub async fn resume_agreement(
    work: &Work,
    id: AgreementId,
    seen: i32,
) -> Result<(), Failed<Refused>> {
    let before = seen_now(work, id, seen).await?;
    set_end(work, &before.row, (None, None)).await?;
    work.record(Event::new("agreement.resumed", id));
    Ok(())
}

async fn set_end(
    work: &Work,
    before: &agreement::Model,
    (ended_on, ended_why): (Option<String>, Option<String>),
) -> Result<(), Failed<Refused>> {
    let row = agreement::ActiveModel {
        id: Set(before.id),
        ended_on: Set(ended_on),
        ended_why: Set(ended_why),
        edition: Set(before.edition + 1),
        written_by: Set(writer(work)?),
        written_at: Set(work.now()),
        ..Default::default()
    };
    row.update(work.db()).await?;
    Ok(())
}

/// Tells the ward and the manager once that an agreement runs out; nothing when it was renewed or
/// ended meanwhile, or another node has. Says how many letters were written.
pub async fn remind_of_agreement(work: &Work, id: AgreementId) -> Result<usize, Fault> {
    let found = match held(work, id).await {
        Ok(found) => found,
        Err(Failed::Refused(_)) => return Ok(0),
        Err(Failed::Fault(fault)) => return Err(fault),
    };
    let due =
        |one: &Agreement| one.row.reminded_at.is_none() && one.term.is_to_remind(work.now().date());
    if !due(&found) {
        return Ok(0);
    }
    let reminded = agreement::ActiveModel {
        id: Set(id),
        reminded_at: Set(Some(work.now())),
        ..Default::default()
    };
    reminded.update(work.db()).await?;
    work.record(Event::new("agreement.reminded", id));
    letters::agreement_ends(work, &found).await
}

/// What is written down, if the actor may and nothing is wrong.
async fn written(
    work: &Work,
    wish: &AgreementDraft,
) -> Result<agreement::ActiveModel, Failed<Refused>> {
    let person = writer(work)?;
    let mut wrong = wish.wrong();
    if let Some(agency) = wish.agency
        && organisations::read::agency(work.db(), agency)
            .await?
            .is_none()
    {
        wrong.insert(0, wrong_field("agency", "coordination-agency-missing"));
    }
    let (Some(agency), Some(signed), Some(from), true) = (
        wish.agency,
        wish.signed_on,
        wish.valid_from,
        wrong.is_empty(),
    ) else {
        return Err(Refused::Invalid(wrong).into());
    };
    Ok(agreement::ActiveModel {
        agency_id: Set(agency),
        name: Set(wish.name.trim().to_owned()),
        about: Set(wish.about.trim().to_owned()),
        search_key: Set(wish.search_key()),
        signed_on: Set(signed.to_string()),
        valid_from: Set(from.to_string()),
        valid_until: Set(wish.until.day().map(|day| day.to_string())),
        notice_days: Set(wish.notice_days.unwrap_or(0)),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

/// The agreement, locked, if it still is as it was seen.
async fn seen_now(work: &Work, id: AgreementId, seen: i32) -> Result<Agreement, Failed<Refused>> {
    writer(work)?;
    let found = held(work, id).await?;
    if found.row.edition != seen {
        return Err(Refused::Changed.into());
    }
    Ok(found)
}

/// The agreement, locked.
async fn held(work: &Work, id: AgreementId) -> Result<Agreement, Failed<Refused>> {
    if work.locks_rows() {
        let locked = agreement::Entity::find_by_id(id).lock_exclusive();
        locked.one(work.db()).await?;
    }
    let found = read::agreement(work.db(), id, work.now().date()).await?;
    Ok(found.ok_or(Refused::NotThere)?)
}

/// Who writes, if they may.
pub(super) fn writer(work: &Work) -> Result<PersonId, Refused> {
    let person = work.actor().person.filter(|_| may_coordinate(work.actor()));
    person.ok_or(Refused::MayNot)
}
