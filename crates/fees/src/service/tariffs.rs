//! What uses cost, and whose the fees are: dated rows, never changed once they have begun.

use chrono::NaiveDate;
use japan::money::{Pricing, Yen};
use kernel::{Failed, Work, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use super::gate;
use crate::{
    entity::{
        FeeTermsId, TariffId, TariffRateId, fee_terms, tariff, tariff_band, tariff_rate,
        tariff_rate::Unit as Counts,
    },
    events, read,
    refused::{Refused, What, Wrong},
    rules::{LONGEST_NAME, NewRate, NewTerms, Seen, Unit, check_terms, may_set, takes_place},
};

/// Opens a tariff, by name; its prices follow.
pub async fn open_tariff(
    work: &Work,
    name: &str,
    name_en: &str,
) -> Result<TariffId, Failed<Refused>> {
    if !may_set(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let (name, name_en) = (name.trim(), name_en.trim());
    let mut wrong = Vec::new();
    if name.is_empty() {
        wrong.push(Wrong::new("name", What::Missing));
    }
    for (field, text) in [("name", name), ("name_en", name_en)] {
        if text.chars().count() > LONGEST_NAME {
            wrong.push(Wrong::new(field, What::TooLong(LONGEST_NAME)));
        } else if text.chars().any(char::is_control) {
            wrong.push(Wrong::new(field, What::Unreadable));
        }
    }
    if !wrong.is_empty() {
        return Err(Refused::Wrong(wrong).into());
    }
    gate::one_by_one(work).await?;
    let named = tariff::Entity::find().filter(tariff::COLUMN.name.eq(name));
    if named.one(work.db()).await?.is_some() {
        return Err(Refused::ThereAlready.into());
    }
    let id: TariffId = work.new_id();
    tariff::Entity::insert(tariff::ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        name_en: Set(name_en.to_owned()),
        made_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::tariff_opened(id));
    Ok(id)
}

/// Enters a price from a day on. It takes the place of the price for the same people; a price that
/// was to begin on the same day is corrected by it.
///
/// `seen`: how many prices the form showed; whoever saved in between is not overridden.
pub async fn set_rate(
    work: &Work,
    id: TariffId,
    new: &NewRate,
    seen: Option<usize>,
) -> Result<TariffRateId, Failed<Refused>> {
    if !may_set(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    if new.valid_from < work.now().date() {
        let past = Wrong::new("valid_from", What::Past(work.now().date()));
        return Err(Refused::Wrong(vec![past]).into());
    }
    if work.locks_rows() {
        let locked = tariff::Entity::find_by_id(id).lock_exclusive();
        locked.one(work.db()).await?;
    }
    let Some(tariff) = read::tariff(work.db(), id).await? else {
        return Err(Refused::NoSuchTariff.into());
    };
    if seen.is_some_and(|seen| seen != tariff.rates.len()) {
        return Err(Refused::ThereAlready.into());
    }
    let rate: TariffRateId = work.new_id();
    let (unit, step, amount) = match &new.unit {
        Unit::Hour { minutes, amount } => (Counts::Hour, Some(*minutes), Some(*amount)),
        Unit::Band(_) => (Counts::Band, None, None),
        Unit::Use(amount) => (Counts::Use, None, Some(*amount)),
        Unit::Day(amount) => (Counts::Day, None, Some(*amount)),
    };
    tariff_rate::Entity::insert(tariff_rate::ActiveModel {
        id: Set(rate),
        tariff_id: Set(id),
        locality: Set(new.selector.locality),
        party: Set(new.selector.party),
        stage: Set(new.selector.stage),
        unit: Set(unit),
        step_minutes: Set(step),
        amount: Set(amount.map(|amount: Yen| amount.0)),
        tax_code: Set(new.tax),
        tax_included: Set(new.pricing == Pricing::TaxWithin),
        valid_from: Set(new.valid_from.to_string()),
        valid_until: Set(new.valid_until.map(|date| date.to_string())),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    if let Unit::Band(bands) = &new.unit {
        let rows = bands.iter().map(|band| tariff_band::ActiveModel {
            rate_id: Set(rate),
            opens: Set(band.opens),
            closes: Set(band.closes),
            amount: Set(band.amount.0),
        });
        tariff_band::Entity::insert_many(rows)
            .exec_without_returning(work.db())
            .await?;
    }
    work.record(events::rated(rate, id, &new.valid_from.to_string()));
    Ok(rate)
}

/// Says whose the fees are from a day on, and who stands on a receipt.
///
/// Terms that have not begun are put right by entering their day again. `seen`: what the page
/// showed; whoever saved in between is not overridden.
pub async fn set_terms(
    work: &Work,
    new: &NewTerms,
    seen: Option<&Seen>,
) -> Result<FeeTermsId, Failed<Refused>> {
    if !may_set(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    check_terms(new, work.now().date()).map_err(Refused::Wrong)?;
    let (Some(regime), Some(rounding), Some(from)) = (new.regime, new.rounding, new.valid_from)
    else {
        return Err(Refused::Wrong(vec![Wrong::new("regime", What::Choose)]).into());
    };
    gate::one_by_one(work).await?;
    let replaced = replaced(work, from, seen).await?;
    let from = from.to_string();
    let number = japan::corporate_number::RegistrationNumber::parse(&new.registration_number);
    let id: FeeTermsId = work.new_id();
    fee_terms::Entity::insert(fee_terms::ActiveModel {
        id: Set(id),
        regime: Set(regime),
        issuer: Set(new.issuer.trim().to_owned()),
        address: Set(new.address.trim().to_owned()),
        registration_number: Set(number.map(|number| number.to_string()).unwrap_or_default()),
        collector: Set(new.collector.trim().to_owned()),
        rounding: Set(rounding),
        valid_from: Set(from.clone()),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await
    .map_err(set_meanwhile)?;
    work.record(events::terms_set(id, regime.code(), &from, replaced));
    Ok(id)
}

/// Takes away the terms that were to begin on that day. No paper bears them: those are issued by
/// terms that have begun.
async fn replaced(
    work: &Work,
    from: NaiveDate,
    seen: Option<&Seen>,
) -> Result<Option<FeeTermsId>, Failed<Refused>> {
    let (rows, day) = (read::terms_rows(work.db()).await?, from.to_string());
    if seen.is_some_and(|seen| seen.rows != rows.len()) {
        return Err(Refused::ThereAlready.into());
    }
    let there = rows.iter().find(|terms| terms.valid_from == day);
    let mark = there.map(fee_terms::Model::mark);
    let begun = from <= work.now().date();
    if !takes_place(mark.as_deref(), begun, seen).map_err(|_clash| Refused::ThereAlready)? {
        return Ok(None);
    }
    let id = there.map(|terms| terms.id);
    let row = fee_terms::Entity::delete_many().filter(fee_terms::COLUMN.id.is_in(id));
    row.exec(work.db()).await?;
    Ok(id)
}

/// The gate keeps two from beginning on one day; the database is the last line.
fn set_meanwhile(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error) {
        Some(name) if name.contains("fee_terms") && name.contains("valid_from") => {
            Refused::ThereAlready.into()
        }
        _ => error.into(),
    }
}
