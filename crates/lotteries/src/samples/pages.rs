//! Pages of lotteries, with facts that show all of their parts.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::letters;
use crate::{entity::tier::Who, rules::Shown};

const DIGEST: &str = "7593245397ab72bba197c54dc738e7c20c0a6aabc7922182b450361acbda12b1";
const STANDINGS: [&str; 6] = ["later", "open", "closed", "frozen", "drawn", "called_off"];

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
    all.extend([None, Some("closed"), Some("taken"), Some("too_soon")].map(slot));
    all.extend(Shown::codes().into_iter().map(entry_page));
    all.extend(counter());
    all.extend(letters::templates());
    all
}

fn lottery(standing: &str) -> Value {
    json!({
        "id": Uuid::nil(), "space": "区民交流活動室", "space_id": Uuid::nil(), "capacity": 30,
        "month": "2027-01-01", "takes_from": "2026-11-01T00:00:00+09:00",
        "takes_until": "2026-11-10T23:59:00+09:00", "standing": standing, "entries": 12,
        "drawn_at": (standing == "drawn").then_some("2026-11-12T10:00:00+09:00"),
        "why": (standing == "called_off").then_some("改修工事のため"),
    })
}

fn terms() -> Value {
    json!({
        "id": Uuid::nil(), "space": "区民交流活動室", "first": "2027-01-01", "last": null,
        "months_before": 2, "from_day": 1, "until_day": 10, "most": 4, "draw_days": 3,
        "answer_days": 7, "pay_days": null,
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

pub(super) fn entry(state: &str) -> Value {
    let answers = matches!(state, "won" | "asked");
    let none = [
        "applied",
        "withdrawn",
        "lost",
        "left_out",
        "not_given",
        "called_off",
    ];
    let (won, lottery) = (
        !none.contains(&state),
        lottery(match state {
            "called_off" => state,
            _ => "drawn",
        }),
    );
    json!({
        "id": Uuid::nil(), "number": "0003", "slot": "20270109-0900", "tier": 1,
        "starts_at": "2027-01-09T09:00:00+09:00", "ends_at": "2027-01-09T12:00:00+09:00",
        "purpose": "月例の集まり", "attendees": 20, "state": state, "name": "見本 さくら",
        "answer_by": answers.then_some("2026-11-19T23:59:59+09:00"),
        "booking": won.then(Uuid::nil), "lottery": lottery, "fee": null,
        "telephone": "03-0000-0000", "no_email": state == "won", "won": answers || state == "pay",
        "why": (state == "not_given").then_some("quota"), "booked_as": won.then_some("株式会社見本製作所"),
    })
}

fn mine() -> Value {
    json!({
        "open": [entry("applied"), entry("won"), entry("asked"), entry("pay")],
        "ended": [entry("lost"), entry("confirmed"), entry("given_back")],
    })
}

fn entry_page(state: &'static str) -> Sample {
    let facts = json!({
        "entry": entry(state), "terms": terms(), "name": "見本 さくら",
        "own": state != "lapsed", "at_counter": state == "lapsed", "booked_as": "株式会社見本製作所",
        "can_withdraw": state == "applied", "can_confirm": matches!(state, "won" | "asked"),
    });
    Sample::page("lotteries/entry.html", facts)
}

fn counter() -> Vec<Sample> {
    let people = json!([{ "id": Uuid::nil(), "name": "見本 さくら", "kana": "ミホン サクラ", "telephone": "03-0000-0000" }]);
    let one = |standing: &str| {
        let entries: Vec<Value> = Shown::codes().into_iter().map(entry).collect();
        let mut terms = terms();
        terms["pay_days"] = 14.into();
        let facts = json!({
            "lottery": lottery(standing), "terms": terms, "draws": standing != "later",
            "draws_at": (standing == "frozen").then_some("2026-11-14T00:00:00+09:00"),
            "entries": if standing == "later" { json!([]) } else { json!(entries) },
            "waiting": 12, "longest_why": 200, "people": people, "asked": "さくら",
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
    let ended =
        |named| json!({ "terms": terms(), "named": named, "months": ["2027-01", "2027-02"] });
    all.extend([
        Sample::staff("lotteries/counter.html", empty),
        Sample::staff("lotteries/counter.html", full),
        Sample::staff("lotteries/terms.html", form),
        Sample::staff("lotteries/terms_one.html", ended(false)),
        Sample::staff("lotteries/terms_one.html", ended(true)),
    ]);
    all
}
