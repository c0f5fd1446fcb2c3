//! Rules of booking as they usually are.

mod previews;

use std::sync::LazyLock;

use chrono::NaiveDate;
use organisations::rules::Selector;
use serde_json::{Value, json};
use uuid::Uuid;
use views::{Lang, samples::Sample};

use crate::{
    entity::{RuleId, booking_rule::Period},
    read::{Catalogue, rule_facts},
    rules::{
        Booker, Rule, Terms,
        closure::Reason,
        terms::{Ahead, Limit, Measure, Notice, Opening, Penalty, Term},
    },
};

/// A rule for everyone and every space, since April 2026.
pub fn rule(term: Term) -> Rule {
    Rule {
        id: RuleId(Uuid::nil()),
        term,
        space: None,
        selector: Selector::default(),
        source: Reason {
            ja: "施行規則第5条".into(),
            en: "Rules, article 5".into(),
        },
        valid_from: NaiveDate::from_ymd_opt(2026, 4, 1).unwrap_or_default(),
        valid_until: None,
    }
}

/// Every day can be booked so many days before, from midnight on.
pub fn days_ahead(days: u32) -> Rule {
    rule(Term::Window(Opening {
        ahead: Ahead::Days(days),
        clock: 0,
    }))
}

/// Rules as they look at someone of whom nothing is known.
pub fn anyone(rules: &[Rule]) -> Terms<'_> {
    static NOBODY: LazyLock<Booker> = LazyLock::new(Booker::default);
    Terms::new(rules, &NOBODY)
}

/// Rules as pages quote them: one of every kind, by category and for one space.
pub fn quoted_rules() -> Vec<Value> {
    let catalogue = Catalogue::default();
    let limit = |most, measure, period| {
        Term::Quota(Limit {
            most,
            measure,
            period,
        })
    };
    let absent = Penalty {
        times: 2,
        within_months: 6,
        for_months: 3,
        late_days: Some(3),
    };
    let opens = |ahead| {
        Term::Window(Opening {
            ahead,
            clock: 9 * 60,
        })
    };
    let day_before = Notice::Days {
        days: 1,
        clock: 17 * 60,
    };
    let terms = [
        opens(Ahead::FirstOfMonth(6)),
        opens(Ahead::Months(3)),
        opens(Ahead::Days(90)),
        Term::Notice(day_before),
        Term::Notice(Notice::Minutes(30)),
        limit(5, Measure::Bookings, Period::Standing),
        limit(20, Measure::Hours, Period::Month),
        Term::Run(3),
        Term::NoShow(absent),
    ];
    let said = |term| rule_facts(&catalogue, &rule(term), Lang::Ja);
    let mut facts: Vec<Value> = terms.into_iter().map(said).collect();
    facts[0]["locality"] = "ward_business".into();
    facts[1]["stage"] = "before_founding".into();
    facts[1]["party"] = "individual".into();
    facts[3]["space"] = "区民交流活動室".into();
    facts[5]["until"] = "2027-03-31".into();
    facts
}

/// The pages of the rules.
pub(super) fn pages() -> Vec<Sample> {
    let group = |kind: &str, rows: Vec<Value>| json!({ "kind": kind, "rows": rows });
    let waiver = |reason: Option<&str>| {
        json!({
            "reference": "K7M-4PX-9TD", "space": "区民交流活動室",
            "from": "2026-12-15T13:00:00+09:00", "until": "2026-12-15T15:00:00+09:00",
            "reason": reason, "given_by": "窓口 まさみ", "given_at": "2026-12-14T18:00:00+09:00",
        })
    };
    let kinds = ["window", "notice", "quota", "run", "approval", "no_show"];
    let form = |kind: &str| {
        let facts = json!({
            "kind": kind, "kinds": kinds, "places": [{ "value": "x", "label": "会議室A" }],
            "form": { "since": "2026-12-08", "clock": "9:00" },
        });
        Sample::page("bookings/rules/new.html", facts)
    };
    let mut samples = vec![
        Sample::bare("bookings/rules/pieces.html", json!({})),
        Sample::bare(
            "bookings/rules/table.html",
            json!({ "rows": [listed(0, "in-force")], "caption": "きまり", "hide_caption": false }),
        ),
        Sample::page(
            "bookings/rules/all.html",
            json!({
                "may_rule": true,
                "kinds": [
                    group("window", vec![listed(0, "in-force"), listed(1, "coming")]),
                    group("notice", vec![]),
                ],
                "over": [listed(8, "over")],
                "waivers": [waiver(Some("区の災害対応の打合せのため")), waiver(None)],
            }),
        ),
        Sample::page(
            "bookings/rules/one.html",
            json!({ "rule": listed(5, "in-force"), "may_end": true }),
        ),
        Sample::page(
            "bookings/rules/one.html",
            json!({
                "rule": listed(0, "over"), "may_end": false,
                "refused": { "key": "bookings-rule-no-earlier" },
            }),
        ),
    ];
    samples.extend(kinds.map(form));
    samples.extend(previews::pages());
    samples
}

/// A quoted rule as the lists show it.
fn listed(at: usize, standing: &str) -> Value {
    let mut facts = quoted_rules().swap_remove(at);
    facts["standing"] = standing.into();
    facts["made_by"] = (at > 0).then_some("実例 よしお").into();
    facts["made_at"] = "2026-03-15T10:00:00+09:00".into();
    facts
}

/// What a member under a restriction is shown.
pub(super) fn restriction(organisation: Option<&str>) -> Value {
    json!({
        "from": "2026-07-01", "until": "2026-09-30", "source": "施行規則第12条",
        "since": "2026-04-01", "organisation": organisation,
    })
}
