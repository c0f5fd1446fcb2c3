//! 認定計画: what the plan asks for from when on. Everybody who works with
//! applications reads it; the ward's officer writes it.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Page, Routes, Typed};

use super::{facts::options, only};
use crate::{
    entity::{self, scheme},
    read::{self, Plan},
    rules::{Area, DISTINCT, MONTHS, SchemeDraft, Standing, TOGETHER, may_keep_scheme, may_look},
    service,
};

const PATH: &str = "/counter/founders/scheme";
const PAGE: &str = "founders/scheme.html";

/// The routes of the plan.
pub(super) fn routes() -> Routes {
    Routes::new().get(PATH, show).post(PATH, set)
}

/// `GET /counter/founders/scheme`
async fn show(page: Page) -> Result<Response, Error> {
    let page = page.nav("founders");
    only(&page, may_look)?;
    let plan = read::plan(page.app.db.reader()).await?;
    let facts = given(&page, &plan)?;
    page.form(PAGE, &facts, &filled(plan.versions.last()))
}

/// `POST /counter/founders/scheme`
async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("founders");
    only(&page, may_keep_scheme)?;
    let draft = draft(&typed);
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_scheme(work, &draft).await
    });
    match done.await {
        Ok(_) => Ok(page.go_saying(PATH, &Flash::good("founders-scheme-set", json!({})))),
        Err(failed) => {
            let plan = read::plan(page.app.db.reader()).await?;
            page.refused(failed.into(), PAGE, &given(&page, &plan)?, &typed)
        }
    }
}

fn draft(typed: &Typed) -> SchemeDraft {
    let text = |name: &str| typed.text(name).to_owned();
    let on = |name: &str| typed.text(name) == "on";
    let standings = typed.all("again");
    SchemeDraft {
        valid_from: parse_date(typed.text("valid_from")),
        source: text("source"),
        issuer: text("issuer"),
        ward: text("ward"),
        areas: entity::areas(&typed.all("areas").join(" ")).collect(),
        least_sessions: typed.number("least_sessions"),
        distinct_by: text("distinct_by"),
        month_rule: text("month_rule"),
        month_count: typed.number("month_count"),
        together: text("together"),
        together_months: typed.number("together_months"),
        course_least: typed.number("course_least"),
        course_of: typed.number("course_of"),
        late: on("late"),
        left_early: on("left_early"),
        online: on("online"),
        consultations: on("consultations"),
        valid_months: typed.number("valid_months"),
        answer_days: typed.number("answer_days"),
        most_copies: typed.number("most_copies"),
        again: Standing::ALL
            .into_iter()
            .filter(|one| standings.contains(&one.code()))
            .collect(),
        again_while_valid: on("again_while_valid"),
    }
}

/// The newest version as the form has it; from which day the next one is in force, the ward says.
fn filled(row: Option<&scheme::Model>) -> Typed {
    let Some(row) = row else {
        return Typed::default();
    };
    let number = |number: i32| number.to_string();
    let mut filled = Typed::default();
    for (name, value) in [
        ("source", row.source.clone()),
        ("issuer", row.issuer.clone()),
        ("ward", row.ward.clone()),
        ("least_sessions", number(row.least_sessions)),
        ("distinct_by", row.distinct_by.clone()),
        ("month_rule", row.month_rule.clone()),
        ("month_count", number(row.month_count)),
        ("together", row.together.clone()),
        ("together_months", number(row.together_months)),
        ("course_least", number(row.course_least)),
        ("course_of", number(row.course_of)),
        ("valid_months", number(row.valid_months)),
        ("answer_days", number(row.answer_days)),
        ("most_copies", number(row.most_copies)),
    ] {
        filled = filled.or(name, &value);
    }
    for name in row.counts.split(' ').filter(|name| !name.is_empty()) {
        filled = filled.or(name, "on");
    }
    if row.again_while_valid {
        filled = filled.or("again_while_valid", "on");
    }
    let areas = entity::areas(&row.areas);
    filled = areas.fold(filled, |form, area| {
        form.and("areas", area.code().to_owned())
    });
    let again = row.again.split(' ').filter_map(entity::standing);
    again.fold(filled, |form, one| form.and("again", one.code().to_owned()))
}

fn given(page: &Page, plan: &Plan) -> Result<Value, Error> {
    let today = page.app.clock.now().date();
    let now = plan.on(today).map(|row| row.id);
    let version = |row: &scheme::Model| {
        let areas: Vec<&str> = entity::areas(&row.areas).map(Area::code).collect();
        let mut fact = json!(filled(Some(row)));
        fact["valid_from"] = json!(row.valid_from);
        fact["areas"] = json!(areas);
        fact["now"] = json!(Some(row.id) == now);
        for name in ["late", "left_early", "online", "consultations"] {
            fact[name] = json!(row.counts(name));
        }
        fact
    };
    Ok(json!({
        "versions": plan.versions.iter().rev().map(version).collect::<Vec<_>>(),
        "keeps": may_keep_scheme(&page.actor()),
        "choices": {
            "areas": options(page, "area", Area::ALL.iter().map(|one| one.code()))?,
            "distinct": options(page, "distinct", DISTINCT.into_iter())?,
            "months": options(page, "months", MONTHS.into_iter())?,
            "together": options(page, "together", TOGETHER.into_iter())?,
            "standings": options(page, "standing", Standing::ALL.iter().map(|one| one.code()))?,
        },
    }))
}
