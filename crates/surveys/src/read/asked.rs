//! The questions of a survey over all its versions.

use kernel::Fault;
use sea_orm::ConnectionTrait;

use super::versions;
use crate::{
    entity::{SurveyId, SurveyVersionId},
    rules::{Question, Values},
};

/// What came of a question. One that was worded otherwise, or offered other options, is another one.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What was asked.
    pub question: Question,
    /// Whether the newest version asks it.
    pub is_asked: bool,
    /// In which versions it stands, under which number.
    pub places: Vec<(SurveyVersionId, i32)>,
    /// How often each value was given, period by period; of words only how many wrote some.
    pub values: Vec<Values>,
}

impl Asked {
    /// How often each value was given in all periods together.
    pub fn all(&self) -> Values {
        let mut all = Values::new();
        for (value, count) in self.values.iter().flatten() {
            *all.entry(value.clone()).or_default() += count;
        }
        all
    }
}

/// The questions of all versions, each once.
pub(super) async fn questions(
    db: &impl ConnectionTrait,
    survey: SurveyId,
    periods: usize,
) -> Result<Vec<Asked>, Fault> {
    let mut all: Vec<Asked> = Vec::new();
    for (at, version) in versions(db, survey).await?.into_iter().enumerate() {
        for (number, question) in (1..).zip(version.content.questions) {
            let place = (version.id, number);
            let same = all.iter_mut().find(|one| {
                let in_this = one.places.iter().any(|(id, _)| *id == version.id);
                !in_this && is_same(&one.question, &question)
            });
            match same {
                Some(one) => one.places.push(place),
                None => all.push(Asked {
                    question,
                    is_asked: at == 0,
                    places: vec![place],
                    values: vec![Values::new(); periods],
                }),
            }
        }
    }
    Ok(all)
}

fn is_same(one: &Question, other: &Question) -> bool {
    let options = |of: &Question| -> Vec<String> {
        of.options
            .iter()
            .map(|option| option.text.clone())
            .collect()
    };
    one.kind == other.kind && one.text == other.text && options(one) == options(other)
}
