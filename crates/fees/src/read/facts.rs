//! What pages show of a price.

use japan::money::{Pricing, Rate as TaxRate};
use organisations::rules::Selector;
use serde_json::{Value, json};

use crate::rules::{Band, Gap, Rate, Unit};

/// Whom a row speaks of, as codes.
pub(crate) fn selector_facts(selector: Selector) -> Value {
    json!({
        "locality": selector.locality,
        "party": selector.party,
        "stage": selector.stage,
    })
}

/// A dated price.
pub fn rate_facts(rate: &Rate) -> Value {
    let mut facts = unit(&rate.unit);
    facts["selector"] = selector_facts(rate.selector);
    facts["tax"] = rate.tax.code().into();
    facts["within"] = (rate.pricing == Pricing::TaxWithin).into();
    facts["valid_from"] = rate.valid_from.to_string().into();
    facts["valid_until"] = rate.valid_until.map(|date| date.to_string()).into();
    facts
}

/// Who would pay nothing, and when.
pub fn gap_facts(gaps: &[Gap]) -> Vec<Value> {
    let one = |gap: &Gap| {
        let who: Vec<Value> = gap.who.iter().copied().map(selector_facts).collect();
        json!({ "who": who, "valid_from": gap.from, "valid_until": gap.until })
    };
    gaps.iter().map(one).collect()
}

/// A rate of tax as people read it: `10`, or `7.8`.
pub fn percent(rate: TaxRate) -> String {
    match (rate.thousandths() / 10, rate.thousandths() % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    }
}

/// How a price counts and how much it is.
fn unit(unit: &Unit) -> Value {
    match unit {
        Unit::Hour { minutes, amount } => {
            json!({ "unit": "hour", "minutes": minutes, "amount": amount })
        }
        Unit::Use(amount) => json!({ "unit": "use", "amount": amount }),
        Unit::Day(amount) => json!({ "unit": "day", "amount": amount }),
        Unit::Band(bands) => {
            let band = |band: &Band| json!({ "opens": band.opens, "closes": band.closes, "amount": band.amount });
            json!({ "unit": "band", "bands": bands.iter().map(band).collect::<Vec<_>>() })
        }
    }
}
