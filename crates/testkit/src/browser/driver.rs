//! The driver process that opens browsers for this test process.

use std::{
    env,
    io::{self, BufRead, BufReader, Read},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    thread,
};

/// Runs the driver until the pipe on its own input closes, which happens when
/// the test process ends in any way; then ends it and its browsers, and
/// removes the temporary folder they wrote to.
const KEEPER: &str = r#"
TMPDIR=$(mktemp -d) || exit
export TMPDIR
"$@" &
driver=$!
cat >/dev/null
kill "$driver" 2>/dev/null
wait "$driver"
# Browsers end when they miss the driver, and write until then.
for wait in 0 0.1 0.2 0.4 0.8 1.6; do
  sleep "$wait"
  rm -rf "$TMPDIR" 2>/dev/null
done
"#;

/// Browsers that a package keeps in its own folder. The scripts on the PATH
/// leave browsers behind.
const BROWSERS: [&str; 5] = [
    "/usr/lib/chromium/chromium-headless-shell",
    "/usr/lib/chromium/chromium",
    "/usr/lib/chromium-browser/chromium-browser",
    "/opt/google/chrome/chrome",
    "/snap/chromium/current/usr/lib/chromium-browser/chrome",
];

/// The address of the driver, started at first use. It ends with this process.
pub(super) async fn shared() -> io::Result<String> {
    static SHARED: OnceLock<Result<(Child, u16), String>> = OnceLock::new();
    let started = tokio::task::spawn_blocking(|| {
        SHARED.get_or_init(|| start().map_err(|error| format!("chromedriver: {error}")))
    });
    match started.await.map_err(io::Error::other)? {
        Ok((_, port)) => Ok(format!("http://127.0.0.1:{port}")),
        Err(error) => Err(io::Error::other(error.as_str())),
    }
}

/// The browser itself.
pub(super) fn browser() -> io::Result<PathBuf> {
    BROWSERS
        .iter()
        .map(PathBuf::from)
        .find(|path| path.is_file())
        .or_else(|| on_path("chromium-headless-shell"))
        .or_else(|| on_path("chromium"))
        .ok_or_else(|| missing("no Chromium found: install chromium (bin/test does)"))
}

fn start() -> io::Result<(Child, u16)> {
    let program = on_path("chromedriver")
        .ok_or_else(|| missing("not found: install chromium-driver (bin/test does)"))?;
    let mut keeper = Command::new("sh")
        .args(["-c", KEEPER, "sh"])
        .arg(program)
        .arg("--port=0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        // An interrupt typed at the tests must not end the keeper first.
        .process_group(0)
        .spawn()?;
    let output = keeper.stdout.take().ok_or_else(|| missing("no output"))?;
    let port = read_port(output)?;
    Ok((keeper, port))
}

/// Reads "… was started successfully on port 12345.", then goes on
/// reading so that the driver never waits for us.
fn read_port(output: impl Read + Send + 'static) -> io::Result<u16> {
    let mut output = BufReader::new(output);
    let mut said = String::new();
    let port = loop {
        let mut line = String::new();
        if output.read_line(&mut line)? == 0 {
            return Err(io::Error::other(format!("ended: {said}")));
        }
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            break port.trim().trim_end_matches('.').parse();
        }
        said.push_str(&line);
    };
    thread::spawn(move || io::copy(&mut output, &mut io::sink()));
    port.map_err(io::Error::other)
}

fn on_path(program: &str) -> Option<PathBuf> {
    #[allow(
        clippy::disallowed_methods,
        reason = "where programs are is no setting"
    )]
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|path| Path::is_file(path))
}

fn missing(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, what)
}
