//! Backups, and the proof that the log of acts is whole.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use kernel::{
    Clock, Db,
    seal::{self, Head},
};
use sea_orm::DbBackend;

use super::{Place, say, serving};
use crate::{Failed, backup, folder, folder::Folder};

/// `shinko backup`
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The new file
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

impl Backup {
    pub(super) async fn run(self, place: Place) -> Result<(), Failed> {
        let settings = place.settings(Vec::new())?;
        let db = serving::existing(&settings).await?;
        let taken = backup::take(&db, &Clock::machine(), &settings.papers.folder, &self.to).await;
        let backend = db.backend();
        db.close().await?;
        taken?;
        if backend == DbBackend::Postgres {
            say::line(
                "PostgreSQL is copied with its own program, now:\n  \
                 pg_dump --format=custom --file=FILE \"$SHINKO_DATABASE_URL\"",
            );
        } else {
            say::line(&format!("backup: {}", self.to.display()));
        }
        let papers = backup::papers_path(&self.to);
        say::line(&format!("papers: {}", papers.display()));
        let note = backup::note_path(&self.to);
        say::line(&format!("head of the event chain: {}", note.display()));
        Ok(())
    }
}

/// `shinko restore`
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The backup; its .head.json must lie beside it
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// Replace the database that is there
    #[arg(long)]
    force: bool,
}

impl Restore {
    pub(super) async fn run(self, place: Place) -> Result<(), Failed> {
        let settings = place.settings(Vec::new())?;
        let database = settings.sqlite_file().ok_or_else(|| {
            Failed::said(
                "PostgreSQL is restored with its own program: pg_restore --clean --if-exists \
                 --dbname=URL FILE; then `shinko audit verify --head FILE.head.json`",
            )
        })?;
        let folder = Folder::open(&settings.data)?;
        let _alone = folder.take()?;
        let note =
            backup::restore(&self.from, &database, &settings.papers.folder, self.force).await?;
        folder.begin_heads_anew(note.head.as_ref())?;
        say::line(&format!("restored: {}", database.display()));
        Ok(())
    }
}

/// `shinko audit`
#[derive(Debug, Subcommand)]
pub(super) enum Audit {
    /// Proves that no recorded act was changed, removed or added
    Verify {
        /// A head kept elsewhere: the .head.json of a backup, or another node's heads.jsonl
        #[arg(long, value_name = "FILE")]
        head: Vec<PathBuf>,
    },
}

impl Audit {
    pub(super) async fn run(self, place: Place) -> Result<(), Failed> {
        let Self::Verify { head: files } = self;
        let settings = place.settings(Vec::new())?;
        let db = serving::existing(&settings).await?;
        let mut heads = folder::heads(&Folder::open(&settings.data)?.heads())?;
        for file in &files {
            heads.extend(kept_in(file)?);
        }
        let found = verified(&db, &heads).await;
        db.close().await?;
        match found? {
            None => say::line("the log of acts is whole: nothing has been sealed yet"),
            Some(head) => say::line(&format!(
                "the log of acts is whole, up to seal {}, through {} heads kept outside\n{}",
                head.number,
                heads.len(),
                head.hash,
            )),
        }
        Ok(())
    }
}

async fn verified(db: &Db, heads: &[Head]) -> Result<Option<Head>, Failed> {
    Ok(seal::verify(db.reader(), heads).await??)
}

/// The heads in a file that was named: it must be there, and hold some.
fn kept_in(file: &std::path::Path) -> Result<Vec<Head>, Failed> {
    if let Ok(note) = backup::read_note(file) {
        return Ok(note.head.into_iter().collect());
    }
    let heads = folder::heads(file)?;
    if heads.is_empty() {
        let place = file.display();
        return Err(Failed::said(format!("there is no head in {place}")));
    }
    Ok(heads)
}
