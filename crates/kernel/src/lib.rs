//! What every other crate stands on: who acts, when, in which transaction, and what is remembered.
//!
//! * [`Work`] and [`transact`]: one transaction with its actor and its one moment. A function that
//!   takes `work` changes things; a function that takes `db` only reads.
//! * [`events`]: one row for every act, chained by hash ([`seal`]), so that nothing can be changed
//!   or removed afterwards without being noticed.
//! * [`Refusal`] (expected, said kindly) and [`Fault`] (unexpected, logged once, never shown).
//! * [`Instant`], [`Span`], [`Clock`]: microseconds in UTC inside, Asia/Tokyo for people.
//! * [`dated`]: rows that hold from a day on, and which of them can still be put right.
//! * [`Actor`], [`Roles`], typed ids, [`Secret`] links, [`paging`].
//!
//! Tables: `events`, `seals`. To add an id, use [`typed_id!`]; to add a role, add it to [`Role`]
//! and to the table of routes in `tests/`.

mod actor;
pub mod answers;
mod clock;
pub mod dated;
pub mod events;
mod ids;
pub mod paging;
mod refusal;
pub mod seal;
mod secret;
mod time;
mod work;

pub use actor::{Actor, Role, Roles, Via};
pub use clock::Clock;
pub use database::{Db, DbOptions, Kept, violated_constraint};
pub use ids::PersonId;
pub use refusal::{Detail, Failed, Fault, Refusal, RefusalKind};
pub use secret::Secret;
pub use time::{Instant, Span};
pub use work::{Work, hand_over, transact};

#[doc(hidden)]
pub use {sea_orm, serde, uuid};
