//! One server process in its temporary folder.

use std::{
    fs, io,
    os::unix::{fs::DirBuilderExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::{
    programs::{self, Programs},
    random, remove,
};

/// Runs the server until the pipe on its own input closes, which happens when
/// the test process ends in any way; then stops it at once and tidies up.
const KEEPER: &str = r#"
folder=$1; shift
"$@" >"$folder/log" 2>&1 &
server=$!
cat >/dev/null
kill -QUIT "$server" 2>/dev/null
wait "$server"
rm -rf "$folder"
"#;

/// Fast and forgetful: what it holds is worth nothing after the test.
const SETTINGS: [&str; 15] = [
    "listen_addresses=",
    // Whatever PGPORT says: it is only the socket's name.
    "port=5432",
    "max_connections=300",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "min_wal_size=32MB",
    "max_wal_size=256MB",
    "shared_buffers=64MB",
    // In the server's own folder, so that it goes with it.
    "dynamic_shared_memory_type=mmap",
    "timezone=UTC",
    "lc_messages=C",
    "log_timezone=UTC",
];

/// A server, its folder, and the shell that ends both.
#[derive(Debug)]
pub(super) struct Server {
    keeper: Child,
    folder: PathBuf,
}

impl Server {
    /// Starts a server and waits until it takes connections.
    pub(super) fn start(programs: &Programs) -> io::Result<Self> {
        let folder = temporary_folder().join(format!("shinko-pg-{:016x}", random()));
        make_private(programs, &folder)?;
        let data = folder.join("data");
        copy_fresh_data(programs, &data).inspect_err(|_| remove(&folder))?;
        let mut command = programs.as_user("sh");
        command
            .args(["-c", KEEPER, "sh"])
            .arg(&folder)
            .arg(programs.path("postgres"))
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(&folder)
            .args(SETTINGS.iter().flat_map(|setting| ["-c", setting]))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // An interrupt typed at the tests must not end the keeper first.
            .process_group(0);
        let keeper = command.spawn().inspect_err(|_| remove(&folder))?;
        let server = Self { keeper, folder };
        server.wait_until_ready()?;
        Ok(server)
    }

    /// The folder of the server's data and socket.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The eighth line of `postmaster.pid` says when connections are taken.
    fn wait_until_ready(&self) -> io::Result<()> {
        let status = self.folder.join("data/postmaster.pid");
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(30) {
            let text = fs::read_to_string(&status).unwrap_or_default();
            if text
                .lines()
                .nth(7)
                .is_some_and(|line| line.trim() == "ready")
            {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(5));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(io::Error::other(format!("not ready after 30 s: {log}")))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // The keeper ends whatever happens; there is no one to tell.
        drop(self.keeper.wait());
    }
}

/// Copies a cluster just initialised, which takes a tenth of initialising one.
fn copy_fresh_data(programs: &Programs, data: &Path) -> io::Result<()> {
    let fresh = fresh_data(programs)?;
    let mut copy = programs.as_user("cp");
    copy.arg("-R").arg("-p").arg(fresh).arg(data);
    programs::output(copy).map(drop)
}

/// The data folder of a cluster just initialised, made once for each version
/// of the server and kept in the system's temporary folder.
fn fresh_data(programs: &Programs) -> io::Result<PathBuf> {
    let version = programs::output(version_of(programs))?.stdout;
    let version = String::from_utf8_lossy(&version);
    // "postgres (PostgreSQL) 17.5 (Debian …)"
    let version = version.split_whitespace().nth(2).unwrap_or("unknown");
    let user = programs.uid().unwrap_or_default();
    let kept = std::env::temp_dir().join(format!("shinko-initdb-{version}-{user}"));
    // Anyone may write to the temporary folder: use only what is our own.
    if programs.owns(&kept) {
        return Ok(kept.join("data"));
    }
    let draft = std::env::temp_dir().join(format!("shinko-initdb-{:016x}", random()));
    make_private(programs, &draft)?;
    let mut initdb = programs.command("initdb");
    initdb
        .args(["--no-sync", "--auth=trust", "--username=postgres"])
        .args(["--encoding=UTF8", "--locale=C.UTF-8", "--pgdata"])
        .arg(draft.join("data"));
    programs::output(initdb).inspect_err(|_| remove(&draft))?;
    match fs::rename(&draft, &kept) {
        Ok(()) => Ok(kept.join("data")),
        // Another process was quicker.
        Err(_) if programs.owns(&kept) => {
            remove(&draft);
            Ok(kept.join("data"))
        }
        Err(error) => Err(error),
    }
}

fn version_of(programs: &Programs) -> Command {
    let mut command = programs.command("postgres");
    command.arg("--version");
    command
}

/// Makes a folder that only the server's user may enter.
fn make_private(programs: &Programs, folder: &Path) -> io::Result<()> {
    fs::DirBuilder::new().mode(0o700).create(folder)?;
    programs.give(folder)
}

/// Memory where there is some, else the system's temporary folder.
fn temporary_folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        memory.to_owned()
    } else {
        std::env::temp_dir()
    }
}
