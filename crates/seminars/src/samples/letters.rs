//! The letters of this crate.

use serde_json::{Value, json};
use views::samples::Sample;

use super::pages::lesson;
use crate::letters::News;

const NEWS: [News; 17] = [
    News::Applied,
    News::Won,
    News::Follows,
    News::PassedOver,
    News::Company,
    News::Enrolled,
    News::Waiting,
    News::Offered,
    News::LapsedOnce,
    News::Lapsed,
    News::Over,
    News::Cancelled,
    News::Unpaid,
    News::Moved,
    News::CalledOff,
    News::Forgiven,
    News::Changed,
];

const PARTS: [&str; 3] = [
    "letters/seminars/enrolment/subject.txt",
    "letters/seminars/enrolment/body.txt",
    "letters/seminars/enrolment/body.html",
];

const CONFIRM: [&str; 3] = [
    "letters/seminars/confirm/subject.txt",
    "letters/seminars/confirm/body.txt",
    "letters/seminars/confirm/body.html",
];

pub(super) fn templates() -> Vec<Sample> {
    let guest = json!({ "token": "x", "minutes": 30, "title": "はじめての帳簿" });
    let mut all: Vec<Sample> = CONFIRM.map(|part| part_of(part, &guest)).into();
    for (news, way) in NEWS
        .into_iter()
        .map(|news| (news, "draw"))
        .chain([(News::Applied, "screening")])
    {
        let named = json!([{ "name": "見本 花子", "state": "enrolled", "number": 12 }]);
        let lecturer = news == News::CalledOff;
        let facts = json!({
            "name": "見本 さくら", "news": news.code(), "title": "はじめての帳簿",
            "number": (!lecturer).then_some(12), "mode": (!lecturer).then_some("here"),
            "expires_at": "2026-12-09T17:00:00+09:00", "why": "講師の都合により", "way": way,
            "attendee": if news == News::Enrolled { "見本 花子" } else { "" },
            "fee": { "open": if lecturer { 0 } else { 3_000 }, "back": if lecturer { 3_000 } else { 0 }, "due_on": "2026-12-11", "free_until": "2026-12-09" }, "state": "waiting",
            "named": if news == News::Company { named } else { json!([]) },
            "lessons": [lesson(1), lesson(2)], "link": "/enrolments/x",
        });
        all.extend(PARTS.map(|part| part_of(part, &facts)));
    }
    all
}

fn part_of(part: &'static str, facts: &Value) -> Sample {
    Sample::bare(part, mail::samples::given(facts.clone()))
}
