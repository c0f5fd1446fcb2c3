//! What a seminar and a lesson must say.

use accounts::rules::{Words, wrong_field};
use bookings::{entity::SpaceId, rules::devices::Pick};
use chrono::TimeDelta;
use kernel::{Detail, Instant, PersonId, Span};
use plans::entity::ProgrammeId;

use crate::entity::{
    lesson::Area,
    seminar::{Audience, Way},
};

/// The longest text, in characters.
const LONGEST: usize = 4_000;
/// The most places of a mode.
const MOST_PLACES: i32 = 2_000;
/// The highest fee, in yen.
const MOST_YEN: i64 = 1_000_000;
/// So far ahead a lesson can be.
const FURTHEST: TimeDelta = TimeDelta::days(550);

/// Something that may be left out: none when nothing was typed, an error when it cannot be read.
pub type Typed<T> = Option<Result<T, ()>>;

/// A seminar as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct SeminarDraft {
    /// What it is called.
    pub title: String,
    /// The same in English.
    pub title_en: String,
    /// What people can do afterwards.
    pub purpose: String,
    /// What is taught.
    pub contents: String,
    /// The same in English.
    pub contents_en: String,
    /// For whom it is.
    pub audience: Option<Audience>,
    /// How places are given.
    pub way: Option<Way>,
    /// What it costs, in yen with tax; 0 when it is free.
    pub fee_yen: Option<i64>,
    /// What else is to be said of that, or empty.
    pub fee: String,
    /// Under which programme.
    pub programme: Option<ProgrammeId>,
    /// Places at the centre.
    pub here: Option<i32>,
    /// Places online.
    pub online: Option<i32>,
    /// From when on people can enrol.
    pub apply_from: Typed<Instant>,
    /// Until when.
    pub apply_until: Typed<Instant>,
}

impl SeminarDraft {
    /// Everything that is wrong with it, in the order of the form. When it is published and what is
    /// missing until then: [`super::lacking`].
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        wrong.extend(Words::line("title", &self.title).or_missing("seminars-title-missing"));
        wrong.extend(Words::line("title_en", &self.title_en).wrong());
        let purpose = Words::text("purpose", &self.purpose, LONGEST);
        wrong.extend(purpose.or_missing("seminars-purpose-missing"));
        let contents = Words::text("contents", &self.contents, LONGEST);
        wrong.extend(contents.or_missing("seminars-contents-missing"));
        wrong.extend(Words::text("contents_en", &self.contents_en, LONGEST).wrong());
        if self.audience.is_none() {
            wrong.push(wrong_field("audience", "seminars-audience-missing"));
        }
        if self.way.is_none() {
            wrong.push(wrong_field("way", "seminars-way-missing"));
        }
        if !self
            .fee_yen
            .is_some_and(|yen| (0..=MOST_YEN).contains(&yen))
        {
            wrong.push(wrong_field("fee_yen", "seminars-fee-odd"));
        }
        wrong.extend(Words::line("fee", &self.fee).wrong());
        let odd = |places: Option<i32>| !places.is_some_and(|of| (0..=MOST_PLACES).contains(&of));
        if odd(self.here) {
            wrong.push(wrong_field("here", "seminars-places-odd"));
        }
        if odd(self.online) {
            wrong.push(wrong_field("online", "seminars-places-odd"));
        }
        if self.here == Some(0) && self.online == Some(0) {
            wrong.push(wrong_field("here", "seminars-places-none"));
        }
        wrong.extend(self.wrong_times());
        wrong
    }

    fn wrong_times(&self) -> Option<Detail> {
        match (self.apply_from, self.apply_until) {
            (Some(Err(())), _) => Some(wrong_field("from_day", "seminars-time-missing")),
            (_, Some(Err(()))) => Some(wrong_field("until_day", "seminars-time-missing")),
            (Some(Ok(from)), Some(Ok(until))) if until <= from => {
                Some(wrong_field("until_day", "seminars-until-before"))
            }
            _ => None,
        }
    }
}

/// A lesson as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct LessonDraft {
    /// What it is about.
    pub title: String,
    /// When.
    pub span: Option<Span>,
    /// What it teaches of the law's four areas.
    pub areas: Vec<Area>,
    /// In which space.
    pub space: Option<SpaceId>,
    /// Where it can be followed online.
    pub link: String,
    /// Who teaches, when the centre knows them.
    pub lecturer_id: Option<PersonId>,
    /// How they are called on the pages.
    pub lecturer: String,
    /// What is lent of the centre's devices, with the room.
    pub devices: Vec<Pick>,
}

