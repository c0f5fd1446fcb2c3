//! Which seminars the demonstration has.

use ::seminars::entity::{lesson::Area, seminar::Audience};
use Area::{Finance, Management, People as Staff, Sales};
use Audience::{Anyone, Business, Founder, Resident, Worker};

/// What becomes of one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Draft,
    Review,
    /// People can enrol from so many days from now on.
    Coming(i64),
    Open,
    /// People can no longer enrol.
    Closed,
    /// Places are drawn; people can still apply.
    Draw,
    /// Places were drawn today.
    Drawn,
    /// The centre looks at each application; people can still apply.
    Screened,
    /// Held, and reported when it says so.
    Held(bool),
    CalledOff,
}

/// Its name, what it teaches, for whom; in so many days from today, from which hour, so many weeks; places
/// at the centre and online, and how many would like one; what becomes of it.
pub(super) type Wished = (
    &'static str,
    &'static str,
    (Audience, &'static [Area]),
    (i64, i64, u64),
    (i32, i32, usize),
    Fate,
);

pub(super) const WISHED: [Wished; 23] = [
    (
        "創業塾 秋期",
        "事業計画、資金、人、売り方を5回で学びます。",
        (Founder, &[Management, Finance, Staff, Sales]),
        (-14, 18, 5),
        (8, 0, 10),
        Fate::Closed,
    ),
    (
        "はじめての帳簿",
        "帳簿の種類、領収書の整理、会計ソフトの使い方。",
        (Anyone, &[Finance]),
        (-30, 14, 1),
        (8, 0, 7),
        Fate::Held(true),
    ),
    (
        "インボイスと消費税",
        "登録から申告までの流れと、よくある間違い。",
        (Business, &[Finance]),
        (-24, 10, 1),
        (0, 30, 12),
        Fate::Held(true),
    ),
    (
        "人を雇う前に",
        "労働条件の示し方、社会保険、助成金。",
        (Business, &[Staff]),
        (-17, 14, 1),
        (8, 10, 11),
        Fate::Held(true),
    ),
    (
        "働く人の時間管理",
        "仕事と家庭の両立のための工夫。",
        (Worker, &[]),
        (-10, 18, 1),
        (8, 0, 6),
        Fate::Held(false),
    ),
    (
        "SNSで店を知ってもらう",
        "写真の撮り方、投稿の続け方。",
        (Business, &[Sales]),
        (-4, 10, 1),
        (8, 20, 14),
        Fate::Held(false),
    ),
    (
        "事業承継の第一歩",
        "いつ、だれに、何から始めるか。",
        (Business, &[Management]),
        (2, 14, 1),
        (8, 0, 5),
        Fate::Closed,
    ),
    (
        "新入従業員研修",
        "あいさつ、電話、報告と相談。2回で学びます。",
        (Business, &[Staff]),
        (4, 10, 2),
        (8, 0, 8),
        Fate::Closed,
    ),
    (
        "資金繰り表を作る",
        "3か月先までのお金の動きを表にします。",
        (Business, &[Finance]),
        (8, 14, 1),
        (6, 0, 9),
        Fate::Open,
    ),
    (
        "ネットショップ入門",
        "出店先の選び方、写真、発送。",
        (Anyone, &[Sales]),
        (11, 10, 1),
        (8, 20, 13),
        Fate::Open,
    ),
    (
        "補助金の申請書を書く",
        "審査する人に伝わる書き方。",
        (Business, &[Management]),
        (14, 18, 1),
        (8, 0, 8),
        Fate::Open,
    ),
    (
        "創業のための法律",
        "会社の形、契約、商標。",
        (Founder, &[Management]),
        (17, 18, 1),
        (8, 10, 4),
        Fate::Open,
    ),
    (
        "伝わるチラシの作り方",
        "目的、ことば、配り方。",
        (Anyone, &[Sales]),
        (20, 14, 1),
        (8, 0, 3),
        Fate::Open,
    ),
    (
        "再就職の準備講座",
        "書類の書き方と面接の練習。2回で学びます。",
        (Resident, &[]),
        (23, 10, 2),
        (8, 0, 2),
        Fate::Open,
    ),
    (
        "生成AIの業務での使い方",
        "文章、表、画像。気をつけること。",
        (Anyone, &[Management]),
        (27, 18, 1),
        (0, 50, 18),
        Fate::Open,
    ),
    (
        "BCPを1日で作る",
        "災害のときに続ける仕事を決めます。",
        (Business, &[Management]),
        (36, 10, 1),
        (8, 0, 0),
        Fate::Coming(6),
    ),
    (
        "商店主の勉強会",
        "近くの店の工夫を見て歩きます。",
        (Business, &[Sales]),
        (41, 14, 1),
        (6, 0, 0),
        Fate::Coming(10),
    ),
    (
        "海外に売る",
        "展示会、商談、輸出の手続き。",
        (Business, &[Sales]),
        (12, 18, 1),
        (8, 0, 4),
        Fate::CalledOff,
    ),
    (
        "女性のための創業講座",
        "小さく始めて続けるために。3回で学びます。",
        (Founder, &[Management, Finance, Sales]),
        (44, 14, 3),
        (8, 0, 0),
        Fate::Review,
    ),
    (
        "決算書の読み方",
        "会社の体力を数字で見ます。",
        (Business, &[Finance]),
        (50, 18, 1),
        (8, 0, 0),
        Fate::Draft,
    ),
    (
        "創業塾 冬期",
        "事業計画から開業の手続きまで、5回で学びます。",
        (Founder, &[Management, Finance, Staff, Sales]),
        (24, 18, 5),
        (8, 0, 11),
        Fate::Draw,
    ),
    (
        "ものづくりの現場改善",
        "工程の見直しと、道具の置き方。",
        (Business, &[Management]),
        (18, 14, 1),
        (8, 0, 12),
        Fate::Drawn,
    ),
    (
        "後継者塾",
        "会社を引き継ぐ前に決めておくこと。",
        (Business, &[Management]),
        (27, 10, 1),
        (8, 0, 6),
        Fate::Screened,
    ),
];
