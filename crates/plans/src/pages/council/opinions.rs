//! 意見: what was said in meetings about the work of the centre, and what became of it.

mod write;

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{
    Error, Id, Page, Typed, sent,
    sheet::{Column, Form, List},
};

pub(super) use write::{change, create, edit, new};

use super::super::{
    coordination::{at, kept},
    coordinator,
};
use crate::{
    CoordinationRefused as Refused,
    entity::{CouncilOpinionId, ProgrammeId, council_opinion::Outcome},
    read::{self, Answer, Opinion, OpinionFilter},
    rules::{Reply, may_coordinate},
    service,
};

const ONE: &str = "plans/council/opinion.html";

/// So many stand on one page.
const PAGE: u64 = 50;
/// So many lines a file has at most.
const MOST: u64 = 100_000;
/// So many stand on the page of a programme.
const MOST_ABOUT: u64 = 100;

const OPINIONS: List = List {
    name: "opinions",
    taken: Some("opinions.list_taken"),
    columns: &[
        Column::Text("council-label-council", "/council"),
        Column::Text("council-label-number", "/number"),
        Column::Date("council-label-held", "/held_on"),
        Column::Text("council-label-said-by", "/said_by"),
        Column::Text("council-label-opinion", "/body"),
        Column::Text("council-label-programme", "/programme/name"),
        Column::Text("council-label-about", "/about"),
        Column::Said("council-label-outcome", "/state", "council-outcome-"),
        Column::Text("council-label-reply", "/reply"),
        Column::Date("council-label-replied", "/replied_on"),
    ],
};

/// `GET /opinions?q=&outcome=&after=&as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let (db, filter) = (page.app.db.reader(), filter(&typed));
    if let Some(form) = Form::asked(&typed)? {
        let found = read::opinions(db, &filter, 0, MOST).await?;
        let rows: Vec<Value> = found.iter().map(facts).collect();
        return page.file_of_today(form, &OPINIONS, &rows).await;
    }
    let after = typed.number("after").unwrap_or(0).min(MOST);
    let found = read::opinions(db, &filter, after, PAGE + 1).await?;
    let rows = found.iter().take(usize::try_from(PAGE).unwrap_or(50));
    let (names, kept) = (["q", "outcome"], kept(&typed, &["q", "outcome"]));
    let at = |after| at("/opinions", &typed, &names, after);
    let facts = json!({
        "opinions": rows.map(facts).collect::<Vec<_>>(),
        "outcomes": ["open", "adopted", "considering", "not_adopted"],
        "narrowed": !kept.is_empty(),
        "kept": kept,
        "previous": (after > 0).then(|| at(after.saturating_sub(PAGE))),
        "next": (found.len() as u64 > PAGE).then(|| at(after + PAGE)),
    });
    page.form("plans/council/opinions.html", &facts, &typed)
}

fn filter(typed: &Typed) -> OpinionFilter {
    let outcome = serde_json::from_value(typed.text("outcome").into());
    OpinionFilter {
        asked: typed.text("q").to_owned(),
        answer: match (typed.text("outcome"), outcome) {
            ("open", _) => Answer::Open,
            (_, Ok(outcome)) => Answer::Is(outcome),
            _ => Answer::Any,
        },
        ..OpinionFilter::default()
    }
}

/// `GET /opinions/{id}`
pub(super) async fn one(page: Page, Id(id): Id<CouncilOpinionId>) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let today = page.app.clock.now().date().to_string();
    let found = opinion(&page, id).await?;
    let row = &found.row;
    let mut typed = Typed::default()
        .or("reply", row.reply.as_deref().unwrap_or(""))
        .or("replied_on", row.replied_on.as_deref().unwrap_or(&today));
    if let Some(outcome) = row.outcome {
        typed = typed.or("outcome", json!(outcome).as_str().unwrap_or_default());
    }
    page.form(ONE, &given(&found), &typed)
}

/// `POST /opinions/{id}/answer`: what became of it.
pub(super) async fn answer(
    page: Page,
    Id(id): Id<CouncilOpinionId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let reply = Reply {
        outcome: serde_json::from_value(typed.text("outcome").into()).ok(),
        // As browsers count its lines.
        words: typed.text("reply").replace("\r\n", "\n"),
        replied_on: parse_date(typed.text("replied_on")),
    };
    let edition = typed.number("edition");
    let answered = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let edition = edition.ok_or(Refused::Changed)?;
        service::answer_opinion(work, id, edition, &reply).await
    });
    let done = answered.await.map(|()| format!("/opinions/{id}"));
    let facts = async { Ok(given(&opinion(&page, id).await?)) };
    sent::answer(&page, (ONE, &typed), done, "council-answered", facts).await
}

/// What councils said about any of these programmes, to whom it is shown; those of the latest meeting
/// first.
pub(in super::super) async fn about(
    page: &Page,
    programmes: Vec<ProgrammeId>,
) -> Result<Vec<Value>, Error> {
    if !may_coordinate(&page.person()?.actor) {
        return Ok(Vec::new());
    }
    let filter = OpinionFilter {
        programmes,
        ..OpinionFilter::default()
    };
    let found = read::opinions(page.app.db.reader(), &filter, 0, MOST_ABOUT).await?;
    Ok(found.iter().map(facts).collect())
}

async fn opinion(page: &Page, id: CouncilOpinionId) -> Result<Opinion, Error> {
    let found = read::opinion(page.app.db.reader(), id).await?;
    found.ok_or_else(Error::not_found)
}

fn given(opinion: &Opinion) -> Value {
    json!({ "opinion": facts(opinion), "outcomes": Outcome::ALL })
}

/// An opinion as pages and files have it.
pub(super) fn facts(opinion: &Opinion) -> Value {
    let row = &opinion.row;
    let programme = opinion.programme.as_ref().map(|one| {
        let own = format!("/plans/{}/programmes/{}", one.plan, one.id);
        json!({
            "href": format!("{own}?version={}", one.version),
            "plan": one.plan_name,
            "number": one.number,
            "name": one.name,
        })
    });
    json!({
        "id": row.id,
        "programme": programme,
        "meeting": row.meeting_id,
        "council": opinion.council,
        "number": opinion.number.to_string(),
        "held_on": opinion.held_on,
        "said_by": row.said_by,
        "body": row.body,
        "about": row.about,
        "state": row.outcome.map_or_else(|| json!("open"), |outcome| json!(outcome)),
        "reply": row.reply,
        "replied_on": row.replied_on,
        "edition": row.edition,
    })
}
