//! Somebody enrols: has a place, waits for one, or applies for one that is drawn or looked at.

mod company;

use accounts::read::contact;
use japan::kana::search_key;
use kernel::{Failed, Fault, PersonId, Work, events::Event};
use sea_orm::{IntoActiveModel, entity::prelude::*};

use super::{
    answers::{answered, keep},
    charges::charge,
    found,
    line::{counted, settle_seen},
};
use crate::{
    Refused,
    entity::{
        EnrolmentId, SeminarId,
        enrolment::{self, Mode, State},
        seminar::{self, Audience, Way},
    },
    letters::{self, Lessons, News},
    read::{self, AtHand},
    rules::{self, Attendee, Leaves, Phase, Wish, gives_at_once, standing, wrong_within},
};

pub use company::enrol_company;

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
    let who = contact(work.db(), person).await?;
    let seen = beside(work, (id, wish.mode), person).await?;
    work.queue(id).await;
    let mut row = open_to(work, id, staff).await?;
    let (at_hand, lessons) = match seen {
        Some(seen) if seen.0.edition == row.edition => seen,
        _ => {
            let again = beside(work, (id, wish.mode), person).await?;
            again.ok_or(Refused::NotThere)?
        }
    };
    let (answers, unfit) = answered(work, (id, at_hand.asks), &wish.answers, leaves).await?;
    let mut wrong = wish.wrong(&row);
    wrong.extend(wrong_within(wish.within, &row, staff));
    wrong.extend(unfit);
    let (true, Some(mode)) = (wrong.is_empty(), wish.mode) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let who = who.ok_or(Refused::NotThere)?;
    let taking = Taking {
        person,
        mode,
        company: wish.company.trim(),
        needs: wish.needs.trim(),
        within: wish.within,
        attendee: None,
    };
    let before = known(work, id, person, &at_hand).await?;
    if before.iter().any(|own| taking.is(own)) {
        return Err(Refused::Already.into());
    }
    let gives = prepared(work, &mut row, mode, &at_hand).await?;
    let enrolled = place(work, &mut row, gives, &taking)?;
    counted(work, &row);
    charge(work, &row, &enrolled).await?;
    keep(work, id, &[enrolled.id], (&wish.answers, answers)).await?;
    letters::to_known(work, &row, &lessons, (&enrolled, &who), news(&enrolled)).await?;
    Ok(enrolled.id)
}

/// One who takes part, as they are about to be written.
struct Taking<'w> {
    person: PersonId,
    mode: Mode,
    company: &'w str,
    needs: &'w str,
    within: Option<bool>,
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

/// What is looked at before the lock on which everybody waits who enrols in the same, and again behind it
/// if the seminar was changed in between. That one person applies twice at one moment the database does
/// not let pass (`enrolments_once`).
async fn beside(
    work: &Work,
    (id, mode): (SeminarId, Option<Mode>),
    person: PersonId,
) -> Result<Option<(AtHand, Lessons)>, Fault> {
    let found = read::at_hand(work.db(), (id, mode), person, work.now()).await?;
    let Some(at_hand) = found else {
        return Ok(None);
    };
    let lessons = Lessons::at(work, id, at_hand.catalogue).await?;
    Ok(Some((at_hand, lessons)))
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
    /// Nothing yet: they apply.
    Later,
}

/// What is given now. Nobody gets past the line: what became free by itself is offered
/// first. Nobody gets into a list that is frozen.
async fn prepared(
    work: &Work,
    row: &mut seminar::Model,
    mode: Mode,
    at_hand: &AtHand,
) -> Result<Gives, Failed<Refused>> {
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
    let begun = row.starts_at.is_none_or(|begins| begins <= work.now());
    let may_move = begun || at_hand.lapsed || row.taken(mode) < row.places(mode);
    if may_move && settle_seen(work, row, mode).await? > 0 {
        // Behind the lock: as it stands since the line has moved along.
        *row = found::locked(work, row.id).await?;
    }
    Ok(if gives_at_once(row, phase) {
        Gives::Places
    } else {
        Gives::Later
    })
}

/// Writes one enrolment: with a place, in the line, or as an application. The seminar is locked: what is
/// counted of it here is written by [`counted`].
fn place(
    work: &Work,
    row: &mut seminar::Model,
    gives: Gives,
    taking: &Taking<'_>,
) -> Result<enrolment::Model, Refused> {
    let free = row.taken(taking.mode) < row.places(taking.mode);
    let state = match gives {
        Gives::Places if free => State::Enrolled,
        // Nobody waits for what has begun.
        _ if row.starts_at.is_some_and(|begins| begins <= work.now()) => {
            return Err(Refused::NotOpen);
        }
        Gives::Places => State::Waiting,
        Gives::Later => State::Applied,
    };
    if state == State::Enrolled {
        match taking.mode {
            Mode::Here => row.taken_here += 1,
            Mode::Online => row.taken_online += 1,
        }
    }
    row.last_number += 1;
    let attendee = taking.attendee;
    let enrolled = enrolment::Model {
        id: work.new_id(),
        seminar_id: row.id,
        person_id: taking.person,
        number: row.last_number,
        turn: row.last_number,
        mode: taking.mode,
        state,
        lapses: 0,
        expires_at: None,
        attendee: taking.name().to_owned(),
        attendee_kana: attendee.map_or("", |one| one.kana.trim()).to_owned(),
        company: taking.company.to_owned(),
        needs: taking.needs.to_owned(),
        made_by: work.actor().person.filter(|by| *by != taking.person),
        made_at: work.now(),
        ended_at: None,
        words: String::new(),
        place_until: None,
        within: taking.within.filter(|_| row.audience != Audience::Anyone),
        edition: 1,
    };
    let written = enrolled.clone().into_active_model();
    work.put(enrolment::Entity::insert(written));
    let event = Event::new("enrolment.made", enrolled.id)
        .with("seminar", row.id.to_string())
        .with("number", enrolled.number)
        .with("mode", taking.mode.code())
        .with("state", state.code());
    work.record(event);
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
    at_hand: &AtHand,
) -> Result<Vec<enrolment::Model>, Fault> {
    if !at_hand.known {
        return Ok(Vec::new());
    }
    let open = enrolment::Entity::find()
        .filter(enrolment::COLUMN.seminar_id.eq(id))
        .filter(enrolment::COLUMN.person_id.eq(person))
        .filter(enrolment::Column::State.is_in(State::OPEN));
    Ok(open.all(work.db()).await?)
}
