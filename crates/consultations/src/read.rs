//! What is known of experts, cases and meetings.

mod accesses;
mod appointments;
mod beyond;
mod case;
mod cases;
mod desks;
mod dispatches;
mod due;
mod evidence;
mod experts;
mod figures;
mod follow_ups;
mod free;
mod honoraria;
mod meetings;
mod terms;
mod visits;

pub use accesses::{Access, accesses, broken};
pub use appointments::{coming, coming_of, feed_at, feed_of, told};
pub use beyond::{CasePaper, Referred, papers_of};
pub use case::{CasePage, Correction, Said, case_page, sheet_of};
pub use cases::{
    Listed, Queue, case_row, closed_before, count_of_person, experts_of, fields_of, listed,
    of_person, standing, with_reference,
};
pub use desks::{desk, desks, open_desks};
pub use dispatches::{
    ListedDispatch, all_dispatch_terms, dispatch_row, dispatch_terms, dispatched, dispatches,
    dispatches_of, same_applicant, size_of, spent,
};
pub use due::{due_reminders, lapsing};
pub use evidence::{Evidence, evidence};
pub use experts::{
    Card, alone, candidate, candidates, cards, expert_on, expert_row, hours_of, of_the_person,
};
pub use figures::{figure_facts, figures_for_ward, seen_in_figures};
pub use follow_ups::{due_follow_ups, follow_ups_of};
pub use free::{Room, Wanted, free_at, free_hours, is_offered, is_open, rooms};
pub use honoraria::{Account, Paid, honoraria};
pub use meetings::{
    Meeting, Planned, SOON, held_for, meeting, meetings_of, on_day, record_of, standing_meetings,
    waits_for_a_time,
};
pub use terms::{all_terms, limit, terms};
pub use visits::{
    Campaign, Target, VisitSheet, campaign_row, campaigns, reads_if_kept, reads_visit, sheet_row,
    sheets_of, target_row, targets_of, visitors, visits_of,
};
