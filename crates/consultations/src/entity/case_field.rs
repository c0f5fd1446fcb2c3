//! What cases are about, and the fields (分野) there are.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::{CaseId, case::coded};

/// One field of one case.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_fields")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: CaseId,
    /// The field.
    #[sea_orm(primary_key, auto_increment = false)]
    pub field: Field,
}

impl ActiveModelBehavior for ActiveModel {}

/// A field of advice.
///
/// Source: `domain.md` part 5, categories.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 創業.
    Founding,
    /// 経営全般.
    Management,
    /// 販路・売上.
    Sales,
    /// 受発注.
    Orders,
    /// 商品・技術開発.
    Products,
    /// IT・DX.
    Digital,
    /// 資金繰り・融資.
    Finance,
    /// 補助金.
    Grants,
    /// 税務・会計.
    Tax,
    /// 法務.
    Law,
    /// 労務・人材.
    Staff,
    /// 事業承継.
    Succession,
    /// 経営改善・再生.
    Turnaround,
    /// 知的財産.
    Property,
    /// 海外.
    Abroad,
    /// BCP・防災.
    Continuity,
    /// 環境・SDGs.
    Environment,
    /// 商店街・店舗.
    Shops,
    /// 就労.
    Work,
    /// その他.
    Other,
}

coded! {
    Field {
        Founding => "founding", Management => "management", Sales => "sales", Orders => "orders",
        Products => "products", Digital => "digital", Finance => "finance", Grants => "grants",
        Tax => "tax", Law => "law", Staff => "staff", Succession => "succession",
        Turnaround => "turnaround", Property => "property", Abroad => "abroad",
        Continuity => "continuity", Environment => "environment", Shops => "shops", Work => "work",
        Other => "other",
    }
}

impl Field {
    /// Whether even that somebody asks about it is a secret (関係者限り).
    ///
    /// Source: `domain.md` part 5, confidentiality: 承継・再生.
    pub const fn is_need_to_know(self) -> bool {
        matches!(self, Self::Succession | Self::Turnaround)
    }
}
