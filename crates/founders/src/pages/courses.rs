//! Which courses belong to the plan, and from when until when.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use seminars::{entity::lesson, read::Seminar};
use serde_json::{Value, json};
use web::{Error, Flash, Page, Routes, Typed};

use super::{facts::options, only};
use crate::{
    entity::{self, scheme_course},
    read::{self, Plan},
    rules::{Area, may_keep_scheme, may_look},
    service::{self, CourseDraft},
};

const PATH: &str = "/counter/founders/courses";
const PAGE: &str = "founders/courses.html";

/// The routes of courses.
pub(super) fn routes() -> Routes {
    Routes::new().get(PATH, show).post(PATH, add)
}

/// `GET /counter/founders/courses?seminar=`
async fn show(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("founders");
    only(&page, may_look)?;
    let plan = read::plan(page.app.db.reader()).await?;
    let known = plan.courses.iter();
    let mut known = known.filter(|row| row.seminar_id.to_string() == typed.text("seminar"));
    let filled = known.next().map_or(typed.clone(), filled);
    page.form(PAGE, &given(&page, &plan).await?, &filled)
}

/// `POST /counter/founders/courses`
async fn add(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("founders");
    only(&page, may_keep_scheme)?;
    let draft = CourseDraft {
        seminar: typed.text("seminar").parse().ok(),
        from: parse_date(typed.text("from")),
        until: parse_date(typed.text("until")),
        areas: entity::areas(&typed.all("areas").join(" ")).collect(),
    };
    let seen = typed.number("edition").unwrap_or(0);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::add_course(work, &draft, seen).await
    });
    match done.await {
        Ok(_) => Ok(page.go_saying(PATH, &Flash::good("founders-course-set", json!({})))),
        Err(failed) => {
            let plan = read::plan(page.app.db.reader()).await?;
            page.refused(failed.into(), PAGE, &given(&page, &plan).await?, &typed)
        }
    }
}

/// A course of the plan as the form has it.
fn filled(row: &scheme_course::Model) -> Typed {
    let filled = Typed::default()
        .or("seminar", &row.seminar_id.to_string())
        .or("from", &row.counts_from)
        .or("until", row.counts_until.as_deref().unwrap_or_default())
        .or("edition", &row.edition.to_string());
    let areas = entity::areas(&row.areas);
    areas.fold(filled, |form, area| {
        form.and("areas", area.code().to_owned())
    })
}

/// Every course of the plan with its lessons, and the seminars that could be one.
async fn given(page: &Page, plan: &Plan) -> Result<Value, Error> {
    let all = seminars::read::all(page.app.db.reader()).await?;
    let course = |row: &scheme_course::Model| {
        let one = all.iter().find(|one| one.row.id == row.seminar_id)?;
        Some(course(row, one))
    };
    let option = |one: &Seminar| {
        let day = one.row.starts_at.map(|at| at.date().to_string());
        let label = format!("{}　{}", one.row.title, day.unwrap_or_default());
        json!({ "value": one.row.id.to_string(), "label": label })
    };
    Ok(json!({
        "courses": plan.courses.iter().filter_map(course).collect::<Vec<_>>(),
        "seminars": all.iter().map(option).collect::<Vec<_>>(),
        "areas": options(page, "area", Area::ALL.iter().map(|one| one.code()))?,
        "keeps": may_keep_scheme(&page.actor()),
    }))
}

/// A course with its lessons, and what each is about.
fn course(row: &scheme_course::Model, one: &Seminar) -> Value {
    let whole: Vec<&str> = entity::areas(&row.areas).map(Area::code).collect();
    let lesson = |own: &lesson::Model| {
        let areas: Vec<&str> = own.areas().iter().map(|area| area.code()).collect();
        json!({
            "title": own.title, "day": own.starts_at.date().to_string(),
            "areas": if whole.is_empty() { &areas } else { &whole },
        })
    };
    json!({
        "id": row.seminar_id,
        "title": one.row.title,
        "from": row.counts_from,
        "until": row.counts_until,
        "whole": whole,
        "lessons": one.lessons.iter().map(lesson).collect::<Vec<_>>(),
    })
}
