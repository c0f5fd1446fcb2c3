//! Somebody enrols: has a place, waits for one, or applies for one that is drawn or looked at.

use accounts::read::contact;
use japan::kana::search_key;
use kernel::{Failed, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    answers::{answered, keep},
    charges::charge,
    found,
    line::{draw, settle_seen, take_place},
};
use crate::{
    Refused,
    entity::{
        EnrolmentId, SeminarId,
        enrolment::{self, Mode, State},
        seminar::{self, Way},
    },
    letters::{self, News},
    read,
    rules::{self, Attendee, CompanyWish, Leaves, Phase, Wish, gives_at_once, standing},
};

/// Enrols a person: themselves, or whoever works at the centre for them. In the order of arrival, who
/// comes when all places are taken waits; where places are drawn or given after a look, they apply.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::NotOpen`]; [`Refused::Already`].
pub async fn enrol(
    work: &Work,
    id: SeminarId,
    person: PersonId,
    wish: &Wish,
) -> Result<EnrolmentId, Failed<Refused>> {
    let staff = for_whom(work, person)?;
    enrol_now(work, id, (person, staff), (wish, wish.answers.leaves)).await
}

/// The same of a person who may: `staff` when somebody at the centre does it for them.
pub(super) async fn enrol_now(
    work: &Work,
    id: SeminarId,
    (person, staff): (PersonId, bool),
    (wish, leaves): (&Wish, Leaves),
) -> Result<EnrolmentId, Failed<Refused>> {
    let row = open_to(work, id, staff).await?;
    let (answers, unfit) = answered(work, id, &wish.answers, leaves).await?;
    let mut wrong = wish.wrong(&row);
    wrong.extend(unfit);
    let (true, Some(mode)) = (wrong.is_empty(), wish.mode) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let who = contact(work.db(), person).await?.ok_or(Refused::NotThere)?;
    let taking = Taking {
        person,
        mode,
        company: wish.company.trim(),
        needs: wish.needs.trim(),
        attendee: None,
    };
    let before = known(work, id, person).await?;
    if before.iter().any(|own| taking.is(own)) {
        return Err(Refused::Already.into());
    }
    let gives = prepared(work, &row, mode).await?;
    let enrolled = place(work, &row, gives, &taking).await?;
    keep(work, id, &[enrolled.id], (&wish.answers, answers)).await?;
    letters::to_known(work, &row, (&enrolled, &who), news(&enrolled)).await?;
    Ok(enrolled.id)
}

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
    let row = open_to(work, id, staff).await?;
    let (answers, unfit) = answered(work, id, &wish.answers, wish.answers.leaves).await?;
    let mut wrong = wish.wrong(&row, staff);
    wrong.extend(unfit);
    let (true, Some(mode)) = (wrong.is_empty(), wish.mode) else {
        return Err(Refused::Invalid(wrong).into());
    };
    if contact(work.db(), person).await?.is_none() {
        return Err(Refused::NotThere.into());
    }
    let before = known(work, id, person).await?;
    let gives = prepared(work, &row, mode).await?;
    let mut enrolled = Vec::new();
    for attendee in &wish.attendees {
        let taking = Taking {
            person,
            mode,
            company: wish.company.trim(),
            needs: attendee.needs.trim(),
            attendee: Some(attendee),
        };
        if before.iter().any(|own| taking.is(own)) {
            return Err(Refused::Already.into());
        }
        enrolled.push(place(work, &row, gives, &taking).await?);
    }
    let all: Vec<EnrolmentId> = enrolled.iter().map(|one| one.id).collect();
    keep(work, id, &all, (&wish.answers, answers)).await?;
    letters::to_company(work, &row, &enrolled).await?;
    Ok(all)
}

/// One who takes part, as they are about to be written.
struct Taking<'w> {
    person: PersonId,
    mode: Mode,
    company: &'w str,
    needs: &'w str,
    attendee: Option<&'w Attendee>,
}

impl Taking<'_> {
    fn name(&self) -> &str {
        self.attendee.map_or("", |attendee| attendee.name.trim())
    }

    /// Whether an enrolment is of the same: names that differ only in how they are typed are one.
    fn is(&self, own: &enrolment::Model) -> bool {
        search_key(&own.attendee) == search_key(self.name())
    }
}

/// Lets pass the person themselves and whoever works at the centre; says whether it is the latter.
fn for_whom(work: &Work, person: PersonId) -> Result<bool, Refused> {
    let staff = rules::may_receive(work.actor());
    if work.actor().is(person) || staff {
        Ok(staff)
    } else {
        Err(Refused::MayNot)
    }
}

