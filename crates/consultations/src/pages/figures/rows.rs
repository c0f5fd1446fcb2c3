//! The consultations behind a figure.

use axum::response::Response;
use chrono::NaiveDate;
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::{
    facts::{Names, named},
    period::Period,
    seeing,
};
use crate::{
    entity::{CaseId, ExpertId, case_field::Field, meeting::Mode},
    read::{self, Card},
    rules::{By, Counted, Due, Facts, Missed, Seeing, Waited},
};

/// So many stand on one page.
const PAGE: usize = 100;

/// One time that was counted.
struct Behind {
    case: CaseId,
    day: NaiveDate,
    /// With whom and how; none for asking again.
    met: Option<(ExpertId, Mode)>,
    /// How long somebody waited for it, where that is asked.
    days: Option<i32>,
}

/// `GET /cases/figures/rows?month=&year=&by=field&is=founding&after=`: for those who see figures as
/// they are. Of a case that is for few to know only those see which one it is who may read it.
pub(super) async fn rows(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("cases");
    if seeing(&page)? != Seeing::Whole {
        return Err(Error::forbidden());
    }
    let (db, today) = (page.app.db.reader(), page.app.clock.now().date());
    let period = Period::asked(Seeing::Whole, today, &typed)?;
    let (by, is) = (typed.text("by"), typed.text("is"));
    let facts = read::figure_facts(db, &period.days(), today).await?;
    let all = behind(&facts, by, is).ok_or_else(Error::not_found)?;
    let names = Names::read(&page).await?;
    let of = value(&page, by, is, &names)?;
    let secret = by == "field" && Field::parse(is).is_some_and(Field::is_need_to_know);
    let told = told(&page, (&all, secret), &names.experts).await?;
    let (name, which) = period.query();
    let address = format!("/cases/figures/rows?{name}={which}&by={by}&is={is}");
    let mut facts = paged(&told, &typed, &address);
    facts["period"] = period.facts(Seeing::Whole, today);
    facts["by"] = by.into();
    facts["of"] = of.into();
    page.show("consultations/figures_rows.html", &facts)
}

/// The value of a table in words, if one is asked for.
fn value(page: &Page, by: &str, is: &str, names: &Names) -> Result<Option<String>, Error> {
    if is.is_empty() {
        return Ok(None);
    }
    match named(page, by, is, names)? {
        name if name.is_empty() => Err(Error::not_found()),
        name => Ok(Some(name)),
    }
}

/// As many as stand on one page, and where the others are.
fn paged(told: &[Value], typed: &Typed, address: &str) -> Value {
    let after = usize::try_from(typed.number("after").unwrap_or(0)).unwrap_or(0);
    let at = |after: usize| format!("{address}&after={after}");
    json!({
        "rows": told.iter().skip(after).take(PAGE).collect::<Vec<_>>(),
        "many": told.len(),
        "previous": (after > 0).then(|| at(after.saturating_sub(PAGE))),
        "next": (told.len().saturating_sub(PAGE) > after).then(|| at(after + PAGE)),
    })
}

/// Those behind a figure; none when there is no such figure.
fn behind(facts: &Facts, by: &str, is: &str) -> Option<Vec<Behind>> {
    let held = |wanted: &dyn Fn(&Counted) -> bool| {
        let of = facts.counted.iter().filter(|one| wanted(one));
        of.map(|one| Behind {
            case: one.case,
            day: one.day,
            met: Some((one.expert, one.mode)),
            days: None,
        })
        .collect()
    };
    Some(match (by, is) {
        ("all", "") => held(&|_| true),
        ("absent", "") => facts.absent.iter().map(Behind::from).collect(),
        ("wait", "") => facts.waits.iter().map(Behind::from).collect(),
        ("follow_up", "" | "done" | "open") => {
            let wanted = |done: bool| is.is_empty() || done == (is == "done");
            let due = facts.follow_ups.iter().filter(|one| wanted(one.done));
            due.map(Behind::from).collect()
        }
        _ => {
            let by = By::parse(by)?;
            by.knows(is).then(|| held(&|one| by.has(one, is)))?
        }
    })
}

/// What is said of them: the day, with whom and how, and of which case; those of which this is not
/// told stand last, so that their place says nothing either.
async fn told(
    page: &Page,
    (all, guarded): (&[Behind], bool),
    experts: &[Card],
) -> Result<Vec<Value>, Error> {
    let now = page.app.clock.now();
    let cases = (all.iter().map(|one| one.case).collect(), guarded);
    let seen = read::seen_in_figures(page.app.db.reader(), cases, &page.actor(), now).await?;
    let mut rows = Vec::new();
    let mut secret = Vec::new();
    for one in all {
        let Some(reference) = seen.get(&one.case) else {
            secret.push(json!({ "secret": true }));
            continue;
        };
        rows.push(one.facts(reference, experts));
    }
    rows.extend(secret);
    Ok(rows)
}

impl Behind {
    fn facts(&self, reference: &str, experts: &[Card]) -> Value {
        let expert = self.met.and_then(|(expert, _)| {
            let mut experts = experts.iter();
            experts.find(|card| card.row.id == expert)
        });
        json!({
            "secret": false,
            "case": self.case,
            "reference": reference,
            "day": self.day,
            "expert": expert.map(|card| card.name.as_str()),
            "mode": self.met.map(|(_, mode)| mode.code()),
            "days": self.days,
        })
    }
}

impl From<&Missed> for Behind {
    fn from(one: &Missed) -> Self {
        Self {
            case: one.case,
            day: one.day,
            met: Some((one.expert, one.mode)),
            days: None,
        }
    }
}

impl From<&Waited> for Behind {
    fn from(one: &Waited) -> Self {
        Self {
            case: one.case,
            day: one.day,
            met: None,
            days: Some(one.days),
        }
    }
}

impl From<&Due> for Behind {
    fn from(one: &Due) -> Self {
        Self {
            case: one.case,
            day: one.day,
            met: None,
            days: None,
        }
    }
}
