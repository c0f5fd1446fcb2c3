//! A seminar with one lesson, as it is written and as it stands.

use bookings::entity::SpaceId;
use kernel::{Instant, Span};
use uuid::Uuid;

use crate::{
    entity::{
        LessonId, SeminarId,
        enrolment::Mode,
        lesson::{self, Area},
        seminar::{self, Audience, State, Way},
    },
    rules::{LessonDraft, SeminarDraft, Wish},
};

fn at(text: &str) -> Option<Instant> {
    Instant::parse(&format!("2026-{text}:00+09:00"))
}

/// Six places at the centre; enrolling from 1 to 10 December 2026.
pub fn a_draft() -> SeminarDraft {
    SeminarDraft {
        title: "はじめての帳簿".to_owned(),
        title_en: "Bookkeeping for beginners".to_owned(),
        purpose: "毎月の記帳を自分でできるようになります。".to_owned(),
        contents: "帳簿の種類、領収書の整理、会計ソフトの使い方。".to_owned(),
        contents_en: String::new(),
        audience: Some(Audience::Anyone),
        way: Some(Way::FirstCome),
        fee_yen: Some(0),
        fee: String::new(),
        programme: None,
        here: Some(6),
        online: Some(0),
        apply_from: at("12-01T10:00").map(Ok),
        apply_until: at("12-10T17:00").map(Ok),
    }
}

/// Two hours on Saturday, 12 December 2026.
pub fn a_lesson_draft() -> LessonDraft {
    let span = at("12-12T10:00").zip(at("12-12T12:00"));
    LessonDraft {
        title: "帳簿の基本".to_owned(),
        span: span.map(|(from, until)| Span { from, until }),
        areas: vec![Area::Finance],
        space: Some(SpaceId(Uuid::nil())),
        link: String::new(),
        lecturer_id: None,
        lecturer: "見本 かずお".to_owned(),
        devices: Vec::new(),
    }
}

/// Somebody would like to come.
pub fn a_wish() -> Wish {
    Wish {
        mode: Some(Mode::Here),
        company: "見本商店".to_owned(),
        ..Wish::default()
    }
}

/// The seminar of [`a_draft`], published, with its lesson ahead.
pub fn a_seminar() -> seminar::Model {
    let draft = a_draft();
    seminar::Model {
        id: SeminarId(Uuid::nil()),
        title: draft.title,
        title_en: draft.title_en,
        purpose: draft.purpose,
        contents: draft.contents,
        contents_en: draft.contents_en,
        audience: Audience::Anyone,
        way: Way::FirstCome,
        fee_yen: 0,
        fee: draft.fee,
        programme_id: None,
        programme: "創業塾".to_owned(),
        here: 6,
        online: 0,
        taken_here: 2,
        taken_online: 0,
        last_number: 2,
        apply_from: at("12-01T10:00"),
        apply_until: at("12-10T17:00"),
        starts_at: at("12-12T10:00"),
        ends_at: at("12-12T12:00"),
        state: State::Published,
        why: String::new(),
        report: String::new(),
        copied_from: None,
        series_id: None,
        edition: 1,
        made_by: None,
        made_at: Instant::from_micros(0),
        submitted_by: None,
        published_by: None,
        published_at: None,
    }
}

/// Its lesson.
pub fn a_lesson() -> lesson::Model {
    let draft = a_lesson_draft();
    lesson::Model {
        id: LessonId(Uuid::nil()),
        seminar_id: SeminarId(Uuid::nil()),
        title: draft.title,
        starts_at: at("12-12T10:00").unwrap_or(Instant::from_micros(0)),
        ends_at: at("12-12T12:00").unwrap_or(Instant::from_micros(0)),
        areas: "finance".to_owned(),
        space_id: draft.space,
        hold_id: None,
        link: String::new(),
        lecturer_id: None,
        lecturer: draft.lecturer,
        version: 1,
    }
}
