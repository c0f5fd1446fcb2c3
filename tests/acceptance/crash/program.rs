//! The real program on a centre of its own: commands, serving, and `kill -9`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use kernel::{Db, DbOptions};

use crate::acts::until;

/// The real program.
fn binary() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let path = here.parent().and_then(Path::parent).unwrap().join("shinko");
    let missing = "is not there: run `cargo build` first, as bin/test does";
    assert!(path.exists(), "{} {missing}", path.display());
    path
}

/// A centre on disk that the program is started on, again and again.
pub(super) struct Centre {
    pub(super) data: PathBuf,
    /// Empty for SQLite in the data folder.
    pub(super) database_url: String,
}

impl Centre {
    /// The options that name it.
    fn options(&self) -> Vec<String> {
        let mut options = vec!["--data".to_owned(), self.data.display().to_string()];
        if !self.database_url.is_empty() {
            options.extend(["--database-url".to_owned(), self.database_url.clone()]);
        }
        options
    }

    /// Runs one command to its end; what it says.
    pub(super) fn command(&self, arguments: &[&str]) -> String {
        let output = Command::new(binary())
            .args(arguments)
            .args(self.options())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said} {error}");
        said
    }

    pub(super) async fn db(&self) -> Db {
        let file = format!("sqlite://{}?mode=rw", self.data.join("shinko.db").display());
        let url = match self.database_url.as_str() {
            "" => file,
            url => url.to_owned(),
        };
        Db::connect(&DbOptions::new(url)).await.unwrap()
    }
}

/// The program, serving.
pub(super) struct Running {
    child: Child,
    pub(super) base: String,
}

impl Running {
    /// Starts it and waits until it is ready.
    pub(super) async fn start(centre: &Centre) -> Self {
        let port = {
            let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
            free.local_addr().unwrap().port()
        };
        let listen = format!("127.0.0.1:{port}");
        let log = centre.data.join(format!("{port}.log"));
        let mut running = Self {
            child: Command::new(binary())
                .args(["serve", "--listen", &listen])
                .args(centre.options())
                .stdout(Stdio::null())
                .stderr(fs::File::create(log).unwrap())
                .spawn()
                .unwrap(),
            base: format!("http://{listen}"),
        };
        let readyz = format!("{}/readyz", running.base);
        until(
            "the program is ready",
            Duration::from_secs(20),
            async || {
                assert_eq!(running.child.try_wait().unwrap(), None, "it ended");
                let answer = reqwest::get(&readyz).await;
                answer.is_ok_and(|answer| answer.status() == 200)
            },
        )
        .await;
        running
    }

    /// As `kill -9` does: it gets no chance to tidy up.
    pub(super) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}
