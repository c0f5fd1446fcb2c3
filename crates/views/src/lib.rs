//! What pages and letters share: templates, words in three languages, dates and yen.
//!
//! Owns `templates/layouts`, `templates/ui`, `templates/errors` and the `ui.ftl` files.
//! Every domain crate keeps its own templates in `templates/<crate>/` and its words in
//! `templates/locales/<lang>/<crate>.ftl`; all are compiled into the binary.
//!
//! To add a page: write `templates/<crate>/<page>.html`, add its words to `ja` and `en`
//! (and to `ja-easy` where the page is for everybody), list a [`samples::Sample`] in the
//! crate's `samples.rs`. `docs/UI.md` lists the components and what a page is given.
//!
//! Templates call `t(key=…, name=…)`, `date(at=…)`, `date_short(at=…)`, `datetime(at=…)`,
//! `time(at=…)`, `span(from=…, until=…)`, `wareki(at=…)`, `iso(at=…)`, `yen(amount=…)` and
//! `number(value=…)`, `clock(at=minutes)`, `options(all=…, given=…)`. They work inside components
//! too. A missing key, variable or argument is an error, never a blank. The hours of a space come
//! as markup, from [`Views::hour_rows`] and [`Views::hour_list`].

mod dates;
mod failed;
mod functions;
mod hours;
mod lang;
mod money;
pub mod samples;
mod sources;
mod text;
mod views;

pub use dates::{date, date_short, datetime, iso, span, time, wareki};
pub use failed::Failed;
pub use hours::{Hour, HourRow, HourState};
pub use lang::Lang;
pub use money::{grouped, yen};
pub use views::Views;
