//! The questions of a seminar within the forms that enrol, and what was typed into them.

use files::Form;
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use crate::{entity::SeminarId, read, rules::Answers};

/// What is asked in a form. Where `papers` is not said, papers are handed in later.
pub(super) async fn asked(page: &Page, id: SeminarId, papers: bool) -> Result<Vec<Value>, Error> {
    let questions = read::questions(page.app.db.reader(), id).await?;
    let mut facts = surveys::asked(page, &questions);
    for fact in &mut facts {
        fact["later"] = json!(!papers && fact["kind"] == "file");
    }
    Ok(facts)
}

/// The same at the counter, where everything may be left open.
pub(super) async fn asked_for(page: &Page, id: SeminarId) -> Result<Vec<Value>, Error> {
    let mut facts = asked(page, id, false).await?;
    for fact in &mut facts {
        fact["required"] = json!(false);
    }
    Ok(facts)
}

/// What was typed, without papers.
pub(super) fn typed(typed: &Typed) -> Answers {
    Answers {
        given: surveys::wish(typed),
        papers: Vec::new(),
    }
}

/// What was typed and handed in.
pub(super) fn sent(form: Form) -> Answers {
    Answers {
        given: surveys::wish(&form.typed),
        papers: form.named(),
    }
}
