//! The questions are written.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{facts, results::found, writer};
use crate::{
    Refused,
    entity::{SurveyId, survey_question::Kind},
    read::Survey,
    rules::{Content, Draft, Fields, Question, ROWS, Written},
    service::{self, Seen},
};

const FORM: &str = "surveys/form.html";

/// `GET /surveys/{id}/edit`
pub(super) async fn form(page: Page, Id(id): Id<SurveyId>) -> Result<Response, Error> {
    let page = page.nav("surveys");
    writer(&page)?;
    let survey = found(&page, id).await?;
    let content = &survey.newest.content;
    let rows: Vec<Written> = content.questions.iter().map(written).collect();
    let typed = filled(&named(content), &rows);
    page.form(FORM, &given(&page, &survey, rows.len() + 1, false), &typed)
}

/// `POST /surveys/{id}`: saves it, or moves a question about, which is saved later.
pub(super) async fn change(
    page: Page,
    Id(id): Id<SurveyId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("surveys");
    writer(&page)?;
    let survey = found(&page, id).await?;
    let rows: Vec<Written> = ROWS.iter().map(|fields| row(&typed, fields)).collect();
    let shown = typed.number("rows").unwrap_or(1);
    if let Some((rows, shown)) = moved(&rows, shown, typed.text("act")) {
        let typed = filled(&typed, &rows);
        return page.form(FORM, &given(&page, &survey, shown, true), &typed);
    }
    let draft = draft(&typed, rows);
    let edited = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::edit(work, id, seen(&typed)?, &draft).await
    });
    match edited.await {
        Ok(number) => {
            let flash = Flash::good("surveys-saved", json!({ "number": number.to_string() }));
            Ok(page.go_saying(&format!("/surveys/{id}"), &flash))
        }
        Err(failed) => {
            let survey = found(&page, id).await?;
            let facts = given(&page, &survey, shown, false);
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// The rows after a question was moved or taken out, and how many of them are shown; none when the form
/// is to be saved.
fn moved(rows: &[Written], shown: usize, act: &str) -> Option<(Vec<Written>, usize)> {
    if matches!(act, "" | "save") {
        return None;
    }
    let mut rows = rows.to_vec();
    let (verb, number) = act.split_once('-').unwrap_or((act, ""));
    let at: usize = number.parse().unwrap_or(0);
    match verb {
        "up" if (2..=rows.len()).contains(&at) => rows.swap(at - 2, at - 1),
        "down" if (1..rows.len()).contains(&at) => rows.swap(at - 1, at),
        "remove" if (1..=rows.len()).contains(&at) => {
            rows.remove(at - 1);
            rows.push(Written::default());
            return Some((rows, shown.saturating_sub(1)));
        }
        "more" => return Some((rows, shown + 1)),
        _ => {}
    }
    Some((rows, shown))
}

fn draft(typed: &Typed, questions: Vec<Written>) -> Draft {
    Draft {
        title: text(typed, "title"),
        title_en: text(typed, "title_en"),
        introduction: text(typed, "introduction"),
        introduction_en: text(typed, "introduction_en"),
        questions,
    }
}

fn row(typed: &Typed, fields: &Fields) -> Written {
    Written {
        kind: text(typed, fields.kind),
        text: text(typed, fields.text),
        text_en: text(typed, fields.text_en),
        options: text(typed, fields.options),
        options_en: text(typed, fields.options_en),
        required: !typed.text(fields.required).is_empty(),
    }
}

/// As browsers count its lines.
fn text(typed: &Typed, name: &str) -> String {
    typed.text(name).replace("\r\n", "\n")
}

/// The version that the form showed.
fn seen(typed: &Typed) -> Result<Seen, Refused> {
    let version = typed.text("of").parse().ok();
    let seen = version.zip(typed.number("edition"));
    let seen = seen.map(|(version, edition)| Seen { version, edition });
    seen.ok_or(Refused::Changed)
}

fn named(content: &Content) -> Typed {
    Typed::default()
        .or("title", &content.title)
        .or("title_en", &content.title_en)
        .or("introduction", &content.introduction)
        .or("introduction_en", &content.introduction_en)
}

/// A question as its fields have it.
fn written(question: &Question) -> Written {
    let lines = |english: bool| {
        let options = question.options.iter();
        let lines = options.map(|one| if english { &*one.text_en } else { &*one.text });
        lines.collect::<Vec<_>>().join("\n").trim().to_owned()
    };
    Written {
        kind: question.kind.code().to_owned(),
        text: question.text.clone(),
        text_en: question.text_en.clone(),
        options: lines(false),
        options_en: lines(true),
        required: question.required,
    }
}

/// The form with these questions, and otherwise as it was.
fn filled(before: &Typed, rows: &[Written]) -> Typed {
    let names = [
        "title",
        "title_en",
        "introduction",
        "introduction_en",
        "of",
        "edition",
    ];
    let mut typed = Typed::default();
    for name in names {
        typed = typed.or(name, before.raw(name));
    }
    for (row, fields) in rows.iter().zip(&ROWS) {
        typed = typed
            .or(fields.kind, &row.kind)
            .or(fields.text, &row.text)
            .or(fields.text_en, &row.text_en)
            .or(fields.options, &row.options)
            .or(fields.options_en, &row.options_en)
            .or(fields.required, if row.required { "on" } else { "" });
    }
    typed
}

/// What the form is given; `moved` when it shows what is not saved yet.
fn given(page: &Page, survey: &Survey, shown: usize, moved: bool) -> Value {
    let shown = shown.clamp(1, ROWS.len());
    json!({
        "survey": facts::survey(page, survey),
        "rows": (1..=shown).collect::<Vec<_>>(),
        "kinds": Kind::ALL.map(Kind::code),
        "may_more": shown < ROWS.len(),
        "moved": moved,
    })
}
