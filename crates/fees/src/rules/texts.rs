//! What may be typed: names, reasons, amounts, dates.

use chrono::{Days, NaiveDate};
use japan::money::Yen;

use crate::refused::{What, Wrong};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 60;
/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 200;
/// The highest price that can be entered: ten million yen.
pub const MOST_YEN: i64 = 10_000_000;
/// Prices and grounds are planned two years ahead at most.
const FURTHEST: Days = Days::new(730);

/// A reason, whole and within bounds.
pub fn checked_reason(typed: &str) -> Result<String, Vec<Wrong>> {
    let mut wrong = Vec::new();
    text_checked("reason", typed, LONGEST_REASON, true, &mut wrong);
    if wrong.is_empty() {
        Ok(typed.trim().to_owned())
    } else {
        Err(wrong)
    }
}

/// An amount as typed: `1,200円`, in any width.
pub fn yen_typed(typed: &str) -> Option<Yen> {
    let digits: String = japan::kana::digits(typed)
        .chars()
        .filter(|sign| !matches!(sign, ',' | '、' | '，' | '円' | '¥' | '￥' | ' '))
        .collect();
    let amount: i64 = digits.parse().ok()?;
    (0..=MOST_YEN).contains(&amount).then_some(Yen(amount))
}

pub(super) fn name_checked(
    field: &'static str,
    typed: &str,
    required: bool,
    wrong: &mut Vec<Wrong>,
) {
    text_checked(field, typed, LONGEST_NAME, required, wrong);
}

pub(super) fn text_checked(
    field: &'static str,
    typed: &str,
    most: usize,
    required: bool,
    wrong: &mut Vec<Wrong>,
) {
    let what = match typed.trim() {
        "" if required => What::Missing,
        text if text.chars().count() > most => What::TooLong(most),
        text if text
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r')) =>
        {
            What::Unreadable
        }
        _ => return,
    };
    wrong.push(Wrong::new(field, what));
}

/// A last day as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// None was given: no end is known.
    Open,
    /// This day is the last.
    Day(NaiveDate),
    /// It could not be read.
    Unreadable,
}

impl Until {
    /// The last day, if one was given.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open | Self::Unreadable => None,
        }
    }
}

/// A first day that lies ahead, today included, and a last day not before it.
///
/// A price that would start in the past is refused: what was owed then must not change.
pub(super) fn until_checked(
    from: Option<NaiveDate>,
    until: Until,
    today: NaiveDate,
    wrong: &mut Vec<Wrong>,
) {
    let Some(from) = from else {
        wrong.push(Wrong::new("valid_from", What::Date));
        return;
    };
    let last = today.checked_add_days(FURTHEST).unwrap_or(today);
    if from < today {
        wrong.push(Wrong::new("valid_from", What::Past(today)));
    } else if from > last {
        wrong.push(Wrong::new("valid_from", What::TooFar(last)));
    }
    match until {
        Until::Unreadable => wrong.push(Wrong::new("valid_until", What::Date)),
        Until::Day(until) if until < from => {
            wrong.push(Wrong::new("valid_until", What::UntilBeforeFrom));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_in_any_width() {
        for (typed, amount) in [
            ("1200", Some(1_200)),
            ("１，２００円", Some(1_200)),
            ("1,200円", Some(1_200)),
            ("0", Some(0)),
            ("10000000", Some(10_000_000)),
            ("10000001", None),
            ("-1", None),
            ("", None),
            ("百円", None),
            ("1.5", None),
        ] {
            assert_eq!(yen_typed(typed), amount.map(Yen), "{typed}");
        }
    }
}
