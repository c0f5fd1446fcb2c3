//! A letter as it travels: MIME.

use std::time::SystemTime;

use lettre::{
    Address, Message,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use crate::{Rendered, entity::letter};

/// Why a letter cannot be put into an envelope.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unsendable {
    #[error("the address is not one")]
    Address(#[from] lettre::address::AddressError),
    #[error("the message cannot be put together")]
    Message(#[from] lettre::error::Error),
    #[error("a content type is wrong")]
    ContentType(#[from] lettre::message::header::ContentTypeErr),
}

/// The message of this letter: the same Message-ID and date however often it is sent.
pub(crate) fn message(
    from: &Mailbox,
    row: &letter::Model,
    rendered: Rendered,
) -> Result<Message, Unsendable> {
    let to: Address = row.email.parse()?;
    let written = SystemTime::from(row.created_at.utc());
    let text = MultiPart::alternative()
        .singlepart(SinglePart::plain(rendered.text))
        .singlepart(SinglePart::html(rendered.html));
    let message = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(rendered.subject)
        .date(written)
        .message_id(Some(format!("<{}@{}>", row.id, from.email.domain())))
        // Out-of-office replies stay away from letters nobody wrote by hand (RFC 3834).
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ));
    Ok(message.multipart(match rendered.ics {
        None => text,
        Some(ics) => MultiPart::mixed().multipart(text).singlepart(
            Attachment::new("calendar.ics".to_owned()).body(
                ics,
                ContentType::parse("text/calendar; charset=utf-8; method=PUBLISH")?,
            ),
        ),
    })?)
}
