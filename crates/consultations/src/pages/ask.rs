//! 相談を申し込む: what about, when, and once more before it is sent.

mod guest;
mod steps;
mod times;
mod typed;

use accounts::rules::source;
use axum::response::Response;
use files::{Form, Handed};
use kernel::{Failed, PersonId, answers::once};
use serde_json::{Value, json};
use web::{ClientAddress, Error, Flash, Page, Typed, sent::asked};

use self::steps::{Step, given, step, whom};
use crate::{
    Refused,
    entity::{CaseId, case_field::Field},
    rules::Request,
    service,
};

pub(super) use guest::{confirm, confirmed, sent};
pub(super) use times::{shown, wanted};
pub(super) use typed::{slot, wish};

const MATTER: &str = "consultations/ask_matter.html";
const TIME: &str = "consultations/ask_time.html";
const CHECK: &str = "consultations/ask_check.html";

/// `GET /consultations/new?field=&expert=&for=&desk=`
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
    let facts = given(&page, &whom, &filled).await?;
    page.form(MATTER, &facts, &filled)
}

/// `POST /consultations`: from one step to the next (`act`), and at last to be sent.
pub(super) async fn create(
    page: Page,
    ClientAddress(address): ClientAddress,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("consult");
    let whom = whom(&page, &typed).await?;
    let wish = wish(&typed);
    let facts = match step(&page, &whom, &typed, &wish).await? {
        Step::Shown(shown) => return Ok(shown),
        Step::Sent(facts) => facts,
    };
    match whom.0 {
        Some(person) => send(&page, person, (&typed, Vec::new()), (&wish, facts)).await,
        None => guest::send(&page, &source(address), &typed, (&wish, facts)).await,
    }
}

/// `POST /consultations/with-papers`: the same of somebody the centre knows, with papers.
pub(super) async fn create_with_papers(page: Page, sent: Form) -> Result<Response, Error> {
    let page = page.nav("consult");
    let typed = sent.typed.clone();
    let whom = whom(&page, &typed).await?;
    let person = whom.0.ok_or(Error::SignInFirst)?;
    let wish = wish(&typed);
    let facts = match step(&page, &whom, &typed, &wish).await? {
        Step::Shown(shown) => return Ok(shown),
        Step::Sent(facts) => facts,
    };
    match sent.papers() {
        Ok(papers) => send(&page, person, (&typed, papers), (&wish, facts)).await,
        Err(refused) => {
            let refused = Failed::from(Refused::Paper(refused));
            page.refused(refused.into(), CHECK, &facts, &typed)
        }
    }
}

async fn send(
    page: &Page,
    person: PersonId,
    (typed, papers): (&Typed, Vec<Handed>),
    (wish, facts): (&Request, Value),
) -> Result<Response, Error> {
    match make(page, person, (typed, papers), wish).await {
        Ok(id) => {
            let flash = Flash::good("consultations-asked", json!({}));
            let own = page.actor().is(person);
            let at = if own { "consultations" } else { "cases" };
            Ok(page.go_saying(&format!("/{at}/{id}"), &flash))
        }
        Err(failed) => again(page, typed, (wish, facts), failed).await,
    }
}

/// The page from which it came; when the time was taken meanwhile, the other times.
async fn again(
    page: &Page,
    typed: &Typed,
    (wish, mut facts): (&Request, Value),
    failed: Failed<Refused>,
) -> Result<Response, Error> {
    let taken = matches!(failed, Failed::Refused(Refused::SlotTaken));
    if taken {
        facts["times"] = times::offered(page, wish, typed).await?;
    }
    let template = if taken { TIME } else { CHECK };
    page.refused(failed.into(), template, &facts, typed)
}

/// Sends; a form that was sent already answers with the case it made.
async fn make(
    page: &Page,
    whom: PersonId,
    (typed, papers): (&Typed, Vec<Handed>),
    wish: &Request,
) -> Result<CaseId, Failed<Refused>> {
    let (key, what) = (
        format!("case:{}", typed.text("once")),
        format!("{whom} {wish:?}"),
    );
    let (app, actor) = (&page.app, page.actor());
    let asked = asked(&actor, typed, (&key, &what));
    let by = (actor, &app.clock);
    once(
        &app.db,
        by,
        (asked, Refused::Changed.into()),
        async |work| service::ask(work, whom, wish, papers).await,
    )
    .await
}
