//! Whether somebody came, and what was written of it, never say two things.

use testkit::database::Engine;
use tests::Browser;

use super::{Advised, after, led};
use crate::acts::input;

/// The meeting of a case that begins on 10 December at one, and the path of its record.
async fn begun(centre: &mut Advised, founder: &Browser) -> (String, String, String) {
    let case = centre.asks(founder, &centre.time(13)).await;
    centre.assigns(&case).await;
    centre.at(13, 30).await;
    let meeting = after(
        &centre.expert.get(&case).await,
        &format!("{case}/meetings/"),
    );
    let record = format!("{case}/meetings/{meeting}/record");
    (case, meeting, record)
}

const RECORD: [(&str, &str); 6] = [
    ("edition", "0"),
    ("fields", "founding"),
    ("contact_minutes", "50"),
    ("preparation_minutes", "0"),
    ("said", "聞き取り"),
    ("advice", "助言した"),
];

#[tokio::test(flavor = "multi_thread")]
async fn who_was_written_about_came() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let (_, meeting, record) = begun(&mut centre, &founder).await;
        let finished = [&RECORD[..], &[("act", "finish")]].concat();
        led(&centre.expert.post(&record, &finished).await);
        let reception = centre.app.staff().await;
        let absence = format!("/meetings/{meeting}/absence");
        let refused = reception.post(&absence, &[]).await;
        assert_eq!(refused.status, 409, "{engine:?}");
        refused.shows("記録は仕上がっています");
        let manager = centre.app.manager().await;
        let figures = manager.get("/cases/figures?month=2026-12").await;
        figures.shows("創業");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_about_somebody_who_did_not_come_keeps_no_case_open() {
    let mut centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let (case, meeting, record) = begun(&mut centre, &founder).await;
    let draft = [&RECORD[..], &[("act", "save")]].concat();
    led(&centre.expert.post(&record, &draft).await);
    let reception = centre.app.staff().await;
    led(&reception
        .post(&format!("/meetings/{meeting}/absence"), &[])
        .await);
    let closing = format!("{case}/closing");
    let edition = input(&centre.expert.get(&closing).await, "edition");
    let fields = [
        ("edition", &*edition),
        ("outcome", "unreachable"),
        ("note", "連絡がつかない"),
    ];
    led(&centre.expert.post(&closing, &fields).await);
    let withdrawn = format!("/meetings/{meeting}/arrival/withdrawal");
    assert_eq!(reception.post(&withdrawn, &[]).await.status, 409);
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
