//! What stays of a booking that was changed is yen: a share of a charge that a change has made
//! smaller would be less than cancelling would have cost.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, COLUMN).await
    }
}

const COLUMN: &str = "
ALTER TABLE bookings ADD COLUMN kept_yen BIGINT NOT NULL DEFAULT 0 CHECK (kept_yen >= 0);
UPDATE bookings SET kept_yen = share_kept * CAST(COALESCE((
    SELECT SUM(charges.amount) FROM booking_charges
    JOIN charges ON charges.bill_id = booking_charges.bill_id
    WHERE booking_charges.booking_id = bookings.id), 0) AS BIGINT) / 100
WHERE share_kept > 0;
ALTER TABLE bookings DROP COLUMN share_kept;
";
