//! What staff ask of those who enrol, and who reads what they answer.

mod bad_input;
mod chain;
mod counter;
mod later;
mod merged;
mod open;
mod others;
mod written;

use std::collections::BTreeMap;

use tests::{Answer, Browser};

use super::Taught;
use crate::consultations::led;

/// What a paper may be.
const PDF: &[u8] = b"%PDF-1.7\nplan";
/// What somebody answers who wishes for everything.
const ANSWERS: [(&str, &str); 7] = [
    ("answer-1", "焼き菓子の店を開きます。"),
    ("answer-2", "1"),
    ("answer-3", "2"),
    ("answer-3", "1"),
    ("answer-4", "yes"),
    ("answer-5", "２"),
    ("answer-7", "yes"),
];

/// The rows of the form that writes the questions: one of almost every kind, one for some only.
fn rows(edition: &str) -> Vec<(&str, &str)> {
    let row = |at: usize, kind: &'static str, text: &'static str| {
        let named = |part: &str| &*format!("question-{at}-{part}").leak();
        vec![(named("kind"), kind), (named("text"), text)]
    };
    let mut all = vec![("edition", edition), ("act", "save")];
    for (at, (kind, text)) in (1..).zip([
        ("text", "事業計画の概要"),
        ("choice", "創業の時期"),
        ("choices", "学びたいこと"),
        ("yes_no", "託児を希望しますか"),
        ("number", "お子さんの人数"),
        ("file", "事業計画書"),
        ("consent", "写真の撮影"),
    ]) {
        all.extend(row(at, kind, text));
    }
    all.extend([
        ("question-1-required", "on"),
        ("question-2-required", "on"),
        ("question-2-options", "半年以内\n未定"),
        ("question-3-options", "資金\n売り方"),
        ("question-4-required", "on"),
        ("question-5-required", "on"),
        ("question-5-least", "1"),
        ("question-5-most", "4"),
        ("question-5-when", "4"),
        ("question-5-when_is", "はい"),
        ("question-7-required", "on"),
        ("question-7-help", "会場で撮影し、広報に使います。"),
    ]);
    all
}

impl Taught {
    /// Writes the questions of a draft.
    async fn asks(&self, path: &str, more: &[(&str, &str)]) -> Answer {
        let edition = self.edition(path).await;
        let mut fields = rows(&edition);
        fields.retain(|(name, _)| more.iter().all(|(other, _)| name != other));
        fields.extend(more);
        self.coordinator
            .post(&format!("{path}/questions"), &fields)
            .await
    }

    /// A published seminar with questions; some of them otherwise than [`rows`] has them.
    async fn asking(&self, way: &str, more: &[(&str, &str)]) -> String {
        let mut fields = self.fields("5", "0");
        fields.retain(|(name, _)| *name != "way");
        fields.push(("way", way));
        let path = led(&self.coordinator.post("/counter/seminars", &fields).await);
        led(&self.lesson(&path, "2026-12-12", "10:00", "12:00").await);
        led(&self.asks(&path, more).await);
        led(&self.acts(&self.coordinator, &path, "review", "").await);
        led(&self.acts(&self.manager, &path, "publication", "").await);
        path.rsplit('/').next().unwrap().to_owned()
    }
}

/// Somebody enrols with these answers, or tries to.
async fn answers(who: &Browser, seminar: &str, given: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("mode", "here")];
    fields.extend(given);
    let path = format!("/seminars/{seminar}/enrolments");
    who.post(&path, &fields).await
}

/// [`ANSWERS`] with some of them otherwise; what is empty is left out.
fn but<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let changed: BTreeMap<_, _> = other.iter().copied().collect();
    let mut all: Vec<_> = ANSWERS.to_vec();
    all.retain(|(name, _)| !changed.contains_key(name));
    all.extend(changed.into_iter().filter(|(_, value)| !value.is_empty()));
    all
}
