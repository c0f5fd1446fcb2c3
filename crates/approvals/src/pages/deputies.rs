//! 代理: who decides while somebody is away.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::{PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::reader;
use crate::{
    entity::{DeputyId, approval::Side},
    read::{self, Naming},
    rules::{NewDeputy, may_name},
    service,
};

const TEMPLATE: &str = "approvals/deputies.html";
const PATH: &str = "/approvals/deputies";

/// `GET /approvals/deputies`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("approvals");
    reader(&page)?;
    let mut typed = Typed::default();
    let mut own = sides(&page).into_iter();
    if let (Some(person), Some(side)) = (page.actor().person, own.next()) {
        typed = typed.or("away", &format!("{}:{person}", side.code()));
    }
    page.form(TEMPLATE, &facts(&page).await?, &typed)
}

/// `POST /approvals/deputies`
pub(super) async fn name(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("approvals");
    namer(&page)?;
    let away = typed.text("away").split_once(':');
    let away = away.and_then(|(side, person)| Some((Side::parse(side)?, person.parse().ok()?)));
    let new = NewDeputy {
        away,
        deputy: typed.text("deputy").parse::<PersonId>().ok(),
        from: parse_date(typed.text("from")),
        until: parse_date(typed.text("until")),
    };
    let named = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::name_deputy(work, &new).await
    });
    match named.await {
        Ok(_) => Ok(page.go_saying(PATH, &Flash::good("approvals-deputy-named", json!({})))),
        Err(failed) => page.refused(failed.into(), TEMPLATE, &facts(&page).await?, &typed),
    }
}

/// `POST /approvals/deputies/{id}/ending`
pub(super) async fn end(page: Page, Id(id): Id<DeputyId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("approvals");
    namer(&page)?;
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_deputy(work, id).await
    });
    match ended.await {
        Ok(()) => Ok(page.go_saying(PATH, &Flash::good("approvals-deputy-ended", json!({})))),
        Err(failed) => page.refused(failed.into(), TEMPLATE, &facts(&page).await?, &typed),
    }
}

/// Lets those pass who name deputies.
fn namer(page: &Page) -> Result<(), Error> {
    page.person()?;
    if sides(page).is_empty() {
        Err(Error::forbidden())
    } else {
        Ok(())
    }
}

/// For which sides this person decides.
fn sides(page: &Page) -> Vec<Side> {
    let actor = page.actor();
    let sides = [Side::Ward, Side::Manager].into_iter();
    sides.filter(|side| may_name(&actor, *side)).collect()
}

async fn facts(page: &Page) -> Result<Value, Error> {
    let (db, sides) = (page.app.db.reader(), sides(page));
    let today = page.app.clock.now().date().to_string();
    let row = |one: &Naming| {
        let standing = standing(one, &today);
        let mut row = json!(one);
        row["may_end"] = (matches!(standing, "coming" | "now") && sides.contains(&one.side)).into();
        row["standing"] = standing.into();
        row
    };
    let namings = read::namings(db).await?;
    Ok(json!({
        "rows": namings.iter().map(row).collect::<Vec<_>>(),
        "away": options(page, &sides, true).await?,
        "staff": options(page, &sides, false).await?,
    }))
}

/// Those who decide for these sides, or their staff, to be chosen from.
async fn options(page: &Page, sides: &[Side], deciders: bool) -> Result<Vec<Value>, Error> {
    let mut options = Vec::new();
    for side in sides {
        for one in read::choices(page.app.db.reader(), *side, deciders).await? {
            let value = if deciders {
                format!("{}:{}", side.code(), one.person)
            } else {
                one.person.to_string()
            };
            options.push(json!({ "value": value, "label": one.name }));
        }
    }
    Ok(options)
}

fn standing(one: &Naming, today: &str) -> &'static str {
    if one.ended_at.is_some() {
        "ended"
    } else if one.valid_until.as_str() < today {
        "over"
    } else if one.valid_from.as_str() > today {
        "coming"
    } else {
        "now"
    }
}
