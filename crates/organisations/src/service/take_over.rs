//! A person was merged into another: what belonged to one belongs to the other.

use kernel::{Fault, PersonId, Work, hand_over};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    entity::{application, registration, representative},
    read,
};

/// `into` acts for whom `double` acted for, and has applied for and was granted what `double` has.
pub async fn take_over(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    let own = representative::Entity::find()
        .filter(representative::COLUMN.person_id.eq(double))
        .all(work.db())
        .await?;
    for row in own {
        if !read::represents(work.db(), into, row.organisation_id).await? {
            representative::Entity::insert(representative::ActiveModel {
                organisation_id: Set(row.organisation_id),
                person_id: Set(into),
                since: Set(row.since),
            })
            .exec_without_returning(work.db())
            .await?;
        }
        representative::Entity::delete_by_id((row.organisation_id, double))
            .exec(work.db())
            .await?;
    }
    hand_over::<application::Entity>(work, application::Column::PersonId, double, into).await?;
    hand_over::<registration::Entity>(work, registration::Column::PersonId, double, into).await
}
