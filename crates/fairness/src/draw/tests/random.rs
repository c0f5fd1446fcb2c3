//! What holds of every draw.

use proptest::{prelude::*, sample::Index};

use super::*;

/// Up to three tiers, and entries of parties in them. A tier keeps what it leaves only where the
/// tiers after it still have something.
fn drawn() -> impl Strategy<Value = (Rules, Vec<Entry>)> {
    let tiers = proptest::collection::vec((proptest::option::of(1_u32..8), any::<bool>()), 1..4);
    let entry_of = (any::<Index>(), 1_u32..5);
    let entries = proptest::collection::btree_map("[0-9a-zA-Z-]{1,4}", entry_of, 0..14);
    (1_u32..30, tiers, entries).prop_map(|(places, tiers, entries)| {
        let mut sure = places;
        let mut all: Vec<Tier> = Vec::new();
        for (limit, keeps) in tiers {
            let most = limit.unwrap_or(places);
            let code = format!("tier-{}", all.len());
            if keeps && most < sure {
                sure -= most;
                all.push(tier(&code, limit, Leftover::Stays));
            } else {
                all.push(tier(&code, limit, Leftover::GoesOn));
            }
        }
        let entries = entries
            .into_iter()
            .map(|(number, (at, size))| entry(&number, &at.get(&all).code, size))
            .collect();
        (rules(places, &all), entries)
    })
}

fn any_seed() -> impl Strategy<Value = Seed> {
    any::<[u8; 32]>().prop_map(Seed::new)
}

fn file(published: &mut Published, file: File) -> &mut Vec<u8> {
    match file {
        File::Commitment => &mut published.commitment,
        File::Entries => &mut published.entries,
        File::Digest => &mut published.digest,
        File::Seed => &mut published.seed,
        File::Result => &mut published.result,
    }
}

