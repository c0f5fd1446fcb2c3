use std::collections::BTreeSet;

use uuid::Uuid;

use super::*;
use crate::samples::figures::random;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

#[test]
fn who_came_three_times_is_one_person_and_what_has_two_fields_is_in_both() {
    let one = |day_of: u32, fields: &[Field]| Counted {
        meeting: MeetingId(Uuid::from_u128(day_of.into())),
        case: CaseId(Uuid::nil()),
        person: PersonId(Uuid::from_u128(7)),
        day: day(day_of),
        expert: ExpertId(Uuid::nil()),
        mode: Mode::Telephone,
        fields: fields.to_vec(),
        is_new: false,
        industry: Industry::Retail,
        size: Size::Small,
        in_ward: true,
        stage: Stage::Preparing,
        outcome: None,
        desk: None,
    };
    let mut counted = vec![
        one(3, &[Field::Founding, Field::Finance]),
        one(10, &[Field::Founding]),
        one(17, &[Field::Finance]),
    ];
    mark_new(&mut counted, []);
    let figure = |by: By, value: &str| {
        let tally = tally(by, &counted);
        assert_eq!((tally.all.count, tally.all.persons), (3, 1), "{by:?}");
        let row = tally.rows.iter().find(|row| row.0 == value).unwrap();
        (row.1.count, row.1.persons)
    };
    for (by, value, expected) in [
        (By::Field, "founding", (2, 1)),
        (By::Field, "finance", (2, 1)),
        (By::Field, "tax", (0, 0)),
        (By::Mode, "telephone", (3, 1)),
        (By::Visit, "new", (1, 1)),
        (By::Visit, "repeat", (2, 1)),
        (By::Founding, "before", (3, 1)),
        (By::Outcome, "open", (3, 1)),
        (By::Ward, "yes", (3, 1)),
    ] {
        assert_eq!(figure(by, value), expected, "{by:?} {value}");
    }
}

/// Every table, counted the long way: each consultation under each value that it can have.
#[test]
fn every_table_is_what_counting_one_by_one_comes_to() {
    for seed in 1..200 {
        let facts = random(seed, 60);
        let counted = &facts.counted;
        for by in By::ALL {
            let tally = tally(*by, counted);
            let mut times = 0;
            for (value, figure) in &tally.rows {
                let mut count = 0;
                let mut people = BTreeSet::new();
                for one in counted {
                    if values(*by, one).contains(value) {
                        count += 1;
                        people.insert(one.person);
                    }
                }
                assert_eq!(figure.count, count, "{seed} {by:?} {value}");
                assert_eq!(figure.persons, people.len() as u64, "{seed} {by:?} {value}");
                times += count;
            }
            let people: BTreeSet<PersonId> = counted.iter().map(|one| one.person).collect();
            assert_eq!(tally.all.count, counted.len() as u64);
            assert_eq!(tally.all.persons, people.len() as u64);
            let expected = match by {
                // Where nobody came by a special desk, there is no table of desks.
                By::Desk if tally.rows.is_empty() => 0,
                By::Field => counted.iter().map(|one| one.fields.len() as u64).sum(),
                _ => counted.len() as u64,
            };
            assert_eq!(times, expected, "{seed} {by:?}: every one is in the table");
        }
    }
}

/// The values of one consultation, without the code that is tested.
fn values(by: By, one: &Counted) -> Vec<String> {
    let text = |text: &str| vec![text.to_owned()];
    match by {
        By::Field => one
            .fields
            .iter()
            .map(|field| field.code().to_owned())
            .collect(),
        By::Mode => text(one.mode.code()),
        By::Visit => text(if one.is_new { "new" } else { "repeat" }),
        By::Industry => text(one.industry.code()),
        By::Size => text(one.size.code()),
        By::Ward => text(if one.in_ward { "yes" } else { "no" }),
        By::Founding => text(match one.stage {
            Stage::Thinking | Stage::Preparing => "before",
            Stage::Young | Stage::Company => "after",
            Stage::Other => "other",
        }),
        By::Expert => text(&one.expert.to_string()),
        By::Desk => vec![match one.desk {
            Some(desk) => desk.to_string(),
            None => "usual".to_owned(),
        }],
        By::Outcome => text(one.outcome.map_or("open", Outcome::code)),
    }
}

#[test]
fn whoever_came_before_is_new_nowhere_and_everybody_else_once() {
    for seed in 1..50 {
        let mut facts = random(seed, 40);
        let known: HashSet<PersonId> = (0..5).map(|one| PersonId(Uuid::from_u128(one))).collect();
        mark_new(&mut facts.counted, known.clone());
        let mut met = known;
        for one in &facts.counted {
            assert_eq!(one.is_new, !met.contains(&one.person), "{seed}");
            met.insert(one.person);
        }
    }
}
