//! The ward's certified plan as data: what counts, and how much of it is asked for.
//!
//! Source: 産業競争力強化法第127条 (the plan is certified), `domain.md` part 2 (what the plans of wards
//! and cities ask for). "One month and four times" stands in no law: it is a row like all the rest.

use std::collections::BTreeSet;

use chrono::{Days, Months, NaiveDate};
use japan::business_days::{add_business_days, is_office_closed};

use super::{
    Area, Attendance, InForce, Kind, NotCounted,
    period::{months_after, months_from},
};

/// The certified plan of a ward (認定創業支援等事業計画) in all its versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scheme {
    /// In any order.
    pub versions: Vec<Version>,
}

impl Scheme {
    /// The plan of a day: of those in force, the one that began last.
    pub fn on(&self, day: NaiveDate) -> Option<&Version> {
        let in_force = self.versions.iter().filter(|one| one.in_force.has(day));
        in_force.max_by_key(|one| one.in_force.from)
    }

    /// What a session gives to a support by the plan of its own day, or why nothing.
    pub(crate) fn areas_of(
        &self,
        support: &str,
        attendance: &Attendance,
    ) -> Result<BTreeSet<Area>, NotCounted> {
        if let Some(never) = attendance.kind.never() {
            return Err(never);
        }
        let version = self.on(attendance.day).ok_or(NotCounted::OutsidePlan)?;
        let own = version.support(support);
        let Some((support, offer)) = own.and_then(|own| Some((own, own.offer(attendance)?))) else {
            let mut others = version.supports.iter();
            let elsewhere = others.any(|other| other.offer(attendance).is_some());
            let other = elsewhere.then_some(NotCounted::OtherSupport);
            return Err(other.unwrap_or(NotCounted::OutsidePlan));
        };
        if !support.requirement.countable.has(attendance.kind) {
            return Err(NotCounted::NotThisKind);
        }
        Ok(match &offer.areas {
            AreasBy::Session => attendance.areas.clone(),
            AreasBy::Offer(areas) => areas.clone(),
        })
    }
}

/// The plan as it was certified or amended, with what the ward decided to go with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its days.
    pub in_force: InForce,
    /// Where it is written, as pages quote it.
    pub source: String,
    /// The specified programmes; whoever has had one of them has had the support.
    pub supports: Vec<Support>,
    /// How many months a certificate is good.
    pub valid_months: u32,
    /// How many working days the ward takes to answer an application.
    pub answer_days: i32,
}

impl Version {
    /// One of its programmes.
    pub fn support(&self, code: &str) -> Option<&Support> {
        self.supports.iter().find(|one| one.code == code)
    }

    /// Until when a certificate issued on a day is good; that day does not count (民法第140条).
    pub fn valid_until(&self, issued: NaiveDate) -> NaiveDate {
        months_after(issued, self.valid_months)
    }

    /// By when the ward answers what was forwarded to it on a day.
    pub fn answer_due(&self, forwarded: NaiveDate) -> Option<NaiveDate> {
        add_business_days(forwarded, self.answer_days, is_office_closed)
    }
}

/// One specified programme of the plan (特定創業支援等事業).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// What it is known by, the same in every version of the plan.
    pub code: String,
    /// What can be attended for it.
    pub offers: Vec<Offer>,
    /// How much of it is asked for.
    pub requirement: Requirement,
    /// Where that is written, as pages quote it.
    pub source: String,
}

impl Support {
    /// What of it a session belongs to, on its own day.
    fn offer(&self, attendance: &Attendance) -> Option<&Offer> {
        let counts = |one: &&Offer| {
            one.programme == attendance.programme && one.in_force.has(attendance.day)
        };
        self.offers.iter().find(counts)
    }
}

/// Something that can be attended for a support: a series of courses, or the centre's consultations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is called where attendances are written down.
    pub programme: String,
    /// From when until when it counts.
    pub in_force: InForce,
    /// What its sessions are about.
    pub areas: AreasBy,
}

/// How it is known what a session is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreasBy {
    /// Each session says it.
    Session,
    /// Each is about all of these, because the plan takes the programme as a whole.
    Offer(BTreeSet<Area>),
}

/// How much of a support is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// At least so many.
    pub least_sessions: u32,
    /// Of what.
    pub distinct_by: DistinctBy,
    /// How long it takes from the first to the last, if that is asked for.
    pub month_rule: Option<MonthRule>,
    /// What has to lie together.
    pub window: Window,
    /// Whose coming counts beside that of people who were there in time.
    pub countable: Countable,
    /// What they must have been about.
    pub areas: BTreeSet<Area>,
    /// How much of an area, if that is asked for.
    pub area_shares: Vec<AreaShare>,
    /// How much of one holding of a course, if that is asked for.
    pub of_course: Option<OfCourse>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DistinctBy {
    /// Days: two sessions on one day are one.
    Day,
    /// Sessions.
    Session,
}

/// What "a month or longer" (1か月以上) means, from the first session to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthRule {
    /// To the corresponding day: 5/10 to 6/10. The last of the month where there is none.
    CalendarMonths(u32),
    /// So many days later: thirty make it 5/10 to 6/9.
    Days(u32),
    /// The first day counts too (初日算入): 5/10 to 6/9, 5/1 to 5/31.
    CalendarMonthsLessADay(u32),
}

impl MonthRule {
    /// The first day that is late enough for the last session.
    pub fn reached(self, first: NaiveDate) -> NaiveDate {
        match self {
            Self::CalendarMonths(months) => first.checked_add_months(Months::new(months)),
            Self::Days(days) => first.checked_add_days(Days::new(u64::from(days))),
            Self::CalendarMonthsLessADay(months) => Some(months_from(first, months).max(first)),
        }
        .unwrap_or(NaiveDate::MAX)
    }
}

/// What has to lie together to count together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// All there is.
    Open,
    /// What belongs to one holding of a course; consultations are one such together.
    Course,
    /// What lies within so many months after its first day.
    Months(u32),
}

/// Whose coming counts beside that of people who were there in time. Who was absent or only had a place
/// never counts (G23), so the plan is not asked about them.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each kind counts or not by itself"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Countable {
    /// Who came late.
    pub late: bool,
    /// Who left early.
    pub left_early: bool,
    /// Who took part from elsewhere.
    pub online: bool,
    /// Who watched the recording.
    pub video: bool,
}

impl Countable {
    /// Whether this counts.
    pub const fn has(self, kind: Kind) -> bool {
        match kind {
            Kind::Attended => true,
            Kind::Late => self.late,
            Kind::LeftEarly => self.left_early,
            Kind::Online => self.online,
            Kind::Video => self.video,
            Kind::Absent | Kind::Booked => false,
        }
    }
}

/// At least so much of the sessions about an area (徳島: 40 to 50 %).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaShare {
    /// Which.
    pub area: Area,
    /// At least so many per cent.
    pub percent: u32,
    /// Of so many sessions that the plan has about it.
    pub of: u32,
}

impl AreaShare {
    /// How many sessions that makes: half of three is two.
    pub const fn least(self) -> u32 {
        self.percent.saturating_mul(self.of).div_ceil(100)
    }
}

/// At least so many lessons of one holding of a course (秩父: 全5回中4回以上).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfCourse {
    /// So many
    pub least: u32,
    /// of so many.
    pub of: u32,
}

#[cfg(test)]
mod tests;
