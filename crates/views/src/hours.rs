//! The hours of spaces, written out: the rows of the grid, and the list on a phone.
//!
//! A day of twenty spaces has hundreds of hours. They come as they are, not as values of the
//! template engine, and are written here (`docs/decisions/016-grids-from-typed-hours.md`). How they
//! look stays with the style `grid.css`.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use crate::{dates::of_minutes, text::Words};

/// So many bytes an hour takes, about.
const AN_HOUR: usize = 420;

/// What can be done with an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HourState {
    /// It can be chosen.
    Free,
    /// Others have it.
    Taken,
    /// It cannot be had.
    Closed,
}

/// An hour of a space, or several alike in one; times are minutes after midnight.
#[derive(Clone, Debug, Serialize)]
pub struct Hour {
    /// What can be done with it.
    pub state: HourState,
    /// From when.
    pub from: u32,
    /// Until when.
    pub until: u32,
    /// How many columns it is wide.
    pub columns: usize,
    /// What is said instead of the usual word; a free hour with a text is one of few.
    pub text: String,
}

/// A space on a day.
#[derive(Clone, Debug)]
pub struct HourRow<'r> {
    /// How it is read out and shown when it is chosen.
    pub place: &'r str,
    /// Where the head of the row leads.
    pub href: &'r str,
    /// What the head of the row says.
    pub head: &'r str,
    /// And below it; empty for nothing.
    pub line: &'r str,
    /// How what is sent begins when an hour is chosen: `<space>/<date>/`.
    pub slot: &'r str,
    /// Its hours.
    pub hours: &'r [Hour],
}

/// Writes hours in one language.
pub(crate) struct Hours {
    /// Symbol and word of what is free, one of few, taken and closed.
    free: Sign,
    few: Sign,
    taken: Sign,
    closed: Sign,
    /// How a cell that can be chosen ends, and an entry of a list.
    cell_end: String,
    entry_end: String,
}

/// A symbol and its usual word.
struct Sign {
    name: &'static str,
    symbol: String,
    word: String,
}

impl Hours {
    /// With the words of a language; without those it lacks, as in a test of other things.
    pub(crate) fn of(words: &Words) -> Self {
        let word = |key| words.plain(key).and_then(Value::as_str);
        let word = |key| escaped(word(key).unwrap_or_default()).into_owned();
        let sign = |name, key| Sign {
            name,
            symbol: symbol(name),
            word: word(key),
        };
        let chosen = format!("{}{}", symbol("chosen"), word("ui-chosen"));
        let (choose, drop) = (word("ui-choose"), word("ui-drop"));
        Self {
            free: sign("free", "ui-free"),
            few: sign("few", "ui-free"),
            taken: sign("taken", "ui-taken"),
            closed: sign("closed", "ui-closed"),
            cell_end: format!("</span><span class=\"when-chosen\">{chosen}</span></label></td>"),
            entry_end: format!(
                "</span><span class=\"when-chosen\">{chosen}</span>\
                 <span class=\"time-act\" aria-hidden=\"true\"><span class=\"when-free\">{choose}\
                 </span><span class=\"when-chosen\">{drop}</span></span></label></li>"
            ),
        }
    }

