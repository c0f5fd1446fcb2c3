//! Answers in words, as pages and files have them.

use kernel::Fault;
use serde_json::{Value, json};
use surveys::{
    entity::survey_question::Kind,
    rules::{Question, chosen, is_asked},
};
use web::{Error, Page};

use super::people::person;
use crate::{
    entity::{SeminarId, answer},
    read::{self, Taking},
    rules,
};

/// Every question that was asked of somebody, with what they answered; none said where it is open.
pub(super) fn said(
    page: &Page,
    questions: &[Question],
    rows: &[answer::Model],
) -> Result<Vec<Value>, Fault> {
    let before = pairs(rows);
    let mut all = Vec::new();
    for ((number, question), asked) in (1..).zip(questions).zip(surveys::asked(page, questions)) {
        if !is_asked(question, &before) {
            continue;
        }
        let row = rows.iter().find(|row| row.number == number);
        let words = match row {
            Some(row) => words(page, question.kind, &asked, &row.value)?,
            None => Vec::new(),
        };
        all.push(json!({
            "number": number,
            "question": asked["label"],
            "lang": asked["lang"],
            "said": words,
            "paper": row.is_some_and(|row| row.paper_id.is_some()),
            "open": row.is_none() && question.required,
        }));
    }
    Ok(all)
}

/// An answer in the words of the page.
fn words(page: &Page, kind: Kind, asked: &Value, value: &str) -> Result<Vec<String>, Fault> {
    Ok(match kind {
        Kind::YesNo => vec![page.worded(&format!("surveys-{value}"))?],
        Kind::Consent => vec![page.worded("surveys-consented")?],
        Kind::Choice | Kind::Choices => {
            let label = |at: usize| asked.pointer(&format!("/options/{}/label", at - 1));
            let labels = chosen(value).filter(|at| *at > 0).filter_map(label);
            labels
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()
        }
        _ => vec![value.to_owned()],
    })
}

/// What can still be answered beside what was: without those questions that are not asked of this person.
pub(super) fn still_open(
    page: &Page,
    questions: &[Question],
    rows: &[answer::Model],
) -> Vec<Value> {
    let before = pairs(rows);
    let is_answered = |number: i32| before.iter().any(|(own, _)| *own == number);
    let all = (1..).zip(questions).zip(surveys::asked(page, questions));
    let open = all.filter_map(|((number, question), mut fact)| {
        if is_answered(number) {
            return None;
        }
        let on = question.more.only_if.as_ref();
        if on.is_some_and(|on| is_answered(on.question)) {
            // It is decided already: nothing hangs on what is typed now.
            fact["only_if"] = Value::Null;
            return is_asked(question, &before).then_some(fact);
        }
        Some(fact)
    });
    open.collect()
}

fn pairs(rows: &[answer::Model]) -> Vec<(i32, String)> {
    let pair = |row: &answer::Model| (row.number, row.value.clone());
    rows.iter().map(pair).collect()
}

/// Those of a seminar, each with how many answers are still open; and with what they answered, for those
/// who keep seminars.
pub(super) async fn people(
    page: &Page,
    id: SeminarId,
    people: &[Taking],
) -> Result<Vec<Value>, Error> {
    let db = page.app.db.reader();
    let asked = read::questions(db, id).await?;
    if asked.is_empty() {
        return Ok(people.iter().map(unasked).collect());
    }
    let mut answers = read::all_answers(db, id).await?;
    let ids: Vec<_> = people.iter().map(|one| one.row.id).collect();
    let erased = read::erased_among(db, &ids).await?;
    let one = |one: &Taking| {
        let gone = erased.contains(&one.row.id);
        let rows = answers.remove(&one.row.id).filter(|_| !gone);
        answering(page, one, &asked, rows.as_deref(), gone)
    };
    Ok(people.iter().map(one).collect::<Result<_, _>>()?)
}

/// One of them, with what they answered as far as the reader may read it.
fn answering(
    page: &Page,
    one: &Taking,
    asked: &[Question],
    rows: Option<&[answer::Model]>,
    gone: bool,
) -> Result<Value, Fault> {
    let rows = rows.unwrap_or_default();
    let still = one.row.state.is_open() && !gone;
    let open = rules::open(asked, &pairs(rows)).len();
    let said = if rules::may_keep(&page.actor()) && !gone {
        said(page, asked, rows)?
    } else {
        Vec::new()
    };
    let mut fact = person(one);
    fact["unanswered"] = json!(if still { open } else { 0 });
    fact["erased"] = json!(gone);
    fact["more"] = in_columns(&said, asked.len());
    fact["said"] = json!(said);
    Ok(fact)
}

/// What stands above the column of each question; a line of [`people`] has its words in `more`.
pub(super) fn columns(page: &Page, questions: &[Question]) -> Vec<String> {
    let asked = surveys::asked(page, questions);
    let heading = |fact: &Value| fact["label"].as_str().unwrap_or_default().to_owned();
    asked.iter().map(heading).collect()
}

/// Somebody of a seminar that asks nothing.
fn unasked(one: &Taking) -> Value {
    let mut fact = person(one);
    fact["unanswered"] = json!(0);
    fact["erased"] = json!(false);
    fact["said"] = json!([]);
    fact
}

/// What was said, question by question: nothing under those that were not asked.
fn in_columns(said: &[Value], many: usize) -> Value {
    let words = |number: usize| {
        let own = said.iter().find(|one| one["number"] == number);
        own.map_or(Value::Null, |one| one["said"].clone())
    };
    (1..=many).map(words).collect()
}
