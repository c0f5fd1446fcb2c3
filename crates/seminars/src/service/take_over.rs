//! A person was merged into another: what belonged to one belongs to the other.

use japan::kana::search_key;
use kernel::{Failed, Fault, PersonId, Work, hand_over};
use sea_orm::entity::prelude::*;

use super::{
    answer::turn,
    answers::carry,
    charges::{forgive, owed_once},
    found,
    line::{give_place, settle},
};
use crate::{
    Refused,
    entity::{
        EnrolmentId,
        enrolment::{self, State},
        lesson,
    },
    read,
};

/// The enrolments of `double`, and the lessons they teach, are those of `into`. Where both are in one
/// seminar, the one that came later gives its place back: nobody sits on two chairs. What was answered with
/// it, and not with the other, goes over.
pub async fn take_over(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    let both = open(work, double).await?;
    let kept = open(work, into).await?;
    let ids: Vec<EnrolmentId> = both.iter().chain(&kept).map(|one| one.id).collect();
    let dues = read::dues_of(work.db(), &ids).await?;
    let paid: Vec<EnrolmentId> = dues
        .into_iter()
        .filter(|(_, due)| due.code() == "paid")
        .map(|(id, _)| id)
        .collect();
    for one in both {
        let Some(other) = kept.iter().find(|own| is_the_same(own, &one)) else {
            continue;
        };
        // Who has a place before who is offered one, before who waits; and who paid before who did not.
        let rank = |own: &enrolment::Model| {
            let rank = [State::Enrolled, State::Offered]
                .iter()
                .position(|state| *state == own.state);
            (rank.unwrap_or(2), !paid.contains(&own.id), own.number)
        };
        let (stays, later) = if rank(&one) < rank(other) {
            (&one, other)
        } else {
            (other, &one)
        };
        carry(work, later, stays).await?;
        leave(work, later).await?;
    }
    hand_over::<enrolment::Entity>(work, enrolment::Column::PersonId, double, into).await?;
    for one in open(work, into).await? {
        owed_once(work, &one).await?;
    }
    hand_over::<lesson::Entity>(work, lesson::Column::LecturerId, double, into).await
}

/// Whether both are of one who comes: the person themselves, or an employee of the same name.
fn is_the_same(own: &enrolment::Model, one: &enrolment::Model) -> bool {
    own.seminar_id == one.seminar_id && search_key(&own.attendee) == search_key(&one.attendee)
}

async fn open(work: &Work, person: PersonId) -> Result<Vec<enrolment::Model>, Fault> {
    let open = enrolment::Entity::find()
        .filter(enrolment::COLUMN.person_id.eq(person))
        .filter(enrolment::Column::State.is_in(State::OPEN));
    Ok(open.all(work.db()).await?)
}

async fn leave(work: &Work, one: &enrolment::Model) -> Result<(), Fault> {
    let left = async {
        let (one, row) = found::enrolment(work, one.id).await?;
        turn(work, &one, State::Cancelled, ("enrolment.cancelled", "")).await?;
        if one.state.takes_a_place() {
            give_place(work, row.id, one.mode).await?;
        }
        // They owe one place, whichever of the two bills they paid.
        forgive(work, &[one.id]).await?;
        settle(work, row.id, one.mode).await?;
        Ok::<_, Failed<Refused>>(())
    };
    match left.await {
        Err(Failed::Fault(fault)) => Err(fault),
        Ok(()) | Err(Failed::Refused(_)) => Ok(()),
    }
}
