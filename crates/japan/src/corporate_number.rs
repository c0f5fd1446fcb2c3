//! 法人番号, the number of every corporation and public body, and 登録番号, the
//! number of an issuer of qualified invoices.
//!
//! The check digit follows 法人番号の指定等に関する省令第2条. It does not find a 0
//! typed for a 9 or the other way round, nor two digits exchanged that stand
//! two apart; so a page shows the name found under the number and has it
//! confirmed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::kana;

/// Why a number cannot be taken; each has its own sentence on the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("no number")]
    Empty,
    /// Something else than digits, spaces and hyphens.
    #[error("not only digits")]
    NotDigits,
    /// So many digits instead of 13.
    #[error("{0} digits instead of 13")]
    Length(usize),
    /// The digits do not belong together: a slip of the finger.
    #[error("the check digit does not match")]
    CheckDigit,
    /// A 登録番号 without its T: 「Tを付けてください」.
    #[error("the T in front is missing")]
    MissingT,
    /// A 登録番号 where a 法人番号 is asked for: without the T.
    #[error("a T stands in front")]
    UnexpectedT,
}

/// 法人番号: 13 digits that belong together. One person in business has none.
///
/// Kept, shown and written to JSON as its 13 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CorporateNumber(u64);

impl CorporateNumber {
    /// Reads a number as people type it, in any width, with spaces or hyphens.
    ///
    /// ```
    /// use japan::corporate_number::CorporateNumber;
    /// let number = CorporateNumber::parse("７-0000-1205-0002").unwrap();
    /// assert_eq!(number.to_string(), "7000012050002");
    /// ```
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        let text = plain(typed);
        if text.starts_with('T') {
            return Err(NumberError::UnexpectedT);
        }
        let number = thirteen_digits(&text)?;
        if !RegistrationNumber(number).may_be_corporate() {
            return Err(NumberError::CheckDigit);
        }
        Ok(Self(number))
    }
}

/// 登録番号: T and 13 digits, of a corporation or of one person in business.
///
/// Only the form is checked, for a person's digits have no check digit. For a
/// corporation ask [`RegistrationNumber::agrees_with`] its 法人番号.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegistrationNumber(u64);

impl RegistrationNumber {
    /// Reads a number as people type it, in any width and case, with spaces or
    /// hyphens. Thirteen digits alone are refused as [`NumberError::MissingT`].
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        let text = plain(typed);
        match text.strip_prefix('T') {
            Some(digits) => thirteen_digits(digits).map(Self),
            None => Err(thirteen_digits(&text)
                .err()
                .unwrap_or(NumberError::MissingT)),
        }
    }

    /// Whether this is the number of that corporation: T and its 法人番号
    /// (消費税法基本通達1-7-2).
    pub fn agrees_with(self, corporation: CorporateNumber) -> bool {
        self == Self::from(corporation)
    }

    /// Whether a corporation could bear it: its digits belong together. Where they do not, it is the
    /// number of one person in business, or a slip of the finger: ask.
    pub fn may_be_corporate(self) -> bool {
        self.0 / BASE == check_digit(self.0 % BASE)
    }
}

impl From<CorporateNumber> for RegistrationNumber {
    /// The number that a corporation bears once it is registered.
    fn from(corporation: CorporateNumber) -> Self {
        Self(corporation.0)
    }
}

/// One more than the largest base number, the twelve digits after the first.
const BASE: u64 = 1_000_000_000_000;

/// The check digit before a base number, from 1 to 9: nine less the remainder
/// by nine of the digits' sum, every second from the right counted twice.
fn check_digit(base: u64) -> u64 {
    let mut sum = 0;
    let mut left = base;
    for position in 0..12 {
        sum += left % 10 * (1 + position % 2);
        left /= 10;
    }
    9 - sum % 9
}

/// What was typed in ASCII capitals, without spaces and hyphens.
fn plain(typed: &str) -> String {
    kana::digits(typed)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

fn thirteen_digits(text: &str) -> Result<u64, NumberError> {
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotDigits);
    }
    if text.len() != 13 {
        return Err(NumberError::Length(text.len()));
    }
    text.parse().or(Err(NumberError::NotDigits))
}

impl fmt::Display for CorporateNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:013}", self.0)
    }
}

impl fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:013}", self.0)
    }
}

impl FromStr for CorporateNumber {
    type Err = NumberError;

    fn from_str(typed: &str) -> Result<Self, NumberError> {
        Self::parse(typed)
    }
}

impl FromStr for RegistrationNumber {
    type Err = NumberError;

    fn from_str(typed: &str) -> Result<Self, NumberError> {
        Self::parse(typed)
    }
}

impl TryFrom<String> for CorporateNumber {
    type Error = NumberError;

    fn try_from(stored: String) -> Result<Self, NumberError> {
        Self::parse(&stored)
    }
}

impl TryFrom<String> for RegistrationNumber {
    type Error = NumberError;

