//! Pure decisions: categories and how dated rows choose among them, what a registration grants,
//! what an application must say, who may answer it, and when two organisations may be one.

mod agency;
mod category;
mod draft;
mod invitation;
mod likeness;
mod reference;
mod registered;
mod review;
mod term;

pub use agency::{AgencyDraft, may_keep_agencies};
pub use category::{Category, Selector, chosen};
pub use draft::{Applied, Details, Draft, LONGEST_WORDS, localities, stages};
pub use invitation::{INVITATION_LASTS, MOST_INVITATIONS};
pub use likeness::{Compared, Keys, Reason, alike, asked_key, asked_number, weight};
pub use reference::{read_reference, reference};
pub use registered::{Registered, grown_up_on, is_young, last_day};
pub use review::{Decision, may_apply_for, may_review, may_see};
pub use term::{TermDraft, may_set_terms, reminder_due};
