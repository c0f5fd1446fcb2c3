//! 支払いと取り消しのきまり, キャンセル待ちのきまり, 消費税率: what holds since when, and something else
//! from a day on.

mod payment;
mod tax;
mod waiting;

pub(super) use payment::{payment, set_payment};
pub(super) use tax::{set_tax, tax};
pub(super) use waiting::{set_waiting, waiting};
