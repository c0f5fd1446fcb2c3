//! A rule as pages put it into words.

use serde_json::{Value, json};
use views::Lang;

use crate::{
    entity::booking_rule::Kind,
    read::Catalogue,
    rules::{
        Rule,
        terms::{Ahead, Measure, Notice, Term},
        time_of_day,
    },
};

/// What the component `rule_words` is given: kind, numbers, whom and what it concerns, where it
/// comes from.
pub fn rule_facts(catalogue: &Catalogue, rule: &Rule, lang: Lang) -> Value {
    let space = rule.space.and_then(|id| catalogue.place(id));
    let mut facts = json!({
        "id": rule.id,
        "kind": rule.kind().code(),
        "by": "",
        "amount": 0,
        "space": space.map(|place| place.name(lang)),
        "locality": rule.selector.locality,
        "party": rule.selector.party,
        "stage": rule.selector.stage,
        "source": rule.source.said(lang),
        "since": rule.valid_from,
        "until": rule.valid_until,
    });
    for (name, value) in numbers(rule.term) {
        facts[name] = value;
    }
    facts
}

fn numbers(term: Term) -> Vec<(&'static str, Value)> {
    let clock = |minutes: i32| json!(time_of_day(minutes));
    match term {
        Term::Window(opening) => {
            let (by, amount) = match opening.ahead {
                Ahead::FirstOfMonth(months) => ("first_of_month", months),
                Ahead::Months(months) => ("months", months),
                Ahead::Days(days) => ("days", days),
            };
            vec![
                ("by", by.into()),
                ("amount", amount.into()),
                ("clock", clock(opening.clock)),
            ]
        }
        Term::Notice(Notice::Minutes(minutes)) => {
            vec![("by", "minutes".into()), ("amount", minutes.into())]
        }
        Term::Notice(Notice::Days { days, clock: until }) => vec![
            ("by", "days".into()),
            ("amount", days.into()),
            ("clock", clock(until)),
        ],
        Term::Quota(limit) => vec![
            (
                "by",
                match limit.measure {
                    Measure::Bookings => "bookings".into(),
                    Measure::Hours => "hours".into(),
                },
            ),
            ("amount", limit.most.into()),
            ("period", limit.period.code().into()),
        ],
        Term::Run(days) | Term::Approval(days) => vec![("amount", days.into())],
        Term::NoShow(penalty) => vec![
            ("amount", penalty.times.into()),
            ("within", penalty.within_months.into()),
            ("for_months", penalty.for_months.into()),
            ("late_days", penalty.late_days.into()),
        ],
    }
}

/// The rules in force today that concern a visitor, of one space or of all, in the order of kinds.
pub fn rules_to_quote(
    catalogue: &Catalogue,
    space: Option<crate::entity::SpaceId>,
    today: chrono::NaiveDate,
    lang: Lang,
) -> Vec<Value> {
    let mut found: Vec<&Rule> = catalogue
        .rules
        .iter()
        .filter(|rule| rule.in_force(today))
        .filter(|rule| space.is_none_or(|space| rule.space.is_none_or(|own| own == space)))
        .collect();
    let rank = |rule: &Rule| Kind::ALL.iter().position(|kind| *kind == rule.kind());
    // What a closer row of the space says takes the place of what is said of all spaces.
    if space.is_some() {
        let own: Vec<&Rule> = found
            .iter()
            .copied()
            .filter(|rule| rule.space.is_some())
            .collect();
        found.retain(|rule| {
            rule.space.is_some()
                || rule.kind() == Kind::Quota
                || !own.iter().any(|other| other.kind() == rule.kind())
        });
    }
    found.sort_by_key(|rule| (rank(rule), rule.space.is_none(), rule.id));
    found
        .into_iter()
        .map(|rule| rule_facts(catalogue, rule, lang))
        .collect()
}
