//! The composition root: the program `shinko`, put together from the crates of the house.
//!
//! * [`settings`]: what the people who run the centre decide, read once at start.
//! * [`router`]: every route, what stands before them, health and figures.
//! * [`wiring`]: what the centre does by itself.
//! * [`node`]: one running program; tests run the same value.
//! * [`backup`], [`folder`]: what is kept outside the database.
//! * [`demo`]: the demonstration centre and its letters.
//! * [`opening`]: a real centre, opened from one file.
//! * [`cli`]: the commands.
//!
//! To add a crate: its routes into [`router::routes`], its sweeps into [`wiring::worker`], its
//! samples into [`samples::all`]. To add a setting: `config/default.toml` and [`settings`].

pub mod backup;
pub mod cli;
pub mod demo;
mod failed;
pub mod folder;
pub mod node;
pub mod opening;
pub mod router;
pub mod samples;
pub mod settings;
pub mod wiring;

pub use failed::Failed;
