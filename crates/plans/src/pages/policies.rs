//! Reading policies, handing them in, acknowledging them.

mod facts;
pub(super) mod write;

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed, sent};

use super::{reader, seen_version, writer, year};
use crate::{Refused, entity::PolicyId, read::policies as read, service::policies as service};

pub(super) const ONE: &str = "plans/policy.html";

/// `GET /policies?year=2027`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("policies");
    reader(&page)?;
    let year = year(&page, &typed)?;
    let policies = read::policies(page.app.db.reader(), &page.actor(), year).await?;
    let rows = policies.iter().map(|one| facts::listed(&page, one));
    let facts = json!({
        "year": year.year(),
        "year_name": year.name(),
        "previous": year.previous().year(),
        "next": year.next().year(),
        "policies": rows.collect::<Vec<_>>(),
        "may_write": writer(&page).is_ok(),
    });
    page.show("plans/policies.html", &facts)
}

/// `GET /policies/{id}?version=`: the newest version, or an earlier one.
pub(super) async fn one(page: Page, Id(id): Id<PolicyId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("policies");
    reader(&page)?;
    let facts = seen(&page, id, typed.number("version")).await?;
    page.form(ONE, &facts, &Typed::default())
}

/// What the page of a policy shows.
pub(super) async fn seen(page: &Page, id: PolicyId, number: Option<i32>) -> Result<Value, Error> {
    let found = read::policy(page.app.db.reader(), &page.actor(), id).await?;
    let policy = found.ok_or_else(Error::not_found)?;
    let mut versions = policy.versions.iter();
    let read = match number {
        None => versions.next(),
        Some(number) => versions.find(|one| one.row.number == number),
    };
    Ok(facts::one(page, &policy, read.ok_or_else(Error::not_found)?).await?)
}

/// `POST /policies/{id}/submission`: the ward issues the draft.
pub(super) async fn issue(
    page: Page,
    Id(id): Id<PolicyId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("policies");
    writer(&page)?;
    let edition = seen_version(&typed, "edition");
    let issued = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::issue(work, id, edition.ok_or(Refused::Changed)?).await
    });
    answer(&page, id, &typed, issued.await, "plans-issued").await
}

/// `POST /policies/{id}/withdrawal`: the ward takes back what waits.
pub(super) async fn withdraw(
    page: Page,
    Id(id): Id<PolicyId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("policies");
    writer(&page)?;
    let seen = seen_version(&typed, "seen");
    let withdrawn = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::withdraw(work, id, seen.ok_or(Refused::Changed)?).await
    });
    answer(&page, id, &typed, withdrawn.await, "plans-withdrawn").await
}

/// `POST /policies/{id}/decision`: the manager acknowledges, or hands back.
pub(super) async fn decide(
    page: Page,
    Id(id): Id<PolicyId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("policies");
    reader(&page)?;
    let seen = seen_version(&typed, "seen");
    let Some(verdict) = approvals::decision(&typed) else {
        return Ok(page.go(&format!("/policies/{id}")));
    };
    let decided = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::decide(work, id, seen.ok_or(Refused::Changed)?, &verdict).await
    });
    answer(&page, id, &typed, decided.await, "plans-decided").await
}

/// Back to the policy with a word of what was done, or the page again with why not.
pub(super) async fn answer(
    page: &Page,
    id: PolicyId,
    typed: &Typed,
    done: Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    let done = done.map(|()| format!("/policies/{id}"));
    let facts = seen(page, id, None);
    sent::answer(page, (ONE, typed), done, said, facts).await
}
