//! Grounds of reduction.

use chrono::NaiveDate;
use kernel::Fault;
use organisations::rules::{Category, Selector};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::tariffs::{unreadable, until};
use crate::entity::reduction_kind;

/// A ground, with its dates and whom it speaks of.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its row.
    pub row: reduction_kind::Model,
    /// Whom it speaks of.
    pub selector: Selector,
    /// The first day on which it holds.
    pub valid_from: NaiveDate,
    /// The last, if it has one.
    pub valid_until: Option<NaiveDate>,
}

/// Why a ground does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// It does not hold on that day.
    Time,
    /// It speaks of others.
    Category,
}

impl Kind {
    /// Whether it applies to this category on the day of use.
    pub fn applies(&self, category: Category, on: NaiveDate) -> Result<(), Outside> {
        if on < self.valid_from || self.valid_until.is_some_and(|until| until < on) {
            return Err(Outside::Time);
        }
        if self.selector.fits(category) {
            Ok(())
        } else {
            Err(Outside::Category)
        }
    }
}

/// Every ground, the newest first.
pub async fn kinds(db: &impl ConnectionTrait) -> Result<Vec<Kind>, Fault> {
    let rows = reduction_kind::Entity::find()
        .order_by_desc(reduction_kind::COLUMN.valid_from)
        .order_by_asc(reduction_kind::COLUMN.name)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let id = row.id;
            read(row).ok_or_else(|| unreadable("reduction kind", &id))
        })
        .collect()
}

fn read(row: reduction_kind::Model) -> Option<Kind> {
    Some(Kind {
        selector: Selector {
            locality: row.locality,
            party: row.party,
            stage: row.stage,
        },
        valid_from: row.valid_from.parse().ok()?,
        valid_until: until(row.valid_until.as_deref()).ok()?,
        row,
    })
}
