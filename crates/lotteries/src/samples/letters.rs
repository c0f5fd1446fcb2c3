//! Letters of lotteries, with facts that show all of their parts.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::pages::entry;
use crate::{entity::entry::Why, letters::News};

/// What is free, now or from a moment on.
fn free(opens: Option<&str>) -> Value {
    let time =
        json!({ "starts_at": "2027-01-10T09:00:00+09:00", "ends_at": "2027-01-10T12:00:00+09:00" });
    json!({ "opens": opens, "times": [time] })
}

pub(super) fn templates() -> Vec<Sample> {
    let mut paid = entry("pay");
    paid["fee"] = json!({ "open": 2_400, "due_on": "2026-11-26" });
    let mut entries = vec![paid, entry("won"), entry("asked"), entry("lost")];
    entries.extend(Why::ALL.map(|why| {
        let mut not_given = entry("not_given");
        not_given["why"] = why.code().into();
        not_given
    }));
    entries.push(entry("confirmed"));
    let letter = |(news, free): (News, Value)| {
        let words = (news == News::CalledOff).then_some("改修工事のため");
        let facts = json!({
            "name": "見本 さくら", "news": news.code(),
            "space": "区民交流活動室", "floor": "3階", "month": "2027-01-01", "day": "2027-01-01",
            "entries": entries, "free": free, "words": words, "lottery": Uuid::nil(),
        });
        parts("news", &facts)
    };
    let now = News::ALL.map(|news| (news, free(None)));
    let more = [
        (News::Result, free(Some("2026-12-01T00:00:00+09:00"))),
        (News::Result, Value::Null),
    ];
    let mut all: Vec<Sample> = now.into_iter().chain(more).flat_map(letter).collect();
    let to_draw = json!({
        "name": "館長 まさる", "space": "区民交流活動室", "month": "2027-01-01",
        "at": "2026-11-14T00:00:00+09:00", "lottery": Uuid::nil(),
    });
    all.extend(parts("to_draw", &to_draw));
    all
}

fn parts(letter: &'static str, facts: &Value) -> [Sample; 3] {
    let names = match letter {
        "news" => [
            "letters/lotteries/news/subject.txt",
            "letters/lotteries/news/body.txt",
            "letters/lotteries/news/body.html",
        ],
        _ => [
            "letters/lotteries/to_draw/subject.txt",
            "letters/lotteries/to_draw/body.txt",
            "letters/lotteries/to_draw/body.html",
        ],
    };
    names.map(|part| Sample::bare(part, mail::samples::given(facts.clone())))
}
