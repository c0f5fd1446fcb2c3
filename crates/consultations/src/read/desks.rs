//! Special desks for hard times.

use chrono::NaiveDate;
use kernel::Fault;
use sea_orm::{Condition, QueryOrder, entity::prelude::*};

use crate::entity::{EmergencyDeskId, emergency_desk};

/// All of them, the latest first.
pub async fn desks(db: &impl ConnectionTrait) -> Result<Vec<emergency_desk::Model>, Fault> {
    let rows = emergency_desk::Entity::find()
        .order_by_desc(emergency_desk::COLUMN.starts_on)
        .order_by_desc(emergency_desk::COLUMN.id);
    Ok(rows.all(db).await?)
}

/// Those that are open on a day, the latest first.
pub async fn open_desks(
    db: &impl ConnectionTrait,
    day: NaiveDate,
) -> Result<Vec<emergency_desk::Model>, Fault> {
    let day = day.to_string();
    let rows = emergency_desk::Entity::find()
        .filter(emergency_desk::COLUMN.starts_on.lte(day.as_str()))
        .filter(
            Condition::any()
                .add(emergency_desk::COLUMN.ends_on.is_null())
                .add(emergency_desk::COLUMN.ends_on.gte(day.as_str())),
        )
        .order_by_desc(emergency_desk::COLUMN.starts_on)
        .order_by_desc(emergency_desk::COLUMN.id);
    Ok(rows.all(db).await?)
}

/// One of them.
pub async fn desk(
    db: &impl ConnectionTrait,
    id: EmergencyDeskId,
) -> Result<Option<emergency_desk::Model>, Fault> {
    Ok(emergency_desk::Entity::find_by_id(id).one(db).await?)
}
