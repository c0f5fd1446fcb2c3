//! What somebody is asked, by the link of the letter, without signing in. The link stays between this
//! browser and the centre: no answer of ours leads elsewhere, `Referrer-Policy` keeps the address from
//! other places, and the log has the route only.

use axum::{extract::Path, response::Response};
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::facts;
use crate::{
    Refused,
    entity::survey_question::Kind,
    read::{self, Invited},
    rules::{FIELDS, Wish, chosen},
    service,
};

const FORM: &str = "surveys/answer.html";

/// `GET /answers/{token}`: the questions, with what was answered so far.
pub(super) async fn form(page: Page, Path(token): Path<String>) -> Result<Response, Error> {
    let invited = match opened(&page, &token).await {
        Ok(invited) => invited,
        Err(failed) => return over(&page, failed),
    };
    page.form(FORM, &given(&page, &token, &invited), &filled(&invited))
}

/// `POST /answers/{token}`
pub(super) async fn send(
    page: Page,
    Path(token): Path<String>,
    typed: Typed,
) -> Result<Response, Error> {
    let (wish, seen) = (wish(&typed), typed.number("seen").unwrap_or(0));
    let answered = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::answer(work, &token, seen, &wish).await
    });
    match answered.await {
        Ok(_) => Ok(page.go(&format!("/answers/{token}/done"))),
        Err(Failed::Refused(refused @ (Refused::NotThere | Refused::Over(_)))) => {
            over(&page, refused.into())
        }
        Err(failed) => {
            let invited = match opened(&page, &token).await {
                Ok(invited) => invited,
                Err(failed) => return over(&page, failed),
            };
            let facts = given(&page, &token, &invited);
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// `GET /answers/{token}/done`: thanks.
pub(super) async fn done(page: Page, Path(token): Path<String>) -> Result<Response, Error> {
    let invited = match opened(&page, &token).await {
        Ok(invited) => invited,
        Err(failed) => return over(&page, failed),
    };
    if invited.row.answered_at.is_none() {
        return Ok(page.go(&format!("/answers/{token}")));
    }
    page.show("surveys/done.html", &given(&page, &token, &invited))
}

async fn opened(page: &Page, token: &str) -> Result<Invited, Failed<Refused>> {
    read::by_secret(page.app.db.reader(), token, page.app.clock.now()).await
}

/// The link opens nothing, or no longer: why, and what to do.
fn over(page: &Page, failed: Failed<Refused>) -> Result<Response, Error> {
    let nothing = Typed::default();
    page.refused(failed.into(), "surveys/over.html", &json!({}), &nothing)
}

fn given(page: &Page, token: &str, invited: &Invited) -> Value {
    let row = &invited.row;
    let questions = &invited.version.content.questions;
    let asked = |number: i32| usize::try_from(number - 1).ok();
    let said = invited.answers.iter().filter_map(|(number, value)| {
        let question = questions.get(asked(*number)?)?;
        Some(read::said(question, value))
    });
    json!({
        "token": token,
        "content": facts::content(page, &invited.version),
        "confidential": invited.confidential,
        "expires_at": row.expires_at.rfc3339(),
        "edition": row.edition,
        "answered_at": row.answered_at,
        "now": said.collect::<Vec<_>>(),
    })
}

/// What was answered so far, as the form sends it.
fn filled(invited: &Invited) -> Typed {
    let questions = &invited.version.content.questions;
    let mut typed = Typed::default();
    for (number, value) in &invited.answers {
        let at = usize::try_from(number - 1).unwrap_or(usize::MAX);
        let (Some(question), Some(field)) = (questions.get(at), FIELDS.get(at)) else {
            continue;
        };
        if question.kind == Kind::Choices {
            for one in chosen(value) {
                typed = typed.and(field, one.to_string());
            }
        } else {
            typed = typed.and(field, value.clone());
        }
    }
    typed
}

/// What somebody typed into the fields of questions.
pub fn wish(typed: &Typed) -> Wish {
    // As browsers count its lines.
    let own = |value: &str| value.replace("\r\n", "\n");
    let all = |field: &&str| typed.all(field).into_iter().map(own).collect();
    FIELDS.iter().map(all).collect()
}
