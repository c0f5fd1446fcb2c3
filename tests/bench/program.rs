//! The real program: how large it grows under load, how soon it answers, what a first visit costs.

use std::{
    fs,
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use testkit::{database::Engine, folder};

use crate::{
    CLIENTS,
    centre::Centre,
    load::{self, Line, Question, median},
    served::{booking, day_page},
    told::Told,
};

/// How long it is under load, reading and then writing.
const LOAD: Duration = Duration::from_secs(8);

/// How often it is started.
const STARTS: usize = 7;

/// Measures the program `shinko` that lies beside this one.
pub(crate) fn measure(engine: Engine, centre: &Centre, told: &mut Told) {
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let shinko = Shinko::start(centre);
        starts.push(shinko.answered.as_secs_f64());
    }
    told.at_most(
        &format!("{engine:?}: start to first answer"),
        median(starts.into_iter()),
        0.3,
        "s",
    );
    let shinko = Shinko::start(centre);
    let to = shinko.address;
    if engine == Engine::Sqlite {
        told.at_most("First visit, compressed", first_visit(to), 100.0, "KB");
    }
    for clients in CLIENTS {
        let reading = Question {
            to,
            next: Box::new(|client| day_page(centre, to, client)),
            expected: 200,
        };
        let writing = Question {
            to,
            next: Box::new(|client| booking(centre, to, client)),
            expected: 303,
        };
        load::run(&reading, clients, LOAD);
        load::run(&writing, clients, LOAD);
    }
    told.at_most(
        &format!("{engine:?}: peak resident memory"),
        shinko.peak(),
        80.0,
        "MB",
    );
}

/// A running program; it is ended when it is dropped.
struct Shinko {
    child: Child,
    address: SocketAddr,
    answered: Duration,
}

impl Shinko {
    /// Starts it and waits for its first answer.
    fn start(centre: &Centre) -> Self {
        let address = free_address();
        let folder = folder::fresh("program");
        let config = folder.join("config.toml");
        fs::write(&config, format!("public_url = \"http://{address}\"\n")).unwrap();
        let program = std::env::current_exe().unwrap().with_file_name("shinko");
        let started = Instant::now();
        let child = Command::new(program)
            .arg("serve")
            .args(["--listen", &address.to_string()])
            .args(["--database-url", &centre.url])
            .args([Path::new("--config"), &config, Path::new("--data"), &folder])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut shinko = Self {
            child,
            address,
            answered: Duration::ZERO,
        };
        let mut line = loop {
            match Line::try_to(address) {
                Ok(line) => break line,
                Err(_) => std::thread::sleep(Duration::from_millis(1)),
            }
            assert!(
                started.elapsed() < Duration::from_secs(20),
                "does not start"
            );
        };
        assert_eq!(line.ask(&visit(address, "/")).status, 200);
        shinko.answered = started.elapsed();
        shinko
    }

    /// The most memory it ever had, in megabytes.
    fn peak(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let peak = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))
            .unwrap();
        let kilobytes: f64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
        kilobytes / 1_024.0
    }
}

impl Drop for Shinko {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// The home page with its style and script, as they travel; in kilobytes of 1,024 bytes.
fn first_visit(to: SocketAddr) -> f64 {
    let mut line = Line::to(to);
    let plain = line.ask(&visit(to, "/")).body;
    let text = String::from_utf8(plain).unwrap();
    let linked = ["<link rel=\"stylesheet\" href=\"", "<script src=\""].map(|before| {
        let (_, after) = text.split_once(before).unwrap();
        after.split_once('"').unwrap().0.to_owned()
    });
    let bytes: usize = ["/".to_owned()]
        .iter()
        .chain(&linked)
        .map(|path| line.ask(&compressed(to, path)).body.len())
        .sum();
    bytes as f64 / 1_024.0
}

fn visit(to: SocketAddr, path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: {to}\r\n\r\n").into_bytes()
}

fn compressed(to: SocketAddr, path: &str) -> Vec<u8> {
    let accept = "Accept-Encoding: gzip, deflate, br, zstd";
    format!("GET {path} HTTP/1.1\r\nHost: {to}\r\n{accept}\r\n\r\n").into_bytes()
}

fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap()
}
