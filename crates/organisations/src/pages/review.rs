//! 申請の審査: what waits for reception, and its answer.

use axum::response::Response;
use chrono::NaiveDate;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sheet::Form};

use super::{
    form::{choice, code},
    lists::{APPLICATIONS, application},
};
use crate::{
    Refused,
    entity::{ApplicationId, application::State},
    read,
    rules::{self, Category, Decision},
    service,
};

/// So many applications are in a file at most.
const TAKEN: u64 = 100_000;

const PAGE: &str = "organisations/review.html";

/// `GET /counter/applications?state=&q=&as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("organisations");
    page.staff()?;
    let db = page.app.db.reader();
    if let Some(id) = read::by_reference(db, typed.text("q")).await? {
        return Ok(page.go(&format!("/counter/applications/{id}")));
    }
    let state = choice(typed.text("state")).unwrap_or(State::Submitted);
    if let Some(form) = Form::asked(&typed)? {
        let all = read::applications(db, state, TAKEN).await?;
        let rows: Vec<Value> = all.iter().map(application).collect();
        return page.file_of_today(form, &APPLICATIONS, &rows).await;
    }
    let facts = json!({
        "applications": read::applications(db, state, read::LISTED).await?,
        "state": state,
        "states": [State::Submitted, State::Returned, State::Approved, State::Refused, State::Withdrawn],
        "waiting": read::waiting(db).await?,
        "limit": read::LISTED,
        "asked": typed.text("q"),
    });
    page.form("organisations/applications.html", &facts, &typed)
}

/// `GET /counter/applications/{id}`: what was applied for, what speaks against it, the answer.
pub(super) async fn one(page: Page, Id(id): Id<ApplicationId>) -> Result<Response, Error> {
    let page = page.nav("organisations");
    page.staff()?;
    let (facts, typed) = facts(&page, id).await?;
    page.form(PAGE, &facts, &typed)
}

/// What the page is given, and the answer filled in as it was applied for.
async fn facts(page: &Page, id: ApplicationId) -> Result<(Value, Typed), Error> {
    let db = page.app.db.reader();
    let today = page.app.clock.now().date();
    let found = read::application(db, &page.actor(), id).await?;
    let found = found.ok_or_else(Error::not_found)?;
    let (alike, represents) = match found.organisation {
        Some(organisation) => (
            read::alike(db, organisation, &found.details, today).await?,
            read::acts_for(db, &page.actor(), organisation).await?,
        ),
        None => (Vec::new(), false),
    };
    let until = read::term_until(db, today).await?;
    let typed = filled(found.category, today, until);
    let may_review = rules::may_review(&page.actor(), found.person, represents);
    let mut facts = choices(&found);
    facts["alike"] = json!(alike);
    facts["may_review"] = (may_review && found.state == State::Submitted).into();
    facts["own"] = (!may_review).into();
    facts["granted"] = json!(read::granted(db, id).await?);
    facts["application"] = json!(found);
    Ok((facts, typed))
}

/// The answer as it was applied for, for the usual term.
fn filled(category: Category, today: NaiveDate, until: Option<NaiveDate>) -> Typed {
    Typed::default()
        .or("party", &code(category.party))
        .or("locality", &code(category.locality))
        .or("stage", &code(category.stage))
        .or("from", &today.to_string())
        .or(
            "until",
            &until.map(|day| day.to_string()).unwrap_or_default(),
        )
}

/// What reception can choose.
fn choices(found: &read::Application) -> Value {
    let party = found.category.party;
    json!({
        "localities": rules::localities(party),
        "stages": rules::stages(party),
        "grows_up": found.details.founded_on.map(rules::grown_up_on),
    })
}

/// `POST /counter/applications/{id}/review`
pub(super) async fn answer(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("organisations");
    page.staff()?;
    let version = typed.text("version").parse().unwrap_or_default();
    let answered = match decision(&typed) {
        Some(decision) => {
            let actor = page.actor();
            transact(&page.app.db, actor, &page.app.clock, async |work| {
                service::review(work, id, version, decision).await
            })
            .await
        }
        None => Err(Failed::from(Refused::NotThere)),
    };
    match answered {
        Ok(made) => {
            let said = format!("organisations-flash-{}", code(made.state));
            let flash = Flash::good(&said, json!({ "reference": made.reference }));
            Ok(page.go_saying("/counter/applications", &flash))
        }
        Err(refused) => page.refused(refused.into(), PAGE, &facts(&page, id).await?.0, &typed),
    }
}

fn decision(typed: &Typed) -> Option<Decision> {
    let answer = typed.text("answer").to_owned();
    let date = |name| japan::calendar::parse_date(typed.text(name));
    match typed.text("decision") {
        "approve" => Some(Decision::Approve {
            category: Category {
                locality: choice(typed.text("locality"))?,
                party: choice(typed.text("party"))?,
                stage: choice(typed.text("stage"))?,
            },
            from: date("from"),
            until: date("until"),
            answer,
        }),
        "return" => Some(Decision::Return { answer }),
        "refuse" => Some(Decision::Refuse { answer }),
        _ => None,
    }
}
