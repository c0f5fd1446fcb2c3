//! What the page of figures is given.

use kernel::Fault;
use serde_json::{Value, json};
use web::Page;

use crate::{
    entity::emergency_desk,
    read::{self, Card},
    rules::{Sheet, Sums, Told, Waits},
};

/// Those that figures name.
pub(super) struct Names {
    pub(super) experts: Vec<Card>,
    desks: Vec<emergency_desk::Model>,
}

impl Names {
    pub(super) async fn read(page: &Page) -> Result<Self, Fault> {
        let db = page.app.db.reader();
        Ok(Self {
            experts: read::cards(db).await?,
            desks: read::desks(db).await?,
        })
    }

    /// The name of an expert or a desk; empty when there is none.
    fn of(&self, by: &str, value: &str) -> String {
        if by == "expert" {
            let mut experts = self.experts.iter();
            let own = experts.find(|card| card.row.id.to_string() == value);
            own.map(|card| card.name.clone()).unwrap_or_default()
        } else {
            let mut desks = self.desks.iter();
            let own = desks.find(|desk| desk.id.to_string() == value);
            own.map(|desk| desk.name.clone()).unwrap_or_default()
        }
    }
}

/// The tables, their values in words.
pub(super) fn tables(page: &Page, sums: &Sums, names: &Names) -> Result<Vec<Value>, Fault> {
    let all = page.worded("cases-figures-all")?;
    let table = |sheet: &Sheet| {
        let row = |(value, told): &(String, Told)| {
            let name = named(page, &sheet.by, value, names)?;
            Ok::<_, Fault>(row(&name, value, *told))
        };
        let rows = sheet.rows.iter().map(row);
        Ok(json!({
            "by": sheet.by,
            "rows": rows.collect::<Result<Vec<_>, _>>()?,
            "all": row_of_all(&all, &sheet.by, sheet.all),
        }))
    };
    sums.tables.iter().map(table).collect()
}

fn row(name: &str, value: &str, told: Told) -> Value {
    json!({ "name": name, "is": value, "count": told.count, "persons": told.persons })
}

fn row_of_all(name: &str, by: &str, told: Told) -> Value {
    // Those behind it are the same in every table but one.
    let by = if by == "follow_up" { by } else { "all" };
    let mut row = row(name, "", told);
    row["by"] = by.into();
    row
}

/// A value of a table in words; an expert and a desk by name.
pub(super) fn named(page: &Page, by: &str, value: &str, names: &Names) -> Result<String, Fault> {
    let key = match by {
        "desk" if value == "usual" => "cases-figures-desk-usual".to_owned(),
        "expert" | "desk" => return Ok(names.of(by, value)),
        "outcome" if value == "open" => "cases-figures-outcome-open".to_owned(),
        "field" | "mode" | "industry" | "ward" | "outcome" => {
            format!("consultations-{by}-{value}")
        }
        _ => format!("cases-figures-{by}-{value}"),
    };
    page.worded(&key)
}

/// How long people waited; whether nobody did, so that nothing is hidden.
pub(super) fn waits(waits: &Waits) -> Value {
    let median = waits
        .twice_median
        .map(|twice| match (twice / 2, twice % 2) {
            (days, 0) => days.to_string(),
            (days, _) => format!("{days}.5"),
        });
    json!({
        "none": waits.cases == Some(0), "cases": waits.cases,
        "median": median, "longest": waits.longest,
    })
}
