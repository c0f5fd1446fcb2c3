//! What somebody has typed into a record is not lost: not when they were signed out meanwhile, and not
//! when another window was quicker.

use testkit::database::Engine;

use super::{ASKS, Advised, after, led};
use crate::acts::input;

const RECORD: [(&str, &str); 6] = [
    ("fields", "founding"),
    ("contact_minutes", "50"),
    ("preparation_minutes", "0"),
    ("said", "看板の届出を聞かれた。\n図面も見た。"),
    ("advice", "保健所へ「先に」行く。"),
    ("act", "save"),
];

/// A meeting that has begun; the path of its record.
async fn begun(centre: &mut Advised) -> String {
    let founder = centre.app.member("さくら").await;
    let case = centre.asks(&founder, &centre.time(13)).await;
    centre.assigns(&case).await;
    let page = centre.coordinator.get(&case).await;
    let meeting = after(&page, &format!("{case}/meetings/"));
    centre.at(13, 30).await;
    format!("{case}/meetings/{meeting}/record")
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_signed_out_while_writing_signs_in_and_sends_it_again() {
    let mut centre = Advised::open(Engine::Sqlite).await;
    let record = begun(&mut centre).await;
    let mut fields = RECORD.to_vec();
    fields.push(("edition", "0"));
    let signed_out = centre.app.visitor();
    // The script is told apart from a connection that is gone.
    let draft = signed_out.post(&format!("{record}/draft"), &fields).await;
    assert_eq!(draft.status, 401);
    let page = signed_out.post_from(&record, &record, &fields).await;
    assert_eq!(page.status, 401);
    page.shows("もう一度送る");
    page.hides("開き直す");
    let next = record.replace('/', "%2F").replace('-', "%2D");
    assert!(
        page.text.contains(&format!("/sign-in?next={next}\"")),
        "{}",
        page.text
    );
    // What the page holds is what was typed, to the letter: whoever signed in sends it again.
    let held: Vec<(&str, String)> = fields
        .iter()
        .map(|(name, _)| (*name, input(&page, name)))
        .collect();
    let again: Vec<(&str, &str)> = held.iter().map(|(name, value)| (*name, &**value)).collect();
    assert_eq!(again, fields);
    led(&centre.expert.post(&record, &again).await);
    centre.expert.get(&record).await.shows("図面も見た。");
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_by_itself_before_two_versions_were_compared() {
    let mut centre = Advised::open(Engine::Sqlite).await;
    let record = begun(&mut centre).await;
    centre.expert.get(&record).await.shows("data-keep=");
    let mut fields = RECORD.to_vec();
    fields.push(("edition", "0"));
    led(&centre.expert.post(&record, &fields).await);
    let page = centre.expert.post(&record, &fields).await;
    assert_eq!(page.status, 409);
    page.hides("data-keep=");
    // The sentence stands there once.
    assert_eq!(page.text.matches("先に変えました").count(), 1);
    page.shows("先に保存された内容です");
    // Compared, and saved over it.
    fields.last_mut().unwrap().1 = "1";
    led(&centre.expert.post(&record, &fields).await);
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_never_written_into_a_page() {
    let centre = Advised::open(Engine::Sqlite).await;
    let fields = [("password", "ひみつの言葉"), ("current", "いまの言葉")];
    for one in fields {
        let page = centre.app.visitor().post("/mypage/password", &[one]).await;
        assert_eq!(page.status, 401);
        page.hides("言葉");
        page.hides("もう一度送る");
        page.shows("/sign-in?next=");
    }
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_goes_back_from_the_last_step_finds_the_time_they_chose() {
    let centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    // Beyond the two weeks that are shown first.
    let chosen = format!("{}@2026-12-24T13:00:00+09:00", centre.id);
    let mut fields = ASKS.to_vec();
    fields.extend([("chosen", &*chosen), ("with", &*centre.id)]);
    let step = async |act| {
        let mut fields = fields.clone();
        fields.push(("act", act));
        founder.post("/consultations", &fields).await
    };
    let check = step("check").await;
    check.shows("2026年12月24日");
    assert_eq!(input(&check, "with"), centre.id);
    let times = step("times").await;
    times.shows(&format!("value=\"{chosen}\" checked"));
    times.shows(&format!("<option value=\"{}\" selected", centre.id));
    centre.app.finish().await;
}
