//! The three sides of a category (区分), as columns hold them.

use sea_orm::entity::prelude::*;

/// Where someone belongs.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    EnumIter,
    DeriveActiveEnum,
    serde::Serialize,
    serde::Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Locality {
    /// 区内在住・在勤: lives, works or learns in the ward.
    Resident,
    /// 区内事業者: has its place of business in the ward.
    WardBusiness,
    /// 区外: everyone else, and everyone who has not been reviewed.
    Outside,
}

/// As what someone comes.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    EnumIter,
    DeriveActiveEnum,
    serde::Serialize,
    serde::Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// 個人.
    Individual,
    /// 事業者.
    Business,
    /// 団体.
    Group,
}

/// How far a founder is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    EnumIter,
    DeriveActiveEnum,
    serde::Serialize,
    serde::Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Neither before founding nor in the first five years.
    Settled,
    /// 創業前.
    BeforeFounding,
    /// 創業5年未満.
    Young,
}

impl Locality {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Resident, Self::WardBusiness, Self::Outside];
}

impl Party {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Individual, Self::Business, Self::Group];
}

impl Stage {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Settled, Self::BeforeFounding, Self::Young];
}
