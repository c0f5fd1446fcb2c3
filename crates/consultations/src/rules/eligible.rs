//! Whether a business is one of those the law supports (対象者判定).
//!
//! Source: 中小企業基本法第2条; `domain.md` part 5. The numbers are dated rows.

/// The limits of a trade on some day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// At most so much capital, or
    pub capital_yen: i64,
    /// so many employees.
    pub employees: i32,
    /// A small one has at most so many.
    pub small_employees: i32,
}

/// How large a business is for the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    /// 小規模企業者.
    Small,
    /// 中小企業者, but not a small one.
    Medium,
    /// Neither.
    Large,
    /// Nothing was said that tells.
    Unknown,
}

impl Size {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Small, Self::Medium, Self::Large, Self::Unknown];

    /// As part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
            Self::Unknown => "unknown",
        }
    }
}

/// How large a business is: either its capital or its employees within the limit is enough.
pub fn size(limit: Option<Limit>, capital_yen: Option<i64>, employees: Option<i32>) -> Size {
    let Some(limit) = limit else {
        return Size::Unknown;
    };
    if employees.is_some_and(|many| many <= limit.small_employees) {
        return Size::Small;
    }
    let within = [
        capital_yen.map(|yen| yen <= limit.capital_yen),
        employees.map(|many| many <= limit.employees),
    ];
    if within.contains(&Some(true)) {
        Size::Medium
    } else if within.contains(&None) {
        Size::Unknown
    } else {
        Size::Large
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capital_or_employees_are_enough() {
        let retail = Limit {
            capital_yen: 50_000_000,
            employees: 50,
            small_employees: 5,
        };
        for (capital, employees, expected) in [
            (Some(50_000_000), Some(50), Size::Medium),
            (Some(50_000_001), Some(50), Size::Medium),
            (Some(50_000_000), Some(51), Size::Medium),
            (Some(50_000_001), Some(51), Size::Large),
            (Some(90_000_000), Some(5), Size::Small),
            (Some(90_000_000), None, Size::Unknown),
            (None, Some(51), Size::Unknown),
            (None, None, Size::Unknown),
            (None, Some(6), Size::Medium),
        ] {
            let found = size(Some(retail), capital, employees);
            assert_eq!(found, expected, "{capital:?} {employees:?}");
        }
        assert_eq!(size(None, Some(1), Some(1)), Size::Unknown);
    }
}
