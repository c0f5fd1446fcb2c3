//! What a council, its members, meetings, minutes and opinions must say.
//!
//! Source: `domain.md` R10 (産業経済団体等からなる協議の場: members, agenda, papers, minutes, and opinions
//! with what became of them).

use accounts::rules::{Words, wrong_field};
use chrono::{NaiveDate, NaiveTime};
use japan::kana::{digits, search_key};
use kernel::Detail;
use serde_json::json;

use super::{
    Until,
    coordination::{LONGEST_NOTE, LONGEST_TEXT, day, past_day},
};
use crate::entity::{ProgrammeId, council_member::Seat, council_opinion::Outcome};

/// The longest minutes, in characters.
const LONGEST_MINUTES: usize = 50_000;
/// So many items an agenda has at most.
const MOST_ITEMS: usize = 50;
/// The highest number of a meeting.
const HIGHEST: i32 = 9_999;

/// A council as somebody writes it.
#[derive(Clone, Debug, Default)]
pub struct CouncilDraft {
    /// What it is called.
    pub name: String,
    /// What it is there for.
    pub purpose: String,
}

/// A seat in a council as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct MemberDraft {
    /// 氏名.
    pub name: String,
    /// From where they come; may be empty.
    pub organisation: String,
    /// Which seat; `None` when none was chosen.
    pub seat: Option<Seat>,
    /// The first day of their term; `None` when it could not be read.
    pub valid_from: Option<NaiveDate>,
    /// Until when they sit.
    pub until: Until,
}

/// A meeting as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct MeetingDraft {
    /// 第1回 is 1; `None` when it could not be read.
    pub number: Option<i32>,
    /// On which day; `None` when it could not be read.
    pub held_on: Option<NaiveDate>,
    /// From when; `None` when it could not be read.
    pub starts_at: Option<NaiveTime>,
    /// Until when; `None` when it could not be read.
    pub ends_at: Option<NaiveTime>,
    /// Where.
    pub place: String,
    /// 議題, one a line.
    pub agenda: String,
}

/// An opinion as somebody writes it down.
#[derive(Clone, Debug, Default)]
pub struct OpinionDraft {
    /// Who said it.
    pub said_by: String,
    /// What was said.
    pub body: String,
    /// The programme (事業) it is about, as it was chosen; may be empty.
    pub programme: String,
    /// About what besides; may be empty.
    pub about: String,
}

/// What became of an opinion, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// `None` when nothing was chosen.
    pub outcome: Option<Outcome>,
    /// What is said about it.
    pub words: String,
    /// On which day; `None` when it could not be read.
    pub replied_on: Option<NaiveDate>,
}

impl CouncilDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let name = Words::line("name", &self.name).or_missing("council-name-missing");
        let purpose = Words::text("purpose", &self.purpose, LONGEST_TEXT);
        let purpose = purpose.or_missing("council-purpose-missing");
        name.into_iter().chain(purpose).collect()
    }
}

impl MemberDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        wrong.extend(Words::line("name", &self.name).or_missing("council-member-missing"));
        wrong.extend(Words::line("organisation", &self.organisation).wrong());
        if self.seat.is_none() {
            wrong.push(wrong_field("seat", "council-seat-missing"));
        }
        wrong.extend(day("valid_from", self.valid_from));
        wrong.extend(self.until.wrong(self.valid_from));
        wrong
    }
}

impl MeetingDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        if !self
            .number
            .is_some_and(|number| (1..=HIGHEST).contains(&number))
        {
            wrong.push(wrong_field("number", "council-number-wrong"));
        }
        wrong.extend(day("held_on", self.held_on));
        match (self.starts_at, self.ends_at) {
            (Some(from), Some(until)) if from < until => {}
            (Some(_), Some(_)) => wrong.push(wrong_field("ends_at", "council-time-early")),
            (None, _) => wrong.push(wrong_field("starts_at", "council-time-wrong")),
            (_, None) => wrong.push(wrong_field("ends_at", "council-time-wrong")),
        }
        wrong.extend(Words::line("place", &self.place).or_missing("council-place-missing"));
        let agenda = Words::text("agenda", &self.agenda, LONGEST_TEXT);
        wrong.extend(agenda.or_missing("council-agenda-missing"));
        if items(&self.agenda).count() > MOST_ITEMS {
            wrong.push(Detail {
                args: json!({ "limit": MOST_ITEMS }),
                ..wrong_field("agenda", "council-agenda-many")
            });
        }
        wrong
    }
}

impl OpinionDraft {
    /// The programme that was chosen; none when there was no such choice.
    pub fn chosen(&self) -> Option<ProgrammeId> {
        self.programme.parse().ok()
    }

    /// Everything that is wrong with it, in the order of the form: `known` is what could be chosen.
    pub fn wrong(&self, known: &[ProgrammeId]) -> Vec<Detail> {
        let mut wrong = Vec::new();
        let said_by = Words::line("said_by", &self.said_by);
        wrong.extend(said_by.or_missing("council-said-by-missing"));
        let body = Words::text("body", &self.body, LONGEST_TEXT);
        wrong.extend(body.or_missing("council-body-missing"));
        let is_known = self.chosen().is_some_and(|id| known.contains(&id));
        if !self.programme.is_empty() && !is_known {
            wrong.push(wrong_field("programme", "council-programme-unknown"));
        }
        wrong.extend(Words::line("about", &self.about).wrong());
        wrong
    }

