//! Where `PostgreSQL`'s programs are, and as whom they run.

use std::{
    fs, io,
    os::unix::{fs::MetadataExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// `PostgreSQL`'s programs of one version.
#[derive(Debug)]
pub(super) struct Programs {
    folder: PathBuf,
    /// The user they run as, where tests run as root: the server refuses root.
    user: Option<(u32, u32)>,
}

impl Programs {
    /// Finds the newest server of Debian's, else the one on the PATH.
    pub(super) fn find() -> io::Result<Self> {
        let folder = debian().or_else(on_path).ok_or_else(|| {
            io::Error::new(
                io::ErrorKind::NotFound,
                "no server found: install PostgreSQL (bin/test does)",
            )
        })?;
        let user = match own_uid() {
            Some(0) => Some(postgres_user()?),
            _ => None,
        };
        Ok(Self { folder, user })
    }

    /// A command that runs one of the programs, as the right user.
    pub(super) fn command(&self, program: &str) -> Command {
        self.as_user(self.path(program))
    }

    /// Any command as the user `PostgreSQL`'s programs run as, in a folder that
    /// user may enter.
    pub(super) fn as_user(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/").env("LC_ALL", "C.UTF-8");
        if let Some((uid, gid)) = self.user {
            command.uid(uid).gid(gid);
        }
        command
    }

    /// Where one of the programs lies.
    pub(super) fn path(&self, program: &str) -> PathBuf {
        self.folder.join(program)
    }

    /// Gives a folder just made to the user the programs run as.
    pub(super) fn give(&self, folder: &Path) -> io::Result<()> {
        match self.user {
            Some((uid, gid)) => std::os::unix::fs::chown(folder, Some(uid), Some(gid)),
            None => Ok(()),
        }
    }

    /// The user the programs run as.
    pub(super) fn uid(&self) -> Option<u32> {
        self.user.map(|(uid, _)| uid).or_else(own_uid)
    }

    /// Whether a file is there and belongs to that user.
    pub(super) fn owns(&self, file: &Path) -> bool {
        fs::symlink_metadata(file).is_ok_and(|file| Some(file.uid()) == self.uid())
    }
}

/// Runs a command to its end; a failure carries what it said.
pub(super) fn output(mut command: Command) -> io::Result<Output> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(output);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let program = command.get_program().to_string_lossy();
    Err(io::Error::other(format!("{program}: {}", said.trim())))
}

/// The user this process runs as, on a system that has `/proc`.
fn own_uid() -> Option<u32> {
    fs::metadata("/proc/self").ok().map(|own| own.uid())
}

/// User and group of `postgres`, whom the server's package made.
fn postgres_user() -> io::Result<(u32, u32)> {
    let users = fs::read_to_string("/etc/passwd")?;
    users
        .lines()
        .filter_map(|line| line.strip_prefix("postgres:"))
        .find_map(|line| {
            let mut fields = line.split(':').skip(1);
            Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
        })
        .ok_or_else(|| io::Error::other("the server refuses root, and there is no user postgres"))
}

/// Debian's folder of the newest version installed.
fn debian() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            let folder = entry.path().join("bin");
            has_server(&folder).then_some((version, folder))
        })
        .max()
        .map(|(_, folder)| folder)
}

/// The folder on the PATH that holds the server.
fn on_path() -> Option<PathBuf> {
    #[allow(
        clippy::disallowed_methods,
        reason = "where programs are is no setting"
    )]
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find(|folder| has_server(folder))
}

fn has_server(folder: &Path) -> bool {
    ["initdb", "postgres", "createdb", "dropdb", "psql"]
        .iter()
        .all(|program| folder.join(program).is_file())
}
