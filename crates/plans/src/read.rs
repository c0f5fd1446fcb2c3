//! What the ward and the manager see, and what anybody does of what was approved.

mod agreements;
pub mod contents;
mod coordination;
mod council;
mod council_programmes;
pub mod initiatives;
pub mod offered;
pub mod plans;
pub mod policies;
pub mod review;

pub use agreements::{Agreement, AgreementFilter, agreement, agreements, agreements_to_remind};
pub use coordination::{
    Action, Entry, EntryFilter, action, actions_of, actions_to_remind, done_actions, entries,
    entry, open_actions,
};
pub use council::{
    Answer, Correction, Meeting, Opinion, OpinionFilter, council, council_meeting,
    council_meetings, council_member, council_members, councils, opinion, opinions,
};
pub use council_programmes::{SpokenOf, programmes_to_speak_of};
