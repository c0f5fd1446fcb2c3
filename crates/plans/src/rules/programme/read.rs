//! Reads what somebody wrote of a programme.

use accounts::rules::wrong_field;
use japan::fiscal::FiscalYear;
use kernel::Detail;
use serde_json::json;

use super::{
    super::{
        limited, line_wrong,
        measure::{self, Measure},
        schedule::{self, Activity, Years},
        text_wrong, told,
    },
    Horizon, Known, LONGEST_DEPARTMENT, LONGEST_NAME, LONGEST_TEXT, Programme, Stage, Written,
};
use crate::entity::{PolicyId, ProgrammeId};

/// So many related departments at most.
const MOST_DEPARTMENTS: usize = 30;

/// The largest number of a programme.
const MOST_NUMBER: i32 = 9_999;

/// How far ahead, by its code or its Japanese word; `Err` for a word that is neither.
fn horizon(typed: &str) -> Result<Option<Horizon>, ()> {
    match typed.trim() {
        "" => Ok(None),
        "short" | "短期" => Ok(Some(Horizon::Short)),
        "medium" | "中期" => Ok(Some(Horizon::Medium)),
        "long" | "長期" => Ok(Some(Horizon::Long)),
        _ => Err(()),
    }
}

/// How far along, in the same way.
fn stage(typed: &str) -> Result<Option<Stage>, ()> {
    match typed.trim() {
        "" => Ok(None),
        "planning" | "計画着手" => Ok(Some(Stage::Planning)),
        "doing" | "実行" => Ok(Some(Stage::Doing)),
        _ => Err(()),
    }
}

/// Departments as people list them: a line each, or with 、 between them.
fn departments(typed: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in typed.split(['\n', '、', '\r']).map(str::trim) {
        if !name.is_empty() && !found.iter().any(|there| there == name) {
            found.push(name.to_owned());
        }
    }
    found
}

impl Written {
    /// The programme, or everything that is wrong with it.
    pub fn read(&self, known: &Known) -> Result<Programme, Vec<Detail>> {
        let mut wrong = self.wrong_words();
        let number: Option<i32> = japan::kana::digits(&self.number).trim().parse().ok();
        let number = number.filter(|number| (1..=MOST_NUMBER).contains(number));
        if number.is_none() {
            wrong.push(told(
                "number",
                "plans-number-wrong",
                json!({ "most": MOST_NUMBER }),
            ));
        }
        let (horizon, stage) = (horizon(&self.horizon), stage(&self.stage));
        if horizon.is_err() {
            wrong.push(wrong_field("horizon", "plans-horizon-wrong"));
        }
        if stage.is_err() {
            wrong.push(wrong_field("stage", "plans-stage-wrong"));
        }
        let policy = self.policy(known, &mut wrong);
        let carried_from = self.carried_from(known, &mut wrong);
        let measures = self.measures(&known.years, &mut wrong);
        let activities = self.activities(&known.years, &mut wrong);
        let (Some(number), true) = (number, wrong.is_empty()) else {
            return Err(wrong);
        };
        let line = |text: &str| text.trim().to_owned();
        Ok(Programme {
            number,
            goal: line(&self.goal),
            strategy: line(&self.strategy),
            name: line(&self.name),
            summary: line(&self.summary),
            owner_department: line(&self.owner_department),
            related_departments: departments(&self.related_departments),
            is_priority: self.is_priority,
            is_new: self.is_new,
            horizon: horizon.unwrap_or_default(),
            stage: stage.unwrap_or_default(),
            place: line(&self.place),
            ward_role: line(&self.ward_role),
            manager_role: line(&self.manager_role),
            policy,
            carried_from,
            measures,
            activities,
        })
    }

