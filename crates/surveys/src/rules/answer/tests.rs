use super::*;
use crate::rules::{Choice, More};

fn question(kind: Kind, required: bool) -> Question {
    let option = |text: &str| Choice {
        text: text.to_owned(),
        text_en: String::new(),
    };
    Question {
        kind,
        text: "何".to_owned(),
        text_en: String::new(),
        options: if kind.has_options() {
            ["一", "二", "三"].map(option).to_vec()
        } else {
            Vec::new()
        },
        required,
        more: More::default(),
    }
}

/// How it is answered, what is given, and what is kept of it or why not.
type Row<'r> = (Kind, &'r [&'r str], Result<Option<&'r str>, &'r str>);

#[test]
fn an_answer_is_one_of_those_that_the_question_offers() {
    let long = "あ".repeat(LONGEST_WORDS + 1);
    let rows: [Row; 27] = [
        (Kind::Scale, &["5"], Ok(Some("5"))),
        (Kind::Scale, &["0"], Err("surveys-option-unknown")),
        (Kind::Scale, &["6"], Err("surveys-option-unknown")),
        (Kind::Scale, &["1", "2"], Err("surveys-option-unknown")),
        (Kind::Scale, &[""], Ok(None)),
        (Kind::YesNo, &["yes"], Ok(Some("yes"))),
        (Kind::YesNo, &["maybe"], Err("surveys-option-unknown")),
        (Kind::Choice, &["3"], Ok(Some("3"))),
        (Kind::Choice, &["4"], Err("surveys-option-unknown")),
        (Kind::Choice, &["01"], Err("surveys-option-unknown")),
        (Kind::Choice, &["1", "2"], Err("surveys-option-unknown")),
        (Kind::Choices, &["3", "1", "3"], Ok(Some("1,3"))),
        (Kind::Choices, &["1", "9"], Err("surveys-option-unknown")),
        (Kind::Choices, &["1,2"], Err("surveys-option-unknown")),
        (Kind::Choices, &[], Ok(None)),
        (Kind::Number, &["１，２００"], Ok(Some("1200"))),
        (Kind::Number, &["0"], Ok(Some("0"))),
        (Kind::Number, &["1000000"], Ok(Some("1000000"))),
        (Kind::Number, &["1000001"], Err("surveys-number-wrong")),
        (Kind::Number, &["-1"], Err("surveys-number-wrong")),
        (Kind::Number, &["1.5"], Err("surveys-number-wrong")),
        (Kind::Number, &["三人"], Err("surveys-number-wrong")),
        (
            Kind::Text,
            &[" <b>よい</b>\n以上 "],
            Ok(Some("<b>よい</b>\n以上")),
        ),
        (Kind::Text, &[" \n "], Ok(None)),
        (Kind::Text, &["a\0b"], Err("surveys-unreadable")),
        (Kind::Text, &[&long], Err("surveys-long")),
        (Kind::Text, &["a", "b"], Err("surveys-option-unknown")),
    ];
    for (kind, given, expected) in rows {
        let wish = vec![given.iter().map(|&value| value.to_owned()).collect()];
        let found = read(&[question(kind, false)], &wish);
        let found = match &found {
            Ok(kept) => Ok(kept.first().map(|(_, value)| value.as_str())),
            Err(wrong) => Err(wrong[0].key),
        };
        assert_eq!(found, expected, "{kind:?} {given:?}");
    }
}

#[test]
fn all_that_is_missing_is_said_at_once_and_what_need_not_be_answered_may_be_left_out() {
    let asked = Kind::OF_SURVEYS.map(|kind| question(kind, true));
    let wrong = read(&asked, &Wish::new()).unwrap_err();
    let fields: Vec<_> = wrong.iter().map(|detail| detail.field.unwrap()).collect();
    assert_eq!(fields, FIELDS[..6]);
    assert_eq!(wrong[4].key, "surveys-answer-missing");
    assert_eq!(wrong[4].args["question"], "5");
    let asked = Kind::OF_SURVEYS.map(|kind| question(kind, false));
    assert_eq!(read(&asked, &Wish::new()), Ok(Vec::new()));
}
