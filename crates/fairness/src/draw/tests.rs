mod chance;
mod known;
mod random;
mod refused;

use super::*;

fn seed(number: u64) -> Seed {
    let mut bytes = [0; 32];
    for (byte, of) in bytes.iter_mut().zip(number.to_le_bytes()) {
        *byte = of;
    }
    Seed::new(bytes)
}

fn tier(code: &str, limit: Option<u32>, leftover: Leftover) -> Tier {
    Tier {
        limit,
        leftover,
        ..Tier::new(code)
    }
}

fn rules(places: u32, tiers: &[Tier]) -> Rules {
    Rules {
        tiers: tiers.to_vec(),
        ..Rules::one_tier("trial", places)
    }
}

fn entry(number: &str, tier: &str, size: u32) -> Entry {
    Entry {
        number: number.to_owned(),
        tier: tier.to_owned(),
        size,
    }
}

/// So many entries of one, numbered from 0001, in one tier.
fn singles(tier: &str, many: usize) -> Vec<Entry> {
    (1..=many)
        .map(|number| entry(&format!("{number:04}"), tier, 1))
        .collect()
}

fn numbers<'a>(drawn: impl IntoIterator<Item = &'a Drawn>) -> Vec<&'a str> {
    let drawn = drawn.into_iter();
    drawn.map(|drawn| drawn.entry.number.as_str()).collect()
}

fn following(round: &Round) -> Vec<&str> {
    numbers(round.following.iter().map(|following| &following.drawn))
}

/// Domain example G18.
#[test]
fn five_applicants_for_one_slot_are_drawn_again_from_what_was_published() {
    let frozen = Frozen::try_new(Rules::one_tier("room-a", 1), singles("all", 5)).unwrap();
    let held = frozen.draw(&seed(18));
    assert_eq!(held.winners().count(), 1);
    assert_eq!(following(&held.rounds[0]).len(), 4);

    let published = Published::of(&frozen, &seed(18));
    let verified = verify(&published).unwrap();
    assert_eq!(verified.outcome, held);
    assert_eq!(verified.frozen, frozen);
}

/// Domain example G18.
#[test]
fn an_applicant_from_outside_is_not_in_the_round_of_the_inside() {
    let inside = rules(1, &[Tier::new("inside")]);
    let mut entries = singles("inside", 5);
    entries.push(entry("0006", "outside", 1));
    assert_eq!(
        Frozen::try_new(inside, entries.clone()),
        Err(vec![Fault::UnknownTier {
            entry: "0006".to_owned(),
            tier: "outside".to_owned(),
        }])
    );

    let both = rules(1, &[Tier::new("inside"), Tier::new("outside")]);
    let frozen = Frozen::try_new(both, entries).unwrap();
    for number in 0..100 {
        let outcome = frozen.draw(&seed(number));
        assert_eq!(outcome.rounds[1].places, 0);
        assert_eq!(following(&outcome.rounds[1]), ["0006"]);
        assert!(!following(&outcome.rounds[0]).contains(&"0006"));
    }
}

#[test]
fn places_go_from_tier_to_tier_as_the_rules_say() {
    use Leftover::{GoesOn, Stays};
    // Four entries inside, nine outside: what each tier had to give and gave.
    for (places, inside, outside, expected) in [
        (10, (None, GoesOn), (None, GoesOn), [(10, 4), (6, 6)]),
        (10, (Some(6), GoesOn), (None, GoesOn), [(6, 4), (6, 6)]),
        (10, (Some(6), Stays), (None, GoesOn), [(6, 4), (4, 4)]),
        (10, (Some(3), GoesOn), (None, Stays), [(3, 3), (7, 7)]),
        (10, (Some(3), Stays), (Some(2), GoesOn), [(3, 3), (2, 2)]),
        (10, (Some(6), GoesOn), (Some(4), GoesOn), [(6, 4), (4, 4)]),
        (3, (Some(6), GoesOn), (None, GoesOn), [(3, 3), (0, 0)]),
        (20, (None, GoesOn), (None, GoesOn), [(20, 4), (16, 9)]),
    ] {
        let tiers = [
            tier("inside", inside.0, inside.1),
            tier("outside", outside.0, outside.1),
        ];
        let mut entries = singles("inside", 13);
        for entry in &mut entries[4..] {
            "outside".clone_into(&mut entry.tier);
        }
        let frozen = Frozen::try_new(rules(places, &tiers), entries).unwrap();
        for number in 0..20 {
            let outcome = frozen.draw(&seed(number));
            let given =
                [&outcome.rounds[0], &outcome.rounds[1]].map(|round| (round.places, round.taken()));
            assert_eq!(given, expected, "{places} {tiers:?}");
        }
    }
}

#[test]
fn a_party_that_does_not_fit_is_passed_over_and_keeps_its_place() {
    let entries = [("a", 2), ("b", 2), ("c", 1), ("d", 1)];
    let entries = entries.map(|(number, size)| entry(number, "all", size));
    let frozen = Frozen::try_new(Rules::one_tier("t", 3), entries.to_vec()).unwrap();
    let mut seen = 0;
    for number in 0..200 {
        let outcome = frozen.draw(&seed(number));
        let round = &outcome.rounds[0];
        if numbers(&round.winners) != ["a", "d"] || following(round) != ["b", "c"] {
            continue;
        }
        let tickets = [
            round.winners[0].ticket,
            round.following[0].drawn.ticket,
            round.winners[1].ticket,
            round.following[1].drawn.ticket,
        ];
        if !tickets.is_sorted() {
            continue;
        }
        let why: Vec<PassedOver> = round.following.iter().map(|one| one.why).collect();
        assert_eq!(why, [PassedOver::DoesNotFit { left: 1 }, PassedOver::Full]);
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn nobody_who_entered_and_nobody_who_won_is_an_outcome() {
    let frozen = Frozen::try_new(Rules::one_tier("t", 3), Vec::new()).unwrap();
    assert_eq!(frozen.draw(&seed(1)).winners().count(), 0);
    assert!(verify(&Published::of(&frozen, &seed(1))).is_ok());

    let large = vec![entry("1", "all", u32::MAX)];
    let frozen = Frozen::try_new(Rules::one_tier("t", 3), large).unwrap();
    let outcome = frozen.draw(&seed(1));
    assert_eq!(
        outcome.rounds[0].following[0].why,
        PassedOver::DoesNotFit { left: 3 }
    );
}

#[test]
fn a_seed_is_not_printed() {
    assert_eq!(format!("{:?}", seed(7)), "Seed(…)");
}
