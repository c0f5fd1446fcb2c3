//! What pages show of a price.

use japan::money::Pricing;
use organisations::rules::Selector;
use serde_json::{Value, json};

use crate::rules::{Band, Rate, Unit};

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
