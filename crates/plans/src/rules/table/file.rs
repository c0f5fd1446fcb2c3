//! A file as a spreadsheet writes it: UTF-8, or Windows-31J as Japanese Excel does.

use csv::ReaderBuilder;
use encoding_rs::SHIFT_JIS;

use super::Record;

/// A file whose characters could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// The text of a file.
pub fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = if let Ok(text) = std::str::from_utf8(bytes) {
        text.to_owned()
    } else {
        let (text, has_errors) = SHIFT_JIS.decode_without_bom_handling(bytes);
        if has_errors {
            return Err(Unreadable);
        }
        text.into_owned()
    };
    let text = text.trim_start_matches('\u{feff}');
    let odd = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t');
    if text.contains(odd) {
        Err(Unreadable)
    } else {
        Ok(text.to_owned())
    }
}

/// The headings and the lines of a table. A line with more or fewer cells than there are headings is
/// broken.
pub fn records(text: &str) -> (Vec<String>, Vec<Record>) {
    // A line that ends as Windows has it would be counted with the one before.
    let text = text.replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut headings = Vec::new();
    let mut records = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else {
            let line = records.last().map_or(1, |last: &Record| last.line) + 1;
            records.push(Record { line, cells: None });
            continue;
        };
        let line = record.position().map_or(1, csv::Position::line);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if headings.is_empty() {
            headings = cells;
        } else {
            let fits = cells.len() == headings.len();
            records.push(Record {
                line,
                cells: fits.then_some(cells),
            });
        }
    }
    (headings, records)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_excel_are_read_in_both_encodings() {
        let text_of = "番号,事業名\r\n1,創業の支援\r\n";
        let (bytes, _, _) = SHIFT_JIS.encode(text_of);
        assert_eq!(text(&bytes).unwrap(), text_of);
        assert_eq!(
            text(format!("\u{feff}{text_of}").as_bytes()).unwrap(),
            text_of
        );
        assert_eq!(text(&[0xff, 0xfe, 0x00]), Err(Unreadable));
        assert_eq!(text(b"a\0b"), Err(Unreadable));
    }

    #[test]
    fn a_line_with_a_cell_too_many_is_broken() {
        let (headings, records) = records("番号,事業名\n1,\"二行の\n名前\"\n2,名前,余分\n3,名前\n");
        assert_eq!(headings, ["番号", "事業名"]);
        let found: Vec<_> = records
            .iter()
            .map(|one| (one.line, one.cells.is_some()))
            .collect();
        assert_eq!(found, [(2, true), (4, false), (5, true)]);
    }

    #[test]
    fn lines_are_counted_as_windows_ends_them_too() {
        let (_, records) = records("番号,事業名\r\n1,一\r\n2\r\n");
        let found: Vec<_> = records.iter().map(|one| one.line).collect();
        assert_eq!(found, [2, 3]);
    }
}
