//! What a programme (事業) must say.
//!
//! Source: `domain.md` R05–R08 (目標 → 施策 → 事業, 所管課と関連所管課, 【重点】【新規】, 期間と段階), seed 001 (what the
//! ward does of it, what the manager does, where it takes place).

mod read;

use super::{
    measure::{self, Measure},
    schedule::{self, Activity, Years},
};
pub use crate::entity::programme::{Horizon, Stage};
use crate::entity::{PolicyId, ProgrammeId};

/// The longest name of a programme, a goal or a strategy, in characters.
pub const LONGEST_NAME: usize = 100;

/// The longest of its texts, in characters.
pub const LONGEST_TEXT: usize = 2_000;

/// The longest name of a department, in characters.
pub const LONGEST_DEPARTMENT: usize = 60;

/// A programme as somebody wrote it, in a form or a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// 事業番号.
    pub number: String,
    /// 目標.
    pub goal: String,
    /// 施策.
    pub strategy: String,
    /// 事業名.
    pub name: String,
    /// 概要.
    pub summary: String,
    /// 所管課.
    pub owner_department: String,
    /// 関連所管課, a line each or with 、 between them.
    pub related_departments: String,
    /// 【重点】.
    pub is_priority: bool,
    /// 【新規】.
    pub is_new: bool,
    /// A code, or 短期, 中期, 長期; may be empty.
    pub horizon: String,
    /// A code, or 計画着手, 実行; may be empty.
    pub stage: String,
    /// 実施する空間.
    pub place: String,
    /// 区の役割.
    pub ward_role: String,
    /// 指定管理者の役割.
    pub manager_role: String,
    /// The field of work of the policy it serves; may be empty in a draft.
    pub policy: String,
    /// The number of the programme that it carries on, in the plan before; may be empty.
    pub carried_from: String,
    /// Its measures.
    pub measures: Vec<measure::Written>,
    /// Its schedule.
    pub activities: Vec<schedule::Written>,
}

/// A programme of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// 事業番号.
    pub number: i32,
    /// 目標.
    pub goal: String,
    /// 施策.
    pub strategy: String,
    /// 事業名.
    pub name: String,
    /// 概要.
    pub summary: String,
    /// 所管課.
    pub owner_department: String,
    /// 関連所管課.
    pub related_departments: Vec<String>,
    /// 【重点】.
    pub is_priority: bool,
    /// 【新規】.
    pub is_new: bool,
    /// 期間.
    pub horizon: Option<Horizon>,
    /// 段階.
    pub stage: Option<Stage>,
    /// 実施する空間.
    pub place: String,
    /// 区の役割.
    pub ward_role: String,
    /// 指定管理者の役割.
    pub manager_role: String,
    /// The policy it serves.
    pub policy: Option<PolicyId>,
    /// The programme it carries on.
    pub carried_from: Option<ProgrammeId>,
    /// Its measures, in order.
    pub measures: Vec<Measure>,
    /// Its schedule, in order.
    pub activities: Vec<Activity>,
}

/// What a programme may name.
#[derive(Clone, Debug)]
pub struct Known {
    /// The fiscal years of the plan.
    pub years: Years,
    /// The policies of these years: field of work and id.
    pub policies: Vec<(String, PolicyId)>,
    /// The programmes of the plan before, by their numbers.
    pub earlier: Vec<(i32, ProgrammeId)>,
}

