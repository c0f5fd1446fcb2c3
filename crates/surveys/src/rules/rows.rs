//! Questions are moved about in the form that writes them. What hangs on a question goes on hanging on it.

use japan::kana::digits;
use kernel::Detail;

use super::{ROWS, Written, named};

/// What a row hangs on whose question was taken out: no row has this number, so that the form is not saved
/// before somebody says what it hangs on now, or that everybody is asked.
const GONE: &str = "0";

/// The rows after a question was moved or taken out, and how many of them are shown; none when the form
/// is to be saved.
pub fn moved(rows: &[Written], shown: usize, act: &str) -> Option<(Vec<Written>, usize)> {
    if matches!(act, "" | "save") {
        return None;
    }
    let mut rows = rows.to_vec();
    let (verb, number) = act.split_once('-').unwrap_or((act, ""));
    let at: usize = number.parse().unwrap_or(0);
    match verb {
        "up" if (2..=rows.len()).contains(&at) => swapped(&mut rows, at - 1),
        "down" if (1..rows.len()).contains(&at) => swapped(&mut rows, at),
        "remove" if (1..=rows.len()).contains(&at) => {
            rows.remove(at - 1);
            rows.push(Written::default());
            hang(&mut rows, |on| match on.cmp(&at) {
                std::cmp::Ordering::Less => Some(on),
                std::cmp::Ordering::Equal => None,
                std::cmp::Ordering::Greater => Some(on - 1),
            });
            return Some((rows, shown.saturating_sub(1)));
        }
        "more" => return Some((rows, shown + 1)),
        _ => {}
    }
    Some((rows, shown))
}

/// The row of this number changes places with the next.
fn swapped(rows: &mut [Written], at: usize) {
    rows.swap(at - 1, at);
    hang(rows, |on| {
        Some(if on == at {
            at + 1
        } else if on == at + 1 {
            at
        } else {
            on
        })
    });
}

/// Every row hangs on the row that `now` has in the place of the one it hung on; on [`GONE`] where there is
/// none: nobody is to be asked by mistake what was meant for some only.
fn hang(rows: &mut [Written], now: impl Fn(usize) -> Option<usize>) {
    for row in rows {
        let Ok(on) = digits(&row.when).parse() else {
            continue;
        };
        row.when = now(on).map_or_else(|| GONE.to_owned(), |on| on.to_string());
    }
}

/// The rows that hang on a question which was taken out, each with its field.
pub fn orphaned(rows: &[Written]) -> Vec<Detail> {
    let orphans = rows.iter().zip(&ROWS).filter(|(row, _)| row.when == GONE);
    orphans
        .map(|(_, fields)| named(fields.when, "surveys-when-gone"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, when: &str) -> Written {
        Written {
            text: text.to_owned(),
            when: when.to_owned(),
            when_is: "はい".to_owned(),
            ..Written::default()
        }
    }

    #[test]
    fn what_hangs_on_a_question_goes_with_it() {
        let rows = [row("一", ""), row("二", "１"), row("三", "2")];
        for (act, expected) in [
            ("up-3", [("一", ""), ("三", "3"), ("二", "1")]),
            ("down-1", [("二", "2"), ("一", ""), ("三", "1")]),
            ("remove-1", [("二", "0"), ("三", "1"), ("", "")]),
            ("remove-2", [("一", ""), ("三", "0"), ("", "")]),
            ("remove-3", [("一", ""), ("二", "1"), ("", "")]),
            ("up-1", [("一", ""), ("二", "１"), ("三", "2")]),
            ("down-3", [("一", ""), ("二", "１"), ("三", "2")]),
        ] {
            let (found, _) = moved(&rows, 3, act).unwrap();
            let found: Vec<_> = found.iter().map(|row| (&*row.text, &*row.when)).collect();
            assert_eq!(found, expected, "{act}");
        }
    }

    #[test]
    fn what_hung_on_a_question_that_is_gone_is_marked_and_not_asked_of_everybody() {
        let rows = [row("一", ""), row("二", "1"), row("三", "2")];
        let (rows, _) = moved(&rows, 3, "remove-1").unwrap();
        let marked = orphaned(&rows);
        let marked: Vec<_> = marked.iter().map(|one| (one.field, one.key)).collect();
        assert_eq!(marked, [(Some("question-1-when"), "surveys-when-gone")]);
        assert_eq!(rows[0].when_is, "はい", "for whom it was is still seen");
        assert_eq!(orphaned(&[row("一", ""), row("二", "1")]), []);
    }

    #[test]
    fn saving_moves_nothing() {
        assert_eq!(moved(&[row("一", "")], 1, "save"), None);
        assert_eq!(moved(&[row("一", "")], 1, ""), None);
        assert_eq!(moved(&[row("一", "")], 1, "more").unwrap().1, 2);
    }
}