    fn wrong_words(&self) -> Vec<Detail> {
        let missing = [
            ("goal", &self.goal, LONGEST_NAME, "plans-goal-missing"),
            (
                "strategy",
                &self.strategy,
                LONGEST_NAME,
                "plans-strategy-missing",
            ),
            (
                "name",
                &self.name,
                LONGEST_NAME,
                "plans-programme-name-missing",
            ),
            (
                "owner_department",
                &self.owner_department,
                LONGEST_DEPARTMENT,
                "plans-department-missing",
            ),
        ];
        let lines = missing
            .into_iter()
            .filter_map(|(field, text, limit, missing)| {
                line_wrong(field, text, limit, Some(missing))
            });
        let place = line_wrong("place", &self.place, LONGEST_NAME * 2, None);
        let texts = [
            ("summary", &self.summary),
            ("ward_role", &self.ward_role),
            ("manager_role", &self.manager_role),
        ];
        let texts = texts
            .into_iter()
            .filter_map(|(field, text)| text_wrong(field, text, LONGEST_TEXT, None));
        let related = departments(&self.related_departments);
        let long = related
            .iter()
            .any(|name| name.chars().count() > LONGEST_DEPARTMENT);
        let odd = related
            .iter()
            .any(|name| name.chars().any(char::is_control));
        let related = if long {
            Some(limited("related_departments", LONGEST_DEPARTMENT))
        } else if odd {
            Some(wrong_field("related_departments", "plans-unreadable"))
        } else if related.len() > MOST_DEPARTMENTS {
            let args = json!({ "most": MOST_DEPARTMENTS });
            Some(told("related_departments", "plans-departments-many", args))
        } else {
            None
        };
        lines.chain(place).chain(texts).chain(related).collect()
    }

    fn policy(&self, known: &Known, wrong: &mut Vec<Detail>) -> Option<PolicyId> {
        let field = japan::kana::search_key(&self.policy);
        if field.is_empty() {
            return None;
        }
        let mut policies = known.policies.iter();
        let found = policies.find(|(name, _)| japan::kana::search_key(name) == field);
        if found.is_none() {
            wrong.push(wrong_field("policy", "plans-policy-unknown"));
        }
        found.map(|(_, id)| *id)
    }

    fn carried_from(&self, known: &Known, wrong: &mut Vec<Detail>) -> Option<ProgrammeId> {
        let typed = japan::kana::digits(&self.carried_from);
        if typed.trim().is_empty() {
            return None;
        }
        let number: Option<i32> = typed.trim().parse().ok();
        let found = known
            .earlier
            .iter()
            .find(|(there, _)| Some(*there) == number);
        if found.is_none() {
            wrong.push(wrong_field("carried_from", "plans-carried-unknown"));
        }
        found.map(|(_, id)| *id)
    }

    fn measures(&self, years: &Years, wrong: &mut Vec<Detail>) -> Vec<Measure> {
        if self.measures.len() > measure::ROWS.len() {
            wrong.push(told(
                "measures",
                "plans-measures-many",
                json!({ "most": measure::ROWS.len() }),
            ));
        }
        let rows = self.measures.iter().zip(&measure::ROWS);
        let mut read = Vec::new();
        for (row, fields) in rows.filter(|(row, _)| !row.is_empty()) {
            match row.read(fields) {
                Ok(measure) if measure.target_year < *years.start() => wrong.push(told(
                    fields.target_year,
                    "plans-measure-year-before",
                    json!({ "first": year_name(*years.start()) }),
                )),
                Ok(measure) => read.push(measure),
                Err(more) => wrong.extend(more),
            }
        }
        read
    }

    fn activities(&self, years: &Years, wrong: &mut Vec<Detail>) -> Vec<Activity> {
        let rows = self.activities.iter().zip(&schedule::ROWS);
        let mut read = Vec::new();
        for (row, fields) in rows.filter(|(row, _)| !row.is_empty()) {
            match row.read(fields, years) {
                Ok(activity) => read.push(activity),
                Err(more) => wrong.extend(more),
            }
        }
        read
    }
}

fn year_name(year: i32) -> String {
    FiscalYear::try_starting_in(year)
        .map(FiscalYear::name)
        .unwrap_or_default()
}