impl Programme {
    /// What it says as text, field by field, always in the same order: of 期間 and 段階 the code, of
    /// flags `yes` or nothing, of the policy its identifier.
    pub fn fields(&self) -> [(&'static str, String); 15] {
        let flag = |is: bool| if is { "yes" } else { "" }.to_owned();
        let code = |code: Option<&str>| code.unwrap_or_default().to_owned();
        let policy = self.policy.map(|policy| policy.to_string());
        [
            ("number", self.number.to_string()),
            ("goal", self.goal.clone()),
            ("strategy", self.strategy.clone()),
            ("name", self.name.clone()),
            ("summary", self.summary.clone()),
            ("owner_department", self.owner_department.clone()),
            ("related_departments", self.related_departments.join("、")),
            ("is_priority", flag(self.is_priority)),
            ("is_new", flag(self.is_new)),
            ("horizon", code(self.horizon.map(Horizon::code))),
            ("stage", code(self.stage.map(Stage::code))),
            ("place", self.place.clone()),
            ("ward_role", self.ward_role.clone()),
            ("manager_role", self.manager_role.clone()),
            ("policy", policy.unwrap_or_default()),
        ]
    }

    /// Takes over what a table does not say from the programme in whose place it comes: the schedule,
    /// what it carries on, and which measure is which, by their names.
    pub fn take_over(&mut self, before: &Self) {
        self.activities.clone_from(&before.activities);
        self.carried_from = self.carried_from.or(before.carried_from);
        for measure in &mut self.measures {
            let same = before.measures.iter().find(|one| one.name == measure.name);
            measure.id = same.and_then(|one| one.id);
        }
    }

    /// As it stands in a form: `policy` and `carried_from` are what [`Known`] calls them.
    pub fn written(&self, known: &Known) -> Written {
        let policy = known
            .policies
            .iter()
            .find(|(_, id)| Some(*id) == self.policy);
        let earlier = known
            .earlier
            .iter()
            .find(|(_, id)| Some(*id) == self.carried_from);
        Written {
            number: self.number.to_string(),
            goal: self.goal.clone(),
            strategy: self.strategy.clone(),
            name: self.name.clone(),
            summary: self.summary.clone(),
            owner_department: self.owner_department.clone(),
            related_departments: self.related_departments.join("\n"),
            is_priority: self.is_priority,
            is_new: self.is_new,
            horizon: self
                .horizon
                .map(Horizon::code)
                .unwrap_or_default()
                .to_owned(),
            stage: self.stage.map(Stage::code).unwrap_or_default().to_owned(),
            place: self.place.clone(),
            ward_role: self.ward_role.clone(),
            manager_role: self.manager_role.clone(),
            policy: policy.map(|(field, _)| field.clone()).unwrap_or_default(),
            carried_from: earlier
                .map(|(number, _)| number.to_string())
                .unwrap_or_default(),
            measures: self.measures.iter().map(Measure::written).collect(),
            activities: self.activities.iter().map(Activity::written).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    type Spoil = fn(&mut Written);

    #[test]
    fn each_thing_that_is_wrong_is_named_beside_its_field() {
        let known = Known {
            years: 2027..=2027,
            policies: vec![("創業・起業".to_owned(), PolicyId(Uuid::from_u128(1)))],
            earlier: vec![(3, ProgrammeId(Uuid::from_u128(2)))],
        };
        let good = Written {
            number: "１".to_owned(),
            goal: "産業の振興".to_owned(),
            strategy: "創業・起業".to_owned(),
            name: "創業・起業への支援".to_owned(),
            owner_department: "産業経済・消費生活課".to_owned(),
            related_departments: "企画課、財政課\r\n企画課".to_owned(),
            horizon: "中期".to_owned(),
            policy: "創業･起業".to_owned(),
            carried_from: "3".to_owned(),
            ..Written::default()
        };
        let read = good.read(&known).unwrap();
        assert_eq!(read.related_departments, ["企画課", "財政課"]);
        assert_eq!((read.number, read.horizon), (1, Some(Horizon::Medium)));
        assert!(read.policy.is_some() && read.carried_from.is_some());
        assert_eq!(read.written(&known).read(&known).unwrap(), read);
        let spoils: [(&str, Spoil); 9] = [
            ("number", |one| one.number = "0".to_owned()),
            ("goal", |one| one.goal.clear()),
            ("strategy", |one| one.strategy = "　".to_owned()),
            ("name", |one| one.name = "あ".repeat(101)),
            ("owner_department", |one| one.owner_department.clear()),
            ("horizon", |one| one.horizon = "永遠".to_owned()),
            ("stage", |one| one.stage = "未定".to_owned()),
            ("policy", |one| one.policy = "観光".to_owned()),
            ("carried_from", |one| one.carried_from = "4".to_owned()),
        ];
        for (field, spoil) in spoils {
            let mut one = good.clone();
            spoil(&mut one);
            let wrong = one.read(&known).unwrap_err();
            let found: Vec<_> = wrong.iter().filter_map(|detail| detail.field).collect();
            assert_eq!(found, [field]);
        }
    }
}
