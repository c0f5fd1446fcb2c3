//! Why an act is not done although nothing stands against it: it comes to more than was shown.

use crate::read::ComesTo;

/// One such "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unseen {
    /// More bookings would be called off, or more offers taken back, than the manager has seen.
    #[error("more is affected than was shown")]
    MoreAffected,
    /// It costs something else, or other uses wait for an approval.
    #[error("it comes to {} yen and {} requests", .0.amount, .0.requests)]
    Otherwise(ComesTo),
}

impl Unseen {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::MoreAffected => "bookings-closing-more",
            Self::Otherwise(_) => "bookings-comes-to-otherwise",
        }
    }
}
