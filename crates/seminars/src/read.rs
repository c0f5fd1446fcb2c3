//! What is known of seminars, their lessons and their people.

mod attendance;
mod draws;
mod people;
mod seminars;

pub use attendance::{Marked, attendance};
pub use draws::{applied, asked_by, draws, to_freeze};
pub use people::{
    Own, Taking, ahead_of, enrolment, name_of, of_person, own_of, people, with_lines,
};
pub use seminars::{
    Seminar, all, lacking_of, lecturers, lesson, lessons_of, programmes, public, seminar,
};
