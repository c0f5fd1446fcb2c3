//! Start-up support that the law rewards (特定創業支援等事業): who has had it, and the certificate with
//! which the ward says so.
//!
//! * [`entity`]: `schemes`, `scheme_courses`, `founder_applications`, `start_up_certificates`,
//!   `certificate_counters`; what laws say: `founder_standings`, `founder_benefits`,
//!   `registration_taxes`.
//! * [`rules`]: what the ward's certified plan asks for, how far somebody is and what is still missing,
//!   who is a founder for the law, what the certificate brings, how much registration tax it saves,
//!   what an application must say, who does what with it, and how long a certificate is good.
//! * [`read`]: the plan, how far people are (computed from `seminars` and `consultations`, never
//!   stored), applications, the register, the yearly figures.
//! * [`service`]: the ward writes its plan down; a founder applies; the manager confirms and forwards;
//!   the ward's officer issues, refuses, returns, takes back.
//!
//! Words: the *scheme* is the ward's certified plan (認定創業支援等事業計画) in its versions; a *support*
//! one specified programme in it (特定創業支援等事業) with what it asks for; an *offer* what can be
//! attended for it, a course or the centre's consultations; a *session* (支援の回) one lesson or one
//! meeting; an *area* one of 経営, 財務, 人材育成, 販路開拓; a *founder* (創業者) whom 産業競争力強化法
//! 第2条第31項 calls so; the *certificate* (支援を受けたことの証明書) what the ward issues.
//!
//! The rules, which nothing here goes around:
//! 1. Numbers and days of a law, a plan or a ward are rows with their days and their source.
//! 2. A session counts by the plan of its own day. Whoever once had all that the plan of a day asked
//!    for has had the support, whatever the plan asks for later.
//! 3. Being a founder is looked at on the day of the application, and again whenever it matters.
//! 4. The manager confirms and forwards. Only the ward issues, and nothing issues by itself.
//!
//! Locks: the application or its certificate, then the counter of numbers. Events: `scheme.set`,
//! `.course_set`; `founder.applied`, `.corrected`, `.withdrawn`, `.confirmed`, `.forwarded`,
//! `.returned`, `.refused`; `certificate.issued`, `.revoked`, `.founding_told`, `.register_taken`.
//!
//! To add a condition, give [`rules::Requirement`] a field and `rules::condition` the piece that
//! measures it: a further session may never make it worse.

pub mod entity;
mod letters;
mod pages;
pub mod read;
mod refused;
pub mod rules;
pub mod samples;
pub mod service;

pub use pages::routes;
pub use refused::Refused;
