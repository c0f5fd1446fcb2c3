//! What the people who run the centre decide once: addresses, folders, mail. Read once at start.
//!
//! `config/default.toml` names every setting and is compiled in; a file, the environment and
//! flags change it, in this order. What the centre itself decides (hours, fees) is data, not here.

mod layers;
mod wrong;

use std::{
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
    time::Duration,
};

use axum::http::Uri;
use kernel::DbOptions;

use layers::Layers;
pub use wrong::Wrong;

/// The settings of one node.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where it listens.
    pub listen: SocketAddr,
    /// The address people use, without a slash at the end.
    pub public_url: String,
    /// The folder for everything it keeps outside a `PostgreSQL` database.
    pub data: PathBuf,
    /// `sqlite:…` or `postgres:…`.
    pub database_url: String,
    /// Whose word about a client's address is believed.
    pub proxies: Vec<IpAddr>,
    /// Who may read the metrics.
    pub metrics_from: Vec<IpAddr>,
    /// How the log is written.
    pub log: Log,
    /// After how long a request is given up.
    pub request_limit: Duration,
    /// Templates that are read from a folder instead of the program.
    pub templates_dir: Option<PathBuf>,
    /// How letters leave the house.
    pub mail: Mail,
    /// Papers that people hand in.
    pub papers: Papers,
}

/// How the log is written.
#[derive(Clone, Debug)]
pub struct Log {
    /// JSON for machines, or text for people.
    pub json: bool,
    /// `info`, and so on.
    pub level: String,
}

/// How letters leave the house.
#[derive(Clone, Debug)]
pub struct Mail {
    /// `smtp`, or else files.
    pub smtp: bool,
    /// Whom they come from.
    pub from: String,
    /// The mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// `none`, `starttls` or `tls`.
    pub security: String,
    /// Who signs in there; empty for nobody.
    pub user: String,
    /// The password there.
    pub password: String,
    /// The authority of the mail server's certificate, if it is not one the machine knows.
    pub root_certificate: Option<PathBuf>,
}

/// Papers that people hand in.
#[derive(Clone, Debug)]
pub struct Papers {
    /// The folder in which they are kept; all nodes share it.
    pub folder: PathBuf,
    /// So many bytes at most in one of them.
    pub most: u64,
}

/// What was given on the command line: settings by their names.
pub type Flags = Vec<(&'static str, String)>;

impl Settings {
    /// Reads the settings from a file, if one is named, this process's environment, and flags.
    pub fn read(file: Option<&Path>, flags: &Flags) -> Result<Self, Wrong> {
        Self::from(file, &environment(), flags)
    }

    /// The same with another environment.
    pub fn from(
        file: Option<&Path>,
        environment: &[(String, String)],
        flags: &Flags,
    ) -> Result<Self, Wrong> {
        let named = environment.iter().find(|(name, _)| name == "SHINKO_CONFIG");
        let file = file.or_else(|| named.map(|(_, path)| Path::new(path)));
        let mut layers = Layers::default();
        if let Some(file) = file {
            layers.file(file)?;
        }
        layers.environment(environment)?;
        layers.flags(flags)?;
        Self::checked(&layers)
    }

    fn checked(layers: &Layers) -> Result<Self, Wrong> {
        let data = PathBuf::from(layers.text("data"));
        let database_url = match layers.text("database_url") {
            "" => format!("sqlite://{}?mode=rwc", data.join("shinko.db").display()),
            url => database(url)?,
        };
        Ok(Self {
            listen: parsed(layers, "listen", "an address and a port: 127.0.0.1:3000")?,
            public_url: public_url(layers.text("public_url"))?,
            data,
            database_url,
            proxies: addresses(layers, "proxies")?,
            metrics_from: addresses(layers, "metrics_from")?,
            log: Log {
                json: one_of(layers, "log", &["text", "json"], "\"text\" or \"json\"")? == "json",
                level: one_of(layers, "log_level", LEVELS, "error, warn, info or debug")?,
            },
            request_limit: Duration::from_secs(layers.number(
                "request_seconds",
                1..=600,
                "1 to 600 seconds",
            )?),
            templates_dir: path(layers.text("templates_dir")),
            mail: Mail::checked(layers)?,
            papers: Papers::checked(layers)?,
        })
    }

    /// Whether people reach the centre over TLS.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https:")
    }

    /// How to reach the database.
    pub fn database(&self) -> DbOptions {
        DbOptions::new(&self.database_url)
    }

    /// The file of an SQLite database.
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        let path = self.database_url.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        Some(path.split('?').next().unwrap_or(path).into())
    }
}

