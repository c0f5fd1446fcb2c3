//! What a seminar still lacks before it can be handed in and published.
//!
//! Source: `domain.md` G40: nothing is opened that no approved plan, and no initiative with the ward's
//! consent, names.

use bookings::entity::SpaceId;

use crate::entity::{coded, lesson, seminar};

/// What is lacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// It has no lesson.
    Lessons,
    /// It does not say from when until when one can enrol.
    Period,
    /// One could enrol after it is over.
    PeriodLate,
    /// It is of no programme that the centre may carry out in its year.
    Programme,
    /// People come to the centre, and a lesson has no room.
    Room,
    /// A room is too small for all who can come.
    RoomSmall,
    /// People take part online, and a lesson has no address.
    Link,
}

coded! {
    Lacking {
        Lessons => "lessons", Period => "period", PeriodLate => "period_late",
        Programme => "programme", Room => "room", RoomSmall => "room_small", Link => "link",
    }
}

/// Everything that is lacking. `offered`: whether its programme may be carried out; `holds`: how many a
/// space holds.
pub fn lacking(
    row: &seminar::Model,
    lessons: &[lesson::Model],
    offered: bool,
    holds: impl Fn(SpaceId) -> Option<i32>,
) -> Vec<Lacking> {
    let mut all = Vec::new();
    let mut unless = |there: bool, what| {
        if !there {
            all.push(what);
        }
    };
    unless(!lessons.is_empty(), Lacking::Lessons);
    let period = row.apply_from.zip(row.apply_until);
    unless(period.is_some(), Lacking::Period);
    let late = row.apply_until.zip(row.ends_at);
    unless(
        late.is_none_or(|(until, ends)| until <= ends),
        Lacking::PeriodLate,
    );
    unless(offered, Lacking::Programme);
    let here = row.here > 0;
    unless(
        !here || lessons.iter().all(|one| one.space_id.is_some()),
        Lacking::Room,
    );
    let mut rooms = lessons.iter().filter_map(|one| holds(one.space_id?));
    unless(rooms.all(|holds| row.here <= holds), Lacking::RoomSmall);
    let online = row.online > 0;
    unless(
        !online || lessons.iter().all(|one| !one.link.is_empty()),
        Lacking::Link,
    );
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::seminars::{a_lesson, a_seminar};

    #[test]
    fn what_is_lacking_is_said_all_at_once() {
        let roomy = |_: SpaceId| Some(20);
        let full = [a_lesson()];
        assert_eq!(lacking(&a_seminar(), &full, true, roomy), []);
        let bare = seminar::Model {
            apply_from: None,
            ..a_seminar()
        };
        assert_eq!(
            lacking(&bare, &[], false, roomy),
            [Lacking::Lessons, Lacking::Period, Lacking::Programme]
        );
        let late = seminar::Model {
            apply_until: a_seminar()
                .ends_at
                .map(|ends| ends + chrono::TimeDelta::hours(1)),
            ..a_seminar()
        };
        assert_eq!(lacking(&late, &full, true, roomy), [Lacking::PeriodLate]);
        let nowhere = [lesson::Model {
            space_id: None,
            ..a_lesson()
        }];
        assert_eq!(
            lacking(&a_seminar(), &nowhere, true, roomy),
            [Lacking::Room]
        );
        assert_eq!(
            lacking(&a_seminar(), &full, true, |_| Some(4)),
            [Lacking::RoomSmall]
        );
        let online = seminar::Model {
            here: 0,
            online: 10,
            ..a_seminar()
        };
        assert_eq!(lacking(&online, &nowhere, true, roomy), [Lacking::Link]);
    }
}
