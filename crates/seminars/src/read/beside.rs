//! What is told beside enrolments of one's own: what is owed, and what is still to be answered.

use std::collections::HashMap;

use kernel::{Fault, Instant};
use sea_orm::entity::prelude::*;

use super::{Owed, Own, owed, unanswered};
use crate::entity::EnrolmentId;

/// What is told beside enrolments.
#[derive(Clone, Debug)]
pub struct Beside {
    /// What is owed for those that cost something.
    pub owed: HashMap<EnrolmentId, Owed>,
    /// How many questions are still to be answered, where some can be.
    pub unanswered: HashMap<EnrolmentId, usize>,
}

/// What is told beside these enrolments.
pub async fn beside(db: &impl ConnectionTrait, all: &[Own], now: Instant) -> Result<Beside, Fault> {
    let costs = all.iter().filter(|own| own.seminar.row.fee_yen > 0);
    let costs: Vec<EnrolmentId> = costs.map(|own| own.row.id).collect();
    Ok(Beside {
        owed: owed(db, &costs).await?,
        unanswered: unanswered(db, all, now).await?,
    })
}
