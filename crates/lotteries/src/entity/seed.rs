//! What decides a lottery. It lies in a table of its own and is read only where it is needed, so that it
//! is in nothing that is printed or logged.

use fairness::draw::Seed;
use kernel::Fault;
use sea_orm::entity::prelude::*;

use super::LotteryId;

/// The seed of one lottery; secret until it is drawn.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lottery_seeds")]
pub struct Model {
    /// Of which lottery.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lottery_id: LotteryId,
    /// Its text, as it is published.
    pub seed: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The seed itself, which says nothing of itself where it is printed.
    ///
    /// # Errors
    /// A fault when what is stored is no seed.
    pub fn seed(self) -> Result<Seed, Fault> {
        let seed = Seed::parse(&self.seed);
        seed.map_err(|error| Fault::broken("reading the seed of a lottery", error))
    }
}
