//! Deputies (代理): who may stand in for whom, and for how long.
//!
//! Source: 代決・代理の定め of the ward's 事務決裁規程, as most wards have it: whoever is away is stood in
//! for by staff of the same side, for a time that is said beforehand.

use chrono::{Months, NaiveDate};
use kernel::{Actor, Detail, PersonId, Role, Roles};
use serde_json::json;

use super::decider;
use crate::entity::approval::Side;

/// Nobody stands in for longer than this.
const LONGEST: Months = Months::new(12);

/// A deputy as they were typed, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct NewDeputy {
    /// For which side, and who is away.
    pub away: Option<(Side, PersonId)>,
    /// Who decides meanwhile.
    pub deputy: Option<PersonId>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// Whether this actor names deputies of a side: who decides for it, also for a colleague who was taken
/// ill. A deputy does not name deputies.
pub fn may_name(actor: &Actor, side: Side) -> bool {
    actor.roles.has(decider(side))
}

/// Whose roles make them staff of a side: officers and approvers of the ward; whoever works for the
/// manager, at the counter, as a coordinator or as another manager.
pub const fn staff_of(side: Side) -> &'static [Role] {
    match side {
        Side::Ward => &[Role::WardOfficer, Role::WardApprover],
        Side::Manager => &[Role::Reception, Role::Coordinator, Role::Manager],
    }
}

/// Whether somebody with these roles may stand in for whoever decides for a side.
pub fn may_stand_in(roles: Roles, side: Side) -> bool {
    staff_of(side).iter().any(|role| roles.has(*role))
}

impl NewDeputy {
    /// Everything that is wrong with it. What was decided before is not decided anew, so nothing
    /// begins in the past.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let mut say = |field: &'static str, key: &'static str, args| {
            wrong.push(Detail {
                field: Some(field),
                key,
                args,
            });
        };
        if self.away.is_none() {
            say("away", "approvals-deputy-choose", json!({}));
        }
        match (self.deputy, self.away) {
            (None, _) => say("deputy", "approvals-deputy-choose", json!({})),
            (Some(deputy), Some((_, away))) if deputy == away => {
                say("deputy", "approvals-deputy-oneself", json!({}));
            }
            _ => {}
        }
        let furthest = today.checked_add_months(LONGEST).unwrap_or(today);
        match self.from {
            Some(from) if from < today => {
                say("from", "approvals-deputy-past", json!({ "date": today }));
            }
            Some(from) if from > furthest => {
                say("from", "approvals-deputy-far", json!({ "date": furthest }));
            }
            Some(_) => {}
            None => say("from", "approvals-deputy-day", json!({})),
        }
        let last = self
            .from
            .and_then(|from| from.checked_add_months(LONGEST)?.pred_opt());
        match (self.from, self.until, last) {
            (_, None, _) => say("until", "approvals-deputy-day", json!({})),
            (Some(from), Some(until), _) if until < from => {
                say("until", "approvals-deputy-until", json!({ "date": from }));
            }
            (_, Some(until), Some(last)) if until > last => {
                say("until", "approvals-deputy-long", json!({ "date": last }));
            }
            _ => {}
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    #[test]
    fn a_naming_has_two_people_and_both_days_within_a_year() {
        let today: NaiveDate = "2026-12-08".parse().unwrap();
        let (away, deputy) = (Some((Side::Ward, person(1))), Some(person(2)));
        for (away, deputy, from, until, expected) in [
            (away, deputy, "2026-12-08", "2026-12-08", vec![]),
            (away, deputy, "2026-12-08", "2027-12-07", vec![]),
            (
                away,
                deputy,
                "2026-12-08",
                "2027-12-08",
                vec![("until", "approvals-deputy-long")],
            ),
            (
                away,
                deputy,
                "2026-12-10",
                "2026-12-09",
                vec![("until", "approvals-deputy-until")],
            ),
            (
                away,
                deputy,
                "2026-12-07",
                "2026-12-09",
                vec![("from", "approvals-deputy-past")],
            ),
            (
                away,
                deputy,
                "2027-12-09",
                "2027-12-10",
                vec![("from", "approvals-deputy-far")],
            ),
            (
                away,
                Some(person(1)),
                "2026-12-08",
                "2026-12-09",
                vec![("deputy", "approvals-deputy-oneself")],
            ),
            (
                None,
                None,
                "",
                "",
                vec![
                    ("away", "approvals-deputy-choose"),
                    ("deputy", "approvals-deputy-choose"),
                    ("from", "approvals-deputy-day"),
                    ("until", "approvals-deputy-day"),
                ],
            ),
        ] {
            let new = NewDeputy {
                away,
                deputy,
                from: from.parse().ok(),
                until: until.parse().ok(),
            };
            let found = new.wrong(today).into_iter();
            let found: Vec<_> = found.map(|one| (one.field.unwrap(), one.key)).collect();
            assert_eq!(found, expected, "{from} {until}");
        }
    }

    #[test]
    fn only_staff_of_the_same_side_stands_in() {
        for (role, ward, manager) in [
            (Role::Member, false, false),
            (Role::Expert, false, false),
            (Role::Reception, false, true),
            (Role::Coordinator, false, true),
            (Role::Manager, false, true),
            (Role::WardOfficer, true, false),
            (Role::WardApprover, true, false),
        ] {
            let roles = Roles::default().with(role);
            let found = [Side::Ward, Side::Manager].map(|side| may_stand_in(roles, side));
            assert_eq!(found, [ward, manager], "{role:?}");
        }
    }
}
