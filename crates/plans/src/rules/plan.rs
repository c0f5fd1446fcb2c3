//! Whose a plan is, who writes it, who reads which version of it, and what people call it.
//!
//! Source: `domain.md` R02, R05, R11; seed 001 (the ward decides what is wanted, the manager plans the
//! year and runs it).

use accounts::rules::wrong_field;
use approvals::{
    entity::approval::Side,
    rules::{self as approval, Verdict},
};
use japan::fiscal::FiscalYear;
use kernel::{Actor, Detail};
use serde_json::json;

use super::{Standing, YEARS, line_wrong, told};
pub use crate::entity::plan::Kind;

/// The longest name of a plan, in characters.
pub const LONGEST_NAME: usize = 80;

/// The longest reason of a change, in characters.
pub const LONGEST_REASON: usize = 1_000;

/// A plan looks so many years ahead at most.
pub const MOST_YEARS: i32 = 20;

/// A plan as somebody begins it, as far as it could be read.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What sort of plan; `None` when it could not be read.
    pub kind: Option<Kind>,
    /// What it is called; an annual plan has its name from its year.
    pub name: String,
    /// Its first fiscal year.
    pub first: Option<FiscalYear>,
    /// Its last; an annual plan ends with the year in which it begins.
    pub last: Option<FiscalYear>,
}

/// A plan that can be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// What sort of plan.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// Its first fiscal year.
    pub first: FiscalYear,
    /// Its last.
    pub last: FiscalYear,
}

impl Draft {
    /// The plan, or everything that is wrong with it.
    pub fn read(&self) -> Result<Begun, Vec<Detail>> {
        let mut wrong = Vec::new();
        let known = |year: Option<FiscalYear>| year.filter(|year| YEARS.contains(&year.year()));
        let Some(kind) = self.kind else {
            return Err(vec![wrong_field("kind", "plans-kind-wrong")]);
        };
        let first = known(self.first);
        let is_annual = kind == Kind::Annual;
        let last = if is_annual { first } else { known(self.last) };
        if first.is_none() {
            wrong.push(wrong_field("first", "plans-year-wrong"));
        }
        if !is_annual {
            wrong.extend(line_wrong(
                "name",
                &self.name,
                LONGEST_NAME,
                Some("plans-name-missing"),
            ));
            let fits = |first: FiscalYear, last: FiscalYear| {
                (0..MOST_YEARS).contains(&(last.year() - first.year()))
            };
            match first.zip(last) {
                Some((first, last)) if fits(first, last) => {}
                _ => wrong.push(told(
                    "last",
                    "plans-last-year-wrong",
                    json!({ "most": MOST_YEARS }),
                )),
            }
        }
        match (first, last, wrong.is_empty()) {
            (Some(first), Some(last), true) => Ok(Begun {
                kind,
                name: if is_annual {
                    annual_name(first)
                } else {
                    self.name.trim().to_owned()
                },
                first,
                last,
            }),
            _ => Err(wrong),
        }
    }
}

/// What the annual plan of a year is called.
fn annual_name(year: FiscalYear) -> String {
    format!("{} 事業計画書", year.name())
}

/// Which side writes plans of a sort.
pub const fn writing_side(kind: Kind) -> Side {
    match kind {
        Kind::Vision | Kind::Action => Side::Ward,
        Kind::Annual => Side::Manager,
    }
}

/// Whether this actor writes plans of a sort: the ward its own, the manager the annual plan. The ward
/// never edits what the manager writes.
pub fn may_write(actor: &Actor, kind: Kind) -> bool {
    approval::may_submit(actor, writing_side(kind))
}

/// Whether this actor reads a version inside the house: nobody sees a draft of the other side.
pub fn may_read(actor: &Actor, kind: Kind, standing: Standing) -> bool {
    may_write(actor, kind) || (approval::may_see(actor) && standing != Standing::Draft)
}

/// Whether this actor says something of a version in its review: who may decide about it, and other
/// officers of the ward, as long as it waits.
pub fn may_comment(actor: &Actor, standing: Standing) -> bool {
    actor.roles.is_ward() && standing.code() == "submitted"
}

/// Whether this actor reads what was said of a version: the side that wrote it not before the answer.
pub fn may_read_comments(actor: &Actor, standing: Standing) -> bool {
    actor.roles.is_ward() || standing.is_closed()
}

/// What people call a version: a change of what was approved is called so.
pub fn title(name: &str, number: i32, is_change: bool) -> String {
    if is_change {
        format!("{name} 第{number}版（変更申請）")
    } else {
        format!("{name} 第{number}版")
    }
}

/// What is wrong with the reason of a change.
pub fn reason_wrong(reason: &str) -> Option<Detail> {
    super::text_wrong(
        "reason",
        reason,
        LONGEST_REASON,
        Some("plans-reason-missing"),
    )
}

/// An approval that names the programmes of which conditions were said; 0 stands for the plan as a
/// whole. What is returned or refused stays as it is.
pub fn with_conditions(verdict: &Verdict, numbers: &[i32]) -> Verdict {
    let Verdict::Approve { conditions } = verdict else {
        return verdict.clone();
    };
    if numbers.is_empty() {
        return verdict.clone();
    }
    let named = numbers.iter().map(|number| match number {
        0 => "計画全体".to_owned(),
        number => format!("事業{number}"),
    });
    let named: Vec<String> = named.collect();
    let own = conditions.trim();
    let between = if own.is_empty() { "" } else { "\n" };
    let conditions = format!("{own}{between}審査の意見に書いた条件　{}", named.join("、"));
    Verdict::Approve { conditions }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annual_plan_is_named_by_its_year_and_others_end_after_they_begin() {
        let year = |year| FiscalYear::try_starting_in(year).ok();
        let draft = |kind, name: &str, first, last| Draft {
            kind: Some(kind),
            name: name.to_owned(),
            first: year(first),
            last: year(last),
        };
        let annual = draft(Kind::Annual, "", 2027, 0).read().unwrap();
        assert_eq!(
            (annual.name.as_str(), annual.last.year()),
            ("令和9年度 事業計画書", 2027)
        );
        for (draft, wrong) in [
            (draft(Kind::Action, "産業振興計画", 2027, 2030), vec![]),
            (draft(Kind::Action, "", 2027, 2030), vec!["name"]),
            (draft(Kind::Vision, "ビジョン", 2027, 2026), vec!["last"]),
            (draft(Kind::Vision, "ビジョン", 2027, 2047), vec!["last"]),
            (
                draft(Kind::Vision, "ビジョン", 2201, 2201),
                vec!["first", "last"],
            ),
        ] {
            let found = draft.read().err().unwrap_or_default();
            let found: Vec<_> = found.iter().filter_map(|detail| detail.field).collect();
            assert_eq!(found, wrong, "{draft:?}");
        }
    }

    #[test]
    fn an_approval_names_the_programmes_that_have_conditions() {
        let approve = |conditions: &str| Verdict::Approve {
            conditions: conditions.to_owned(),
        };
        for (conditions, numbers, expected) in [
            ("", &[][..], ""),
            ("報告すること。", &[], "報告すること。"),
            ("", &[3], "審査の意見に書いた条件　事業3"),
            (
                "報告すること。",
                &[0, 12],
                "報告すること。\n審査の意見に書いた条件　計画全体、事業12",
            ),
        ] {
            let found = with_conditions(&approve(conditions), numbers);
            assert_eq!(found.words(), expected);
            assert!(found.wrong().is_none());
        }
        let returned = Verdict::Return {
            words: "直してください。".to_owned(),
        };
        assert_eq!(with_conditions(&returned, &[1]).words(), "直してください。");
    }
}
