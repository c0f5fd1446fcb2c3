//! By what a result is measured, and what is aimed at.
//!
//! Source: `domain.md` R07 (累計・年間・周期・到達, a baseline with its year, a target with its year and unit).

use accounts::rules::wrong_field;
use japan::fiscal::FiscalYear;
use kernel::Detail;
use serde_json::json;

use super::{YEARS, line_wrong, quantity, told};
use crate::entity::MeasureId;
pub use crate::entity::measure::MeasureKind;

/// The longest name of a measure, in characters.
pub const LONGEST_NAME: usize = 60;

/// The longest unit, in characters.
pub const LONGEST_UNIT: usize = 20;

/// A target may be for so many years at most.
pub const MOST_YEARS: i32 = 20;

/// What the fields of one measure are called in a form.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// Which measure it was; empty for a new one.
    pub id: &'static str,
    /// What is counted.
    pub name: &'static str,
    /// How.
    pub kind: &'static str,
    /// In what.
    pub unit: &'static str,
    /// When it stood at the baseline.
    pub baseline_year: &'static str,
    /// Where it stood then.
    pub baseline: &'static str,
    /// By when.
    pub target_year: &'static str,
    /// How much.
    pub target: &'static str,
    /// Within how many years.
    pub every: &'static str,
}

macro_rules! fields {
    ($($row:literal)*) => {[$(Fields {
        id: concat!("measure-", $row, "-id"),
        name: concat!("measure-", $row, "-name"),
        kind: concat!("measure-", $row, "-kind"),
        unit: concat!("measure-", $row, "-unit"),
        baseline_year: concat!("measure-", $row, "-baseline-year"),
        baseline: concat!("measure-", $row, "-baseline"),
        target_year: concat!("measure-", $row, "-target-year"),
        target: concat!("measure-", $row, "-target"),
        every: concat!("measure-", $row, "-every"),
    }),*]};
}

/// The measures of a programme in a form; so many it may have.
pub const ROWS: [Fields; 10] = fields!(1 2 3 4 5 6 7 8 9 10);

/// A measure as somebody wrote it, in a form or a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Which one it was, if it was there before.
    pub id: Option<MeasureId>,
    /// What is counted.
    pub name: String,
    /// How: a code, or 累計, 年間, 周期, 到達.
    pub kind: String,
    /// In what.
    pub unit: String,
    /// A fiscal year.
    pub baseline_year: String,
    /// A value.
    pub baseline: String,
    /// A fiscal year.
    pub target_year: String,
    /// A value.
    pub target: String,
    /// Within how many years; empty is one.
    pub every: String,
}

/// A measure. Values are hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The same through all versions; none for a new one.
    pub id: Option<MeasureId>,
    /// What is counted.
    pub name: String,
    /// How.
    pub kind: MeasureKind,
    /// In what; empty for a milestone.
    pub unit: String,
    /// The fiscal year of the baseline, and where it stood then.
    pub baseline: Option<(i32, i64)>,
    /// By the end of which fiscal year.
    pub target_year: i32,
    /// How much; none for a milestone.
    pub target: Option<i64>,
    /// Within how many years.
    pub every_years: i32,
}

/// How a measure is counted, by its code or its Japanese word.
pub fn kind(typed: &str) -> Option<MeasureKind> {
    match typed.trim() {
        "cumulative" | "累計" => Some(MeasureKind::Cumulative),
        "annual" | "年間" => Some(MeasureKind::Annual),
        "recurring" | "周期" => Some(MeasureKind::Recurring),
        "milestone" | "到達" => Some(MeasureKind::Milestone),
        _ => None,
    }
}

/// A fiscal year as people type it.
pub fn year(typed: &str) -> Option<i32> {
    let year = FiscalYear::parse(typed)?.year();
    YEARS.contains(&year).then_some(year)
}

impl Written {
    /// Whether nothing was written in this row.
    pub fn is_empty(&self) -> bool {
        [
            &self.name,
            &self.unit,
            &self.baseline_year,
            &self.baseline,
            &self.target_year,
            &self.target,
            &self.every,
        ]
        .iter()
        .all(|text| text.trim().is_empty())
    }

    /// The measure, or everything that is wrong with it, beside the fields of its row.
    pub fn read(&self, fields: &Fields) -> Result<Measure, Vec<Detail>> {
        let mut wrong = Vec::new();
        let missing = Some("plans-measure-name-missing");
        wrong.extend(line_wrong(fields.name, &self.name, LONGEST_NAME, missing));
        let kind = kind(&self.kind);
        if kind.is_none() {
            wrong.push(wrong_field(fields.kind, "plans-measure-kind-wrong"));
        }
        let counts = kind != Some(MeasureKind::Milestone);
        let missing = counts.then_some("plans-measure-unit-missing");
        wrong.extend(line_wrong(fields.unit, &self.unit, LONGEST_UNIT, missing));
        let target_year = year(&self.target_year);
        if target_year.is_none() {
            wrong.push(wrong_field(
                fields.target_year,
                "plans-measure-year-missing",
            ));
        }
        let target = quantity::parse(&self.target).filter(|_| counts);
        if counts && target.is_none() {
            wrong.push(wrong_field(fields.target, "plans-measure-target-wrong"));
        }
        let baseline = self.baseline(fields, target_year, &mut wrong);
        let every_years = self.every_years(fields, kind, &mut wrong);
        match (kind, target_year, wrong.is_empty()) {
            (Some(kind), Some(target_year), true) => Ok(Measure {
                id: self.id,
                name: self.name.trim().to_owned(),
                kind,
                unit: if counts { self.unit.trim() } else { "" }.to_owned(),
                baseline: baseline.filter(|_| counts),
                target_year,
                target,
                every_years,
            }),
            _ => Err(wrong),
        }
    }

