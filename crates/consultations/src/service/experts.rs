//! The register of experts.

mod hours;

use accounts::rules::wrong_field;
use bookings::{entity::SpaceId, service::time_of};
use japan::calendar::parse_date;
use kernel::{Failed, Fault, PersonId, Role, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

pub use hours::{add_hours, end_hours, remove_day, set_day};

use crate::{
    Refused,
    entity::{ExpertId, consultation_room, expert, expert_field},
    rules::{self, ExpertDraft},
};

/// Writes somebody down as an expert: from now on they can be given cases, once they have hours and
/// have signed to keep what they hear to themselves.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::AlreadyExpert`].
pub async fn add_expert(
    work: &Work,
    person: PersonId,
    draft: &ExpertDraft,
) -> Result<ExpertId, Failed<Refused>> {
    let by = keeper(work)?;
    let row = written(work, by, draft)?;
    let Some(who) = accounts::read::contact(work.db(), person).await? else {
        return Err(Refused::NotThere.into());
    };
    let id: ExpertId = work.new_id();
    let row = expert::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        resource_id: Set(time_of(work, person, &who.name).await?),
        leaves_on: Set(None),
        edition: Set(1),
        ..row
    };
    let added = expert::Entity::insert(row);
    if let Err(error) = added.exec_without_returning(work.db()).await {
        return Err(match violated_constraint(&error).as_deref() {
            Some("experts_person_id_key" | "experts.person_id") => Refused::AlreadyExpert.into(),
            _ => error.into(),
        });
    }
    name_fields(work, id, draft).await?;
    accounts::service::grant(work, person, Role::Expert).await?;
    work.record(Event::new("expert.entered", id));
    Ok(id)
}

/// Corrects what is written down of an expert, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody did since; everything that is wrong at once.
pub async fn edit_expert(
    work: &Work,
    id: ExpertId,
    seen: i32,
    draft: &ExpertDraft,
) -> Result<(), Failed<Refused>> {
    let by = keeper(work)?;
    let row = written(work, by, draft)?;
    let before = seen_expert(work, id, seen).await?;
    let row = expert::ActiveModel {
        id: Set(id),
        edition: Set(before.edition + 1),
        ..row
    };
    row.update(work.db()).await?;
    expert_field::Entity::delete_many()
        .filter(expert_field::COLUMN.expert_id.eq(id))
        .exec(work.db())
        .await?;
    name_fields(work, id, draft).await?;
    work.record(Event::new("expert.edited", id).with("edition", before.edition + 1));
    Ok(())
}

fn written(work: &Work, by: PersonId, draft: &ExpertDraft) -> Result<expert::ActiveModel, Refused> {
    let wrong = draft.wrong(work.now().date());
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong));
    }
    let text = |text: &str| Set(text.trim().to_owned());
    Ok(expert::ActiveModel {
        qualifications: text(&draft.qualifications),
        introduction: text(&draft.introduction),
        introduction_en: text(&draft.introduction_en),
        languages: Set(draft.languages.join(" ")),
        shown: Set(draft.shown),
        caseload: Set(draft.caseload.unwrap_or(1)),
        honorarium_yen: Set(draft.honorarium_yen.unwrap_or(0)),
        signed_on: Set(parse_date(&draft.signed_on).map(|day| day.to_string())),
        conflicts: text(&draft.conflicts),
        written_by: Set(by),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

async fn name_fields(
    work: &Work,
    id: ExpertId,
    draft: &ExpertDraft,
) -> Result<(), Failed<Refused>> {
    let mut fields = draft.fields.clone();
    fields.sort_unstable();
    fields.dedup();
    let row = |field| expert_field::ActiveModel {
        expert_id: Set(id),
        field: Set(field),
    };
    expert_field::Entity::insert_many(fields.into_iter().map(row))
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// Sets an expert's last day as it was typed; empty when they stay after all. Cases and meetings that
/// they still have are shown to coordinators, to be given to others.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed the expert since, [`Refused::Invalid`] when it is no day.
pub async fn leave(
    work: &Work,
    id: ExpertId,
    seen: i32,
    last: &str,
) -> Result<(), Failed<Refused>> {
    let by = keeper(work)?;
    let day = parse_date(last);
    if day.is_none() && !last.trim().is_empty() {
        let wrong = wrong_field("last_day", "experts-day-missing");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let before = seen_expert(work, id, seen).await?;
    let day = day.map(|day| day.to_string());
    let row = expert::ActiveModel {
        id: Set(id),
        leaves_on: Set(day.clone()),
        edition: Set(before.edition + 1),
        written_by: Set(by),
        written_at: Set(work.now()),
        ..Default::default()
    };
    row.update(work.db()).await?;
    let today = work.now().date().to_string();
    if day.as_ref().is_some_and(|last| *last < today) {
        accounts::service::revoke(work, before.person_id, Role::Expert).await?;
    } else {
        accounts::service::grant(work, before.person_id, Role::Expert).await?;
    }
    work.record(Event::new("expert.left", id).with("last_day", day));
    Ok(())
}

/// Takes the role from experts whose last day is over: nothing of the centre opens to them any more.
/// Returns how many.
///
/// # Errors
/// Only faults.
pub async fn end_roles(work: &Work) -> Result<usize, Fault> {
    let today = work.now().date().to_string();
    let gone = expert::Entity::find()
        .filter(expert::COLUMN.leaves_on.lt(today))
        .all(work.db())
        .await?;
    let experts = accounts::read::with_role(work.db(), Role::Expert).await?;
    let people = gone.iter().map(|row| row.person_id);
    let people: Vec<PersonId> = people.filter(|person| experts.contains(person)).collect();
    for person in &people {
        accounts::service::revoke(work, *person, Role::Expert).await?;
    }
    Ok(people.len())
}

/// Says in which spaces the centre advises.
///
/// # Errors
/// [`Refused::MayNot`].
pub async fn use_rooms(work: &Work, spaces: &[SpaceId]) -> Result<(), Failed<Refused>> {
    keeper(work)?;
    consultation_room::Entity::delete_many()
        .exec(work.db())
        .await?;
    if !spaces.is_empty() {
        let row = |space: &SpaceId| consultation_room::ActiveModel {
            space_id: Set(*space),
        };
        consultation_room::Entity::insert_many(spaces.iter().map(row))
            .exec_without_returning(work.db())
            .await?;
    }
    Ok(())
}

fn keeper(work: &Work) -> Result<PersonId, Refused> {
    let actor = work.actor();
    let may = rules::may_keep_experts(actor);
    actor.person.filter(|_| may).ok_or(Refused::MayNot)
}

async fn seen_expert(
    work: &Work,
    id: ExpertId,
    seen: i32,
) -> Result<expert::Model, Failed<Refused>> {
    let found = expert::Entity::find_by_id(id).lock_exclusive();
    let found = found.one(work.db()).await?.ok_or(Refused::NotThere)?;
    if found.edition != seen {
        return Err(Refused::Changed.into());
    }
    Ok(found)
}
