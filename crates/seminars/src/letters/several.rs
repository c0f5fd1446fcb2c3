//! Letters to several at once.

use std::collections::BTreeMap;

use accounts::read::{contact, contacts};
use kernel::{Fault, PersonId, Work};
use sea_orm::entity::prelude::*;

use super::{Lessons, News, Of, post};
use crate::entity::{
    enrolment::{self, State},
    seminar,
};

/// To several, each about their own.
pub(crate) async fn to_each(
    work: &Work,
    row: &seminar::Model,
    told: &[(enrolment::Model, News)],
) -> Result<(), Fault> {
    let lessons = Lessons::of(work, row.id).await?;
    for some in told.chunks(500) {
        let people = some.iter().map(|(one, _)| one.person_id).collect();
        let known = contacts(work.db(), people).await?;
        for (one, news) in some {
            if let Some(who) = known.iter().find(|who| who.person == one.person_id) {
                post(work, row, &lessons, (Of::One(one), who), *news).await?;
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
    let lessons = Lessons::of(work, row.id).await?;
    let all: Vec<_> = enrolled.iter().collect();
    post(work, row, &lessons, (Of::Named(&all), &who), News::Company).await
}

/// To everybody who has a place or waits for one, and once about all employees whom they named; that it
/// was called off is told to its lecturers too.
pub(crate) async fn to_all(work: &Work, row: &seminar::Model, news: News) -> Result<(), Fault> {
    let lessons = Lessons::of(work, row.id).await?;
    let open = enrolment::Entity::of(row.id).filter(enrolment::Column::State.is_in(State::OPEN));
    let open = open.all(work.db()).await?;
    let of = by_person(&open);
    let people: Vec<PersonId> = of.keys().copied().collect();
    for some in people.chunks(500) {
        for who in contacts(work.db(), some.to_vec()).await? {
            let (named, own): (Vec<_>, Vec<_>) = of[&who.person]
                .iter()
                .partition(|one| !one.attendee.is_empty());
            for one in own {
                post(work, row, &lessons, (Of::One(one), &who), news).await?;
            }
            if !named.is_empty() {
                post(work, row, &lessons, (Of::Named(&named), &who), news).await?;
            }
        }
    }
    if news == News::CalledOff {
        let mut teach: Vec<PersonId> = lessons
            .rows
            .iter()
            .filter_map(|one| one.lecturer_id)
            .collect();
        teach.sort_unstable();
        teach.dedup();
        for who in contacts(work.db(), teach).await? {
            post(work, row, &lessons, (Of::Nobody, &who), news).await?;
        }
    }
    Ok(())
}

/// Enrolments by who made them.
pub(super) fn by_person(all: &[enrolment::Model]) -> BTreeMap<PersonId, Vec<&enrolment::Model>> {
    let mut of: BTreeMap<PersonId, Vec<&enrolment::Model>> = BTreeMap::new();
    for one in all {
        of.entry(one.person_id).or_default().push(one);
    }
    of
}
