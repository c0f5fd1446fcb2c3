//! The crate's tables.

pub mod agency;
pub mod application;
pub mod application_paper;
pub mod category;
pub mod invitation;
pub mod organisation;
pub mod registration;
pub mod registration_term;
pub mod representative;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// A partner of the centre.
    AgencyId
}
typed_id! {
    /// A business, a group or an association.
    OrganisationId
}
typed_id! {
    /// One application for a category.
    ApplicationId
}
typed_id! {
    /// One invitation to act for an organisation.
    InvitationId
}
typed_id! {
    /// One registration: a category for a term.
    RegistrationId
}
