use super::*;
use crate::rules::{LONGEST_OPTION, LONGEST_QUESTION};

fn asked(kind: &str, text: &str, options: &str, options_en: &str) -> Written {
    Written {
        kind: kind.to_owned(),
        text: text.to_owned(),
        options: options.to_owned(),
        options_en: options_en.to_owned(),
        ..Written::default()
    }
}

fn draft(questions: Vec<Written>) -> Draft {
    Draft {
        title: "相談のあとのアンケート".to_owned(),
        questions,
        ..Draft::default()
    }
}

#[track_caller]
fn is(draft: &Draft, expected: &[(&str, &str)]) {
    let found = draft.read().err().unwrap_or_default();
    let found: Vec<_> = found
        .iter()
        .map(|detail| (detail.field.unwrap(), detail.key))
        .collect();
    assert_eq!(found, expected, "{draft:?}");
}

#[test]
fn everything_that_is_wrong_with_a_question_is_said_beside_it() {
    let long = "あ".repeat(LONGEST_QUESTION + 1);
    let many = [
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万",
    ]
    .join("\n");
    let wide = format!("はい\n{}", "え".repeat(LONGEST_OPTION + 1));
    let rows: [(Written, &[(&str, &str)]); 14] = [
        (asked("scale", "満足しましたか", "", ""), &[]),
        (asked("text", "自由にお書きください", "", ""), &[]),
        (asked("choice", "その後", "開業した\n準備中", ""), &[]),
        (asked("choices", "その後", "a\n\n b ", "A\nB"), &[]),
        (
            asked("", "何", "a\nb", ""),
            &[("question-1-kind", "surveys-kind-missing")],
        ),
        (
            asked("many", "何", "a\nb", ""),
            &[("question-1-kind", "surveys-kind-missing")],
        ),
        (
            asked("choice", "　", "a", "A\nB"),
            &[
                ("question-1-text", "surveys-question-missing"),
                ("question-1-options", "surveys-options-few"),
                ("question-1-options_en", "surveys-options-unlike"),
            ],
        ),
        (
            asked("text", &long, "", ""),
            &[("question-1-text", "surveys-long")],
        ),
        (
            asked("text", "a\u{7}", "", ""),
            &[("question-1-text", "surveys-unreadable")],
        ),
        (
            asked("choices", "何", &many, ""),
            &[("question-1-options", "surveys-options-many")],
        ),
        (
            asked("choice", "何", "A\nＡ", ""),
            &[("question-1-options", "surveys-options-twice")],
        ),
        (
            asked("choice", "何", &wide, ""),
            &[("question-1-options", "surveys-long")],
        ),
        (
            asked("number", "何人", "1\n2", ""),
            &[("question-1-options", "surveys-options-superfluous")],
        ),
        (
            asked("text", "", "", ""),
            &[("question-1-text", "surveys-none-asked")],
        ),
    ];
    for (row, expected) in rows {
        is(&draft(vec![row]), expected);
    }
}

#[test]
fn a_survey_has_a_title_and_no_more_questions_than_a_form_has_rows() {
    let own = asked("text", "何", "", "");
    is(&draft(vec![own.clone(); 20]), &[]);
    is(
        &draft(vec![own.clone(); 21]),
        &[("question-20-text", "surveys-many-asked")],
    );
    let nameless = Draft {
        title: " ".to_owned(),
        introduction: "長".repeat(LONGEST_INTRODUCTION + 1),
        ..draft(vec![own])
    };
    let expected = [
        ("title", "surveys-title-missing"),
        ("introduction", "surveys-long"),
    ];
    is(&nameless, &expected);
}

#[test]
fn rows_between_questions_may_be_empty() {
    let rows = vec![
        asked("text", "一", "", ""),
        asked("scale", " ", "", ""),
        asked("choice", "二", " a \r\n b", "A\nB"),
    ];
    let content = draft(rows).read().unwrap();
    let texts: Vec<_> = content
        .questions
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(texts, ["一", "二"]);
    let options = &content.questions[1].options;
    assert_eq!(
        (options[1].text.as_str(), options[1].text_en.as_str()),
        ("b", "B")
    );
}
