//! Rules that overlap in whom, where and when they speak of: one is entered, another is ended.

use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::{entity::RuleId, rules::minute};

/// A rule of so many days before, numbered as it was entered.
fn opens(number: u128, days: u32, from: &str, until: Option<&str>) -> Rule {
    Rule {
        id: RuleId(Uuid::from_u128(number)),
        valid_from: date(from),
        valid_until: until.map(date),
        ..samples::days_ahead(days)
    }
}

fn days(rule: &Rule) -> u32 {
    match rule.term {
        Term::Window(Opening {
            ahead: Ahead::Days(days),
            ..
        }) => days,
        _ => 0,
    }
}

#[test]
fn an_earlier_rule_leaves_the_one_planned_for_later_and_ends_before_it() {
    let there = [
        opens(1, 90, "2026-04-01", Some("2027-03-31")),
        opens(2, 30, "2027-04-01", None),
    ];
    let thought_of = opens(0, 60, "2026-12-01", None);
    let revision = Revision::entering(&there, &thought_of);
    assert_eq!(revision.rule.valid_until, Some(date("2027-03-31")));
    assert_eq!(
        revision.ended,
        [(there[0].id, Some(date("2026-11-30")))],
        "the one planned for later stays"
    );
    assert_eq!(revision.later, [there[1].clone()]);
    let [_, after] = revision.of_its_kind();
    let booker = Booker::default();
    let terms = Terms::new(&after, &booker);
    for (on, expected) in [
        ("2026-11-30", 90),
        ("2026-12-01", 60),
        ("2027-03-31", 60),
        ("2027-04-01", 30),
        ("2028-04-01", 30),
    ] {
        let speaks = terms.of(Kind::Window, ROOM, date(on)).map(days);
        assert_eq!(speaks, Some(expected), "{on}");
    }
}

#[test]
fn what_ends_only_interrupts_and_one_of_the_same_day_is_replaced() {
    let there = [
        opens(1, 90, "2026-04-01", None),
        opens(2, 7, "2027-04-01", Some("2027-04-30")),
    ];
    // (the last day of what is entered, from when, which ends, its own last day in the end)
    for (until, from, ended, last) in [
        (None, "2026-12-01", Some("2026-11-30"), None),
        (Some("2027-05-31"), "2026-12-01", None, Some("2027-05-31")),
        (None, "2026-04-01", Some("2026-03-31"), None),
    ] {
        let revision = Revision::entering(&there, &opens(0, 60, from, until));
        let expected: Vec<_> = ended
            .map(|day| (there[0].id, Some(date(day))))
            .into_iter()
            .collect();
        assert_eq!(revision.ended, expected, "{from}");
        assert_eq!(revision.rule.valid_until, last.map(date), "{from}");
        assert_eq!(revision.later, [there[1].clone()], "{from}");
    }
}

#[test]
fn when_a_rule_ends_the_closest_that_speaks_of_the_same_people_takes_over() {
    let ward = Selector {
        locality: Some(Locality::WardBusiness),
        ..Selector::default()
    };
    let of = |number, days, selector, space| Rule {
        space,
        selector,
        ..opens(number, days, "2026-04-01", None)
    };
    let there = [
        of(1, 90, Selector::default(), None),
        of(2, 180, ward, None),
        of(3, 365, ward, Some(ROOM)),
        of(4, 10, Selector::default(), Some(OTHER)),
    ];
    for (ended, expected) in [(3, Some(180)), (2, Some(90)), (1, None), (4, Some(90))] {
        let rule = &there[ended - 1];
        let revision = Revision::ending(&there, rule, date("2026-12-31"));
        let speaks = revision.takes_over().first().map(|rule| days(rule));
        assert_eq!(speaks, expected, "rule {ended}");
        assert_eq!(revision.from, date("2027-01-01"));
    }
}

fn selectors() -> impl Strategy<Value = Selector> {
    let sides = (
        prop::option::of(prop_oneof![
            Just(Locality::WardBusiness),
            Just(Locality::Outside)
        ]),
        prop::option::of(prop_oneof![Just(Party::Business), Just(Party::Individual)]),
    );
    sides.prop_map(|(locality, party)| Selector {
        locality,
        party,
        stage: None,
    })
}

fn terms() -> impl Strategy<Value = Term> {
    prop_oneof![
        (1_u32..90).prop_map(|days| Term::Window(Opening {
            ahead: Ahead::Days(days),
            clock: 0
        })),
        (0_i32..3_000).prop_map(|minutes| Term::Notice(Notice::Minutes(minutes))),
        (1_i32..4).prop_map(Term::Run),
        (1_i32..4).prop_map(|most| Term::Quota(Limit {
            most,
            measure: Bookings,
            period: Period::Day
        })),
    ]
}

prop_compose! {
    /// A rule from some day on, perhaps for a while only.
    fn drawn()(
        term in terms(),
        space in prop::option::of(prop_oneof![Just(ROOM), Just(OTHER)]),
        selector in selectors(),
        from in 0_u64..120,
        lasts in prop::option::of(0_u64..60),
    ) -> Rule {
        let valid_from = first() + Days::new(from);
        Rule {
            space,
            selector,
            valid_from,
            valid_until: lasts.map(|days| valid_from + Days::new(days)),
            ..samples::rule(term)
        }
    }
}

