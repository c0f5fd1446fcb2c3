//! The questions of a seminar within the forms that enrol, and what was typed into them.

use axum::{
    extract::{FromRequest, Request},
    http::{StatusCode, header},
};
use files::{Form, Mixed};
use kernel::Failed;
use serde_json::{Value, json};
use surveys::entity::survey_question::Kind;
use web::{Error, Page, Typed};

use crate::{
    Refused,
    entity::SeminarId,
    read,
    rules::{Answers, Leaves},
};

/// What is asked in a form. Where `papers` is not said, papers are handed in later.
pub(super) async fn asked(page: &Page, id: SeminarId, papers: bool) -> Result<Vec<Value>, Error> {
    let questions = read::questions(page.app.db.reader(), id).await?;
    let mut facts = surveys::asked(page, &questions);
    for fact in &mut facts {
        fact["later"] = json!(!papers && fact["kind"] == "file");
    }
    Ok(facts)
}

/// The same at the counter, where everything may be left open.
pub(super) async fn asked_for(
    page: &Page,
    id: SeminarId,
    papers: bool,
) -> Result<Vec<Value>, Error> {
    Ok(left_open(asked(page, id, papers).await?))
}

/// Questions as somebody sees them who may leave them open.
pub(super) fn left_open(mut facts: Vec<Value>) -> Vec<Value> {
    for fact in &mut facts {
        fact["required"] = json!(false);
    }
    facts
}

/// What was typed at the counter, without papers.
pub(super) fn typed(typed: &Typed) -> Answers {
    Answers {
        given: surveys::wish(typed),
        papers: Vec::new(),
        leaves: Leaves::Everything,
    }
}

/// What was typed and handed in, by somebody who may leave so much open.
pub(super) fn sent(form: Form, leaves: Leaves) -> Answers {
    Answers {
        given: surveys::wish(&form.typed),
        papers: form.named(),
        leaves,
    }
}

/// A form with answers as it is sent. Papers are taken in only where a seminar asks for some, and answers are
/// taken now: nobody fills the disk with what nobody asked for. Else it is `refused` before anything is kept.
pub(super) async fn read_form(
    page: &Page,
    (id, refused): (SeminarId, Refused),
    takes: impl AsyncFnOnce() -> Result<bool, Error>,
    request: Request,
) -> Result<Form, Error> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok());
    if page.viewer.is_some() && kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        if !takes().await? {
            return Err(Failed::Refused(refused).into());
        }
        let asked = read::questions(page.app.db.reader(), id).await?;
        if asked.iter().all(|question| question.kind != Kind::File) {
            return Err(Error::Status(StatusCode::BAD_REQUEST));
        }
    }
    Ok(Mixed::from_request(request, &page.app).await?.0)
}
