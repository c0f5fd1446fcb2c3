//! What cancelling costs, by how early it is done.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::{
    read::{PaymentTerms, tier_facts as tiers},
    rules::charges::Tier,
};

/// What cancelling costs now, until when, and what it costs from each day before the last use on
/// which other terms begin: those of the day of cancelling decide.
pub(super) fn cancelling(
    rows: &[PaymentTerms],
    today: NaiveDate,
    last: NaiveDate,
) -> [(&'static str, Value); 3] {
    let [now, end] = [today, last].map(|day| day.to_string());
    let mut own: &[Tier] = rows
        .iter()
        .find(|row| row.valid_from <= now)
        .map_or(&[][..], |row| row.tiers.as_slice());
    let current = tiers(own);
    let mut later = Vec::new();
    // The newest comes first.
    for row in rows.iter().rev() {
        if now < row.valid_from && row.valid_from <= end && row.tiers != own {
            own = &row.tiers;
            later.push(json!({ "from": row.valid_from, "tiers": tiers(own) }));
        }
    }
    let from = later.first().and_then(|one| one["from"].as_str());
    let from: Option<NaiveDate> = from.and_then(|day| day.parse().ok());
    let until = from.and_then(|day| day.pred_opt());
    [
        ("tiers", current.into()),
        ("until", json!(until)),
        ("later", later.into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_that_begin_before_the_use_are_told_with_their_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let row = |from: &str, percent: i32| PaymentTerms {
            valid_from: from.to_owned(),
            days: 14,
            tiers: vec![Tier {
                days_before: 0,
                percent,
            }],
        };
        let rows = [
            row("2027-05-01", 100),
            row("2027-04-01", 80),
            row("2027-02-01", 50),
            row("2026-04-01", 50),
        ];
        for (used_on, until, begin) in [
            ("2027-03-31", None, &[][..]),
            ("2027-04-01", Some("2027-03-31"), &["2027-04-01"]),
            ("2027-04-21", Some("2027-03-31"), &["2027-04-01"]),
            (
                "2027-05-01",
                Some("2027-03-31"),
                &["2027-04-01", "2027-05-01"],
            ),
        ] {
            let [(_, now), (_, last), (_, later)] =
                cancelling(&rows, day("2026-12-08"), day(used_on));
            assert_eq!(now[0]["percent"], 50, "{used_on}");
            assert_eq!(last, json!(until), "{used_on}");
            let found: Vec<&str> = later
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|one| one["from"].as_str())
                .collect();
            assert_eq!(found, begin, "{used_on}");
        }
    }
}