    /// The baseline, which may be left out whole, but not in half.
    fn baseline(
        &self,
        fields: &Fields,
        target_year: Option<i32>,
        wrong: &mut Vec<Detail>,
    ) -> Option<(i32, i64)> {
        let (typed_year, typed) = (self.baseline_year.trim(), self.baseline.trim());
        if typed_year.is_empty() && typed.is_empty() {
            return None;
        }
        let (year, value) = (year(typed_year), quantity::parse(typed));
        if year.is_none() {
            wrong.push(wrong_field(
                fields.baseline_year,
                "plans-measure-year-wrong",
            ));
        }
        if value.is_none() {
            wrong.push(wrong_field(fields.baseline, "plans-measure-value-wrong"));
        }
        if let (Some(year), Some(target)) = (year, target_year)
            && year > target
        {
            wrong.push(wrong_field(
                fields.baseline_year,
                "plans-measure-year-after",
            ));
        }
        year.zip(value)
    }

    fn every_years(
        &self,
        fields: &Fields,
        kind: Option<MeasureKind>,
        wrong: &mut Vec<Detail>,
    ) -> i32 {
        if kind != Some(MeasureKind::Recurring) {
            return 1;
        }
        let typed = japan::kana::digits(&self.every);
        let years = if typed.trim().is_empty() {
            Some(1)
        } else {
            typed.trim().parse().ok()
        };
        let years = years.filter(|years| (1..=MOST_YEARS).contains(years));
        if years.is_none() {
            let args = json!({ "most": MOST_YEARS });
            wrong.push(told(fields.every, "plans-measure-every-wrong", args));
        }
        years.unwrap_or(1)
    }
}

impl Measure {
    /// Everything it says, on one line.
    pub fn text(&self) -> String {
        let value = |value: Option<i64>| value.map(quantity::shown).unwrap_or_default();
        let baseline = self
            .baseline
            .map(|(year, at)| format!("{year}:{}", quantity::shown(at)));
        format!(
            "{} {} {} [{}] {}:{} /{}",
            self.kind.code(),
            self.name,
            self.unit,
            baseline.unwrap_or_default(),
            self.target_year,
            value(self.target),
            self.every_years,
        )
    }

    /// As it stands in a form or a file, years as their western number.
    pub fn written(&self) -> Written {
        let value = |value: Option<i64>| value.map(quantity::shown).unwrap_or_default();
        Written {
            id: self.id,
            name: self.name.clone(),
            kind: self.kind.code().to_owned(),
            unit: self.unit.clone(),
            baseline_year: self
                .baseline
                .map(|(year, _)| year.to_string())
                .unwrap_or_default(),
            baseline: value(self.baseline.map(|(_, value)| value)),
            target_year: self.target_year.to_string(),
            target: value(self.target),
            every: if self.kind == MeasureKind::Recurring {
                self.every_years.to_string()
            } else {
                String::new()
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(changes: &[(&str, &str)]) -> Written {
        let mut written = Written {
            name: "地域のイベント".to_owned(),
            kind: "累計".to_owned(),
            unit: "イベント".to_owned(),
            baseline_year: "平成25年度".to_owned(),
            baseline: "27".to_owned(),
            target_year: "2017".to_owned(),
            target: "３１".to_owned(),
            ..Written::default()
        };
        for (field, value) in changes {
            let slot = match *field {
                "name" => &mut written.name,
                "kind" => &mut written.kind,
                "unit" => &mut written.unit,
                "baseline_year" => &mut written.baseline_year,
                "baseline" => &mut written.baseline,
                "target_year" => &mut written.target_year,
                "every" => &mut written.every,
                _ => &mut written.target,
            };
            (*value).clone_into(slot);
        }
        written
    }

    #[test]
    fn a_target_has_a_unit_and_a_year() {
        for (changes, wrong) in [
            (&[][..], &[][..]),
            (&[("unit", "")], &["measure-1-unit"]),
            (&[("target_year", "")], &["measure-1-target-year"]),
            (&[("target", "たくさん")], &["measure-1-target"]),
            (&[("kind", "毎日")], &["measure-1-kind"]),
            (&[("name", "　")], &["measure-1-name"]),
            (
                &[("baseline_year", "そのうち")],
                &["measure-1-baseline-year"],
            ),
            (&[("baseline_year", "")], &["measure-1-baseline-year"]),
            (&[("baseline", "")], &["measure-1-baseline"]),
            (&[("baseline", ""), ("baseline_year", "")], &[]),
            (&[("baseline_year", "2018")], &["measure-1-baseline-year"]),
            (&[("kind", "周期"), ("every", "3")], &[]),
            (&[("kind", "周期"), ("every", "0")], &["measure-1-every"]),
            (&[("kind", "到達"), ("target", ""), ("unit", "")], &[]),
        ] {
            let read = written(changes).read(&ROWS[0]);
            let found: Vec<_> = read
                .err()
                .unwrap_or_default()
                .iter()
                .filter_map(|detail| detail.field)
                .collect();
            assert_eq!(found, wrong, "{changes:?}");
        }
    }

    #[test]
    fn what_was_read_is_written_as_it_was_typed() {
        let measure = written(&[("kind", "周期"), ("every", "３")])
            .read(&ROWS[0])
            .unwrap();
        assert_eq!(measure.baseline, Some((2013, 2_700)));
        assert_eq!((measure.target, measure.every_years), (Some(3_100), 3));
        assert_eq!(measure.written().read(&ROWS[0]).unwrap(), measure);
    }
}
