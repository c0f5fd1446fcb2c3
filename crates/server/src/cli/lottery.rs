//! Draws (抽選) are checked by whoever likes: from the files that everybody may download, on any
//! machine, without a database.

use std::{fs, path::Path, path::PathBuf};

use clap::Subcommand;
use fairness::draw::{File, Published, Round, Verified, verify};

use super::say;
use crate::Failed;

/// `shinko lottery`
#[derive(Debug, Subcommand)]
pub(super) enum Lottery {
    /// Draws again from the published files of a draw and says whether they agree
    Verify {
        /// Where commitment.txt, entries.txt, digest.txt, seed.txt and result.txt lie
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
    },
}

impl Lottery {
    pub(super) fn run(self) -> Result<(), Failed> {
        let Self::Verify { folder } = self;
        match verify(&published(&folder)?) {
            Ok(verified) => {
                say::line(&told(&verified));
                Ok(())
            }
            Err(mismatches) => {
                let lines: Vec<String> =
                    mismatches.iter().map(|one| format!("\n  {one}")).collect();
                Err(Failed::said(format!(
                    "the files of this draw do not agree:{}",
                    lines.concat()
                )))
            }
        }
    }
}

/// The files as they lie in the folder; every one of them is needed.
fn published(folder: &Path) -> Result<Published, Failed> {
    let read = |file: File| {
        let path = folder.join(file.name());
        fs::read(&path).map_err(|error| Failed::io("reading a file of the draw", &path, error))
    };
    Ok(Published {
        commitment: read(File::Commitment)?,
        entries: read(File::Entries)?,
        digest: read(File::Digest)?,
        seed: read(File::Seed)?,
        result: read(File::Result)?,
    })
}

/// What was drawn, and that it was drawn so.
fn told(verified: &Verified) -> String {
    let outcome = &verified.outcome;
    let whole = format!(
        "the draw {} is as it was published: rules and entries are those of the digest, the seed is \
         the one that was promised, and the result follows from both",
        outcome.draw
    );
    let rounds = outcome.rounds.iter().map(round);
    [whole]
        .into_iter()
        .chain(rounds)
        .collect::<Vec<_>>()
        .join("\n")
}

/// One tier: who won, and who follows.
fn round(round: &Round) -> String {
    let numbers = |entries: Vec<&str>| match entries.as_slice() {
        [] => "nobody".to_owned(),
        some => some.join(" "),
    };
    let winners = round.winners.iter().map(|one| one.entry.number.as_str());
    let following = round.following.iter();
    let following = following.map(|one| one.drawn.entry.number.as_str());
    format!(
        "{}: of {} places; won: {}; follow: {}",
        round.tier,
        round.places,
        numbers(winners.collect()),
        numbers(following.collect()),
    )
}
