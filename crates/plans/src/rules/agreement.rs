//! What an agreement must say, how far its term is, and when somebody has to think of its end.
//!
//! Source: `domain.md` R03 (協定 with their term and a reminder before they are renewed), G12 (a day by
//! which somebody acts is one on which offices are open).

use chrono::{Days, NaiveDate};
use japan::{
    business_days::{is_office_closed, roll_back},
    calendar::parse_date,
    kana::search_key,
};
use kernel::Detail;
use organisations::entity::AgencyId;
use serde::{Deserialize, Serialize};
use serde_json::json;

use accounts::rules::{Words, wrong_field};

use super::coordination::{LONGEST_NOTE, LONGEST_TEXT, day};

/// A reminder comes so many days before the end at most.
pub(crate) const MOST_NOTICE: i32 = 730;

/// An agreement as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct AgreementDraft {
    /// With which partner; `None` when none was chosen.
    pub agency: Option<AgencyId>,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// 締結日; `None` when it could not be read.
    pub signed_on: Option<NaiveDate>,
    /// The first day of its term; `None` when it could not be read.
    pub valid_from: Option<NaiveDate>,
    /// Until when it holds.
    pub until: Until,
    /// So many days before its end somebody has to think of it; `None` when it could not be read.
    pub notice_days: Option<i32>,
}

/// Until when an agreement holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Until {
    /// Nothing was said: it has no end.
    #[default]
    Open,
    /// Through this day.
    Day(NaiveDate),
    /// What was said is no day.
    Unreadable,
}

impl Until {
    /// What was typed; nothing means without an end.
    pub fn read(typed: &str) -> Self {
        match typed {
            "" => Self::Open,
            text => parse_date(text).map_or(Self::Unreadable, Self::Day),
        }
    }

    /// The last day, if there is one.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open | Self::Unreadable => None,
        }
    }

    /// What is wrong with it, if anything, for what begins on a day.
    pub(crate) fn wrong(self, from: Option<NaiveDate>) -> Option<Detail> {
        match self {
            Self::Open => None,
            Self::Day(until) if from.is_some_and(|from| until < from) => {
                Some(wrong_field("valid_until", "coordination-until-early"))
            }
            Self::Day(until) => day("valid_until", Some(until)),
            Self::Unreadable => Some(wrong_field("valid_until", "coordination-until-unreadable")),
        }
    }
}

/// The term of an agreement, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; none for one without an end.
    pub until: Option<NaiveDate>,
    /// So many days before its end somebody has to think of it.
    pub notice_days: i32,
    /// Its last day when it was ended before its time.
    pub ended_on: Option<NaiveDate>,
    /// Whether the next agreement is there.
    pub renewed: bool,
}

/// How far an agreement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    /// Its end is near, and nothing follows yet.
    EndsSoon,
    /// 有効.
    InForce,
    /// Its first day is still to come.
    Coming,
    /// Its end is near or past, and the next one is there.
    Renewed,
    /// It ran out, or was ended.
    Ended,
}

impl AgreementState {
    /// Every state, in the order of lists.
    pub const ALL: [Self; 5] = [
        Self::EndsSoon,
        Self::InForce,
        Self::Coming,
        Self::Renewed,
        Self::Ended,
    ];
}

impl AgreementDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = Vec::new();
        if self.agency.is_none() {
            wrong.push(wrong_field("agency", "coordination-agency-missing"));
        }
        let name = Words::line("name", &self.name);
        wrong.extend(name.or_missing("coordination-name-missing"));
        let about = Words::text("about", &self.about, LONGEST_TEXT);
        wrong.extend(about.or_missing("coordination-about-missing"));
        wrong.extend(day("signed_on", self.signed_on));
        wrong.extend(day("valid_from", self.valid_from));
        wrong.extend(self.until.wrong(self.valid_from));
        let over = |signed| self.until.day().is_some_and(|until| until < signed);
        if self.signed_on.is_some_and(over) {
            wrong.push(wrong_field("signed_on", "coordination-signed-late"));
        }
        let known = self.until == Until::Open && self.notice_days.is_none();
        let days = self
            .notice_days
            .filter(|days| (0..=MOST_NOTICE).contains(days));
        if !known && days.is_none() {
            wrong.push(Detail {
                args: json!({ "limit": MOST_NOTICE }),
                ..wrong_field("notice_days", "coordination-notice-wrong")
            });
        }
        wrong
    }

    /// What a search is compared with.
    pub fn search_key(&self) -> String {
        [&self.name, &self.about]
            .map(|word| search_key(word))
            .join(" ")
    }
}

impl Term {
    /// How far it is on a day.
    pub fn state(&self, today: NaiveDate) -> AgreementState {
        let is_over = |last: Option<NaiveDate>| last.is_some_and(|last| last < today);
        if is_over(self.ended_on) {
            AgreementState::Ended
        } else if today < self.from {
            AgreementState::Coming
        } else if is_over(self.until) || self.notice_on().is_some_and(|day| day <= today) {
            match (self.renewed, is_over(self.until)) {
                (true, _) => AgreementState::Renewed,
                (false, true) => AgreementState::Ended,
                (false, false) => AgreementState::EndsSoon,
            }
        } else {
            AgreementState::InForce
        }
    }

