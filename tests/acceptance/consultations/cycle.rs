//! One case from the first question to the outcome.

use chrono::TimeDelta;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{ASKS, Advised, after, led};
use crate::{acts::input, journeys::letters};

#[tokio::test(flavor = "multi_thread")]
async fn a_case_goes_from_the_first_question_to_the_outcome() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let time = centre.time(13);
        let case = centre.asks(&founder, &time).await;
        let own = case.replace("/cases/", "/consultations/");
        founder.get(&own).await.shows("確認中");
        centre.assigns(&case).await;
        let page = founder.get(&own).await;
        page.shows("決定");
        page.shows("会議室A");
        let meeting = after(
            &centre.coordinator.get(&case).await,
            &format!("{case}/meetings/"),
        );
        it_is_held_and_written_down(&mut centre, &case, &meeting).await;
        founder.get(&own).await.shows("見積りを3社から取る");
        founder.get(&own).await.hides("内容の聞き取り");
        asked_again_and_closed(&centre, &case, &founder).await;
        centre.app.run_tasks().await;
        letters_of_the_case(&centre.app).await;
        centre.app.finish().await;
    }
}

async fn it_is_held_and_written_down(centre: &mut Advised, case: &str, meeting: &str) {
    let reception = centre.app.staff().await;
    let early = reception
        .post(&format!("/meetings/{meeting}/arrival"), &[])
        .await;
    assert_eq!(early.status, 409, "{}", early.text);
    centre.at(12, 55).await;
    let reception = centre.app.signed_in(reception.person.unwrap()).await;
    reception.get("/meetings").await.shows("見本 さくら");
    led(&reception
        .post(&format!("/meetings/{meeting}/arrival"), &[])
        .await);
    let record = format!("{case}/meetings/{meeting}/record");
    let mut fields = vec![
        ("edition", "0"),
        ("fields", "founding"),
        ("contact_minutes", "50"),
        ("preparation_minutes", "10"),
        ("said", "内容の聞き取り"),
        ("advice", ""),
        ("act", "finish"),
    ];
    let unfinished = centre.expert.post(&record, &fields).await;
    assert_eq!(unfinished.status, 422);
    unfinished.shows("助言を書いてください");
    fields[6].1 = "save";
    led(&centre.expert.post(&record, &fields).await);
    // Somebody else has saved: nothing of theirs is lost.
    let stale = centre.expert.post(&record, &fields).await;
    assert_eq!(stale.status, 409);
    stale.shows("先に保存された内容です");
    fields[0].1 = "1";
    fields[5].1 = "見積りを取る";
    fields[6].1 = "finish";
    led(&centre.expert.post(&record, &fields).await);
    let finished = centre.expert.post(&record, &fields).await;
    assert_eq!(finished.status, 409);
    finished.shows("仕上げたあとの記録は変えられません");
    let added = [("correction", "二社からでよい")];
    led(&centre
        .expert
        .post(&format!("{case}/meetings/{meeting}/corrections"), &added)
        .await);
    for (what, owner) in [
        ("見積りを3社から取る", "client"),
        ("制度を調べる", "expert"),
    ] {
        let fields = [("what", what), ("owner", owner), ("due_on", "2026-12-25")];
        led(&centre
            .expert
            .post(&format!("{case}/actions"), &fields)
            .await);
    }
    let page = centre.expert.get(case).await;
    for said in [
        "内容の聞き取り",
        "二社からでよい",
        "制度を調べる",
        "1か月後",
    ] {
        page.shows(said);
    }
}

