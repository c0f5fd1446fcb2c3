//! What people answered who came to a seminar: for its report, without names.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::Fault;
use serde_json::{Value, json};
use surveys::read::{Answered, answers_of};
use web::{
    Error, Id, Page, Routes, Typed,
    sheet::{Column, Form, List},
};

use super::{counter::found, facts, keeper};
use crate::{
    entity::SeminarId,
    rules::{Asked, tally},
    service::SUBJECT,
};

/// The answers as a file: nobody is named in it.
const LIST: List = List {
    name: "seminar-answers",
    taken: None,
    columns: &[
        Column::Text("seminars-answers-question", "/question"),
        Column::Text("seminars-answers-said", "/said"),
        Column::Number("seminars-answers-count", "/count"),
    ],
};

/// The routes of answers.
pub(super) fn routes() -> Routes {
    Routes::new().get("/counter/seminars/{id}/answers", all)
}

/// `GET /counter/seminars/{id}/answers?as=`
async fn all(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let one = found(&page, id).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let answers = answers_of(page.app.db.reader(), SUBJECT, id.0).await?;
    let questions = questions(&page, &answers)?;
    if let Some(form) = Form::asked(&typed)? {
        return page.file_of_today(form, &LIST, &lines(&questions)).await;
    }
    let now = page.app.clock.now();
    let answered = answers.iter().filter(|one| one.answered_at.is_some());
    let facts = json!({
        "seminar": facts::seminar(&one, &catalogue, (page.lang, now)),
        "asked": answers.len(),
        "answered": answered.count(),
        "questions": questions,
    });
    page.show("seminars/answers.html", &facts)
}

/// Question by question, in the words of the page.
fn questions(page: &Page, answers: &[Answered]) -> Result<Vec<Value>, Fault> {
    let said = answers.iter().flat_map(|one| &one.answers);
    tally(said).iter().map(|one| question(page, one)).collect()
}

fn question(page: &Page, one: &Asked) -> Result<Value, Fault> {
    let mut counts = Vec::new();
    for (said, count) in &one.counts {
        let key = match said.as_str() {
            "1" | "2" | "3" | "4" | "5" if one.mean.is_some() => format!("surveys-scale-{said}"),
            "yes" | "no" => format!("surveys-{said}"),
            _ => String::new(),
        };
        let words = if key.is_empty() {
            said.clone()
        } else {
            page.worded(&key)?
        };
        counts.push(json!({ "said": words, "count": count }));
    }
    let mean = one.mean.map(|mean| format!("{mean:.1}"));
    Ok(json!({ "question": one.question, "mean": mean, "counts": counts, "words": one.words }))
}

/// Each answer a line.
fn lines(questions: &[Value]) -> Vec<Value> {
    let mut lines = Vec::new();
    for one in questions {
        let line = |said: &Value, count: Value| json!({ "question": one["question"], "said": said, "count": count });
        let rows = one["counts"].as_array().into_iter().flatten();
        lines.extend(rows.map(|row| line(&row["said"], row["count"].clone())));
        let words = one["words"].as_array().into_iter().flatten();
        lines.extend(words.map(|words| line(words, json!(1))));
    }
    lines
}
