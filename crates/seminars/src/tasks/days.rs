//! What is written by itself: before a lesson, and after the last one.

use std::time::Duration;

use chrono::Timelike;
use kernel::{Clock, Db, Instant, Span};
use tasks::{Running, Sweep, each};

use crate::{read, service};

/// So many in one go.
const MANY: u64 = 100;
/// From this hour on people are asked.
const MORNING: u32 = 9;

/// Reminds people of lessons, so many hours before as the terms say.
#[derive(Clone, Copy, Debug, Default)]
pub struct LessonReminders;

impl Sweep for LessonReminders {
    fn name(&self) -> &'static str {
        "lessons.remind"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(10)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let now = clock.now();
            let terms = read::seminar_terms(db.reader(), now.date()).await?;
            let due = read::due_lessons(db.reader(), terms.remind_hours, now).await?;
            each((db, clock), due, async |work, id| {
                service::remind(work, id).await.map(|()| 1)
            })
            .await
        })
    }
}

/// Asks people how it was, on the day after the last lesson: by then it is marked who came.
#[derive(Clone, Copy, Debug, Default)]
pub struct AskedAfterwards;

impl Sweep for AskedAfterwards {
    fn name(&self) -> &'static str {
        "seminars.ask"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let Some(before) = asking_about(clock.now()) else {
                return Ok(0);
            };
            let due = read::due_asking(db.reader(), before, MANY).await?;
            each((db, clock), due, async |work, id| {
                service::ask_about(work, id).await.map(|()| 1)
            })
            .await
        })
    }
}

/// People are asked about what was over before this day began, and not at night.
fn asking_about(now: Instant) -> Option<Instant> {
    let is_day = now.time().hour() >= MORNING;
    is_day.then(|| Span::day(now.date()).from)
}
