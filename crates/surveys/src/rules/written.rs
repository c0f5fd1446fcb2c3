//! Questions as somebody writes them, row by row of a form.

use std::collections::HashSet;

use japan::kana::{digits, search_key};
use kernel::Detail;
use serde_json::json;

use super::{
    Choice, MOST_NUMBER, More, Question, line_wrong, named, only_if::hangs_on, text_wrong, told,
};
use crate::entity::survey_question::Kind;

/// The longest question, in characters.
pub const LONGEST_QUESTION: usize = 200;
/// The longest option, in characters.
pub const LONGEST_OPTION: usize = 60;
/// So many options a question has at most.
pub const MOST_OPTIONS: usize = 12;
/// The longest text that helps to answer, or that is agreed to, in characters.
pub const LONGEST_HELP: usize = 1_000;

/// What the fields of one question are called in the form that writes it.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// How it is answered.
    pub kind: &'static str,
    /// What is asked.
    pub text: &'static str,
    /// The same in English.
    pub text_en: &'static str,
    /// What helps to answer it, or what is agreed to.
    pub help: &'static str,
    /// The same in English.
    pub help_en: &'static str,
    /// One option a line.
    pub options: &'static str,
    /// The same in English.
    pub options_en: &'static str,
    /// Whether it must be answered.
    pub required: &'static str,
    /// The smallest number.
    pub least: &'static str,
    /// The largest.
    pub most: &'static str,
    /// On which row it hangs.
    pub when: &'static str,
    /// On which answer to it.
    pub when_is: &'static str,
}

macro_rules! fields {
    ($($row:literal)*) => {[$(Fields {
        kind: concat!("question-", $row, "-kind"),
        text: concat!("question-", $row, "-text"),
        text_en: concat!("question-", $row, "-text_en"),
        help: concat!("question-", $row, "-help"),
        help_en: concat!("question-", $row, "-help_en"),
        options: concat!("question-", $row, "-options"),
        options_en: concat!("question-", $row, "-options_en"),
        required: concat!("question-", $row, "-required"),
        least: concat!("question-", $row, "-least"),
        most: concat!("question-", $row, "-most"),
        when: concat!("question-", $row, "-when"),
        when_is: concat!("question-", $row, "-when_is"),
    }),*]};
}

/// The questions of a form; so many there may be.
pub const ROWS: [Fields; 20] = fields!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);

/// A question as somebody wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// [`Kind::code`].
    pub kind: String,
    /// What is asked.
    pub text: String,
    /// May be empty.
    pub text_en: String,
    /// What helps to answer it; of a consent, what is agreed to. May be empty.
    pub help: String,
    /// May be empty.
    pub help_en: String,
    /// One option a line.
    pub options: String,
    /// As many lines, or none.
    pub options_en: String,
    /// Whether it must be answered.
    pub required: bool,
    /// The smallest number; empty for 0.
    pub least: String,
    /// The largest; empty for the largest there can be.
    pub most: String,
    /// The row on whose answer it hangs; empty when everybody is asked.
    pub when: String,
    /// That answer, in the words of the option, or はい, いいえ.
    pub when_is: String,
}

/// What can be asked of these rows by some kinds of questions, or everything that is wrong. Rows in which
/// nothing stands are passed over.
pub fn questions(rows: &[Written], kinds: &[Kind]) -> Result<Vec<Question>, Vec<Detail>> {
    let (mut wrong, mut asked) = (Vec::new(), Vec::new());
    // Row by row: the number under which it is asked, and what it asks.
    let mut known: Vec<Option<(i32, Question)>> = Vec::new();
    let mut number = 0;
    for (row, fields) in rows.iter().zip(&ROWS) {
        if row.is_empty() {
            known.push(None);
            continue;
        }
        number += 1;
        let read = row.read(fields, kinds).and_then(|mut question| {
            question.more.only_if = hangs_on(row, fields, &known)?;
            Ok(question)
        });
        match read {
            Ok(question) => {
                known.push(Some((number, question.clone())));
                asked.push(question);
            }
            Err(more) => {
                known.push(None);
                wrong.extend(more);
            }
        }
    }
    if rows.len() > ROWS.len() {
        let most = json!({ "limit": ROWS.len() });
        wrong.push(told(ROWS[ROWS.len() - 1].text, "surveys-many-asked", most));
    }
    if wrong.is_empty() {
        Ok(asked)
    } else {
        Err(wrong)
    }
}

