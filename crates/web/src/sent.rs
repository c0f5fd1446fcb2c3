//! A form that was sent: done once, however often it comes, and what follows.

use std::{fmt::Display, str::FromStr};

use axum::response::Response;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{
    Actor, Failed, Fault, Refusal, Secret, Work,
    answers::{self, Asked},
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
    let what = format!("{typed:?}");
    let key = format!("form:{}", URL_SAFE_NO_PAD.encode(Secret::digest_of(&what)));
    let (app, actor) = (&page.app, page.actor());
    let asked = asked(&actor, typed, (&key, &what));
    let unread = Fault::broken("an answer that was kept", "it cannot be read");
    answers::once(&app.db, (actor, &app.clock), (asked, unread.into()), verb).await
}

/// What a form asks for, by the name under which it is known when it comes twice: of somebody who has
/// signed in.
pub fn asked<'a>(
    actor: &Actor,
    typed: &Typed,
    (key, what): (&'a str, &'a str),
) -> Option<Asked<'a>> {
    let person = actor.person.filter(|_| !typed.text("once").is_empty())?;
    Some(Asked {
        person,
        key,
        what,
        status: 303,
    })
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