impl LessonDraft {
    /// Everything that is wrong with it at a moment, in the order of the form.
    pub fn wrong(&self, now: Instant) -> Vec<Detail> {
        let mut wrong = Vec::new();
        wrong.extend(Words::line("title", &self.title).wrong());
        match self.span {
            None => wrong.push(wrong_field("day", "seminars-time-missing")),
            Some(span) if span.from <= now => {
                wrong.push(wrong_field("day", "seminars-time-past"));
            }
            Some(span) if span.from > now + FURTHEST => {
                wrong.push(wrong_field("day", "seminars-time-far"));
            }
            Some(_) => {}
        }
        let link = self.link.trim();
        if self.space.is_none() && link.is_empty() {
            wrong.push(wrong_field("space", "seminars-place-missing"));
        }
        if !link.is_empty() && !link.starts_with("https://") {
            wrong.push(wrong_field("link", "seminars-link-wrong"));
        }
        wrong.extend(Words::line("link", &self.link).wrong());
        wrong.extend(Words::line("lecturer", &self.lecturer).wrong());
        if self.space.is_none() && !self.devices.is_empty() {
            wrong.push(wrong_field("devices", "seminars-devices-room"));
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::seminars::{a_draft, a_lesson_draft};

    fn at(text: &str) -> Instant {
        Instant::parse(&format!("2026-{text}:00+09:00")).unwrap()
    }

    type Change = fn(SeminarDraft) -> SeminarDraft;

    #[test]
    fn a_seminar_says_what_it_is_and_how_many_can_come() {
        assert_eq!(a_draft().wrong(), []);
        let from = Some(Ok(at("12-01T10:00")));
        let cases: [(&str, Change); 9] = [
            ("fee_yen", |draft| SeminarDraft {
                fee_yen: Some(1_000_001),
                ..draft
            }),
            ("title", |draft| SeminarDraft {
                title: "　".to_owned(),
                ..draft
            }),
            ("contents", |draft| SeminarDraft {
                contents: String::new(),
                ..draft
            }),
            ("audience", |draft| SeminarDraft {
                audience: None,
                ..draft
            }),
            ("way", |draft| SeminarDraft { way: None, ..draft }),
            ("here", |draft| SeminarDraft {
                here: Some(-1),
                ..draft
            }),
            ("here", |draft| SeminarDraft {
                here: Some(0),
                online: Some(0),
                ..draft
            }),
            ("online", |draft| SeminarDraft {
                online: None,
                ..draft
            }),
            ("from_day", |draft| SeminarDraft {
                apply_from: Some(Err(())),
                ..draft
            }),
        ];
        for (field, change) in cases {
            let wrong = change(a_draft()).wrong();
            assert_eq!(wrong.first().and_then(|one| one.field), Some(field));
        }
        let turned = SeminarDraft {
            apply_from: from,
            apply_until: from,
            ..a_draft()
        };
        assert_eq!(turned.wrong()[0].key, "seminars-until-before");
        let open = SeminarDraft {
            apply_from: None,
            apply_until: None,
            ..a_draft()
        };
        assert_eq!(open.wrong(), []);
    }

    #[test]
    fn a_lesson_says_when_and_where_it_is() {
        let now = at("12-08T14:20");
        assert_eq!(a_lesson_draft().wrong(now), []);
        let span = |from: &str, until: &str| Span::try_new(at(from), at(until));
        for (span, link, space, expected) in [
            (None, "", true, Some("seminars-time-missing")),
            (
                span("12-08T10:00", "12-08T12:00"),
                "",
                true,
                Some("seminars-time-past"),
            ),
            (
                span("12-12T10:00", "12-12T12:00"),
                "",
                false,
                Some("seminars-place-missing"),
            ),
            (
                span("12-12T10:00", "12-12T12:00"),
                "https://meet.example/x",
                false,
                None,
            ),
            (
                span("12-12T10:00", "12-12T12:00"),
                "meet.example",
                true,
                Some("seminars-link-wrong"),
            ),
        ] {
            let draft = LessonDraft {
                span,
                link: link.to_owned(),
                space: a_lesson_draft().space.filter(|_| space),
                ..a_lesson_draft()
            };
            let wrong = draft.wrong(now);
            assert_eq!(wrong.first().map(|one| one.key), expected, "{link}");
        }
    }
}
