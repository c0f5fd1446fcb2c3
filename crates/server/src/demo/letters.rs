//! The letters of a demonstration, for anyone to read. Outside a demonstration they are not there.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use mail::{LetterId, Rendered, entity::letter};
use serde_json::{Value, json};
use web::{App, Error, Page, Routes};

/// How many letters the list shows.
const SHOWN: u64 = 100;

/// A letter may look as it likes and link where it likes, but runs nothing and loads nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation allow-popups";

/// `/demo/letters` and below.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/demo/letters", list)
        .get("/demo/letters/{id}", one)
        .get("/demo/letters/{id}/html", html)
        .get("/demo/letters/{id}/calendar.ics", calendar)
}

async fn list(page: Page) -> Result<Response, Error> {
    only_in_a_demonstration(&page.app)?;
    let letters = portal::letters(&page.app);
    let rows: Vec<Value> = mail::read::recent(page.app.db.reader(), SHOWN)
        .await?
        .iter()
        .map(|row| Ok(line(row, &letters.render(row)?)))
        .collect::<Result<_, Error>>()?;
    page.show("server/letters.html", &json!({ "letters": rows }))
}

async fn one(page: Page, Path(id): Path<String>) -> Result<Response, Error> {
    let (row, rendered) = find(&page.app, &id).await?;
    let mut facts = line(&row, &rendered);
    facts["pieces"] = json!(mail::pieces(&rendered.text));
    facts["calendar"] = rendered.ics.is_some().into();
    page.show("server/letter.html", &json!({ "letter": facts }))
}

async fn html(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Error> {
    let (_, rendered) = find(&app, &id).await?;
    // In a frame, a link would open inside the frame.
    let text = rendered
        .html
        .replacen("<head>", "<head><base target=\"_top\">", 1);
    let mut response = Html(text).into_response();
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    );
    Ok(response)
}

async fn calendar(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Error> {
    let (_, rendered) = find(&app, &id).await?;
    let ics = rendered.ics.ok_or(Error::not_found())?;
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, ics).into_response())
}

fn only_in_a_demonstration(app: &App) -> Result<(), Error> {
    if app.site.demo {
        Ok(())
    } else {
        Err(Error::not_found())
    }
}

async fn find(app: &App, id: &str) -> Result<(letter::Model, Rendered), Error> {
    only_in_a_demonstration(app)?;
    let id: LetterId = id.parse().ok().ok_or(Error::not_found())?;
    let row = mail::read::one(app.db.reader(), id).await?;
    let row = row.ok_or(Error::not_found())?;
    let rendered = portal::letters(app).render(&row)?;
    Ok((row, rendered))
}

fn line(row: &letter::Model, rendered: &Rendered) -> Value {
    json!({
        "id": row.id,
        "to": row.email,
        "at": row.created_at,
        "sent": row.state == letter::State::Sent,
        "subject": rendered.subject,
    })
}
