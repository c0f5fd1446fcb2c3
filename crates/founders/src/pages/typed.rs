//! What a founder typed into the application, and the form as it was saved.

use japan::{Yen, calendar::parse_date};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::facts::options;
use crate::{
    entity::application,
    read::Plan,
    rules::{ApplicationDraft, BenefitRow, Form, Standing},
};

/// An application as far as it could be read.
pub(super) fn draft(typed: &Typed) -> ApplicationDraft {
    let text = |name: &str| typed.text(name).to_owned();
    ApplicationDraft {
        standing: standing(typed),
        day: parse_date(typed.text("day")),
        form: form(typed),
        name: text("name"),
        capital: capital(typed),
        head_office: text("head_office"),
        address: text("address"),
        field: text("field"),
        settled: typed.text("settled") == "on",
        purposes: typed
            .all("purposes")
            .into_iter()
            .map(str::to_owned)
            .collect(),
        copies: typed.number("copies"),
    }
}

/// How far somebody is, as they chose it.
pub(super) fn standing(typed: &Typed) -> Option<Standing> {
    let own = typed.text("standing");
    Standing::ALL.into_iter().find(|one| one.code() == own)
}

/// As what, as they chose it.
pub(super) fn form(typed: &Typed) -> Option<Form> {
    let own = typed.text("form");
    Form::ALL.into_iter().find(|one| one.code() == own)
}

/// The capital in yen, with or without commas.
pub(super) fn capital(typed: &Typed) -> Option<Yen> {
    let plain = typed.text("capital").replace([',', '，', '円'], "");
    let plain = japan::kana::digits(&plain);
    plain.trim().parse().ok().map(Yen)
}

/// An application as the form has it.
pub(super) fn filled(row: &application::Model) -> Typed {
    let code = |stored: &str| stored.replace('_', "-");
    let mut filled = Typed::default()
        .or("standing", &code(&row.standing))
        .or("day", &row.day)
        .or("form", &code(&row.form))
        .or("name", &row.name)
        .or("head_office", &row.head_office)
        .or("address", &row.address)
        .or("field", &row.field)
        .or("copies", &row.copies.to_string())
        .or("edition", &row.edition.to_string());
    if let Some(capital) = row.capital_yen {
        filled = filled.or("capital", &capital.to_string());
    }
    if row.settled {
        filled = filled.or("settled", "on");
    }
    let purposes = row.purposes.split(' ');
    purposes.fold(filled, |form, code| form.and("purposes", code.to_owned()))
}

/// What can be chosen today.
pub(super) fn choices(page: &Page, plan: &Plan, benefits: &[BenefitRow]) -> Result<Value, Error> {
    let today = page.app.clock.now().date();
    let in_force = benefits.iter().filter(|row| row.in_force.has(today));
    let mut purposes = Vec::new();
    for row in in_force {
        let label = page.worded(&format!("founders-purpose-{}", row.code))?;
        purposes.push(json!({ "value": row.code, "label": label, "source": row.source }));
    }
    Ok(json!({
        "standings": options(page, "standing", Standing::ALL.iter().map(|one| one.code()))?,
        "forms": options(page, "form", Form::ALL.iter().map(|one| one.code()))?,
        "purposes": purposes,
        "most_copies": plan.on(today).map_or(1, |row| row.most_copies),
    }))
}
