//! A form that was sent: done once, however often it comes, and what follows.

use std::{fmt::Display, str::FromStr};

use axum::response::Response;
use kernel::{
    Failed, Refusal, Secret, Work,
    answers::{self, Asked},
    transact,
};
use serde_json::{Value, json};

use crate::{Error, Flash, Page, Typed};

/// The fields of an empty form, with a name by which it is known when it comes twice.
pub fn named(fields: Typed) -> Typed {
    fields.or("once", Secret::random().reveal())
}

/// Makes what a form asks for. The same form sent twice, because the button was pressed twice or the
/// connection broke, leads to what it made the first time; with other words in it, it is another.
pub async fn once<I: Display + FromStr, R: Refusal>(
    page: &Page,
    typed: &Typed,
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<I, Failed<R>>,
) -> Result<I, Failed<R>> {
    let (key, what) = (format!("form:{}", typed.text("once")), format!("{typed:?}"));
    let actor = page.actor();
    transact(&page.app.db, actor, &page.app.clock, async |work| {
        let Some(person) = actor.person.filter(|_| !typed.text("once").is_empty()) else {
            return verb(work).await;
        };
        let asked = answers::asked(work, person, &key, &what).await?;
        if let Asked::Before(id) = &asked
            && let Ok(id) = id.parse()
        {
            return Ok(id);
        }
        let made = verb(work).await?;
        if asked == Asked::New {
            answers::keep(work, person, &key, &what, 303, made.to_string()).await?;
        }
        Ok(made)
    })
    .await
}

/// Leads on with a word of what was done; or shows the form again, with what was typed and why it
/// was not. Only then `facts` is asked.
pub async fn answer<R: Refusal>(
    page: &Page,
    (form, typed): (&str, &Typed),
    done: Result<String, Failed<R>>,
    said: &str,
    facts: impl Future<Output = Result<Value, Error>>,
) -> Result<Response, Error> {
    match done {
        Ok(to) => Ok(page.go_saying(&to, &Flash::good(said, json!({})))),
        Err(failed) => page.refused(failed.into(), form, &facts.await?, typed),
    }
}
