//! The bands of a day as they were typed: whether each can be booked, and cleared up after.

use accounts::rules::wrong_field;
use bookings::rules::Hours;
use chrono::NaiveDate;
use kernel::Detail;

use super::{Of, TermsDraft};

/// The fields of the form, each band in its place.
const FIELDS: [&str; 4] = ["band_1_from", "band_2_from", "band_3_from", "band_4_from"];

/// The last minute of a day.
const MIDNIGHT: i32 = 24 * 60;

/// The bands in the order of time; what is wrong with one is said beside it.
pub(super) fn bands(draft: &TermsDraft, of: Option<Of<'_>>, wrong: &mut Vec<Detail>) -> Vec<Hours> {
    // Whoever sets terms without the form may have more bands than it has fields.
    let fields = FIELDS.into_iter().chain(std::iter::repeat("band_4_from"));
    let typed = draft.bands.iter().zip(fields);
    let typed: Vec<_> = typed.filter(|(band, _)| **band != (None, None)).collect();
    let mut all = Vec::new();
    for ((from, until), field) in &typed {
        match hours(*from, *until) {
            Some(band) => all.push((band, *field)),
            None => wrong.push(wrong_field(field, "lotteries-bands-wrong")),
        }
    }
    if typed.is_empty() {
        wrong.push(wrong_field("band_1_from", "lotteries-bands-wrong"));
    }
    all.sort_by_key(|(band, _)| band.opens);
    for two in all.windows(2) {
        if let [(one, _), (other, field)] = two {
            let clearing = of.map_or(0, |of| of.space.clearing_minutes);
            if other.opens < one.closes {
                wrong.push(wrong_field(field, "lotteries-bands-wrong"));
            } else if other.opens < one.closes + clearing {
                let mut said = wrong_field(field, "lotteries-bands-clearing");
                said.args = serde_json::json!({ "minutes": clearing });
                wrong.push(said);
            }
        }
    }
    if let Some(of) = of {
        let said = |(band, field): &(Hours, &'static str)| {
            Some(wrong_field(field, unfit(of, draft.first, *band)?))
        };
        wrong.extend(all.iter().filter_map(said));
    }
    all.into_iter().map(|(band, _)| band).collect()
}

fn hours(from: Option<i32>, until: Option<i32>) -> Option<Hours> {
    let (opens, closes) = from.zip(until)?;
    (0 <= opens && opens < closes && closes <= MIDNIGHT).then_some(Hours { opens, closes })
}

/// Why nobody could ever book such a band: how long it is, when it begins, or that the space is closed.
fn unfit(of: Of<'_>, first: Option<NaiveDate>, band: Hours) -> Option<&'static str> {
    let step = of.space.step_minutes.max(1);
    let long = of.space.shortest_minutes..=of.space.longest_minutes;
    let minutes = band.closes - band.opens;
    if !long.contains(&minutes) || minutes.rem_euclid(step) != 0 {
        return Some("lotteries-bands-unfit");
    }
    let week = first?.iter_days().take(7);
    let open = week.filter_map(|day| of.calendar.usual(day));
    let within: Vec<Hours> = open
        .filter(|open| open.opens <= band.opens && band.closes <= open.closes)
        .collect();
    if within.is_empty() {
        return Some("lotteries-bands-closed");
    }
    let on_the_step = |open: &Hours| (band.opens - open.opens).rem_euclid(step) == 0;
    (!within.iter().any(on_the_step)).then_some("lotteries-bands-unfit")
}
