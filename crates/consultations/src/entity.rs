//! The crate's tables.

pub mod case;
pub mod case_access;
pub mod case_action;
pub mod case_expert;
pub mod case_field;
pub mod case_paper;
pub mod case_sheet;
pub mod consultation_room;
pub mod consultation_terms;
pub mod dispatch;
pub mod dispatch_meeting;
pub mod dispatch_terms;
pub mod emergency_desk;
pub mod enterprise_limit;
pub mod expert;
pub mod expert_day;
pub mod expert_feed;
pub mod expert_field;
pub mod expert_hours;
pub mod follow_up;
pub mod guest_case;
pub mod honorarium;
pub mod meeting;
pub mod meeting_field;
pub mod meeting_record;
pub mod milestone;
pub mod record_correction;
pub mod referral;
pub mod visit_campaign;
pub mod visit_need;
pub mod visit_sheet;
pub mod visit_target;
pub mod ward_figures;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// Someone who advises.
    ExpertId
}
typed_id! {
    /// A stretch of an expert's week.
    ExpertHoursId
}
typed_id! {
    /// A stretch of one day on which an expert's week does not hold.
    ExpertDayId
}
typed_id! {
    /// What somebody came for, from the first question to the outcome.
    CaseId
}
typed_id! {
    /// That an expert was given a case.
    CaseExpertId
}
typed_id! {
    /// A talk between an expert and the person who asked.
    MeetingId
}
typed_id! {
    /// What was added to a finished record.
    CorrectionId
}
typed_id! {
    /// Something that is to be done after a meeting.
    ActionId
}
typed_id! {
    /// Asking again some months after.
    FollowUpId
}
typed_id! {
    /// That somebody opened a case.
    AccessId
}
typed_id! {
    /// Referring somebody to a partner.
    ReferralId
}
typed_id! {
    /// What somebody reached.
    MilestoneId
}
typed_id! {
    /// What the ward sees of a fiscal year.
    WardFiguresId
}
typed_id! {
    /// A special desk for hard times.
    EmergencyDeskId
}
typed_id! {
    /// That an expert is to come to a business several times.
    DispatchId
}
typed_id! {
    /// Visiting many businesses by a plan.
    VisitCampaignId
}
typed_id! {
    /// Whom a campaign visits.
    VisitTargetId
}
typed_id! {
    /// What was seen and said at a visit.
    VisitSheetId
}
