//! What can be chosen of a case.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How far somebody is on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// They think of founding.
    Thinking,
    /// They prepare it.
    Preparing,
    /// They founded less than five years ago.
    Young,
    /// They have a business.
    Company,
    /// None of these: an association, somebody who looks for work.
    Other,
}

/// In which trade a business is, as far as the law on small and medium enterprises distinguishes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Industry {
    /// 製造業.
    Manufacturing,
    /// 建設業.
    Construction,
    /// 運輸業.
    Transport,
    /// 卸売業.
    Wholesale,
    /// 小売業・飲食店.
    Retail,
    /// サービス業.
    Services,
    /// その他.
    Other,
}

/// What came of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Outcome {
    /// It is solved.
    Solved,
    /// They go on by themselves.
    Continued,
    /// Another agency has it now.
    Referred,
    /// They took it back.
    Withdrawn,
    /// They cannot be reached.
    Unreachable,
}

/// Codes, as stored and as the last part of text keys.
macro_rules! coded {
    ($($of:ident { $($one:ident => $code:literal),* $(,)? })*) => {
        $(impl $of {
            /// All of them, in the order of lists.
            pub const ALL: &'static [Self] = &[$(Self::$one),*];

            /// As stored, and as the last part of text keys.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$one => $code),* }
            }

            /// Reads what [`Self::code`] writes.
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        })*
    };
}
pub(crate) use coded;

coded! {
    Stage {
        Thinking => "thinking", Preparing => "preparing", Young => "young", Company => "company",
        Other => "other",
    }
    Industry {
        Manufacturing => "manufacturing", Construction => "construction", Transport => "transport",
        Wholesale => "wholesale", Retail => "retail", Services => "services", Other => "other",
    }
    Outcome {
        Solved => "solved", Continued => "continued", Referred => "referred",
        Withdrawn => "withdrawn", Unreachable => "unreachable",
    }
}
