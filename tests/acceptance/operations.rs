//! Running the centre: health, figures, backup and restore, the proof of the log, opening a new
//! one, ending in peace.

mod backup;
mod demonstration;
mod ending;
mod health;
mod lottery;
mod opening;
mod verify;

use std::path::{Path, PathBuf};

use bookings::{
    entity::booking,
    rules::Use,
    service::{Reserve, reserve},
};
use chrono::TimeDelta;
use clap::Parser;
use kernel::{Actor, Instant, PersonId, Span, Via, transact};
use server::cli::{self, Cli};
use testkit::folder;
use tests::TestApp;

/// Runs a command of the program; what it says when it fails.
pub(crate) async fn shinko(arguments: &[&str]) -> Result<(), String> {
    let cli = Cli::try_parse_from(["shinko"].iter().chain(arguments)).unwrap();
    cli::run(cli).await.map_err(|failed| failed.to_string())
}

pub(crate) fn path(path: &Path) -> String {
    path.display().to_string()
}

/// Books a desk for the hour with this number: twelve a day, from nine in the morning.
async fn book(app: &TestApp, person: PersonId, number: i64) -> Result<booking::Model, String> {
    let from = Instant::parse("2026-12-15T09:00:00+09:00").unwrap()
        + TimeDelta::days(number / 12)
        + TimeDelta::hours(number % 12);
    let wish = Reserve {
        space: Some(app.fixture.desks),
        unit: None,
        person,
        r#use: Use::new(
            Span::try_new(from, from + TimeDelta::hours(1)).unwrap(),
            "創業の準備",
            1,
        ),
        organisation: None,
        waiver: None,
    };
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        reserve(work, &wish).await
    })
    .await
    .map_err(|refused| refused.to_string())
}

/// A data folder of its own with the tables in it, and no centre yet.
async fn no_centre_yet(name: &str) -> PathBuf {
    let data = folder::fresh(name);
    shinko(&["migrate", "--data", &path(&data)]).await.unwrap();
    data
}
