//! 相談を申し込む: what about, when, and once more before it is sent.

mod times;
mod typed;

use accounts::read::person;
use axum::response::Response;
use kernel::{
    Detail, Failed, PersonId,
    answers::{self, Asked},
    transact,
};
use serde_json::{Value, json};
use web::{Error, Flash, Page, Typed};

use super::facts;
use crate::{
    Refused,
    entity::{CaseId, case_field::Field},
    rules::{self, Request},
    service,
};

pub(super) use times::{shown, wanted};
pub(super) use typed::slot;

const MATTER: &str = "consultations/ask_matter.html";
const TIME: &str = "consultations/ask_time.html";
const CHECK: &str = "consultations/ask_check.html";

/// What is carried from step to step.
const KEPT: [&str; 14] = [
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
    "times",
    "chosen",
    "once",
    "for",
];

/// `GET /consultations/new?field=&expert=&for=`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("consult");
    let whom = whom(&page, &typed).await?;
    let mut filled = typed
        .or("consult_in", page.lang.code())
        .or("mode", "centre")
        .or("once", kernel::Secret::random().reveal());
    if let Some(field) = Field::parse(filled.text("field")) {
        filled = filled.and("fields", field.code().to_owned());
    }
    let facts = given(&page, &whom, &filled)?;
    page.form(MATTER, &facts, &filled)
}

/// `POST /consultations`: from one step to the next (`act`), and at last to be sent.
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("consult");
    let whom = whom(&page, &typed).await?;
    let wish = typed::wish(whom.0, &typed);
    let mut facts = given(&page, &whom, &typed)?;
    if typed.text("act") == "matter" {
        return page.form(MATTER, &facts, &typed);
    }
    if let wrong @ [_, ..] = &*wish.wrong_matter() {
        return page.refused(invalid(wrong), MATTER, &facts, &typed);
    }
    if typed.text("act") == "times" {
        facts["times"] = times::offered(&page, &wish, &typed).await?;
        return page.form(TIME, &facts, &typed);
    }
    if let Some(wrong) = wish.wrong_time() {
        facts["times"] = times::offered(&page, &wish, &typed).await?;
        return page.refused(invalid(&[wrong]), TIME, &facts, &typed);
    }
    facts["chosen"] = times::chosen(&page, &wish).await?;
    if typed.text("act") == "check" {
        return page.form(CHECK, &facts, &typed);
    }
    send(page, typed, (wish, facts)).await
}

fn invalid(wrong: &[Detail]) -> Error {
    Failed::from(Refused::Invalid(wrong.to_vec())).into()
}

async fn send(
    page: Page,
    typed: Typed,
    (wish, mut facts): (Request, Value),
) -> Result<Response, Error> {
    match once(&page, &typed, &wish).await {
        Ok(id) => {
            let flash = Flash::good("consultations-asked", json!({}));
            let own = page.actor().person == Some(wish.person);
            let at = if own { "consultations" } else { "cases" };
            Ok(page.go_saying(&format!("/{at}/{id}"), &flash))
        }
        Err(failed) => {
            let taken = matches!(failed, Failed::Refused(Refused::SlotTaken));
            if taken {
                facts["times"] = times::offered(&page, &wish, &typed).await?;
            }
            let template = if taken { TIME } else { CHECK };
            page.refused(failed.into(), template, &facts, &typed)
        }
    }
}

/// Sends; a form that was sent already answers with the case it made.
async fn once(page: &Page, typed: &Typed, wish: &Request) -> Result<CaseId, Failed<Refused>> {
    let key = format!("case:{}", typed.text("once"));
    let what = format!("{wish:?}");
    let actor = page.actor();
    transact(&page.app.db, actor, &page.app.clock, async |work| {
        let Some(person) = actor.person.filter(|_| !typed.text("once").is_empty()) else {
            return service::ask(work, wish).await;
        };
        match answers::asked(work, person, &key, &what).await? {
            Asked::New => {}
            Asked::Before(id) => return id.parse().map_err(|_error| Refused::Changed.into()),
            Asked::Otherwise => return Err(Refused::Changed.into()),
        }
        let made = service::ask(work, wish).await?;
        answers::keep(work, person, &key, &what, 303, made.to_string()).await?;
        Ok(made)
    })
    .await
}

/// Who asks: whoever has signed in, or somebody at the counter for whom staff enters it.
async fn whom(page: &Page, typed: &Typed) -> Result<(PersonId, Option<String>), Error> {
    let own = page.person()?;
    let named = typed.text("for");
    if named.is_empty() {
        return Ok((own.person, None));
    }
    if !rules::may_receive(&own.actor) {
        return Err(Error::forbidden());
    }
    let id: PersonId = named.parse().map_err(|_error| Error::not_found())?;
    let found = person(page.app.db.reader(), id).await?;
    let found = found.ok_or_else(Error::not_found)?;
    Ok((found.id, Some(found.name)))
}

fn given(page: &Page, whom: &(PersonId, Option<String>), typed: &Typed) -> Result<Value, Error> {
    let kept = KEPT
        .iter()
        .map(|name| json!({ "name": name, "value": typed.text(name) }));
    let fields = typed.all("fields").into_iter();
    let fields = fields.map(|value| json!({ "name": "fields", "value": value }));
    Ok(json!({
        "choices": facts::choices(page)?,
        "for": whom.1.as_ref().map(|name| json!({ "id": whom.0, "name": name })),
        "kept": kept.chain(fields).collect::<Vec<_>>(),
    }))
}
