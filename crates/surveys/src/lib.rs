//! What people are asked after something: after a consultation, some months later, after a seminar.
//! Knows nothing of what it is about: a [`service::Subject`] is a kind and an id.
//!
//! * Tables ([`entity`]): `surveys`, `survey_versions`, `survey_questions`, `survey_invitations`,
//!   `survey_answers`.
//! * [`service::set_up`], [`service::edit`]: questions of six kinds, in versions. One that was sent to
//!   anybody is never rewritten; editing it makes the next.
//! * [`service::invite`]: somebody is asked about something, by a link of their own. The caller writes
//!   the letter. While a link is open nobody is asked the same about the same again.
//! * [`service::answer`]: by the link, without signing in; until it is over the answer can be changed.
//! * [`read::answers_of`]: what was answered about a thing, for the page of whoever owns it, with the
//!   component `survey_answered`. [`read::results`], [`read::answered`]: figures.
//! * [`rules`]: who may, what a question and an answer must say, which figures the ward is shown.
//!
//! Words: a *survey* (アンケート) has *questions* (質問); somebody is *invited* (依頼) and *answers*
//! (回答). What people write in a *confidential* survey is read only by whoever may read what it is
//! about; everybody else sees figures. The ward sees no figure behind which fewer than five stand.
//!
//! Events: `survey.set_up`, `survey.edited`; `survey.invited`, `survey.answered`, `survey.changed` with
//! the invitation as their subject, and with `code`, `subject_kind`, `subject` and `person`;
//! `survey.results_taken`.
//!
//! Applications of other crates ask by the same rules, with more kinds of questions and with questions for
//! some only: [`rules::questions`] reads what was written, [`rows`] is the form that writes it, [`asked`]
//! and [`wish`] the form that is answered, [`rules::read_leaving`] what is kept. They keep both themselves.
//!
//! To ask about something else: [`service::set_up`] a survey with a code of its own, [`service::invite`]
//! from the verb after which people are asked, and show [`read::answers_of`] on the thing's own page.

pub mod entity;
mod pages;
pub mod read;
mod refused;
pub mod rules;
pub mod samples;
pub mod service;

pub use pages::{asked, routes, rows, wish};
pub use refused::Refused;
