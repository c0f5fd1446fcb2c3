//! A workbook with one sheet: the headings stay in sight, columns are as wide as what is in them.

use kernel::Fault;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::{Cell, Sheet};

pub(super) fn written(sheet: &Sheet) -> Result<Vec<u8>, Fault> {
    workbook(sheet).map_err(|source| Fault::broken("writing a workbook", source))
}

fn workbook(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let heading = Format::new().set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_row_with_format(0, 0, &sheet.headings, &heading)?;
    for (line, row) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(row) {
            match cell {
                // A text stays a text: nothing in it is reckoned out, no digit is lost.
                Cell::Text(text) => page.write_string(line, column, text)?,
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "a workbook knows no other numbers; ours are counts and yen"
                )]
                Cell::Number(number) => page.write_number(line, column, *number as f64)?,
                Cell::Date(date) => page.write_with_format(line, column, date, &day)?,
                Cell::Time(moment) => page.write_with_format(line, column, moment, &time)?,
            };
        }
    }
    page.set_freeze_panes(1, 0)?;
    page.autofit();
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_made_of_every_kind_of_cell() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 8).unwrap();
        let sheet = Sheet {
            name: "list".into(),
            headings: ["氏名", "人数", "日", "時"].map(str::to_owned).to_vec(),
            rows: vec![vec![
                Cell::Text("=1+1".into()),
                Cell::Number(12),
                Cell::Date(day),
                Cell::Time(day.and_hms_opt(9, 0, 0).unwrap()),
            ]],
        };
        let bytes = written(&sheet).unwrap();
        assert!(bytes.starts_with(b"PK"), "a workbook is a zip");
    }
}
