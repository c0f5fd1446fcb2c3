//! What people see, in a real Chromium: the key journeys on a desktop and on a phone, without
//! JavaScript, by keyboard alone, and every page under axe-core.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something fails"
)]

mod advised;
mod asked;
mod closing;
mod company;
mod doubles;
mod founding;
mod hand;
mod journey;
mod keyboard;
mod money;
mod pages;
mod papers;
mod passkeys;
mod person;
mod planning;
mod reception;
mod registration;
mod second_factor;
mod series;
mod waiting;
mod weight;
