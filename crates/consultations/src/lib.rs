//! Expert consultations (専門家相談): from the first question to the outcome, under confidentiality.
//!
//! * [`entity`]: `experts` with `expert_fields`, `expert_hours`, `expert_days`; `cases` with
//!   `case_fields`, `case_experts`, `case_sheets`, `case_actions`, `follow_ups`, `case_accesses`;
//!   `meetings` with `meeting_records`, `meeting_fields`, `record_corrections`; `consultation_rooms`,
//!   `consultation_terms`, `enterprise_limits` (dated); `emergency_desks`; `ward_figures`; `dispatches` with
//!   `dispatch_meetings`, `dispatch_terms` (dated); `honoraria`; `visit_campaigns` with `visit_targets`,
//!   `visit_sheets`, `visit_needs`; `guest_cases`; `case_papers`, `referrals`, `milestones`; `expert_feeds`.
//! * [`rules`]: who may read what of a case, which hours of an expert are free, what a request must
//!   say, who suits it and why, how large a business is for the law, when people are asked again, how
//!   consultations are counted, and what the ward sees of it.
//! * [`service`]: experts are written down with their hours; somebody asks, and the time of the expert
//!   and the room are held at once; a coordinator finds an expert; they meet; the expert writes the
//!   record; the case is closed, opened again, handed over. Refused as [`Refused`].
//!   Guests come in by a letter; what is ahead of an expert who leaves is handed over in one go; words are
//!   erased at a person's request, or when the terms say so.
//! * [`api`]: free hours, asking, one's own, an expert's appointments.
//! * [`read`]: free hours, cases as each may see them, the queue, the figures.
//!
//! Words: a *case* (相談案件) is what somebody came for; a *meeting* (面談) one talk about it; a *record*
//! (相談カルテ) what was said there; the *lead* (主担当コーディネーター) sees the whole of a case;
//! a *dispatch* (専門家派遣) lets an expert come to a business so many times; a
//! *visit* (企業訪問) is somebody going to a *target* of a campaign.
//!
//! Events carry no words of a case: `expert.entered`, `.edited`, `.hours_set`, `.day_set`, `.left`;
//! `case.asked`, `.led`, `.assigned`, `.unassigned`, `.opened`, `.glass_broken`, `.closed`, `.reopened`,
//! `.withdrawn`, `.sheet_saved`, `.papers_added`, `.paper_removed`, `.referred`, `.consent_ended`,
//! `.milestone_reached`, `.milestone_removed`, `.erased`; `guest_case.asked`; `expert.photo_set`,
//! `.feed_made`, `.feed_ended`; `consultation_terms.set`, `dispatch_terms.set`; `emergency_desk.opened`, `.closed`; `meeting.arranged`, `.confirmed`, `.moved`, `.cancelled`, `.released`, `.arrived`,
//! `.arrival_undone`, `.absent`, `.reminded`, `.late`; `record.saved`, `.finished`, `.corrected`;
//! `case_action.entered`, `.edited`, `.completed`, `.reopened`; `follow_up.planned`, `.sent`, `.done`;
//! `figures.made`; `dispatch.asked`, `.approved`, `.refused`, `.withdrawn`, `.arranged`, `.given_back`;
//! `honoraria.list_taken`; `visit_campaign.opened`, `.edited`; `visit_targets.entered`;
//! `visit_target.assigned`, `.connected`; `visit_sheet.written`, `.rewritten`; `visit_sheets.opened`;
//! `visits.list_taken`; `visit_figures.made`.
//!
//! The ledger of `bookings` holds the expert's time and the room; `surveys` asks people afterwards.

pub mod api;
pub mod entity;
mod letters;
mod pages;
pub mod read;
mod refused;
pub mod rules;
pub mod samples;
pub mod service;
pub mod tasks;

/// The crate's routes.
pub fn routes() -> web::Routes {
    pages::routes().and(api::routes())
}

pub use refused::Refused;
