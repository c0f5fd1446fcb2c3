//! Reductions (減免): who decides, or proposes, on which ground, and how much is taken off.

use approvals::{entity::approval::Side, rules::may_submit};
use chrono::NaiveDate;
use japan::money::Yen;
use kernel::{Actor, Role};
use organisations::rules::Selector;

use super::texts::{Until, name_checked, text_checked, until_checked};
use crate::{
    entity::{fee_terms::Regime, reduction_kind::Authority},
    refused::{What, Wrong},
};

/// The longest criteria, in characters.
const LONGEST_CRITERIA: usize = 400;

/// A ground to be issued.
#[derive(Clone, Debug)]
pub struct NewKind {
    /// What it is called.
    pub name: String,
    /// The same in English, or empty.
    pub name_en: String,
    /// How much is taken off, in per cent.
    pub percent: Option<i32>,
    /// When it applies.
    pub criteria: String,
    /// Whom it speaks of.
    pub selector: Selector,
    /// The first day on which it holds; `None` when it could not be read.
    pub valid_from: Option<NaiveDate>,
    /// The last day.
    pub valid_until: Until,
}

/// Whether a ground can be issued so.
pub fn check_kind(kind: &NewKind, today: NaiveDate) -> Result<(), Vec<Wrong>> {
    let mut wrong = Vec::new();
    name_checked("name", &kind.name, true, &mut wrong);
    name_checked("name_en", &kind.name_en, false, &mut wrong);
    text_checked(
        "criteria",
        &kind.criteria,
        LONGEST_CRITERIA,
        true,
        &mut wrong,
    );
    if !kind
        .percent
        .is_some_and(|percent| (1..=100).contains(&percent))
    {
        wrong.push(Wrong::new("percent", What::Percent));
    }
    until_checked(kind.valid_from, kind.valid_until, today, &mut wrong);
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// The last day of a ground that holds from one day until another: not in the past, and before it
/// would end anyway. A day before its first withdraws it.
pub fn check_end(
    last: Option<NaiveDate>,
    until: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<NaiveDate, Wrong> {
    let wrong = |what| Err(Wrong::new("last", what));
    match (last, until) {
        (None, _) => wrong(What::Date),
        (Some(last), _) if last < today => wrong(What::EndPast(today)),
        (Some(last), Some(until)) if until <= last => wrong(What::EndsBefore(until)),
        (Some(last), _) => Ok(last),
    }
}

/// Each issues criteria of their own: the ward's approver those of the ward, the manager those of
/// the manager.
pub const fn may_issue(actor: &Actor, by: Authority) -> bool {
    let own = match by {
        Authority::Ward => Role::WardApprover,
        Authority::Manager => Role::Manager,
    };
    actor.roles.has(own) || actor.roles.has(Role::System)
}

/// How a reduction comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// At once, by whoever applies the criteria.
    Criteria,
    /// It is proposed, and the ward's approver decides (`approvals`).
    Approval,
}

/// How a reduction comes about (`domain.md` part 3, 減免 authority); none where there is none.
/// `ground`: who issued the criteria; none for a reduction outside them.
///
/// 使用料 are the ward's: the ward's criteria are applied, and the ward approves the rest. 利用料金 are
/// the manager's own, who reduces them by criteria and in no other way.
pub const fn way(regime: Regime, ground: Option<Authority>) -> Option<Way> {
    match (regime, ground) {
        (Regime::ManagerFee, Some(_)) | (Regime::WardFee, Some(Authority::Ward)) => {
            Some(Way::Criteria)
        }
        (Regime::ManagerFee, None) => None,
        (Regime::WardFee, _) => Some(Way::Approval),
    }
}

/// Who applies criteria: the manager, and of ward fees the ward's approver too.
pub fn may_reduce(actor: &Actor, regime: Regime, ground: Option<Authority>) -> bool {
    let manager = actor.roles.has(Role::Manager) || actor.roles.has(Role::System);
    let ward = regime == Regime::WardFee && actor.roles.has(Role::WardApprover);
    way(regime, ground) == Some(Way::Criteria) && (manager || ward)
}

/// Who proposes what the ward approves: the manager, and officers of the ward.
pub fn may_propose(actor: &Actor, regime: Regime, ground: Option<Authority>) -> bool {
    let proposes = may_submit(actor, Side::Manager) || may_submit(actor, Side::Ward);
    way(regime, ground) == Some(Way::Approval) && proposes
}

/// What is taken off a charge. What remains to be paid is whole yen, the fraction dropped, so that
/// nobody pays more than the percentage says.
pub fn taken_off(charge: Yen, percent: i32) -> Yen {
    let remaining = i64::from(100 - percent.clamp(0, 100));
    let hundreds = charge.0 / 100 * remaining;
    let rest = charge.0 % 100 * remaining / 100;
    charge - Yen(hundreds + rest)
}

#[cfg(test)]
mod tests {
    use kernel::{PersonId, Roles, Via};
    use uuid::Uuid;

    use super::*;

    fn actor(roles: &[Role]) -> Actor {
        let roles: Roles = roles.iter().copied().collect();
        Actor::person(PersonId(Uuid::nil()), roles, Via::Page)
    }

    #[test]
    fn whose_the_fees_are_says_who_reduces_them() {
        let manager = actor(&[Role::Member, Role::Manager]);
        let approver = actor(&[Role::WardApprover]);
        let officer = actor(&[Role::WardOfficer]);
        let reception = actor(&[Role::Reception]);
        let (ward, own) = (Some(Authority::Ward), Some(Authority::Manager));
        for (regime, ground, by_manager, by_approver, proposed) in [
            (Regime::WardFee, ward, true, true, false),
            (Regime::WardFee, own, false, false, true),
            (Regime::WardFee, None, false, false, true),
            (Regime::ManagerFee, ward, true, false, false),
            (Regime::ManagerFee, own, true, false, false),
            (Regime::ManagerFee, None, false, false, false),
        ] {
            let told = format!("{regime:?} {ground:?}");
            assert_eq!(may_reduce(&manager, regime, ground), by_manager, "{told}");
            assert_eq!(may_reduce(&approver, regime, ground), by_approver, "{told}");
            assert!(!may_reduce(&officer, regime, ground), "{told}");
            assert!(!may_reduce(&reception, regime, ground), "{told}");
            for proposer in [&manager, &approver, &officer] {
                assert_eq!(may_propose(proposer, regime, ground), proposed, "{told}");
            }
            assert!(!may_propose(&reception, regime, ground), "{told}");
        }
        assert!(may_issue(&approver, Authority::Ward) && !may_issue(&approver, Authority::Manager));
        assert!(may_issue(&manager, Authority::Manager) && !may_issue(&manager, Authority::Ward));
    }

    #[test]
    fn a_ground_ends_today_at_the_earliest_and_earlier_than_it_would() {
        let day = |day: u32| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
        for (last, until, expected) in [
            (Some(8), None, Ok(day(8))),
            (Some(31), None, Ok(day(31))),
            (Some(7), None, Err(What::EndPast(day(8)))),
            (Some(9), Some(10), Ok(day(9))),
            (Some(10), Some(10), Err(What::EndsBefore(day(10)))),
            (Some(11), Some(10), Err(What::EndsBefore(day(10)))),
            (None, None, Err(What::Date)),
        ] {
            let found = check_end(last.map(day), until.map(day), day(8));
            let found = found.map_err(|wrong| wrong.what);
            assert_eq!(found, expected, "{last:?} {until:?}");
        }
    }

    #[test]
    fn what_remains_is_never_more_than_its_share() {
        for (charge, percent, off) in [
            (1_000, 50, 500),
            (1_001, 50, 501),
            (999, 33, 330),
            (1_000, 100, 1_000),
            (1, 1, 1),
            (10_000_000, 30, 3_000_000),
        ] {
            assert_eq!(
                taken_off(Yen(charge), percent),
                Yen(off),
                "{charge} {percent}"
            );
        }
    }
}
