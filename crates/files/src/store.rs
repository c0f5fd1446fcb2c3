//! The folder of papers: shared by all nodes, each paper under its digest.

use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use kernel::{Fault, Instant, Secret};
use sha2::{Digest, Sha256};
use tokio::{
    fs::{self, File, OpenOptions},
    io::AsyncWriteExt,
};

use crate::{
    Refused,
    entity::paper::Kind,
    rules::{self, HEAD},
};

/// How the name of a paper that is still being written begins.
const INCOMING: &str = "incoming-";

/// The folder of papers, and how large a paper may be.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
    most: u64,
}

/// A paper whose content lies in the folder, and which no row names yet.
#[derive(Clone, Debug)]
pub struct Handed {
    pub(crate) digest: String,
    pub(crate) name: String,
    /// What it is, told by its content.
    pub kind: Kind,
    pub(crate) size: i64,
}

impl Handed {
    /// How its owner named it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its size in thousands of bytes, at least one.
    pub fn kilobytes(&self) -> i64 {
        (self.size / 1000).max(1)
    }
}

impl Store {
    /// The folder at this path, which is there; papers of so many bytes at most.
    pub const fn new(folder: PathBuf, most: u64) -> Self {
        Self { folder, most }
    }

    /// So many bytes at most.
    pub const fn most(&self) -> u64 {
        self.most
    }

    /// Takes a paper whole: demonstration data. People's papers come in by [`crate::Form`].
    pub async fn take(&self, name: &str, content: &[u8], now: Instant) -> Result<Handed, Fault> {
        let mut draft = self.draft(now).await?;
        draft.write(content).await?;
        match draft.finish(name).await? {
            Ok(handed) => Ok(handed),
            Err(refused) => Err(Fault::broken("taking a paper", refused)),
        }
    }

    /// Begins a paper.
    pub(crate) async fn draft(&self, now: Instant) -> Result<Draft<'_>, Fault> {
        let path = self
            .folder
            .join(format!("{INCOMING}{}", Secret::random().reveal()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        options.mode(0o600);
        let file = options
            .open(&path)
            .await
            .map_err(broken("beginning a paper"))?;
        Ok(Draft {
            store: self,
            path: Temporary(path),
            file,
            hash: Sha256::new(),
            head: Vec::new(),
            size: 0,
            now,
        })
    }

    /// The content of a paper.
    pub(crate) async fn content(&self, digest: &str) -> Result<Vec<u8>, Fault> {
        fs::read(self.path(digest))
            .await
            .map_err(broken("reading a paper"))
    }

    /// Where the paper of this digest lies.
    pub fn path(&self, digest: &str) -> PathBuf {
        self.folder.join(digest)
    }

    /// Everything in the folder, with when it came; for sweeping and for backups.
    pub async fn names(&self) -> Result<Vec<(String, Instant)>, Fault> {
        let failed = broken("listing papers");
        let mut names = Vec::new();
        let mut entries = fs::read_dir(&self.folder).await.map_err(&failed)?;
        while let Some(entry) = entries.next_entry().await.map_err(&failed)? {
            // Another node may have removed it in the meantime.
            let Ok(about) = entry.metadata().await else {
                continue;
            };
            if let (true, Ok(name)) = (about.is_file(), entry.file_name().into_string()) {
                names.push((name, came(about.modified().map_err(&failed)?)));
            }
        }
        Ok(names)
    }

    /// Removes a paper that nobody names and that came before `limit`; `false` when it is not so
    /// any more: the same paper may just have been handed in again.
    pub(crate) async fn discard(&self, name: &str, limit: Instant) -> Result<bool, Fault> {
        let failed = broken("removing a paper");
        let (path, aside) = (
            self.folder.join(name),
            self.folder
                .join(format!("{INCOMING}{}", Secret::random().reveal())),
        );
        match fs::rename(&path, &aside).await {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            done => done.map_err(&failed)?,
        }
        let about = fs::metadata(&aside).await.map_err(&failed)?;
        if came(about.modified().map_err(&failed)?) >= limit {
            fs::rename(&aside, &path).await.map_err(&failed)?;
            return Ok(false);
        }
        fs::remove_file(&aside).await.map_err(&failed)?;
        Ok(true)
    }
}

/// A paper that is being written. Left unfinished, it is gone.
pub(crate) struct Draft<'s> {
    store: &'s Store,
    path: Temporary,
    file: File,
    hash: Sha256,
    head: Vec<u8>,
    size: u64,
    now: Instant,
}

impl Draft<'_> {
    /// Writes on; what goes beyond the limit is only counted.
    pub(crate) async fn write(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.size += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if self.size > self.store.most {
            return Ok(());
        }
        let wanted = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..wanted]);
        self.hash.update(bytes);
        self.file
            .write_all(bytes)
            .await
            .map_err(broken("writing a paper"))
    }

    /// Whether nothing was written.
    pub(crate) const fn is_empty(&self) -> bool {
        self.size == 0
    }

    /// Gives the paper its name in the folder, so that it stays, even after a crash.
    pub(crate) async fn finish(mut self, typed: &str) -> Result<Result<Handed, Refused>, Fault> {
        let name = rules::name(typed);
        if self.size == 0 {
            return Ok(Err(Refused::Empty { name }));
        }
        if self.size > self.store.most {
            let megabytes = self.store.most / 1_000_000;
            return Ok(Err(Refused::TooLarge { name, megabytes }));
        }
        let Some(kind) = rules::kind_of(&self.head) else {
            return Ok(Err(Refused::Unknown { name }));
        };
        if !rules::agrees(&name, kind) {
            return Ok(Err(Refused::NotItsName { name }));
        }
        let failed = broken("settling a paper");
        let digest = format!("{:x}", self.hash.finalize());
        self.file.flush().await.map_err(&failed)?;
        let file = self.file.into_std().await;
        // Its age is told by our clock, like everything else.
        file.set_modified(shown(self.now)).map_err(&failed)?;
        File::from_std(file).sync_all().await.map_err(&failed)?;
        fs::rename(&self.path.0, self.store.path(&digest))
            .await
            .map_err(&failed)?;
        synced(&self.store.folder).await.map_err(&failed)?;
        Ok(Ok(Handed {
            digest,
            name,
            kind,
            size: i64::try_from(self.size).unwrap_or(i64::MAX),
        }))
    }
}

/// A file that is removed when nobody needs it any more; one that was renamed is not there.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        match std::fs::remove_file(&self.0) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                tracing::warn!(%error, "a paper that was not taken stays until it is swept");
            }
            _ => {}
        }
    }
}

/// A new name in a folder is there after a crash only when the folder was synced too.
async fn synced(folder: &Path) -> io::Result<()> {
    File::open(folder).await?.sync_all().await
}

fn came(at: SystemTime) -> Instant {
    let since = at
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    Instant::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

fn shown(at: Instant) -> SystemTime {
    let micros = u64::try_from(at.micros()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_micros(micros)
}

fn broken(what: &'static str) -> impl Fn(io::Error) -> Fault {
    move |error| Fault::broken(what, error)
}

#[cfg(test)]
mod tests;
