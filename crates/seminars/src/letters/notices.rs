//! What is written by itself to those who have a place: `templates/letters/seminars/notice/`.

use accounts::read::contact;
use bookings::read::Catalogue;
use kernel::{Fault, Secret, Work};
use mail::Letter;
use serde_json::{Value, json};

use super::{lessons::described, title};
use crate::{entity::enrolment, read::Seminar};

/// What is written about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Notice<'n> {
    /// A lesson is near.
    Reminder,
    /// How it was.
    Asked(&'n Secret),
    /// A certificate of completion was issued.
    Certificate,
}

impl Notice<'_> {
    /// As part of text keys.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Reminder => "reminder",
            Self::Asked(_) => "asked",
            Self::Certificate => "certificate",
        }
    }

    fn link(self, one: &enrolment::Model) -> String {
        match self {
            Self::Asked(secret) => format!("/answers/{}", secret.reveal()),
            Self::Reminder | Self::Certificate => format!("/enrolments/{}", one.id),
        }
    }
}

/// To one person about a seminar in which they have a place; lessons are told in a reminder only.
pub(crate) async fn notice(
    work: &Work,
    seminar: &Seminar,
    one: &enrolment::Model,
    about: Notice<'_>,
) -> Result<(), Fault> {
    let Some(who) = contact(work.db(), one.person_id).await? else {
        return Ok(());
    };
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let online = one.mode == enrolment::Mode::Online;
    let lesson = |lesson| described(lesson, &catalogue, who.lang, online);
    let lessons: Vec<Value> = match about {
        Notice::Reminder => seminar.lessons.iter().map(lesson).collect(),
        _ => Vec::new(),
    };
    let facts = json!({
        "name": who.name,
        "news": about.code(),
        "title": title(&seminar.row, who.lang),
        "lessons": lessons,
        "link": about.link(one),
    });
    let letter = Letter {
        template: "seminars/notice",
        email,
        person: Some(who.person),
        lang: who.lang,
        facts,
    };
    mail::post(work, letter).await?;
    Ok(())
}
