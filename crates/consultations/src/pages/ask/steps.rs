//! From one step of asking to the next, without losing anything that was typed.

use accounts::read::person;
use axum::response::Response;
use kernel::{Detail, Failed, PersonId};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::{
    super::{desks, facts},
    CHECK, MATTER, TIME, guest, times,
};
use crate::{
    Refused,
    rules::{self, Request},
};

/// What is carried from step to step.
const KEPT: [&str; 16] = [
    "about",
    "stage",
    "company",
    "industry",
    "employees",
    "capital_yen",
    "in_ward",
    "mode",
    "consult_in",
    "urgent",
    "desk",
    "times",
    "chosen",
    "with",
    "once",
    "for",
];

/// What became of the step that somebody took.
pub(super) enum Step {
    /// Another one is shown.
    Shown(Response),
    /// It is to be sent; what the last page is given when it comes back.
    Sent(Value),
}

/// The page of the step that was asked for, with what is wrong so far.
pub(super) async fn step(
    page: &Page,
    whom: &Whom,
    typed: &Typed,
    wish: &Request,
) -> Result<Step, Error> {
    let mut facts = given(page, whom, typed).await?;
    if typed.text("act") == "matter" {
        return page.form(MATTER, &facts, typed).map(Step::Shown);
    }
    if let wrong @ [_, ..] = &*wish.wrong_matter() {
        let shown = page.refused(invalid(wrong), MATTER, &facts, typed);
        return shown.map(Step::Shown);
    }
    if typed.text("act") == "times" {
        facts["times"] = times::offered(page, wish, typed).await?;
        return page.form(TIME, &facts, typed).map(Step::Shown);
    }
    if let Some(wrong) = wish.wrong_time() {
        facts["times"] = times::offered(page, wish, typed).await?;
        let shown = page.refused(invalid(&[wrong]), TIME, &facts, typed);
        return shown.map(Step::Shown);
    }
    facts["chosen"] = times::chosen(page, wish).await?;
    if typed.text("act") == "check" {
        return page.form(CHECK, &facts, typed).map(Step::Shown);
    }
    Ok(Step::Sent(facts))
}

fn invalid(wrong: &[Detail]) -> Error {
    Failed::from(Refused::Invalid(wrong.to_vec())).into()
}

/// For whom it is: nobody whom the centre knows (a guest), whoever has signed in, or somebody at the
/// counter, with their name, for whom staff enters it.
pub(super) type Whom = (Option<PersonId>, Option<String>);

/// Who asks, or for whom staff does.
pub(super) async fn whom(page: &Page, typed: &Typed) -> Result<Whom, Error> {
    let named = typed.text("for");
    if named.is_empty() {
        return Ok((page.actor().person, None));
    }
    if !rules::may_receive(&page.actor()) {
        return Err(Error::forbidden());
    }
    let id: PersonId = named.parse().map_err(|_error| Error::not_found())?;
    let found = person(page.app.db.reader(), id).await?;
    let found = found.ok_or_else(Error::not_found)?;
    Ok((Some(found.id), Some(found.name)))
}

/// What every step is given.
pub(super) async fn given(page: &Page, whom: &Whom, typed: &Typed) -> Result<Value, Error> {
    let guest: &[&str] = if whom.0.is_none() {
        &guest::FIELDS
    } else {
        &[]
    };
    let kept = KEPT
        .iter()
        .chain(guest)
        .map(|name| json!({ "name": name, "value": typed.text(name) }));
    let fields = typed.all("fields").into_iter();
    let fields = fields.map(|value| json!({ "name": "fields", "value": value }));
    Ok(json!({
        "choices": facts::choices(page)?,
        "desks": desks::open_now(page).await?,
        "for": whom.1.as_ref().map(|name| json!({ "id": whom.0, "name": name })),
        "guest": guest,
        "kept": kept.chain(fields).collect::<Vec<_>>(),
    }))
}
