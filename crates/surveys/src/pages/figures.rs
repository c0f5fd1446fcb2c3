//! What came of a survey, as the page and its file have it. The ward is shown what its rule allows.

use japan::fiscal::FiscalYear;
use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::Page;

use super::facts::{labels, worded};
use crate::{
    entity::survey_question::Kind,
    read::{self, Asked, Counts, Period, Survey},
    rules::{Figure, few, figure, released},
};

/// So much of what people wrote stands on one page.
const MOST_WORDS: u64 = 200;

/// What whoever edits the questions sees of those who were asked within a span.
pub(super) async fn of_staff(page: &Page, survey: &Survey, span: Span) -> Result<Value, Fault> {
    let (db, period) = (page.app.db.reader(), Period::Sent(span));
    let results = read::results(db, survey.row.id, &[period]).await?;
    let mut questions = Vec::new();
    for asked in &results.questions {
        let found = figure(&asked.question, &asked.all());
        let mut facts = question(page, asked, Some(&found))?;
        let words = read::words(db, survey, asked, period, MOST_WORDS).await?;
        let said = words
            .iter()
            .map(|one| json!({ "words": one.words, "at": one.at }));
        facts["answered"] = found.answered.into();
        facts["words"] = said.collect();
        questions.push(facts);
    }
    Ok(json!({ "counts": counts(results.counts, false), "questions": questions }))
}

/// What the ward sees of a fiscal year: the quarters of it that are over.
pub(super) async fn of_ward(
    page: &Page,
    survey: &Survey,
    year: FiscalYear,
) -> Result<Value, Fault> {
    let today = page.app.clock.now().date();
    let over = year.quarters().filter(|quarter| quarter.last_day() < today);
    let span = |quarter: japan::fiscal::Quarter| Span {
        from: Span::day(quarter.first_day()).from,
        until: Span::day(quarter.last_day()).until,
    };
    let periods: Vec<Period> = over.map(|quarter| Period::Closed(span(quarter))).collect();
    let results = read::results(page.app.db.reader(), survey.row.id, &periods).await?;
    let mut questions = Vec::new();
    for asked in &results.questions {
        let found = released(&asked.question, &asked.values);
        let mut facts = question(page, asked, found.as_ref())?;
        let all = figure(&asked.question, &asked.all()).answered;
        let shown = found.map_or(all, |found| found.answered);
        facts["answered"] = few(shown).into();
        facts["words"] = json!([]);
        questions.push(facts);
    }
    Ok(json!({ "counts": counts(results.counts, true), "questions": questions }))
}

/// How many were asked and answered; `answered` is null when they are few and the ward asks.
pub(super) fn counts(counts: Counts, to_ward: bool) -> Value {
    let Counts { sent, answered } = counts;
    let told = if to_ward {
        few(answered)
    } else {
        Some(answered)
    };
    let rate = |answered: i64| (answered * 100 + sent / 2) / sent;
    let rate = told.filter(|_| sent > 0).map(rate);
    json!({ "sent": sent, "answered": told, "rate": rate })
}

/// A question with its figures; without them when they are not shown.
fn question(page: &Page, asked: &Asked, found: Option<&Figure>) -> Result<Value, Fault> {
    let labels = labels(page, &asked.question)?;
    let cells = found.map(|found| {
        let cell = |cell: &crate::rules::Cell| {
            let label = labels.iter().find(|(value, _)| *value == cell.value);
            json!({
                "label": label.map(|(_, label)| label),
                "count": cell.count,
                "share": share(cell.count, found.answered),
            })
        };
        found.cells.iter().map(cell).collect::<Vec<_>>()
    });
    Ok(json!({
        "text": worded(page, &asked.question).0,
        "kind": asked.question.kind.code(),
        "is_asked": asked.is_asked,
        "is_shown": found.is_some() || asked.question.kind == Kind::Text,
        "cells": cells.unwrap_or_default(),
        "mean": found.and_then(|found| found.mean).map(hundredths),
        "sum": found.and_then(|found| found.sum),
    }))
}

/// Of a hundred.
fn share(count: i64, of: i64) -> i64 {
    if of == 0 {
        0
    } else {
        (count * 100 + of / 2) / of
    }
}

fn hundredths(mean: i64) -> String {
    format!("{}.{:02}", mean / 100, mean % 100)
}

/// The lines of the file: of each question how many answered, then what.
pub(super) fn lines(page: &Page, results: &Value) -> Result<Vec<Value>, Fault> {
    let [all, asked, few] = [
        page.worded("surveys-label-answered")?,
        page.worded("surveys-label-sent")?,
        page.worded("surveys-few")?,
    ];
    let people = |text: &Value, label: &str, count: &Value| {
        let note = if count.is_null() { &few } else { "" };
        json!({ "question": text, "label": label, "count": count, "note": note })
    };
    let counts = &results["counts"];
    let mut lines = vec![
        people(&Value::Null, &asked, &counts["sent"]),
        people(&Value::Null, &all, &counts["answered"]),
    ];
    for one in results["questions"].as_array().into_iter().flatten() {
        let text = &one["text"];
        lines.push(people(text, &all, &one["answered"]));
        for cell in one["cells"].as_array().into_iter().flatten() {
            let mut line = cell.clone();
            line["question"] = text.clone();
            lines.push(line);
        }
        for (key, fact) in [("surveys-label-mean", "mean"), ("surveys-label-sum", "sum")] {
            if !one[fact].is_null() {
                let note = one[fact]
                    .as_str()
                    .map_or_else(|| one[fact].to_string(), str::to_owned);
                lines.push(json!({ "question": text, "label": page.worded(key)?, "note": note }));
            }
        }
        for said in one["words"].as_array().into_iter().flatten() {
            lines.push(json!({ "question": text, "label": said["words"] }));
        }
    }
    Ok(lines)
}
