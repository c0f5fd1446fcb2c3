//! What follows the lessons: certificates, and what people answered.

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::{
    door::picture,
    pages::{enrolment, refused, seminar},
};
use crate::{entity::enrolment::State, rules::Standing};

pub(super) fn templates() -> Vec<Sample> {
    let mut all = candidates();
    all.extend(papers());
    all.extend(answers());
    let standings = Standing::ALL.iter();
    all.extend(standings.map(|standing| {
        let facts =
            json!({ "seminar": seminar(standing.code(), 1), "shown": standing.is_public() });
        Sample::staff("seminars/counter_after.html", facts)
    }));
    all.extend(letters());
    all.extend(terms());
    all.extend(materials());
    all
}

fn materials() -> Vec<Sample> {
    let paper = json!({ "id": Uuid::nil(), "name": "帳簿の手引き.pdf", "kilobytes": 240 });
    let page = |papers: Value, keeps: bool, errors: Value, refused: Value| {
        let facts = json!({
            "seminar": { "id": Uuid::nil(), "title": "はじめての帳簿" }, "papers": papers,
            "keeps": keeps, "errors": errors, "refused": refused,
        });
        Sample::staff("seminars/materials.html", facts)
    };
    let own = |papers: Value| {
        let facts = json!({ "materials": papers, "enrolment": enrolment(State::Enrolled) });
        Sample::page("seminars/materials_own.html", facts)
    };
    let wrong = json!([{ "field": "papers", "key": "seminars-materials-missing", "args": {} }]);
    vec![
        Sample::bare("seminars/material_pieces.html", json!({})),
        page(json!([paper]), true, wrong, Value::Null),
        page(json!([]), true, json!([]), refused("seminars-not-there")),
        page(json!([paper]), false, json!([]), Value::Null),
        own(json!([paper])),
        own(json!([])),
    ]
}

fn terms() -> Vec<Sample> {
    let row = |from: &str| json!({ "valid_from": from, "remind_hours": 24, "answer_days": 14, "payment_days": 7, "free_days": 3 });
    let page = |refused: Value| {
        let facts = json!({
            "terms": [row("2000-01-01"), row("2027-01-01")], "now": "2000-01-01",
            "refused": refused, "form": { "remind_hours": "24" },
        });
        Sample::staff("seminars/terms.html", facts)
    };
    vec![page(Value::Null), page(refused("seminars-changed"))]
}

fn certificate(revoked: bool) -> Value {
    json!({
        "id": Uuid::nil(), "year": "令和8年度", "number": "12", "name": "見本 さくら",
        "attended": 4, "lessons": 5, "issued_at": "2026-12-20T10:00:00+09:00",
        "revoked_at": revoked.then_some("2026-12-24T10:00:00+09:00"),
    })
}

fn candidates() -> Vec<Sample> {
    let person = |attended: i32, lacking: i32, certificate: Value| {
        let mut person = enrolment(State::Enrolled);
        person["name"] = json!("見本 さくら");
        person["kana"] = json!("ミホン サクラ");
        person["attended"] = json!(attended);
        person["lacking"] = json!(lacking);
        person["certificate"] = certificate;
        person
    };
    let people = json!([
        person(5, 0, certificate(false)),
        person(4, 0, Value::Null),
        person(2, 2, Value::Null),
    ]);
    let page = |people: Value, due: u32, (keeps, over): (bool, bool), refused: Value| {
        let standing = if over { "held" } else { "open" };
        let facts = json!({
            "seminar": seminar(standing, 2), "needed": 4, "partial": over, "people": people,
            "due": due, "keeps": keeps, "over": over, "refused": refused,
        });
        Sample::staff("seminars/certificates.html", facts)
    };
    vec![
        page(people.clone(), 1, (true, true), Value::Null),
        page(people, 1, (false, true), Value::Null),
        page(json!([]), 0, (true, false), refused("seminars-not-now")),
    ]
}

fn papers() -> Vec<Sample> {
    let facts = |lessons: u32, revoked: bool| {
        let mut seminar = seminar("reported", lessons);
        if lessons == 1 {
            seminar["areas"] = json!([]);
        }
        json!({
            "certificate": certificate(revoked), "enrolment": Uuid::nil(), "seminar": seminar,
            "code": picture(), "address": "https://center.example/completions/x",
        })
    };
    let mut has = enrolment(State::Enrolled);
    has["id"] = json!(Uuid::nil());
    let link = |certificate: bool| json!({ "certificate": certificate, "enrolment": has });
    vec![
        Sample::page("seminars/certificate.html", facts(2, false)),
        Sample::page("seminars/certificate.html", facts(1, false)),
        Sample::page("seminars/certificate_check.html", facts(2, false)),
        Sample::page("seminars/certificate_check.html", facts(1, true)),
        Sample::page("seminars/certificate_link.html", link(true)),
        Sample::page("seminars/certificate_link.html", link(false)),
    ]
}

fn answers() -> Vec<Sample> {
    let page = |asked: u32, questions: Value| {
        let facts = json!({
            "seminar": seminar("reported", 2), "asked": asked, "answered": 2,
            "questions": questions,
        });
        Sample::staff("seminars/answers.html", facts)
    };
    let scale = json!({
        "question": "セミナーにどのくらい満足していますか。", "mean": "4.3",
        "counts": [{ "said": "満足", "count": 2 }], "words": [],
    });
    let words = json!({
        "question": "ご感想", "mean": null, "counts": [], "words": ["よく分かりました。"],
    });
    vec![page(3, json!([scale, words])), page(0, json!([]))]
}

fn letters() -> Vec<Sample> {
    let parts = [
        "letters/seminars/notice/subject.txt",
        "letters/seminars/notice/body.txt",
        "letters/seminars/notice/body.html",
    ];
    let lesson = |title: &str, link: &str| {
        json!({
            "title": title, "starts_at": "2026-12-12T10:00:00+09:00",
            "ends_at": "2026-12-12T12:00:00+09:00", "room": link.is_empty().then_some("会議室A"),
            "link": link, "lecturer": "",
        })
    };
    let lessons = json!([
        lesson("帳簿の基本", ""),
        lesson("", "https://meet.example/x")
    ]);
    let mut all = Vec::new();
    for (news, lessons) in [
        ("reminder", lessons),
        ("asked", json!([])),
        ("certificate", json!([])),
    ] {
        let facts = json!({
            "name": "見本 さくら", "news": news, "title": "はじめての帳簿", "lessons": lessons,
            "named": if news == "asked" { json!([]) } else { json!(["見本 花子"]) }, "link": "/enrolments/x",
        });
        let part = |part: &'static str| Sample::bare(part, mail::samples::given(facts.clone()));
        all.extend(parts.map(part));
    }
    all
}
