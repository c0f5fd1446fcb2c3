//! What a survey must say before anybody is asked.

use std::collections::HashSet;

use japan::kana::search_key;
use kernel::Detail;
use serde_json::json;

use super::{line_wrong, named, text_wrong, told};
use crate::entity::survey_question::Kind;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 80;
/// The longest introduction, in characters.
pub const LONGEST_INTRODUCTION: usize = 1_000;
/// The longest question, in characters.
pub const LONGEST_QUESTION: usize = 200;
/// The longest option, in characters.
pub const LONGEST_OPTION: usize = 60;
/// So many options a question has at most.
pub const MOST_OPTIONS: usize = 12;

/// What the fields of one question are called in the form that writes it.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// How it is answered.
    pub kind: &'static str,
    /// What is asked.
    pub text: &'static str,
    /// The same in English.
    pub text_en: &'static str,
    /// One option a line.
    pub options: &'static str,
    /// The same in English.
    pub options_en: &'static str,
    /// Whether it must be answered.
    pub required: &'static str,
}

macro_rules! fields {
    ($($row:literal)*) => {[$(Fields {
        kind: concat!("question-", $row, "-kind"),
        text: concat!("question-", $row, "-text"),
        text_en: concat!("question-", $row, "-text_en"),
        options: concat!("question-", $row, "-options"),
        options_en: concat!("question-", $row, "-options_en"),
        required: concat!("question-", $row, "-required"),
    }),*]};
}

/// The questions of a survey in a form; so many it may have.
pub const ROWS: [Fields; 20] = fields!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);

/// A survey as somebody wrote it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What people call it.
    pub title: String,
    /// May be empty.
    pub title_en: String,
    /// May be empty.
    pub introduction: String,
    /// May be empty.
    pub introduction_en: String,
    /// In their order; rows in which nothing stands are passed over.
    pub questions: Vec<Written>,
}

/// A question as somebody wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// [`Kind::code`].
    pub kind: String,
    /// What is asked.
    pub text: String,
    /// May be empty.
    pub text_en: String,
    /// One option a line.
    pub options: String,
    /// As many lines, or none.
    pub options_en: String,
    /// Whether it must be answered.
    pub required: bool,
}

/// What a version says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// What people call it.
    pub title: String,
    /// May be empty.
    pub title_en: String,
    /// May be empty.
    pub introduction: String,
    /// May be empty.
    pub introduction_en: String,
    /// At least one.
    pub questions: Vec<Question>,
}

/// A question that can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// How it is answered.
    pub kind: Kind,
    /// What is asked.
    pub text: String,
    /// May be empty.
    pub text_en: String,
    /// What can be chosen; empty for kinds without options.
    pub options: Vec<Choice>,
    /// Whether it must be answered.
    pub required: bool,
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// In Japanese.
    pub text: String,
    /// In English; may be empty.
    pub text_en: String,
}

impl Draft {
    /// What can be asked, or everything that is wrong.
    pub fn read(&self) -> Result<Content, Vec<Detail>> {
        let missing = Some("surveys-title-missing");
        let mut wrong = Vec::new();
        wrong.extend(line_wrong("title", &self.title, LONGEST_TITLE, missing));
        wrong.extend(line_wrong("title_en", &self.title_en, LONGEST_TITLE, None));
        let introductions = [
            ("introduction", &self.introduction),
            ("introduction_en", &self.introduction_en),
        ];
        for (field, text) in introductions {
            wrong.extend(text_wrong(field, text, LONGEST_INTRODUCTION));
        }
        let mut questions = Vec::new();
        let rows = self.questions.iter().zip(&ROWS);
        for (row, fields) in rows.filter(|(row, _)| !row.is_empty()) {
            match row.read(fields) {
                Ok(question) => questions.push(question),
                Err(more) => wrong.extend(more),
            }
        }
        if self.questions.iter().all(Written::is_empty) {
            wrong.push(named(ROWS[0].text, "surveys-none-asked"));
        }
        if self.questions.len() > ROWS.len() {
            let most = json!({ "limit": ROWS.len() });
            wrong.push(told(ROWS[ROWS.len() - 1].text, "surveys-many-asked", most));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let own = |text: &str| text.trim().to_owned();
        Ok(Content {
            title: own(&self.title),
            title_en: own(&self.title_en),
            introduction: own(&self.introduction),
            introduction_en: own(&self.introduction_en),
            questions,
        })
    }
}

impl Written {
    /// Whether nothing was written in this row.
    pub fn is_empty(&self) -> bool {
        [&self.text, &self.text_en, &self.options, &self.options_en]
            .iter()
            .all(|text| text.trim().is_empty())
    }

    fn read(&self, fields: &Fields) -> Result<Question, Vec<Detail>> {
        let mut wrong = Vec::new();
        let kind = Kind::parse(self.kind.trim());
        if kind.is_none() {
            wrong.push(named(fields.kind, "surveys-kind-missing"));
        }
        let missing = Some("surveys-question-missing");
        wrong.extend(line_wrong(
            fields.text,
            &self.text,
            LONGEST_QUESTION,
            missing,
        ));
        wrong.extend(line_wrong(
            fields.text_en,
            &self.text_en,
            LONGEST_QUESTION,
            None,
        ));
        let options = if kind.is_none_or(Kind::has_options) {
            self.choices(fields, &mut wrong)
        } else {
            if !self.options.trim().is_empty() || !self.options_en.trim().is_empty() {
                wrong.push(named(fields.options, "surveys-options-superfluous"));
            }
            Vec::new()
        };
        match (kind, wrong.is_empty()) {
            (Some(kind), true) => Ok(Question {
                kind,
                text: self.text.trim().to_owned(),
                text_en: self.text_en.trim().to_owned(),
                options,
                required: self.required,
            }),
            _ => Err(wrong),
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
        let english = english.into_iter().map(Some).chain(std::iter::repeat(None));
        own.into_iter()
            .zip(english)
            .map(|(text, english)| Choice {
                text: text.to_owned(),
                text_en: english.unwrap_or_default().to_owned(),
            })
            .collect()
    }
}

/// What stands in the lines of a text; empty ones are passed over.
fn lines(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests;
