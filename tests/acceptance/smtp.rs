//! Letters over a real SMTP conversation, read back with an independent library.

use std::path::PathBuf;

use chrono::TimeDelta;
use mail::{Security, SmtpServer, Way, entity::letter::State};
use mail_parser::{MessageParser, MimeHeaders};
use serde_json::{Value, json};
use tasks::Sweep;
use testkit::{
    database::{self, Engine},
    smtp::{ACCOUNT, HOST, Line, MailServer},
};

use crate::outbox::{clock, outbox, post, row};

/// A name with a character outside the basic plane and an emoji, for the subject.
const VENUE: &str = "𠮷田産業振興センター🌸（見本）";

fn way(line: Line, port: u16, certificate: PathBuf) -> Way {
    let (security, (user, password)) = match line {
        Line::Plain => (Security::None, ("", "")),
        Line::StartTls => (Security::StartTls, ACCOUNT),
        Line::Tls => (Security::Tls, ACCOUNT),
    };
    Way::Smtp(SmtpServer {
        host: HOST.into(),
        port,
        security,
        user: user.into(),
        password: password.into(),
        root_certificate: Some(certificate),
    })
}

fn to(server: &MailServer, line: Line) -> Way {
    way(line, server.port, server.certificate.clone())
}

fn booked() -> Value {
    json!({"event": {
        "uid": "01980000-0000-7000-8000-000000000001",
        "sequence": 0,
        "summary": "会議室A（𠮷田）🌸",
        "location": VENUE,
        "starts_at": "2026-12-15T13:00:00+09:00",
        "ends_at": "2026-12-15T15:00:00+09:00",
        "cancelled": false,
        "url": "/bookings/1",
    }})
}

#[tokio::test(flavor = "multi_thread")]
async fn subject_both_parts_and_calendar_arrive_intact_however_the_line_is_protected() {
    for line in [Line::Plain, Line::StartTls, Line::Tls] {
        let db = database::open(Engine::Sqlite).await.unwrap();
        let clock = clock();
        let server = MailServer::start(line).await.unwrap();
        let id = post(&db, &clock, "taro@demo.example", booked()).await;
        let done = outbox(to(&server, line), VENUE).run(&db, &clock).await;
        assert_eq!(done.unwrap(), 1);
        assert_eq!(row(&db, id).await.failure, None, "{line:?}");

        let received = server.received();
        assert_eq!(received.len(), 1, "{line:?}");
        let user = (line != Line::Plain).then_some(ACCOUNT.0);
        assert_eq!(received[0].user.as_deref(), user);
        assert_eq!(received[0].from, "noreply@center.example");
        assert_eq!(received[0].to, ["taro@demo.example"]);
        let message = MessageParser::default()
            .parse(&received[0].message)
            .unwrap();
        assert_eq!(
            message.subject(),
            Some("【試し送り】𠮷田産業振興センター🌸（見本）")
        );
        let from = message.from().unwrap().first().unwrap();
        assert_eq!(from.name(), Some("めぐろ産業振興センター（見本）"));
        assert_eq!(from.address(), Some("noreply@center.example"));
        let own = format!("{id}@center.example");
        assert_eq!(message.message_id(), Some(own.as_str()));
        assert_eq!(
            message.date().unwrap().to_timestamp(),
            clock.now().utc().timestamp()
        );
        assert_eq!(
            message.header("Auto-Submitted").unwrap().as_text(),
            Some("auto-generated")
        );

        let text = message.body_text(0).unwrap();
        assert!(text.contains("これはメールの設定を確かめるための試し送りです。"));
        assert!(
            text.contains("〒153-0000 目黒区見本町一丁目2番3号"),
            "{text}"
        );
        let html = message.body_html(0).unwrap();
        assert!(html.contains(&format!("<b>{VENUE}</b>")), "{html}");

        let calendar = message.attachment(0).unwrap();
        assert_eq!(calendar.attachment_name(), Some("calendar.ics"));
        let kind = calendar.content_type().unwrap();
        assert_eq!((kind.ctype(), kind.subtype()), ("text", Some("calendar")));
        assert_eq!(kind.attribute("method"), Some("PUBLISH"));
        let entries = tests::calendar::events(calendar.text_contents().unwrap());
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].summary(), "会議室A（𠮷田）🌸");
        assert_eq!(entries[0].starts(), "2026-12-15T04:00:00Z");
        assert_eq!(entries[0].url(), "https://center.example/bookings/1");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_waits_for_a_server_that_is_gone_and_goes_out_when_it_is_back() {
    let db = database::open(Engine::Sqlite).await.unwrap();
    let clock = clock();
    let server = MailServer::start(Line::Plain).await.unwrap();
    let outbox = outbox(to_plain(&server), VENUE);
    let first = post(&db, &clock, "taro@demo.example", json!({})).await;
    outbox.run(&db, &clock).await.unwrap();
    assert_eq!(row(&db, first).await.state, State::Sent);

    let port = server.port;
    drop(server);
    let second = post(&db, &clock, "hanako@demo.example", json!({})).await;
    outbox.run(&db, &clock).await.unwrap();
    let waiting = row(&db, second).await;
    assert_eq!(waiting.state, State::Waiting);
    assert_eq!(waiting.failure.as_deref(), Some("unreachable"));

    let server = MailServer::start_at(Line::Plain, port).await.unwrap();
    clock.advance(TimeDelta::minutes(1));
    outbox.run(&db, &clock).await.unwrap();
    assert_eq!(row(&db, second).await.state, State::Sent);
    assert_eq!(server.received()[0].to, ["hanako@demo.example"]);
}