    /// The day from which somebody has to think of its end: so many days before it, or the last day
    /// before that on which offices are open. None for one without an end.
    pub fn notice_on(&self) -> Option<NaiveDate> {
        let days = Days::new(u64::try_from(self.notice_days).unwrap_or(0));
        let last = self.ended_on.or(self.until)?;
        let day = last.checked_sub_days(days)?;
        Some(roll_back(day, is_office_closed).unwrap_or(day))
    }

    /// Whether both sides are told today that it runs out: from the day on which somebody has to
    /// think of it, as long as it runs and nothing follows.
    pub fn is_to_remind(&self, today: NaiveDate) -> bool {
        self.ended_on.is_none() && self.state(today) == AgreementState::EndsSoon
    }

    /// Everything that is wrong with ending it on a day before its time, and why.
    pub fn end_is_wrong(&self, last: Option<NaiveDate>, why: &str) -> Vec<Detail> {
        let mut wrong: Vec<Detail> = day("ended_on", last).into_iter().collect();
        let outside = last
            .is_some_and(|last| last < self.from || self.until.is_some_and(|until| last > until));
        if wrong.is_empty() && outside {
            wrong.push(wrong_field("ended_on", "coordination-end-outside"));
        }
        let why = Words::text("ended_why", why, LONGEST_NOTE);
        wrong.extend(why.or_missing("coordination-end-why-missing"));
        wrong
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    type Change = fn(&mut AgreementDraft);

    fn on(day: &str) -> NaiveDate {
        day.parse().unwrap()
    }

    fn term() -> Term {
        Term {
            from: on("2026-04-01"),
            until: Some(on("2027-03-31")),
            notice_days: 60,
            ended_on: None,
            renewed: false,
        }
    }

    #[test]
    fn an_agreement_runs_from_its_first_day_through_its_last() {
        let open = Term {
            until: None,
            ..term()
        };
        let ended = Term {
            ended_on: Some(on("2026-09-30")),
            ..term()
        };
        let renewed = Term {
            renewed: true,
            ..term()
        };
        for (term, today, state) in [
            (term(), "2026-03-31", AgreementState::Coming),
            (term(), "2026-04-01", AgreementState::InForce),
            // Sixty days before is a Saturday: the Friday before it.
            (term(), "2027-01-28", AgreementState::InForce),
            (term(), "2027-01-29", AgreementState::EndsSoon),
            (term(), "2027-03-31", AgreementState::EndsSoon),
            (term(), "2027-04-01", AgreementState::Ended),
            (renewed, "2026-12-08", AgreementState::InForce),
            (renewed, "2027-03-31", AgreementState::Renewed),
            (renewed, "2027-04-01", AgreementState::Renewed),
            (ended, "2026-09-30", AgreementState::EndsSoon),
            (ended, "2026-10-01", AgreementState::Ended),
            (open, "2100-01-01", AgreementState::InForce),
        ] {
            assert_eq!(term.state(on(today)), state, "{term:?} {today}");
        }
    }

    #[test]
    fn both_sides_are_told_while_it_runs_out_and_nothing_follows() {
        let renewed = Term {
            renewed: true,
            ..term()
        };
        let ended = Term {
            ended_on: Some(on("2027-02-28")),
            ..term()
        };
        for (term, today, told) in [
            (term(), "2027-01-28", false),
            (term(), "2027-01-29", true),
            (term(), "2027-04-01", false),
            (renewed, "2027-02-01", false),
            (ended, "2027-02-01", false),
        ] {
            assert_eq!(term.is_to_remind(on(today)), told, "{term:?} {today}");
        }
    }

    #[test]
    fn each_thing_that_is_wrong_is_named_beside_its_field() {
        let right = || AgreementDraft {
            agency: Some(AgencyId(Uuid::from_u128(1))),
            name: "創業支援に関する連携協定".to_owned(),
            about: "相談会を共に開く。".to_owned(),
            signed_on: Some(on("2026-03-20")),
            valid_from: Some(on("2026-04-01")),
            until: Until::Day(on("2027-03-31")),
            notice_days: Some(60),
        };
        let cases: [(Change, &[(&str, &str)]); 10] = [
            (|_| (), &[]),
            (
                |one| one.agency = None,
                &[("agency", "coordination-agency-missing")],
            ),
            (
                |one| one.name.clear(),
                &[("name", "coordination-name-missing")],
            ),
            (
                |one| one.about = "a\0".to_owned(),
                &[("about", "words-unreadable")],
            ),
            (
                |one| one.signed_on = None,
                &[("signed_on", "coordination-day-missing")],
            ),
            (
                |one| one.until = Until::Unreadable,
                &[("valid_until", "coordination-until-unreadable")],
            ),
            (
                |one| one.until = Until::Day(on("2026-03-31")),
                &[("valid_until", "coordination-until-early")],
            ),
            (
                |one| one.notice_days = Some(731),
                &[("notice_days", "coordination-notice-wrong")],
            ),
            (
                |one| one.notice_days = None,
                &[("notice_days", "coordination-notice-wrong")],
            ),
            (
                |one| {
                    one.until = Until::Open;
                    one.notice_days = None;
                },
                &[],
            ),
        ];
        for (change, wrong) in cases {
            let mut draft = right();
            change(&mut draft);
            let found = draft.wrong();
            let found: Vec<_> = found
                .iter()
                .map(|one| (one.field.unwrap(), one.key))
                .collect();
            assert_eq!(found, wrong, "{draft:?}");
        }
    }
}
