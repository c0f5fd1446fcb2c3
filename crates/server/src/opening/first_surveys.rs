//! The surveys that a centre has from its first day on.

use kernel::{Actor, Clock, Db, Failed as No, Via, transact};

use crate::Failed;

/// Enters what people are asked after a consultation; what is there already stays as it is.
pub async fn enter_surveys(db: &Db, clock: &Clock) -> Result<(), Failed> {
    transact(db, Actor::system(Via::Cli), clock, async |work| {
        for new in surveys::samples::first() {
            surveys::service::set_up(work, &new).await?;
        }
        Ok::<_, No<surveys::Refused>>(())
    })
    .await?;
    Ok(())
}
