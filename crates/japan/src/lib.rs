//! What is Japanese about the centre's work, as pure functions without input,
//! output or clock. Every other crate may use this one; it uses none of ours.
//!
//! * [`kana`]: readings, letter widths, one search key for all spellings of a
//!   name.
//! * [`calendar`]: weekdays and eras (和暦). [`fiscal`]: fiscal years (年度) and
//!   quarters, 地方自治法.
//! * [`holidays`]: 国民の祝日に関する法律 since 1948, with the Cabinet Office's
//!   list over it.
//! * [`business_days`] and [`deadlines`]: how dates move off closed days and
//!   when something is due, 民法 and 地方自治法.
//! * [`money`]: whole yen and consumption tax, 消費税法.
//! * [`corporate_number`]: 法人番号 and 登録番号. [`postal_code`]: 郵便番号.
//!   [`wards`]: the special wards of Tokyo with their numbers.
//!
//! Numbers that a law or an ordinance changes (tax rates, days of notice,
//! closed days) come from the caller; what stands here is what a law fixes
//! with its history, such as the holidays. `data/holidays.csv` has the facts
//! of the official list of holidays for 1955 to 2027, in its words, and
//! `data/holidays_provisional.csv` the years 1949 to 1954 and 2028 to 2050;
//! only tests read them.
//!
//! To add a rule, give it a module of its own, cite the law or convention it
//! follows, and put a table of cases beside it.

pub mod business_days;
pub mod calendar;
pub mod corporate_number;
pub mod deadlines;
pub mod fiscal;
pub mod holidays;
pub mod kana;
pub mod money;
pub mod postal_code;
pub mod wards;

pub use money::Yen;
