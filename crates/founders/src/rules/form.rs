//! As what a business is run.

use super::CompanyKind;

/// As what the business is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By an individual (個人事業).
    Individual,
    /// By a company.
    Company(CompanyKind),
}

impl Form {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 5] = [
        Self::Individual,
        Self::Company(CompanyKind::Stock),
        Self::Company(CompanyKind::LimitedLiability),
        Self::Company(CompanyKind::GeneralPartnership),
        Self::Company(CompanyKind::LimitedPartnership),
    ];

    /// As part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Company(kind) => kind.code(),
        }
    }

    /// What is founded, if a company is.
    pub const fn company(self) -> Option<CompanyKind> {
        match self {
            Self::Individual => None,
            Self::Company(kind) => Some(kind),
        }
    }
}
