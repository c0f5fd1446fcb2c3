//! What is shown and written about absences, and the days that excuse them.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::{facts::booking, letter_facts, rules::restriction};

const LETTERS: [&str; 6] = [
    "letters/bookings/absent/subject.txt",
    "letters/bookings/absent/body.txt",
    "letters/bookings/absent/body.html",
    "letters/bookings/counts_again/subject.txt",
    "letters/bookings/counts_again/body.txt",
    "letters/bookings/counts_again/body.html",
];

/// The pages of absences, and of taking a day with a warning back.
pub(super) fn pages() -> Vec<Sample> {
    let all = |facts: Value| Sample::page("bookings/rules/absences.html", facts);
    let day = json!({ "id": Uuid::nil(), "on": "2026-12-14", "warning": "大雨警報" });
    let rows = [
        absence(Some("2026-12-14"), Some("大雨警報")),
        absence(None, None),
    ];
    let again = [
        again(absence(Some("2026-12-14"), None), true),
        again(absence(None, None), false),
    ];
    vec![
        all(json!({ "rows": rows, "warnings": [day] })),
        all(json!({
            "rows": [], "warnings": [], "refused": { "key": "bookings-no-such-warning" },
        })),
        withdrawal(&again),
        withdrawal(&[]),
    ]
}

/// The letters, with something that follows and with nothing.
pub(super) fn letters() -> Vec<Sample> {
    let letter = |letter, more: Value| {
        let mut facts = letter_facts();
        facts["more"] = more;
        facts["more"]["on"] = "2026-12-14".into();
        facts["more"]["warning"] = "大雨警報".into();
        Sample::bare(letter, mail::samples::given(facts))
    };
    let both = |one| [restriction(None), json!({ "until": null })].map(|more| letter(one, more));
    LETTERS.into_iter().flat_map(both).collect()
}

fn absence(asked_on: Option<&str>, excused: Option<&str>) -> Value {
    let mut facts = booking("absent", false);
    facts["asked_on"] = asked_on.into();
    facts["excused"] = excused.into();
    facts
}

/// A day with a warning before it is withdrawn.
fn withdrawal(rows: &[Value]) -> Sample {
    let facts = json!({
        "id": Uuid::nil(), "on": "2026-12-14", "warning": "大雨警報",
        "entered_at": "2026-12-14T10:00:00+09:00", "rows": rows, "seen": "2026-12-14",
        "refused": rows.is_empty().then(|| json!({ "key": "bookings-changed-meanwhile" })),
    });
    Sample::page("bookings/rules/withdrawal.html", facts)
}

/// An absence that would count again, of someone with an address or without.
fn again(mut facts: Value, has_address: bool) -> Value {
    facts["follows"] = if has_address {
        json!([restriction(None)])
    } else {
        json!([])
    };
    facts["has_address"] = has_address.into();
    facts["telephone"] = Value::Null;
    facts
}