fn first() -> NaiveDate {
    date("2026-11-01")
}

/// Everyone there can be: of the ward or not, alone or as an organisation.
fn everyone() -> Vec<Category> {
    let localities = [Locality::WardBusiness, Locality::Outside];
    let of = |locality| {
        [Party::Business, Party::Individual].map(|party| Category {
            locality,
            party,
            ..Category::UNREVIEWED
        })
    };
    localities.into_iter().flat_map(of).collect()
}

/// The rule that speaks, told from what was entered alone: nothing was ever ended, the closest
/// speaks, among equals the one that begins last, then the one entered last.
fn told(
    entered: &[Rule],
    kind: Kind,
    space: SpaceId,
    category: Category,
    on: NaiveDate,
) -> Option<&Rule> {
    let mut speaking = None;
    let mut best = None;
    for (at, rule) in entered.iter().enumerate() {
        let over = rule.valid_until.is_some_and(|last| last < on);
        if rule.kind() != kind || on < rule.valid_from || over {
            continue;
        }
        if rule.space.is_some_and(|own| own != space) || !rule.selector.fits(category) {
            continue;
        }
        let rank = (
            rule.space.is_some(),
            rule.selector.locality.is_some(),
            rule.selector.party.is_some(),
            rule.valid_from,
            at,
        );
        if best.is_none_or(|best| best < rank) {
            best = Some(rank);
            speaking = Some(rule);
        }
    }
    speaking
}

/// What the rules are once all these were entered one after another.
fn enter_all(entered: &[Rule]) -> Vec<Rule> {
    let mut there: Vec<Rule> = Vec::new();
    for (number, rule) in (1..).zip(entered) {
        let revision = Revision::entering(&there, rule);
        for (id, last) in &revision.ended {
            let ended = there.iter_mut().find(|other| other.id == *id);
            ended.unwrap().valid_until = *last;
        }
        there.push(Rule {
            id: RuleId(Uuid::from_u128(number)),
            ..revision.rule
        });
    }
    there
}

proptest! {
    #[test]
    fn whatever_is_entered_in_whatever_order_each_day_has_the_rule_that_was_meant(
        entered in prop::collection::vec(drawn(), 1..12),
    ) {
        let there = enter_all(&entered);
        let mut thought_of = enter_all(&entered[..entered.len() - 1]);
        let last = entered.last().unwrap();
        let [_, mut preview] = Revision::entering(&thought_of, last).of_its_kind();
        thought_of.retain(|rule| rule.kind() != last.kind());
        preview.append(&mut thought_of);
        for category in everyone() {
            let booker = Booker { category, ..Booker::default() };
            let terms = Terms::new(&there, &booker);
            let shown = Terms::new(&preview, &booker);
            for (space, kind) in [ROOM, OTHER].into_iter().flat_map(|space| {
                [Kind::Window, Kind::Notice, Kind::Run].map(|kind| (space, kind))
            }) {
                for on in first().iter_days().take(200) {
                    let expected = told(&entered, kind, space, category, on).map(|rule| rule.term);
                    prop_assert_eq!(terms.of(kind, space, on).map(|rule| rule.term), expected);
                    prop_assert_eq!(shown.of(kind, space, on).map(|rule| rule.term), expected);
                }
            }
        }
    }

    #[test]
    fn what_is_taken_keeps_the_rule_that_speaks_for_its_day_and_its_category(
        entered in prop::collection::vec(drawn(), 1..12),
        who in 0_usize..4,
        mut wishes in prop::collection::vec((0_u64..120, 0_u64..60, any::<bool>(), 9_i32..20), 1..40),
    ) {
        wishes.sort_unstable();
        let there = enter_all(&entered);
        let category = everyone()[who];
        let mut booker = Booker { category, ..Booker::default() };
        for (made, later, other, hour) in wishes {
            let day = first() + Days::new(made);
            let on = day + Days::new(later);
            let (now, from) = (minute(day, 600), minute(on, hour * 60));
            let space = if other { OTHER } else { ROOM };
            let wanted = Taken { space, span: Span { from, until: from + TimeDelta::hours(1) } };
            let terms = Terms::new(&there, &booker);
            let stands = terms.wrong_time(space, &calendar(), wanted.span, now).is_none()
                && terms.wrong_amount(wanted, now).is_empty();
            if !stands || from <= now {
                continue;
            }
            booker.taken.push(wanted);
            let speaks = |kind| told(&entered, kind, space, category, on).map(|rule| rule.term);
            if let Some(Term::Window(opening)) = speaks(Kind::Window) {
                prop_assert!(opening.of(on, &calendar()).unwrap() <= now);
            }
            if let Some(Term::Notice(notice)) = speaks(Kind::Notice) {
                prop_assert!(now <= notice.last(from));
            }
            let same = booker.taken.iter().filter(|one| one.span.from.date() == on);
            for own in [None, Some(space)] {
                let of: Vec<Rule> = entered.iter().filter(|rule| rule.space == own).cloned().collect();
                if let Some(rule) = told(&of, Kind::Quota, space, category, on)
                    && let Term::Quota(limit) = rule.term
                {
                    let counted = same.clone().filter(|one| own.is_none_or(|own| own == one.space));
                    prop_assert!(i32::try_from(counted.count()).unwrap() <= limit.most);
                }
            }
        }
    }
}
