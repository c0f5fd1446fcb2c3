//! Verbs that change what belongs to consultations. Each runs in one `transact` and records its event.

mod actions;
mod ask;
mod asked_after;
mod assign;
mod beyond;
mod close;
mod desks;
mod dispatches;
mod erase;
mod experts;
mod feeds;
mod figures;
mod follow_up;
mod found;
mod glass;
mod guests;
mod hand_over;
mod limits;
mod meetings;
mod papers;
mod records;
mod requested;
mod take;
mod take_over;
mod terms;
mod visits;

pub use actions::{add_action, complete_action, reopen_action};
pub use ask::ask;
pub use assign::{assign, lead, unassign};
pub use beyond::{end_referral, reach, refer, remove_milestone};
pub use close::{close, reopen, withdraw};
pub use desks::{close_desk, open_desk};
pub use dispatches::{
    apply, approve_dispatch, arrange_dispatch, refuse_dispatch, withdraw_dispatch,
};
pub use erase::{erase, erase_old};
pub use experts::{
    add_expert, add_hours, edit_expert, end_hours, end_roles, leave, remove_day, set_day, use_rooms,
};
pub use feeds::{end_feed, make_feed};
pub use figures::figures_for_ward;
pub use follow_up::{follow_up, send_follow_up};
pub use glass::{break_glass, open};
pub use guests::{ask_as_guest, confirm_guest, forget_guests};
pub use hand_over::{Onwards, hand_over};
pub use meetings::{
    Arrange, absent, arrange, arrive, cancel, choose_again, move_to, remind, tell_late,
    undo_arrival,
};
pub use papers::{add_papers, remove_paper, set_photo};
pub use records::{correct, save_record, save_sheet};
pub use requested::lapse;
pub use take_over::take_over;
pub use terms::{set_dispatch_terms, set_terms};
pub use visits::{
    add_target, assign_targets, connect_visit, edit_campaign, enter_targets, open_campaign,
    open_sheets, rewrite_visit, visits_for_ward, write_visit,
};
