//! What stands beside a booking that is about to be made, in one question instead of four.

use kernel::Fault;
use sea_orm::{FromQueryResult, QuerySelect, QueryTrait, entity::prelude::*, sea_query::Query};

use crate::entity::{
    SpaceId,
    booking::Party,
    catalogue_version, space_tariff, unpaid_release,
    waiting_entry::{self, State},
};

/// The version of the catalogue, and whether there is anything to look at more closely.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct AtHand {
    /// At which version the catalogue stands.
    pub version: i64,
    /// The party may have let a booking go unpaid.
    pub unpaid: bool,
    /// Somebody waits, anywhere in the house.
    pub waited_for: bool,
    /// The space can cost something.
    pub costs: bool,
}

/// Looks, behind the gate.
pub(crate) async fn at_hand(
    db: &impl ConnectionTrait,
    space: Option<SpaceId>,
    party: Party,
) -> Result<AtHand, Fault> {
    let mut unpaid = unpaid_release::Entity::find();
    // Who represents an organisation answers for all that were merged into it: looked at more closely.
    if party.organisation.is_none() {
        unpaid = unpaid.filter(unpaid_release::COLUMN.person_id.eq(party.person));
    }
    let waits = waiting_entry::Entity::find()
        .filter(waiting_entry::Column::State.is_in([State::Waiting, State::Offered]));
    let tariffs = space_tariff::Entity::find().filter(space_tariff::COLUMN.space_id.is_in(space));
    let question = Query::select()
        .column(catalogue_version::Column::Version)
        .expr_as(any(unpaid), "unpaid")
        .expr_as(any(waits), "waited_for")
        .expr_as(any(tariffs), "costs")
        .from(catalogue_version::Entity)
        .take();
    let found = AtHand::find_by_statement(db.get_database_backend().build(&question));
    let found = found.one(db).await?;
    found.ok_or_else(|| Fault::broken("looking beside a booking", "the catalogue has no version"))
}

fn any<E: EntityTrait>(of: Select<E>) -> Expr {
    Expr::exists(of.select_only().expr(Expr::value(1)).into_query())
}
