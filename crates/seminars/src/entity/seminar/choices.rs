//! For whom seminars are, and how their places are given.

use sea_orm::entity::prelude::*;

use crate::entity::coded;

/// For whom a seminar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Audience {
    /// どなたでも.
    Anyone,
    /// 区民.
    Resident,
    /// 区内で働く方.
    Worker,
    /// 区内の事業者.
    Business,
    /// 創業する方.
    Founder,
}

/// How places are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Way {
    /// 先着: in the order of arrival; whoever comes later waits in a line.
    FirstCome,
    /// 抽選: everybody who applied in time is drawn.
    Draw,
    /// 審査: the centre looks at each application.
    Screening,
}

coded! {
    Audience {
        Anyone => "anyone", Resident => "resident", Worker => "worker", Business => "business",
        Founder => "founder",
    }
    Way { FirstCome => "first_come", Draw => "draw", Screening => "screening" }
}