/// Without a certificate: nothing is protected.
fn to_plain(server: &MailServer) -> Way {
    let Way::Smtp(own) = to(server, Line::Plain) else {
        panic!("made just above");
    };
    Way::Smtp(SmtpServer {
        root_certificate: None,
        ..own
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_for_now_waits_and_one_for_ever_is_dead() {
    for (code, state, failure) in [
        (450, State::Waiting, "later"),
        (550, State::Dead, "refused"),
    ] {
        let db = database::open(Engine::Sqlite).await.unwrap();
        let clock = clock();
        let server = MailServer::start(Line::StartTls).await.unwrap();
        server.refuse(Some(code));
        let outbox = outbox(to(&server, Line::StartTls), VENUE);
        let id = post(&db, &clock, "taro@demo.example", json!({})).await;
        outbox.run(&db, &clock).await.unwrap();
        let refused = row(&db, id).await;
        assert_eq!(refused.state, state, "{code}");
        assert_eq!(refused.failure.as_deref(), Some(failure));
        assert!(server.received().is_empty());

        server.refuse(None);
        clock.advance(TimeDelta::minutes(1));
        outbox.run(&db, &clock).await.unwrap();
        let arrived = usize::from(state == State::Waiting);
        assert_eq!(server.received().len(), arrived, "{code}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_and_an_unknown_certificate_kill_no_letter() {
    let server = MailServer::start(Line::Tls).await.unwrap();
    let Way::Smtp(right) = to(&server, Line::Tls) else {
        panic!("made just above");
    };
    let wrong_password = SmtpServer {
        password: "wrong".into(),
        ..right.clone()
    };
    let unknown_certificate = SmtpServer {
        root_certificate: None,
        ..right
    };
    for (server, failure) in [
        (wrong_password, "sign-in"),
        (unknown_certificate, "unreachable"),
    ] {
        let db = database::open(Engine::Sqlite).await.unwrap();
        let clock = clock();
        let id = post(&db, &clock, "taro@demo.example", json!({})).await;
        outbox(Way::Smtp(server), VENUE)
            .run(&db, &clock)
            .await
            .unwrap();
        let row = row(&db, id).await;
        assert_eq!(row.state, State::Waiting);
        assert_eq!(row.failure.as_deref(), Some(failure));
    }
    assert!(server.received().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_never_goes_over_an_open_line_when_starttls_is_wanted() {
    let db = database::open(Engine::Sqlite).await.unwrap();
    let clock = clock();
    let open = MailServer::start(Line::Plain).await.unwrap();
    let id = post(&db, &clock, "taro@demo.example", json!({})).await;
    outbox(to(&open, Line::StartTls), VENUE)
        .run(&db, &clock)
        .await
        .unwrap();
    assert_eq!(row(&db, id).await.state, State::Waiting);
    assert!(open.received().is_empty());
}
