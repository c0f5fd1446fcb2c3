//! Pages and letters of lotteries, with facts that show all of their parts.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use crate::{
    entity::{entry::State, tier::Who},
    letters::News,
};

const DIGEST: &str = "7593245397ab72bba197c54dc738e7c20c0a6aabc7922182b450361acbda12b1";
const STANDINGS: [&str; 5] = ["later", "open", "closed", "frozen", "drawn"];

pub(super) fn templates() -> Vec<Sample> {
    let mut all = vec![
        Sample::bare("lotteries/pieces.html", json!({})),
        Sample::page("lotteries/all.html", json!({ "lotteries": [] })),
        Sample::page(
            "lotteries/all.html",
            json!({ "lotteries": STANDINGS.map(lottery) }),
        ),
        Sample::page("lotteries/new.html", new("open", true)),
        Sample::page("lotteries/new.html", new("drawn", false)),
        Sample::page("lotteries/mine.html", json!({ "open": [], "ended": [] })),
        Sample::page("lotteries/mine.html", mine()),
    ];
    all.extend(STANDINGS.map(|standing| Sample::page("lotteries/one.html", one(standing))));
    all.extend([None, Some("closed"), Some("taken")].map(slot));
    all.extend(State::ALL.map(entry_page));
    all.extend(counter());
    all.extend(letters());
    all
}

fn lottery(standing: &str) -> Value {
    json!({
        "id": Uuid::nil(), "space": "区民交流活動室", "space_id": Uuid::nil(), "capacity": 30,
        "month": "2027-01-01", "takes_from": "2026-11-01T00:00:00+09:00",
        "takes_until": "2026-11-10T23:59:00+09:00", "standing": standing, "entries": 12,
        "drawn_at": (standing == "drawn").then_some("2026-11-12T10:00:00+09:00"),
    })
}

fn terms() -> Value {
    json!({
        "id": Uuid::nil(), "space": "区民交流活動室", "first": "2027-01-01", "last": null,
        "months_before": 2, "from_day": 1, "until_day": 10, "most": 4, "answer_days": 7,
        "tiers": Who::ALL.map(Who::code),
        "bands": [{ "from": "9:00", "until": "12:00" }, { "from": "13:00", "until": "17:00" }],
        "source": "区民交流活動室抽選要領",
    })
}

fn draw(left_out: Option<&str>, drawn: bool) -> Value {
    json!({
        "code": "20270109-0900", "from": "2027-01-09T09:00:00+09:00",
        "until": "2027-01-09T12:00:00+09:00", "left_out": left_out, "entries": 5, "places": 1,
        "digest": DIGEST, "winners": drawn.then(|| json!(["0003"])),
        "others": drawn.then(|| json!(["0001", "0002"])),
        "files": ["commitment.txt", "entries.txt", "digest.txt", "seed.txt", "result.txt"],
    })
}

fn one(standing: &str) -> Value {
    let slot = |state: &str| {
        json!({
            "code": "20270109-0900", "from": "2027-01-09T09:00:00+09:00",
            "until": "2027-01-09T12:00:00+09:00", "state": state,
        })
    };
    let slots = ["free", "taken", "applied"].map(slot);
    let days = json!([{ "date": "2027-01-09", "weekend": true, "slots": slots }]);
    let frozen = matches!(standing, "frozen" | "drawn");
    let draws = json!([draw(None, standing == "drawn"), draw(Some("closed"), false)]);
    json!({
        "lottery": lottery(standing), "terms": terms(), "commitment": DIGEST,
        "promised_at": "2026-10-01T09:00:00+09:00",
        "days": if frozen { json!([]) } else { days },
        "draws": if frozen { draws } else { json!([]) },
        "for": (standing == "open").then(|| json!({ "id": Uuid::nil(), "name": "見本 さくら" })),
    })
}

fn slot(left_out: Option<&str>) -> Sample {
    let facts = json!({
        "lottery": lottery("drawn"), "commitment": DIGEST,
        "promised_at": "2026-10-01T09:00:00+09:00", "frozen_at": "2026-11-11T00:00:00+09:00",
        "draw": draw(left_out, true),
    });
    Sample::page("lotteries/slot.html", facts)
}

