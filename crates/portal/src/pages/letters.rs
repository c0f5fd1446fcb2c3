//! The counter's letters: what could not be delivered, and what is still on its way.

use axum::response::Response;
use kernel::transact;
use mail::{LetterId, entity::letter};
use serde_json::{Value, json};
use web::{
    App, Error, Flash, Id, Page, Typed,
    sheet::{Column, Form, List},
};

use super::letters_of;
use crate::read;

/// So many letters of each kind are listed at most.
const LISTED: usize = 100;

/// So many are in a file at most.
const TAKEN: usize = 100_000;

/// The letters without what they say.
const LETTERS: List = List {
    name: "letters",
    taken: Some("letters.list_taken"),
    columns: &[
        Column::Time("portal-letters-at", "/at"),
        Column::Text("portal-letters-to", "/email"),
        Column::Text("portal-letters-subject", "/subject"),
        Column::Said("portal-letters-standing", "/standing", "portal-letter-"),
        Column::Number("portal-letters-attempts", "/attempts"),
        Column::Said("portal-letters-why", "/failure", "mail-failure-"),
        Column::Time("portal-letters-due", "/due_at"),
    ],
};

/// `GET /counter/letters?as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("letters");
    page.staff()?;
    let db = page.app.db.reader();
    let dead = mail::read::dead(db).await?;
    let wanted = Form::asked(&typed)?;
    let most = wanted.map_or(LISTED, |_| TAKEN);
    let waiting = read::waiting_letters(db, most as u64).await?;
    if let Some(form) = wanted {
        let mut rows = listed(&page.app, &dead, most, "dead");
        rows.extend(listed(&page.app, &waiting, most, "waiting"));
        return page.file_of_today(form, &LETTERS, &rows).await;
    }
    let counts = mail::read::counts(db).await?;
    let facts = json!({
        "dead": listed(&page.app, &dead, most, "dead"),
        "waiting": listed(&page.app, &waiting, most, "waiting"),
        "dead_count": counts.dead,
        "waiting_count": counts.waiting,
    });
    page.show("portal/letters.html", &facts)
}

/// `POST /counter/letters/{id}/again`
pub(super) async fn send_again(page: Page, Id(id): Id<LetterId>) -> Result<Response, Error> {
    page.staff()?;
    let app = &page.app;
    transact(&app.db, page.actor(), &app.clock, async |work| {
        mail::service::send_again(work, id).await
    })
    .await?;
    let flash = Flash::good("portal-letter-again-flash", json!({}));
    Ok(page.go_saying("/counter/letters", &flash))
}

/// Address, subject and state, never the text. A letter whose text cannot be made is listed too:
/// that may be why it was given up.
fn listed(app: &App, rows: &[letter::Model], most: usize, standing: &str) -> Vec<Value> {
    let letters = letters_of(app);
    let line = |row: &letter::Model| {
        // Who is written to about what few may know is not for whoever looks after letters.
        let told = !row.is_confidential();
        json!({
            "id": row.id,
            "told": told,
            "email": told.then_some(&row.email),
            "subject": told.then(|| letters.subject(row).ok()).flatten(),
            "at": row.created_at,
            "due_at": row.due_at,
            "attempts": row.attempts,
            "failure": row.failure,
            "standing": standing,
        })
    };
    rows.iter().take(most).map(line).collect()
}
