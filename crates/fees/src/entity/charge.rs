//! Charges (料金): the lines of a bill, never changed, only reversed.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{BillId, ChargeId};

/// One line: a charge, what takes it back, or what reduces it.
///
/// Its label is part of the record: it is written once, in both languages, and shown as it was
/// written, whatever is renamed or reworded afterwards. So the few words of ours in it (キャンセル料,
/// 減免) stand with the verbs that write it, and not among the texts of the pages.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "charges")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ChargeId,
    /// On which bill.
    pub bill_id: BillId,
    /// For what, as the receipt says it.
    pub label: String,
    /// The same in English, or empty.
    pub label_en: String,
    /// In yen, with tax; negative for what is taken back.
    pub amount: i64,
    /// Which line it takes back.
    pub reverses: Option<ChargeId>,
    /// Which charge it reduces (減免).
    pub reduces: Option<ChargeId>,
    /// Who made it; none when the product did by itself.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
