//! The database: a pool that reads, a pool that writes, and how works become durable.
//!
//! * [`Db`]: both pools, of SQLite or of PostgreSQL.
//! * [`Transaction`]: what one work does, all or nothing. Only `kernel::transact` begins one.
//! * [`Write`]: writes that go to the database together.
//! * [`Series`]: identifiers in their order.
//! * [`Queues`]: before rows that many want at one moment.
//! * [`Kept`]: what a node has read from tables that seldom change.

mod db;
mod group;
mod kept;
mod queues;
mod series;
mod writes;

pub use db::{Db, DbOptions, violated_constraint};
pub use group::Transaction;
pub use kept::Kept;
pub use queues::{Queues, Turn};
pub use series::Series;
pub use writes::Write;
