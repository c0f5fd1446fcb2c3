//! Running the centre, for show and in earnest.

use std::{net::SocketAddr, path::Path};

use chrono::{DateTime, NaiveDateTime};
use clap::Args;
use kernel::{Clock, Db, Instant};
use migrations::Migrator;
use sea_orm_migration::MigratorTrait;
use tokio::net::TcpListener;

use super::{Place, say};
use crate::{
    Failed, demo,
    folder::Folder,
    node::{Node, told_to_end},
    opening::enter_surveys,
    router::health,
    settings::Settings,
};

/// `shinko demo`
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Where on 127.0.0.1 it listens
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// Begin at this moment instead of now, in Tokyo: 2026-12-08T14:20
    #[arg(long, value_name = "TIME", value_parser = moment)]
    at: Option<Instant>,
}

impl Demo {
    pub(super) async fn run(self, mut place: Place) -> Result<(), Failed> {
        place.data.get_or_insert_with(|| "data/demo".to_owned());
        let settings = place.settings(vec![
            ("listen", format!("127.0.0.1:{}", self.port)),
            // A passkey answers a name, not a number.
            ("public_url", format!("http://localhost:{}", self.port)),
            ("mail.transport", "files".to_owned()),
        ])?;
        let clock = self.at.map_or_else(Clock::machine, Clock::running_from);
        // The port first: nothing is filled in for a centre that cannot open.
        let listener = listen(settings.listen).await?;
        let node = Node::open(&settings, clock, true).await?;
        Migrator::up(node.app.db.outside_transactions(), None).await?;
        demo::fill(&node.app).await?;
        node.refresh().await?;
        say::line(&demo::welcome(&settings.public_url));
        node.serve(listener, true, told_to_end()).await
    }
}

/// `shinko serve`
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Where it listens, instead of the setting
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Leave the background work to `shinko work`
    #[arg(long)]
    no_work: bool,
}

impl Serve {
    pub(super) async fn run(self, place: Place) -> Result<(), Failed> {
        let own = self.listen.map(|listen| ("listen", listen));
        let settings = place.settings(own.into_iter().collect())?;
        let node = ready(&settings).await?;
        let listener = listen(settings.listen).await?;
        tracing::info!(listen = %settings.listen, public_url = settings.public_url, "serving");
        node.serve(listener, !self.no_work, told_to_end()).await
    }
}

/// `shinko work`
#[derive(Debug, Args)]
pub(super) struct Work {
    /// Do what is due now, and end
    #[arg(long)]
    once: bool,
}

impl Work {
    pub(super) async fn run(self, place: Place) -> Result<(), Failed> {
        let node = ready(&place.settings(Vec::new())?).await?;
        if self.once {
            node.worker.run_until_idle().await?;
            return Ok(node.work(async {}).await?);
        }
        tracing::info!("working in the background");
        Ok(node.work(told_to_end()).await?)
    }
}

/// `shinko migrate`
pub(super) async fn migrate(place: Place) -> Result<(), Failed> {
    let settings = place.settings(Vec::new())?;
    Folder::open(&settings.data)?;
    let db = Db::connect(&settings.database()).await?;
    Migrator::up(db.outside_transactions(), None).await?;
    enter_surveys(&db, &Clock::machine()).await?;
    db.close().await?;
    say::line("the tables are up to date");
    Ok(())
}

/// A node on a database that has its tables.
pub(super) async fn ready(settings: &Settings) -> Result<Node, Failed> {
    must_exist(settings)?;
    let node = Node::open(settings, Clock::machine(), false).await?;
    up_to_date(&node.app.db).await?;
    node.refresh().await?;
    Ok(node)
}

/// The database of a centre that exists, for commands that do not serve.
pub(super) async fn existing(settings: &Settings) -> Result<Db, Failed> {
    must_exist(settings)?;
    let db = Db::connect(&settings.database()).await?;
    up_to_date(&db).await?;
    Ok(db)
}

/// A slip in `--data` must not make a new, empty centre.
fn must_exist(settings: &Settings) -> Result<(), Failed> {
    match settings.sqlite_file() {
        Some(file) if !is_memory(&file) && !file.exists() => Err(Failed::said(format!(
            "there is no database at {}; give the --data or --database-url of the centre, \
             or run `shinko migrate` to begin one there",
            file.display()
        ))),
        _ => Ok(()),
    }
}

fn is_memory(file: &Path) -> bool {
    file.as_os_str() == ":memory:"
}

async fn up_to_date(db: &Db) -> Result<(), Failed> {
    match health::pending(db).await? {
        0 => Ok(()),
        pending => Err(Failed::said(format!(
            "the tables are {pending} changes behind this program; run `shinko migrate`"
        ))),
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Failed> {
    TcpListener::bind(address)
        .await
        .map_err(|source| Failed::Io {
            what: "listening",
            place: address.to_string(),
            source,
        })
}

/// A moment as people type it: without an offset it is Tokyo's, and seconds may be left out.
fn moment(text: &str) -> Result<Instant, String> {
    let tokyo = |form| NaiveDateTime::parse_from_str(text, form).ok();
    let offset = || DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z").ok();
    Instant::parse(text)
        .or_else(|| offset().map(|moment| moment.to_utc().into()))
        .or_else(|| {
            tokyo("%Y-%m-%dT%H:%M:%S")
                .or_else(|| tokyo("%Y-%m-%dT%H:%M"))
                .map(|moment| Instant::at(moment.date(), moment.time()))
        })
        .ok_or_else(|| "write it as 2026-12-08T14:20, in Tokyo's time".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_without_an_offset_is_in_tokyo() {
        let eight = Instant::parse("2026-12-08T08:00:00+09:00").unwrap();
        for text in [
            "2026-12-08T08:00",
            "2026-12-08T08:00:00",
            "2026-12-08T08:00+09:00",
            "2026-12-08T08:00:00+09:00",
            "2026-12-07T23:00:00Z",
            "2026-12-08T00:00+01:00",
        ] {
            assert_eq!(moment(text), Ok(eight), "{text}");
        }
        for text in ["", "8:00", "2026-12-08", "2026-13-08T08:00", "tomorrow"] {
            assert!(moment(text).is_err(), "{text}");
        }
    }
}
