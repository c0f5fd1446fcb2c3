//! Who comes when: 90 days of invented bookings, drawn from a fixed seed.

use bookings::entity::space::Kind;
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use kernel::{Instant, Span};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

use super::spaces::Opened;

/// The same centre every time.
const SEED: u64 = 20_261_208;

/// Days shown before and after today.
pub(super) const AROUND: u64 = 45;

/// The longest time between booking and coming.
pub(super) const AHEAD: u64 = 60;

const OPENS: i64 = 9 * 60;
const CLOSES: i64 = 21 * 60;

/// One booking to be made.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    /// Which of the opened spaces.
    pub(super) space: usize,
    pub(super) unit: i32,
    pub(super) span: Span,
    /// Which of the guests.
    pub(super) guest: usize,
    pub(super) purpose: &'static str,
    pub(super) attendees: i32,
    /// On which day it is made.
    pub(super) made: NaiveDate,
    pub(super) fate: Fate,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Comes,
    StaysAway,
    /// Cancelled the day before.
    Cancels,
}

/// Draws all bookings around a day.
pub(super) fn draw(spaces: &[Opened], guests: usize, today: NaiveDate) -> Vec<Planned> {
    let mut dice = StdRng::seed_from_u64(SEED);
    let first = today - Days::new(AROUND);
    let mut all = Vec::new();
    let last = today + Days::new(AROUND);
    for date in first.iter_days().take_while(|date| *date <= last) {
        if date.weekday() == Weekday::Mon {
            continue;
        }
        for (index, opened) in spaces.iter().enumerate() {
            for unit in 1..=opened.units {
                let rows = unit_day(&mut dice, opened, date);
                for span in rows {
                    all.push(Planned {
                        space: index,
                        unit,
                        span,
                        guest: dice.random_range(0..guests),
                        purpose: purpose(&mut dice, opened.space.kind),
                        attendees: attendees(&mut dice, opened.space.capacity),
                        made: made(&mut dice, date, today),
                        fate: fate(&mut dice),
                    });
                }
            }
        }
    }
    all
}

/// One unit over one day: uses and pauses in turn.
fn unit_day(dice: &mut StdRng, opened: &Opened, date: NaiveDate) -> Vec<Span> {
    let space = &opened.space;
    let step = i64::from(space.step_minutes);
    let (shortest, longest) = lengths(space.kind);
    let mut spans = Vec::new();
    let mut at = OPENS + dice.random_range(0..=4) * step;
    while at + shortest <= CLOSES {
        let length = dice.random_range(shortest / step..=longest / step) * step;
        let until = (at + length).min(CLOSES);
        if dice.random_bool(busy(space.kind, space.capacity)) && until - at >= shortest {
            spans.extend(span(date, at, until));
            let clearing = i64::from(space.clearing_minutes);
            at = until + (clearing + step - 1) / step * step;
        } else {
            at += length;
        }
    }
    spans
}

/// How likely a stretch is used: rooms are busy, the joined room rarely.
fn busy(kind: Kind, capacity: i32) -> f64 {
    match kind {
        Kind::Desk => 0.25,
        Kind::Meeting if capacity > 6 => 0.04,
        Kind::Meeting => 0.65,
        Kind::Booth => 0.4,
        Kind::Online => 0.45,
        Kind::Seminar | Kind::Community => 0.55,
    }
}

/// The usual uses, in minutes; always within what the space allows.
fn lengths(kind: Kind) -> (i64, i64) {
    match kind {
        Kind::Desk => (240, 720),
        Kind::Booth => (60, 180),
        Kind::Meeting | Kind::Online => (90, 210),
        Kind::Seminar | Kind::Community => (120, 300),
    }
}

fn purpose(dice: &mut StdRng, kind: Kind) -> &'static str {
    let purposes: &[&str] = match kind {
        Kind::Desk => &["創業の準備", "事業計画づくり", "資料の作成", "経理の作業"],
        Kind::Booth => &["オンライン商談", "採用面接", "取引先との電話"],
        Kind::Meeting => &[
            "株式会社みほん製作所 商談",
            "合同会社こうざん 打合せ",
            "さんぷる商店会 役員会",
            "有限会社れいじ食堂 採用面接",
            "創業仲間の勉強会",
        ],
        Kind::Seminar => &["創業者交流会", "はじめての帳簿 勉強会", "商品発表会"],
        Kind::Community => &["新入社員研修", "ものづくり交流会", "合同面接会の準備会"],
        Kind::Online => &["オンライン相談会", "遠方の取引先との会議"],
    };
    purposes.choose(dice).copied().unwrap_or("打合せ")
}

fn attendees(dice: &mut StdRng, capacity: i32) -> i32 {
    dice.random_range((capacity / 3).max(1)..=capacity.min(36))
}

fn made(dice: &mut StdRng, date: NaiveDate, today: NaiveDate) -> NaiveDate {
    let earlier = date - Days::new(dice.random_range(1..=AHEAD));
    if date > today && earlier > today {
        let left = u64::try_from((date - today).num_days()).unwrap_or(0);
        return date - Days::new(dice.random_range(left..=AHEAD));
    }
    earlier
}

fn fate(dice: &mut StdRng) -> Fate {
    match dice.random_range(0..100) {
        0..8 => Fate::Cancels,
        8..13 => Fate::StaysAway,
        _ => Fate::Comes,
    }
}

fn span(date: NaiveDate, from: i64, until: i64) -> Option<Span> {
    let midnight = Instant::at(date, NaiveTime::MIN);
    Span::try_new(
        midnight + TimeDelta::minutes(from),
        midnight + TimeDelta::minutes(until),
    )
}
