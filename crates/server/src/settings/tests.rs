use std::io::Write;

use super::*;

fn from_environment(pairs: &[(&str, &str)]) -> Result<Settings, Wrong> {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Settings::from(None, &pairs, &Flags::new())
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = testkit::folder::fresh("settings").join(name);
    std::fs::File::create(&path)
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    path
}

#[test]
fn the_defaults_are_whole() {
    let settings = from_environment(&[]).unwrap();
    assert_eq!(settings.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(settings.database_url, "sqlite://data/shinko.db?mode=rwc");
    assert_eq!(settings.sqlite_file(), Some("data/shinko.db".into()));
    assert!(!settings.is_secure());
    assert!(!settings.mail.smtp);
    assert_eq!(settings.metrics_from.len(), 2);
}

#[test]
fn the_production_example_is_accepted() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/production.example.toml");
    let settings = Settings::from(Some(&path), &[], &Flags::new()).unwrap();
    assert!(settings.is_secure());
    assert!(settings.mail.smtp);
}

#[test]
fn the_later_place_wins() {
    let path = file(
        "later",
        "listen = \"127.0.0.1:1\"\ndata = \"file\"\n[mail]\nhost = \"file\"\nport = 25\n",
    );
    let environment = vec![
        ("SHINKO_CONFIG".to_owned(), path.display().to_string()),
        ("SHINKO_DATA".to_owned(), "environment".to_owned()),
        ("SHINKO_MAIL_PORT".to_owned(), "465".to_owned()),
        ("SHINKO_PROXIES".to_owned(), "10.0.0.1, 10.0.0.2".to_owned()),
    ];
    let settings = Settings::from(None, &environment, &vec![("data", "flag".to_owned())]).unwrap();
    assert_eq!(settings.listen.port(), 1);
    assert_eq!(settings.data, Path::new("flag"));
    assert_eq!(settings.mail.host, "file");
    assert_eq!(settings.mail.port, 465);
    assert_eq!(settings.proxies.len(), 2);
}

#[test]
fn what_is_wrong_is_named_with_what_to_write() {
    for (name, value, says) in [
        ("SHINKO_LISTEN", "3000", "`listen`"),
        (
            "SHINKO_PUBLIC_URL",
            "http://center.example",
            "an https address",
        ),
        (
            "SHINKO_PUBLIC_URL",
            "https://center.example/x",
            "without a path",
        ),
        ("SHINKO_PUBLIC_URL", "center.example", "https:// and a host"),
        ("SHINKO_DATABASE_URL", "mysql://x", "postgres://"),
        ("SHINKO_MAIL_PORT", "many", "a whole number"),
        ("SHINKO_MAIL_PORT", "0", "a port from 1"),
        ("SHINKO_MAIL_SECURITY", "ssl", "starttls, tls or none"),
        ("SHINKO_PROXIES", "10.0.0.0/8", "a list of addresses"),
        ("SHINKO_LOG", "xml", "\"text\" or \"json\""),
        (
            "SHINKO_LISTEM",
            "127.0.0.1:3000",
            "no setting `SHINKO_LISTEM`",
        ),
    ] {
        let wrong = from_environment(&[(name, value)]).unwrap_err().to_string();
        assert!(wrong.contains(says), "{name}={value}: {wrong}");
    }
}

#[test]
fn a_file_with_an_unknown_setting_or_kind_is_refused() {
    for (name, text, says) in [
        ("unknown", "listne = \"x\"", "no setting `listne`"),
        ("nested", "[mail]\nhots = \"x\"", "no setting `mail.hots`"),
        ("kind", "listen = 3000", "must be a text"),
        ("list", "proxies = [1]", "must be a list of texts"),
        ("toml", "listen =", "is not TOML"),
    ] {
        let path = file(name, text);
        let wrong = Settings::from(Some(&path), &[], &Flags::new())
            .unwrap_err()
            .to_string();
        assert!(wrong.contains(says), "{name}: {wrong}");
    }
    let gone = Settings::from(Some(Path::new("/nowhere")), &[], &Flags::new());
    assert!(matches!(gone, Err(Wrong::Unreadable { .. })));
}

#[test]
fn plain_http_is_for_loopback_only() {
    for url in [
        "http://127.0.0.1:3000",
        "http://localhost:3000",
        "http://[::1]:3000",
        "https://center.example/",
    ] {
        let settings = from_environment(&[("SHINKO_PUBLIC_URL", url)]).unwrap();
        assert!(!settings.public_url.ends_with('/'), "{url}");
    }
}
