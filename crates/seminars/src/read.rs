//! What is known of seminars, their lessons and their people.

mod answers;
mod at_hand;
mod attendance;
mod beside;
mod certificates;
mod charges;
mod draws;
mod due;
mod evidence;
mod figures;
mod marks;
mod materials;
mod people;
mod questions;
mod seminars;

pub use answers::{all_answers, answers, erased, erased_among, unanswered};
pub use at_hand::{AtHand, at_hand};
pub use attendance::{Marked, attendance, was_begun};
pub use beside::{Beside, beside};
pub use certificates::{
    Candidate, candidates, certificate, certificate_of, certificates_issued, completion_of,
};
pub use charges::{Owed, bill_ids, bill_of, dues_of, free_until, owed, unpaid, went_unpaid};
pub use draws::{applied, asked_by, draws, to_freeze};
pub use due::{all_seminar_terms, due_asking, due_lessons, seminar_terms};
pub use evidence::{Evidence, evidence, people_of};
pub use figures::held;
pub use marks::{Mark, marks_of};
pub use materials::materials;
pub use people::{
    Own, Taking, ahead_of, enrolment, name_of, of_person, own_of, people, with_lines,
};
pub use questions::questions;
pub use seminars::{
    Seminar, all, devices_of, lacking_of, lecturers, lesson, lessons_of, programmes, public,
    seminar, series,
};
