//! Businesses, groups and associations, who may act for them, and the category by which a person or
//! an organisation books and pays.
//!
//! * Tables ([`entity`]): `organisations`, `representatives`, `applications`, `application_papers`,
//!   `registrations`, `registration_terms`, `representative_invitations`, `agencies`.
//! * [`read::category`]: by which category someone books and pays on a day; [`read::represented`]:
//!   for whom a person may act; [`read::names`]. Everybody who has a price or a window asks these.
//! * [`service`]: apply with papers, mend, withdraw; approve, return or refuse; remind; invite, add
//!   and remove who acts for an organisation; merge doubles ([`read::current`] follows,
//!   [`read::all_of`] asks for all).
//! * [`read::agencies`]: the directory of partners, which the manager and the ward keep.
//! * [`rules`]: what an application must say, what a registration grants on a day, when two
//!   organisations may be one, who may see and answer what.
//! * [`tasks::Reminders`]: letters before a registration ends.
//!   [`samples`]: facts for every template.
//!
//! Words: a *category* (区分) has three sides: where someone belongs, as what they come, how far a
//! founder is. An *application* (申請) asks for one, reception answers it, a *registration* (登録)
//! grants it for a term. A *representative* (担当者) may act for an organisation. Nobody acts for an
//! organisation before its first application was approved. An *agency* (関係機関) is a partner of the
//! centre: it applies for nothing.
//!
//! Events: `application.submitted`, `application.mended`, `application.withdrawn`,
//! `application.approved`, `application.returned`, `application.refused`, `registration.reminded`,
//! `representative.invited`, `representative.added`, `representative.removed`, `organisation.merged`,
//! `registration_terms.set`, `agency.entered`, `agency.edited`.
//!
//! To add something an application asks for: `rules::Details` and `rules::Draft`, the form, its words.

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
pub use refused::{AgencyRefused, Refused};
