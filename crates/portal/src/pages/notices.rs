//! お知らせ: every letter to a person, kept under マイページ.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use kernel::PersonId;
use mail::{LetterId, Rendered, entity::letter};
use serde_json::{Value, json};
use web::{Error, Id, Page};

use super::letters_of;

/// So many notices are listed at most.
const LISTED: u64 = 100;

/// `GET /mypage/notices`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let person = page.person()?.person;
    let notices = of(&page, person, LISTED).await?;
    page.show("portal/notices.html", &json!({ "notices": notices }))
}

/// `GET /mypage/notices/{id}`
pub(super) async fn one(page: Page, Id(id): Id<LetterId>) -> Result<Response, Error> {
    let (row, rendered) = own(&page, id).await?;
    let mut notice = line(&row, &rendered.subject);
    notice["lines"] = rendered
        .text
        .trim()
        .lines()
        .map(|line| json!(mail::pieces(line)))
        .collect();
    notice["email"] = row.email.into();
    notice["calendar"] = rendered.ics.is_some().into();
    page.show("portal/notice.html", &json!({ "notice": notice }))
}

/// `GET /mypage/notices/{id}/calendar.ics`
pub(super) async fn calendar(page: Page, Id(id): Id<LetterId>) -> Result<Response, Error> {
    let (_, rendered) = own(&page, id).await?;
    let entry = rendered.ics.ok_or_else(Error::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"notice.ics\"",
        ),
    ];
    Ok((headers, entry).into_response())
}

/// A person's last notices, newest first.
pub(super) async fn of(page: &Page, person: PersonId, limit: u64) -> Result<Vec<Value>, Error> {
    let rows = mail::read::of_person(page.app.db.reader(), person, limit).await?;
    let letters = letters_of(&page.app);
    let lines = rows.iter().map(|row| Ok(line(row, &letters.subject(row)?)));
    lines.collect()
}

/// One's own letter; anyone else's is as if there were none.
async fn own(page: &Page, id: LetterId) -> Result<(letter::Model, Rendered), Error> {
    let person = page.person()?.person;
    let row = mail::read::one(page.app.db.reader(), id)
        .await?
        .filter(|row| row.person_id == Some(person))
        .ok_or_else(Error::not_found)?;
    let rendered = letters_of(&page.app).render(&row)?;
    Ok((row, rendered))
}

fn line(row: &letter::Model, subject: &str) -> Value {
    json!({
        "id": row.id,
        "at": row.created_at,
        "subject": subject,
        "lang": row.lang().html(),
    })
}
