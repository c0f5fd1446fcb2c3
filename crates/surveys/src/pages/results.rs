//! Every survey, and what came of one.

use axum::response::Response;
use chrono::NaiveDate;
use japan::{calendar::parse_date, fiscal::FiscalYear};
use kernel::Span;
use serde_json::{Value, json};
use web::{
    Error, FieldError, Id, Page, Typed,
    sheet::{Column, Form, List},
};

use super::{facts, figures, reader};
use crate::{
    entity::SurveyId,
    read::{self, Period, Survey},
    rules::may_edit,
};

const ONE: &str = "surveys/one.html";

/// So many fiscal years can be chosen from.
const YEARS: i32 = 5;

const COLUMNS: &[Column] = &[
    Column::Text("surveys-label-question", "/question"),
    Column::Text("surveys-label-answer", "/label"),
    Column::Number("surveys-label-people", "/count"),
    Column::Number("surveys-label-share", "/share"),
    Column::Text("surveys-label-note", "/note"),
];

/// With what people wrote in their words.
const RESULTS: List = List {
    name: "survey",
    taken: Some("survey.results_taken"),
    columns: COLUMNS,
};

/// Figures only.
const FIGURES: List = List {
    name: "survey",
    taken: None,
    columns: COLUMNS,
};

/// `GET /surveys`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("surveys");
    reader(&page)?;
    let db = page.app.db.reader();
    let edits = may_edit(&page.actor());
    let this = within(FiscalYear::of(page.app.clock.now().date()));
    let mut rows = Vec::new();
    for survey in read::surveys(db).await? {
        let mut row = facts::survey(&page, &survey);
        if edits {
            let counts = read::counts(db, survey.row.id, Period::Sent(this)).await?;
            row["counts"] = figures::counts(counts, false);
        }
        rows.push(row);
    }
    let facts = json!({ "rows": rows, "may_edit": edits });
    page.show("surveys/all.html", &facts)
}

/// What is shown of a survey, and for which days or which year.
struct Shown {
    results: Value,
    typed: Typed,
    wrong: Vec<FieldError>,
}

/// `GET /surveys/{id}?from=&until=&as=`; for the ward `?year=&as=`.
pub(super) async fn one(page: Page, Id(id): Id<SurveyId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("surveys");
    reader(&page)?;
    let survey = found(&page, id).await?;
    let edits = may_edit(&page.actor());
    let shown = if edits {
        for_staff(&page, &survey, &typed).await?
    } else {
        for_ward(&page, &survey, &typed).await?
    };
    if let Some(form) = Form::asked(&typed)?.filter(|_| shown.wrong.is_empty()) {
        let list = if edits { &RESULTS } else { &FIGURES };
        let lines = figures::lines(&page, &shown.results)?;
        return page.file_of_today(form, list, &lines).await;
    }
    let facts = given(&page, &survey, &shown);
    if shown.wrong.is_empty() {
        page.form(ONE, &facts, &shown.typed)
    } else {
        page.again(ONE, &facts, &shown.typed, &shown.wrong)
    }
}

pub(super) async fn found(page: &Page, id: SurveyId) -> Result<Survey, Error> {
    let found = read::survey(page.app.db.reader(), id).await?;
    found.ok_or_else(Error::not_found)
}

/// Of those who were asked between two days, which are this fiscal year's without a word of them.
async fn for_staff(page: &Page, survey: &Survey, typed: &Typed) -> Result<Shown, Error> {
    let year = FiscalYear::of(page.app.clock.now().date());
    let mut own = Typed::default();
    for (field, day) in [("from", year.first_day()), ("until", year.last_day())] {
        let day = day.to_string();
        let given = typed.text(field);
        own = own.or(field, if given.is_empty() { &day } else { given });
    }
    let (span, wrong) = match between(&own) {
        Ok(span) => (span, vec![]),
        Err(wrong) => (within(year), wrong),
    };
    Ok(Shown {
        results: figures::of_staff(page, survey, span).await?,
        typed: own,
        wrong,
    })
}

/// The days that were typed, or everything that is wrong with them.
fn between(typed: &Typed) -> Result<Span, Vec<FieldError>> {
    let day = |field: &str| {
        let day = parse_date(typed.text(field));
        day.ok_or_else(|| FieldError::new(field, "surveys-day-wrong"))
    };
    match (day("from"), day("until")) {
        (Ok(from), Ok(until)) if from <= until => Ok(days(from, until)),
        (Ok(_), Ok(_)) => Err(vec![FieldError::new("until", "surveys-days-backwards")]),
        (from, until) => Err(from.err().into_iter().chain(until.err()).collect()),
    }
}

/// Of a fiscal year, this one without a word of it.
async fn for_ward(page: &Page, survey: &Survey, typed: &Typed) -> Result<Shown, Error> {
    let this = FiscalYear::of(page.app.clock.now().date());
    let year = match typed.text("year") {
        "" => this,
        text => FiscalYear::parse(text)
            .filter(|year| (this.year() - YEARS + 1..=this.year()).contains(&year.year()))
            .ok_or_else(Error::not_found)?,
    };
    Ok(Shown {
        results: figures::of_ward(page, survey, year).await?,
        typed: Typed::default().or("year", &year.year().to_string()),
        wrong: vec![],
    })
}

fn given(page: &Page, survey: &Survey, shown: &Shown) -> Value {
    let this = FiscalYear::of(page.app.clock.now().date());
    let years = std::iter::successors(Some(this), |year| Some(year.previous()));
    let choice =
        |year: FiscalYear| json!({ "value": year.year().to_string(), "label": year.name() });
    let kept = ["from", "until", "year"].into_iter();
    let kept = kept.filter(|name| !shown.typed.text(name).is_empty());
    let kept = kept.map(|name| json!({ "name": name, "value": shown.typed.text(name) }));
    json!({
        "survey": facts::survey(page, survey),
        "results": shown.results,
        "years": years.take(usize::try_from(YEARS).unwrap_or(1)).map(choice).collect::<Vec<_>>(),
        "kept": kept.collect::<Vec<_>>(),
        "may_edit": may_edit(&page.actor()),
    })
}

fn within(year: FiscalYear) -> Span {
    days(year.first_day(), year.last_day())
}

/// From the first of these days through the last.
fn days(from: NaiveDate, until: NaiveDate) -> Span {
    Span {
        from: Span::day(from).from,
        until: Span::day(until).until,
    }
}
