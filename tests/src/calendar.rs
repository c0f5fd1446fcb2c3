//! iCalendar files as another program reads them: by a library that the product does not use.

use calcard::{
    Entry, Parser,
    common::PartialDateTime,
    icalendar::{
        ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
    },
};

/// An entry of a calendar.
#[derive(Debug)]
pub struct Event(ICalendarComponent);

/// The entries of a file that holds one calendar and nothing that is not understood.
pub fn events(text: &str) -> Vec<Event> {
    let mut parser = Parser::new(text);
    let Entry::ICalendar(ICalendar { components }) = parser.entry() else {
        panic!("not a calendar: {text}");
    };
    assert!(
        matches!(parser.entry(), Entry::Eof),
        "more than a calendar: {text}"
    );
    let is_event = |one: &ICalendarComponent| one.component_type == ICalendarComponentType::VEvent;
    let events = components.into_iter().filter(is_event);
    events.map(Event).collect()
}

impl Event {
    /// What never changes about it.
    pub fn uid(&self) -> &str {
        self.text(&ICalendarProperty::Uid)
    }

    /// Its title.
    pub fn summary(&self) -> &str {
        self.text(&ICalendarProperty::Summary)
    }

    /// `CONFIRMED`, `TENTATIVE` or `CANCELLED`.
    pub fn status(&self) -> &str {
        self.text(&ICalendarProperty::Status)
    }

    /// Where more is told.
    pub fn url(&self) -> &str {
        self.text(&ICalendarProperty::Url)
    }

    /// When it begins: `2026-12-15T04:00:00Z`, or `2026-12-15` for a whole day.
    pub fn starts(&self) -> String {
        self.time(&ICalendarProperty::Dtstart)
    }

    /// When it ends.
    pub fn ends(&self) -> String {
        self.time(&ICalendarProperty::Dtend)
    }

    fn text(&self, name: &ICalendarProperty) -> &str {
        let found = self.value(name).and_then(ICalendarValue::as_text);
        found.unwrap_or_default()
    }

    fn time(&self, name: &ICalendarProperty) -> String {
        match self.value(name) {
            Some(ICalendarValue::PartialDateTime(time)) => written(time),
            other => panic!("no time: {other:?}"),
        }
    }

    fn value(&self, name: &ICalendarProperty) -> Option<&ICalendarValue> {
        self.0.property(name)?.values.first()
    }
}

fn written(time: &PartialDateTime) -> String {
    time.to_rfc3339().unwrap_or_else(|| {
        let (year, month, day) = (time.year.unwrap(), time.month.unwrap(), time.day.unwrap());
        format!("{year}-{month:02}-{day:02}")
    })
}
