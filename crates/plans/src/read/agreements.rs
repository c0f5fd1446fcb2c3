//! Agreements as the ward and the manager see them.

use std::collections::HashMap;

use chrono::NaiveDate;
use japan::kana::search_key;
use kernel::Fault;
use organisations::{entity::AgencyId, read::agency_names};
use sea_orm::{ExprTrait, QueryOrder, entity::prelude::*, sea_query::LikeExpr};

use crate::{
    entity::{AgreementId, agreement},
    rules::{AgreementState, Term},
};

/// Which agreements are asked for.
#[derive(Clone, Debug, Default)]
pub struct AgreementFilter {
    /// What their name or text has in it; all of them when empty.
    pub asked: String,
    /// With which partner; with all when none is said.
    pub agency: Option<AgencyId>,
}

/// An agreement with its partner, and how far it is.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// The agreement.
    pub row: agreement::Model,
    /// What its partner is called.
    pub agency: String,
    /// The agreement that renews it.
    pub next: Option<AgreementId>,
    /// Its term.
    pub term: Term,
    /// How far it is today.
    pub state: AgreementState,
}

/// What a question finds: those first that run out soon, and of one state what ends first.
pub async fn agreements(
    db: &impl ConnectionTrait,
    filter: &AgreementFilter,
    today: NaiveDate,
) -> Result<Vec<Agreement>, Fault> {
    let mut query = agreement::Entity::find().order_by_asc(agreement::COLUMN.id);
    if let Some(like) = like(&filter.asked) {
        let key = Expr::col((agreement::Entity, agreement::Column::SearchKey));
        query = query.filter(key.like(like));
    }
    if let Some(agency) = filter.agency {
        query = query.filter(agreement::COLUMN.agency_id.eq(agency));
    }
    let mut found = seen(db, query.all(db).await?, today).await?;
    let place = |one: &Agreement| AgreementState::ALL.iter().position(|own| *own == one.state);
    found.sort_by_key(|one| (place(one), one.term.until.is_none(), one.term.until));
    Ok(found)
}

/// One agreement.
pub async fn agreement(
    db: &impl ConnectionTrait,
    id: AgreementId,
    today: NaiveDate,
) -> Result<Option<Agreement>, Fault> {
    let rows = agreement::Entity::find_by_id(id).all(db).await?;
    Ok(seen(db, rows, today).await?.pop())
}

/// What runs out and of which nobody was told yet.
pub async fn agreements_to_remind(
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<Vec<AgreementId>, Fault> {
    let rows = agreement::Entity::find()
        .filter(agreement::COLUMN.reminded_at.is_null())
        .filter(agreement::COLUMN.ended_on.is_null())
        .filter(agreement::COLUMN.valid_until.gte(today.to_string()))
        .all(db)
        .await?;
    let found = seen(db, rows, today).await?.into_iter();
    let due = found.filter(|one| one.term.is_to_remind(today));
    Ok(due.map(|one| one.row.id).collect())
}

/// What a folded column is compared with; none when nothing is asked.
pub(super) fn like(asked: &str) -> Option<LikeExpr> {
    let asked = search_key(&accounts::rules::question(asked));
    if asked.is_empty() {
        return None;
    }
    let plain = asked
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    Some(LikeExpr::new(format!("%{plain}%")).escape('\\'))
}

async fn seen(
    db: &impl ConnectionTrait,
    rows: Vec<agreement::Model>,
    today: NaiveDate,
) -> Result<Vec<Agreement>, Fault> {
    let mut names = HashMap::new();
    let mut next = HashMap::new();
    // SQLite takes some thousand values in one statement.
    for some in rows.chunks(1_000) {
        names.extend(agency_names(db, some.iter().map(|row| row.agency_id).collect()).await?);
        let ids: Vec<AgreementId> = some.iter().map(|row| row.id).collect();
        let following = agreement::Entity::find().filter(agreement::COLUMN.follows.is_in(ids));
        for row in following.all(db).await? {
            next.extend(row.follows.map(|before| (before, row.id)));
        }
    }
    let one = |row: agreement::Model| {
        let next = next.get(&row.id).copied();
        let term = term(&row, next.is_some())?;
        Some(Agreement {
            agency: names.get(&row.agency_id).cloned().unwrap_or_default(),
            state: term.state(today),
            next,
            term,
            row,
        })
    };
    Ok(rows.into_iter().filter_map(one).collect())
}

fn term(row: &agreement::Model, renewed: bool) -> Option<Term> {
    let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse().ok());
    Some(Term {
        from: row.valid_from.parse().ok()?,
        until: day(&row.valid_until),
        notice_days: row.notice_days,
        ended_on: day(&row.ended_on),
        renewed,
    })
}