    /// The rows of a grid. A checkbox in each hour that is free, so that it works without script;
    /// one grey cell for those that are not.
    pub(crate) fn rows(&self, rows: &[HourRow<'_>]) -> String {
        let hours: usize = rows.iter().map(|row| row.hours.len() + 1).sum();
        let mut html = String::with_capacity(hours * AN_HOUR);
        let mut times = Times::default();
        for row in rows {
            let (place, slot) = (&escaped(row.place), &escaped(row.slot));
            html.extend(["\n<tr data-place=\"", place, "\">"]);
            html.extend(["<th scope=\"row\" class=\"grid-place\"><a href=\""]);
            html.extend([&escaped(row.href), "\">", &escaped(row.head), "</a>"]);
            if !row.line.is_empty() {
                html.extend(["<span>", &escaped(row.line), "</span>"]);
            }
            html.push_str("</th>");
            for hour in row.hours {
                self.cell(&mut html, hour, times.of(hour), slot, place);
            }
            html.push_str("</tr>");
        }
        html
    }

    /// The same hours of one space on a phone, one below the other.
    pub(crate) fn list(&self, row: &HourRow<'_>) -> String {
        let slot = &escaped(row.slot);
        let mut html = String::with_capacity(row.hours.len() * AN_HOUR);
        for hour in row.hours {
            let (sign, time) = (self.sign(hour), &Time::of(hour));
            html.extend(["<li class=\"time-row is-", sign.name, "\">"]);
            if hour.state == HourState::Free {
                html.push_str("<label>");
                checkbox(&mut html, time, slot);
                html.extend(["><span class=\"time-when\">", &time.said]);
                html.push_str("</span><span class=\"when-free\">");
                html.extend([&sign.symbol, &*sign.said(hour), &self.entry_end]);
            } else {
                html.extend(["<span class=\"time-when\">", &time.said]);
                html.extend(["</span><span>", &sign.symbol, &sign.said(hour)]);
                html.push_str("</span></li>");
            }
        }
        html
    }

    fn cell(&self, html: &mut String, hour: &Hour, time: &Time, slot: &str, place: &str) {
        let sign = self.sign(hour);
        let said = &*sign.said(hour);
        html.extend(["<td class=\"grid-cell is-", sign.name, "\""]);
        if hour.state == HourState::Free {
            html.push_str("><label>");
            checkbox(html, time, slot);
            html.extend([" aria-label=\"", place, " ", &time.said]);
            html.extend([" ", said, "\"><span class=\"when-free\">"]);
            html.extend([&sign.symbol, said, &self.cell_end]);
        } else {
            if hour.columns > 1 {
                html.extend([" colspan=\"", &hour.columns.to_string(), "\""]);
            }
            html.extend([">", &sign.symbol, said, "</td>"]);
        }
    }

    fn sign(&self, hour: &Hour) -> &Sign {
        match hour.state {
            HourState::Free if hour.text.is_empty() => &self.free,
            HourState::Free => &self.few,
            HourState::Taken => &self.taken,
            HourState::Closed => &self.closed,
        }
    }
}

impl Sign {
    fn said<'s>(&'s self, hour: &'s Hour) -> Cow<'s, str> {
        if hour.text.is_empty() {
            Cow::Borrowed(&self.word)
        } else {
            escaped(&hour.text)
        }
    }
}

/// A symbol; `grid_legend` holds the drawings.
fn symbol(sign: &str) -> String {
    format!("<svg class=\"symbol\" aria-hidden=\"true\"><use href=\"#sign-{sign}\"/></svg>")
}

/// The times of an hour as they are written.
struct Time {
    from: u32,
    until: u32,
    /// `540-600" data-from="9:00" data-until="10:00"`: the end of a checkbox.
    sent: String,
    /// `9:00〜10:00`
    said: String,
}

/// Times that were written already: all rows of a grid have the same.
#[derive(Default)]
struct Times(Vec<Time>);

impl Time {
    fn of(hour: &Hour) -> Self {
        let (from, until) = (hour.from, hour.until);
        let [begins, ends] = [from, until].map(|minutes| of_minutes(minutes.into()));
        Self {
            from,
            until,
            sent: format!("{from}-{until}\" data-from=\"{begins}\" data-until=\"{ends}\""),
            said: format!("{begins}〜{ends}"),
        }
    }
}

impl Times {
    fn of(&mut self, hour: &Hour) -> &Time {
        let same = |time: &Time| time.from == hour.from && time.until == hour.until;
        let known = self.0.iter().position(same);
        let number = known.unwrap_or_else(|| {
            self.0.push(Time::of(hour));
            self.0.len() - 1
        });
        &self.0[number]
    }
}

/// The beginning of a checkbox; the tag is still open.
fn checkbox(html: &mut String, time: &Time, slot: &str) {
    html.extend([
        "<input type=\"checkbox\" name=\"slot\" value=\"",
        slot,
        &time.sent,
    ]);
}

/// Text as it may stand in markup: as the template engine escapes it.
fn escaped(text: &str) -> Cow<'_, str> {
    let special = |byte| matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\'');
    if !text.bytes().any(special) {
        return Cow::Borrowed(text);
    }
    let mut safe = Vec::with_capacity(text.len() + 16);
    // Writing into memory does not fail, and what was text stays text.
    drop(tera::escape_html(text, &mut safe));
    Cow::Owned(String::from_utf8_lossy(&safe).into_owned())
}
