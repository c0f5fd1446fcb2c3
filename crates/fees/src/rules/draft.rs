//! A price and the terms of all fees, as somebody would like to enter them.

use chrono::NaiveDate;
use japan::{corporate_number, money::Pricing, money::Yen};
use organisations::rules::Selector;
use uuid::Uuid;

use super::{
    price::{Band, Rate, Unit},
    texts::{Until, name_checked, text_checked, until_checked},
};
use crate::{
    entity::{
        TariffRateId,
        fee_terms::{Regime, TaxRounding},
        tax_rate,
    },
    refused::{What, Wrong},
};

/// The longest address, in characters.
const LONGEST_ADDRESS: usize = 120;

/// A price as typed.
#[derive(Clone, Debug)]
pub struct DraftRate {
    /// Whom it speaks of.
    pub selector: Selector,
    /// How it counts.
    pub unit: Option<DraftUnit>,
    /// Which tax.
    pub tax: Option<tax_rate::Code>,
    /// Whether the price includes it.
    pub pricing: Pricing,
    /// The first day; `None` when it could not be read.
    pub valid_from: Option<NaiveDate>,
    /// The last day.
    pub valid_until: Until,
}

/// How a price counts, as typed.
#[derive(Clone, Debug)]
pub enum DraftUnit {
    /// By so many minutes.
    Hour(Option<i32>, Option<Yen>),
    /// By the band.
    Band(Vec<DraftBand>),
    /// By the use.
    Use(Option<Yen>),
    /// By the day.
    Day(Option<Yen>),
}

/// A band as typed; a part that could not be read is none.
#[derive(Clone, Copy, Debug)]
pub struct DraftBand {
    /// The field of its amount.
    pub field: &'static str,
    /// Its first minute.
    pub opens: Option<i32>,
    /// The first minute after it.
    pub closes: Option<i32>,
    /// What it costs.
    pub amount: Option<Yen>,
}

/// A price that can be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRate {
    /// Whom it speaks of.
    pub selector: Selector,
    /// How it counts.
    pub unit: Unit,
    /// Which tax.
    pub tax: tax_rate::Code,
    /// Whether the price includes it.
    pub pricing: Pricing,
    /// The first day.
    pub valid_from: NaiveDate,
    /// The last day, if it has one.
    pub valid_until: Option<NaiveDate>,
}

impl NewRate {
    /// The price as it would stand once it is entered; its identifier is not drawn yet.
    pub fn entered(&self) -> Rate {
        Rate {
            id: TariffRateId(Uuid::nil()),
            selector: self.selector,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            unit: self.unit.clone(),
            tax: self.tax,
            pricing: self.pricing,
        }
    }
}

impl DraftRate {
    /// The price, or everything that is wrong with it.
    pub fn allowed(self, today: NaiveDate) -> Result<NewRate, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let unit = match self.unit {
            None => {
                wrong.push(Wrong::new("unit", What::Choose));
                None
            }
            Some(draft) => unit(draft, &mut wrong),
        };
        if self.tax.is_none() {
            wrong.push(Wrong::new("tax", What::Choose));
        }
        until_checked(self.valid_from, self.valid_until, today, &mut wrong);
        match (unit, self.tax, self.valid_from) {
            (Some(unit), Some(tax), Some(valid_from)) if wrong.is_empty() => Ok(NewRate {
                selector: self.selector,
                unit,
                tax,
                pricing: self.pricing,
                valid_from,
                valid_until: self.valid_until.day(),
            }),
            _ => Err(wrong),
        }
    }
}

fn unit(draft: DraftUnit, wrong: &mut Vec<Wrong>) -> Option<Unit> {
    let mut yen = |amount: Option<Yen>| {
        if amount.is_none() {
            wrong.push(Wrong::new("amount", What::Amount));
        }
        amount
    };
    match draft {
        DraftUnit::Use(amount) => yen(amount).map(Unit::Use),
        DraftUnit::Day(amount) => yen(amount).map(Unit::Day),
        DraftUnit::Hour(minutes, amount) => {
            let amount = yen(amount);
            let minutes = minutes.filter(|minutes| (5..=720).contains(minutes));
            if minutes.is_none() {
                wrong.push(Wrong::new("step_minutes", What::Choose));
            }
            minutes
                .zip(amount)
                .map(|(minutes, amount)| Unit::Hour { minutes, amount })
        }
        DraftUnit::Band(drafts) => bands(&drafts, wrong).map(Unit::Band),
    }
}

/// At least one band, each with its times and its price, none over another.
fn bands(drafts: &[DraftBand], wrong: &mut Vec<Wrong>) -> Option<Vec<Band>> {
    let before = wrong.len();
    if drafts.is_empty() {
        wrong.push(Wrong::new("band1_amount", What::Missing));
    }
    let mut bands = Vec::new();
    for draft in drafts {
        let times = draft.opens.zip(draft.closes);
        match times.filter(|(opens, closes)| 0 <= *opens && opens < closes && *closes <= 1_440) {
            None => wrong.push(Wrong::new(draft.field, What::BandTimes)),
            Some((opens, closes)) => match draft.amount {
                None => wrong.push(Wrong::new(draft.field, What::Amount)),
                Some(amount) => bands.push(Band {
                    opens,
                    closes,
                    amount,
                }),
            },
        }
    }
    bands.sort_by_key(|band| band.opens);
    if bands.windows(2).any(|two| two[1].opens < two[0].closes) {
        wrong.push(Wrong::new("band1_amount", What::BandsOverlap));
    }
    (wrong.len() == before).then_some(bands)
}

/// What is to hold for all fees.
#[derive(Clone, Debug)]
pub struct NewTerms {
    /// Whose the fees are; `None` when nothing was chosen.
    pub regime: Option<Regime>,
    /// Who earns the fee and issues receipts.
    pub issuer: String,
    /// Where they are.
    pub address: String,
    /// `T` and 13 digits, or empty.
    pub registration_number: String,
    /// Who takes the money for the issuer, or empty.
    pub collector: String,
    /// What becomes of the fraction of a yen.
    pub rounding: Option<TaxRounding>,
    /// The first day; `None` when it could not be read.
    pub valid_from: Option<NaiveDate>,
}

/// Whether terms can be entered so. Under 使用料 the collector must be named: the receipt says who
/// takes the ward's money (公金収納, 地方自治法第243条の2).
pub fn check_terms(terms: &NewTerms, today: NaiveDate) -> Result<(), Vec<Wrong>> {
    let mut wrong = Vec::new();
    if terms.regime.is_none() {
        wrong.push(Wrong::new("regime", What::Choose));
    }
    if terms.rounding.is_none() {
        wrong.push(Wrong::new("rounding", What::Choose));
    }
    name_checked("issuer", &terms.issuer, true, &mut wrong);
    text_checked("address", &terms.address, LONGEST_ADDRESS, true, &mut wrong);
    let needs_collector = terms.regime == Some(Regime::WardFee);
    name_checked("collector", &terms.collector, needs_collector, &mut wrong);
    let number = terms.registration_number.trim();
    if !number.is_empty() && corporate_number::RegistrationNumber::parse(number).is_err() {
        wrong.push(Wrong::new("registration_number", What::RegistrationNumber));
    }
    until_checked(terms.valid_from, Until::Open, today, &mut wrong);
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

#[cfg(test)]
mod tests;
