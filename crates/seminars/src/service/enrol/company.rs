//! Employees of a company are enrolled by name.

use accounts::read::contact;
use kernel::{Failed, PersonId, Work};

use super::{Taking, for_whom, known, open_to, place, prepared};
use crate::{
    Refused,
    entity::{EnrolmentId, SeminarId},
    letters, read,
    rules::CompanyWish,
    service::{
        answers::{answered, keep},
        charges::charge,
        line::counted,
    },
};

/// Enrols the employees of a company by name, all at once or none; each has a place, waits or applies
/// like everybody else, in the order of the list. One letter tells the person who enrolled them.
///
/// # Errors
/// As [`enrol`]; [`Refused::Already`] when one of them is enrolled by this person already.
pub async fn enrol_company(
    work: &Work,
    id: SeminarId,
    person: PersonId,
    wish: &CompanyWish,
) -> Result<Vec<EnrolmentId>, Failed<Refused>> {
    let staff = for_whom(work, person)?;
    let mut row = open_to(work, id, staff).await?;
    // Behind the lock: the database knows no two names that differ only in how they are typed.
    let at_hand = read::at_hand(work.db(), (id, wish.mode), person, work.now()).await?;
    let at_hand = at_hand.ok_or(Refused::NotThere)?;
    let asks = (id, at_hand.asks);
    let (answers, unfit) = answered(work, asks, &wish.answers, wish.answers.leaves).await?;
    let mut wrong = wish.wrong(&row, staff);
    wrong.extend(unfit);
    let (true, Some(mode)) = (wrong.is_empty(), wish.mode) else {
        return Err(Refused::Invalid(wrong).into());
    };
    if contact(work.db(), person).await?.is_none() {
        return Err(Refused::NotThere.into());
    }
    let before = known(work, id, person, &at_hand).await?;
    let gives = prepared(work, &mut row, mode, &at_hand).await?;
    let mut enrolled = Vec::new();
    for attendee in &wish.attendees {
        let taking = Taking {
            person,
            mode,
            company: wish.company.trim(),
            needs: attendee.needs.trim(),
            within: wish.within,
            attendee: Some(attendee),
        };
        if before.iter().any(|own| taking.is(own)) {
            return Err(Refused::Already.into());
        }
        enrolled.push(place(work, &mut row, gives, &taking)?);
    }
    counted(work, &row);
    for one in &enrolled {
        charge(work, &row, one).await?;
    }
    let all: Vec<EnrolmentId> = enrolled.iter().map(|one| one.id).collect();
    keep(work, id, &all, (&wish.answers, answers)).await?;
    letters::to_company(work, &row, &enrolled).await?;
    Ok(all)
}
