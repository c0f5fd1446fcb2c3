//! What the ward wants of the centre and what the manager plans for it: the ward's policies, its own
//! plans, and the manager's annual plans; and what both agree with the centre's partners. Never names
//! a space.
//!
//! * Tables ([`entity`]): `policies`, `policy_versions`; `plans`, `plan_versions`, `programmes`,
//!   `measures`, `activities`, `budget_lines`, `review_comments`; `initiatives`; `agreements`, `coordination_entries`
//!   with `coordination_agencies`, `coordination_actions`; `councils`, `council_members`,
//!   `council_meetings`, `council_papers`, `council_corrections`, `council_opinions`.
//! * [`service`]: the ward drafts a policy and issues it, the manager acknowledges it or hands it back;
//!   the manager drafts the annual plan and hands it in, the ward comments on it item by item, returns
//!   or approves it; a change of what was approved is the next version, approved in its turn.
//! * [`service`] too: agreements with partners are written down, renewed and ended; the coordination
//!   log, and what is to be done after an entry; councils with members, meetings, minutes that are
//!   locked once confirmed, and opinions about programmes with what became of them. [`tasks`] reminds.
//!   Refused as [`CoordinationRefused`].
//! * [`read::offered`]: what may be carried out in a fiscal year, for whatever the centre offers: the
//!   programmes of its approved annual plan, and *initiatives* (自主事業) with the ward's consent.
//! * [`read`]: policies and plans with their versions, what a version says, what anybody may read;
//!   agreements, the log, councils, what they said about a programme.
//! * [`rules`]: what must be said, who writes it, what is decided about, what one version says
//!   otherwise than another, the format of tables.
//!
//! Words: a *policy* (方針) is what the ward wants in one *field of work* (分野) in one fiscal year. A
//! *plan* (計画) has *programmes* (事業), each under a *strategy* (施策) of a *goal* (目標), with
//! *measures* (指標) and their targets. *Versions* (版) are never changed once they were handed over.
//!
//! Events: `policy.drafted`, `.edited`, `.discarded`, `.revised`, `.issued`, `.acknowledged`,
//! `.returned`, `.withdrawn`; `plan.begun`, `.programme_added`, `.programme_changed`,
//! `.programme_dropped`, `.table_entered`, `.budget_set`, `.discarded`, `.revised`, `.submitted`,
//! `.commented`, `.comment_taken_back`, `.returned`, `.approved`, `.refused`, `.withdrawn`; `initiative.proposed`,
//! `.approved`, `.returned`, `.refused`, `.withdrawn`; those of an answer with the approval that says
//! more; `agreement.entered`, `.edited`, `.ended`, `.resumed`,
//! `.reminded`; `coordination.entered`, `.edited`; `action.entered`, `.edited`, `.completed`,
//! `.reopened`, `.reminded`; `council.entered`, `.edited`; `council_member.entered`, `.edited`;
//! `council_meeting.entered`, `.edited`, `.papers_added`, `.paper_removed`; `council_minutes.written`,
//! `.confirmed`, `.corrected`; `opinion.entered`, `.edited`, `.answered`.

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
pub use refused::{CoordinationRefused, Refused, Unfit};
