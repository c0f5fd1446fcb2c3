//! 事業者・団体: reception finds an organisation and looks at it; so does the ward, without papers.

use axum::response::Response;
use kernel::transact;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed, sheet::Form};

use super::lists::{ORGANISATIONS, organisation};
use crate::{entity::OrganisationId, read, service};

/// `GET /counter/organisations?q=&after=&as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("organisations");
    let staff = staff_or_ward(&page)?;
    let db = page.app.db.reader();
    let (asked, today) = (typed.text("q"), page.app.clock.now().date());
    if let Some(form) = Form::asked(&typed)? {
        let found = read::find_all_organisations(db, asked, today).await?;
        let rows: Vec<_> = found.iter().map(organisation).collect();
        return page.file_of_today(form, &ORGANISATIONS, &rows).await;
    }
    let after = typed.text("after").parse().ok();
    let found = read::find_organisations(db, asked, after, today).await?;
    let more = found.next.as_ref().map_or_else(String::new, |after| {
        let asked = utf8_percent_encode(asked, NON_ALPHANUMERIC);
        format!("/counter/organisations?q={asked}&after={after}")
    });
    let waiting = if staff { read::waiting(db).await? } else { 0 };
    let facts = json!({
        "organisations": found, "asked": asked, "more": more, "staff": staff, "waiting": waiting,
    });
    page.show("organisations/all.html", &facts)
}

/// `GET /counter/organisations/{id}`
pub(super) async fn one(
    page: Page,
    Id(id): Id<OrganisationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("organisations");
    let staff = staff_or_ward(&page)?;
    let db = page.app.db.reader();
    let found = read::organisation(db, id, page.app.clock.now().date()).await?;
    let found = found.ok_or_else(Error::not_found)?;
    let applications = if staff {
        read::applications_for(db, found.listed.id).await?
    } else {
        Vec::new()
    };
    let people = match (staff, typed.text("q")) {
        (true, q) if !q.is_empty() => accounts::read::find_people(db, q, None).await?.items,
        _ => Vec::new(),
    };
    let facts = json!({
        "organisation": found, "applications": applications, "staff": staff, "people": people,
        "asked": !typed.text("q").is_empty(),
    });
    page.form("organisations/one.html", &facts, &typed)
}

/// `POST /counter/organisations/{id}/representatives`: adds someone who has come to the counter.
pub(super) async fn add(
    page: Page,
    Id(id): Id<OrganisationId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.staff()?;
    let person = typed.text("person").parse();
    let person = person.map_err(|_error| Error::not_found())?;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::add(work, id, person).await
    })
    .await?;
    let flash = Flash::good("organisations-flash-added", json!({}));
    Ok(page.go_saying(&format!("/counter/organisations/{id}"), &flash))
}

/// Whether it is staff; the ward passes too, and sees less.
pub(super) fn staff_or_ward(page: &Page) -> Result<bool, Error> {
    let roles = page.person()?.actor.roles;
    if roles.is_staff() || roles.is_ward() {
        Ok(roles.is_staff())
    } else {
        Err(Error::forbidden())
    }
}
