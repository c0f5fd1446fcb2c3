//! The papers of a backup: a copy of their folder, each checked against its own name.

use std::{fs, io, path::Path};

use kernel::{Db, DbOptions};

use super::{digest, settle};
use crate::{Failed, folder};

/// Copies every paper that is not there yet. What is still being handed in is left out: nothing
/// names it.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), Failed> {
    folder::make(to)?;
    let failed = |source| Failed::io("copying the papers", from, source);
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(failed)?,
    };
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let there = to.join(&name);
        if !is_digest(&name.to_string_lossy()) || there.exists() {
            continue;
        }
        let partial = to.join("copying");
        match fs::copy(entry.path(), &partial) {
            // Nobody named it: it has just been swept away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            copied => {
                copied.map_err(failed)?;
                settle(&partial, &there)?;
            }
        }
    }
    Ok(())
}

/// Checks that every paper the database names lies in the folder, unchanged.
pub(super) async fn are_there(database: &Path, folder: &Path) -> Result<(), Failed> {
    let url = format!("sqlite://{}?mode=rw", database.display());
    let db = Db::connect(&DbOptions::new(url)).await?;
    let named = files::read::digests(db.reader()).await;
    db.close().await?;
    for name in named? {
        let paper = folder.join(&name);
        if !paper.exists() || digest(&paper)? != name {
            return Err(Failed::said(format!(
                "the paper {} is lost or was changed",
                paper.display()
            )));
        }
    }
    Ok(())
}

fn is_digest(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}
