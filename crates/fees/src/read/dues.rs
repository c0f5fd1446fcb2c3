//! How far bills are paid, at a glance: what a list of many needs.

use chrono::NaiveDate;
use japan::money::Yen;
use kernel::Fault;
use sea_orm::{
    FromQueryResult, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    entity::{BillId, bill, payment_part},
    rules::how_far,
};

/// Databases take some thousand values in one question.
const AT_ONCE: usize = 1_000;

/// How far a bill is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Due {
    /// Which bill.
    pub bill: BillId,
    /// What is open on it; below nothing when something is to be given back.
    open_amount: i64,
    /// Whether anything was ever paid of it.
    begun: bool,
}

impl Due {
    /// How far, in a word: see [`how_far`].
    pub const fn code(self) -> &'static str {
        how_far(Yen(self.open_amount), self.begun)
    }

    /// What is still to be paid.
    pub fn open(self) -> Yen {
        Yen(self.open_amount).max(Yen::ZERO)
    }
}

/// How far these bills are paid: one question however many there are.
pub async fn dues(db: &impl ConnectionTrait, ids: Vec<BillId>) -> Result<Vec<Due>, Fault> {
    let parts = payment_part::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(
            Expr::col((payment_part::Entity, payment_part::Column::BillId))
                .equals((bill::Entity, bill::Column::Id)),
        )
        .into_query();
    let mut all = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let query = bill::Entity::find()
            .select_only()
            .column_as(bill::Column::Id, "bill")
            .column(bill::Column::OpenAmount)
            .expr_as(Expr::exists(parts.clone()), "begun")
            .filter(bill::COLUMN.id.is_in(some.to_vec()));
        all.extend(query.into_model::<Due>().all(db).await?);
    }
    Ok(all)
}

/// The bills of which something is open and whose day of payment is this one or a later one, in the
/// order of their ids.
pub async fn due_from(
    db: &impl ConnectionTrait,
    from: NaiveDate,
) -> Result<Vec<bill::Model>, Fault> {
    let found = bill::Entity::find()
        .filter(bill::COLUMN.open_amount.gt(0))
        .filter(bill::COLUMN.due_on.gte(from.to_string()))
        .order_by_asc(bill::COLUMN.id);
    Ok(found.all(db).await?)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_bill_is_unpaid_partly_paid_paid_too_much_paid_or_free() {
        for (open_amount, begun, code, open) in [
            (1_600, false, "unpaid", 1_600),
            (800, true, "partly", 800),
            (0, true, "paid", 0),
            (-800, true, "refund", 0),
            (0, false, "free", 0),
        ] {
            let due = Due {
                bill: BillId(Uuid::nil()),
                open_amount,
                begun,
            };
            assert_eq!((due.code(), due.open()), (code, Yen(open)));
        }
    }
}
