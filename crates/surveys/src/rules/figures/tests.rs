use super::*;
use crate::rules::{Choice, More};

fn question(kind: Kind, options: usize) -> Question {
    let option = |_| Choice {
        text: "選択肢".to_owned(),
        text_en: String::new(),
    };
    Question {
        kind,
        text: "何".to_owned(),
        text_en: String::new(),
        options: (0..options).map(option).collect(),
        required: true,
        more: More::default(),
    }
}

fn values(counted: &[(&str, i64)]) -> Values {
    let own = counted
        .iter()
        .map(|(value, count)| ((*value).to_owned(), *count));
    own.collect()
}

fn counts(figure: &Figure) -> Vec<i64> {
    figure.cells.iter().map(|cell| cell.count).collect()
}

#[test]
fn answers_are_counted_as_their_question_asks() {
    let found = figure(&question(Kind::Scale, 0), &values(&[("5", 2), ("4", 1)]));
    assert_eq!(
        (counts(&found), found.mean),
        (vec![2, 1, 0, 0, 0], Some(467))
    );
    let found = figure(
        &question(Kind::Choices, 3),
        &values(&[("1,3", 2), ("3", 1)]),
    );
    assert_eq!((found.answered, counts(&found)), (3, vec![2, 0, 3]));
    let found = figure(&question(Kind::YesNo, 0), &values(&[("no", 4)]));
    assert_eq!((counts(&found), found.mean), (vec![0, 4], None));
    let found = figure(&question(Kind::Number, 0), &values(&[("3", 2), ("0", 1)]));
    assert_eq!((found.sum, found.mean), (Some(6), Some(200)));
    let found = figure(&question(Kind::Text, 0), &values(&[("", 7)]));
    assert_eq!((found.answered, found.cells.len()), (7, 0));
    assert_eq!(figure(&question(Kind::Scale, 0), &Values::new()).mean, None);
}

#[test]
fn the_ward_reads_no_figure_of_fewer_than_five() {
    for (kind, counted, shown) in [
        (Kind::Choice, &[("1", 5), ("2", 5)][..], true),
        (Kind::Choice, &[("1", 5)], true),
        (Kind::Choice, &[("1", 4)], false),
        (Kind::Choice, &[("1", 9), ("2", 1)], false),
        (Kind::Choice, &[], false),
        (Kind::Scale, &[("5", 5), ("4", 4)], false),
        (Kind::YesNo, &[("yes", 6), ("no", 5)], true),
        // Who did not choose it is told by it too.
        (Kind::Choices, &[("1,2", 5), ("1", 4)], false),
        (Kind::Choices, &[("1,2", 5), ("1", 5)], true),
        (Kind::Number, &[("1", 1), ("2", 1), ("3", 3)], true),
        (Kind::Number, &[("1", 4)], false),
        (Kind::Text, &[("", 20)], false),
    ] {
        let found = released(&question(kind, 2), &[values(counted)]);
        assert_eq!(found.is_some(), shown, "{kind:?} {counted:?}");
    }
    assert_eq!([few(0), few(4), few(5)], [None, None, Some(5)]);
}

#[test]
fn what_one_quarter_adds_to_another_tells_nobodys_answer() {
    let asked = question(Kind::Choice, 2);
    let first = values(&[("1", 6), ("2", 5)]);
    let one_more = values(&[("2", 1)]);
    let many = values(&[("2", 4)]);
    let shown = |quarters: &[Values]| released(&asked, quarters).map(|found| counts(&found));
    assert_eq!(shown(std::slice::from_ref(&one_more)), None);
    assert_eq!(shown(std::slice::from_ref(&first)), Some(vec![6, 5]));
    assert_eq!(shown(&[first.clone(), one_more.clone()]), Some(vec![6, 5]));
    let all = [first, one_more.clone(), many, one_more];
    assert_eq!(shown(&all), Some(vec![6, 10]));
}
