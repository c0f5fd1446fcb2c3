//! What is decided here: who may read what, which hours are free, what a request must say, who suits it,
//! and how consultations are counted.

mod beyond;
mod closing;
mod coming;
mod desk;
mod dispatch;
mod eligible;
mod free;
mod guarded;
mod honorarium;
mod may;
mod papers;
mod record;
mod register;
mod request;
mod retention;
mod suggest;
mod sums;
mod tally;
mod terms;
mod visit_table;
mod visits;
mod week;

pub use beyond::{MilestoneDraft, ReferralDraft};
pub use closing::{Closing, due_before, first_due, follow_ups};
pub use coming::{can_arrive, late_by};
pub use desk::{DeskDraft, may_open_desks};
pub use dispatch::{
    Against, Approval, DispatchDraft, Spent, against, may_apply, may_decide, wrong_reason,
};
pub use eligible::{Limit, Size, size};
pub use free::{Slot, free};
pub use guarded::years_for_ward;
pub use honorarium::honorarium;
pub use may::{
    Reading, Seeing, Standing, is_theirs, may_arrange, may_keep_experts, may_read, may_receive,
    may_see_cases, may_see_figures,
};
pub use papers::too_many_papers;
pub use record::{ActionDraft, RecordDraft, SheetDraft};
pub use register::ExpertDraft;
pub use request::Request;
pub use retention::is_kept_no_longer;
pub use suggest::{Candidate, Suggestion, barred, suggest};
pub use sums::{Due, Facts, Missed, Sheet, Sums, Told, Waited, Waits};
pub use tally::{By, Counted, Figure, Tally, mark_new, tally};
pub use terms::{DispatchTermsDraft, TermsDraft};
pub use visit_table::{COLUMNS as TARGET_COLUMNS, visit_targets};
pub use visits::{
    CampaignDraft, Coverage, TargetDraft, VisitDraft, due, may_read_visit, may_run_visits,
    may_visit,
};
pub use week::{DayDraft, HoursDraft, stretches};
