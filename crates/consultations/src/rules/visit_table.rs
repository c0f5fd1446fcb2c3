//! Targets of visits from a table, as a file of a spreadsheet has it: a line for each.

use std::collections::HashMap;

use plans::rules::table::{Record, Wrong};
use serde_json::json;

use super::TargetDraft;

/// The columns, in the order in which they are named; they are read in any.
pub const COLUMNS: [&str; 4] = ["事業者名", "住所", "電話", "備考"];

/// So many lines at most in one file.
const MOST_TARGETS: usize = 2_000;

/// The fields of the form that stand in the columns.
const FIELDS: [&str; 4] = ["company", "address", "telephone", "note"];

/// The targets of a table, or every line that is wrong; `known` are there already. Nothing is taken in
/// half.
pub fn visit_targets(
    headings: &[String],
    records: &[Record],
    known: &[(String, String)],
) -> Result<Vec<TargetDraft>, Vec<Wrong>> {
    let places = places(headings)?;
    let mut wrong = Vec::new();
    let mut read = Vec::new();
    let mut lines: HashMap<(String, String), u64> = HashMap::new();
    for record in records {
        let Some(cells) = &record.cells else {
            wrong.push(at(record.line, None, "plans-import-broken-line"));
            continue;
        };
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let target = target(&places, cells);
        let details = target.wrong();
        wrong.extend(details.iter().map(|detail| Wrong {
            args: detail.args.clone(),
            ..at(record.line, column(detail.field), detail.key)
        }));
        let named = (target.company.clone(), target.address.clone());
        if known.contains(&named) {
            wrong.push(at(record.line, Some(COLUMNS[0]), "visits-import-there"));
        } else if let Some(line) = lines.insert(named, record.line) {
            wrong.push(Wrong {
                args: json!({ "line": line }),
                ..at(record.line, Some(COLUMNS[0]), "visits-import-twice")
            });
        }
        read.push(target);
    }
    if read.is_empty() && wrong.is_empty() {
        wrong.push(at(1, None, "visits-import-empty"));
    }
    if read.len() > MOST_TARGETS {
        wrong.push(at(1, None, "visits-import-many"));
    }
    if wrong.is_empty() {
        Ok(read)
    } else {
        Err(wrong)
    }
}

fn at(line: u64, column: Option<&'static str>, key: &'static str) -> Wrong {
    Wrong {
        line,
        column,
        key,
        args: json!({ "most": MOST_TARGETS }),
    }
}

/// In which column a field stands.
fn column(field: Option<&str>) -> Option<&'static str> {
    let place = FIELDS.iter().position(|own| Some(*own) == field)?;
    COLUMNS.get(place).copied()
}

/// Where each column stands; name and address must be there, and no other column.
fn places(headings: &[String]) -> Result<[Option<usize>; 4], Vec<Wrong>> {
    let trimmed: Vec<&str> = headings.iter().map(|heading| heading.trim()).collect();
    let place = |column: &str| trimmed.iter().position(|heading| *heading == column);
    let places = COLUMNS.map(place);
    let mut wrong: Vec<Wrong> = COLUMNS
        .into_iter()
        .zip(places)
        .take(2)
        .filter(|(_, place)| place.is_none())
        .map(|(column, _)| at(1, Some(column), "plans-import-column-missing"))
        .collect();
    for (nth, heading) in trimmed.iter().enumerate() {
        let args = json!({ "name": heading });
        if !COLUMNS.contains(heading) && !heading.is_empty() {
            let unknown = at(1, None, "plans-import-column-unknown");
            wrong.push(Wrong { args, ..unknown });
        } else if trimmed.iter().position(|one| one == heading) != Some(nth) {
            let twice = at(1, None, "plans-import-column-twice");
            wrong.push(Wrong { args, ..twice });
        }
    }
    if wrong.is_empty() {
        Ok(places)
    } else {
        Err(wrong)
    }
}

fn target(places: &[Option<usize>; 4], cells: &[String]) -> TargetDraft {
    let [company, address, telephone, note] = places.map(|place| {
        let cell = place.and_then(|place| cells.get(place));
        cell.map(|cell| cell.trim().to_owned()).unwrap_or_default()
    });
    TargetDraft {
        company,
        address,
        telephone,
        note,
    }
}

#[cfg(test)]
mod tests {
    use plans::rules::table::records;

    use super::*;

    fn wrong(text: &str) -> Vec<(u64, &'static str)> {
        let (headings, records) = records(text);
        let known = [("見本商店".to_owned(), "見本町1".to_owned())];
        let found = visit_targets(&headings, &records, &known);
        let wrong = found.err().unwrap_or_default();
        wrong.iter().map(|one| (one.line, one.key)).collect()
    }

    #[test]
    fn targets_are_read_in_any_order_of_columns() {
        let (headings, lines) = records("住所,事業者名,備考\r\n見本町2,実例工業,午前\r\n,,\r\n");
        let read = visit_targets(&headings, &lines, &[]).unwrap();
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].company, "実例工業");
        assert_eq!(read[0].address, "見本町2");
        assert_eq!(read[0].note, "午前");
    }

    #[test]
    fn every_line_that_is_wrong_is_told() {
        for (text, expected) in [
            ("事業者名,住所\na,b\n", vec![]),
            (
                "事業者名,住所\n,b\na,\n見本商店,見本町1\n",
                vec![
                    (2, "visits-company-missing"),
                    (3, "visits-address-missing"),
                    (4, "visits-import-there"),
                ],
            ),
            (
                "事業者名,住所\na,b\nc\na,b\n",
                vec![(3, "plans-import-broken-line"), (4, "visits-import-twice")],
            ),
            ("事業者名,住所\n", vec![(1, "visits-import-empty")]),
            ("", vec![(1, "plans-import-column-missing"); 2]),
            (
                "事業者名,住所,色,住所\na,b,c,d\n",
                vec![
                    (1, "plans-import-column-unknown"),
                    (1, "plans-import-column-twice"),
                ],
            ),
        ] {
            assert_eq!(wrong(text), expected, "{text:?}");
        }
    }
}
