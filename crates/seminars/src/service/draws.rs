//! Places are drawn: the seed is promised, the list is frozen, the draw is held (抽選).

use fairness::draw::Seed;
use kernel::{Failed, Fault, Instant, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{found, line::settle_both};
use crate::{
    Refused,
    entity::{
        SeminarId,
        draw::{self, Kept},
        enrolment::{self, Mode, State},
        seminar::{self, Way},
    },
    letters::{self, News},
    read,
    rules::{Drawn, Phase, Standing, frozen, standing, wrong_confirm},
};

/// Promises a seed for each mode of a seminar whose places are drawn, before anybody applies.
pub(super) async fn promise(work: &Work, row: &seminar::Model) -> Result<(), Fault> {
    if row.way != Way::Draw {
        return Ok(());
    }
    let known = read::draws(work.db(), row.id).await?;
    for mode in Mode::ALL {
        if row.places(*mode) == 0 || known.iter().any(|one| one.mode == *mode) {
            continue;
        }
        let seed = Seed::new(rand::random());
        draw::Entity::insert(draw::ActiveModel {
            seminar_id: Set(row.id),
            mode: Set(*mode),
            seed: Set(Kept::of(&seed)),
            promised_at: Set(work.now()),
            entries: Set(None),
            frozen_at: Set(None),
            confirm_until: Set(None),
            drawn_by: Set(None),
            drawn_at: Set(None),
        })
        .exec_without_returning(work.db())
        .await?;
        work.record(Event::new("seminar.draw_promised", row.id).with("mode", mode.code()));
    }
    Ok(())
}

/// Freezes who takes part in the draws of a seminar, as soon as applications are no longer taken. Says
/// how many lists were frozen.
///
/// # Errors
/// [`Refused::NotNow`] as long as people can apply.
pub async fn freeze(work: &Work, id: SeminarId) -> Result<usize, Failed<Refused>> {
    let row = found::locked(work, id).await?;
    if standing(&row, work.now()) != Standing::Closed {
        return Err(Refused::NotNow.into());
    }
    let mut done = 0;
    for one in read::draws(work.db(), id).await? {
        if one.phase() != Phase::Promised || row.places(one.mode) == 0 {
            continue;
        }
        let applied = applied(work, &row, one.mode).await?;
        let numbers = applied.iter().map(|own| (own.number, own.within));
        let list = frozen(&row, one.mode, numbers).map_err(|faults| {
            Fault::broken(
                "freezing a draw",
                std::io::Error::other(format!("{faults:?}")),
            )
        })?;
        draw::Entity::update(draw::ActiveModel {
            seminar_id: Set(id),
            mode: Set(one.mode),
            entries: Set(Some(list.text().to_owned())),
            frozen_at: Set(Some(work.now())),
            ..Default::default()
        })
        .exec(work.db())
        .await?;
        let event = Event::new("seminar.draw_frozen", id)
            .with("mode", one.mode.code())
            .with("entries", applied.len())
            .with("digest", list.digest().to_string());
        work.record(event);
        done += 1;
    }
    Ok(done)
}

/// Draws: those who won are offered a place until the moment said, the others wait in the order of the
/// draw; everybody is told.
///
/// # Errors
/// [`Refused::NotNow`] before the list is frozen, and when it was drawn; a moment that is missing or
/// wrong.
pub async fn draw(
    work: &Work,
    id: SeminarId,
    edition: i32,
    until: Option<Instant>,
) -> Result<(), Failed<Refused>> {
    let row = found::seen(work, id, edition).await?;
    let mut draws = read::draws(work.db(), id).await?;
    draws.retain(|one| row.places(one.mode) > 0);
    let ready = draws.iter().all(|one| one.phase() == Phase::Frozen);
    if draws.is_empty() || !ready || standing(&row, work.now()) != Standing::Closed {
        return Err(Refused::NotNow.into());
    }
    let wrong = wrong_confirm(until, &row, work.now());
    let (None, Some(until)) = (&wrong, until) else {
        return Err(Refused::Invalid(wrong.into_iter().collect()).into());
    };
    let mut row = row;
    for one in &draws {
        row = hold(work, &row, one, until).await?;
    }
    settle_both(work, &row).await?;
    Ok(())
}

/// Holds one draw; the seminar as it stands afterwards.
async fn hold(
    work: &Work,
    row: &seminar::Model,
    one: &draw::Model,
    until: Instant,
) -> Result<seminar::Model, Failed<Refused>> {
    let list = one.frozen()?.ok_or(Refused::NotNow)?;
    let drawn = Drawn::of(&list, &one.seed()?);
    let rows = applied(work, row, one.mode).await?;
    let order = drawn.order(&rows);
    let mut told = Vec::new();
    let (mut turn, mut taken) = (row.last_number, row.taken(one.mode));
    for (own, won) in order {
        turn += 1;
        taken += i32::from(won);
        let state = if won { State::Offered } else { State::Waiting };
        let changed = enrolment::ActiveModel {
            id: Set(own.id),
            state: Set(state),
            turn: Set(turn),
            expires_at: Set(won.then_some(until)),
            ..Default::default()
        };
        let changed = enrolment::Entity::update(changed).exec(work.db()).await?;
        let event = Event::new("enrolment.drawn", own.id).with("state", state.code());
        work.record(event.with("seminar", row.id.to_string()));
        told.push((changed, if won { News::Won } else { News::Follows }));
    }
    let mut counted = seminar::ActiveModel {
        id: Set(row.id),
        last_number: Set(turn),
        edition: Set(row.edition + 1),
        ..Default::default()
    };
    match one.mode {
        Mode::Here => counted.taken_here = Set(taken),
        Mode::Online => counted.taken_online = Set(taken),
    }
    let row = seminar::Entity::update(counted).exec(work.db()).await?;
    let held = draw::ActiveModel {
        seminar_id: Set(row.id),
        mode: Set(one.mode),
        confirm_until: Set(Some(until)),
        drawn_by: Set(work.actor().person),
        drawn_at: Set(Some(work.now())),
        ..Default::default()
    };
    draw::Entity::update(held).exec(work.db()).await?;
    work.record(Event::new("seminar.drawn", row.id).with("mode", one.mode.code()));
    letters::to_each(work, &row, &told).await?;
    Ok(row)
}

/// Who applies for places of a mode, in the order of arrival.
async fn applied(
    work: &Work,
    row: &seminar::Model,
    mode: Mode,
) -> Result<Vec<enrolment::Model>, Fault> {
    let rows = enrolment::Entity::of(row.id)
        .filter(enrolment::Column::Mode.eq(mode))
        .filter(enrolment::Column::State.eq(State::Applied));
    Ok(rows.all(work.db()).await?)
}
