//! Councils: members, meetings, papers, minutes that are locked once confirmed, opinions and what
//! became of them.

mod opinions;

use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::task::JoinSet;

use crate::{
    acts::input,
    coordination::id,
    journeys::acts_upon,
    organisations::{PDF, with},
};

const COUNCIL: [(&str, &str); 2] = [
    ("name", "見本産業交流会議"),
    ("purpose", "区内の産業について話し合う。"),
];
const SEAT: [(&str, &str); 4] = [
    ("name", "見本 太郎"),
    ("organisation", "見本商店街連合会"),
    ("seat", "chair"),
    ("valid_from", "2026-04-01"),
];
const MEETING: [(&str, &str); 6] = [
    ("number", "1"),
    ("held_on", "2026-12-01"),
    ("starts_at", "14:00"),
    ("ends_at", "16:00"),
    ("place", "会議室A"),
    ("agenda", "開会\n今年度の事業について"),
];
const OPINION: [(&str, &str); 3] = [
    ("said_by", "見本 太郎会長"),
    ("body", "夜の相談を増やしてほしい。"),
    ("about", "創業の相談"),
];

#[track_caller]
fn led(made: &Answer) -> String {
    assert_eq!(made.status, 303, "{}", made.text);
    made.location.clone()
}

/// The path of a council.
pub(crate) async fn council(browser: &Browser, name: &str) -> String {
    let fields = with(&COUNCIL, &[("name", name)]);
    led(&browser.post("/councils", &fields).await)
}

/// The path of a seat in a council.
pub(crate) async fn seat(browser: &Browser, council: &str) -> String {
    led(&browser.post(&format!("{council}/members"), &SEAT).await);
    let page = browser.get(council).await;
    linked(&page, "/council-members/")
}

/// The path of the first meeting of a council.
pub(crate) async fn meeting(browser: &Browser, council: &str) -> String {
    led(&browser.post(&format!("{council}/meetings"), &MEETING).await)
}

/// The path of an opinion given in a meeting.
pub(crate) async fn opinion(browser: &Browser, meeting: &str) -> String {
    led(&browser.post(&format!("{meeting}/opinions"), &OPINION).await);
    linked(&browser.get(meeting).await, "/opinions/")
}

/// The path of a paper of a meeting.
pub(crate) async fn paper(browser: &Browser, meeting: &str) -> String {
    let papers = format!("{meeting}/papers");
    led(&browser.post_papers(&papers, &[], &[PDF]).await);
    linked(&browser.get(meeting).await, &format!("{papers}/"))
}

fn linked(page: &Answer, begins: &str) -> String {
    let (_, rest) = page.text.split_once(&format!("href=\"{begins}")).unwrap();
    let id: String = rest.chars().take(36).collect();
    format!("{begins}{id}")
}

