//! A person takes what is theirs, and what was said is erased: at their request, or when it was kept long
//! enough.

use chrono::TimeDelta;
use sea_orm::entity::prelude::*;
use surveys::entity::survey_invitation;
use testkit::database::Engine;
use tests::Browser;

use super::{Advised, after, led};
use crate::acts::input;

const SAID: &str = "資金のことを聞いた";
const REFUSED: &str = "店の改装の前なので";

/// A case with a finished record and a refused dispatch that was closed; the paths of both.
async fn closed(centre: &mut Advised, founder: &Browser) -> (String, String) {
    let case = centre.asks(founder, &centre.time(13)).await;
    centre.assigns(&case).await;
    centre.at(14, 30).await;
    let expert = &centre.expert;
    let meeting = after(&expert.get(&case).await, &format!("{case}/meetings/"));
    let record = [
        ("edition", "0"),
        ("fields", "founding"),
        ("contact_minutes", "50"),
        ("preparation_minutes", "0"),
        ("said", SAID),
        ("advice", "見積りを取る"),
        ("act", "finish"),
    ];
    led(&expert
        .post(&format!("{case}/meetings/{meeting}/record"), &record)
        .await);
    let dispatch = refused(centre, founder, &case).await;
    closes(&centre.expert, &case).await;
    (case, dispatch)
}

async fn closes(expert: &Browser, case: &str) {
    let edition = input(&expert.get(&format!("{case}/closing")).await, "edition");
    let fields = [
        ("edition", &*edition),
        ("outcome", "solved"),
        ("note", "開業した"),
    ];
    led(&expert.post(&format!("{case}/closing"), &fields).await);
}

/// A case is closed, and erased at the person's request.
pub(super) async fn closed_and_erased(centre: &Advised, case: &str) {
    closes(&centre.expert, case).await;
    let why = [("why", "本人からの申出")];
    let manager = centre.app.manager().await;
    led(&manager.post(&format!("{case}/erasure"), &why).await);
}

/// A dispatch that the manager refuses, in words.
async fn refused(centre: &Advised, founder: &Browser, case: &str) -> String {
    let founder = centre.app.signed_in(founder.person.unwrap()).await;
    let fields = [
        ("field", "founding"),
        ("place", "見本町1丁目"),
        ("wish", "売り場を見てほしい"),
        ("times", "1"),
        ("agreed", "on"),
    ];
    let own = case.replace("/cases/", "/consultations/");
    led(&founder.post(&format!("{own}/dispatches"), &fields).await);
    let id = after(&founder.get(&own).await, "/dispatches/");
    let manager = centre.app.manager().await;
    let path = format!("/dispatches/{id}");
    let edition = input(&manager.get(&path).await, "edition");
    let fields = [("edition", &*edition), ("reason", REFUSED)];
    led(&manager.post(&format!("{path}/refusal"), &fields).await);
    founder.get(&own).await.shows(REFUSED);
    path
}

/// What was sent before opens nothing, and nothing more is sent.
async fn nobody_is_asked_any_more(centre: &Advised, case: &str) {
    let id: uuid::Uuid = case.rsplit('/').next().unwrap().parse().unwrap();
    let db = centre.app.app.db.reader();
    let planned = ::consultations::read::follow_ups_of(db, id.into())
        .await
        .unwrap();
    assert!(
        planned.iter().all(|one| one.sent_at.is_some()),
        "{planned:?}"
    );
    let soon = centre.app.clock.now() + TimeDelta::seconds(1);
    let open = survey_invitation::Entity::find()
        .filter(survey_invitation::COLUMN.expires_at.gt(soon))
        .all(db)
        .await
        .unwrap();
    assert!(open.is_empty(), "{open:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn at_a_person_s_request_words_go_and_the_count_stays() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let (case, dispatch) = closed(&mut centre, &founder).await;
        let app = &centre.app;
        let founder = app.signed_in(founder.person.unwrap()).await;
        let taken = founder.get("/mypage/consultations/export").await;
        let all = taken.json();
        assert_eq!(all["consultations"][0]["about"], "焼き菓子の店を開きたい。");
        taken.hides(SAID);
        // Every time is written in the same way, as people here read clocks.
        taken.shows("+09:00\"");
        taken.hides("Z\"");
        let own = case.replace("/cases/", "/consultations/");
        let manager = app.manager().await;
        let path = format!("{case}/erasure");
        let why = [("why", "本人からの申出")];
        assert_eq!(centre.expert.post(&path, &why).await.status, 403);
        assert_eq!(manager.post(&path, &[("why", "")]).await.status, 422);
        centre.expert.get(&case).await.shows(SAID);
        led(&manager.post(&path, &why).await);
        let page = centre.expert.get(&case).await;
        page.shows("内容は消去されています");
        founder.get(&own).await.hides(REFUSED);
        let dispatch = centre.expert.get(&dispatch).await;
        for word in [
            SAID,
            "見積りを取る",
            "焼き菓子",
            "開業した",
            REFUSED,
            "売り場を見て",
        ] {
            page.hides(word);
            dispatch.hides(word);
        }
        assert_eq!(manager.post(&path, &why).await.status, 409, "{engine:?}");
        nobody_is_asked_any_more(&centre, &case).await;
        let opened = [("edition", "4")];
        let again = centre
            .expert
            .post(&format!("{case}/closing/withdrawal"), &opened)
            .await;
        assert_eq!(again.status, 409, "what is erased is not opened again");
        let figures = manager.get("/cases/figures?month=2026-12").await;
        figures.shows("創業");
        app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_years_of_the_terms_words_go_by_themselves() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let (case, _) = closed(&mut centre, &founder).await;
        for (days, there) in [(5 * 365, true), (2, false)] {
            centre.app.clock.advance(TimeDelta::days(days));
            centre.app.run_tasks().await;
            let expert = centre.app.signed_in(centre.expert.person.unwrap()).await;
            let page = expert.get(&case).await;
            if there {
                page.shows(SAID);
            } else {
                page.hides(SAID);
                page.shows("内容は消去されています");
            }
        }
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