impl Written {
    /// Whether nothing was written in this row.
    pub fn is_empty(&self) -> bool {
        let Self {
            text,
            text_en,
            help,
            help_en,
            options,
            options_en,
            ..
        } = self;
        [text, text_en, help, help_en, options, options_en]
            .iter()
            .all(|text| text.trim().is_empty())
    }

    fn read(&self, fields: &Fields, kinds: &[Kind]) -> Result<Question, Vec<Detail>> {
        let mut wrong = Vec::new();
        let kind = Kind::parse(self.kind.trim()).filter(|kind| kinds.contains(kind));
        if kind.is_none() {
            wrong.push(named(fields.kind, "surveys-kind-missing"));
        }
        let missing = Some("surveys-question-missing");
        let english = (fields.text_en, &self.text_en);
        wrong.extend(line_wrong(
            fields.text,
            &self.text,
            LONGEST_QUESTION,
            missing,
        ));
        wrong.extend(line_wrong(english.0, english.1, LONGEST_QUESTION, None));
        let options = if kind.is_none_or(Kind::has_options) {
            self.choices(fields, &mut wrong)
        } else {
            if !self.options.trim().is_empty() || !self.options_en.trim().is_empty() {
                wrong.push(named(fields.options, "surveys-options-superfluous"));
            }
            Vec::new()
        };
        let more = self.more(fields, kind, &mut wrong);
        match (kind, wrong.is_empty()) {
            (Some(kind), true) => Ok(Question {
                kind,
                text: self.text.trim().to_owned(),
                text_en: self.text_en.trim().to_owned(),
                options,
                required: self.required,
                more,
            }),
            _ => Err(wrong),
        }
    }

    /// What helps to answer, and within which bounds.
    fn more(&self, fields: &Fields, kind: Option<Kind>, wrong: &mut Vec<Detail>) -> More {
        let helps = [(fields.help, &self.help), (fields.help_en, &self.help_en)];
        for (field, text) in helps {
            wrong.extend(text_wrong(field, text, LONGEST_HELP));
        }
        if kind == Some(Kind::Consent) && self.help.trim().is_empty() {
            wrong.push(named(fields.help, "surveys-consent-unsaid"));
        }
        let bounds = (kind == Some(Kind::Number)).then(|| {
            let least = bound(&self.least, 0);
            let most = bound(&self.most, MOST_NUMBER);
            for (field, read) in [(fields.least, least), (fields.most, most)] {
                if read.is_none() {
                    let limit = json!({ "limit": MOST_NUMBER });
                    wrong.push(told(field, "surveys-bound-wrong", limit));
                }
            }
            let bounds = least.zip(most).unwrap_or((0, MOST_NUMBER));
            if bounds.0 > bounds.1 {
                wrong.push(named(fields.most, "surveys-bounds-turned"));
            }
            bounds
        });
        More {
            help: self.help.trim().to_owned(),
            help_en: self.help_en.trim().to_owned(),
            bounds: bounds.filter(|bounds| *bounds != (0, MOST_NUMBER)),
            only_if: None,
        }
    }

    fn choices(&self, fields: &Fields, wrong: &mut Vec<Detail>) -> Vec<Choice> {
        let (own, english) = (lines(&self.options), lines(&self.options_en));
        let different: HashSet<String> = own.iter().map(|line| search_key(line)).collect();
        if own.len() < 2 {
            wrong.push(named(fields.options, "surveys-options-few"));
        } else if own.len() > MOST_OPTIONS {
            let most = json!({ "limit": MOST_OPTIONS });
            wrong.push(told(fields.options, "surveys-options-many", most));
        } else if different.len() < own.len() {
            wrong.push(named(fields.options, "surveys-options-twice"));
        }
        if !english.is_empty() && english.len() != own.len() {
            wrong.push(named(fields.options_en, "surveys-options-unlike"));
        }
        for (field, lines) in [(fields.options, &own), (fields.options_en, &english)] {
            let mut lines = lines.iter();
            wrong.extend(lines.find_map(|line| line_wrong(field, line, LONGEST_OPTION, None)));
        }
        Choice::all(&own.join("\n"), &english.join("\n"))
    }
}

/// A bound as it is typed; none when it is no number that can be answered.
fn bound(typed: &str, unsaid: i64) -> Option<i64> {
    match digits(typed).trim() {
        "" => Some(unsaid),
        plain => plain
            .parse()
            .ok()
            .filter(|number| (-MOST_NUMBER..=MOST_NUMBER).contains(number)),
    }
}

/// What stands in the lines of a text; empty ones are passed over.
fn lines(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests;
