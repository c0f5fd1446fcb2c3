//! What uses cost, what is owed, what was paid and given back. Never names a space.
//!
//! * Tables ([`entity`]): `tariffs`, `tariff_rates`, `tariff_bands`, `tax_rates`, `fee_terms`,
//!   `bills`, `charges`, `reduction_kinds`, `reduction_grants`, `reduction_proposals`, `payments`,
//!   `payment_parts`, `refunds`, `receipts`, `receipt_counters`.
//! * [`rules`]: the price of a use, the balance of a bill, how a reduction comes about.
//! * [`service`]: set prices, open and change bills, reduce, receive, give back, issue receipts;
//!   [`service::propose`] asks the ward for what goes beyond its criteria, decided by `approvals`.
//! * [`read`]: what a use would cost ([`read::Quotes`]), what is open, the daily cash report.
//!
//! Words: a *tariff* (料金表) has dated prices; a *bill* (請求) is what one thing costs one payer,
//! and its *charges* (料金) are lines that are never changed, only reversed; a *reduction* (減免) is
//! a line of its own; a *proposal* (伺い) of one waits for the ward's approver. What is owed is
//! charges less payments, refunds given back.
//!
//! Whoever knows what was used asks [`read::Quotes`] for the price and [`service::open_bill`] for a
//! bill, and changes it with [`service::charge_again`], in the transaction of its own act. The rate
//! on the day of use decides. Locks: bills in the order of their ids, after everything scarce.
//!
//! Events: `tariff.opened`, `tariff.rated`, `fee_terms.set`, `tax_rate.set`, `bill.opened`, `bill.charged`,
//! `bill.reversed`, `bill.due_set`, `reduction_kind.issued`, `reduction_kind.ended`,
//! `reduction_kind.withdrawn`, `reduction.granted`, `reduction.kept`, `reduction.proposed`,
//! `reduction.approved`, `reduction.returned`, `reduction.refused`, `reduction.withdrawn`,
//! `payment.received`, `payment.refunded`, `receipt.issued`, `receipt.printed_again`.
//!
//! To add a way to pay: a variant of `entity::payment::Method`, its word, and the `CHECK`s of a new
//! migration.

pub mod entity;
mod events;
mod pages;
pub mod read;
pub mod refused;
pub mod rules;
pub mod samples;
pub mod service;

pub use pages::{RATE_CONFIRM, RateAsked, ask_about_rate, routes};
