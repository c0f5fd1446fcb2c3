//! What the demonstration's centre uses itself: what was and what comes, every week and once, and
//! what was given back.

use bookings::{
    entity::{OwnUseId, OwnUseReasonId, space::Kind},
    rules::own_uses::{OwnWish, ReasonDraft},
    service,
};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use japan::fiscal::FiscalYear;
use kernel::{Clock, Db, Instant, Role, transact};
use plans::{
    entity::ProgrammeId,
    read::offered::{Offered, offered},
};

use super::{
    people::{People, acting},
    spaces::Opened,
    stage::passed_over,
};
use crate::Failed;

/// 区の主催事業, センターの主催事業, 施設の点検・修繕.
const REASONS: [&str; 3] = ["区の主催事業", "センターの主催事業", "施設の点検・修繕"];

/// One that the centre would like: where, in so many days from today, from and until which hour, so
/// many weeks, for which of the reasons and programmes, and what.
type Wished = (Kind, i64, [i64; 2], usize, (usize, For), &'static str);

/// For what of that fiscal year.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    /// The programme of this number.
    Programme(i32),
    /// What the ward consented to beside the plan.
    Initiative,
}

/// Entered long before anybody could book.
const EARLY: [Wished; 3] = [
    (
        Kind::Community,
        -19,
        [18, 20],
        8,
        (0, For::Programme(3)),
        "創業塾（全8回）",
    ),
    (
        Kind::Seminar,
        0,
        [18, 20],
        1,
        (1, For::Programme(2)),
        "経理はじめの一歩",
    ),
    (
        Kind::Seminar,
        -10,
        [7, 9],
        1,
        (2, For::Programme(2)),
        "空調の点検",
    ),
];

/// Entered today: where someone was quicker the centre goes without, as in earnest.
const WISHED: [Wished; 5] = [
    (
        Kind::Community,
        1,
        [18, 21],
        1,
        (0, For::Programme(1)),
        "区内企業の面接会 準備",
    ),
    (
        Kind::Seminar,
        6,
        [7, 9],
        1,
        (2, For::Programme(2)),
        "空調の点検",
    ),
    (
        Kind::Booth,
        10,
        [19, 21],
        1,
        (2, For::Programme(2)),
        "照明の取り替え",
    ),
    (Kind::Seminar, 9, [8, 9], 1, (1, For::Initiative), ""),
    (
        Kind::Meeting,
        8,
        [18, 20],
        1,
        (1, For::Programme(2)),
        "専門家の打合せ",
    ),
];

/// The manager's words, before anything is entered.
async fn reasons(
    db: &Db,
    clock: &Clock,
    people: &People,
    since: NaiveDate,
) -> Result<Vec<OwnUseReasonId>, Failed> {
    let manager = acting(people.manager, Role::Manager);
    let mut reasons = Vec::new();
    for name in REASONS {
        let draft = ReasonDraft {
            name: name.to_owned(),
            from: Some(since),
        };
        let added = transact(db, manager, clock, async |work| {
            service::add_reason(work, &draft).await
        });
        reasons.extend(passed_over(added.await)?);
    }
    Ok(reasons)
}

/// What is known long before: the manager's words, and the programmes of the half-year.
pub(super) async fn plan(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
    [since, today]: [NaiveDate; 2],
) -> Result<Vec<OwnUseReasonId>, Failed> {
    let reasons = reasons(db, clock, people, since).await?;
    take(db, clock, people, opened, (&reasons, today), &EARLY).await?;
    Ok(reasons)
}

/// What comes up later; the last is given back.
pub(super) async fn enter(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
    reasons: &[OwnUseReasonId],
) -> Result<(), Failed> {
    let today = clock.now().date();
    let last = take(db, clock, people, opened, (reasons, today), &WISHED).await?;
    let reception = acting(people.reception, Role::Reception);
    if let Some(last) = last {
        let given = transact(db, reception, clock, async |work| {
            service::give_back(work, last, false).await
        });
        passed_over(given.await)?;
    }
    Ok(())
}

/// Reception enters all that can be had; says the last.
async fn take(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
    (reasons, today): (&[OwnUseReasonId], NaiveDate),
    wished: &[Wished],
) -> Result<Option<OwnUseId>, Failed> {
    let reception = acting(people.reception, Role::Reception);
    let mut last = None;
    for (kind, days, [from, until], times, (reason, of), title) in wished {
        let room = opened.iter().find(|one| one.space.kind == *kind);
        let midnight = Instant::at(today + TimeDelta::days(*days), NaiveTime::MIN);
        let wish = OwnWish {
            space: room.map(|one| one.id),
            starts_at: Some(midnight + TimeDelta::hours(*from)),
            ends_at: Some(midnight + TimeDelta::hours(*until)),
            times: Some(*times),
            reason: reasons.get(*reason).copied(),
            programme: named(db, midnight.date(), *of).await?,
            title: (*title).to_owned(),
            ..OwnWish::default()
        };
        let used = transact(db, reception, clock, async |work| {
            service::use_own(work, &wish).await
        });
        last = passed_over(used.await)?.or(last);
    }
    Ok(last)
}

/// What it is for, if the ward has approved that for the fiscal year of the day.
async fn named(db: &Db, on: NaiveDate, of: For) -> Result<Option<ProgrammeId>, Failed> {
    let years = [FiscalYear::of(on).year()];
    let offered = offered(db.reader(), &years).await?.into_iter();
    let is_it = |one: &Offered| one.number.map_or(For::Initiative, For::Programme) == of;
    Ok(offered.filter(is_it).map(|one| one.id).next())
}
