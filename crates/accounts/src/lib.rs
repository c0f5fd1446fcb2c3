//! People, with or without an account: sign-in, second factor, roles, sessions, tokens.
//!
//! * Tables ([`entity`]): `people`, `accounts`, `person_roles`, `sign_in_sessions`, `api_tokens`,
//!   `letter_links`, `attempts`, `second_factors`, `passkeys`, `passkey_challenges`,
//!   `recovery_codes`, `second_steps`. What a browser, a letter or a program holds is stored as a
//!   digest; what an authenticator app holds has to be kept itself, of a passkey the public half.
//! * [`identified`]: tells every handler who is asking, at the price of one question a request.
//! * [`service`]: sign up and reset by letter, prove, sign in and out, grant and revoke, tokens.
//!   [`service::prove`], [`service::examine`] and [`password`] never run inside a transaction.
//! * [`service::enter`]: a right password leads into a session, or to the second step: whoever has
//!   or needs a second factor ([`rules::needs_second_factor`]) is signed in only after it.
//! * [`read`]: how people are named and reached ([`read::contact`]), the lists of reception.
//! * [`rules`]: what may be typed, how often one may try, how long things last.
//! * [`tasks::Tidy`]: sweeps away what is over. [`samples`]: facts for every template.
//!
//! Words: a *guest* is a person without an account; a *session* is one browser in which a person
//! is signed in; a *link* is sent by letter and proves that an address was read; a *source* is the
//! network address from which someone asks. Nobody can learn here whether an address is known.
//!
//! Two people who are one are merged ([`service::merge`], by `portal`): the double signs in no more,
//! and what belonged to it is handed over by each crate ([`kernel::hand_over`]).
//!
//! Events: `person.registered`, `person.merged`, `account.opened`, `profile.changed`, `password.changed`,
//! `address.changed`, `role.granted`, `role.revoked`, `session.began`, `session.ended`,
//! `sessions.ended`, `token.issued`, `token.ended`, `link.written`, `guest.awaited`, `second_factor.enrolled`,
//! `second_factor.removed`, `second_factor.reset`, `second_factor.recovery_used`,
//! `second_factor.recovery_printed`, `second_factor.device_removed`, `passkey.registered`,
//! `passkey.removed`.
//!
//! Every crate that names people uses this one. To add something a person can change about
//! themselves: a verb in `service/`, a page in `pages/`, its words in `templates/locales/`, its
//! sample, and its row in the table of routes.

pub mod entity;
mod identify;
mod letters;
mod pages;
pub mod passkey;
pub mod password;
pub mod read;
mod refused;
pub mod rules;
pub mod samples;
pub mod service;
pub mod tasks;

pub use identify::identified;
pub use pages::{enter, names, routes};
pub use refused::{Refused, Unmerged};
