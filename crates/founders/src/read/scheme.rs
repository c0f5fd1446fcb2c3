//! The certified plan, as the rules read it.

use chrono::NaiveDate;
use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::laws::in_force;
use crate::{
    entity::{self, scheme, scheme_course},
    rules::{
        AreasBy, Countable, DistinctBy, InForce, MonthRule, OfCourse, Offer, ReissueRow,
        Requirement, Scheme, Support, Version, Window,
    },
};

/// The one programme of the plan, as the rules name it.
pub const SUPPORT: &str = "support";
/// The centre's consultations, as the rules name them.
pub const CONSULTATIONS: &str = "consultations";

/// The ward's certified plan: its versions, and what counts for it.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// As the rules read it.
    pub scheme: Scheme,
    /// Its versions as they are stored, the oldest first.
    pub versions: Vec<scheme::Model>,
    /// Its courses.
    pub courses: Vec<scheme_course::Model>,
}

impl Plan {
    /// The version in force on a day.
    pub fn on(&self, day: NaiveDate) -> Option<&scheme::Model> {
        let day = day.to_string();
        self.versions.iter().rev().find(|row| row.valid_from <= day)
    }

    /// Whether consultations count on any day.
    pub fn has_consultations(&self) -> bool {
        self.versions.iter().any(|row| row.counts(CONSULTATIONS))
    }

    /// When there is another certificate.
    pub fn reissues(&self) -> Vec<ReissueRow> {
        let row = |row: &scheme::Model| {
            Some(ReissueRow {
                in_force: in_force(&row.valid_from, None)?,
                standings: row.again.split(' ').filter_map(entity::standing).collect(),
                while_valid: row.again_while_valid,
                source: row.source.clone(),
            })
        };
        self.versions.iter().filter_map(row).collect()
    }
}

/// The plan in all its versions.
pub async fn plan(db: &impl ConnectionTrait) -> Result<Plan, Fault> {
    let versions = scheme::Entity::all_versions().all(db).await?;
    let courses = scheme_course::Entity::find()
        .order_by_asc(scheme_course::COLUMN.counts_from)
        .order_by_asc(scheme_course::COLUMN.seminar_id);
    let courses = courses.all(db).await?;
    let offers: Vec<Offer> = courses.iter().filter_map(offer).collect();
    let read = versions.iter().filter_map(|row| version(row, &offers));
    Ok(Plan {
        scheme: Scheme {
            versions: read.collect(),
        },
        versions,
        courses,
    })
}

fn offer(row: &scheme_course::Model) -> Option<Offer> {
    let areas = match row.areas.as_str() {
        "" => AreasBy::Session,
        own => AreasBy::Offer(entity::areas(own).collect()),
    };
    Some(Offer {
        programme: row.seminar_id.to_string(),
        in_force: in_force(&row.counts_from, row.counts_until.as_deref())?,
        areas,
    })
}

fn many(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

fn version(row: &scheme::Model, courses: &[Offer]) -> Option<Version> {
    let in_force = in_force(&row.valid_from, None)?;
    let mut offers = courses.to_vec();
    if row.counts(CONSULTATIONS) {
        offers.push(Offer {
            programme: CONSULTATIONS.to_owned(),
            in_force: InForce::since(in_force.from),
            areas: AreasBy::Session,
        });
    }
    Some(Version {
        in_force,
        source: row.source.clone(),
        supports: vec![Support {
            code: SUPPORT.to_owned(),
            offers,
            requirement: requirement(row),
            source: row.source.clone(),
        }],
        valid_months: many(row.valid_months),
        answer_days: row.answer_days,
    })
}

fn requirement(row: &scheme::Model) -> Requirement {
    let months = many(row.month_count);
    Requirement {
        least_sessions: many(row.least_sessions),
        distinct_by: match row.distinct_by.as_str() {
            "session" => DistinctBy::Session,
            _ => DistinctBy::Day,
        },
        month_rule: match row.month_rule.as_str() {
            "calendar" => Some(MonthRule::CalendarMonths(months)),
            "less_a_day" => Some(MonthRule::CalendarMonthsLessADay(months)),
            "days" => Some(MonthRule::Days(months)),
            _ => None,
        },
        window: match row.together.as_str() {
            "course" => Window::Course,
            "months" => Window::Months(many(row.together_months)),
            _ => Window::Open,
        },
        countable: Countable {
            late: row.counts("late"),
            left_early: row.counts("left_early"),
            online: row.counts("online"),
            video: false,
        },
        areas: entity::areas(&row.areas).collect(),
        area_shares: Vec::new(),
        of_course: (row.course_least > 0).then(|| OfCourse {
            least: many(row.course_least),
            of: many(row.course_of),
        }),
    }
}
