//! What must hold on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something fails"
)]

mod audit;
mod ledger;
mod operations;
mod outbox;
mod smtp;
