//! What must hold on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something fails"
)]

mod acts;
mod api;
mod audit;
mod bad_input;
mod books;
mod closures;
mod consultations;
mod coordination;
mod council;
mod crash;
mod deputies;
mod devices;
mod founders;
mod group;
mod headers;
mod initiatives;
mod journeys;
mod ledger;
mod lotteries;
mod money;
mod operations;
mod organisations;
mod outbox;
mod own_uses;
mod people;
mod plans;
mod policies;
mod proofs;
mod races;
mod requests;
mod routes;
mod second_factor;
mod seminars;
mod smtp;
mod story;
mod surveys;
mod templates;
mod terms;
mod turns;
mod venue;