const LEVELS: &[&str] = &["error", "warn", "info", "debug"];

impl Mail {
    fn checked(layers: &Layers) -> Result<Self, Wrong> {
        let securities = &["starttls", "tls", "none"];
        let port = layers.number("mail.port", 1..=65_535, "a port from 1 to 65535")?;
        let transport = one_of(
            layers,
            "mail.transport",
            &["smtp", "files"],
            "smtp or files",
        )?;
        Ok(Self {
            smtp: transport == "smtp",
            from: layers.text("mail.from").to_owned(),
            host: layers.text("mail.host").to_owned(),
            port: u16::try_from(port).unwrap_or(587),
            security: one_of(layers, "mail.security", securities, "starttls, tls or none")?,
            user: layers.text("mail.user").to_owned(),
            password: layers.text("mail.password").to_owned(),
            root_certificate: path(layers.text("mail.root_certificate")),
        })
    }
}

impl Papers {
    fn checked(layers: &Layers) -> Result<Self, Wrong> {
        let megabytes = layers.number("papers.largest_mb", 1..=100, "1 to 100 megabytes")?;
        let own = path(layers.text("papers.folder"));
        Ok(Self {
            folder: own.unwrap_or_else(|| PathBuf::from(layers.text("data")).join("papers")),
            most: megabytes * 1_000_000,
        })
    }
}

/// The variables of ours in this process's environment.
fn environment() -> Vec<(String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name.starts_with("SHINKO_"))
        .collect()
}

fn path(text: &str) -> Option<PathBuf> {
    (!text.is_empty()).then(|| text.into())
}

fn parsed<T: std::str::FromStr>(
    layers: &Layers,
    key: &'static str,
    expected: &'static str,
) -> Result<T, Wrong> {
    let text = layers.text(key);
    text.parse().ok().ok_or_else(|| value(key, text, expected))
}

fn addresses(layers: &Layers, key: &'static str) -> Result<Vec<IpAddr>, Wrong> {
    let expected = "a list of addresses: [\"127.0.0.1\", \"::1\"]";
    layers
        .list(key)
        .iter()
        .map(|text| text.parse().ok().ok_or_else(|| value(key, text, expected)))
        .collect()
}

fn one_of(
    layers: &Layers,
    key: &'static str,
    choices: &[&str],
    expected: &'static str,
) -> Result<String, Wrong> {
    let text = layers.text(key);
    if choices.contains(&text) {
        Ok(text.to_owned())
    } else {
        Err(value(key, text, expected))
    }
}

fn database(url: &str) -> Result<String, Wrong> {
    if ["sqlite:", "postgres:", "postgresql:"]
        .iter()
        .any(|kind| url.starts_with(kind))
    {
        return Ok(url.to_owned());
    }
    // It may hold a password, so it is not repeated.
    let expected = "an address that begins with postgres:// or sqlite://, or leave it empty";
    Err(value("database_url", "something else", expected))
}

/// Cookies are safe over https only, so plain http is for trying out on one machine.
fn public_url(text: &str) -> Result<String, Wrong> {
    let wrong = |expected| value("public_url", text, expected);
    let url: Uri = text
        .parse()
        .ok()
        .ok_or_else(|| wrong("https:// and a host: https://center.example"))?;
    let host = url.host().unwrap_or_default();
    if !matches!(url.path(), "" | "/") || url.query().is_some() || host.is_empty() {
        return Err(wrong(
            "https:// and a host, without a path: https://center.example",
        ));
    }
    match url.scheme_str() {
        Some("https") => {}
        Some("http") if is_loopback(host) => {}
        Some("http") => {
            return Err(wrong(
                "an https address; http is only for loopback addresses",
            ));
        }
        _ => return Err(wrong("https:// and a host: https://center.example")),
    }
    Ok(text.trim_end_matches('/').to_owned())
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || bare
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

fn value(key: &'static str, found: &str, expected: &'static str) -> Wrong {
    Wrong::Value {
        key,
        found: format!("\"{found}\""),
        expected,
    }
}

#[cfg(test)]
mod tests;
