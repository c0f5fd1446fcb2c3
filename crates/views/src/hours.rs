//! The hours of a space, written out: the cells of a row of the grid, and the list on a phone.
//!
//! A day of twenty spaces has hundreds of hours, and for each the template engine would take
//! longer than the database takes for all of them (`docs/decisions/010-hours-in-rust.md`). How
//! they look stays with the style `grid.css`.

use tera::{Error, Kwargs, State, TeraResult, Value, value::Key};

use crate::{dates::of_minutes, text::Words};

/// Writes hours in one language.
#[derive(Clone)]
pub(crate) struct Hours {
    free: String,
    taken: String,
    closed: String,
    chosen: String,
    choose: String,
    drop: String,
}

/// One hour, or several alike, ready to be written.
struct Hour<'w> {
    /// `free`, `few`, `taken` or `closed`: the class, and the symbol.
    sign: &'static str,
    from: String,
    until: String,
    columns: u64,
    /// What is sent when it is chosen.
    value: String,
    /// `空き`, or what is said instead of it.
    word: &'w str,
}

impl Hours {
    /// With the words of a language; without those it lacks, as in a test of other things.
    pub(crate) fn of(words: &Words) -> Self {
        let word = |key| words.plain(key).and_then(Value::as_str);
        let word = |key| word(key).unwrap_or_default().to_owned();
        Self {
            free: word("ui-free"),
            taken: word("ui-taken"),
            closed: word("ui-closed"),
            chosen: word("ui-chosen"),
            choose: word("ui-choose"),
            drop: word("ui-drop"),
        }
    }

    /// `hours(cells=…, slot=…, place=…)`: the cells of a row. A checkbox in each that is free, so
    /// that it works without script; one grey cell for those that are not.
    pub(crate) fn cells(&self, kw: &Kwargs, st: &State<'_>) -> TeraResult<Value> {
        let place = st.escape(kw.must_get("place")?)?;
        let mut html = String::new();
        for hour in kw.must_get::<&[Value]>("cells")? {
            let hour = self.hour(hour, kw.must_get("slot")?)?;
            let Hour { sign, word, .. } = hour;
            let word = &st.escape(word)?;
            html.extend(["<td class=\"grid-cell is-", sign, "\""]);
            if hour.is_free() {
                html.push_str("><label>");
                hour.checkbox(&mut html);
                let (from, until) = (&hour.from, &hour.until);
                html.extend([" aria-label=\"", &place, " ", from, "〜", until, " "]);
                html.extend([word, "\"><span class=\"when-free\">"]);
                said(&mut html, sign, word);
                html.push_str("</span><span class=\"when-chosen\">");
                said(&mut html, "chosen", &self.chosen);
                html.push_str("</span></label></td>");
            } else {
                if hour.columns > 1 {
                    html.extend([" colspan=\"", &hour.columns.to_string(), "\""]);
                }
                html.push('>');
                said(&mut html, sign, word);
                html.push_str("</td>");
            }
        }
        Ok(Value::safe_string(&html))
    }

    /// `hour_list(cells=…, slot=…)`: the same hours on a phone, one below the other.
    pub(crate) fn list(&self, kw: &Kwargs, st: &State<'_>) -> TeraResult<Value> {
        let mut html = String::new();
        for hour in kw.must_get::<&[Value]>("cells")? {
            let hour = self.hour(hour, kw.must_get("slot")?)?;
            let (sign, from, until) = (hour.sign, &hour.from, &hour.until);
            let word = &st.escape(hour.word)?;
            html.extend(["<li class=\"time-row is-", sign, "\">"]);
            if hour.is_free() {
                html.push_str("<label>");
                hour.checkbox(&mut html);
                html.extend(["><span class=\"time-when\">", from, "〜", until]);
                html.push_str("</span><span class=\"when-free\">");
                said(&mut html, sign, word);
                html.push_str("</span><span class=\"when-chosen\">");
                said(&mut html, "chosen", &self.chosen);
                html.push_str("</span><span class=\"time-act\" aria-hidden=\"true\">");
                html.extend(["<span class=\"when-free\">", &self.choose]);
                html.extend(["</span><span class=\"when-chosen\">", &self.drop]);
                html.push_str("</span></span></label></li>");
            } else {
                html.extend(["<span class=\"time-when\">", from, "〜", until]);
                html.push_str("</span><span>");
                said(&mut html, sign, word);
                html.push_str("</span></li>");
            }
        }
        Ok(Value::safe_string(&html))
    }

    fn hour<'w>(&'w self, cell: &'w Value, slot: &str) -> TeraResult<Hour<'w>> {
        let number = |name| fact(cell, name)?.as_u64().ok_or_else(|| wrong(name));
        let text = fact(cell, "text")?.as_str().unwrap_or_default();
        let (sign, usual) = match fact(cell, "state")?.as_str() {
            Some("free") if text.is_empty() => ("free", &self.free),
            Some("free") => ("few", &self.free),
            Some("taken") => ("taken", &self.taken),
            Some("closed") => ("closed", &self.closed),
            _ => return Err(wrong("state")),
        };
        let (from, until) = (number("from")?, number("until")?);
        Ok(Hour {
            sign,
            from: of_minutes(from),
            until: of_minutes(until),
            columns: number("hours")?,
            value: format!("{slot}{from}-{until}"),
            word: if text.is_empty() { usual } else { text },
        })
    }
}

impl Hour<'_> {
    fn is_free(&self) -> bool {
        matches!(self.sign, "free" | "few")
    }

    /// The beginning of the checkbox; the tag is still open.
    fn checkbox(&self, html: &mut String) {
        let (value, from, until) = (&self.value, &self.from, &self.until);
        html.extend(["<input type=\"checkbox\" name=\"slot\" value=\"", value]);
        html.extend(["\" data-from=\"", from, "\" data-until=\"", until, "\""]);
    }
}

/// A symbol and its word; `grid_legend` holds the drawings.
fn said(html: &mut String, sign: &str, word: &str) {
    html.push_str("<svg class=\"symbol\" aria-hidden=\"true\"><use href=\"#sign-");
    html.extend([sign, "\"/></svg>", word]);
}

fn fact<'v>(cell: &'v Value, name: &'static str) -> TeraResult<&'v Value> {
    let facts = cell.as_map().ok_or_else(|| wrong("cells"))?;
    facts.get(&Key::Str(name)).ok_or_else(|| wrong(name))
}

fn wrong(name: &str) -> Error {
    Error::message(format!("an hour without a readable `{name}`"))
}
