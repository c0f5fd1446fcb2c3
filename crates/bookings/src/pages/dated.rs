//! 支払いと取り消しのきまり, キャンセル待ちのきまり: what holds since when, and something else from a day
//! on.

mod payment;
mod waiting;

pub(super) use payment::{payment, set_payment};
pub(super) use waiting::{set_waiting, waiting};