/// The seminar, locked, if somebody can be enrolled in it now.
async fn open_to(
    work: &Work,
    id: SeminarId,
    staff: bool,
) -> Result<seminar::Model, Failed<Refused>> {
    let row = found::locked(work, id).await?;
    let stands = standing(&row, work.now());
    if !stands.is_public() && !staff {
        return Err(Refused::NotThere.into());
    }
    if stands.takes(staff) {
        Ok(row)
    } else {
        Err(Refused::NotOpen.into())
    }
}

/// What somebody gets who enrols now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gives {
    /// A place, or a turn in the line when there is none.
    Places,
    /// A turn in the line: all places are taken.
    Turns,
    /// Nothing yet: they apply.
    Later,
}

/// What is given now. Nobody gets past the line: what became free by itself is offered
/// first. Nobody gets into a list that is frozen.
async fn prepared(work: &Work, row: &seminar::Model, mode: Mode) -> Result<Gives, Failed<Refused>> {
    let phase = match row.way {
        Way::Draw => {
            let draws = read::draws(work.db(), row.id).await?;
            let own = draws.iter().find(|one| one.mode == mode);
            own.map(crate::entity::draw::Model::phase)
        }
        Way::FirstCome | Way::Screening => None,
    };
    if phase == Some(Phase::Frozen) {
        return Err(Refused::NotOpen.into());
    }
    let moved = settle_seen(work, row, mode).await? > 0;
    // As the row was locked it stands, unless the line has moved along since.
    let full = !moved && row.taken(mode) >= row.places(mode);
    Ok(match (gives_at_once(row, phase), full) {
        (false, _) => Gives::Later,
        (true, true) => Gives::Turns,
        (true, false) => Gives::Places,
    })
}

/// Writes one enrolment: with a place, in the line, or as an application.
async fn place(
    work: &Work,
    row: &seminar::Model,
    gives: Gives,
    taking: &Taking<'_>,
) -> Result<enrolment::Model, Failed<Refused>> {
    let taken = match gives {
        Gives::Places => take_place(work, row.id, taking.mode).await?,
        Gives::Turns | Gives::Later => None,
    };
    let (state, number) = match taken {
        Some(number) => (State::Enrolled, number),
        // Nobody waits for what has begun.
        None if row.starts_at.is_some_and(|begins| begins <= work.now()) => {
            return Err(Refused::NotOpen.into());
        }
        None if gives == Gives::Later => (State::Applied, draw(work, row.id).await?),
        None => (State::Waiting, draw(work, row.id).await?),
    };
    let made_by = work.actor().person;
    let text = |text: &str| Set(text.trim().to_owned());
    let kana = taking
        .attendee
        .map_or("", |attendee| attendee.kana.as_str());
    let written = enrolment::ActiveModel {
        person_id: Set(taking.person),
        mode: Set(taking.mode),
        state: Set(state),
        attendee: text(taking.name()),
        attendee_kana: text(kana),
        company: text(taking.company),
        needs: text(taking.needs),
        made_by: Set(made_by.filter(|by| *by != taking.person)),
        ..numbered(work, row.id, number)
    };
    let enrolled = enrolment::Entity::insert(written)
        .exec_with_returning(work.db())
        .await?;
    let event = Event::new("enrolment.made", enrolled.id)
        .with("seminar", row.id.to_string())
        .with("number", enrolled.number)
        .with("mode", taking.mode.code())
        .with("state", state.code());
    work.record(event);
    charge(work, row, &enrolled).await?;
    Ok(enrolled)
}

/// What somebody is told who just enrolled.
const fn news(one: &enrolment::Model) -> News {
    match one.state {
        State::Enrolled => News::Enrolled,
        State::Applied => News::Applied,
        _ => News::Waiting,
    }
}

/// What this person is enrolled with, waits or applies for already.
async fn known(
    work: &Work,
    id: SeminarId,
    person: PersonId,
) -> Result<Vec<enrolment::Model>, Failed<Refused>> {
    let open = enrolment::Entity::find()
        .filter(enrolment::COLUMN.seminar_id.eq(id))
        .filter(enrolment::COLUMN.person_id.eq(person))
        .filter(enrolment::Column::State.is_in(State::OPEN));
    Ok(open.all(work.db()).await?)
}

/// An enrolment with the number that was drawn for it.
fn numbered(work: &Work, id: SeminarId, number: i64) -> enrolment::ActiveModel {
    enrolment::ActiveModel {
        id: Set(work.new_id()),
        seminar_id: Set(id),
        number: Set(number),
        turn: Set(number),
        lapses: Set(0),
        expires_at: Set(None),
        made_at: Set(work.now()),
        ended_at: Set(None),
        words: Set(String::new()),
        ..Default::default()
    }
}
