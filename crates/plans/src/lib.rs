//! What the ward wants of the centre and what the manager plans for it: the ward's policies, its own
//! plans, and the manager's annual plans. Never names a space.
//!
//! * Tables ([`entity`]): `policies`, `policy_versions`; `plans`, `plan_versions`, `programmes`,
//!   `measures`, `activities`, `budget_lines`, `review_comments`; `initiatives`.
//! * [`service`]: the ward drafts a policy and issues it, the manager acknowledges it or hands it back;
//!   the manager drafts the annual plan and hands it in, the ward comments on it item by item, returns
//!   or approves it; a change of what was approved is the next version, approved in its turn.
//! * [`read::offered`]: what may be carried out in a fiscal year, for whatever the centre offers: the
//!   programmes of its approved annual plan, and *initiatives* (自主事業) with the ward's consent.
//! * [`read`]: policies and plans with their versions, what a version says, what anybody may read.
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
//! `.commented`, `.comment_taken_back`, `.returned`, `.approved`, `.refused`, `.withdrawn`;
//! `initiative.proposed`, `.approved`, `.returned`, `.refused`, `.withdrawn`; those of an answer with the
//! approval that says more.

pub mod entity;
mod pages;
pub mod read;
mod refused;
pub mod rules;
pub mod samples;
pub mod service;

pub use pages::routes;
pub use refused::{Refused, Unfit};
