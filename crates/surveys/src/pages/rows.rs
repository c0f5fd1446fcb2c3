//! The rows of the form in which questions are written, for surveys and for whoever else asks.

use web::Typed;

use crate::rules::{Choice, Fields, Question, ROWS, Written, answer_words};

/// What was typed, row by row.
pub fn typed(typed: &Typed) -> Vec<Written> {
    ROWS.iter().map(|fields| row(typed, fields)).collect()
}

fn row(typed: &Typed, fields: &Fields) -> Written {
    Written {
        kind: text(typed, fields.kind),
        text: text(typed, fields.text),
        text_en: text(typed, fields.text_en),
        help: text(typed, fields.help),
        help_en: text(typed, fields.help_en),
        options: text(typed, fields.options),
        options_en: text(typed, fields.options_en),
        required: !typed.text(fields.required).is_empty(),
        least: text(typed, fields.least),
        most: text(typed, fields.most),
        when: text(typed, fields.when),
        when_is: text(typed, fields.when_is),
    }
}

/// As browsers count its lines.
pub(super) fn text(typed: &Typed, name: &str) -> String {
    typed.text(name).replace("\r\n", "\n")
}

/// A form that says these rows, and what it said before.
pub fn filled(mut typed: Typed, rows: &[Written]) -> Typed {
    for (row, fields) in rows.iter().zip(&ROWS) {
        typed = typed
            .or(fields.kind, &row.kind)
            .or(fields.text, &row.text)
            .or(fields.text_en, &row.text_en)
            .or(fields.help, &row.help)
            .or(fields.help_en, &row.help_en)
            .or(fields.options, &row.options)
            .or(fields.options_en, &row.options_en)
            .or(fields.required, if row.required { "on" } else { "" })
            .or(fields.least, &row.least)
            .or(fields.most, &row.most)
            .or(fields.when, &row.when)
            .or(fields.when_is, &row.when_is);
    }
    typed
}

/// Questions as their fields have them.
pub fn written(questions: &[Question]) -> Vec<Written> {
    let one = |question: &Question| written_one(question, questions);
    questions.iter().map(one).collect()
}

fn written_one(question: &Question, all: &[Question]) -> Written {
    let [options, options_en] = Choice::lines(&question.options);
    let more = &question.more;
    let (least, most) = more.bounds.unzip();
    let bound = |bound: Option<i64>| bound.map_or_else(String::new, |bound| bound.to_string());
    let on = more.only_if.as_ref().and_then(|on| {
        let at = usize::try_from(on.question - 1).ok()?;
        let words = answer_words(all.get(at)?, &on.answer);
        Some((on.question.to_string(), words))
    });
    let (when, when_is) = on.unwrap_or_default();
    Written {
        kind: question.kind.code().to_owned(),
        text: question.text.clone(),
        text_en: question.text_en.clone(),
        help: more.help.clone(),
        help_en: more.help_en.clone(),
        options,
        options_en,
        required: question.required,
        least: bound(least),
        most: bound(most),
        when,
        when_is,
    }
}
