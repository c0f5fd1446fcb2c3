//! The data folder: what a node keeps outside the database.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io::{self, Write},
    path::{Path, PathBuf},
};

use kernel::{Fault, seal::Head};

use crate::Failed;

/// The data folder of a node.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// Holds the folder: several nodes may use it at once, a restore only alone.
#[derive(Debug)]
pub struct Held {
    // Held for its lock, which ends with it.
    _lock: File,
}

impl Folder {
    /// The folder at this path; made, for its owner only, when it is not there.
    pub fn open(path: &Path) -> Result<Self, Failed> {
        make(path)?;
        Ok(Self(path.to_owned()))
    }

    /// Where letters are written in a demonstration.
    pub fn letters(&self) -> PathBuf {
        self.0.join("letters")
    }

    /// Where the heads of the event chain are kept, one line each, outside the database.
    pub fn heads(&self) -> PathBuf {
        self.0.join("heads.jsonl")
    }

    /// After a restore: the heads of what came after the backup are set aside, for whoever wants
    /// to know what was lost, and those kept begin with the backup's own.
    pub fn begin_heads_anew(&self, head: Option<&Head>) -> Result<(), Failed> {
        let heads = self.heads();
        if heads.exists() {
            let aside = (1..=u16::MAX)
                .map(|number| self.0.join(format!("heads.before-restore-{number}.jsonl")))
                .find(|path| !path.exists())
                .unwrap_or_default();
            fs::rename(&heads, &aside)
                .map_err(|source| Failed::io("setting the old heads aside", &aside, source))?;
        }
        head.map_or(Ok(()), |head| Ok(keep_head(&heads, head)?))
    }

    /// Uses the folder beside other nodes.
    pub fn share(&self) -> Result<Held, Failed> {
        self.hold(File::try_lock_shared)
    }

    /// Uses the folder alone.
    pub fn take(&self) -> Result<Held, Failed> {
        self.hold(File::try_lock)
    }

    fn hold(&self, lock: impl Fn(&File) -> Result<(), TryLockError>) -> Result<Held, Failed> {
        let path = self.0.join("lock");
        let failed = |source| Failed::io("locking the data folder", &path, source);
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .map_err(failed)?;
        match lock(&file) {
            Ok(()) => Ok(Held { _lock: file }),
            Err(TryLockError::WouldBlock) => Err(Failed::InUse(self.0.display().to_string())),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }
}

/// Makes a folder, for its owner only, when it is not there.
pub fn make(path: &Path) -> Result<(), Failed> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .map_err(|source| Failed::io("making the folder", path, source))
}

/// Adds a head to those kept, and makes sure that it stays.
pub fn keep_head(path: &Path, head: &Head) -> Result<(), Fault> {
    let failed = |error: io::Error| Fault::broken("keeping the head of the event chain", error);
    let line = serde_json::to_string(head)
        .map_err(|error| Fault::broken("writing the head of the event chain", error))?;
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .map_err(failed)?;
    writeln!(file, "{line}").map_err(failed)?;
    file.sync_data().map_err(failed)
}

/// The heads kept in a file: `heads.jsonl`, or the `.head.json` of a backup.
pub fn heads(path: &Path) -> Result<Vec<Head>, Failed> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(Failed::io("reading heads", path, source)),
    };
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let mut heads = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        match serde_json::from_str(line) {
            Ok(head) => heads.push(head),
            // A crash may have cut the last line short.
            Err(_) if number + 1 == lines.len() && !text.ends_with('\n') => {}
            Err(source) => return Err(Failed::io("reading heads", path, source.into())),
        }
    }
    Ok(heads)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> Folder {
        Folder::open(&testkit::folder::fresh(name)).unwrap()
    }

    #[test]
    fn heads_are_kept_and_a_line_cut_short_is_passed_over() {
        let path = folder("heads").heads();
        assert_eq!(heads(&path).unwrap(), []);
        let head = |number| Head {
            number,
            hash: "ab".into(),
        };
        keep_head(&path, &head(1)).unwrap();
        keep_head(&path, &head(2)).unwrap();
        assert_eq!(heads(&path).unwrap(), [head(1), head(2)]);
        let mut file = OpenOptions::new().append(true).open(&path).unwrap();
        write!(file, "{{\"number\": 3, \"ha").unwrap();
        assert_eq!(heads(&path).unwrap(), [head(1), head(2)]);
        writeln!(file, "\n{{}}").unwrap();
        assert!(heads(&path).is_err());
    }

    #[test]
    fn nodes_share_the_folder_and_a_restore_takes_it_alone() {
        let folder = folder("lock");
        let first = folder.share().unwrap();
        let second = folder.share().unwrap();
        assert!(matches!(folder.take(), Err(Failed::InUse(_))));
        drop((first, second));
        let alone = folder.take().unwrap();
        assert!(matches!(folder.share(), Err(Failed::InUse(_))));
        drop(alone);
    }
}
