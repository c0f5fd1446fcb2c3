//! A letter's text, made when it is sent and whenever it is shown.

use std::sync::Arc;

use kernel::Fault;
use serde_json::{Map, Value};
use views::{Lang, Views};

use crate::{Event, calendar, entity::letter};

/// What every letter is given beside its own facts.
pub struct Frame {
    /// The address people use, without a slash at the end: `site` in templates.
    pub public_url: String,
    /// The centre as pages of a language name it now: `venue` in templates.
    pub venue: Box<dyn Fn(Lang) -> Value + Send + Sync>,
}

/// Makes the text of letters.
pub struct Letters {
    views: Arc<Views>,
    frame: Frame,
}

/// A letter as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Its subject, one line.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// The entry for the calendar, where a time is fixed.
    pub ics: Option<String>,
}

impl Letters {
    /// Letters in these templates and this frame.
    pub fn new(views: Arc<Views>, frame: Frame) -> Self {
        Self { views, frame }
    }

    /// What a list of letters shows: the subject alone.
    pub fn subject(&self, row: &letter::Model) -> Result<String, Fault> {
        let facts = self.facts(row)?;
        Ok(one_line(&self.file(row, "subject.txt", &facts)?))
    }

    /// The letter's text. It fails only by a mistake of ours: a template or a fact that is missing.
    pub fn render(&self, row: &letter::Model) -> Result<Rendered, Fault> {
        let facts = self.facts(row)?;
        Ok(Rendered {
            subject: one_line(&self.file(row, "subject.txt", &facts)?),
            text: self.file(row, "body.txt", &facts)?,
            html: self.file(row, "body.html", &facts)?,
            ics: self.ics(row, &facts)?,
        })
    }

    fn file(
        &self,
        row: &letter::Model,
        name: &str,
        facts: &Map<String, Value>,
    ) -> Result<String, Fault> {
        let template = format!("letters/{}/{name}", row.template);
        self.views
            .render(&template, row.lang(), facts)
            .map_err(|failed| Fault::broken("rendering a letter", failed))
    }

    fn facts(&self, row: &letter::Model) -> Result<Map<String, Value>, Fault> {
        let mut facts: Map<String, Value> = serde_json::from_str(&row.facts).map_err(unreadable)?;
        facts.insert("site".to_owned(), self.frame.public_url.clone().into());
        facts.insert("venue".to_owned(), (self.frame.venue)(row.lang()));
        Ok(facts)
    }

    fn ics(
        &self,
        row: &letter::Model,
        facts: &Map<String, Value>,
    ) -> Result<Option<String>, Fault> {
        let one = facts.get("event").filter(|event| !event.is_null());
        let events: Vec<Event> = match (one, facts.get("events")) {
            (Some(event), _) => vec![serde_json::from_value(event.clone()).map_err(unreadable)?],
            (None, Some(events)) => serde_json::from_value(events.clone()).map_err(unreadable)?,
            (None, None) => return Ok(None),
        };
        Ok(Some(calendar(
            &events,
            &self.frame.public_url,
            row.created_at,
        )))
    }
}

fn unreadable(error: serde_json::Error) -> Fault {
    Fault::broken("reading a letter's facts", error)
}

/// A subject is one line, whatever a name in it holds: a line break would begin another header.
fn one_line(text: &str) -> String {
    text.trim().replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_never_begins_another_header() {
        for (given, expected) in [
            ("ご予約の確認\n", "ご予約の確認"),
            ("件名\r\nBcc: x@demo.example", "件名  Bcc: x@demo.example"),
            ("見本　太郎様\t", "見本　太郎様"),
        ] {
            assert_eq!(one_line(given), expected);
        }
    }
}
