//! The surveys that a centre begins with: after a consultation, some months later, after a dispatch.

use crate::{
    entity::survey_question::Kind,
    rules::{Draft, Written},
    service::NewSurvey,
};

/// Both that are asked about every consultation.
pub fn both() -> [NewSurvey; 2] {
    [consultation_meeting(), consultation_follow_up()]
}

/// All, as a centre enters them on its first day.
pub fn first() -> [NewSurvey; 4] {
    let [meeting, follow_up] = both();
    [meeting, follow_up, dispatch_evaluation(), seminar()]
}

/// 相談のあとで: how it was, and what was of use.
pub fn consultation_meeting() -> NewSurvey {
    NewSurvey {
        code: "consultation_meeting",
        confidential: true,
        draft: Draft {
            title: "相談についてのアンケート".to_owned(),
            title_en: "About your consultation".to_owned(),
            introduction: "ご相談いただき、ありがとうございました。これからの相談をより良くするために、ご意見をお聞かせください。1分ほどで終わります。".to_owned(),
            introduction_en: "Thank you for coming to see us. Please tell us how it was, so that we can do better. It takes about a minute.".to_owned(),
            questions: vec![
                required(question(
                    Kind::Scale,
                    ["相談にどのくらい満足していますか。", "How satisfied are you with the consultation?"],
                )),
                Written {
                    options: "課題が整理できた\n次にすることが決まった\n制度や窓口が分かった\n資料や計画の作り方が分かった\n話を聞いてもらえた\n特にない".to_owned(),
                    options_en: "I see more clearly what the problem is\nI know what to do next\nI learned of programmes or offices that can help\nI learned how to write documents or plans\nSomebody listened to me\nNothing in particular".to_owned(),
                    ..question(
                        Kind::Choices,
                        ["役に立ったことをすべて選んでください。", "What was of use to you? Choose all that apply."],
                    )
                },
                question(
                    Kind::Text,
                    ["ご意見・ご感想があればお書きください。", "Is there anything you would like to tell us?"],
                ),
            ],
        },
    }
}

/// セミナーのあとで: how it was, and what people would like to learn next.
fn seminar() -> NewSurvey {
    NewSurvey {
        code: "seminar",
        confidential: false,
        draft: Draft {
            title: "セミナーについてのアンケート".to_owned(),
            title_en: "About the seminar".to_owned(),
            introduction: "ご参加いただき、ありがとうございました。これからのセミナーに役立てますので、ご意見をお聞かせください。1分ほどで終わります。".to_owned(),
            introduction_en: "Thank you for taking part. Please tell us how it was, so that we can do better. It takes about a minute.".to_owned(),
            questions: vec![
                required(question(
                    Kind::Scale,
                    ["セミナーにどのくらい満足していますか。", "How satisfied are you with the seminar?"],
                )),
                required(question(
                    Kind::Scale,
                    ["内容は仕事に役立ちそうですか。", "Will you be able to use what you learned?"],
                )),
                question(
                    Kind::Text,
                    ["これから学びたいことや、ご感想があればお書きください。", "What would you like to learn next? Is there anything you would like to tell us?"],
                ),
            ],
        },
    }
}

/// フォローアップ: what has become of it since.
pub fn consultation_follow_up() -> NewSurvey {
    NewSurvey {
        code: "consultation_follow_up",
        confidential: true,
        draft: Draft {
            title: "相談後の状況についてのアンケート".to_owned(),
            title_en: "Since your consultation".to_owned(),
            introduction: "以前のご相談のあと、どのようにお過ごしでしょうか。その後の状況をお聞かせください。ご希望があれば、もう一度ご相談いただけます。".to_owned(),
            introduction_en: "Some time has passed since your consultation. Please tell us how things have gone. You are welcome to come and see us again.".to_owned(),
            questions: vec![
                required(Written {
                    options: "開業した\n開業の準備をしている\n売上が増えた\n新しい取組を始めた\n変わっていない\n事業をやめた・見送った\nその他".to_owned(),
                    options_en: "I have started my business\nI am preparing to start\nSales have grown\nI have begun something new\nNothing has changed\nI have given it up or put it off\nOther".to_owned(),
                    ..question(
                        Kind::Choice,
                        ["その後の状況に最も近いものを選んでください。", "Which comes closest to how things are now?"],
                    )
                }),
                question(
                    Kind::Number,
                    ["いま雇っている人は何人ですか（ご本人を除く）。", "How many people do you employ now, not counting yourself?"],
                ),
                question(
                    Kind::Text,
                    ["いま困っていることがあればお書きください。", "Is anything troubling you at the moment?"],
                ),
                required(question(
                    Kind::YesNo,
                    ["もう一度相談したいですか。", "Would you like to come for another consultation?"],
                )),
            ],
        },
    }
}

/// 専門家派遣の評価: how it was to have an expert come, and what came of it.
pub fn dispatch_evaluation() -> NewSurvey {
    NewSurvey {
        code: "dispatch_evaluation",
        confidential: true,
        draft: Draft {
            title: "専門家派遣についてのアンケート".to_owned(),
            title_en: "About the expert who came to you".to_owned(),
            introduction: "専門家派遣をご利用いただき、ありがとうございました。これからの派遣をより良くするために、ご意見をお聞かせください。1分ほどで終わります。".to_owned(),
            introduction_en: "Thank you for having our expert at your place of business. Please tell us how it was, so that we can do better. It takes about a minute.".to_owned(),
            questions: vec![
                required(question(
                    Kind::Scale,
                    ["派遣にどのくらい満足していますか。", "How satisfied are you with the visits?"],
                )),
                required(question(
                    Kind::Scale,
                    ["専門家の助言は、事業に役立ちましたか。", "Was the advice of use to your business?"],
                )),
                required(Written {
                    options: "助言に沿って始めた\n準備をしている\nこれから考える\n取り組まない".to_owned(),
                    options_en: "I have begun to follow the advice\nI am preparing to\nI will think about it\nI will not follow it".to_owned(),
                    ..question(
                        Kind::Choice,
                        ["助言を受けて、取組はどこまで進みましたか。", "How far have you come with what was advised?"],
                    )
                }),
                question(
                    Kind::Text,
                    ["ご意見・ご感想があればお書きください。", "Is there anything you would like to tell us?"],
                ),
            ],
        },
    }
}

fn question(kind: Kind, [text, text_en]: [&str; 2]) -> Written {
    Written {
        kind: kind.code().to_owned(),
        text: text.to_owned(),
        text_en: text_en.to_owned(),
        ..Written::default()
    }
}

fn required(question: Written) -> Written {
    Written {
        required: true,
        ..question
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_can_be_asked_as_they_are_in_both_languages() {
        for survey in first() {
            let content = survey.draft.read().unwrap();
            for question in content.questions {
                assert!(!question.text_en.is_empty(), "{}", question.text);
                let mut options = question.options.iter();
                assert!(options.all(|option| !option.text_en.is_empty()));
            }
        }
    }
}
