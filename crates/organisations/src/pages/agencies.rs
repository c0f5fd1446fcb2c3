//! 関係機関: the directory of partners, for the manager and the ward.

use axum::response::Response;
use kernel::transact;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sheet::Form};

use super::{
    form::{choice, code},
    lists::{AGENCIES, agency as listed},
};
use crate::{
    AgencyRefused,
    entity::{
        AgencyId,
        agency::{self, Sort},
    },
    read::{self, AgencyFilter},
    rules::{AgencyDraft, may_keep_agencies},
    service,
};

const FORM: &str = "organisations/agencies/form.html";

/// So many stand on one page.
const PAGE: u64 = 50;
/// So many lines a file has at most: far more than any ward has partners.
const MOST: u64 = 20_000;

/// `GET /agencies?q=&sort=&former=&after=&as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    keeper(&page)?;
    let db = page.app.db.reader();
    let filter = AgencyFilter {
        asked: typed.text("q").to_owned(),
        sort: choice(typed.text("sort")),
        former: typed.text("former") == "on",
    };
    if let Some(form) = Form::asked(&typed)? {
        let found = read::agencies(db, &filter, 0, MOST).await?;
        let rows: Vec<Value> = found.iter().map(listed).collect();
        return page.file_of_today(form, &AGENCIES, &rows).await;
    }
    let after = typed.number("after").unwrap_or(0).min(MOST);
    let found = read::agencies(db, &filter, after, PAGE + 1).await?;
    let rows = found.iter().take(usize::try_from(PAGE).unwrap_or(50));
    let facts = json!({
        "agencies": rows.map(listed).collect::<Vec<_>>(),
        "kept": kept(&typed),
        "narrowed": !filter.asked.is_empty() || filter.sort.is_some(),
        "previous": (after > 0).then(|| at(&typed, after.saturating_sub(PAGE))),
        "next": (found.len() as u64 > PAGE).then(|| at(&typed, after + PAGE)),
        "sorts": Sort::ALL,
    });
    page.form("organisations/agencies/all.html", &facts, &typed)
}

/// `GET /agencies/{id}`
pub(super) async fn one(page: Page, Id(id): Id<AgencyId>) -> Result<Response, Error> {
    let page = page.nav("coordination");
    keeper(&page)?;
    let found = read::agency(page.app.db.reader(), id).await?;
    let facts = json!({ "agency": listed(&found.ok_or_else(Error::not_found)?) });
    page.show("organisations/agencies/one.html", &facts)
}

/// `GET /agencies/new`
pub(super) async fn new(page: Page) -> Result<Response, Error> {
    let page = page.nav("coordination");
    keeper(&page)?;
    let typed = Typed::default().or("in_use", "on");
    page.form(FORM, &facts(None), &typed)
}

/// `POST /agencies`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("coordination");
    keeper(&page)?;
    let wish = draft(&typed);
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::add_agency(work, &wish).await
    });
    match made.await {
        Ok(id) => {
            let flash = Flash::good("agencies-saved", json!({}));
            Ok(page.go_saying(&format!("/agencies/{id}"), &flash))
        }
        Err(failed) => page.refused(failed.into(), FORM, &facts(None), &typed),
    }
}

/// `GET /agencies/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<AgencyId>) -> Result<Response, Error> {
    let page = page.nav("coordination");
    keeper(&page)?;
    let found = read::agency(page.app.db.reader(), id).await?;
    let row = found.ok_or_else(Error::not_found)?;
    page.form(FORM, &facts(Some(&row)), &filled(&row))
}

/// `POST /agencies/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<AgencyId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("coordination");
    keeper(&page)?;
    let (wish, seen) = (draft(&typed), typed.number("edition"));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let seen = seen.ok_or(AgencyRefused::Changed)?;
        service::edit_agency(work, id, seen, &wish).await
    });
    match changed.await {
        Ok(()) => {
            let flash = Flash::good("agencies-saved", json!({}));
            Ok(page.go_saying(&format!("/agencies/{id}"), &flash))
        }
        Err(failed) => {
            let found = read::agency(page.app.db.reader(), id).await?;
            let row = found.ok_or_else(Error::not_found)?;
            page.refused(failed.into(), FORM, &facts(Some(&row)), &typed)
        }
    }
}

/// Lets the manager and the ward pass.
fn keeper(page: &Page) -> Result<(), Error> {
    if may_keep_agencies(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

fn draft(typed: &Typed) -> AgencyDraft {
    let text = |name| typed.text(name).to_owned();
    AgencyDraft {
        name: text("name"),
        sort: choice(typed.text("sort")),
        contact: text("contact"),
        telephone: text("telephone"),
        email: text("email"),
        address: text("address"),
        // As browsers count its lines.
        good_for: typed.text("good_for").replace("\r\n", "\n"),
        in_use: typed.text("in_use") == "on",
    }
}

fn filled(row: &agency::Model) -> Typed {
    let typed = Typed::default()
        .or("name", &row.name)
        .or("sort", &code(row.sort))
        .or("contact", &row.contact)
        .or("telephone", &row.telephone)
        .or("email", &row.email)
        .or("address", &row.address)
        .or("good_for", &row.good_for);
    if row.in_use {
        typed.or("in_use", "on")
    } else {
        typed
    }
}

/// What the form is given; `saved` is shown to whoever was overtaken.
fn facts(saved: Option<&agency::Model>) -> Value {
    json!({ "saved": saved.map(listed), "sorts": Sort::ALL })
}

/// What narrows the list, for its file.
fn kept(typed: &Typed) -> Vec<Value> {
    let names = ["q", "sort", "former"].into_iter();
    let typed_in = names.filter(|name| !typed.text(name).is_empty());
    typed_in
        .map(|name| json!({ "name": name, "value": typed.text(name) }))
        .collect()
}

/// The same list from another place on.
fn at(typed: &Typed, after: u64) -> String {
    let part = |name| utf8_percent_encode(typed.text(name), NON_ALPHANUMERIC).to_string();
    format!(
        "/agencies?q={}&sort={}&former={}&after={after}",
        part("q"),
        part("sort"),
        part("former"),
    )
}