    /// What a search is compared with; `programme` is what the chosen one is called.
    pub fn search_key(&self, programme: &str) -> String {
        let words = [&self.body, programme, &self.about, &self.said_by];
        words.map(search_key).join(" ")
    }
}

impl Reply {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong = Vec::new();
        if self.outcome.is_none() {
            wrong.push(wrong_field("outcome", "council-outcome-missing"));
        }
        let words = Words::text("reply", &self.words, LONGEST_TEXT);
        wrong.extend(words.or_missing("council-reply-missing"));
        wrong.extend(past_day("replied_on", self.replied_on, today));
        wrong
    }
}

/// What is wrong with minutes, if anything; they may still be empty.
pub fn minutes_are_wrong(minutes: &str) -> Option<Detail> {
    Words::text("minutes", minutes, LONGEST_MINUTES).wrong()
}

/// What is wrong with a correction of minutes, if anything.
pub fn correction_is_wrong(body: &str) -> Option<Detail> {
    Words::text("correction", body, LONGEST_NOTE).or_missing("council-correction-missing")
}

/// The items of an agenda, in their order.
pub fn items(agenda: &str) -> impl Iterator<Item = &str> {
    agenda
        .lines()
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

/// A time as people type it: `14:00`, `９：３０`.
pub fn parse_time(typed: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(&digits(typed), "%H:%M").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(wrong: &[Detail]) -> Vec<(&'static str, &'static str)> {
        let named = |one: &Detail| (one.field.unwrap(), one.key);
        wrong.iter().map(named).collect()
    }

    #[test]
    fn a_meeting_says_which_when_where_and_about_what() {
        assert_eq!(
            fields(&MeetingDraft::default().wrong()),
            [
                ("number", "council-number-wrong"),
                ("held_on", "coordination-day-missing"),
                ("starts_at", "council-time-wrong"),
                ("place", "council-place-missing"),
                ("agenda", "council-agenda-missing"),
            ]
        );
        let right = MeetingDraft {
            number: Some(3),
            held_on: "2026-12-15".parse().ok(),
            starts_at: parse_time("１４：００"),
            ends_at: parse_time("16:00"),
            place: "会議室A".to_owned(),
            agenda: "1 開会\n\n 2 報告".to_owned(),
        };
        assert_eq!(fields(&right.wrong()), []);
        assert_eq!(
            items(&right.agenda).collect::<Vec<_>>(),
            ["1 開会", "2 報告"]
        );
        let backwards = MeetingDraft {
            ends_at: parse_time("13:00"),
            agenda: "議題\n".repeat(51),
            ..right
        };
        let wrong = [
            ("ends_at", "council-time-early"),
            ("agenda", "council-agenda-many"),
        ];
        assert_eq!(fields(&backwards.wrong()), wrong);
    }

    #[test]
    fn an_answer_says_what_became_of_an_opinion_and_why() {
        let today = "2026-12-08".parse().unwrap();
        let wrong = Reply::default().wrong(today);
        let all = [
            ("outcome", "council-outcome-missing"),
            ("reply", "council-reply-missing"),
            ("replied_on", "coordination-day-missing"),
        ];
        assert_eq!(fields(&wrong), all);
        let right = Reply {
            outcome: Some(Outcome::Considering),
            words: "来年度の計画で考えます。".to_owned(),
            replied_on: Some(today),
        };
        assert_eq!(fields(&right.wrong(today)), []);
    }

    #[test]
    fn an_opinion_is_about_a_programme_that_could_be_chosen_or_about_none() {
        let wrong = OpinionDraft::default().wrong(&[]);
        let all = [
            ("said_by", "council-said-by-missing"),
            ("body", "council-body-missing"),
        ];
        assert_eq!(fields(&wrong), all);
        let there = ProgrammeId(uuid::Uuid::from_u128(7));
        let about = |programme: &str| OpinionDraft {
            said_by: "委員".to_owned(),
            body: "夜にも開いてほしい。".to_owned(),
            programme: programme.to_owned(),
            about: String::new(),
        };
        assert_eq!(fields(&about("").wrong(&[there])), []);
        assert_eq!(fields(&about(&there.to_string()).wrong(&[there])), []);
        let unknown = [("programme", "council-programme-unknown")];
        for (chosen, known) in [(there.to_string().as_str(), &[][..]), ("創業", &[there])] {
            assert_eq!(fields(&about(chosen).wrong(known)), unknown, "{chosen}");
        }
    }

    #[test]
    fn a_member_has_a_name_a_seat_and_a_term() {
        let wrong = MemberDraft::default().wrong();
        let all = [
            ("name", "council-member-missing"),
            ("seat", "council-seat-missing"),
            ("valid_from", "coordination-day-missing"),
        ];
        assert_eq!(fields(&wrong), all);
        let backwards = MemberDraft {
            name: "見本 太郎".to_owned(),
            organisation: String::new(),
            seat: Some(Seat::Chair),
            valid_from: "2026-04-01".parse().ok(),
            until: Until::Day("2026-03-31".parse().unwrap()),
        };
        let wrong = [("valid_until", "coordination-until-early")];
        assert_eq!(fields(&backwards.wrong()), wrong);
    }
}
