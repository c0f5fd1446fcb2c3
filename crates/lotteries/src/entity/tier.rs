//! Who is drawn together, and in which order (優先順).

use sea_orm::entity::prelude::*;

use super::TermsId;

/// One tier of the terms.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lottery_tiers")]
pub struct Model {
    /// Of which terms.
    #[sea_orm(primary_key, auto_increment = false)]
    pub terms_id: TermsId,
    /// Its place: 1 is drawn first.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    /// Who is in it.
    pub who: Who,
}

impl ActiveModelBehavior for ActiveModel {}

/// Who is in a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Who {
    /// 区内の団体: groups of the ward.
    InsideGroups,
    /// 区内事業者: businesses of the ward.
    WardBusinesses,
    /// 区内: whoever lives, works or has a business in the ward.
    Inside,
    /// Everybody who is a member, 区外 too.
    Everyone,
}

impl Who {
    /// All of them, the closest first.
    pub const ALL: [Self; 4] = [
        Self::InsideGroups,
        Self::WardBusinesses,
        Self::Inside,
        Self::Everyone,
    ];

    /// As forms and texts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InsideGroups => "inside_groups",
            Self::WardBusinesses => "ward_businesses",
            Self::Inside => "inside",
            Self::Everyone => "everyone",
        }
    }

    /// Reads what [`Self::code`] writes.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}
