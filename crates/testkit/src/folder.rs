//! Temporary folders that go when the test process ends, however it ends.

use std::{
    fs, io,
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use crate::postgres::random;

/// Removes the folder when the pipe on its own input closes.
const KEEPER: &str = r#"cat >/dev/null; rm -rf "$1""#;

/// The folder of this process, and the shell that removes it.
struct Root {
    path: PathBuf,
    // Held for its pipe.
    _keeper: Child,
}

/// A new, empty folder, in a place that no earlier test process ever used.
///
/// # Panics
///
/// When the system's temporary folder cannot be written to.
pub fn fresh(name: &str) -> PathBuf {
    try_fresh(name).unwrap_or_else(|error| panic!("a folder for tests: {error}"))
}

fn try_fresh(name: &str) -> io::Result<PathBuf> {
    static ROOT: OnceLock<io::Result<Root>> = OnceLock::new();
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let root = match ROOT.get_or_init(Root::make) {
        Ok(root) => root,
        Err(error) => return Err(error.kind().into()),
    };
    let folder = root.path.join(format!("{name}-{number}"));
    fs::create_dir(&folder)?;
    Ok(folder)
}

impl Root {
    fn make() -> io::Result<Self> {
        let path = std::env::temp_dir().join(format!("shinko-test-{:016x}", random()));
        fs::create_dir(&path)?;
        let keeper = Command::new("sh")
            .args(["-c", KEEPER, "sh"])
            .arg(&path)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // An interrupt typed at the tests must not end the keeper first.
            .process_group(0)
            .spawn()?;
        Ok(Self {
            path,
            _keeper: keeper,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_folders_of_one_name_are_two() {
        let (one, other) = (fresh("letters"), fresh("letters"));
        assert_ne!(one, other);
        assert_eq!(fs::read_dir(one).unwrap().count(), 0);
    }
}
