//! 承認: what waits for an answer, and what was answered. Each thing is read and decided on its own
//! page, which its own crate has.

mod deputies;
mod stands_in;
mod terms;

use axum::response::Response;
use serde_json::{Value, json};
use web::{Error, Page, Routes, Typed};

use crate::{
    read::{self, Listed},
    rules::{self, Verdict},
};

pub use stands_in::standing_in;

/// The routes of this crate.
pub fn routes() -> Routes {
    Routes::new()
        .get("/approvals", all)
        .get("/approvals/terms", terms::all)
        .post("/approvals/terms", terms::set)
        .get("/approvals/deputies", deputies::all)
        .post("/approvals/deputies", deputies::name)
        .post("/approvals/deputies/{id}/ending", deputies::end)
}

/// `GET /approvals`: for the manager and the ward.
async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("approvals");
    reader(&page)?;
    let actor = page.actor();
    let db = page.app.db.reader();
    let today = page.app.clock.now().date().to_string();
    let waiting = read::waiting(db).await?;
    let row = |listed: &Listed| -> Value {
        let (mut row, one) = (json!(listed), &listed.standing);
        row["overdue"] = (one.due_on < today).into();
        row["mine"] = rules::may_decide(&actor, one.asked_of, one.submitted_by).into();
        row
    };
    let (mine, others): (Vec<Value>, Vec<Value>) =
        waiting.iter().map(row).partition(|row| row["mine"] == true);
    let facts = json!({
        "mine": mine,
        "others": others,
        "answered": read::answered(db).await?,
    });
    page.show("approvals/all.html", &facts)
}

/// Lets the manager and the ward pass, and deputies.
fn reader(page: &Page) -> Result<(), Error> {
    if rules::may_see(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// What the form of an answer says; none when no button of it was pressed.
pub fn decision(typed: &Typed) -> Option<Verdict> {
    // As browsers count its lines.
    let words = typed.text("words").replace("\r\n", "\n");
    match typed.text("decision") {
        "approve" => Some(Verdict::Approve { conditions: words }),
        "return" => Some(Verdict::Return { words }),
        "refuse" => Some(Verdict::Refuse { words }),
        _ => None,
    }
}
