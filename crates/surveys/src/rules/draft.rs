//! What a survey must say before anybody is asked.

use kernel::Detail;

use super::{Question, ROWS, Written, line_wrong, named, questions, text_wrong};
use crate::entity::survey_question::Kind;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 80;
/// The longest introduction, in characters.
pub const LONGEST_INTRODUCTION: usize = 1_000;

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
        let read = questions(&self.questions, &Kind::OF_SURVEYS);
        let asked = read.unwrap_or_else(|more| {
            wrong.extend(more);
            Vec::new()
        });
        if self.questions.iter().all(Written::is_empty) {
            wrong.push(named(ROWS[0].text, "surveys-none-asked"));
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
            questions: asked,
        })
    }
}

#[cfg(test)]
mod tests;
