//! The crate's table.

pub mod paper;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// A paper that someone handed in.
    PaperId
}
