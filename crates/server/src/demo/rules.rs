//! The rules of booking of the demonstration, as wards have them (`domain.md`, part 4): 江東's
//! opening by category, a day's notice for the large rooms, 中央's answer to staying away.

use bookings::{
    entity::{RuleId, SpaceId, booking_rule::Period, space::Kind},
    rules::{
        Rule,
        closure::Reason,
        terms::{Ahead, Limit, Measure, Notice, Opening, Penalty, Term},
    },
    service,
};
use chrono::{Days, NaiveDate};
use kernel::{Fault, Work};
use organisations::{entity::category::Locality, rules::Selector};
use uuid::Uuid;

use super::spaces::Opened;

/// Enters all of them.
pub(super) async fn enter(work: &Work, since: NaiveDate, opened: &[Opened]) -> Result<(), Fault> {
    let everyone = Selector::default();
    let ward = Selector {
        locality: Some(Locality::WardBusiness),
        ..everyone
    };
    let opens = |months| {
        Term::Window(Opening {
            ahead: Ahead::FirstOfMonth(months),
            clock: 9 * 60,
        })
    };
    let a_day = Limit {
        most: 3,
        measure: Measure::Bookings,
        period: Period::Day,
    };
    let absent = Penalty {
        times: 2,
        within_months: 6,
        for_months: 3,
        late_days: None,
    };
    let mut rules = vec![
        rule(
            since,
            opens(3),
            everyone,
            None,
            "施行規則第5条",
            "Rules, article 5",
        ),
        rule(
            since,
            opens(6),
            ward,
            None,
            "施行規則第5条",
            "Rules, article 5",
        ),
        rule(
            since,
            Term::Quota(a_day),
            everyone,
            None,
            "施行規則第6条",
            "Rules, article 6",
        ),
        rule(
            since,
            Term::NoShow(absent),
            everyone,
            None,
            "施行規則第12条",
            "Rules, article 12",
        ),
    ];
    let large = |one: &&Opened| matches!(one.space.kind, Kind::Community | Kind::Seminar);
    let day_before = Term::Notice(Notice::Days {
        days: 1,
        clock: 17 * 60,
    });
    for one in opened.iter().filter(large) {
        let (source, source_en) = ("利用案内 3", "Guide to use, 3");
        rules.push(rule(
            since,
            day_before,
            everyone,
            Some(one.id),
            source,
            source_en,
        ));
        let (source, source_en) = ("施行規則第7条", "Rules, article 7");
        rules.push(rule(
            since,
            Term::Run(3),
            everyone,
            Some(one.id),
            source,
            source_en,
        ));
    }
    // One that was given up, and one that is to come.
    let mut over = rule(
        since,
        Term::Run(14),
        everyone,
        None,
        "施行規則旧第7条",
        "Rules, former article 7",
    );
    over.valid_until = since.checked_add_days(Days::new(30));
    rules.push(over);
    let more = Limit { most: 5, ..a_day };
    rules.push(rule(
        since + Days::new(365),
        Term::Quota(more),
        ward,
        None,
        "施行規則第6条（改正）",
        "Rules, article 6 as amended",
    ));
    for rule in rules {
        service::set_rule(work, &rule).await?;
    }
    Ok(())
}

pub(super) fn rule(
    valid_from: NaiveDate,
    term: Term,
    selector: Selector,
    space: Option<SpaceId>,
    source: &str,
    source_en: &str,
) -> Rule {
    Rule {
        id: RuleId(Uuid::nil()),
        term,
        space,
        selector,
        source: Reason {
            ja: source.to_owned(),
            en: source_en.to_owned(),
        },
        valid_from,
        valid_until: None,
    }
}
