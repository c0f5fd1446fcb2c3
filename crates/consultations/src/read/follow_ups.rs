//! Who is asked again, and when.

use chrono::NaiveDate;
use kernel::Fault;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use crate::entity::{CaseId, FollowUpId, follow_up};

/// The times of asking again of a case, the first first.
pub async fn follow_ups_of(
    db: &impl ConnectionTrait,
    id: CaseId,
) -> Result<Vec<follow_up::Model>, Fault> {
    let rows = follow_up::Entity::find()
        .filter(follow_up::COLUMN.case_id.eq(id))
        .order_by_asc(follow_up::COLUMN.months);
    Ok(rows.all(db).await?)
}

/// What is due to be sent on a day: at most so many.
pub async fn due_follow_ups(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    most: u64,
) -> Result<Vec<FollowUpId>, Fault> {
    let rows = follow_up::Entity::find()
        .select_only()
        .column(follow_up::Column::Id)
        .filter(follow_up::COLUMN.sent_at.is_null())
        .filter(follow_up::COLUMN.done_at.is_null())
        .filter(follow_up::COLUMN.due_on.lte(today.to_string()))
        .order_by_asc(follow_up::COLUMN.due_on)
        .limit(most);
    Ok(rows.into_tuple().all(db).await?)
}
