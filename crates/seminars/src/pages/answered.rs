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
    entity::{answer, seminar},
    read::{self, Taking},
    rules,
};

/// Every question that was asked of somebody, with what they answered; none said where it is left open. It is
/// `open` as long as it `takes` an answer.
pub(super) fn said(
    page: &Page,
    questions: &[Question],
    (rows, takes): (&[answer::Model], bool),
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
            "open": takes && row.is_none() && question.required,
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
    let (mut open, mut offered) = (Vec::new(), Vec::new());
    let all = (1..).zip(questions).zip(surveys::asked(page, questions));
    for ((number, question), mut fact) in all {
        let on = question.more.only_if.as_ref().map(|on| on.question);
        let decided = on.is_some_and(is_answered);
        let asked = match on {
            Some(on) if !decided => offered.contains(&on),
            Some(_) | None => is_asked(question, &before),
        };
        if is_answered(number) || !asked {
            continue;
        }
        if decided {
            // Nothing hangs on what is typed now.
            fact["only_if"] = Value::Null;
        }
        offered.push(number);
        open.push(fact);
    }
    open
}

fn pairs(rows: &[answer::Model]) -> Vec<(i32, String)> {
    let pair = |row: &answer::Model| (row.number, row.value.clone());
    rows.iter().map(pair).collect()
}

/// Those of a seminar, each with how many answers are still open; and with what they answered, for those
/// who keep seminars.
pub(super) async fn people(
    page: &Page,
    row: &seminar::Model,
    people: &[Taking],
) -> Result<Vec<Value>, Error> {
    let (db, id, now) = (page.app.db.reader(), row.id, page.app.clock.now());
    let keeps = rules::may_keep(&page.actor());
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
        let takes = !gone && rules::takes_answers(one.row.state, row, (keeps, now));
        answering(page, one, &asked, (&rows.unwrap_or_default(), takes, gone))
    };
    Ok(people.iter().map(one).collect::<Result<_, _>>()?)
}

/// One of them, with what they answered as far as the reader may read it.
fn answering(
    page: &Page,
    one: &Taking,
    asked: &[Question],
    (rows, takes, gone): (&[answer::Model], bool, bool),
) -> Result<Value, Fault> {
    let open = rules::open(asked, &pairs(rows)).len();
    let said = if rules::may_keep(&page.actor()) && !gone {
        said(page, asked, (rows, takes))?
    } else {
        Vec::new()
    };
    let mut fact = person(one);
    fact["unanswered"] = json!(if takes { open } else { 0 });
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
