//! What is told of a dispatch, to the person.

use japan::fiscal::FiscalYear;
use kernel::{Fault, Secret, Work};
use serde_json::json;

use super::{link, to_person};
use crate::entity::{case, dispatch};

/// To the person: a dispatch was asked for, approved, refused or ended.
pub(crate) async fn dispatch(
    work: &Work,
    case: &case::Model,
    row: &dispatch::Model,
) -> Result<(), Fault> {
    let year = FiscalYear::try_starting_in(row.fiscal_year);
    let facts = json!({
        "news": row.state.code(),
        "reference": case.reference,
        "times": row.approved_times.unwrap_or(row.times),
        "year": year.map(FiscalYear::name).unwrap_or_default(),
        "used": row.used,
        "reason": row.reason,
        "link": link(case, None),
    });
    to_person(work, "consultations/dispatch", case.person_id, facts).await
}

/// To the person, after the last time of a dispatch: how was it.
pub(crate) async fn evaluation(
    work: &Work,
    case: &case::Model,
    asked: &Secret,
) -> Result<(), Fault> {
    let facts = json!({ "reference": case.reference, "link": link(case, Some(asked)) });
    to_person(work, "consultations/evaluation", case.person_id, facts).await
}
