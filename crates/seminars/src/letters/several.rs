//! Letters to several at once.

use accounts::read::{contact, contacts};
use kernel::{Fault, PersonId, Work};
use sea_orm::entity::prelude::*;
use serde_json::json;

use super::{News, facts, post, send};
use crate::{
    entity::{
        enrolment::{self, State},
        seminar,
    },
    read,
};

/// To several, each about their own.
pub(crate) async fn to_each(
    work: &Work,
    row: &seminar::Model,
    told: &[(enrolment::Model, News)],
) -> Result<(), Fault> {
    let lessons = read::lessons_of(work.db(), row.id).await?;
    for some in told.chunks(500) {
        let people = some.iter().map(|(one, _)| one.person_id).collect();
        let known = contacts(work.db(), people).await?;
        for (one, news) in some {
            if let Some(who) = known.iter().find(|who| who.person == one.person_id) {
                post(work, row, &lessons, (Some(one), who), *news).await?;
            }
        }
    }
    Ok(())
}

/// To the person who enrolled the employees of a company: what became of each.
pub(crate) async fn to_company(
    work: &Work,
    row: &seminar::Model,
    enrolled: &[enrolment::Model],
) -> Result<(), Fault> {
    let Some(first) = enrolled.first() else {
        return Ok(());
    };
    let Some(who) = contact(work.db(), first.person_id).await? else {
        return Ok(());
    };
    let lessons = read::lessons_of(work.db(), row.id).await?;
    let named = enrolled.iter().map(
        |one| json!({ "name": one.attendee, "number": one.number, "state": one.state.code() }),
    );
    let mut facts = facts(work, (row, &lessons), (None, &who), News::Company).await?;
    facts["mode"] = json!(first.mode.code());
    facts["named"] = named.collect();
    facts["link"] = json!("/mypage/seminars");
    send(work, &who, facts).await
}

/// To everybody who has a place or waits for one; that it was called off is told to its lecturers too.
pub(crate) async fn to_all(work: &Work, row: &seminar::Model, news: News) -> Result<(), Fault> {
    let lessons = read::lessons_of(work.db(), row.id).await?;
    let open = enrolment::Entity::of(row.id).filter(enrolment::Column::State.is_in(State::OPEN));
    let open = open.all(work.db()).await?;
    let people: Vec<PersonId> = open.iter().map(|one| one.person_id).collect();
    for some in people.chunks(500) {
        for who in contacts(work.db(), some.to_vec()).await? {
            let own = open.iter().find(|one| one.person_id == who.person);
            post(work, row, &lessons, (own, &who), news).await?;
        }
    }
    if news == News::CalledOff {
        let mut teach: Vec<PersonId> = lessons.iter().filter_map(|one| one.lecturer_id).collect();
        teach.sort_unstable();
        teach.dedup();
        for who in contacts(work.db(), teach).await? {
            post(work, row, &lessons, (None, &who), news).await?;
        }
    }
    Ok(())
}