fn new(standing: &str, known: bool) -> Value {
    let slot = json!({
        "code": "20270109-0900", "from": "2027-01-09T09:00:00+09:00",
        "until": "2027-01-09T12:00:00+09:00",
    });
    json!({
        "lottery": lottery(standing), "terms": terms(), "slot": known.then_some(slot),
        "acts_for": [{ "value": Uuid::nil(), "label": "株式会社見本製作所" }],
        "for": known.then(|| json!({ "id": Uuid::nil(), "name": "見本 さくら" })),
    })
}

fn entry(state: State) -> Value {
    let won = matches!(state, State::Won | State::Confirmed | State::Lapsed);
    json!({
        "id": Uuid::nil(), "number": "0003", "slot": "20270109-0900", "tier": 1,
        "starts_at": "2027-01-09T09:00:00+09:00", "ends_at": "2027-01-09T12:00:00+09:00",
        "purpose": "月例の集まり", "attendees": 20, "state": state.code(), "name": "見本 さくら",
        "answer_by": won.then_some("2026-11-19T23:59:59+09:00"),
        "booking": won.then(Uuid::nil), "lottery": lottery("drawn"), "fee": null,
    })
}

fn mine() -> Value {
    json!({
        "open": [entry(State::Applied), entry(State::Won)],
        "ended": [entry(State::Lost), entry(State::Confirmed)],
    })
}

fn entry_page(state: State) -> Sample {
    let facts = json!({
        "entry": entry(state), "terms": terms(), "name": "見本 さくら",
        "own": state != State::Lapsed, "booked_as": "株式会社見本製作所",
        "can_withdraw": state == State::Applied, "can_confirm": state == State::Won,
    });
    Sample::page("lotteries/entry.html", facts)
}

fn counter() -> Vec<Sample> {
    let people = json!([{ "id": Uuid::nil(), "name": "見本 さくら", "kana": "ミホン サクラ", "telephone": "03-0000-0000" }]);
    let one = |standing: &str| {
        let facts = json!({
            "lottery": lottery(standing), "terms": terms(), "draws": standing == "frozen",
            "entries": if standing == "later" { json!([]) } else { json!(State::ALL.map(entry)) },
            "people": people, "asked": "さくら",
        });
        Sample::staff("lotteries/counter_one.html", facts)
    };
    let mut all: Vec<Sample> = STANDINGS.map(one).into();
    let empty = json!({ "lotteries": [], "terms": [], "draws": false });
    let full = json!({ "lotteries": STANDINGS.map(lottery), "terms": [terms()], "draws": true });
    let form = json!({
        "places": [{ "value": Uuid::nil(), "label": "区民交流活動室" }],
        "months": ["2027-01", "2027-02"], "who": Who::ALL.map(Who::code),
        "bands": [1, 2, 3, 4], "tiers": [1, 2, 3],
        "refused": { "key": "lotteries-shared", "args": {} },
    });
    let ended = json!({ "terms": terms(), "months": ["2027-01", "2027-02"] });
    all.extend([
        Sample::staff("lotteries/counter.html", empty),
        Sample::staff("lotteries/counter.html", full),
        Sample::staff("lotteries/terms.html", form),
        Sample::staff("lotteries/terms_one.html", ended),
    ]);
    all
}

fn letters() -> Vec<Sample> {
    const PARTS: [&str; 3] = [
        "letters/lotteries/news/subject.txt",
        "letters/lotteries/news/body.txt",
        "letters/lotteries/news/body.html",
    ];
    let mut paid = entry(State::Won);
    paid["answer_by"] = Value::Null;
    paid["fee"] = json!({ "open": 2_400, "due_on": "2026-11-26" });
    let free = json!([{ "starts_at": "2027-01-10T09:00:00+09:00", "ends_at": "2027-01-10T12:00:00+09:00" }]);
    let letter = |news: News| {
        let facts = json!({
            "name": "見本 さくら", "news": news.code(),
            "space": "区民交流活動室", "floor": "3階", "month": "2027-01-01", "day": "2027-01-01",
            "entries": [paid, entry(State::Won), entry(State::Lost), entry(State::NotGiven)],
            "free": free, "lottery": Uuid::nil(),
        });
        PARTS.map(|part| Sample::bare(part, mail::samples::given(facts.clone())))
    };
    let all = [News::Result, News::LeftOut, News::Lapsed];
    all.into_iter().flat_map(letter).collect()
}
