//! Terms and a lottery that nobody entered.

use bookings::{
    entity::{SpaceId, VenueId, space},
    rules::Hours,
    samples::meeting_room,
};
use chrono::NaiveDate;
use kernel::Instant;
use uuid::Uuid;

use crate::{
    entity::{LotteryId, TermsId, lottery, tier::Who},
    rules::{Terms, TermsDraft},
};

/// The bands of a day: morning and afternoon.
pub const BANDS: [Hours; 2] = [
    Hours {
        opens: 9 * 60,
        closes: 12 * 60,
    },
    Hours {
        opens: 13 * 60,
        closes: 17 * 60,
    },
];

/// A room.
pub fn a_space() -> space::Model {
    space::Model {
        longest_minutes: 4 * 60,
        ..meeting_room(VenueId(Uuid::nil()))
    }
}

/// From January 2027 on people apply from the 1st to the 10th two months before; the ward's own first.
pub fn some_terms() -> Terms {
    Terms {
        id: TermsId(Uuid::from_u128(1)),
        space: SpaceId(Uuid::from_u128(1)),
        first: first(),
        last: None,
        months_before: 2,
        from_day: 1,
        until_day: 10,
        most: 4,
        draw_days: 3,
        answer_days: 7,
        tiers: vec![Who::Inside, Who::Everyone],
        bands: BANDS.to_vec(),
        source: ("集会室抽選要領".to_owned(), "rules of lotteries".to_owned()),
    }
}

/// The same as the manager types them.
pub fn a_draft() -> TermsDraft {
    let terms = some_terms();
    let band = |band: &Hours| (Some(band.opens), Some(band.closes));
    TermsDraft {
        space: Some(terms.space),
        first: Some(terms.first),
        months_before: Some(terms.months_before),
        from_day: Some(terms.from_day),
        until_day: Some(terms.until_day),
        most: Some(terms.most),
        draw_days: Some(terms.draw_days),
        answer_days: Some(terms.answer_days),
        tiers: terms.tiers.iter().copied().map(Some).collect(),
        bands: terms.bands.iter().map(band).collect(),
        source: terms.source,
    }
}

/// The lottery of January 2027, promised and not yet frozen.
pub fn a_lottery() -> lottery::Model {
    let at = |text: &str| Instant::parse(text).unwrap_or(Instant::from_micros(0));
    lottery::Model {
        id: LotteryId(Uuid::from_u128(1)),
        terms_id: TermsId(Uuid::from_u128(1)),
        space_id: SpaceId(Uuid::from_u128(1)),
        month: first().to_string(),
        takes_from: at("2026-11-01T00:00:00+09:00"),
        takes_until: at("2026-11-11T00:00:00+09:00"),
        last_number: 0,
        promised_at: at("2026-10-01T09:00:00+09:00"),
        frozen_at: None,
        drawn_at: None,
        drawn_by: None,
        called_off_at: None,
        called_off_by: None,
        called_off_why: None,
    }
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 1).unwrap_or_default()
}
