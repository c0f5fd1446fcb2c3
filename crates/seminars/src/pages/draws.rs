//! 抽選: what everybody can read of a draw, its files, and holding it.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use bookings::rules::{clock, minute};
use fairness::draw::File;
use japan::calendar::parse_date;
use kernel::{Instant, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed};

use super::{counter, keeper};
use crate::{
    entity::{SeminarId, draw, enrolment::Mode},
    letters::title,
    read,
    rules::{Drawn, Phase, recognised},
    service,
};

/// The routes of draws.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/seminars/{id}/draw", one)
        .get("/seminars/{id}/draw/{mode}/{name}", file)
        .post("/counter/seminars/{id}/draw", hold)
}

/// `GET /seminars/{id}/draw`: how the places are drawn, what is published by now, and how everybody
/// checks it.
async fn one(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let db = page.app.db.reader();
    let found = read::seminar(db, id).await?;
    let found = found.filter(|one| one.row.published_at.is_some());
    let found = found.ok_or_else(Error::not_found)?;
    let told = all(&page, id).await?;
    if told.is_empty() {
        return Err(Error::not_found());
    }
    let facts = json!({
        "seminar": {
            "id": id, "title": title(&found.row, page.lang), "audience": found.row.audience.code(),
        },
        "until": found.row.apply_until.map(Instant::rfc3339),
        "draws": told,
    });
    page.show("seminars/draw.html", &facts)
}

/// `GET /seminars/{id}/draw/{mode}/{name}`: a file of the draw, once everybody may read it.
async fn file(
    page: Page,
    Path((id, mode, name)): Path<(SeminarId, String, String)>,
) -> Result<Response, Error> {
    let db = page.app.db.reader();
    let draws = read::draws(db, id).await?;
    let row = draws.iter().find(|row| row.mode.code() == mode);
    let row = row.ok_or_else(Error::not_found)?;
    let mut files = File::ALL.into_iter();
    let file = files.find(|file| file.name() == name);
    let file = file.ok_or_else(Error::not_found)?;
    let (seed, list) = (row.seed()?, row.frozen()?);
    let bytes = row.phase().published(file, &seed, list.as_ref());
    let bytes = bytes.ok_or_else(Error::not_found)?;
    let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned());
    let saved = format!("attachment; filename=\"{name}\"");
    Ok(([kind, (header::CONTENT_DISPOSITION, saved)], bytes).into_response())
}

/// `POST /counter/seminars/{id}/draw`: `day` and `time` until which those who won say that they come.
async fn hold(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let until = parse_date(typed.text("day")).zip(clock(typed.text("time")));
    let until = until.map(|(day, time)| minute(day, time));
    let edition = typed.number("edition").unwrap_or(0);
    let held = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::draw(work, id, edition, until).await
    });
    match held.await {
        Ok(()) => {
            let flash = Flash::good("seminars-drawn", json!({}));
            Ok(page.go_saying(&format!("/counter/seminars/{id}/people"), &flash))
        }
        Err(failed) => counter::again(&page, id, failed, &typed).await,
    }
}

/// The draws of a seminar as everybody may know them by now.
pub(super) async fn all(page: &Page, id: SeminarId) -> Result<Vec<Value>, Error> {
    let draws = read::draws(page.app.db.reader(), id).await?;
    draws.iter().map(described).collect()
}

fn described(row: &draw::Model) -> Result<Value, Error> {
    let (phase, seed, list) = (row.phase(), row.seed()?, row.frozen()?);
    let (commitment, digest) = recognised(&seed, list.as_ref());
    let mut facts = json!({
        "mode": Mode::code(row.mode),
        "phase": phase.code(),
        "commitment": commitment,
        "promised_at": row.promised_at.rfc3339(),
        "digest": digest.map(|digest| digest.to_string()),
        "frozen_at": row.frozen_at.map(Instant::rfc3339),
        "entries": list.as_ref().map(|list| list.entries().len()),
        "places": list.as_ref().map(|list| list.rules().places),
        "drawn_at": row.drawn_at.map(Instant::rfc3339),
        "confirm_until": row.confirm_until.map(Instant::rfc3339),
        "files": phase.files(),
    });
    if let (Phase::Drawn, Some(list)) = (phase, &list) {
        let drawn = Drawn::of(list, &seed);
        let (winners, following) = drawn.numbers();
        facts["winners"] = json!(winners);
        facts["following"] = json!(following);
    }
    Ok(facts)
}
