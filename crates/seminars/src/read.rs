//! What is known of seminars, their lessons and their people.

mod attendance;
mod evidence;
mod people;
mod seminars;

pub use attendance::{Marked, attendance};
pub use evidence::{Evidence, evidence, people_of};
pub use people::{
    Own, Taking, ahead_of, enrolment, name_of, of_person, own_of, people, with_lines,
};
pub use seminars::{
    Seminar, all, lacking_of, lecturers, lesson, lessons_of, programmes, public, seminar,
};
