//! The directory of partners (関係機関).

use std::collections::HashMap;

use japan::kana;
use kernel::Fault;
use sea_orm::{ExprTrait, QueryOrder, QuerySelect, entity::prelude::*, sea_query::LikeExpr};

use super::organisations::escaped;
use crate::entity::{
    AgencyId,
    agency::{self, Sort},
};

/// Which agencies are asked for.
#[derive(Clone, Debug, Default)]
pub struct AgencyFilter {
    /// What their name, contact or purpose has in it; all of them when empty.
    pub asked: String,
    /// Of which sort; of all when none is said.
    pub sort: Option<Sort>,
    /// Those too with which the centre works no more.
    pub former: bool,
}

/// The agencies that a question finds, by name: at most `most`, after so many.
pub async fn agencies(
    db: &impl ConnectionTrait,
    filter: &AgencyFilter,
    after: u64,
    most: u64,
) -> Result<Vec<agency::Model>, Fault> {
    let asked = kana::search_key(&accounts::rules::question(&filter.asked));
    let mut query = agency::Entity::find()
        .order_by_asc(agency::COLUMN.name_key)
        .offset(after)
        .limit(most);
    if !asked.is_empty() {
        let within = LikeExpr::new(format!("%{}%", escaped(&asked))).escape('\\');
        query = query.filter(Expr::col((agency::Entity, agency::Column::SearchKey)).like(within));
    }
    if let Some(sort) = filter.sort {
        query = query.filter(agency::COLUMN.sort.eq(sort));
    }
    if !filter.former {
        query = query.filter(agency::COLUMN.in_use.eq(true));
    }
    Ok(query.all(db).await?)
}

/// One agency.
pub async fn agency(
    db: &impl ConnectionTrait,
    id: AgencyId,
) -> Result<Option<agency::Model>, Fault> {
    Ok(agency::Entity::find_by_id(id).one(db).await?)
}

/// What these agencies are called.
pub async fn agency_names(
    db: &impl ConnectionTrait,
    ids: Vec<AgencyId>,
) -> Result<HashMap<AgencyId, String>, Fault> {
    let rows = agency::Entity::find().filter(agency::COLUMN.id.is_in(ids));
    let rows = rows.all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
