//! Whatever the rules, the wishes and the clock: windows hold, quotas hold, runs hold.

use std::collections::BTreeMap;

use chrono::{Datelike, Days};
use proptest::prelude::*;

use super::*;
use crate::rules::minute;

/// The first day of the play.
fn first() -> NaiveDate {
    date("2026-11-01")
}

/// A wish: made on which day, for how many days later, in which space, from which hour.
type Wish = (u64, u64, bool, i32, i32);

fn windows() -> impl Strategy<Value = Ahead> {
    prop_oneof![
        (1_u32..4).prop_map(Ahead::FirstOfMonth),
        (1_u32..4).prop_map(Ahead::Months),
        (1_u32..120).prop_map(Ahead::Days),
    ]
}

fn notices() -> impl Strategy<Value = Notice> {
    prop_oneof![
        (1_i32..3_000).prop_map(Notice::Minutes),
        (0_u32..5, 0_i32..1_440).prop_map(|(days, clock)| Notice::Days { days, clock }),
    ]
}

fn limits() -> impl Strategy<Value = Limit> {
    let measure = prop_oneof![Just(Measure::Bookings), Just(Measure::Hours)];
    let period = prop_oneof![
        Just(Period::Standing),
        Just(Period::Day),
        Just(Period::Week),
        Just(Period::Month),
    ];
    (1_i32..6, measure, period).prop_map(|(most, measure, period)| Limit {
        most,
        measure,
        period,
    })
}

proptest! {
    #[test]
    fn what_is_taken_keeps_every_rule(
        ahead in windows(),
        notice in notices(),
        limit in limits(),
        run in 1_i32..4,
        mut wishes in prop::collection::vec((0_u64..60, 0_u64..130, any::<bool>(), 9_i32..20, 1_i32..4), 1..60),
    ) {
        wishes.sort_unstable();
        let opening = Opening { ahead, clock: 540 };
        let rules = [
            samples::rule(Term::Window(opening)),
            samples::rule(Term::Notice(notice)),
            samples::rule(Term::Quota(limit)),
            samples::rule(Term::Run(run)),
        ];
        let mut booker = Booker::default();
        for wish in wishes {
            let (now, wanted) = read(wish);
            let terms = Terms::new(&rules, &booker);
            let stands = terms.wrong_time(wanted.space, &calendar(), wanted.span, now).is_none()
                && terms.wrong_amount(wanted, now).is_empty();
            if !stands || wanted.span.from <= now {
                continue;
            }
            prop_assert!(opening.of(wanted.span.from.date(), &calendar()).unwrap() <= now);
            prop_assert!(now <= notice.last(wanted.span.from));
            booker.taken.push(wanted);
            let ahead = booker.taken.iter().filter(|one| now < one.span.until);
            if limit.period == Period::Standing {
                prop_assert!(sum(limit.measure, ahead) <= i64::from(limit.most) * unit(limit.measure));
            }
        }
        prop_assert!(periods(limit, &booker.taken).values().all(|sum| *sum <= i64::from(limit.most) * unit(limit.measure)));
        prop_assert!(longest_run(&booker.taken) <= run);
    }
}

fn read((made, later, other, hour, hours): Wish) -> (Instant, Taken) {
    let day = first() + Days::new(made);
    let on = day + Days::new(later);
    let from = minute(on, hour * 60);
    let wanted = Taken {
        space: if other { OTHER } else { ROOM },
        span: Span {
            from,
            until: from + TimeDelta::hours(hours.into()),
        },
    };
    (minute(day, 600), wanted)
}

fn unit(measure: Measure) -> i64 {
    match measure {
        Measure::Bookings => 1,
        Measure::Hours => 60,
    }
}

fn sum<'t>(measure: Measure, taken: impl Iterator<Item = &'t Taken>) -> i64 {
    let one = |one: &Taken| match measure {
        Measure::Bookings => 1,
        Measure::Hours => one.span.minutes(),
    };
    taken.map(one).sum()
}

/// How much was taken in each period, counted in another way than the rule does.
fn periods(limit: Limit, taken: &[Taken]) -> BTreeMap<String, i64> {
    let mut found = BTreeMap::<String, Vec<Taken>>::new();
    for one in taken {
        let on = one.span.from.date();
        let name = match limit.period {
            Period::Standing => continue,
            Period::Day => on.to_string(),
            Period::Week => format!("{:?}", on.iso_week()),
            Period::Month => format!("{}-{}", on.year(), on.month()),
        };
        found.entry(name).or_default().push(*one);
    }
    let total = |taken: &Vec<Taken>| sum(limit.measure, taken.iter());
    found
        .iter()
        .map(|(name, taken)| (name.clone(), total(taken)))
        .collect()
}

fn longest_run(taken: &[Taken]) -> i32 {
    let mut longest = 0;
    for space in [ROOM, OTHER] {
        let mut days: Vec<NaiveDate> = taken
            .iter()
            .filter(|one| one.space == space)
            .map(|one| one.span.from.date())
            .collect();
        days.sort_unstable();
        days.dedup();
        let mut run = 0;
        for (at, day) in days.iter().enumerate() {
            let follows = at > 0 && days[at - 1].succ_opt() == Some(*day);
            run = if follows { run + 1 } else { 1 };
            longest = longest.max(run);
        }
    }
    longest
}
