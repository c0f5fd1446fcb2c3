//! The log.

use tracing_subscriber::EnvFilter;

use crate::settings::Log;

/// Begins the log. It goes to stderr; stdout belongs to what a command says.
pub(super) fn begin(log: &Log) {
    let builder = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(told_at(&log.level))
        .with_target(false);
    // A second begin, in a test, leaves the first one in place.
    let _ = if log.json {
        builder.json().flatten_event(true).try_init()
    } else {
        builder.try_init()
    };
}

/// What is told at this level. Of passkeys only what went wrong: what devices say is theirs.
fn told_at(level: &str) -> EnvFilter {
    EnvFilter::new(format!("{level},webauthn_rs=warn,webauthn_rs_core=warn"))
}

#[cfg(test)]
mod tests {
    use std::{
        fs::{self, File},
        sync::Arc,
    };

    use accounts::{passkey::Centre, read::Contact};
    use kernel::PersonId;
    use testkit::{authenticator::Authenticator, folder};
    use views::Lang;

    use super::*;

    #[test]
    fn at_no_level_does_the_log_tell_what_a_device_said() {
        let device = Authenticator::at("https://center.example").unwrap();
        let centre = Centre::at("https://center.example", "見本センター").unwrap();
        let owner = Contact {
            person: PersonId(uuid::Uuid::nil()),
            name: "見本 太郎".to_owned(),
            kana: String::new(),
            email: Some("taro@demo.example".to_owned()),
            telephone: String::new(),
            lang: Lang::Ja,
        };
        let path = folder::fresh("log").join("log");
        let log = tracing_subscriber::fmt()
            .with_writer(Arc::new(File::create(&path).unwrap()))
            .with_env_filter(told_at("trace"))
            .finish();
        let told = tracing::subscriber::with_default(log, || {
            tracing::debug!("the log is open");
            let (told, asked) = centre.ask_to_make(&owner, &[]).unwrap();
            let key = centre.made(&asked, &device.make(&told)).unwrap();
            let (told, asked) = centre.ask_to_show(vec![key]).unwrap();
            centre.shown(&asked, &device.show(&told).unwrap()).unwrap();
            assert!(centre.shown(&asked, "{}").is_err());
            told
        });
        let log = fs::read_to_string(path).unwrap();
        assert!(log.contains("the log is open"));
        let challenge = told["publicKey"]["challenge"].as_str().unwrap();
        for secret in [challenge, &device.id(), "taro@demo.example", "webauthn"] {
            assert!(!log.contains(secret), "{log}");
        }
    }
}
