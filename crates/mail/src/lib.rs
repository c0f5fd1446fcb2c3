//! Letters: written as a row with the change they tell of, sent after it was committed.
//!
//! * [`post`] writes a [`Letter`] into the outbox, in the caller's transaction: no letter for a
//!   change that was undone, none lost for one that stands.
//! * [`Letters`] makes its text from the folder `templates/letters/<template>/` (`subject.txt`,
//!   `body.txt`, `body.html`), when it is sent and whenever it is shown.
//! * [`Outbox`] sends what is due, on any number of nodes: at least once, a repeat only for what
//!   was in flight at a crash, under the same Message-ID. What cannot be delivered is tried for
//!   three days, then it is dead and waits for staff ([`service::send_again`]).
//! * [`Event`] and [`calendar`]: the `.ics` of whatever has a fixed time.
//! * [`Settings`], [`Transport`]: SMTP, a folder of files, or memory for tests.
//!
//! Table: `letters`. Event: `letter.sent_again`. Words: `mail-…`. Everybody who tells people
//! something uses it.
//!
//! To add a letter, write its folder: `body.html` extends `letters/frame.html` (block `main`),
//! `body.txt` ends by including `letters/signature.txt`. Beside its own facts a letter is given
//! `site` (the public address) and `venue` (as pages have it).

mod calendar;
pub mod entity;
mod letter;
mod letters;
mod message;
mod outbox;
mod pieces;
pub mod read;
mod refused;
mod rules;
pub mod samples;
pub mod service;
mod settings;
mod transport;

pub use calendar::{Event, WholeDay, calendar, feed};
pub use letter::{Letter, LetterId, post};
pub use letters::{Frame, Letters, Rendered};
pub use outbox::Outbox;
pub use pieces::{Piece, pieces};
pub use refused::Refused;
pub use settings::{Security, Settings, SmtpServer, Way, Wrong};
pub use transport::{Memory, Sent, Transport};
