//! What a programme does in which months of the plan.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use japan::{calendar::parse_date, fiscal::FiscalYear};
use kernel::Detail;
use serde_json::json;

use super::{line_wrong, told};

/// The longest line of a schedule, in characters.
pub const LONGEST_NAME: usize = 60;

/// What the fields of one line are called in a form.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// What is done.
    pub name: &'static str,
    /// From which month.
    pub first: &'static str,
    /// To which month.
    pub last: &'static str,
}

macro_rules! fields {
    ($($row:literal)*) => {[$(Fields {
        name: concat!("activity-", $row, "-name"),
        first: concat!("activity-", $row, "-first"),
        last: concat!("activity-", $row, "-last"),
    }),*]};
}

/// The schedule of a programme in a form; so many lines it may have.
pub const ROWS: [Fields; 12] = fields!(1 2 3 4 5 6 7 8 9 10 11 12);

/// A line as somebody wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// What is done.
    pub name: String,
    /// A month: `2027-04`, `2027年4月`, `R9.4`.
    pub first: String,
    /// A month; empty is the same one.
    pub last: String,
}

/// A line of the schedule, by its months: `2027-04`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// What is done.
    pub name: String,
    /// From which month.
    pub first: String,
    /// To which month.
    pub last: String,
}

/// The fiscal years of a plan.
pub type Years = RangeInclusive<i32>;

/// The first and the last day of some fiscal years.
pub fn days(years: &Years) -> Option<(NaiveDate, NaiveDate)> {
    let first = FiscalYear::try_starting_in(*years.start()).ok()?;
    let last = FiscalYear::try_starting_in(*years.end()).ok()?;
    Some((first.first_day(), last.last_day()))
}

/// A month as people type it, by its first day.
fn month(typed: &str) -> Option<NaiveDate> {
    let text = japan::kana::digits(typed).replace(['/', '.', '．', '／'], "-");
    let text = text.trim().trim_end_matches('月').replace('年', "-");
    parse_date(&format!("{text}-1"))
}

impl Written {
    /// Whether nothing was written in this line.
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.first, &self.last]
            .iter()
            .all(|text| text.trim().is_empty())
    }

    /// The line, or everything that is wrong with it: months outside the plan among that.
    pub fn read(&self, fields: &Fields, years: &Years) -> Result<Activity, Vec<Detail>> {
        let mut wrong = Vec::new();
        let missing = Some("plans-activity-name-missing");
        wrong.extend(line_wrong(fields.name, &self.name, LONGEST_NAME, missing));
        let within = days(years);
        let mut read = |field, typed: &str| {
            let day = month(typed);
            let inside =
                |day: &NaiveDate| within.is_some_and(|(first, last)| (first..=last).contains(day));
            let found = day.filter(inside);
            if found.is_none() {
                let (first, last) = within.unzip();
                let args = json!({ "first": first, "last": last });
                wrong.push(told(field, "plans-activity-month-outside", args));
            }
            found
        };
        let first = read(fields.first, &self.first);
        let last = if self.last.trim().is_empty() {
            first
        } else {
            read(fields.last, &self.last)
        };
        if let (Some(first), Some(last)) = (first, last)
            && last < first
        {
            wrong.push(told(fields.last, "plans-activity-months-turned", json!({})));
        }
        match (first, last, wrong.is_empty()) {
            (Some(first), Some(last), true) => Ok(Activity {
                name: self.name.trim().to_owned(),
                first: first.format("%Y-%m").to_string(),
                last: last.format("%Y-%m").to_string(),
            }),
            _ => Err(wrong),
        }
    }
}

impl Activity {
    /// As it stands in a form.
    pub fn written(&self) -> Written {
        Written {
            name: self.name.clone(),
            first: self.first.clone(),
            last: self.last.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_lie_in_the_years_of_the_plan() {
        for (first, last, found) in [
            ("2027-04", "2027-06", Ok(("2027-04", "2027-06"))),
            ("2027年4月", "", Ok(("2027-04", "2027-04"))),
            ("２０２８／３", "", Ok(("2028-03", "2028-03"))),
            ("2027-03", "2027-05", Err(vec!["activity-1-first"])),
            ("2027-04", "2028-04", Err(vec!["activity-1-last"])),
            ("2027-06", "2027-05", Err(vec!["activity-1-last"])),
            ("2027-13", "", Err(vec!["activity-1-first"])),
            ("", "", Err(vec!["activity-1-first"])),
        ] {
            let written = Written {
                name: "募集".to_owned(),
                first: first.to_owned(),
                last: last.to_owned(),
            };
            let read = written.read(&ROWS[0], &(2027..=2027));
            let read = read
                .as_ref()
                .map(|read| (read.first.as_str(), read.last.as_str()));
            let read =
                read.map_err(|wrong| wrong.iter().filter_map(|one| one.field).collect::<Vec<_>>());
            assert_eq!(read, found, "{first} {last}");
        }
    }
}
