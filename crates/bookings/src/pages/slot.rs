//! A chosen time as a form carries it: `<space>/2026-12-15/780-840`, minutes after midnight.

use chrono::NaiveDate;
use kernel::Span;
use web::{FieldError, Typed};

use crate::{entity::SpaceId, rules};

/// A space and a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Which space.
    pub(crate) space: SpaceId,
    /// When.
    pub(crate) span: Span,
}

/// As it stands in a form.
pub(crate) use crate::letters::slot as write;

/// How every time of a space on a date begins in a form; its minutes follow.
pub(crate) fn beginning(space: SpaceId, date: NaiveDate) -> String {
    format!("{space}/{date}/")
}

/// As a form has it; `None` when it is none.
pub(crate) fn read(text: &str) -> Option<Slot> {
    let mut parts = text.split('/');
    let space = parts.next()?.parse().ok()?;
    let date: NaiveDate = parts.next()?.parse().ok()?;
    let (from, until) = parts.next()?.split_once('-')?;
    let minute = |text: &str| {
        let minutes: i32 = text.parse().ok()?;
        (0..=2 * 24 * 60)
            .contains(&minutes)
            .then(|| rules::minute(date, minutes))
    };
    let span = Span::try_new(minute(from)?, minute(until)?)?;
    (parts.next().is_none()).then_some(Slot { space, span })
}

/// The time of a filled form; empty when it cannot be read.
pub(crate) fn typed(typed: &Typed) -> String {
    let used = super::book_form::used(typed);
    used.starts_at
        .zip(used.ends_at)
        .and_then(|(from, until)| Span::try_new(from, until))
        .zip(typed.text("space_id").parse().ok())
        .map_or_else(String::new, |(span, space)| write(space, span))
}

/// The hours that were chosen, joined: they must touch, in one space.
pub(crate) fn chosen(typed: &Typed) -> Result<Slot, FieldError> {
    let mut slots: Vec<Slot> = typed
        .all("slot")
        .into_iter()
        .map(read)
        .collect::<Option<_>>()
        .ok_or_else(|| FieldError::new("slot", "bookings-slot-unreadable"))?;
    slots.sort_by_key(|slot| slot.span.from);
    slots
        .into_iter()
        .map(Ok)
        .reduce(|joined, next| {
            let (joined, next) = (joined?, next?);
            if joined.space == next.space && joined.span.until >= next.span.from {
                let span = Span {
                    from: joined.span.from,
                    until: joined.span.until.max(next.span.until),
                };
                Ok(Slot { span, ..joined })
            } else {
                Err(FieldError::new("slot", "bookings-slots-apart"))
            }
        })
        .unwrap_or_else(|| Err(FieldError::new("slot", "bookings-slot-missing")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "0198a3c0-0000-7000-8000-000000000001";
    const B: &str = "0198a3c0-0000-7000-8000-000000000002";

    fn of(slots: &[&str]) -> Result<(String, i64), String> {
        let query: Vec<String> = slots.iter().map(|slot| format!("slot={slot}")).collect();
        chosen(&Typed::parse(query.join("&").as_bytes()).unwrap())
            .map(|slot| (write(slot.space, slot.span), slot.span.minutes()))
            .map_err(|wrong| wrong.key)
    }

    #[test]
    fn hours_side_by_side_are_one_time() {
        let one = format!("{A}/2026-12-15/780-840");
        let two = format!("{A}/2026-12-15/840-900");
        let both = format!("{A}/2026-12-15/780-900");
        assert_eq!(of(&[&one]), Ok((one.clone(), 60)));
        assert_eq!(of(&[&two, &one]), Ok((both, 120)));
        assert_eq!(of(&[&one, &one]), Ok((one, 60)));
    }

    #[test]
    fn hours_apart_and_nonsense_are_refused() {
        let one = format!("{A}/2026-12-15/780-840");
        for (slots, expected) in [
            (vec![], "bookings-slot-missing"),
            (
                vec![one.clone(), format!("{A}/2026-12-15/900-960")],
                "bookings-slots-apart",
            ),
            (
                vec![one.clone(), format!("{B}/2026-12-15/840-900")],
                "bookings-slots-apart",
            ),
            (
                vec![format!("{A}/2026-12-15/840-780")],
                "bookings-slot-unreadable",
            ),
            (
                vec![format!("{A}/2026-02-30/780-840")],
                "bookings-slot-unreadable",
            ),
            (
                vec![format!("{A}/2026-12-15/780-99999999")],
                "bookings-slot-unreadable",
            ),
            (vec!["x".into()], "bookings-slot-unreadable"),
        ] {
            let slots: Vec<&str> = slots.iter().map(String::as_str).collect();
            assert_eq!(of(&slots), Err(expected.to_owned()), "{slots:?}");
        }
    }
}
