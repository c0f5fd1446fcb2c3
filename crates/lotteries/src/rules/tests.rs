mod drafts;
mod stands;

use fairness::draw::{Published, Seed, verify};
use kernel::PersonId;
use organisations::entity::category::Stage;
use uuid::Uuid;

use super::*;
use crate::{
    entity::LotteryId,
    samples::facts::{a_lottery, some_terms},
};

fn at(text: &str) -> Instant {
    Instant::parse(&format!("{text}:00+09:00")).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn category(locality: Locality, party: Party) -> Category {
    Category {
        locality,
        party,
        stage: Stage::Settled,
    }
}

fn a_slot() -> Span {
    Span::try_new(at("2027-01-09T09:00"), at("2027-01-09T12:00")).unwrap()
}

/// Worked example G18: five applicants, one slot, drawn again by anybody from what is published.
#[test]
fn five_apply_for_one_slot_and_the_published_seed_gives_the_same_winner() {
    let terms = some_terms();
    let id = LotteryId(Uuid::from_u128(7));
    let entries = [(1, 1), (2, 1), (3, 2), (4, 1), (5, 2)];
    let list = frozen((id, &terms), a_slot(), 1, entries.into_iter()).unwrap();
    for seed in [[1; 32], [2; 32], [3; 32]].map(Seed::new) {
        let out = Outcome::of(&list, &seed);
        assert_eq!((out.winners.len(), out.others.len()), (1, 4));
        assert!(
            ["0001", "0002", "0004"].contains(&out.winners[0].as_str()),
            "the ward's own are drawn first: {:?}",
            out.winners
        );
        let verified = verify(&Published::of(&list, &seed)).unwrap();
        let again: Vec<_> = verified.outcome.winners().collect();
        assert_eq!(again[0].entry.number, out.winners[0]);
    }
}

/// Worked example G18: 区外 cannot enter the round of 区内.
#[test]
fn who_is_outside_is_in_no_tier_of_a_round_for_the_ward() {
    let inside_only = Terms {
        tiers: vec![Who::Inside],
        ..some_terms()
    };
    let both = some_terms();
    for (locality, alone, first) in [
        (Locality::Resident, Some(1), Some(1)),
        (Locality::WardBusiness, Some(1), Some(1)),
        (Locality::Outside, None, Some(2)),
    ] {
        let own = category(locality, Party::Individual);
        assert_eq!(inside_only.tier_of(own).ok(), alone, "{locality:?}");
        assert_eq!(both.tier_of(own).ok(), first, "{locality:?}");
    }
    let refused = inside_only.tier_of(Category::UNREVIEWED).unwrap_err();
    assert!(matches!(refused, Refused::OutsideTheRound(_)));
    let id = LotteryId(Uuid::from_u128(7));
    let smuggled = frozen((id, &inside_only), a_slot(), 1, [(1, 2)].into_iter());
    assert!(smuggled.is_err(), "the files have no such tier");
}

#[test]
fn groups_and_businesses_of_the_ward_can_come_first() {
    let terms = Terms {
        tiers: vec![Who::InsideGroups, Who::WardBusinesses, Who::Everyone],
        ..some_terms()
    };
    for (locality, party, tier) in [
        (Locality::Resident, Party::Group, 1),
        (Locality::Outside, Party::Group, 3),
        (Locality::WardBusiness, Party::Business, 2),
        (Locality::Resident, Party::Individual, 3),
    ] {
        let own = terms.tier_of(category(locality, party)).unwrap();
        assert_eq!(own, tier, "{locality:?} {party:?}");
    }
}

#[test]
fn what_the_first_tier_leaves_goes_on_to_the_second() {
    let id = LotteryId(Uuid::from_u128(7));
    let list = frozen(
        (id, &some_terms()),
        a_slot(),
        2,
        [(1, 1), (2, 2), (3, 2)].into_iter(),
    );
    let out = Outcome::of(&list.unwrap(), &Seed::new([9; 32]));
    assert_eq!(out.winners.len(), 2);
    assert_eq!(out.winners[0], "0001");
}

#[test]
fn people_apply_from_the_first_day_until_the_end_of_the_last() {
    let takes = some_terms().takes(day("2027-01-01")).unwrap();
    assert_eq!(takes.from, at("2026-11-01T00:00"));
    assert_eq!(takes.until, at("2026-11-11T00:00"));
    let row = a_lottery();
    for (now, expected) in [
        ("2026-10-31T23:59", Some("lotteries-not-yet")),
        ("2026-11-01T00:00", None),
        ("2026-11-10T23:59", None),
        ("2026-11-11T00:00", Some("lotteries-over")),
    ] {
        let refused = may_apply(&row, at(now)).err();
        let key = refused.map(|refused| kernel::Refusal::key(&refused));
        assert_eq!(key, expected, "{now}");
    }
}

#[test]
fn a_month_is_kept_until_it_is_drawn_and_those_after_it_until_then() {
    let terms = [some_terms()];
    let now = at("2026-10-01T09:00");
    let due: Vec<NaiveDate> = due(&terms, &[], now).into_iter().map(|(m, _)| m).collect();
    assert_eq!(due, [day("2027-01-01")], "announced before people apply");
    let kept = withheld(&terms, &[], now);
    assert_eq!((kept.len(), kept[0].first), (1, day("2027-01-01")));
    let row = a_lottery();
    let kept = withheld(&terms, std::slice::from_ref(&row), now);
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[0].last, Some(day("2027-01-31")));
    assert_eq!((kept[1].first, kept[1].last), (day("2027-02-01"), None));
    let drawn = lottery::Model {
        frozen_at: Some(now),
        drawn_at: Some(now),
        ..row
    };
    let kept = withheld(&terms, &[drawn], now);
    assert_eq!((kept.len(), kept[0].first), (1, day("2027-02-01")));
}

#[test]
fn what_nobody_could_apply_for_in_time_is_for_whoever_comes_first() {
    let terms = [some_terms()];
    let late = at("2026-11-11T00:00");
    assert!(
        due(&terms, &[], late)
            .iter()
            .all(|(month, _)| *month > day("2027-01-01"))
    );
    assert_eq!(withheld(&terms, &[], late)[0].first, day("2027-02-01"));
    let ended = Terms {
        last: Some(day("2027-01-01")),
        ..some_terms()
    };
    assert_eq!(withheld(&[ended], &[], late), []);
}

#[test]
fn who_won_answers_some_days_later_and_an_hour_before_it_begins_at_the_latest() {
    let terms = some_terms();
    let drawn = at("2026-11-12T10:00");
    for (begins, expected) in [
        ("2027-01-09T09:00", "2026-11-19T23:59:59"),
        ("2026-11-15T09:00", "2026-11-15T08:00:00"),
        // Nobody is given a moment that is over.
        ("2026-11-12T10:30", "2026-11-12T10:30:00"),
        ("2026-11-12T12:30", "2026-11-12T12:00:00"),
    ] {
        let by = terms.answer_by(drawn, at(begins)).in_tokyo();
        assert_eq!(by.format("%FT%T").to_string(), expected, "{begins}");
    }
}

#[test]
fn only_the_manager_draws_and_the_counter_receives() {
    for role in Role::ALL {
        let roles = kernel::Roles::default().with(role);
        let actor = Actor::person(PersonId(Uuid::nil()), roles, kernel::Via::Page);
        let manages = matches!(role, Role::Manager | Role::System);
        assert_eq!(may_draw(&actor), manages, "{role:?}");
    }
}
