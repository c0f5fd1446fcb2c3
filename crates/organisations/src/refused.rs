//! Every "no" of this crate.

mod agency;
mod said;

pub use agency::AgencyRefused;

use kernel::Detail;

use crate::entity::OrganisationId;

/// Why something about an organisation or an application did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// Without a paper that proves it, a category of the ward is not applied for.
    #[error("a paper is missing")]
    PaperMissing,
    /// A paper was not taken.
    #[error(transparent)]
    Paper(#[from] files::Refused),
    /// There is no such application or organisation, or it is not for this person to know.
    #[error("not there")]
    NotThere,
    /// An application for the same is open.
    #[error("an application is open already")]
    OpenAlready,
    /// It was changed, answered or withdrawn in the meantime.
    #[error("the application has moved on")]
    Changed,
    /// Staff do not answer their own applications, nor those of their organisations.
    #[error("not one's own application")]
    Own,
    /// The invitation was accepted, or its time is over.
    #[error("the invitation is over")]
    InvitationOver,
    /// As many invitations wait as may.
    #[error("too many invitations")]
    TooManyInvitations,
    /// An organisation is never left without anyone who acts for it.
    #[error("the last representative")]
    LastOne,
    /// Merged already, not registered, or one and the same.
    #[error("the two cannot be merged")]
    CannotMerge,
    /// The manager (館長) says how long registrations last.
    #[error("only the manager sets terms")]
    NotTheManager,
    /// The terms were set in the meantime.
    #[error("the terms have changed")]
    TermsChanged,
    /// Terms begin on that day already.
    #[error("terms begin on that day already")]
    DateTaken,
    /// Another registered organisation has this 法人番号.
    #[error("the number belongs to a registered organisation")]
    NumberTaken(Option<OrganisationId>),
}
