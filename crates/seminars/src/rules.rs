//! What is decided here: who keeps seminars, what one must say before people see it, when they can
//! enrol, and how a line of those who wait moves along.

mod answers;
mod certify;
mod company;
mod draft;
mod draws;
mod fee;
mod figures;
mod lacking;
mod lines;
mod may;
mod places;
mod roll;
mod standing;
mod tally;
mod terms;
mod wish;

pub use answers::{Answers, Leaves, MOST_PAPERS, carried, open, takes_answers};
pub use certify::Completion;
pub use company::{Attendee, CompanyWish, MOST, attendees, wrong_lines};
pub use draft::{LessonDraft, SeminarDraft, Typed};
pub use draws::{Drawn, Phase, entry, frozen, gives_at_once, recognised, wrong_confirm};
pub use fee::{Fees, amount, asks_fees, decides_until, due_on, free_until, is_free};
pub use figures::{By, Held, Seat, Sum, Who, sum, sums, who};
pub use lacking::{Lacking, lacking};
pub use lines::WrongLine;
pub use may::{may_count, may_keep, may_publish, may_read_answers, may_receive};
pub use places::{Line, Step, move_along};
pub use roll::roll;
pub use standing::{Standing, standing};
pub use tally::{Asked, tally};
pub use terms::TermsDraft;
pub use wish::{Wish, within, wrong_within};
