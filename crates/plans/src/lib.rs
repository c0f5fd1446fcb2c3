//! What the ward wants of the centre and what the manager plans for it: the ward's policies, and what
//! both agree with the centre's partners. Never names a space.
//!
//! * Tables ([`entity`]): `policies`, `policy_versions`, `agreements`, `coordination_entries` with
//!   `coordination_agencies`, `coordination_actions`; `councils`, `council_members`,
//!   `council_meetings`, `council_papers`, `council_corrections`, `council_opinions`.
//! * [`service`]: the ward drafts a policy, edits and issues it; the manager acknowledges it or hands
//!   it back with a comment; the ward writes the next version.
//! * [`read`]: the policies of a fiscal year, one with all its versions, which of them is in force.
//! * [`rules`]: what a policy must say, who writes it, what is decided about it.
//!
//! * [`service`] too: agreements with partners are written down, renewed and ended; the coordination
//!   log, and what is to be done after an entry; councils with members, meetings, minutes that are
//!   locked once confirmed, and opinions with what became of them. [`tasks`] reminds. Refused as
//!   [`CoordinationRefused`].
//!
//! Words: a *policy* (方針) is what the ward wants in one *field of work* (分野) in one fiscal year.
//! Its *versions* (版) are never changed once they were issued; what was handed back is mended in the
//! next one. The manager *acknowledges* (承知) a version: that is the approval of `approvals`.
//!
//! Events: `policy.drafted`, `policy.edited`, `policy.discarded`, `policy.revised`, `policy.issued`,
//! `policy.acknowledged`, `policy.returned`, `policy.withdrawn`, the last four with the approval that
//! says more; `agreement.entered`, `agreement.edited`, `agreement.ended`, `agreement.resumed`,
//! `agreement.reminded`, `coordination.entered`, `coordination.edited`, `action.entered`,
//! `action.edited`, `action.completed`, `action.reopened`, `action.reminded`;
//! `council.entered`, `council.edited`, `council_member.entered`, `council_member.edited`,
//! `council_meeting.entered`, `council_meeting.edited`, `council_meeting.papers_added`,
//! `council_meeting.paper_removed`, `council_minutes.written`, `council_minutes.confirmed`,
//! `council_minutes.corrected`, `opinion.entered`, `opinion.edited`, `opinion.answered`.

pub mod entity;
mod letters;
mod pages;
pub mod read;
mod refused;
pub mod rules;
pub mod samples;
pub mod service;
pub mod tasks;

pub use pages::routes;
pub use refused::{CoordinationRefused, Refused};
