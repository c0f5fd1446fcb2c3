//! 区分の申請: the form, the look before it is sent, sending it with papers.

use axum::response::Response;
use files::Form;
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed};

use super::form::{self, Subject};
use crate::{
    Refused,
    entity::{ApplicationId, application, application::State},
    read,
    service::{self, Apply},
};

const FORM: &str = "organisations/apply.html";
const CONFIRM: &str = "organisations/confirm.html";

/// `GET /applications/new?as=&renew=&for=`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("");
    let subject = Subject::of(&page, &typed).await?;
    let mut typed = typed;
    if !typed.text("renew").is_empty() {
        let db = page.app.db.reader();
        let last = read::to_renew(db, subject.person, subject.organisation).await?;
        let (details, category) = last.ok_or_else(Error::not_found)?;
        let filled = form::filled(&details, category);
        typed = filled
            .or("renew", typed.text("renew"))
            .or("for", typed.text("for"));
    }
    let facts = form::facts(&page, &subject, &typed).await?;
    page.form(FORM, &facts, &typed)
}

/// `GET /applications/{id}/change`: mending what reception returned.
pub(super) async fn change(page: Page, Id(id): Id<ApplicationId>) -> Result<Response, Error> {
    let viewer = page.person()?;
    let found = read::application(page.app.db.reader(), &page.actor(), id).await?;
    let found = found.ok_or_else(Error::not_found)?;
    if found.state != State::Returned {
        return Err(Failed::from(Refused::Changed).into());
    }
    let mut typed = form::filled(&found.details, found.category)
        .or("words", &found.words)
        .or("application", &id.to_string())
        .or("version", &found.version.to_string());
    if viewer.person != found.person {
        typed = typed.or("for", &found.person.to_string());
    }
    let subject = Subject::of(&page, &typed).await?;
    let mut facts = form::facts(&page, &subject, &typed).await?;
    facts["answer"] = found.answer.into();
    page.form(FORM, &facts, &typed)
}

/// `POST /applications/confirmation`: everything once more, and the papers; changes nothing.
pub(super) async fn confirm(page: Page, typed: Typed) -> Result<Response, Error> {
    let subject = Subject::of(&page, &typed).await?;
    let mut facts = form::facts(&page, &subject, &typed).await?;
    if typed.text("back") == "back" {
        return page.form(FORM, &facts, &typed);
    }
    match form::draft(&typed).allowed(page.app.clock.now().date()) {
        Ok(applied) => {
            facts["applied"] = json!({ "details": applied.details, "category": applied.category });
            page.form(CONFIRM, &facts, &typed)
        }
        Err(wrong) => {
            let refused = Failed::from(Refused::Invalid(wrong));
            page.refused(refused.into(), FORM, &facts, &typed)
        }
    }
}

/// `POST /applications`: hands in, or hands in again.
pub(super) async fn create(page: Page, sent: Form) -> Result<Response, Error> {
    let typed = sent.typed.clone();
    let subject = Subject::of(&page, &typed).await?;
    match hand_in(&page, &subject, sent).await {
        Ok(made) => {
            let flash = Flash::good(
                "organisations-flash-submitted",
                json!({ "reference": made.reference }),
            );
            let place = match subject.on_behalf {
                Some(_) => format!("/counter/applications/{}", made.id),
                None => format!("/applications/{}", made.id),
            };
            Ok(page.go_saying(&place, &flash))
        }
        Err(failed) => again(&page, &subject, &typed, failed).await,
    }
}

async fn hand_in(
    page: &Page,
    subject: &Subject,
    sent: Form,
) -> Result<application::Model, Failed<Refused>> {
    let today = page.app.clock.now().date();
    let applied = form::draft(&sent.typed)
        .allowed(today)
        .map_err(Refused::Invalid)?;
    let papers = sent.papers().map_err(Refused::Paper)?;
    let mut actor = page.actor();
    if subject.on_behalf.is_some() {
        actor = actor.on_behalf_of(subject.person);
    }
    transact(&page.app.db, actor, &page.app.clock, async |work| {
        if let Some((id, version)) = subject.mends {
            return service::mend(work, id, version, applied, papers).await;
        }
        let wish = Apply {
            person: subject.person,
            organisation: subject.organisation,
            applied,
            papers,
        };
        service::apply(work, wish).await
    })
    .await
}

/// The page from which it came, with what is wrong.
async fn again(
    page: &Page,
    subject: &Subject,
    typed: &Typed,
    failed: Failed<Refused>,
) -> Result<Response, Error> {
    let mut facts = form::facts(page, subject, typed).await?;
    match form::draft(typed).allowed(page.app.clock.now().date()) {
        Ok(applied) => {
            facts["applied"] = json!({ "details": applied.details, "category": applied.category });
            page.refused(failed.into(), CONFIRM, &facts, typed)
        }
        Err(_) => page.refused(failed.into(), FORM, &facts, typed),
    }
}
