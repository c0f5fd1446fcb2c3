use uuid::Uuid;

use super::*;
use crate::{
    entity::PolicyId,
    samples::{CENTRE, INDUSTRY},
};

const ERRORS: &str = include_str!("../../../samples/five-errors.csv");

fn known() -> Known {
    let field =
        |(number, field): (u128, &str)| (field.to_owned(), PolicyId(Uuid::from_u128(number)));
    let fields = (1..).zip(["担い手育成・確保", "維持・発展", "創業・起業"]);
    Known {
        years: 2014..=2017,
        policies: fields.map(field).collect(),
        earlier: Vec::new(),
    }
}

fn read(text: &str) -> Result<Vec<Programme>, Vec<Wrong>> {
    let (headings, records) = records(text);
    programmes(&headings, &records, &known())
}

#[test]
fn the_68_programmes_are_read_each_with_its_departments() {
    let all = read(INDUSTRY).unwrap();
    assert_eq!(all.len(), 68);
    assert!(all.iter().all(|one| !one.owner_department.is_empty()));
    let goals: std::collections::HashSet<&str> = all.iter().map(|one| one.goal.as_str()).collect();
    assert_eq!(goals.len(), 6);
    let farms = &all[50];
    assert_eq!((farms.number, farms.related_departments.len()), (51, 2));
    let farms = &farms.measures[0];
    assert_eq!(
        (farms.baseline, farms.target),
        (Some((2013, 7_100)), Some(9_900))
    );
    let shopping = &all[32].measures;
    let targets: Vec<_> = shopping.iter().map(|one| one.target).collect();
    assert_eq!(targets, [Some(2_000), Some(4_000)]);
    assert_eq!(read(CENTRE).unwrap().len(), 3);
}

#[test]
fn what_is_written_is_read_again() {
    for text in [INDUSTRY, CENTRE] {
        let all = read(text).unwrap();
        let mut written = COLUMNS.join(",");
        for line in all.iter().flat_map(|one| lines(one, &known())) {
            written.push('\n');
            let quoted = line
                .iter()
                .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
            written.push_str(&quoted.collect::<Vec<_>>().join(","));
        }
        assert_eq!(read(&written).unwrap(), all);
    }
}

#[test]
fn exactly_the_five_seeded_errors_are_named() {
    let wrong = read(ERRORS).unwrap_err();
    let found: Vec<_> = wrong
        .iter()
        .map(|one| (one.line, one.column.unwrap_or_default()))
        .collect();
    assert_eq!(
        found,
        [
            (14, "基準年度"),
            (24, "事業名"),
            (36, "単位"),
            (39, "指標の種類"),
            (67, "目標年度")
        ]
    );
}

#[test]
fn a_table_that_is_none_is_told_and_nothing_is_taken() {
    let heading = "番号,目標,施策,事業名,所管課";
    for (text, found) in [
        (
            "番号,事業名\n1,創業",
            vec![(1, Some("目標")), (1, Some("施策")), (1, Some("所管課"))],
        ),
        (heading, vec![(1, None)]),
        ("", vec![(1, None)]),
        (
            &format!("{heading}\n1,目標,施策,一,課\n1,目標,施策,二,課"),
            vec![(3, Some("番号"))],
        ),
        (
            &format!("{heading}\n1,目標,施策,一,課,余分"),
            vec![(2, None)],
        ),
        (
            &format!("{heading}\n\n,,,,\nx,目標,施策,一,課"),
            vec![(4, Some("番号"))],
        ),
    ] {
        let wrong = read(text).unwrap_err();
        let places: Vec<_> = wrong.iter().map(|one| (one.line, one.column)).collect();
        assert_eq!(places, found, "{text}");
    }
}

#[test]
fn no_column_is_lost_unseen() {
    let keys = |text: &str| -> Vec<&str> {
        let wrong = read(text).err().unwrap_or_default();
        wrong.iter().map(|one| one.key).collect()
    };
    assert_eq!(keys(""), ["plans-import-nothing"]);
    assert_eq!(keys(",,\n1,2,3"), ["plans-import-nothing"]);
    let with = |heading: &str| {
        let (first, rest) = CENTRE.split_once('\n').unwrap();
        let rest = rest.lines().map(|line| format!("{line},x"));
        let rest: Vec<String> = rest.collect();
        format!("{first},{heading}\n{}", rest.join("\n"))
    };
    assert_eq!(keys(&with("備考")), ["plans-import-column-unknown"]);
    assert_eq!(keys(&with(" 事業名 ")), ["plans-import-column-twice"]);
    assert!(keys(&with("")).is_empty());
}
