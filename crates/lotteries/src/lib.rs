//! Rooms that are drawn (抽選): a month of a space at a time, before whoever comes first can book it.
//!
//! * [`entity`]: `lottery_terms` with `lottery_tiers` and `lottery_bands`, `lotteries` with
//!   `lottery_seeds`, `lottery_slots`, `lottery_entries`.
//! * [`rules`]: when people can apply for a month, which of its times are drawn, who may apply in which
//!   tier, what is kept for the draw, what a draw says of each entry, what became of it by its booking.
//! * [`service`]: terms are set, ended, and taken back; a lottery is announced with the promise of its
//!   seed, or called off; people apply and withdraw; the lists are frozen; the draw is held; who won says
//!   that they come, or the time is free again.
//! * [`read`]: the lotteries there are, one with its times, one's own entries.
//! * [`tasks`]: lotteries are announced, their lists frozen, what nobody draws is drawn, who has won is
//!   reminded, what nobody confirmed is released.
//!
//! Words: a *lottery* (抽選) is of one space and one month; a *slot* (枠) is one band of one of its days; an
//! *entry* (抽選申込み) is for one slot and has a *number* (申込番号). A *tier* (抽選の順) is who is drawn
//! together; what is left to nobody is *free* (空き).
//!
//! Every slot is a draw of `fairness` of its own, with as many places as the space has free units; all
//! slots of a lottery have one seed. What is won is booked in the ledger of `bookings`, in the
//! transaction of the draw. Until it is held, `bookings` withholds the month from everybody.
//!
//! Locks: the gate of bookings, the lottery, resources.
//!
//! Events: `lottery_terms.set`, `.ended`, `.removed`; `lottery.promised`, `.frozen`, `.drawn`,
//! `.called_off`; `lottery_entry.made`, `.withdrawn`, `.left_out`, `.won`, `.lost`, `.not_given`,
//! `.confirmed`, `.reminded`, `.lapsed`, `.given_back`, `.called_off`.
//!
//! To add a tier, give [`entity::tier::Who`] a value, and the migration its name.

pub mod entity;
mod letters;
mod pages;
pub mod read;
mod refused;
pub mod rules;
pub mod samples;
pub mod service;
pub mod tasks;

pub use pages::routes;
pub use refused::Refused;
