//! Decisions of two parties: one side hands something in, the other decides. The manager (指定管理者)
//! hands in, the ward decides; a policy goes the other way, and the manager acknowledges it. What the
//! ward decides about itself is handed in by an officer and decided by its approver.
//!
//! * Tables ([`entity`]): `approvals`, `approval_steps`, `approval_terms`, `approval_deputies`.
//! * [`service::submit`], [`service::decide`], [`service::withdraw`]: asked for by the crate whose
//!   thing it is, in the transaction of its own act. One content has one approval; what was
//!   returned or withdrawn is mended in a version of its own.
//! * [`read`]: where a thing stands, every step of it, what waits for whom.
//! * [`rules`]: who decides, what an answer must say, by when it is due, the digest of a content.
//! * [`tasks::Reminders`]: a letter to those who decide, before an answer is due.
//! * [`service::name_deputy`]: whoever decides is away for a time, and another of the same side decides
//!   meanwhile. [`standing_in`] tells every handler: rules and pages ask the actor, and nothing else.
//!
//! Words: an *approval* (承認) is of a content, named by its *digest*; it is *submitted* (提出),
//! *approved* (承認; of a policy: 承知), perhaps with conditions, *returned* (差戻し), *refused*
//! (不承認) or *withdrawn* (取下げ). Nobody decides about what they submitted. A *deputy* (代理) of the
//! ward is one of its officers, of the manager whoever works there: reception, coordinator, manager.
//!
//! Events: `approval.submitted`, `approval.approved`, `approval.returned`, `approval.refused`,
//! `approval.withdrawn`, each with the digest of the content; `approval.reminded`,
//! `approval_term.set`, `approval_deputy.named`, `approval_deputy.ended`.
//!
//! To have something else decided: a kind of its own (a word of the crate whose it is), and a page
//! there with the pieces of `approvals/pieces.html`, which posts to a verb of that crate.

pub mod entity;
mod letters;
mod pages;
pub mod read;
mod refused;
pub mod rules;
pub mod samples;
pub mod service;
pub mod tasks;

pub use pages::{decision, routes, standing_in};
pub use refused::Refused;