async fn asked_again_and_closed(centre: &Advised, case: &str, founder: &Browser) {
    let app = &centre.app;
    app.clock.advance(TimeDelta::days(32));
    app.run_tasks().await;
    let letters = letters(app).await;
    assert!(
        letters
            .iter()
            .any(|letter| letter.subject.contains("その後いかがですか"))
    );
    let expert = app.signed_in(centre.expert.person.unwrap()).await;
    let page = expert.get(case).await;
    page.shows("たずねました");
    let follow_up = after(&page, "/follow-ups/");
    let path = format!("{case}/follow-ups/{follow_up}");
    led(&expert.post(&path, &[("note", "店を開いた")]).await);
    let edition = input(&expert.get(&format!("{case}/closing")).await, "edition");
    let fields = [
        ("edition", &*edition),
        ("outcome", "solved"),
        ("note", "開業した"),
    ];
    led(&expert.post(&format!("{case}/closing"), &fields).await);
    expert.get(case).await.shows("終結");
    let actions = format!("{case}/actions");
    let late = [
        ("what", "遅い"),
        ("owner", "client"),
        ("due_on", "2027-02-01"),
    ];
    assert_eq!(expert.post(&actions, &late).await.status, 409);
    let own = case.replace("/cases/", "/consultations/");
    let founder = app.signed_in(founder.person.unwrap()).await;
    founder.get(&own).await.shows("終結");
}

async fn letters_of_the_case(app: &TestApp) {
    let letters = letters(app).await;
    for (subject, many) in [
        ("相談を受け付けました", 1),
        ("相談の担当をお願いします", 1),
        ("相談の日時が決まりました", 2),
    ] {
        let found = letters
            .iter()
            .filter(|letter| letter.subject.contains(subject));
        assert_eq!(found.count(), many, "{subject}");
    }
    let named = letters
        .iter()
        .any(|letter| letter.text.contains("焼き菓子"));
    assert!(!named, "no letter says what it is about");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_at_once_and_nothing_is_lost() {
    let centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let empty = founder.post("/consultations", &[("act", "times")]).await;
    assert_eq!(empty.status, 422);
    for said in [
        "分野をえらんでください",
        "相談したいことを書いてください",
        "業種をえらんでください",
    ] {
        empty.shows(said);
    }
    let time = centre.time(14);
    centre.asks(&centre.app.member("太郎").await, &time).await;
    let mut fields = ASKS.to_vec();
    fields.extend([("chosen", &*time), ("act", "send")]);
    let taken = founder.post("/consultations", &fields).await;
    assert_eq!(taken.status, 409);
    taken.shows("その時間は、お取りできませんでした");
    taken.shows("焼き菓子の店を開きたい。");
    taken.shows(&centre.time(15));
    taken.hides(&format!("value=\"{time}\""));
    let none = founder.get("/mypage/consultations").await;
    none.shows("まだ相談の申込みはありません");
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_moves_and_calls_off_their_own_meeting_and_nobody_elses() {
    let centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let case = centre.asks(&founder, &centre.time(13)).await;
    centre.assigns(&case).await;
    let own = case.replace("/cases/", "/consultations/");
    let meeting = after(&founder.get(&own).await, &format!("{own}/meetings/"));
    let path = format!("{own}/meetings/{meeting}");
    let later = centre.time(16);
    let fields = [("version", "1"), ("chosen", later.as_str())];
    let other = centre.app.member("太郎").await;
    for act in ["change", "cancellation"] {
        let refused = other.post(&format!("{path}/{act}"), &fields).await;
        assert_eq!(refused.status, 404, "{act}");
    }
    led(&founder.post(&format!("{path}/change"), &fields).await);
    founder.get(&own).await.shows("16:00");
    let stale = founder.post(&format!("{path}/change"), &fields).await;
    assert_eq!(stale.status, 409);
    led(&founder.post(&format!("{path}/cancellation"), &[]).await);
    assert_eq!(
        founder
            .post(&format!("{path}/cancellation"), &[])
            .await
            .status,
        409
    );
    led(&founder.post(&format!("{own}/withdrawal"), &[]).await);
    assert_eq!(
        founder.post(&format!("{own}/withdrawal"), &[]).await.status,
        409
    );
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
