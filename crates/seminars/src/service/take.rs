//! Lessons take rooms and lecturers' time of the ledger: all of it at once, or nothing.

use bookings::{
    entity::{HoldId, ResourceId, hold},
    ledger::{self, Claim, Piece},
    read::{Catalogue, Place},
    rules::{devices::Pick, occupied},
    service::{lend, make_way, time_of, units_of},
};
use kernel::{Failed, Refusal, Span, Work};

use crate::{
    Refused,
    entity::{SeminarId, seminar},
    read,
    rules::LessonDraft,
};

/// The kind of a lesson's hold.
const LESSON: &str = "lesson";

/// What one lesson needs: units of its room, any of which will do, and its lecturer's time.
struct Need {
    span: Span,
    room: Option<(Vec<Vec<ResourceId>>, Span)>,
    lecturer: Option<ResourceId>,
}

/// Lets whoever waits for these rooms come first, and keeps closures waiting. Before any row is locked.
pub(super) async fn opened(work: &Work, wishes: &[LessonDraft]) -> Result<(), Failed<Refused>> {
    let spaces: Vec<_> = wishes.iter().filter_map(|wish| wish.space).collect();
    if !spaces.is_empty() {
        make_way(work, &spaces).await?;
    }
    Ok(())
}

/// Takes what these lessons need; none for one that needs nothing of the centre's.
///
/// # Errors
/// [`Refused::Occupied`] says what is not free, and when; then nothing was taken.
pub(super) async fn take(
    work: &Work,
    row: &seminar::Model,
    wishes: &[LessonDraft],
) -> Result<Vec<Option<HoldId>>, Failed<Refused>> {
    let mut needs = Vec::new();
    for wish in wishes {
        needs.push(need(work, wish).await?);
    }
    let mut resources: Vec<ResourceId> = needs.iter().flat_map(Need::resources).collect();
    // Devices too: two that write several lessons never wait for each other.
    let picks: Vec<Pick> = wishes
        .iter()
        .flat_map(|wish| wish.devices.clone())
        .collect();
    resources.extend(units_of(work, &picks).await?);
    resources.sort_unstable();
    resources.dedup();
    let spans: Vec<Span> = needs.iter().map(Need::longest).collect();
    let standing = ledger::lock_and_look(work, &resources, &spans, &[]).await?;
    let mut taken: Vec<(ResourceId, Span)> = standing
        .into_iter()
        .map(|one| {
            let span = Span {
                from: one.starts_at,
                until: one.ends_at,
            };
            (one.resource_id, span)
        })
        .collect();
    let mut pieces = Vec::new();
    let mut which = Vec::new();
    for need in &needs {
        let (resources, span) = need.chosen(&taken)?;
        which.push(!resources.is_empty());
        if resources.is_empty() {
            continue;
        }
        taken.extend(resources.iter().map(|one| (*one, span)));
        pieces.push(Piece {
            claim: Ok(claim(row.id, &row.title)),
            resources,
            span,
        });
    }
    let holds = ledger::take_all(work, pieces).await?;
    let first = wishes.first().and_then(|wish| wish.span);
    let at = first.map_or(work.now(), |span| span.from);
    let mut holds = holds.ok_or(Refused::Occupied("room", at))?.into_iter();
    let holds: Vec<_> = which
        .into_iter()
        .map(|takes| if takes { holds.next() } else { None })
        .collect();
    for (wish, hold) in wishes.iter().zip(&holds) {
        lent(work, wish, *hold).await?;
    }
    Ok(holds)
}

/// Lends the devices of a lesson with its room, for as long as it has it.
async fn lent(
    work: &Work,
    wish: &LessonDraft,
    hold: Option<HoldId>,
) -> Result<(), Failed<Refused>> {
    let (Some(hold), Some(space), Some(span)) = (hold, wish.space, wish.span) else {
        return Ok(());
    };
    if wish.devices.is_empty() {
        return Ok(());
    }
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let place = catalogue.place(space).ok_or(Refused::NotThere)?;
    let lent = lend(work, hold, &wish.devices, &place.space, span).await;
    lent.map_err(|failed| match failed {
        Failed::Fault(fault) => fault.into(),
        Failed::Refused(refused) => Refused::Invalid(refused.details()).into(),
    })
}

fn claim(id: SeminarId, title: &str) -> Claim {
    Claim {
        kind: LESSON,
        label: title.to_owned(),
        link: format!("/counter/seminars/{id}"),
        state: hold::State::Confirmed,
        expires_at: None,
    }
}

async fn need(work: &Work, wish: &LessonDraft) -> Result<Need, Failed<Refused>> {
    let span = wish.span.ok_or(Refused::NotThere)?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let room = match wish.space {
        None => None,
        Some(id) => {
            let place = catalogue.place(id).ok_or(Refused::NotThere)?;
            let open = catalogue.hours(&place.space).stretches(span.from.date());
            if !open.iter().any(|open| open.contains(&span)) {
                return Err(Refused::Occupied("closed", span.from).into());
            }
            Some((units(place), occupied(&place.space, span)))
        }
    };
    let lecturer = match wish.lecturer_id {
        None => None,
        Some(person) => {
            let who = read::name_of(work.db(), person).await?;
            let who = who.ok_or(Refused::NotThere)?;
            Some(time_of(work, person, &who).await?)
        }
    };
    Ok(Need {
        span,
        room,
        lecturer,
    })
}

fn units(place: &Place) -> Vec<Vec<ResourceId>> {
    let units = place.units.iter();
    units.map(|unit| unit.resources.clone()).collect()
}

impl Need {
    fn resources(&self) -> Vec<ResourceId> {
        let room = self.room.iter().flat_map(|(units, _)| units.concat());
        room.chain(self.lecturer).collect()
    }

    /// With clearing up, where there is any.
    fn longest(&self) -> Span {
        self.room.as_ref().map_or(self.span, |(_, span)| *span)
    }

    /// What it takes: the lecturer, and the first unit of the room that is free. One hold has one time:
    /// the lecturer is kept while the room is cleared up.
    fn chosen(&self, taken: &[(ResourceId, Span)]) -> Result<(Vec<ResourceId>, Span), Refused> {
        let span = self.longest();
        let is_free = |resource: &ResourceId| {
            let mut own = taken.iter().filter(|(one, _)| one == resource);
            !own.any(|(_, other)| other.overlaps(&span))
        };
        if !self.lecturer.iter().all(is_free) {
            return Err(Refused::Occupied("lecturer", self.span.from));
        }
        let mut all: Vec<ResourceId> = self.lecturer.into_iter().collect();
        if let Some((units, _)) = &self.room {
            let mut units = units.iter();
            let unit = units.find(|unit| unit.iter().all(is_free));
            let unit = unit.ok_or(Refused::Occupied("room", self.span.from))?;
            all.extend(unit.iter().copied());
        }
        Ok((all, span))
    }
}
