//! A certified plan as a ward has it.

use crate::rules::{Area, SchemeDraft, Standing};

/// Four days of lessons in the four areas, a calendar month from the first to the last; certificates
/// are good for six months.
pub fn a_scheme(valid_from: &str) -> SchemeDraft {
    SchemeDraft {
        valid_from: valid_from.parse().ok(),
        source: "見本区創業支援等事業計画（令和6年4月1日認定）".to_owned(),
        issuer: "見本区長".to_owned(),
        ward: "東京都見本区 見本区".to_owned(),
        areas: Area::ALL.into(),
        least_sessions: Some(4),
        distinct_by: "day".to_owned(),
        month_rule: "calendar".to_owned(),
        month_count: Some(1),
        together: "open".to_owned(),
        together_months: None,
        course_least: None,
        course_of: None,
        late: true,
        left_early: false,
        online: true,
        consultations: false,
        valid_months: Some(6),
        answer_days: Some(3),
        most_copies: Some(5),
        again: [
            Standing::PlansBusiness,
            Standing::InBusiness,
            Standing::PlansCompany,
        ]
        .into(),
        again_while_valid: false,
    }
}
