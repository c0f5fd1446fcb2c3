//! Seminars and courses (セミナー、連続講座): what people learn together at the centre and online.
//!
//! * [`entity`]: `seminars`, `lessons`, `enrolments`, `attendances`, `seminar_draws`, `guest_enrolments`,
//!   `certificates` with their rules and numbers, `seminar_terms`, `seminar_materials`,
//!   `lesson_reminders`, `seminars_asked_about`, `enrolment_bills`, `unpaid_places`, `seminar_questions`,
//!   `enrolment_answers`, `erased_answers`.
//! * [`rules`]: who keeps seminars, what one must say before everybody sees it, when people can enrol,
//!   how a line moves along.
//! * [`service`]: a seminar is set up or copied, its lessons take rooms and lecturers' time of the
//!   ledger of `bookings`; it is handed in and published by somebody else; people enrol, wait, are
//!   offered a place, accept, decline, cancel; places are drawn, or given after a look at each
//!   application; companies enrol several by name, guests by a letter; they answer what the seminar asks
//!   (`docs/decisions/036-questions-for-those-who-enrol.md`); who came is marked, by list or by
//!   ticket, with or without an enrolment; certificates are issued; it is called off or reported. A place
//!   that costs something has a bill of `fees`, and goes to others when nobody pays it.
//! * [`read`]: lists, one seminar with its lessons, its people, one's own.
//! * [`tasks`]: lists of draws that are frozen, lines that move along, reminders, the questionnaire
//!   afterwards, by themselves.
//! * [`api`]: seminars and one's own enrolments as JSON; calendars and open data go out beside it.
//!
//! Words: a *seminar* (セミナー) has *lessons* (回); an *enrolment* (受講申込) has a *number* (申込番号, the
//! order of arrival) and a *turn* (the place in the line); *places* (定員) are at the centre or online.
//!
//! The rules of places: as many are taken as there are enrolments that have one or are offered one, and
//! the database refuses one too many. Everything in a seminar happens under the lock of its row. Locks:
//! the gate of bookings and lines for rooms, the seminar, resources.
//!
//! Events: `seminar.set_up`, `.edited`, `.copied`, `.submitted`, `.sent_back`, `.published`,
//! `.called_off`, `.reported`; `lesson.added`, `.changed`, `.removed`; `enrolment.made`, `.offered`,
//! `.accepted`, `.declined`, `.lapsed`, `.over`, `.cancelled`, `.changed`, `.released_unpaid`; `attendance.marked`, `.undone`;
//! `enrolments.list_taken`; `seminar.draw_promised`, `.draw_frozen`, `.drawn`; `enrolment.drawn`,
//! `.admitted`, `.passed_over`; `guest_enrolment.asked`; `seminar.completion_set`, `completion.issued`,
//! `.revoked`; `lesson.reminded`, `seminar.asked_about`, `.materials_added`, `.material_removed`;
//! `seminar_terms.set`; `seminar.questions_written`, `enrolment.answered`, `.answers_erased`.
//!
//! To add a way of giving places: a value of [`entity::seminar::Way`], what [`rules::gives_at_once`] says of
//! it, its verb beside [`service::draw`].

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

pub use pages::routes;
pub use refused::Refused;
