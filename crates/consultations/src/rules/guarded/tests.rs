use kernel::PersonId;
use uuid::Uuid;

use super::*;
use crate::{entity::CaseId, rules::Due, samples::figures::random};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_ward_sees_a_year_from_a_month_after_its_end() {
    for (today, last) in [
        ("2027-03-31", 2025),
        ("2027-04-30", 2025),
        ("2027-05-01", 2026),
        ("2028-04-30", 2026),
    ] {
        let seen = years_for_ward(date(today));
        assert_eq!(seen.end().year(), last, "{today}");
        assert_eq!(seen.start().year(), last - 9, "{today}");
    }
}

/// Nothing small is told, nothing else than the truth, and no table has one thing hidden that is what
/// its total leaves over. That two things hidden do not tell each other is tested in `disclosure`.
#[test]
fn nothing_small_is_told_nor_what_a_total_leaves_over() {
    for (many, seed) in (5..95).cycle().zip(1..400) {
        let facts = random(seed, many);
        let (whole, told) = (facts.sums(), facts.sums_for_ward().unwrap());
        assert_eq!(whole.tables.len(), told.tables.len() + 1);
        assert!(told.tables.iter().all(|table| table.by != "follow_up"));
        let mut hidden_once = false;
        for (whole, told) in whole.tables.iter().zip(&told.tables) {
            let by = &told.by;
            let all = whole.rows.iter().map(|row| row.1).chain([whole.all]);
            let seen = told.rows.iter().map(|row| row.1).chain([told.all]);
            for (all, seen) in all.zip(seen) {
                agrees(all, seen);
                hidden_once |= seen.count.is_none();
            }
            for measure in [|told: &Told| told.count, |told: &Told| told.persons] {
                let hidden = told.rows.iter().filter(|row| measure(&row.1).is_none());
                let adds_up = by != "field" && measure(&told.all).is_some();
                assert!(!adds_up || hidden.count() != 1, "{seed} {by}");
            }
        }
        assert!(hidden_once || facts.counted.len() > 50, "{seed}");
        agrees(whole.absent, told.absent);
        assert_eq!(told.waits.longest, None);
        let people = Figure::of(facts.waits.iter().map(|one| one.person)).persons;
        assert_eq!(told.waits.twice_median.is_some(), people >= LEAST, "{seed}");
        let known = facts.counted.is_empty() || whole.tables[0].all.persons >= Some(LEAST);
        let adding = |table: &&Sheet| !table.rows.is_empty() && table.by != "field";
        for table in told.tables.iter().filter(adding) {
            assert_eq!(table.all.count.is_some(), known, "{seed} {}", table.by);
        }
    }
}

#[test]
fn of_follow_ups_the_ward_learns_a_share_in_steps_of_five_and_nothing_of_few() {
    for (done, open, expected) in [
        (20, 5, Some(80)),
        (21, 6, Some(80)),
        (19, 0, Some(100)),
        (0, 12, Some(0)),
        (30, 10, Some(75)),
        (20, 1, None),
        (4, 20, None),
        (2, 2, None),
        (0, 0, None),
    ] {
        let due = |done: bool| Due {
            case: CaseId(Uuid::new_v4()),
            person: PersonId(Uuid::new_v4()),
            day: date("2026-12-10"),
            done,
        };
        let all = std::iter::repeat_with(|| due(true)).take(done);
        let facts = Facts {
            follow_ups: all
                .chain(std::iter::repeat_with(|| due(false)).take(open))
                .collect(),
            ..Facts::default()
        };
        let told = facts.sums_for_ward().unwrap().followed_up;
        assert_eq!(told, expected, "{done} of {}", done + open);
    }
}

#[track_caller]
fn agrees(whole: Told, told: Told) {
    for (whole, told) in [(whole.count, told.count), (whole.persons, told.persons)] {
        assert!(told.is_none() || told == whole);
        assert!(
            told.is_none_or(|told| told == 0 || told >= LEAST),
            "{told:?}"
        );
    }
}

#[test]
fn half_of_those_who_waited_did_so_at_most_as_long_as_the_median() {
    for seed in 1..100 {
        let facts = random(seed, 30);
        let mut days: Vec<i32> = facts.waits.iter().map(|one| one.days).collect();
        days.sort_unstable();
        let found = facts.sums().waits;
        let many = days.len();
        let expected = match many {
            0 => None,
            many if many % 2 == 1 => Some(days[many / 2] * 2),
            many => Some(days[many / 2 - 1] + days[many / 2]),
        };
        assert_eq!(found.twice_median, expected, "{days:?}");
        assert_eq!(found.longest, days.iter().max().copied());
        assert_eq!(found.cases, Some(many as u64));
        let done = facts.follow_ups.iter().filter(|one| one.done).count() as u64;
        let table = facts.sums().tables.pop().unwrap();
        assert_eq!(table.rows[0].1.count, Some(done));
        assert_eq!(table.all.count, Some(facts.follow_ups.len() as u64));
    }
}
