//! What is decided here: how far a founder is with the support the law rewards, what it brings, and who
//! does what with an application and a certificate.

mod application;
mod attendance;
mod benefits;
mod certificate;
mod code;
mod condition;
mod details;
mod draft;
mod form;
mod founder;
mod frozen;
mod may;
mod period;
mod progress;
mod registration_tax;
mod scheme;
mod scheme_draft;
mod window;

pub use application::{
    Act, Evidence, NotMet, Role, STEPS, State, Step, StepRefused, Verb, WardOfficer, issue,
    may_act, step,
};
pub use attendance::{Area, Attendance, Counted, Course, Kind, NotCounted};
pub use benefits::{BenefitRow, BenefitTerms, Undertaking, WhyNot, benefits};
pub use certificate::{
    Certificate, CertificateTerms, NoReissue, NotRevoked, ReissueRow, Revocation, Validity,
    may_reissue, revoke,
};
pub use code::{code, read_code};
pub use condition::{About, Arg, Condition, Reason};
pub use draft::{ApplicationDraft, DraftTerms, Wrong};
pub use form::Form;
pub use founder::{EligibilityRow, Founder, NotFounder, Standing, is_founder};
pub use frozen::{Frozen, FrozenSession};
pub use may::{acts_as, may_follow, may_keep_scheme, may_look, may_read};
pub use period::InForce;
pub use progress::{Basis, Progress, progress};
pub use registration_tax::{
    CompanyKind, Levy, NoSaving, Saving, ShareTooHigh, TaxRow, TenThousandths, saving,
};
pub use scheme::{
    AreaShare, AreasBy, Countable, DistinctBy, MonthRule, OfCourse, Offer, Requirement, Scheme,
    Support, Version, Window,
};
pub use scheme_draft::{DISTINCT, MONTHS, SchemeDraft, TOGETHER};
pub use window::Within;

#[cfg(test)]
mod tests;
