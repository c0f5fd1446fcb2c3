//! What letters are given.

use serde_json::json;
use views::samples::Sample;

use super::{ID, category, granted};

pub(super) fn templates() -> Vec<Sample> {
    let facts = |answer: &str| {
        let mut facts = json!({
            "name": "産業 花子", "id": ID, "reference": "482-103-756", "called": "株式会社見本製作所",
            "answer": answer, "granted": granted(), "until": "2027-02-06", "renew": ID, "token": "invented", "days": 7,
            "site": "https://center.example", "venue": views::samples::page()["venue"],
        });
        for (name, value) in category("business").as_object().into_iter().flatten() {
            facts[name] = value.clone();
        }
        facts
    };
    let mut all = vec![
        Sample::bare("letters/organisations/facts.txt", facts("")),
        Sample::bare("letters/organisations/facts.html", facts("")),
    ];
    for (template, answer) in [
        ("letters/organisations/received/subject.txt", ""),
        ("letters/organisations/received/body.txt", ""),
        ("letters/organisations/received/body.html", ""),
        ("letters/organisations/approved/subject.txt", ""),
        ("letters/organisations/approved/body.txt", ""),
        ("letters/organisations/approved/body.html", ""),
        ("letters/organisations/returned/subject.txt", ""),
        (
            "letters/organisations/returned/body.txt",
            "会員の名簿を\n添えてください。",
        ),
        (
            "letters/organisations/returned/body.html",
            "会員の名簿を\n添えてください。",
        ),
        ("letters/organisations/refused/subject.txt", ""),
        (
            "letters/organisations/refused/body.txt",
            "確かめられませんでした。",
        ),
        (
            "letters/organisations/refused/body.html",
            "確かめられませんでした。",
        ),
        ("letters/organisations/ending/subject.txt", ""),
        ("letters/organisations/ending/body.txt", ""),
        ("letters/organisations/ending/body.html", ""),
        ("letters/organisations/invited/subject.txt", ""),
        ("letters/organisations/invited/body.txt", ""),
        ("letters/organisations/invited/body.html", ""),
        ("letters/organisations/added/subject.txt", ""),
        ("letters/organisations/added/body.txt", ""),
        ("letters/organisations/added/body.html", ""),
        ("letters/organisations/removed/subject.txt", ""),
        ("letters/organisations/removed/body.txt", ""),
        ("letters/organisations/removed/body.html", ""),
    ] {
        all.push(Sample::bare(template, facts(answer)));
    }
    all
}