proptest! {
    #[test]
    fn the_order_of_entering_does_not_matter(
        ((rules, entries), mixed) in drawn().prop_flat_map(|(rules, entries)| {
            (Just((rules, entries.clone())), Just(entries).prop_shuffle())
        }),
        seed in any_seed(),
    ) {
        let one = Frozen::try_new(rules.clone(), entries).unwrap();
        let other = Frozen::try_new(rules, mixed).unwrap();
        prop_assert_eq!(one.text(), other.text());
        prop_assert_eq!(one.draw(&seed).text(), other.draw(&seed).text());
    }

    #[test]
    fn every_entry_is_once_in_its_tier_and_nobody_has_a_place_too_many(
        (rules, entries) in drawn(),
        seed in any_seed(),
    ) {
        let frozen = Frozen::try_new(rules.clone(), entries.clone()).unwrap();
        let outcome = frozen.draw(&seed);
        let mut all = Vec::new();
        let mut taken = 0;
        let mut kept = 0;
        prop_assert_eq!(outcome.rounds.len(), rules.tiers.len());
        for (round, tier) in outcome.rounds.iter().zip(&rules.tiers) {
            let there = rules.places - taken - kept;
            prop_assert_eq!(round.places, tier.limit.map_or(there, |limit| limit.min(there)));
            prop_assert!(round.taken() <= round.places);
            taken += round.taken();
            if tier.leftover == Leftover::Stays {
                kept += round.places - round.taken();
            }
            let following = round.following.iter().map(|following| &following.drawn);
            for drawn in round.winners.iter().chain(following) {
                prop_assert_eq!(&drawn.entry.tier, &tier.code);
                all.push(drawn.entry.clone());
            }
        }
        prop_assert!(taken <= rules.places);
        all.sort();
        prop_assert_eq!(all, frozen.entries());
    }

    #[test]
    fn whoever_has_no_place_did_not_fit_when_the_turn_came(
        (rules, entries) in drawn(),
        seed in any_seed(),
    ) {
        let outcome = Frozen::try_new(rules, entries).unwrap().draw(&seed);
        for round in &outcome.rounds {
            prop_assert!(round.winners.is_sorted_by_key(|drawn| drawn.ticket));
            prop_assert!(round.following.is_sorted_by_key(|following| following.drawn.ticket));
            for Following { drawn, why } in &round.following {
                let before = round.winners.iter().filter(|winner| winner.ticket < drawn.ticket);
                let left = round.places - before.map(|winner| winner.entry.size).sum::<u32>();
                prop_assert_eq!(why.left(), left);
                prop_assert!(drawn.entry.size > left);
            }
        }
    }

    #[test]
    fn what_was_drawn_is_accepted_and_read_again(
        (rules, entries) in drawn(),
        seed in any_seed(),
    ) {
        let frozen = Frozen::try_new(rules, entries).unwrap();
        prop_assert_eq!(&Frozen::parse(frozen.text()).unwrap(), &frozen);
        let verified = verify(&Published::of(&frozen, &seed)).unwrap();
        prop_assert_eq!(verified.outcome, frozen.draw(&seed));
        prop_assert_eq!(verified.seed, seed);
    }

    #[test]
    fn another_bit_of_the_seed_breaks_the_promise(bytes in any::<[u8; 32]>(), bit in 0_usize..256) {
        let promised = Commitment::of(&Seed::new(bytes));
        let mut other = bytes;
        other[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(promised.opens(&Seed::new(bytes)));
        prop_assert!(!promised.opens(&Seed::new(other)));
    }

    #[test]
    fn another_entry_changes_the_digest(
        (rules, entries) in drawn(),
        seed in any_seed(),
        at in any::<Index>(),
    ) {
        let frozen = Frozen::try_new(rules.clone(), entries.clone()).unwrap();
        let mut others = vec![entries.clone(), entries.clone(), entries.clone()];
        others[0].push(entry("other", &rules.tiers[0].code, 1));
        if entries.is_empty() {
            others.truncate(1);
        } else {
            let at = at.index(entries.len());
            others[1][at].size += 1;
            others[2].remove(at);
        }
        for entries in others {
            let other = Frozen::try_new(rules.clone(), entries).unwrap();
            prop_assert_ne!(other.digest(), frozen.digest());
            let mut published = Published::of(&other, &seed);
            published.digest = Published::digest_text(frozen.digest()).into_bytes();
            let mismatch = Mismatch::Digest {
                published: frozen.digest(),
                computed: other.digest(),
            };
            prop_assert_eq!(verify(&published), Err(vec![mismatch]));
        }
    }

    #[test]
    fn one_byte_otherwise_in_any_file_is_refused(
        (rules, entries) in drawn(),
        seed in any_seed(),
        at in any::<Index>(),
        bits in 1_u8..,
    ) {
        let published = Published::of(&Frozen::try_new(rules, entries).unwrap(), &seed);
        for name in File::ALL {
            let mut changed = published.clone();
            let bytes = file(&mut changed, name);
            let at = at.index(bytes.len());
            bytes[at] ^= bits;
            prop_assert!(verify(&changed).is_err(), "{name}, byte {at}");
        }
    }
}

#[test]
fn every_byte_of_a_draw_counts() {
    let frozen = Frozen::try_new(Rules::one_tier("t", 2), singles("all", 3)).unwrap();
    let published = Published::of(&frozen, &seed(5));
    let ways: [fn(&mut Vec<u8>, usize); 6] = [
        |bytes, at| bytes[at] ^= 1,
        |bytes, at| bytes[at] ^= 0x20,
        |bytes, at| bytes[at] ^= 0x80,
        |bytes, at| bytes.insert(at, bytes[at]),
        |bytes, at| bytes.truncate(at),
        |bytes, at| {
            bytes.remove(at);
        },
    ];
    for name in File::ALL {
        for at in 0..file(&mut published.clone(), name).len() {
            for way in ways {
                let mut other = published.clone();
                way(file(&mut other, name), at);
                let mismatches = verify(&other).expect_err(name.name());
                assert!(!mismatches.is_empty(), "{name}, byte {at}");
            }
        }
    }
}
