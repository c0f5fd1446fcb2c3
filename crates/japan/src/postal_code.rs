//! Postal codes (郵便番号): seven digits since 2 February 1998.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::kana;

/// Why a postal code cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostalCodeError {
    /// Nothing was typed.
    #[error("no postal code")]
    Empty,
    /// Something else than digits, spaces, hyphens and 〒.
    #[error("not only digits")]
    NotDigits,
    /// So many digits instead of seven.
    #[error("{0} digits instead of 7")]
    Length(usize),
}

/// A postal code, shown and kept as 153-8573.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PostalCode(u32);

impl PostalCode {
    /// Reads a postal code as people type it: with or without 〒, in any width,
    /// with any kind of hyphen or none.
    ///
    /// ```
    /// use japan::postal_code::PostalCode;
    /// assert_eq!(PostalCode::parse("〒１５３ー８５７３").unwrap().to_string(), "153-8573");
    /// ```
    pub fn parse(typed: &str) -> Result<Self, PostalCodeError> {
        let plain = kana::digits(typed);
        let code: String = plain
            .trim_start_matches('〒')
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect();
        if code.is_empty() {
            return Err(PostalCodeError::Empty);
        }
        if !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PostalCodeError::NotDigits);
        }
        if code.len() != 7 {
            return Err(PostalCodeError::Length(code.len()));
        }
        code.parse().map(Self).or(Err(PostalCodeError::NotDigits))
    }

    /// The seven digits without hyphen, as the post's own table has them.
    pub fn digits(self) -> String {
        format!("{:07}", self.0)
    }
}

impl fmt::Display for PostalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}-{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

impl FromStr for PostalCode {
    type Err = PostalCodeError;

    fn from_str(typed: &str) -> Result<Self, PostalCodeError> {
        Self::parse(typed)
    }
}

impl TryFrom<String> for PostalCode {
    type Error = PostalCodeError;

    fn try_from(stored: String) -> Result<Self, PostalCodeError> {
        Self::parse(&stored)
    }
}

impl From<PostalCode> for String {
    fn from(code: PostalCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postal_code_is_read_in_every_common_form() {
        for typed in [
            "153-8573",
            "1538573",
            "〒153-8573",
            "〒 153-8573",
            "１５３－８５７３",
            "153−8573",
            "153‐8573",
            "153―8573",
            "153ー8573",
            "153ｰ8573",
            " 153 8573 ",
        ] {
            let code = PostalCode::parse(typed).unwrap();
            assert_eq!(
                (code.to_string(), code.digits()),
                ("153-8573".to_owned(), "1538573".to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_postal_code_is_refused() {
        for (typed, error) in [
            ("", PostalCodeError::Empty),
            ("〒", PostalCodeError::Empty),
            ("153-857", PostalCodeError::Length(6)),
            ("153-85733", PostalCodeError::Length(8)),
            ("153", PostalCodeError::Length(3)),
            ("153-857a", PostalCodeError::NotDigits),
            ("153+8573", PostalCodeError::NotDigits),
            ("一五三-8573", PostalCodeError::NotDigits),
        ] {
            assert_eq!(PostalCode::parse(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn leading_noughts_are_kept() {
        let sapporo = PostalCode::parse("060-0001").unwrap();
        assert_eq!(sapporo.to_string(), "060-0001");
        assert_eq!(serde_json::to_string(&sapporo).unwrap(), "\"060-0001\"");
        assert_eq!(
            serde_json::from_str::<PostalCode>("\"0600001\"").unwrap(),
            sapporo
        );
        assert_eq!("060-0001".parse(), Ok(sapporo));
    }
}
