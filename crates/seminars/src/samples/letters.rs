//! The letters of this crate.

use serde_json::{Value, json};
use views::samples::Sample;

use super::pages::lesson;
use crate::letters::News;

const NEWS: [News; 9] = [
    News::Enrolled,
    News::Waiting,
    News::Offered,
    News::LapsedOnce,
    News::Lapsed,
    News::Over,
    News::Cancelled,
    News::CalledOff,
    News::Changed,
];

const PARTS: [&str; 3] = [
    "letters/seminars/enrolment/subject.txt",
    "letters/seminars/enrolment/body.txt",
    "letters/seminars/enrolment/body.html",
];

pub(super) fn templates() -> Vec<Sample> {
    let mut all = Vec::new();
    for news in NEWS {
        let lecturer = news == News::CalledOff;
        let facts = json!({
            "name": "見本 さくら", "news": news.code(), "title": "はじめての帳簿",
            "number": (!lecturer).then_some(12), "mode": (!lecturer).then_some("here"),
            "expires_at": "2026-12-09T17:00:00+09:00", "why": "講師の都合により",
            "lessons": [lesson(1), lesson(2)], "link": "/enrolments/x",
        });
        all.extend(PARTS.map(|part| part_of(part, &facts)));
    }
    all
}

fn part_of(part: &'static str, facts: &Value) -> Sample {
    Sample::bare(part, mail::samples::given(facts.clone()))
}