#[tokio::test(flavor = "multi_thread")]
async fn minutes_are_written_confirmed_once_and_then_only_added_to() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        ward.get("/councils")
            .await
            .shows("協議の場はまだありません");
        let council = council(&ward, "見本産業交流会議").await;
        seat(&ward, &council).await;
        let path = meeting(&manager, &council).await;
        let paper = paper(&manager, &path).await;
        assert_eq!(ward.get(&paper).await.bytes, PDF.1, "{engine:?}");
        let confirmation = format!("{path}/confirmation");
        let early = ward.post(&confirmation, &[("edition", "1")]).await;
        assert_eq!(early.status, 422, "{engine:?} {}", early.text);
        early.shows("議事録を書いてから確定");
        let before = ward
            .post(&format!("{path}/corrections"), &[("correction", "違う")])
            .await;
        assert_eq!(before.status, 409, "{engine:?}: nothing is confirmed");

        // Two write the minutes at once.
        let minutes = format!("{path}/minutes");
        let first = [("edition", "1"), ("minutes", "進み具合を確かめた。")];
        assert_eq!(
            manager.post(&minutes, &first).await.status,
            303,
            "{engine:?}"
        );
        let second = [("edition", "1"), ("minutes", "意見が出された。")];
        let stale = ward.post(&minutes, &second).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("進み具合を確かめた。");
        stale.shows("意見が出された。");
        assert_eq!(input(&stale, "edition"), "2", "{engine:?}");

        // Of those who confirm them at once, one does.
        let mut race = JoinSet::new();
        for _ in 0..6 {
            let (ward, path) = (app.ward().await, confirmation.clone());
            race.spawn(async move { ward.post(&path, &[("edition", "2")]).await.status });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409, 409, 409], "{engine:?}");
        let late = [("edition", "3"), ("minutes", "書き換えた文")];
        let late = ward.post(&minutes, &late).await;
        assert_eq!(late.status, 409, "{engine:?}");
        late.shows("議事録が確定している");
        late.shows("書き換えた文");
        let moved = with(&MEETING, &[("edition", "3"), ("place", "会議室B")]);
        assert_eq!(ward.post(&path, &moved).await.status, 409, "{engine:?}");
        let removed = ward.post(&format!("{paper}/removal"), &[]).await;
        assert_eq!(removed.status, 409, "{engine:?}: its papers stay too");
        let correction = [("correction", "1行目の日付は2日です。")];
        led(&manager
            .post(&format!("{path}/corrections"), &correction)
            .await);
        let empty = manager
            .post(&format!("{path}/corrections"), &[("correction", " ")])
            .await;
        assert_eq!(empty.status, 422, "{engine:?}");

        let sheet = manager.get(&format!("{path}/sheet")).await;
        for word in [
            "進み具合を確かめた。",
            "1行目の日付は2日です。",
            "見本商店街連合会",
            "が確定しました",
        ] {
            sheet.shows(word);
        }
        sheet.hides("書き換えた文");
        let acts = acts_upon(&app, id(&path)).await;
        let expected = [
            "council_meeting.entered",
            "council_meeting.papers_added",
            "council_minutes.written",
            "council_minutes.confirmed",
            "council_minutes.corrected",
        ];
        assert_eq!(acts, expected, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_council_is_entered_twice_and_no_meeting_has_the_number_of_another() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let ward = app.ward().await;
        let council = council(&ward, "見本産業交流会議").await;
        let twice = with(&COUNCIL, &[("name", "見本 産業交流会議")]);
        let twice = ward.post("/councils", &twice).await;
        assert_eq!(twice.status, 409, "{engine:?}");
        twice.shows("同じ名称の協議の場");
        let mut race = JoinSet::new();
        for _ in 0..6 {
            let (ward, path) = (app.ward().await, format!("{council}/meetings"));
            race.spawn(async move { ward.post(&path, &MEETING).await.status });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409, 409, 409], "{engine:?}");
        let next = ward.get(&format!("{council}/meetings/new")).await;
        assert_eq!(input(&next, "number"), "2", "{engine:?}");
        let member = seat(&ward, &council).await;
        let left = with(&SEAT, &[("edition", "1"), ("valid_until", "2026-11-30")]);
        led(&ward.post(&member, &left).await);
        ward.get(&council).await.shows("任期を終えた委員");
        let stale = ward.post(&member, &left).await;
        assert_eq!(stale.status, 409, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_council_is_said_beside_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let ward = app.ward().await;
    let council = council(&ward, "見本産業交流会議").await;
    let meeting = meeting(&ward, &council).await;
    let (members, meetings) = (format!("{council}/members"), format!("{council}/meetings"));
    let opinions = format!("{meeting}/opinions");
    let many = "議題\n".repeat(51);
    for (form, right, wrong, said) in [
        ("/councils", &COUNCIL[..], ("purpose", " "), "目的を書いて"),
        (members.as_str(), &SEAT, ("seat", "king"), "役職を選んで"),
        (
            members.as_str(),
            &SEAT,
            ("valid_until", "2026-03-31"),
            "初日より後の日",
        ),
        (meetings.as_str(), &MEETING, ("number", "0"), "1からの数字"),
        (
            meetings.as_str(),
            &MEETING,
            ("ends_at", "13:00"),
            "始まりより後の時刻",
        ),
        (
            meetings.as_str(),
            &MEETING,
            ("starts_at", "25:00"),
            "時刻を書いて",
        ),
        (
            meetings.as_str(),
            &MEETING,
            ("agenda", "\n \n"),
            "議題を一つ以上",
        ),
        (
            meetings.as_str(),
            &MEETING,
            ("agenda", &many),
            "議題は50まで",
        ),
        (opinions.as_str(), &OPINION, ("body", ""), "意見を書いて"),
        (
            opinions.as_str(),
            &OPINION,
            ("said_by", "a\0"),
            "登録できない文字",
        ),
    ] {
        let refused = ward.post(form, &with(right, &[wrong])).await;
        assert_eq!(refused.status, 422, "{form} {wrong:?}");
        refused.shows(said);
    }
    let papers = format!("{meeting}/papers");
    let none = ward.post_papers(&papers, &[], &[]).await;
    assert_eq!(none.status, 422, "{}", none.text);
    none.shows("加える資料を選んで");
    let wrong = ward
        .post_papers(&papers, &[], &[("資料.docx", b"PK")])
        .await;
    assert_eq!(wrong.status, 422, "{}", wrong.text);
    wrong.shows("開けない形式です");
    // Nothing of all that was kept.
    ward.get(&council)
        .await
        .shows("委員はまだ登録されていません");
    let page = ward.get(&meeting).await;
    page.shows("資料はまだありません。");
    page.shows("この会議の意見はまだありません");
    let acts = acts_upon(&app, id(&meeting)).await;
    assert_eq!(acts, ["council_meeting.entered"]);
    app.run_tasks().await;
    app.finish().await;
}
