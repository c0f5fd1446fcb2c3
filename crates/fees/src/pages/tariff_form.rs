//! What was typed into the forms of prices, terms and grounds.

use chrono::NaiveDate;
use japan::money::Pricing;
use organisations::{
    entity::category::{Locality, Party, Stage},
    rules::Selector,
};
use serde_json::{Value, json};
use web::Typed;

use crate::{
    entity::tax_rate,
    rules::{DraftBand, DraftRate, DraftUnit, Until, yen_typed},
};

/// Every field of a price, for the page that asks whether it is right.
pub(super) const FIELDS: [&str; 23] = [
    "locality",
    "party",
    "stage",
    "unit",
    "step_minutes",
    "amount",
    "tax",
    "pricing",
    "valid_from",
    "valid_until",
    "seen",
    "band1_from",
    "band1_until",
    "band1_amount",
    "band2_from",
    "band2_until",
    "band2_amount",
    "band3_from",
    "band3_until",
    "band3_amount",
    "band4_from",
    "band4_until",
    "band4_amount",
];

/// The fields of each band: from, until, amount.
const BANDS: [[&str; 3]; 4] = [
    ["band1_from", "band1_until", "band1_amount"],
    ["band2_from", "band2_until", "band2_amount"],
    ["band3_from", "band3_until", "band3_amount"],
    ["band4_from", "band4_until", "band4_amount"],
];

/// A price as typed.
pub(super) fn rate(typed: &Typed) -> DraftRate {
    let amount = yen_typed(typed.text("amount"));
    DraftRate {
        selector: selector(typed),
        unit: match typed.text("unit") {
            "hour" => Some(DraftUnit::Hour(
                typed.text("step_minutes").parse().ok(),
                amount,
            )),
            "band" => Some(DraftUnit::Band(bands(typed))),
            "use" => Some(DraftUnit::Use(amount)),
            "day" => Some(DraftUnit::Day(amount)),
            _ => None,
        },
        tax: tax_rate::Code::parse(typed.text("tax")),
        pricing: match typed.text("pricing") {
            "on" => Pricing::TaxOn,
            _ => Pricing::TaxWithin,
        },
        valid_from: date(typed, "valid_from"),
        valid_until: until(typed),
    }
}

/// The bands in which anything was typed.
fn bands(typed: &Typed) -> Vec<DraftBand> {
    let any = |names: &&[&'static str; 3]| names.iter().any(|name| !typed.text(name).is_empty());
    let band = |[from, until, amount]: &[&'static str; 3]| DraftBand {
        field: amount,
        opens: minutes(typed.text(from)),
        closes: minutes(typed.text(until)),
        amount: yen_typed(typed.text(amount)),
    };
    BANDS.iter().filter(any).map(band).collect()
}

/// `9:00`, in any width, as minutes after midnight.
fn minutes(typed: &str) -> Option<i32> {
    let digits = japan::kana::digits(typed).replace('：', ":");
    let (hour, minute) = digits.split_once(':').unwrap_or((&digits, "0"));
    let (hour, minute): (i32, i32) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    ((0..=24).contains(&hour) && (0..60).contains(&minute)).then_some(hour * 60 + minute)
}

/// Whom a row is to speak of.
pub(super) fn selector(typed: &Typed) -> Selector {
    Selector {
        locality: match typed.text("locality") {
            "resident" => Some(Locality::Resident),
            "ward_business" => Some(Locality::WardBusiness),
            "outside" => Some(Locality::Outside),
            _ => None,
        },
        party: match typed.text("party") {
            "individual" => Some(Party::Individual),
            "business" => Some(Party::Business),
            "group" => Some(Party::Group),
            _ => None,
        },
        stage: match typed.text("stage") {
            "settled" => Some(Stage::Settled),
            "before_founding" => Some(Stage::BeforeFounding),
            "young" => Some(Stage::Young),
            _ => None,
        },
    }
}

/// A date that has to be there.
pub(super) fn date(typed: &Typed, name: &str) -> Option<NaiveDate> {
    japan::calendar::parse_date(typed.text(name))
}

/// A last day.
pub(super) fn until(typed: &Typed) -> Until {
    match typed.text("valid_until") {
        "" => Until::Open,
        _ => date(typed, "valid_until").map_or(Until::Unreadable, Until::Day),
    }
}

/// What there is to choose from.
pub(super) fn choices() -> Value {
    json!({
        "localities": ["resident", "ward_business", "outside"],
        "parties": ["individual", "business", "group"],
        "stages": ["before_founding", "young", "settled"],
    })
}
