//! Invented figures: made up at random for tests, and for template samples.

#[cfg(test)]
use chrono::{Days, NaiveDate};
#[cfg(test)]
use kernel::PersonId;
use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

#[cfg(test)]
use crate::{
    entity::{
        CaseId, EmergencyDeskId, ExpertId, MeetingId,
        case::{Industry, Outcome, Stage},
        case_field::Field,
        meeting::Mode,
    },
    rules::{Counted, Due, Facts, Missed, Size, Waited, mark_new},
};

/// Figures of a centre: a few numbers drawn with a seed, the same every time.
#[cfg(test)]
pub(crate) fn random(seed: u64, many: usize) -> Facts {
    let mut state = seed;
    let mut draw = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let first = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
    let people = 1 + many / 2;
    let mut facts = Facts::default();
    for nth in 0..many {
        let (person, trades) = (draw(people), draw(7) + 1);
        let mut fields: Vec<Field> = (0..=draw(3))
            .map(|_| Field::ALL[draw(Field::ALL.len())])
            .collect();
        fields.sort_unstable();
        fields.dedup();
        facts.counted.push(Counted {
            meeting: MeetingId(Uuid::from_u128(nth as u128)),
            case: CaseId(Uuid::from_u128(person as u128)),
            person: PersonId(Uuid::from_u128(person as u128)),
            day: first + Days::new(nth as u64),
            expert: ExpertId(Uuid::from_u128(draw(4) as u128)),
            mode: Mode::ALL[draw(4)],
            fields,
            is_new: false,
            industry: Industry::ALL[draw(trades)],
            size: Size::ALL[draw(4)],
            in_ward: draw(10) > 0,
            stage: Stage::ALL[draw(5)],
            outcome: Outcome::ALL.get(draw(6)).copied(),
            desk: (draw(5) == 0).then(|| EmergencyDeskId(Uuid::from_u128(draw(2) as u128))),
        });
    }
    mark_new(&mut facts.counted, []);
    for _ in 0..draw(many) {
        let one = draw(people) as u128;
        let (case, person) = (CaseId(Uuid::from_u128(one)), PersonId(Uuid::from_u128(one)));
        let day = first + Days::new(draw(300) as u64);
        match draw(3) {
            0 => facts.absent.push(Missed {
                case,
                person,
                day,
                expert: ExpertId(Uuid::nil()),
                mode: Mode::Online,
            }),
            1 => facts.waits.push(Waited {
                case,
                person,
                day,
                days: i32::try_from(draw(40)).unwrap(),
            }),
            _ => facts.follow_ups.push(Due {
                case,
                person,
                day,
                done: draw(2) == 0,
            }),
        }
    }
    facts
}

pub(super) fn templates() -> Vec<Sample> {
    let row = |by: &str, is: &str, count: Value, persons: Value| json!({ "by": by, "is": is, "name": "創業", "count": count, "persons": persons });
    let table = |by: &str, rows: Value| json!({ "by": by, "rows": rows, "all": row("all", "", json!(31), json!(19)) });
    let tables = [
        "field", "mode", "visit", "industry", "size", "ward", "founding", "expert", "outcome",
        "desk",
    ];
    let mut tables: Vec<Value> = tables
        .map(|by| {
            let some = row(by, "founding", json!(12), json!(7));
            let none = row(by, "tax", json!(0), json!(0));
            table(
                by,
                json!([some, none, row(by, "law", Value::Null, Value::Null)]),
            )
        })
        .to_vec();
    tables.push(table("expert", json!([])));
    tables.push(
        json!({ "by": "follow_up", "rows": [row("follow_up", "done", json!(9), json!(8))],
        "all": row("follow_up", "", json!(12), json!(9)) }),
    );
    let month = json!({ "name": "month", "value": "2026-12", "first": "2026-12-01", "year": null,
        "previous": "/cases/figures?month=2026-11", "next": "/cases/figures?month=2027-01",
        "other": "/cases/figures?year=2026" });
    let year = json!({ "name": "year", "value": "2026", "first": null, "year": "令和8年度",
        "previous": null, "next": null, "other": null });
    let page = |period: &Value, absent: Value, waits: Value, made_at: Value| {
        let facts = json!({ "period": period, "tables": tables, "absent": absent, "waits": waits,
            "followed_up": if made_at.is_null() || absent.is_null() { Value::Null } else { json!(85) },
            "whole": made_at.is_null(), "made_at": made_at });
        Sample::staff("consultations/figures.html", facts)
    };
    let told = json!({ "count": 6, "persons": 5 });
    let hidden = json!({ "count": null, "persons": null });
    let waits = |cases: Value, median: Value, longest: Value| json!({ "none": cases == 0, "cases": cases, "median": median, "longest": longest });
    let made = json!("2027-05-01T00:00:00Z");
    vec![
        page(
            &month,
            told.clone(),
            waits(json!(6), json!("4.5"), json!(12)),
            Value::Null,
        ),
        page(
            &year,
            hidden,
            waits(Value::Null, Value::Null, Value::Null),
            made.clone(),
        ),
        page(&year, told, waits(json!(0), Value::Null, Value::Null), made),
        rows(&month, "field", true),
        rows(&year, "wait", true),
        rows(&month, "all", false),
    ]
}

fn rows(period: &Value, by: &str, some: bool) -> Sample {
    let row = |days: Value| {
        json!({
            "secret": false, "case": Uuid::nil(), "reference": "K7M-4PX-9TD", "day": "2026-12-10",
            "expert": days.is_null().then_some("助言 ともこ"),
            "mode": days.is_null().then_some("telephone"), "days": days,
        })
    };
    let all = json!([row(Value::Null), row(json!(12)), { "secret": true }]);
    let facts = json!({
        "period": period, "by": by, "of": if by == "field" { json!("創業") } else { Value::Null },
        "rows": if some { all } else { json!([]) }, "many": if some { 3 } else { 0 },
        "previous": null, "next": some.then_some("/cases/figures/rows?after=100"),
    });
    Sample::staff("consultations/figures_rows.html", facts)
}
