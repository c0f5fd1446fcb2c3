//! 利用者: reception finds a person, and registers one at the counter.

use axum::response::Response;
use kernel::{PersonId, transact};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;
use views::Lang;
use web::{
    Error, Flash, Id, Page, Routes, Typed,
    sheet::{Column, Form, List},
};

use super::names;
use crate::{
    read,
    rules::{self, Keys},
    service,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/people", list)
        .get("/counter/people/new", blank)
        .post("/counter/people/new", register)
        .get("/counter/people/{id}", show)
}

/// The list as a file.
const PEOPLE: List = List {
    name: "people",
    taken: Some("people.list_taken"),
    columns: &[
        Column::Text("accounts-name", "/name"),
        Column::Text("accounts-kana", "/kana"),
        Column::Text("accounts-email", "/email"),
        Column::Text("accounts-telephone", "/telephone"),
        Column::Time("accounts-person-since", "/created_at"),
    ],
};

const FORM: &str = "accounts/person_new.html";

/// `GET /counter/people?q=&after=&as=`
async fn list(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("people");
    page.staff()?;
    let asked = typed.text("q");
    if let Some(form) = Form::asked(&typed)? {
        let people = read::find_all_people(page.app.db.reader(), asked).await?;
        let rows: Vec<_> = people.iter().map(|person| json!(person)).collect();
        return page.file_of_today(form, &PEOPLE, &rows).await;
    }
    let after: Option<PersonId> = typed.text("after").parse().ok();
    let people = read::find_people(page.app.db.reader(), asked, after).await?;
    let more = people.next.as_ref().map_or_else(String::new, |after| {
        let asked = utf8_percent_encode(asked, NON_ALPHANUMERIC);
        format!("/counter/people?q={asked}&after={after}")
    });
    let facts = json!({ "people": people, "asked": asked, "more": more });
    page.show("accounts/people.html", &facts)
}

async fn blank(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("people");
    page.staff()?;
    page.form(
        FORM,
        &json!({ "alike": [] }),
        &typed.or("lang", Lang::Ja.code()),
    )
}

/// `POST /counter/people/new`: who resembles someone is shown to reception once, and registered when
/// it is another.
async fn register(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("people");
    page.staff()?;
    let new = service::NewPerson {
        names: names(&typed),
        telephone: typed.text("telephone").to_owned(),
        email: typed.text("email").to_owned(),
        lang: Lang::parse(typed.text("lang")).unwrap_or_default(),
    };
    if typed.text("seen").is_empty() && new.wrong().is_empty() {
        let keys = Keys::of(&new.names, &new.telephone, &new.email);
        let alike = read::alike(page.app.db.reader(), &keys, None).await?;
        if !alike.is_empty() {
            return page.form(FORM, &json!({ "alike": alike }), &typed);
        }
    }
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::register_guest(work, new).await
    });
    match done.await {
        Ok(person) => {
            let flash = Flash::good("accounts-flash-registered", json!({}));
            Ok(page.go_saying(&format!("/counter/people/{person}"), &flash))
        }
        Err(refused) => page.refused(refused.into(), FORM, &json!({ "alike": [] }), &typed),
    }
}

async fn show(page: Page, Id(id): Id<PersonId>) -> Result<Response, Error> {
    let page = page.nav("people");
    page.staff()?;
    let db = page.app.db.reader();
    let person = read::person(db, id).await?.ok_or_else(Error::not_found)?;
    if let Some(current) = read::current(db, id)
        .await?
        .filter(|current| *current != id)
    {
        let flash = Flash::good("accounts-flash-is-merged", json!({}));
        return Ok(page.go_saying(&format!("/counter/people/{current}"), &flash));
    }
    let factor = read::second_factor(db, id).await?;
    let may_reset = factor.is_some() && rules::may_reset_second_factor(&page.actor(), id);
    let facts = json!({
        "person": person, "factor": factor, "may_reset": may_reset,
        "alike": read::alike_to(db, id).await?, "former": read::former(db, id).await?,
    });
    page.show("accounts/person.html", &facts)
}
