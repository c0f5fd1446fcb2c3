//! Questions that are asked only of those who answered another one so.

use japan::kana::{digits, search_key};
use kernel::Detail;

use super::{Fields, Question, Written, chosen, named};
use crate::entity::survey_question::Kind;

/// On what a question hangs: a question before it, and one of the answers to that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnlyIf {
    /// The number of that question.
    pub question: i32,
    /// The answer, as it is kept: `yes`, `no`, or the number of an option.
    pub answer: String,
}

/// Whether a question is asked of somebody who answered the questions before it so.
pub fn is_asked(question: &Question, answered: &[(i32, String)]) -> bool {
    let Some(OnlyIf {
        question: on,
        answer,
    }) = &question.more.only_if
    else {
        return true;
    };
    let own = answered.iter().find(|(number, _)| number == on);
    own.is_some_and(|(_, value)| {
        let options = chosen(value).map(|at| at.to_string());
        value == answer || options.into_iter().any(|at| at == *answer)
    })
}

/// On what a row hangs, of those that were `known` before it.
pub(super) fn hangs_on(
    row: &Written,
    fields: &Fields,
    known: &[Option<(i32, Question)>],
) -> Result<Option<OnlyIf>, Vec<Detail>> {
    let typed = digits(&row.when);
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let at: usize = typed.parse().unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| known.get(at));
    let Some(Some((number, question))) = before else {
        return Err(vec![named(fields.when, "surveys-when-earlier")]);
    };
    if !question.kind.decides() {
        return Err(vec![named(fields.when, "surveys-when-undecided")]);
    }
    match answer_named(question, &row.when_is) {
        Some(answer) => Ok(Some(OnlyIf {
            question: *number,
            answer,
        })),
        None => Err(vec![named(fields.when_is, "surveys-when-unknown")]),
    }
}

/// The answer that is called so, as it is kept.
fn answer_named(question: &Question, words: &str) -> Option<String> {
    let key = search_key(words);
    let is = |text: &str| search_key(text) == key;
    match question.kind {
        Kind::YesNo if is("はい") || is("yes") => Some("yes".to_owned()),
        Kind::YesNo if is("いいえ") || is("no") => Some("no".to_owned()),
        // There is but one answer to it.
        Kind::Consent => Some("yes".to_owned()),
        _ if question.kind.has_options() => {
            let at = question.options.iter().position(|one| is(&one.text))?;
            Some((at + 1).to_string())
        }
        _ => None,
    }
}

/// How an answer is called in the form in which questions are written.
pub fn answer_words(question: &Question, answer: &str) -> String {
    match (question.kind, answer) {
        (Kind::YesNo, "yes") => "はい".to_owned(),
        (Kind::YesNo, _) => "いいえ".to_owned(),
        (Kind::Consent, _) => "同意する".to_owned(),
        _ => {
            let at: Option<usize> = answer.parse().ok();
            let option = at.and_then(|at| question.options.get(at.checked_sub(1)?));
            option.map_or_else(String::new, |option| option.text.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{ROWS, questions};

    fn row(kind: &str, when: &str, when_is: &str) -> Written {
        let options = if kind.starts_with("choice") {
            "一\n二"
        } else {
            ""
        };
        Written {
            kind: kind.to_owned(),
            text: "何".to_owned(),
            help: "説明".to_owned(),
            options: options.to_owned(),
            when: when.to_owned(),
            when_is: when_is.to_owned(),
            ..Written::default()
        }
    }

    #[test]
    fn a_question_hangs_on_an_answer_that_can_be_given_before_it() {
        for (before, when, when_is, expected) in [
            ("yes_no", "", "はい", Ok(None)),
            ("yes_no", "1", "はい", Ok(Some("yes"))),
            ("yes_no", "１", "ﾊｲ", Ok(Some("yes"))),
            ("yes_no", "1", "いいえ", Ok(Some("no"))),
            ("yes_no", "1", "たぶん", Err("surveys-when-unknown")),
            ("choice", "1", "二", Ok(Some("2"))),
            ("choices", "1", "一", Ok(Some("1"))),
            ("choice", "1", "", Err("surveys-when-unknown")),
            ("consent", "1", "", Ok(Some("yes"))),
            ("text", "1", "はい", Err("surveys-when-undecided")),
            ("yes_no", "2", "はい", Err("surveys-when-earlier")),
            ("yes_no", "3", "はい", Err("surveys-when-earlier")),
            ("yes_no", "0", "はい", Err("surveys-when-earlier")),
            ("yes_no", "x", "はい", Err("surveys-when-earlier")),
        ] {
            let rows = [row(before, "", ""), row("text", when, when_is)];
            let read = questions(&rows, &Kind::OF_APPLICATIONS);
            let found = match &read {
                Ok(asked) => Ok(asked[1].more.only_if.as_ref().map(|own| &*own.answer)),
                Err(wrong) => Err(wrong[0].key),
            };
            assert_eq!(found, expected, "{before} {when} {when_is}");
        }
    }

    #[test]
    fn rows_that_are_left_empty_do_not_count() {
        let rows = [
            Written::default(),
            row("yes_no", "", ""),
            row("line", "2", "はい"),
        ];
        let asked = questions(&rows, &Kind::OF_APPLICATIONS).unwrap();
        let only_if = asked[1].more.only_if.as_ref().unwrap();
        assert_eq!(only_if.question, 1, "{}", ROWS[1].text);
    }

    #[test]
    fn who_answered_otherwise_or_nothing_is_not_asked() {
        let rows = [row("choices", "", ""), row("text", "1", "二")];
        let asked = questions(&rows, &Kind::OF_APPLICATIONS).unwrap();
        for (value, expected) in [("2", true), ("1,2", true), ("1", false)] {
            let answered = [(1, value.to_owned())];
            assert_eq!(is_asked(&asked[1], &answered), expected, "{value}");
        }
        assert!(!is_asked(&asked[1], &[]));
        assert!(is_asked(&asked[0], &[]));
    }
}
