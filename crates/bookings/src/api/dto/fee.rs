//! What a booking costs, as the API tells it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::read::Owing;

/// What a booking costs, in yen with tax; it is paid at the counter.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Fee {
    /// What it comes to, after any reduction; of a cancelled booking what stays of it.
    amount: i64,
    /// What was paid, less what was given back.
    paid: i64,
    /// What is still to be paid.
    due: i64,
    /// What is to be given back.
    to_refund: i64,
    /// By which date it is to be paid.
    due_on: String,
    /// `unpaid`, `partly`, `paid`, `refund`, or `free` when it comes to nothing.
    status: String,
}

impl Fee {
    pub(super) fn of(owing: &Owing) -> Self {
        Self {
            amount: owing.charged,
            paid: owing.paid,
            due: owing.open,
            to_refund: owing.to_refund,
            due_on: owing.due_on.clone(),
            status: owing.status.to_owned(),
        }
    }
}
