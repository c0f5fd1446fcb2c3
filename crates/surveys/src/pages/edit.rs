//! The questions are written.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{facts, results::found, rows, rows::text, writer};
use crate::{
    Refused,
    entity::{SurveyId, survey_question::Kind},
    read::Survey,
    rules::{Content, Draft, ROWS, Written, moved},
    service::{self, Seen},
};

const FORM: &str = "surveys/form.html";

/// `GET /surveys/{id}/edit`
pub(super) async fn form(page: Page, Id(id): Id<SurveyId>) -> Result<Response, Error> {
    let page = page.nav("surveys");
    writer(&page)?;
    let survey = found(&page, id).await?;
    let content = &survey.newest.content;
    let rows = rows::written(&content.questions);
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
    let rows = rows::typed(&typed);
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

fn draft(typed: &Typed, questions: Vec<Written>) -> Draft {
    Draft {
        title: text(typed, "title"),
        title_en: text(typed, "title_en"),
        introduction: text(typed, "introduction"),
        introduction_en: text(typed, "introduction_en"),
        questions,
    }
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
    rows::filled(typed, rows)
}

/// What the form is given; `moved` when it shows what is not saved yet.
fn given(page: &Page, survey: &Survey, shown: usize, moved: bool) -> Value {
    let shown = shown.clamp(1, ROWS.len());
    json!({
        "survey": facts::survey(page, survey),
        "rows": (1..=shown).collect::<Vec<_>>(),
        "kinds": Kind::OF_SURVEYS.map(Kind::code),
        "may_more": shown < ROWS.len(),
        "moved": moved,
    })
}
