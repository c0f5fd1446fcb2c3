//! What people come to the centre's pages for, from the first look to the end.

mod alternatives;
mod every_list;
mod feeds;
mod finding;
mod lists;
mod looking;
mod members;
mod mine;
mod newcomer;
mod papers;
mod reception;
mod series;
mod units;
mod waiting;

use kernel::{events, seal};
use mail::Sent;
use mail_parser::{MessageParser, MimeHeaders};
use sea_orm::EntityTrait;
use tests::TestApp;

/// A letter as it arrived.
pub(crate) struct Arrived {
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) calendar: Option<String>,
}

/// Sends what is due; every letter so far, first to last.
pub(crate) async fn letters(app: &TestApp) -> Vec<Arrived> {
    app.run_tasks().await;
    let read = |sent: Sent| {
        let message = MessageParser::default().parse(&sent.message).unwrap();
        Arrived {
            to: sent.to.join(","),
            subject: message.subject().unwrap().to_owned(),
            text: message.body_text(0).unwrap().into_owned(),
            calendar: message.attachment(0).map(|ics| {
                assert_eq!(ics.attachment_name(), Some("calendar.ics"));
                ics.text_contents().unwrap().replace("\r\n ", "")
            }),
        }
    };
    app.letters().into_iter().map(read).collect()
}

/// The kinds of events about one thing, and whether the chain is whole.
pub(crate) async fn acts_upon(app: &TestApp, id: &str) -> Vec<String> {
    app.run_tasks().await;
    let found = seal::verify(app.app.db.reader(), &[]).await.unwrap();
    assert!(found.is_ok(), "{found:?}");
    let subject: uuid::Uuid = id.parse().unwrap();
    let mut all = events::Entity::find()
        .all(app.app.db.reader())
        .await
        .unwrap();
    all.retain(|event| event.subject == subject);
    all.sort_by_key(|event| (event.at, event.seal));
    all.into_iter().map(|event| event.kind).collect()
}
