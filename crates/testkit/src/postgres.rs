//! A throw-away `PostgreSQL` cluster for tests.
//!
//! [`Cluster::shared`] starts a server of its own in a temporary folder, on a
//! unix socket only, without fsync. It stops and its folder goes when the test
//! process ends, however it ends. Where `SHINKO_TEST_PG` names the socket
//! folder of a running cluster, that one is used by all test processes of a
//! run and left running: `testkit`'s program `with-postgres` makes one.

mod programs;
mod server;

use std::{
    ffi::OsStr,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::Output,
    sync::OnceLock,
};

use programs::Programs;
use server::Server;

/// The variable that names the socket folder of a cluster already running.
pub const SOCKET_FOLDER: &str = "SHINKO_TEST_PG";

/// A running `PostgreSQL` server for tests, trusting everyone who may enter
/// its socket folder.
#[derive(Debug)]
pub struct Cluster {
    programs: Programs,
    socket: PathBuf,
    // Held for its pipe: closing it stops the server.
    _server: Option<Server>,
}

impl Cluster {
    /// The cluster of this test process, started at first use; the one named
    /// by `SHINKO_TEST_PG` where that is set.
    ///
    /// # Panics
    ///
    /// When the server is not installed or does not start: no test that asks
    /// for it can go on.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Cluster> = OnceLock::new();
        SHARED.get_or_init(|| {
            Self::find_or_start().unwrap_or_else(|error| panic!("PostgreSQL for tests: {error}"))
        })
    }

    /// Starts a cluster of its own, which stops when the value is dropped.
    pub fn start() -> io::Result<Self> {
        let programs = Programs::find()?;
        let server = Server::start(&programs)?;
        Ok(Self {
            socket: server.folder().to_owned(),
            programs,
            _server: Some(server),
        })
    }

    /// The folder of the server's socket, for `SHINKO_TEST_PG` and for
    /// `PostgreSQL`'s own programs (`psql -h`).
    pub fn socket_folder(&self) -> &Path {
        &self.socket
    }

    /// Makes a database, empty or a copy of `template`, and returns its URL.
    ///
    /// Nobody may be connected to the template meanwhile. Databases take
    /// memory until the cluster stops: [`Cluster::drop_database`] frees it.
    pub fn create_database(&self, template: Option<&str>) -> io::Result<String> {
        let name = format!("test_{:016x}", random());
        self.create_named(&name, template.unwrap_or("template0"))?;
        Ok(self.url(&name))
    }

    /// Makes the database `name` once for all test processes of the cluster,
    /// to be the template of others, and returns its URL.
    ///
    /// The first caller runs `fill` on an empty database; others wait for it.
    /// A `fill` that fails, or is killed half-way, leaves no template behind,
    /// and the next caller begins anew. `fill` closes its connections before
    /// it returns. Put a digest of what fills it into the name where the
    /// cluster outlives a build.
    pub async fn ensure_template<E>(
        &self,
        name: &str,
        fill: impl AsyncFnOnce(String) -> Result<(), E>,
    ) -> Result<String, E>
    where
        E: From<io::Error>,
    {
        let _turn = self.turn(name).await?;
        if !self.exists(name)? {
            let draft = format!("{name}_draft");
            self.drop_named(&draft)?;
            self.create_named(&draft, "template0")?;
            fill(self.url(&draft)).await?;
            self.create_named(name, &draft)?;
            self.drop_named(&draft)?;
        }
        Ok(self.url(name))
    }

    /// Drops a database by its URL, closing the connections still open to it;
    /// nothing happens when it is gone already.
    pub fn drop_database(&self, url: &str) -> io::Result<()> {
        let name = url
            .split_once('?')
            .and_then(|(address, _)| address.rsplit_once('/'))
            .map(|(_, name)| name)
            .ok_or_else(|| io::Error::other(format!("no database in {url}")))?;
        self.drop_named(name)
    }

    /// The URL of a database, as sqlx and `SeaORM` read it.
    pub fn url(&self, name: &str) -> String {
        format!(
            "postgres://postgres@localhost:5432/{name}?host={}",
            self.socket.display()
        )
    }

    fn find_or_start() -> io::Result<Self> {
        #[allow(clippy::disallowed_methods, reason = "tests have no settings file")]
        match std::env::var_os(SOCKET_FOLDER) {
            None => Self::start(),
            Some(socket) => Ok(Self {
                programs: Programs::find()?,
                socket: socket.into(),
                _server: None,
            }),
        }
    }

    /// Waits until no other thread or process is filling this template.
    async fn turn(&self, name: &str) -> io::Result<File> {
        let path = self.socket.join(format!("{name}.lock"));
        tokio::task::spawn_blocking(move || {
            let file = File::create(path)?;
            file.lock()?;
            Ok(file)
        })
        .await
        .map_err(io::Error::other)?
    }

    fn exists(&self, name: &str) -> io::Result<bool> {
        let question = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
        let answer = self.run("psql", &["-XAtc", &question, "postgres"])?;
        Ok(!answer.stdout.is_empty())
    }

    fn create_named(&self, name: &str, template: &str) -> io::Result<()> {
        self.run("createdb", &["--template", template, name])
            .map(drop)
    }

    fn drop_named(&self, name: &str) -> io::Result<()> {
        self.run("dropdb", &["--if-exists", "--force", name])
            .map(drop)
    }

    fn run(&self, program: &str, arguments: &[&str]) -> io::Result<Output> {
        let mut command = self.programs.command(program);
        command
            .args(["-h".as_ref(), self.socket.as_os_str()])
            .args(["-p", "5432", "-U", "postgres"])
            .args(arguments.iter().map(OsStr::new));
        programs::output(command)
    }
}

/// A number nobody else drew.
pub(crate) fn random() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(std::process::id())
}

/// Removes a folder and all in it, if it is there.
fn remove(folder: &Path) {
    // A folder that stays is untidy, but no reason to fail a test.
    drop(fs::remove_dir_all(folder));
}

#[cfg(test)]
mod tests;
