//! What somebody looks for among the seminars that everybody sees: on the page, and for a calendar.

use std::collections::BTreeSet;

use chrono::Datelike;
use japan::kana::search_key;
use kernel::Instant;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use plans::entity::ProgrammeId;
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use crate::{
    entity::{enrolment::Mode, lesson, lesson::Area, seminar::Audience},
    read::Seminar,
    rules::standing,
};

/// The conditions that an address keeps.
const KEPT: [&str; 7] = [
    "q",
    "month",
    "programme",
    "audience",
    "area",
    "mode",
    "free",
];

/// What somebody looks for.
pub(crate) struct Looked {
    words: String,
    month: Option<String>,
    programme: Option<ProgrammeId>,
    audience: Option<Audience>,
    area: Option<Area>,
    mode: Option<Mode>,
    free: bool,
    /// Those that were held, instead of those to come.
    pub(super) past: bool,
}

impl Looked {
    pub(crate) fn of(typed: &Typed) -> Self {
        let month = typed.text("month");
        Self {
            words: search_key(typed.text("q")),
            month: (!month.is_empty()).then(|| month.to_owned()),
            programme: typed.text("programme").parse().ok(),
            audience: Audience::parse(typed.text("audience")),
            area: Area::parse(typed.text("area")),
            mode: Mode::parse(typed.text("mode")),
            free: typed.text("free") == "on",
            past: typed.text("when") == "past",
        }
    }

    /// Whether a seminar is looked for, and is to come or was held as is looked for.
    pub(crate) fn finds(&self, one: &Seminar, now: Instant) -> bool {
        let over = one.row.ends_at.is_none_or(|ends| ends <= now);
        over == self.past && self.fits(one, now)
    }

    /// Whether a seminar is looked for, whenever it is.
    pub(super) fn fits(&self, one: &Seminar, now: Instant) -> bool {
        let row = &one.row;
        let stands = standing(row, now);
        let text = search_key(&format!("{} {} {}", row.title, row.title_en, row.contents));
        let left = |mode: Mode| row.places(mode) - row.taken(mode);
        let teaches = |area| one.lessons.iter().any(|own| own.areas().contains(&area));
        let begins = |asked: &String| one.lessons.iter().any(|own| month_of(own) == *asked);
        text.contains(&self.words)
            && self.month.as_ref().is_none_or(begins)
            && self
                .programme
                .is_none_or(|programme| row.programme_id == Some(programme))
            && self
                .audience
                .is_none_or(|audience| row.audience == audience)
            && self.area.is_none_or(teaches)
            && self.mode.is_none_or(|mode| row.places(mode) > 0)
            && (!self.free || (stands.takes(false) && Mode::ALL.iter().any(|mode| left(*mode) > 0)))
    }
}

/// What is looked for as the end of an address: a calendar fetches what the page shows.
pub(super) fn query(typed: &Typed) -> String {
    let asked = KEPT.iter().filter(|name| !typed.text(name).is_empty());
    let part = |name: &&str| {
        let value = utf8_percent_encode(typed.text(name), NON_ALPHANUMERIC);
        format!("{name}={value}")
    };
    asked.map(part).collect::<Vec<_>>().join("&")
}

/// `2026-12`.
fn month_of(one: &lesson::Model) -> String {
    one.starts_at.date().format("%Y-%m").to_string()
}

/// The months and programmes of these seminars, to choose from: of those to come, or of those held.
pub(super) fn offered(
    page: &Page,
    found: &[Seminar],
    looked: &Looked,
) -> Result<(Vec<Value>, Vec<Value>), Error> {
    let now = page.app.clock.now();
    let over = |one: &&Seminar| one.row.ends_at.is_none_or(|ends| ends <= now) == looked.past;
    let shown = || found.iter().filter(over);
    let days = shown().flat_map(|one| one.lessons.iter().map(|own| own.starts_at.date()));
    let months: BTreeSet<_> = days.map(|day| (day.year(), day.month())).collect();
    let month = |(year, month): (i32, u32)| {
        let words = json!({ "year": year.to_string(), "month": month.to_string() });
        let label = page.app.views.text(page.lang, "seminars-month", &words)?;
        Ok::<_, Error>(json!({ "value": format!("{year}-{month:02}"), "label": label }))
    };
    let months = months.into_iter().map(month).collect::<Result<_, _>>()?;
    let named =
        |one: &Seminar| Some((one.row.programme.clone(), one.row.programme_id?.to_string()));
    let programmes: BTreeSet<_> = shown().filter_map(named).collect();
    let programme = |(label, value): (String, String)| json!({ "value": value, "label": label });
    Ok((months, programmes.into_iter().map(programme).collect()))
}
