use super::*;
use crate::entity::category::Locality;
use kernel::{Role, Roles, Via};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-12-08")
}

fn actor(number: u128, roles: &[Role]) -> Actor {
    let person = PersonId(uuid::Uuid::from_u128(number));
    Actor::person(person, roles.iter().copied().collect::<Roles>(), Via::Page)
}

#[test]
fn an_application_is_seen_by_its_own_people_and_staff_only() {
    let applicant = PersonId(uuid::Uuid::from_u128(1));
    for (actor, represents, sees, reviews) in [
        (actor(1, &[Role::Member]), false, true, false),
        (actor(2, &[Role::Member]), false, false, false),
        (actor(2, &[Role::Member]), true, true, false),
        (actor(3, &[Role::Reception]), false, true, true),
        (actor(3, &[Role::Manager]), true, true, false),
        (actor(1, &[Role::Reception]), false, true, false),
        (actor(4, &[Role::WardOfficer]), false, false, false),
        (Actor::visitor(), false, false, false),
    ] {
        assert_eq!(may_see(&actor, applicant, represents), sees, "{actor:?}");
        assert_eq!(
            may_review(&actor, applicant, represents),
            reviews,
            "{actor:?}"
        );
    }
}

#[test]
fn an_approval_needs_a_category_and_a_term_that_fit() {
    let approve = |party, locality, stage, from: &str, until: &str| Decision::Approve {
        category: Category {
            locality,
            party,
            stage,
        },
        from: from.parse().ok(),
        until: until.parse().ok(),
        answer: String::new(),
    };
    let (business, ward) = (Party::Business, Locality::WardBusiness);
    let settled = Stage::Settled;
    for (decision, expected) in [
        (
            approve(business, ward, settled, "2026-12-08", "2028-12-07"),
            vec![],
        ),
        (
            approve(
                Party::Group,
                Locality::Resident,
                settled,
                "2026-12-08",
                "2026-12-08",
            ),
            vec![],
        ),
        (
            approve(
                Party::Individual,
                Locality::Resident,
                settled,
                "2026-12-08",
                "2028-12-07",
            ),
            vec!["party"],
        ),
        (
            approve(
                business,
                Locality::Resident,
                settled,
                "2026-12-08",
                "2028-12-07",
            ),
            vec!["locality"],
        ),
        (
            approve(business, ward, Stage::Young, "2026-12-08", "2028-12-07"),
            vec!["stage"],
        ),
        (
            approve(business, ward, settled, "", ""),
            vec!["from", "until"],
        ),
        (
            approve(business, ward, settled, "2026-12-08", "2026-12-07"),
            vec!["until"],
        ),
        (
            approve(business, ward, settled, "2024-12-08", "2028-12-07"),
            vec!["from"],
        ),
        (
            approve(business, ward, settled, "2026-12-08", "2037-12-08"),
            vec!["until"],
        ),
    ] {
        let wrong = decision.wrong(business, None, today());
        let fields: Vec<_> = wrong.into_iter().filter_map(|fault| fault.field).collect();
        assert_eq!(fields, expected, "{decision:?}");
    }
}

#[test]
fn to_return_or_refuse_needs_words() {
    for decision in [
        Decision::Return {
            answer: String::new(),
        },
        Decision::Refuse {
            answer: String::new(),
        },
    ] {
        assert_eq!(decision.wrong(Party::Business, None, today()).len(), 1);
    }
    let said = Decision::Return {
        answer: "所在地の証明を添えてください。".into(),
    };
    assert!(said.wrong(Party::Business, None, today()).is_empty());
}
