//! Everybody has the same chance: counted over ten thousand seeds that differ in a few bits. The
//! seeds are fixed, so these tests say the same each time. A true draw stays below the limits in
//! 999 of 1,000 trials (chi-square).

use std::collections::BTreeMap;

use super::*;

const SEEDS: u64 = 10_000;

/// How often each order of a tier came out.
fn orders(frozen: &Frozen, round: usize) -> BTreeMap<Vec<String>, u32> {
    let mut counts = BTreeMap::new();
    for number in 0..SEEDS {
        let outcome = frozen.draw(&seed(number));
        let round = &outcome.rounds[round];
        let order = numbers(&round.winners).into_iter().chain(following(round));
        let order = order.map(str::to_owned).collect();
        *counts.entry(order).or_default() += 1;
    }
    counts
}

/// How far counts of so many kinds are from all being the same.
fn chi_square(counts: impl IntoIterator<Item = u32>, kinds: u32) -> f64 {
    let counts: Vec<f64> = counts.into_iter().map(f64::from).collect();
    let expected = counts.iter().sum::<f64>() / f64::from(kinds);
    let seen: f64 = counts
        .iter()
        .map(|count| (count - expected).powi(2) / expected)
        .sum();
    let missing = f64::from(kinds) - counts.iter().map(|_| 1.0).sum::<f64>();
    seen + missing * expected
}

/// How often each number came in each place.
fn places(orders: &BTreeMap<Vec<String>, u32>) -> Vec<BTreeMap<&str, u32>> {
    let length = orders.keys().next().unwrap().len();
    let mut places = vec![BTreeMap::new(); length];
    for (order, count) in orders {
        for (place, number) in places.iter_mut().zip(order) {
            *place.entry(number.as_str()).or_default() += count;
        }
    }
    places
}

#[test]
fn each_order_of_five_comes_as_often_as_any_other() {
    let frozen = Frozen::try_new(Rules::one_tier("t", 1), singles("all", 5)).unwrap();
    let orders = orders(&frozen, 0);
    let distance = chi_square(orders.values().copied(), 120);
    assert!(distance < 172.5, "119 degrees of freedom: {distance}");

    let winners = &places(&orders)[0];
    let distance = chi_square(winners.values().copied(), 5);
    assert!(distance < 18.47, "4 degrees of freedom: {distance}");
}

#[test]
fn in_a_later_tier_too_each_comes_in_each_place_as_often() {
    let tiers = [
        tier("first", Some(2), Leftover::GoesOn),
        Tier::new("second"),
    ];
    let mut entries = singles("second", 12);
    for entry in &mut entries[..4] {
        "first".clone_into(&mut entry.tier);
    }
    let frozen = Frozen::try_new(rules(5, &tiers), entries).unwrap();
    for (round, many, limits) in [(0, 4, (16.27, 27.88)), (1, 8, (24.32, 85.35))] {
        let orders = orders(&frozen, round);
        let mut all = 0.0;
        for place in places(&orders) {
            let distance = chi_square(place.into_values(), many);
            assert!(distance < limits.0, "one place of {many}: {distance}");
            all += distance;
        }
        // Of all places together, (n - 1)² are free; their sum is n / (n - 1) times too large.
        let all = all * f64::from(many - 1) / f64::from(many);
        assert!(all < limits.1, "all places of {many}: {all}");
    }
}

#[test]
fn a_draw_that_prefers_somebody_would_be_found() {
    let fair = [2_000; 5];
    assert!(chi_square(fair, 5) < 18.47);
    assert!(chi_square([2_150, 1_960, 1_960, 1_960, 1_970], 5) > 12.0);
    assert!(chi_square([2_250, 1_940, 1_940, 1_940, 1_930], 5) > 18.47);
    assert!(chi_square([2_500; 4], 5) > 18.47);
}
