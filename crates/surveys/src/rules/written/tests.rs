use super::*;
use crate::rules::read;

fn row(kind: &str) -> Written {
    Written {
        kind: kind.to_owned(),
        text: "何".to_owned(),
        ..Written::default()
    }
}

fn first(row: Written, kinds: &[Kind]) -> Result<Question, (&'static str, &'static str)> {
    match questions(&[row], kinds) {
        Ok(mut all) => Ok(all.remove(0)),
        Err(wrong) => Err((wrong[0].field.unwrap(), wrong[0].key)),
    }
}

#[test]
fn a_survey_asks_for_no_paper_and_no_consent_and_an_application_for_no_scale() {
    for (kind, surveys, applications) in [
        ("scale", true, false),
        ("text", true, true),
        ("line", false, true),
        ("file", false, true),
    ] {
        assert_eq!(first(row(kind), &Kind::OF_SURVEYS).is_ok(), surveys);
        assert_eq!(
            first(row(kind), &Kind::OF_APPLICATIONS).is_ok(),
            applications
        );
    }
}

#[test]
fn a_number_has_bounds_and_a_consent_says_to_what() {
    let number = |least: &str, most: &str| Written {
        least: least.to_owned(),
        most: most.to_owned(),
        ..row("number")
    };
    let consent = |help: &str| Written {
        help: help.to_owned(),
        ..row("consent")
    };
    let long = "長".repeat(LONGEST_HELP + 1);
    for (written, expected) in [
        (number("", ""), Ok(None)),
        (number("１", "９"), Ok(Some((1, 9)))),
        (number("", "9"), Ok(Some((0, 9)))),
        (number("-9", ""), Ok(Some((-9, MOST_NUMBER)))),
        (number("5", "5"), Ok(Some((5, 5)))),
        (
            number("9", "1"),
            Err(("question-1-most", "surveys-bounds-turned")),
        ),
        (
            number("九", ""),
            Err(("question-1-least", "surveys-bound-wrong")),
        ),
        (
            number("", "1000001"),
            Err(("question-1-most", "surveys-bound-wrong")),
        ),
        (
            consent(" "),
            Err(("question-1-help", "surveys-consent-unsaid")),
        ),
        (consent("撮影に同意します。"), Ok(None)),
        (consent(&long), Err(("question-1-help", "surveys-long"))),
    ] {
        let found = first(written.clone(), &Kind::OF_APPLICATIONS);
        assert_eq!(found.map(|one| one.more.bounds), expected, "{written:?}");
    }
}

/// A question of a kind that must be answered, what is given, and what is kept or why not.
type Row<'r> = (&'r str, &'r [&'r str], Result<&'r str, &'r str>);

#[test]
fn what_an_application_answers_is_looked_at() {
    let long = "あ".repeat(201);
    let rows: [Row; 11] = [
        ("number", &["5"], Ok("5")),
        ("number", &["６"], Err("surveys-number-beyond")),
        ("number", &["0"], Err("surveys-number-beyond")),
        ("line", &[" 一行 "], Ok("一行")),
        ("line", &["二\n行"], Err("surveys-unreadable")),
        ("line", &[&long], Err("surveys-long")),
        ("consent", &["yes"], Ok("yes")),
        ("consent", &["no"], Err("surveys-option-unknown")),
        ("consent", &[], Err("surveys-consent-missing")),
        ("file", &["計画.pdf"], Ok("計画.pdf")),
        ("file", &[], Err("surveys-paper-missing")),
    ];
    for (kind, given, expected) in rows {
        let written = Written {
            help: "説明".to_owned(),
            least: "1".to_owned(),
            most: "5".to_owned(),
            required: true,
            ..row(kind)
        };
        let asked = [first(written, &Kind::OF_APPLICATIONS).unwrap()];
        let wish = vec![given.iter().map(|one| (*one).to_owned()).collect()];
        let found = read(&asked, &wish);
        let found = match &found {
            Ok(kept) => Ok(kept[0].1.as_str()),
            Err(wrong) => Err(wrong[0].key),
        };
        assert_eq!(found, expected, "{kind} {given:?}");
    }
}

#[test]
fn what_hangs_on_another_answer_is_neither_missed_nor_kept() {
    let hanging = Written {
        when: "1".to_owned(),
        when_is: "はい".to_owned(),
        required: true,
        ..row("line")
    };
    let asked = questions(&[row("yes_no"), hanging], &Kind::OF_APPLICATIONS).unwrap();
    let given = |first: &str, second: &str| {
        let one = |text: &str| vec![text.to_owned()];
        read(&asked, &vec![one(first), one(second)])
    };
    let kept = |all: &[(i32, &str)]| -> Vec<(i32, String)> {
        all.iter()
            .map(|(at, text)| (*at, (*text).to_owned()))
            .collect()
    };
    assert_eq!(
        given("yes", "3歳").unwrap(),
        kept(&[(1, "yes"), (2, "3歳")])
    );
    assert_eq!(given("no", "3歳").unwrap(), kept(&[(1, "no")]));
    assert_eq!(given("", "3歳").unwrap(), kept(&[]));
    assert_eq!(
        given("yes", "").unwrap_err()[0].key,
        "surveys-answer-missing"
    );
}
