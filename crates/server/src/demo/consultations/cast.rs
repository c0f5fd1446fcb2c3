//! Who advises in the demonstration, and what people ask.

use consultations::entity::{case::Stage, case_field::Field, meeting::Mode};

/// 姓, 名, セイ, メイ, what they are, fields, languages, their week (weekday, from, until, modes).
pub(super) struct Advises {
    pub(super) names: [&'static str; 4],
    pub(super) qualifications: &'static str,
    pub(super) introduction: &'static str,
    pub(super) introduction_en: &'static str,
    pub(super) fields: &'static [Field],
    pub(super) languages: &'static [&'static str],
    pub(super) week: &'static [(i32, i32, i32, &'static [Mode])],
}

const BOTH: &[Mode] = &[Mode::Centre, Mode::Online, Mode::Telephone];
const OUT: &[Mode] = &[Mode::Visit];

/// The first is whoever signs in as the expert of the demonstration.
pub(super) const EXPERTS: [Advises; 8] = [
    Advises {
        names: ["助言", "ともこ", "ジョゲン", "トモコ"],
        qualifications: "中小企業診断士",
        introduction: "創業と小さな店の経営を手伝っています。事業計画と資金の相談を多く受けています。",
        introduction_en: "Helps people start and run small shops: business plans and money.",
        fields: &[
            Field::Founding,
            Field::Management,
            Field::Finance,
            Field::Shops,
        ],
        languages: &["ja", "en"],
        week: &[
            (2, 780, 1020, BOTH),
            (4, 600, 720, BOTH),
            (5, 780, 1020, BOTH),
        ],
    },
    Advises {
        names: ["指南", "まこと", "シナン", "マコト"],
        qualifications: "税理士",
        introduction: "帳簿、申告、消費税のことを、はじめての人にもわかるように説明します。",
        introduction_en: "",
        fields: &[Field::Tax, Field::Finance, Field::Founding],
        languages: &["ja"],
        week: &[(1, 780, 1020, BOTH), (3, 780, 1020, BOTH)],
    },
    Advises {
        names: ["相談", "かおる", "ソウダン", "カオル"],
        qualifications: "社会保険労務士",
        introduction: "人を雇うとき、働き方を決めるときの相談を受けています。",
        introduction_en: "",
        fields: &[Field::Staff, Field::Work, Field::Law],
        languages: &["ja"],
        week: &[(4, 780, 1020, BOTH)],
    },
    Advises {
        names: ["提案", "のぞみ", "テイアン", "ノゾミ"],
        qualifications: "販路開拓アドバイザー",
        introduction: "売り先の広げ方、商品の見せ方、展示会の使い方を一緒に考えます。",
        introduction_en: "",
        fields: &[
            Field::Sales,
            Field::Orders,
            Field::Products,
            Field::Shops,
            Field::Abroad,
        ],
        languages: &["ja", "en", "zh"],
        week: &[
            (2, 600, 720, BOTH),
            (3, 600, 1020, OUT),
            (5, 600, 720, BOTH),
        ],
    },
    Advises {
        names: ["技術", "すすむ", "ギジュツ", "ススム"],
        qualifications: "ITコーディネータ",
        introduction: "会計・受発注・予約のしくみを、身の丈に合った費用で整えます。",
        introduction_en: "",
        fields: &[Field::Digital, Field::Grants, Field::Continuity],
        languages: &["ja", "en"],
        week: &[(1, 600, 720, BOTH), (4, 780, 1020, BOTH)],
    },
    Advises {
        names: ["承継", "あきら", "ショウケイ", "アキラ"],
        qualifications: "中小企業診断士・事業承継士",
        introduction: "親族、社員、第三者への承継と、経営の立て直しを受け持ちます。",
        introduction_en: "",
        fields: &[Field::Succession, Field::Turnaround, Field::Management],
        languages: &["ja"],
        week: &[(3, 780, 1020, BOTH)],
    },
    Advises {
        names: ["知財", "ひかり", "チザイ", "ヒカリ"],
        qualifications: "弁理士",
        introduction: "商標、特許、意匠の相談を受けています。",
        introduction_en: "",
        fields: &[Field::Property, Field::Products, Field::Law],
        languages: &["ja"],
        week: &[(5, 600, 720, BOTH)],
    },
    Advises {
        names: ["環境", "みのる", "カンキョウ", "ミノル"],
        qualifications: "技術士",
        introduction: "省エネルギーと環境の取組み、災害への備えを手伝います。",
        introduction_en: "",
        fields: &[Field::Environment, Field::Continuity],
        languages: &["ja"],
        week: &[(1, 780, 900, BOTH)],
    },
];

/// What somebody asks.
pub(super) struct Asks {
    pub(super) fields: &'static [Field],
    pub(super) about: &'static str,
    pub(super) stage: Stage,
    pub(super) mode: Mode,
}

/// Asked one after the other, again and again.
pub(super) const ASKS: [Asks; 12] = [
    Asks {
        fields: &[Field::Founding],
        about: "焼き菓子の店を開きたい。必要な届け出と、はじめの資金の考え方を知りたい。",
        stage: Stage::Preparing,
        mode: Mode::Centre,
    },
    Asks {
        fields: &[Field::Tax],
        about: "個人で始めて2年目。消費税の届け出が要るかを知りたい。",
        stage: Stage::Young,
        mode: Mode::Centre,
    },
    Asks {
        fields: &[Field::Sales, Field::Products],
        about: "革小物を作っている。区の外のお店にも置いてもらうには、どう話を持っていけばよいか。",
        stage: Stage::Company,
        mode: Mode::Online,
    },
    Asks {
        fields: &[Field::Staff],
        about: "はじめてパートの人を雇う。契約と保険のことを教えてほしい。",
        stage: Stage::Company,
        mode: Mode::Centre,
    },
    Asks {
        fields: &[Field::Finance, Field::Management],
        about: "材料の値上がりで資金繰りが苦しい。借入れの見直しを相談したい。",
        stage: Stage::Company,
        mode: Mode::Centre,
    },
    Asks {
        fields: &[Field::Digital],
        about: "紙の予約帳をやめたい。費用と手間の目安を知りたい。",
        stage: Stage::Company,
        mode: Mode::Telephone,
    },
    Asks {
        fields: &[Field::Succession],
        about: "10年後に店を譲りたい。家族以外に譲る方法も知りたい。",
        stage: Stage::Company,
        mode: Mode::Centre,
    },
    Asks {
        fields: &[Field::Founding, Field::Finance],
        about: "翻訳の仕事で独立したい。会社にするか、個人で始めるか迷っている。",
        stage: Stage::Thinking,
        mode: Mode::Online,
    },
    Asks {
        fields: &[Field::Property],
        about: "店の名前を商標にしたい。自分でもできるか。",
        stage: Stage::Young,
        mode: Mode::Centre,
    },
    Asks {
        fields: &[Field::Shops],
        about: "空き店舗を使って、週末だけの店を試してみたい。",
        stage: Stage::Thinking,
        mode: Mode::Centre,
    },
    Asks {
        fields: &[Field::Environment],
        about: "工場の電気代を下げたい。使える補助があるか。",
        stage: Stage::Company,
        mode: Mode::Centre,
    },
    Asks {
        fields: &[Field::Orders],
        about: "金属加工の仕事を広げたい。発注元とのつなぎ方を相談したい。",
        stage: Stage::Company,
        mode: Mode::Visit,
    },
];