    fn try_from(stored: String) -> Result<Self, NumberError> {
        Self::parse(&stored)
    }
}

impl From<CorporateNumber> for String {
    fn from(number: CorporateNumber) -> Self {
        number.to_string()
    }
}

impl From<RegistrationNumber> for String {
    fn from(number: RegistrationNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corporation(number: &str) -> CorporateNumber {
        CorporateNumber::parse(number).unwrap()
    }

    /// The worked examples G01 and G02.
    #[test]
    fn a_corporate_number_is_taken_with_its_check_digit_only() {
        for good in [
            "7000012050002",
            "4011001098993",
            "7010705000725",
            "7123456789012",
            "8000020130001",
            "1000020131105",
            "７０００－０１２０５－０００２",
            " 7 0000 1205 0002 ",
            "7ー0000ー1205ー0002",
        ] {
            assert!(CorporateNumber::parse(good).is_ok(), "{good}");
        }
        for (bad, error) in [
            ("7000012050003", NumberError::CheckDigit),
            ("1000012050002", NumberError::CheckDigit),
            ("0000012050002", NumberError::CheckDigit),
            ("700001205000", NumberError::Length(12)),
            ("70000120500021", NumberError::Length(14)),
            ("99999999999999999999999", NumberError::Length(23)),
            ("", NumberError::Empty),
            (" - ", NumberError::Empty),
            ("七00012050002", NumberError::NotDigits),
            ("7000012050002円", NumberError::NotDigits),
            ("T7000012050002", NumberError::UnexpectedT),
        ] {
            assert_eq!(CorporateNumber::parse(bad), Err(error), "{bad}");
        }
        assert_eq!(check_digit(20_131_105), 1);
    }

    /// The worked example G05.
    #[test]
    fn a_registration_number_is_t_and_thirteen_digits() {
        for good in [
            "T7000012050002",
            "t7000012050002",
            "Ｔ７０００－０１２０５－０００２",
            "T 7000012050002",
        ] {
            assert!(
                RegistrationNumber::parse(good)
                    .unwrap()
                    .agrees_with(corporation("7000012050002"))
            );
        }
        assert!(RegistrationNumber::parse("T1234567890123").is_ok());
        for (bad, error) in [
            ("7000012050002", NumberError::MissingT),
            ("700001205000", NumberError::Length(12)),
            ("", NumberError::Empty),
            ("T", NumberError::Empty),
            ("T700001205000", NumberError::Length(12)),
            ("TT7000012050002", NumberError::NotDigits),
            ("A7000012050002", NumberError::NotDigits),
        ] {
            assert_eq!(RegistrationNumber::parse(bad), Err(error), "{bad}");
        }
        for (number, corporate) in [
            ("T7000012050002", true),
            ("T7000012050003", false),
            ("T1234567890123", false),
            ("T0000000000000", false),
        ] {
            let number = RegistrationNumber::parse(number).unwrap();
            assert_eq!(number.may_be_corporate(), corporate, "{number}");
        }
        let other = RegistrationNumber::parse("T7010705000725").unwrap();
        assert!(!other.agrees_with(corporation("4011001098993")));
    }

    #[test]
    fn every_base_number_has_one_check_digit() {
        // A stride without common divisors with ten visits every ending.
        for base in (0..BASE).step_by(98_765_432_107) {
            let valid: Vec<u64> = (0..10)
                .filter(|digit| CorporateNumber::parse(&format!("{digit}{base:012}")).is_ok())
                .collect();
            assert_eq!(valid, [check_digit(base)], "{base}");
            assert!((1..=9).contains(&valid[0]));
        }
    }

    #[test]
    fn every_single_wrong_digit_is_found_but_nought_for_nine() {
        for base in (0..BASE).step_by(9_876_543_211) {
            let right = format!("{}{base:012}", check_digit(base));
            for place in 0..13 {
                for digit in b'0'..=b'9' {
                    let mut wrong = right.clone().into_bytes();
                    let before = std::mem::replace(&mut wrong[place], digit);
                    let wrong = String::from_utf8(wrong).unwrap();
                    let alike = before == digit
                        || place > 0 && [before, digit].iter().all(|d| b"09".contains(d));
                    assert_eq!(
                        CorporateNumber::parse(&wrong).is_ok(),
                        alike,
                        "{right} {wrong}"
                    );
                }
            }
        }
    }

    #[test]
    fn numbers_are_text_in_json_and_read_back() {
        let number = corporation("7000012050002");
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"7000012050002\"");
        assert_eq!(
            serde_json::from_str::<CorporateNumber>("\"7000012050002\"").unwrap(),
            number
        );
        assert!(serde_json::from_str::<CorporateNumber>("\"7000012050003\"").is_err());
        let registered = RegistrationNumber::parse("T0234567890123").unwrap();
        assert_eq!(registered.to_string(), "T0234567890123");
        assert_eq!("T0234567890123".parse(), Ok(registered));
    }
}
