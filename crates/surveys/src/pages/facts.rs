//! Surveys and their questions as pages have them.

use kernel::Fault;
use serde_json::{Value, json};
use views::Lang;
use web::Page;

use crate::{
    entity::survey_question::Kind,
    read::{Survey, Version},
    rules::{Content, FIELDS, OnlyIf, Question},
};

/// What the page says of a survey beside its questions.
pub(super) fn survey(page: &Page, survey: &Survey) -> Value {
    json!({
        "id": survey.row.id,
        "confidential": survey.row.confidential,
        "number": survey.newest.number.to_string(),
        "edition": survey.newest.edition,
        "version": survey.newest.id,
        "written_at": survey.newest.written_at,
        "is_sent": survey.is_sent,
        "content": content(page, &survey.newest),
    })
}

/// What stands above the questions and in them, in the language of the page as far as it was written.
pub(super) fn content(page: &Page, version: &Version) -> Value {
    let Content {
        title,
        title_en,
        introduction,
        introduction_en,
        questions,
    } = &version.content;
    let said = |own: &str, english: &str| {
        let is_english = page.lang == Lang::En && !english.is_empty();
        let lang = if is_english { "en" } else { "ja" };
        json!({ "text": if is_english { english } else { own }, "lang": lang })
    };
    json!({
        "title": said(title, title_en),
        "introduction": said(introduction, introduction_en),
        "questions": asked(page, questions),
    })
}

/// Questions as the component `survey_field` asks them, in the language of the page as far as they were
/// written in it.
pub fn asked(page: &Page, questions: &[Question]) -> Vec<Value> {
    let all = (1..).zip(questions).zip(FIELDS);
    let mut facts = Vec::new();
    for ((number, one), field) in all {
        let mut fact = question(page, number, one, field);
        if let Some(on) = &one.more.only_if {
            fact["only_if"] = hanging(page, questions, on);
        }
        facts.push(fact);
    }
    facts
}

/// On what a question hangs: the field, its value, and how both are called.
fn hanging(page: &Page, questions: &[Question], on: &OnlyIf) -> Value {
    let at = usize::try_from(on.question - 1).unwrap_or(usize::MAX);
    let words = questions.get(at).map(|before| match before.kind {
        Kind::Choice | Kind::Choices => {
            let option: usize = on.answer.parse().unwrap_or(0);
            let option = option.checked_sub(1);
            let words = option.and_then(|at| worded(page, before).1.get(at).copied());
            words.unwrap_or_default().to_owned()
        }
        _ => String::new(),
    });
    let key = match questions.get(at).map(|before| before.kind) {
        Some(Kind::YesNo) => format!("surveys-only-if-{}", on.answer),
        Some(Kind::Consent) => "surveys-only-if-consent".to_owned(),
        _ => "surveys-only-if-choice".to_owned(),
    };
    json!({
        "name": FIELDS.get(at),
        "value": on.answer,
        "number": on.question.to_string(),
        "key": key,
        "words": words,
    })
}

fn question(page: &Page, number: i32, asked: &Question, field: &str) -> Value {
    let (text, options) = worded(page, asked);
    let options = (1..).zip(options);
    let option = |(at, text): (usize, &str)| json!({ "value": at.to_string(), "label": text });
    let more = &asked.more;
    let english = is_english(page, asked) && !more.help_en.is_empty();
    json!({
        "number": number,
        "help": if english { &more.help_en } else { &more.help },
        "bounds": more.bounds.map(|(least, most)| json!({ "least": least, "most": most })),
        "only_if": null,
        "name": field,
        "kind": asked.kind.code(),
        "label": format!("{number}. {text}"),
        "lang": if is_english(page, asked) { "en" } else { "ja" },
        "options": options.map(option).collect::<Vec<_>>(),
        "required": asked.required,
    })
}

/// A question is asked in English when all of it was written in English.
fn is_english(page: &Page, asked: &Question) -> bool {
    let mut options = asked.options.iter();
    page.lang == Lang::En
        && !asked.text_en.is_empty()
        && options.all(|option| !option.text_en.is_empty())
}

/// What is asked and what can be chosen, in one language.
pub(super) fn worded<'q>(page: &Page, asked: &'q Question) -> (&'q str, Vec<&'q str>) {
    let options = asked.options.iter();
    if is_english(page, asked) {
        (
            &asked.text_en,
            options.map(|option| &*option.text_en).collect(),
        )
    } else {
        (&asked.text, options.map(|option| &*option.text).collect())
    }
}

/// What can be answered to a question by a button, in words: the kept value and how it is said.
pub(super) fn labels(page: &Page, asked: &Question) -> Result<Vec<(String, String)>, Fault> {
    let said = |value: &str, prefix: &str| -> Result<(String, String), Fault> {
        Ok((value.to_owned(), page.worded(&format!("{prefix}{value}"))?))
    };
    let steps = ["5", "4", "3", "2", "1"].iter();
    match asked.kind {
        Kind::Scale => steps.map(|step| said(step, "surveys-scale-")).collect(),
        Kind::YesNo => ["yes", "no"]
            .iter()
            .map(|one| said(one, "surveys-"))
            .collect(),
        _ => {
            let options = (1..).zip(worded(page, asked).1);
            let own = |(at, text): (usize, &str)| (at.to_string(), text.to_owned());
            Ok(options.map(own).collect())
        }
    }
}
