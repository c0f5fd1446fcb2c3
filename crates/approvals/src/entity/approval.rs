//! What is to be decided, or was (承認).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;
use uuid::Uuid;

use super::ApprovalId;

/// One thing, as it was handed in.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approvals")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApprovalId,
    /// What sort of thing it is: `policy`.
    pub kind: String,
    /// The thing, in the crate whose it is.
    pub subject: Uuid,
    /// What people call it: `令和9年度 方針「創業・起業」`.
    pub title: String,
    /// The page on which it is read and decided.
    pub link: String,
    /// Which side handed it in.
    pub handed_in_by: Side,
    /// Who decides.
    pub asked_of: Side,
    /// How far it is.
    pub state: State,
    /// The content that was handed in: 64 hexadecimal digits.
    pub digest: String,
    /// Grows with every step.
    pub version: i32,
    /// Who handed it in.
    pub submitted_by: PersonId,
    /// When.
    pub submitted_at: Instant,
    /// By which day an answer is due.
    pub due_on: String,
    /// When those who decide were reminded of it; none as long as they were not.
    pub reminded_at: Option<Instant>,
    /// Who decided last; none while it waits.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

/// One of the two parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, serde::Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The ward (所管課).
    Ward,
    /// The designated manager (指定管理者).
    Manager,
}

impl Side {
    /// As forms and events name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ward => "ward",
            Self::Manager => "manager",
        }
    }

    /// Reads what [`Self::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        let mut sides = [Self::Ward, Self::Manager].into_iter();
        sides.find(|side| side.code() == code)
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, serde::Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 提出済み: the other side has it.
    Submitted,
    /// 差戻し: whoever handed it in is asked to mend it.
    Returned,
    /// 承認.
    Approved,
    /// 不承認.
    Refused,
    /// 取下げ.
    Withdrawn,
}

impl State {
    /// As events, texts and templates name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }
}
