//! What is Japanese about the centre's work, as pure functions without input
//! or output: readings and letter widths ([`kana`]), dates, eras and fiscal
//! years ([`calendar`]).
//!
//! Every other crate may use this one; it uses none of ours. To add a rule,
//! give it a module of its own, cite the law or convention it follows, and put
//! a table of cases beside it.

pub mod calendar;
pub mod kana;
