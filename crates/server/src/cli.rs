//! The commands of `shinko`.

mod admin;
mod keeping;
mod log;
mod lottery;
mod say;
mod serving;

use std::{error::Error, iter::successors, path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

use crate::{
    Failed,
    settings::{Flags, Settings},
};

/// The business-support centre's own web system.
#[derive(Debug, Parser)]
#[command(name = "shinko", version, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Command,
}

/// Which centre is meant; the same for every command.
#[derive(Clone, Debug, Default, Args)]
struct Place {
    /// Settings file; config/default.toml lists every setting
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Data folder
    #[arg(long, global = true, value_name = "FOLDER")]
    data: Option<String>,
    /// `sqlite://…` or `postgres://…`; without it, `SQLite` in the data folder
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Shows a demonstration centre on this machine
    Demo(serving::Demo),
    /// Answers people, and works in the background
    Serve(serving::Serve),
    /// Works in the background only: letters, seals, what lapses
    Work(serving::Work),
    /// Makes or renews the tables
    Migrate,
    /// Opening a centre; people, roles, tokens, a trial letter
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Copies the database into a new file while people go on
    Backup(keeping::Backup),
    /// Puts a backup in place
    Restore(keeping::Restore),
    /// Checks the log of acts
    #[command(subcommand)]
    Audit(keeping::Audit),
    /// Checks draws of lots; needs no database and no settings
    #[command(subcommand)]
    Lottery(lottery::Lottery),
}

/// Runs the command this process was started with.
pub async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("shinko: {}", told(&failed));
            ExitCode::FAILURE
        }
    }
}

/// Runs one command.
pub async fn run(cli: Cli) -> Result<(), Failed> {
    let place = cli.place;
    match cli.command {
        Command::Demo(demo) => Box::pin(demo.run(place)).await,
        Command::Serve(serve) => Box::pin(serve.run(place)).await,
        Command::Work(work) => Box::pin(work.run(place)).await,
        Command::Migrate => Box::pin(serving::migrate(place)).await,
        Command::Admin(admin) => Box::pin(admin.run(place)).await,
        Command::Backup(backup) => Box::pin(backup.run(place)).await,
        Command::Restore(restore) => Box::pin(restore.run(place)).await,
        Command::Audit(audit) => Box::pin(audit.run(place)).await,
        Command::Lottery(lottery) => lottery.run(),
    }
}

impl Place {
    /// The settings with these options and a command's own laid over them; begins the log.
    fn settings(self, own: Flags) -> Result<Settings, Failed> {
        let mut flags = own;
        flags.extend(self.data.map(|data| ("data", data)));
        flags.extend(self.database_url.map(|url| ("database_url", url)));
        let settings = Settings::read(self.config.as_deref(), &flags)?;
        log::begin(&settings.log);
        Ok(settings)
    }
}

/// A failure with everything that led to it.
fn told(failed: &Failed) -> String {
    let first: &dyn Error = failed;
    let mut causes: Vec<String> = successors(Some(first), |&cause| cause.source())
        .map(ToString::to_string)
        .collect();
    causes.dedup_by(|later, earlier| earlier.contains(later.as_str()));
    causes.join(": ")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_commands_are_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_same_options_work_before_and_after_a_command() {
        for arguments in [
            vec!["shinko", "--data", "d", "migrate"],
            vec!["shinko", "migrate", "--data", "d"],
            vec!["shinko", "admin", "token", "--email", "e@x", "--data", "d"],
            vec!["shinko", "audit", "verify", "--data", "d"],
        ] {
            let cli = Cli::try_parse_from(&arguments).unwrap();
            assert_eq!(cli.place.data.as_deref(), Some("d"), "{arguments:?}");
        }
    }
}
