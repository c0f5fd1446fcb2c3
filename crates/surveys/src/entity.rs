//! The crate's tables.

pub mod survey;
pub mod survey_answer;
pub mod survey_invitation;
pub mod survey_question;
pub mod survey_version;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// A survey, through all its versions.
    SurveyId
}
typed_id! {
    /// The questions of a survey as they were asked.
    SurveyVersionId
}
typed_id! {
    /// One person, asked once about one thing.
    InvitationId
}
