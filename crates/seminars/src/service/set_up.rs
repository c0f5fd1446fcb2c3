//! A seminar is written, and written anew.

use accounts::rules::wrong_field;
use kernel::{Failed, Fault, Work, events::Event};
use plans::entity::ProgrammeId;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{draws::promise, found, line::settle_both};
use crate::{
    Refused,
    entity::{
        SeminarId, draw,
        enrolment::Mode,
        seminar::{self, Audience, State, Way},
    },
    letters::{self, News},
    read,
    rules::{self, Phase, SeminarDraft, Standing, standing},
};

/// Sets up a seminar as a draft, which nobody but those who work at the centre sees.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn set_up(work: &Work, draft: &SeminarDraft) -> Result<SeminarId, Failed<Refused>> {
    if !rules::may_keep(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let wrong = draft.wrong();
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
    let id: SeminarId = work.new_id();
    let row = seminar::ActiveModel {
        id: Set(id),
        taken_here: Set(0),
        taken_online: Set(0),
        last_number: Set(0),
        starts_at: Set(None),
        ends_at: Set(None),
        state: Set(State::Draft),
        why: Set(String::new()),
        report: Set(String::new()),
        copied_from: Set(None),
        edition: Set(1),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
        submitted_by: Set(None),
        published_by: Set(None),
        published_at: Set(None),
        ..said(work, draft).await?
    };
    seminar::Entity::insert(row)
        .exec_without_returning(work.db())
        .await?;
    work.record(Event::new("seminar.set_up", id));
    Ok(id)
}

/// Writes a seminar anew, as it was seen. What is published can be changed too: who enrolled is told of
/// a new title; more places are offered at once to whoever waits.
///
/// # Errors
/// [`Refused::Changed`]; everything that is wrong at once; [`Refused::PlacesTaken`] when fewer places
/// are wished than are taken.
pub async fn edit(
    work: &Work,
    id: SeminarId,
    edition: i32,
    draft: &SeminarDraft,
) -> Result<(), Failed<Refused>> {
    let row = found::seen(work, id, edition).await?;
    let stands = standing(&row, work.now());
    // What was handed in stays as it is until it is sent back.
    if stands != Standing::Draft && !stands.is_ahead() {
        return Err(Refused::NotNow.into());
    }
    let wrong = draft.wrong();
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
    stays_fair(work, &row, draft).await?;
    let changed = seminar::ActiveModel {
        id: Set(id),
        edition: Set(row.edition + 1),
        ..said(work, draft).await?
    };
    let changed = seminar::Entity::update(changed).exec(work.db()).await?;
    // Words may be mended at any time; what it needs to be seen by everybody must stay.
    if stands.is_public()
        && !read::lacking_of(work.db(), work.kept(), &changed)
            .await?
            .is_empty()
    {
        return Err(Refused::Lacking.into());
    }
    let event = Event::new("seminar.edited", id)
        .with("here", changed.here)
        .with("online", changed.online);
    work.record(event);
    if stands.is_public() {
        if changed.title != row.title {
            letters::to_all(work, &changed, News::Changed).await?;
        }
        promise(work, &changed).await?;
        settle_both(work, &changed).await?;
    }
    Ok(())
}

/// Refuses what would take from somebody what they were told: fewer places than are taken, another way of
/// giving them, or another fee, once it is published, and other places or times once a list is frozen.
async fn stays_fair(
    work: &Work,
    row: &seminar::Model,
    draft: &SeminarDraft,
) -> Result<(), Failed<Refused>> {
    let published = standing(row, work.now()).is_public();
    let other = [
        (draft.way != Some(row.way), "way", "seminars-way-fixed"),
        (
            draft.fee_yen != Some(row.fee_yen),
            "fee_yen",
            "seminars-fee-fixed",
        ),
    ];
    let other = other.into_iter().filter(|(other, ..)| *other && published);
    let fixed: Vec<_> = other
        .map(|(_, field, key)| wrong_field(field, key))
        .collect();
    if !fixed.is_empty() {
        return Err(Refused::Invalid(fixed).into());
    }
    let draws = read::draws(work.db(), row.id).await?;
    let until = draft.apply_until.and_then(Result::ok);
    for (mode, wished) in [(Mode::Here, draft.here), (Mode::Online, draft.online)] {
        let wished = wished.unwrap_or(0);
        if wished < row.taken(mode) {
            return Err(Refused::PlacesTaken(row.taken(mode)).into());
        }
        let own = draws
            .iter()
            .find(|one| one.mode == mode)
            .map(draw::Model::phase);
        let other = wished != row.places(mode) || until != row.apply_until;
        if own == Some(Phase::Frozen) && other {
            return Err(Refused::Frozen.into());
        }
        if wished == 0 && row.places(mode) > 0 {
            let applied = read::applied(work.db(), row.id, &[mode]).await?;
            if applied > 0 {
                return Err(Refused::PlacesTaken(applied).into());
            }
        }
    }
    Ok(())
}

/// What a draft says.
async fn said(work: &Work, draft: &SeminarDraft) -> Result<seminar::ActiveModel, Fault> {
    let text = |text: &str| Set(text.trim().to_owned());
    let programme = match draft.programme {
        Some(id) => named(work, id).await?,
        None => None,
    };
    let (programme_id, programme) = programme.unzip();
    Ok(seminar::ActiveModel {
        title: text(&draft.title),
        title_en: text(&draft.title_en),
        purpose: text(&draft.purpose),
        contents: text(&draft.contents),
        contents_en: text(&draft.contents_en),
        audience: Set(draft.audience.unwrap_or(Audience::Anyone)),
        way: Set(draft.way.unwrap_or(Way::FirstCome)),
        fee_yen: Set(draft.fee_yen.unwrap_or(0)),
        fee: text(&draft.fee),
        programme_id: Set(programme_id),
        programme: Set(programme.unwrap_or_default()),
        here: Set(draft.here.unwrap_or(0)),
        online: Set(draft.online.unwrap_or(0)),
        apply_from: Set(draft.apply_from.and_then(Result::ok)),
        apply_until: Set(draft.apply_until.and_then(Result::ok)),
        ..Default::default()
    })
}

/// A programme that the centre may carry out, with what it is called.
async fn named(work: &Work, id: ProgrammeId) -> Result<Option<(ProgrammeId, String)>, Fault> {
    let offered = read::programmes(work.db(), work.now()).await?;
    let found = offered.into_iter().find(|one| one.id == id);
    Ok(found.map(|one| (one.id, one.name)))
}
