//! Backups of an SQLite database: taken while people book, put back as a whole or not at all.
//!
//! Beside each backup lies `<FILE>.head.json`: its SHA-256 and the head of its event chain. Keep
//! it apart from the backup, and a backup that was changed shows. The papers that people handed in
//! lie in the folder `<FILE>.papers`, each named by its own SHA-256.

mod papers;

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use kernel::{
    Clock, Db, DbOptions, Instant,
    seal::{self, Head},
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Failed, folder};

/// What is written beside a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When it was taken.
    pub at: Instant,
    /// SHA-256 of the file in hexadecimal; none where the file is not ours (`pg_dump`).
    pub sha256: Option<String>,
    /// The head of its event chain; none when nothing has been sealed yet.
    pub head: Option<Head>,
}

/// Takes a backup into a new file, consistent while others write, and checks it.
///
/// The papers come after the database: whatever it names lies in their folder by then.
pub async fn take(db: &Db, clock: &Clock, papers: &Path, to: &Path) -> Result<Note, Failed> {
    if to.exists() {
        return Err(Failed::said(format!(
            "{} is there already; name a new file",
            to.display()
        )));
    }
    // Whoever backs up in a hurry should not have to make it first.
    if let Some(folder) = folder_of(to) {
        folder::make(folder)?;
    }
    if db.backend() == DbBackend::Postgres {
        papers::copy(papers, &papers_path(to))?;
        return note_only(db, clock, to).await;
    }
    let partial = beside(to, ".partial");
    remove(&partial)?;
    let copy = Statement::from_sql_and_values(
        DbBackend::Sqlite,
        "VACUUM INTO $1",
        [partial.display().to_string().into()],
    );
    db.outside_transactions().execute_raw(copy).await?;
    let head = checked(&partial, &[]).await?;
    papers::copy(papers, &papers_path(to))?;
    let note = Note {
        at: clock.now(),
        sha256: Some(digest(&partial)?),
        head,
    };
    write_note(&note_path(to), &note)?;
    settle(&partial, to)?;
    Ok(note)
}

/// The folder that a path names; none for a file in the folder we are in.
fn folder_of(file: &Path) -> Option<&Path> {
    file.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
}

/// `PostgreSQL` is copied by its own `pg_dump`; the head is what that cannot give.
async fn note_only(db: &Db, clock: &Clock, to: &Path) -> Result<Note, Failed> {
    let note = Note {
        at: clock.now(),
        sha256: None,
        head: seal::head(db.reader()).await?,
    };
    write_note(&note_path(to), &note)?;
    Ok(note)
}

/// Puts a backup in the place of `database`, after everything about it was found whole.
///
/// An existing database is replaced only when `force` is set. Returns the head of the chain.
pub async fn restore(
    from: &Path,
    database: &Path,
    papers: &Path,
    force: bool,
) -> Result<Note, Failed> {
    if database.exists() && !force {
        return Err(Failed::said(format!(
            "there is a database at {}; add --force to replace it",
            database.display()
        )));
    }
    let note = read_note(&note_path(from))?;
    if note.sha256.as_deref() != Some(digest(from)?.as_str()) {
        return Err(Failed::said(format!(
            "{} is not the file that was backed up: its SHA-256 differs",
            from.display()
        )));
    }
    let draft = beside(database, ".restoring");
    for left in [
        draft.clone(),
        beside(&draft, "-wal"),
        beside(&draft, "-shm"),
    ] {
        remove(&left)?;
    }
    fs::copy(from, &draft).map_err(|source| Failed::io("copying the backup", from, source))?;
    checked(&draft, note.head.as_slice()).await?;
    papers::are_there(&draft, &papers_path(from)).await?;
    papers::copy(&papers_path(from), papers)?;
    // The log of the database that goes must not be played into the one that comes.
    for ending in ["-wal", "-shm"] {
        remove(&beside(database, ending))?;
    }
    settle(&draft, database)?;
    Ok(note)
}

/// Opens a database file, checks it from end to end, and closes it; its head.
async fn checked(file: &Path, heads: &[Head]) -> Result<Option<Head>, Failed> {
    let url = format!("sqlite://{}?mode=rw", file.display());
    let db = Db::connect(&DbOptions::new(url)).await?;
    let outcome = inspect(&db, heads).await;
    db.close().await?;
    outcome
}

async fn inspect(db: &Db, heads: &[Head]) -> Result<Option<Head>, Failed> {
    let check = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check");
    let rows = db.reader().query_all_raw(check).await?;
    let first: Option<String> = rows
        .first()
        .map(|row| row.try_get_by_index(0))
        .transpose()?;
    if first.as_deref() != Some("ok") {
        let found = first.unwrap_or_default();
        return Err(Failed::said(format!("the file is damaged: {found}")));
    }
    Ok(seal::verify(db.reader(), heads).await??)
}

/// Where the note of a backup lies.
pub fn note_path(backup: &Path) -> PathBuf {
    beside(backup, ".head.json")
}

/// Where the papers of a backup lie.
pub fn papers_path(backup: &Path) -> PathBuf {
    beside(backup, ".papers")
}

/// Reads the note of a backup.
pub fn read_note(path: &Path) -> Result<Note, Failed> {
    let text =
        fs::read_to_string(path).map_err(|source| Failed::io("reading the note", path, source))?;
    serde_json::from_str(&text)
        .map_err(|source| Failed::io("reading the note", path, source.into()))
}

fn write_note(path: &Path, note: &Note) -> Result<(), Failed> {
    let failed = |source| Failed::io("writing the note", path, source);
    let text = serde_json::to_string(note).map_err(|error| failed(error.into()))?;
    fs::write(path, text + "\n").map_err(failed)?;
    File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(failed)
}

fn digest(path: &Path) -> Result<String, Failed> {
    let failed = |source| Failed::io("reading the backup", path, source);
    let mut hash = Sha256::new();
    let mut file = File::open(path).map_err(failed)?;
    io::copy(&mut file, &mut hash).map_err(failed)?;
    Ok(format!("{:x}", hash.finalize()))
}

/// Gives a finished file its name, so that it is there whole or not at all, even after a crash.
fn settle(draft: &Path, name: &Path) -> Result<(), Failed> {
    let failed = |source| Failed::io("putting the file in place", name, source);
    let file = File::open(draft).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    fs::rename(draft, name).map_err(failed)?;
    File::open(folder_of(name).unwrap_or(Path::new(".")))
        .and_then(|folder| folder.sync_all())
        .map_err(failed)
}

fn remove(path: &Path) -> Result<(), Failed> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failed::io("removing an old file", path, error))
        }
        _ => Ok(()),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
