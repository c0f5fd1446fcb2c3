//! Drawing numbers, one after another.

use kernel::{Fault, Work};
use sea_orm::{
    ActiveValue::Set,
    entity::prelude::*,
    sea_query::{ExprTrait, OnConflict},
};

use crate::entity::drawn_number;

/// The next number under a name, from 1. Nobody else draws under it until this transaction ends,
/// so that numbers come in the order of what they number, and none is lost to what was undone.
pub(super) async fn draw(work: &Work, name: &str) -> Result<i64, Fault> {
    let first = drawn_number::ActiveModel {
        name: Set(name.to_owned()),
        last: Set(1),
    };
    let next = Expr::col((drawn_number::Entity, drawn_number::Column::Last)).add(1);
    drawn_number::Entity::insert(first)
        .on_conflict(
            OnConflict::column(drawn_number::Column::Name)
                .value(drawn_number::Column::Last, next)
                .to_owned(),
        )
        .exec_without_returning(work.db())
        .await?;
    let drawn = drawn_number::Entity::find_by_id(name.to_owned())
        .one(work.db())
        .await?;
    drawn
        .map(|row| row.last)
        .ok_or_else(|| DbErr::RecordNotFound(format!("the number of {name}")).into())
}
