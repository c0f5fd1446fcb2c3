//! CSV as spreadsheets take it: a mark, CRLF, and no cell that is a formula.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};
use kernel::Fault;

use super::{Cell, Sheet};

/// By this mark Excel knows UTF-8; no text of another encoding begins so.
pub(super) const MARK: char = '\u{feff}';

/// What a spreadsheet would reckon out instead of showing it. `−` (U+2212) becomes `－` in Windows-31J.
const FORMULA: [char; 12] = [
    '=', '+', '-', '−', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n',
];

pub(super) fn written(sheet: &Sheet) -> Result<String, Fault> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        // What is quoted is ours to say: text of digits alone is text, and keeps its leading zeros.
        .quote_style(QuoteStyle::Never)
        .from_writer(Vec::new());
    let broken = |source| Fault::broken("writing a CSV", source);
    let headings = sheet.headings.iter().map(|heading| quoted(heading));
    writer.write_record(headings).map_err(broken)?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(shown)).map_err(broken)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|source| Fault::broken("writing a CSV", source.into_error()))?;
    let text = String::from_utf8(bytes).map_err(|source| Fault::broken("writing a CSV", source))?;
    Ok(format!("{MARK}{text}"))
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => quoted(&harmless(text)),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => quoted(&date.to_string()),
        Cell::Time(time) => quoted(&time.format("%Y-%m-%d %H:%M").to_string()),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Text that begins like a formula gets an apostrophe before it, which spreadsheets show as text.
/// A mark before it is not seen, and is left out in Windows-31J: what follows it begins the text.
fn harmless(text: &str) -> String {
    if text.trim_start_matches(MARK).starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn of(rows: Vec<Vec<Cell>>) -> String {
        let sheet = Sheet {
            name: "list".into(),
            headings: vec!["氏名".into(), "電話".into()],
            rows,
        };
        written(&sheet).unwrap()
    }

    #[test]
    fn a_list_begins_with_its_mark_and_ends_lines_as_windows_does() {
        let text = of(vec![vec![
            Cell::Text("見本 \"太郎\"".into()),
            Cell::Number(-3),
        ]]);
        assert_eq!(
            text,
            "\u{feff}\"氏名\",\"電話\"\r\n\"見本 \"\"太郎\"\"\",-3\r\n"
        );
    }

    #[test]
    fn a_number_that_is_a_name_is_text_and_one_that_is_reckoned_with_is_not() {
        let text = of(vec![vec![
            Cell::Text("0312345678".into()),
            Cell::Number(7_000_012_050_002),
        ]]);
        assert!(
            text.ends_with("\"0312345678\",7000012050002\r\n"),
            "{text:?}"
        );
        let text = of(vec![vec![
            Cell::Text("7000012050002".into()),
            Cell::Text("一行目\n二行目".into()),
        ]]);
        assert!(
            text.ends_with("\"7000012050002\",\"一行目\n二行目\"\r\n"),
            "{text:?}"
        );
    }

    #[test]
    fn nothing_that_was_typed_becomes_a_formula() {
        let signs = [
            "=",
            "+",
            "-",
            "−",
            "@",
            "＝",
            "＋",
            "－",
            "＠",
            "\t",
            "\r",
            "\n",
            "\t=",
            "\r=",
            "\u{feff}=",
            "\u{feff}−",
        ];
        for sign in signs {
            let typed = format!("{sign}1+1");
            let text = of(vec![vec![
                Cell::Text(typed.clone()),
                Cell::Text("0".into()),
            ]]);
            assert!(text.contains(&format!("\"'{typed}\"")), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_formula_stays_as_it_was_typed() {
        for typed in [
            "",
            "見本",
            "1-2",
            "'=1",
            "ー",
            "〜9:00",
            " 見本",
            "\u{feff}見本",
        ] {
            assert_eq!(harmless(typed), typed);
        }
    }

    #[test]
    fn no_text_becomes_a_formula_by_being_written_for_older_programs() {
        for typed in ["−1", "－1", "＝1", "＋1", "＠x", "\u{feff}=1"] {
            let text = of(vec![vec![Cell::Text(typed.into()), Cell::Number(0)]]);
            let bytes = super::super::cp932::encoded(&text);
            let read = encoding_rs::SHIFT_JIS.decode(&bytes).0.into_owned();
            let (_, row) = read.split_once("\r\n").unwrap();
            assert!(row.starts_with("\"'"), "{typed:?} became {row:?}");
        }
    }

    #[test]
    fn days_and_times_are_written_so_that_they_sort() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 8).unwrap();
        assert_eq!(shown(&Cell::Date(day)), "\"2026-12-08\"");
        let time = day.and_hms_opt(9, 5, 0).unwrap();
        assert_eq!(shown(&Cell::Time(time)), "\"2026-12-08 09:05\"");
    }
}
