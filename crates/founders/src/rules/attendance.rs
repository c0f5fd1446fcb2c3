//! What somebody came to, and whether it counts.

use std::collections::BTreeSet;

use chrono::NaiveDate;

/// What a founder is to learn about. Source: 産業競争力強化法第2条第33項 and its ministerial ordinance;
/// which of them a programme asks for says the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// 経営.
    Management,
    /// 財務.
    Finance,
    /// 人材育成.
    People,
    /// 販路開拓.
    Sales,
}

impl Area {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Management, Self::Finance, Self::People, Self::Sales];

    /// As part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Management => "management",
            Self::Finance => "finance",
            Self::People => "people",
            Self::Sales => "sales",
        }
    }
}

/// Whether somebody was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 出席.
    Attended,
    /// 遅刻: came late.
    Late,
    /// 早退: left early.
    LeftEarly,
    /// オンライン: took part from elsewhere.
    Online,
    /// 録画視聴: watched the recording.
    Video,
    /// 欠席.
    Absent,
    /// 予約のみ: has a place, and nothing tells that they came.
    Booked,
}

impl Kind {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 7] = [
        Self::Attended,
        Self::Late,
        Self::LeftEarly,
        Self::Online,
        Self::Video,
        Self::Absent,
        Self::Booked,
    ];

    /// Why this never counts, whatever the plan says (G23); none when the plan decides.
    pub const fn never(self) -> Option<NotCounted> {
        match self {
            Self::Absent => Some(NotCounted::Absent),
            Self::Booked => Some(NotCounted::OnlyBooked),
            Self::Attended | Self::Late | Self::LeftEarly | Self::Online | Self::Video => None,
        }
    }

    /// As part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Attended => "attended",
            Self::Late => "late",
            Self::LeftEarly => "left-early",
            Self::Online => "online",
            Self::Video => "video",
            Self::Absent => "absent",
            Self::Booked => "booked",
        }
    }
}

/// One holding of a course: the 創業塾 of this spring.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Course {
    /// Which.
    pub code: String,
    /// The day of its last lesson, after which nobody can catch up in it.
    pub ends: NaiveDate,
}

/// What is written down about one person and one session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attendance {
    /// When it was.
    pub day: NaiveDate,
    /// What it belongs to, as the plan calls it: a series of courses, or the consultations.
    pub programme: String,
    /// In which holding of a course; none for a consultation.
    pub course: Option<Course>,
    /// Which session; nobody here looks into it.
    pub session: String,
    /// What it was about, as its lecturer or expert wrote down.
    pub areas: BTreeSet<Area>,
    /// Whether they were there.
    pub kind: Kind,
    /// Who held it (支援機関).
    pub provider: String,
}

/// Why a session does not count, or not as one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// It is still to come.
    Ahead,
    /// They were not there.
    Absent,
    /// Nothing tells that they came.
    OnlyBooked,
    /// The plan does not count who came late, left early, was elsewhere or watched the recording.
    NotThisKind,
    /// 計画対象外: the plan of that day does not have it.
    OutsidePlan,
    /// It belongs to another programme of the plan than the one that is told of.
    OtherSupport,
    /// It is not within the course or the months that count together.
    OutsideWindow,
    /// There was another one on that day, and days are counted. What it was about still counts.
    SameDay,
    /// The session is written down twice. What it was about still counts.
    SameSession,
}

impl NotCounted {
    /// The key of the sentence that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ahead => "founders-not-counted-ahead",
            Self::Absent => "founders-not-counted-absent",
            Self::OnlyBooked => "founders-not-counted-booked",
            Self::NotThisKind => "founders-not-counted-kind",
            Self::OutsidePlan => "founders-not-counted-plan",
            Self::OtherSupport => "founders-not-counted-support",
            Self::OutsideWindow => "founders-not-counted-window",
            Self::SameDay => "founders-not-counted-day",
            Self::SameSession => "founders-not-counted-session",
        }
    }
}

/// One session on a founder's page: it counted, or why it did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Which.
    pub attendance: Attendance,
    /// Why not; none when it counted.
    pub not_counted: Option<NotCounted>,
}
