//! What is written by itself to those who have a place: `templates/letters/seminars/notice/`.

use accounts::read::contact;
use bookings::read::Catalogue;
use kernel::{Fault, Secret, Work};
use mail::Letter;
use serde_json::{Value, json};

use super::{lessons::described, several::by_person, title};
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

    fn link(self, own: &[&enrolment::Model]) -> String {
        match (self, own) {
            (Self::Asked(secret), _) => format!("/answers/{}", secret.reveal()),
            (Self::Reminder | Self::Certificate, [one]) => format!("/enrolments/{}", one.id),
            (Self::Reminder | Self::Certificate, _) => "/mypage/seminars".to_owned(),
        }
    }
}

/// To everybody who enrolled these, one letter each, however many they named.
pub(crate) async fn to_enrollers(
    work: &Work,
    seminar: &Seminar,
    all: &[enrolment::Model],
    about: Notice<'_>,
) -> Result<(), Fault> {
    for own in by_person(all).values() {
        notice(work, seminar, own, about).await?;
    }
    Ok(())
}

/// To one person about a seminar in which they, or those whom they named, have places; lessons are told
/// in a reminder only.
pub(crate) async fn notice(
    work: &Work,
    seminar: &Seminar,
    own: &[&enrolment::Model],
    about: Notice<'_>,
) -> Result<(), Fault> {
    let Some(first) = own.first() else {
        return Ok(());
    };
    let Some(who) = contact(work.db(), first.person_id).await? else {
        return Ok(());
    };
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let online = own.iter().any(|one| one.mode == enrolment::Mode::Online);
    let named = own.iter().filter(|one| !one.attendee.is_empty());
    let named: Vec<&str> = named.map(|one| one.attendee.as_str()).collect();
    let lesson = |lesson| described(lesson, &catalogue, who.lang, online);
    let lessons: Vec<Value> = match about {
        Notice::Reminder => seminar.lessons.iter().map(lesson).collect(),
        _ => Vec::new(),
    };
    let facts = json!({
        "name": who.name,
        "news": about.code(),
        "title": title(&seminar.row, who.lang),
        "named": named,
        "lessons": lessons,
        "link": about.link(own),
    });
    let letter = Letter {
        template: "seminars/notice",
        email,
        person: Some(who.person),
        lang: who.lang,
        facts,
    };
    mail::post(work, letter);
    Ok(())
}
