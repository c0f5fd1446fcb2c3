//! What the demonstration's seminars ask of those who enrol, and what these answer.

use ::seminars::rules::{Answers, Leaves};
use surveys::{entity::survey_question::Kind, rules::Written};

/// The questions of a seminar of this name; of most, none.
pub(super) fn questions(title: &str) -> Vec<Written> {
    match title {
        "後継者塾" => vec![
            required(Written {
                help: "引き継ぐ事業と、これから取り組みたいことを書いてください。".to_owned(),
                help_en: "The business you take over, and what you would like to do with it."
                    .to_owned(),
                ..asked(
                    Kind::Text,
                    ["事業計画の概要", "Your business plan in outline"],
                )
            }),
            required(Written {
                options: "1年以内\n3年以内\nまだ決めていない".to_owned(),
                options_en: "Within a year\nWithin three years\nNot decided yet".to_owned(),
                ..asked(Kind::Choice, ["引き継ぐ時期", "When you take over"])
            }),
            asked(
                Kind::File,
                [
                    "事業計画書（あれば）",
                    "Your plan as a file, if there is one",
                ],
            ),
            required(consent()),
        ],
        "ネットショップ入門" | "女性のための創業講座" => child_care(),
        "創業塾 冬期" => vec![
            required(asked(
                Kind::Line,
                ["始めたい事業", "The business you want to start"],
            )),
            required(consent()),
        ],
        _ => Vec::new(),
    }
}

/// A wish for child care, and about whom.
fn child_care() -> Vec<Written> {
    let if_yes = |row: Written| Written {
        when: "1".to_owned(),
        when_is: "はい".to_owned(),
        ..required(row)
    };
    vec![
        required(asked(
            Kind::YesNo,
            ["託児を希望しますか", "Would you like child care?"],
        )),
        if_yes(Written {
            least: "1".to_owned(),
            most: "4".to_owned(),
            ..asked(Kind::Number, ["お子さんの人数", "How many children"])
        }),
        if_yes(Written {
            help: "例：2歳と5歳".to_owned(),
            help_en: "For example: 2 and 5".to_owned(),
            ..asked(Kind::Line, ["お子さんの年齢", "Their ages"])
        }),
    ]
}

fn consent() -> Written {
    Written {
        help: "書いていただいた内容を、講師と相談の担当者が講座の準備のために読みます。ほかの目的には使いません。".to_owned(),
        help_en: "What you write is read by the lecturer and the advisers to prepare the course, and used for nothing else.".to_owned(),
        ..asked(Kind::Consent, ["回答の取扱い", "How your answers are used"])
    }
}

fn asked(kind: Kind, [text, text_en]: [&str; 2]) -> Written {
    Written {
        kind: kind.code().to_owned(),
        text: text.to_owned(),
        text_en: text_en.to_owned(),
        ..Written::default()
    }
}

fn required(row: Written) -> Written {
    Written {
        required: true,
        ..row
    }
}

/// What the nth who enrols answers.
pub(super) fn answers(title: &str, nth: usize) -> Answers {
    let plans = [
        "父の金属加工の会社を引き継ぎます。試作の受注を増やし、若い職人を育てたいです。",
        "祖母の代からの和菓子店です。店の改装と、通信販売を考えています。",
        "印刷所を継ぎます。地域の小さな店のチラシを、相談から受けられるようにします。",
    ];
    let shops = ["焼き菓子の店", "翻訳", "自転車の修理", "子どもの絵の教室"];
    let one = |text: &str| vec![text.to_owned()];
    let given = match title {
        "後継者塾" => {
            let when = ["1", "2", "3"][nth % 3];
            vec![
                one(plans[nth % plans.len()]),
                one(when),
                Vec::new(),
                one("yes"),
            ]
        }
        "ネットショップ入門" if nth % 4 == 1 => {
            vec![one("yes"), one("2"), one("2歳と5歳")]
        }
        "ネットショップ入門" => vec![one("no")],
        "創業塾 冬期" => vec![one(shops[nth % shops.len()]), one("yes")],
        _ => Vec::new(),
    };
    // Somebody at the counter had no time to say more; it is answered later.
    let hurried = title == "後継者塾" && nth == 3;
    Answers {
        given: if hurried { Vec::new() } else { given },
        leaves: if hurried {
            Leaves::Everything
        } else {
            Leaves::Nothing
        },
        ..Answers::default()
    }
}
