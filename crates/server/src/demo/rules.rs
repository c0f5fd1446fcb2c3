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
    let by = |article: &str, article_en: &str| Reason {
        ja: article.to_owned(),
        en: article_en.to_owned(),
    };
    let for_all = |term, source| rule(since, term, everyone, None, source);
    let opening = || by("施行規則第5条", "Rules, article 5");
    let mut rules = vec![
        for_all(opens(3), opening()),
        rule(since, opens(6), ward, None, opening()),
        for_all(Term::Quota(a_day), by("施行規則第6条", "Rules, article 6")),
        for_all(
            Term::NoShow(absent),
            by("施行規則第12条", "Rules, article 12"),
        ),
    ];
    let large = |one: &&Opened| matches!(one.space.kind, Kind::Community | Kind::Seminar);
    let day_before = Term::Notice(Notice::Days {
        days: 1,
        clock: 17 * 60,
    });
    for one in opened.iter().filter(large) {
        let guide = by("利用案内 3", "Guide to use, 3");
        rules.push(rule(since, day_before, everyone, Some(one.id), guide));
        let article = by("施行規則第7条", "Rules, article 7");
        rules.push(rule(since, Term::Run(3), everyone, Some(one.id), article));
    }
    // One that was given up, and one that is to come.
    let mut over = for_all(
        Term::Run(14),
        by("施行規則旧第7条", "Rules, former article 7"),
    );
    over.valid_until = since.checked_add_days(Days::new(30));
    rules.push(over);
    let more = Term::Quota(Limit { most: 5, ..a_day });
    let amended = by("施行規則第6条（改正）", "Rules, article 6 as amended");
    rules.push(rule(since + Days::new(365), more, ward, None, amended));
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
    source: Reason,
) -> Rule {
    Rule {
        id: RuleId(Uuid::nil()),
        term,
        space,
        selector,
        source,
        valid_from,
        valid_until: None,
    }
}
