//! A rate of consumption tax, as the manager would like to enter it.
//!
//! The tax of a use is that of the day of use (消費税法第29条, 国税通則法第15条第2項第7号), so a rate is entered
//! before the day on which it begins, and none is changed once it has begun.

use chrono::NaiveDate;
use japan::money;

use super::texts::{LONGEST_REASON, Until, text_checked, until_checked};
use crate::{
    entity::tax_rate::{self, Code},
    refused::{What, Wrong},
};

/// The taxes whose rate can be entered; what is not taxed stays so.
pub const ENTERED: [Code; 2] = [Code::Standard, Code::Reduced];

/// The highest rate that can be entered, in thousandths: more is rather a slip of the key.
const HIGHEST: u16 = 500;

/// A rate as typed.
#[derive(Clone, Debug)]
pub struct DraftTax {
    /// Which tax; none when nothing was chosen.
    pub code: Option<Code>,
    /// How much; none when it could not be read: see [`percent_typed`].
    pub rate: Option<money::Rate>,
    /// Which law says so.
    pub source: String,
    /// The first day; none when it could not be read.
    pub valid_from: Option<NaiveDate>,
}

/// A rate that can be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTax {
    /// Which tax.
    pub code: Code,
    /// How much.
    pub rate: money::Rate,
    /// Which law says so.
    pub source: String,
    /// The first day.
    pub valid_from: NaiveDate,
}

impl DraftTax {
    /// The rate, or everything that is wrong with it: it begins tomorrow or later, and is another
    /// than the one before it. A rise that was planned is taken back by the rate before it.
    pub fn allowed(
        &self,
        rows: &[tax_rate::Model],
        today: NaiveDate,
    ) -> Result<NewTax, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let code = self.code.filter(|code| ENTERED.contains(code));
        if code.is_none() {
            wrong.push(Wrong::new("code", What::Choose));
        }
        let rate = self.rate.filter(|rate| rate.thousandths() <= HIGHEST);
        if rate.is_none() {
            wrong.push(Wrong::new("percent", What::Rate));
        }
        text_checked("source", &self.source, LONGEST_REASON, true, &mut wrong);
        let tomorrow = today.succ_opt().unwrap_or(today);
        until_checked(self.valid_from, Until::Open, tomorrow, &mut wrong);
        let (Some(code), Some(rate), Some(from)) = (code, rate, self.valid_from) else {
            return Err(wrong);
        };
        let day = from.to_string();
        let own = || rows.iter().filter(|row| row.code == code);
        let before = own()
            .filter(|row| row.valid_from < day)
            .max_by(|a, b| a.valid_from.cmp(&b.valid_from));
        let planned = own().any(|row| row.valid_from == day);
        if !planned && before.is_some_and(|row| row.thousandths == i32::from(rate.thousandths())) {
            wrong.push(Wrong::new("percent", What::SameRate));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(NewTax {
            code,
            rate,
            source: self.source.trim().to_owned(),
            valid_from: from,
        })
    }
}

/// A percentage as typed: `10`, `7.8％`, in any width; one digit after the point at most.
pub fn percent_typed(typed: &str) -> Option<money::Rate> {
    let text: String = japan::kana::digits(typed)
        .chars()
        .filter(|sign| !matches!(sign, '%' | '％' | ' '))
        .map(|sign| if sign == '．' { '.' } else { sign })
        .collect();
    let (whole, tenth) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(tenth) || tenth.len() > 1 {
        return None;
    }
    let tenths: u16 = whole.parse().ok()?;
    let tenths = tenths.checked_mul(10)?.checked_add(tenth.parse().ok()?)?;
    money::Rate::try_thousandths(tenths).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn row(code: Code, from: &str, thousandths: i32) -> tax_rate::Model {
        tax_rate::Model {
            code,
            valid_from: from.into(),
            thousandths,
            source: "消費税法第29条".into(),
            made_by: None,
            made_at: None,
        }
    }

    #[test]
    fn a_percentage_is_read_in_any_width_with_one_digit_after_the_point() {
        for (typed, thousandths) in [
            ("10", Some(100)),
            ("１２％", Some(120)),
            ("7.8", Some(78)),
            ("７．８ %", Some(78)),
            ("0", Some(0)),
            ("100", Some(1_000)),
            ("101", None),
            ("7.85", None),
            ("7.", None),
            (".5", None),
            ("-8", None),
            ("", None),
            ("八", None),
            ("99999999", None),
        ] {
            let read = percent_typed(typed).map(money::Rate::thousandths);
            assert_eq!(read, thousandths, "{typed}");
        }
    }

    #[test]
    fn a_rate_begins_later_and_is_another() {
        let rows = [
            row(Code::Standard, "2019-10-01", 100),
            row(Code::Standard, "2028-04-01", 120),
            row(Code::Reduced, "2019-10-01", 80),
        ];
        for (code, typed, from, wrong) in [
            (Some(Code::Standard), "12", "2027-04-01", None),
            (Some(Code::Standard), "12", "2026-12-09", None),
            (Some(Code::Standard), "12", "2026-12-08", Some("valid_from")),
            (Some(Code::Standard), "11", "2028-04-01", None),
            (Some(Code::Standard), "10", "2028-04-01", None),
            (Some(Code::Standard), "12", "2035-04-01", Some("valid_from")),
            (Some(Code::Standard), "10", "2027-04-01", Some("percent")),
            (Some(Code::Standard), "12", "2028-05-01", Some("percent")),
            (Some(Code::Standard), "51", "2027-04-01", Some("percent")),
            (Some(Code::Reduced), "10", "2027-04-01", None),
            (Some(Code::Reduced), "0", "2027-04-01", None),
            (Some(Code::Exempt), "5", "2027-04-01", Some("code")),
            (None, "5", "2027-04-01", Some("code")),
        ] {
            let draft = DraftTax {
                code,
                rate: percent_typed(typed),
                source: "消費税法第29条".into(),
                valid_from: Some(day(from)),
            };
            let refused = draft.allowed(&rows, day("2026-12-08")).err();
            let fields = refused.map(|all| all[0].field);
            assert_eq!(fields, wrong, "{code:?} {typed} {from}");
        }
    }
}
