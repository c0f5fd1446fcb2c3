//! G23: a consultation counts once the plan of its day has consultations, and never before.

use ::founders::{
    rules::{Area, SchemeDraft},
    samples::scheme::a_scheme,
    service,
};
use kernel::{PersonId, Role, transact};
use testkit::database::Engine;
use tests::Browser;

use super::actor;
use crate::{
    consultations::{Advised, after, led},
    journeys::letters,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_consultation_counts_from_the_day_on_which_the_plan_has_it() {
    for engine in Engine::BOTH {
        for (amended, counts) in [("2026-12-10", true), ("2026-12-11", false)] {
            let mut centre = Advised::open(engine).await;
            let ward = centre.app.ward().await.person.unwrap();
            plans(&centre, ward, amended).await;
            let founder = centre.app.member("さくら").await;
            held(&mut centre, &founder).await;
            let founder = centre.app.signed_in(founder.person.unwrap()).await;
            let page = founder.get("/mypage/founding").await;
            page.shows("センターの相談");
            if counts {
                page.shows("支援をすべて受け終えました");
            } else {
                page.shows("認定計画の対象外です");
                page.hides("支援をすべて受け終えました");
            }
            page.hides("内容の聞き取り");
            letters(&centre.app).await;
            centre.app.finish().await;
        }
    }
}

/// One session about management is enough; consultations count from a day on.
async fn plans(centre: &Advised, ward: PersonId, amended: &str) {
    let scheme = |from: &str, consultations| SchemeDraft {
        areas: [Area::Management].into(),
        least_sessions: Some(1),
        month_rule: "none".to_owned(),
        consultations,
        ..a_scheme(from)
    };
    let (first, second) = (scheme("2024-04-01", false), scheme(amended, true));
    let officer = actor(ward, Role::WardOfficer);
    let app = &centre.app;
    transact(&app.app.db, officer, &app.clock, async |work| {
        service::set_scheme(work, &first).await?;
        service::set_scheme(work, &second).await
    })
    .await
    .unwrap();
}

/// The founder comes on 10 December, and the expert finishes the record.
async fn held(centre: &mut Advised, founder: &Browser) {
    let reception = centre.app.staff().await;
    let time = centre.time(13);
    let case = centre.asks(founder, &time).await;
    centre.assigns(&case).await;
    let page = centre.coordinator.get(&case).await;
    let meeting = after(&page, &format!("{case}/meetings/"));
    centre.at(13, 5).await;
    let reception = centre.app.signed_in(reception.person.unwrap()).await;
    let arrival = format!("/meetings/{meeting}/arrival");
    led(&reception.post(&arrival, &[]).await);
    let fields = [
        ("edition", "0"),
        ("fields", "founding"),
        ("contact_minutes", "50"),
        ("preparation_minutes", "10"),
        ("said", "内容の聞き取り"),
        ("advice", "見積りを取る"),
        ("act", "finish"),
    ];
    let record = format!("{case}/meetings/{meeting}/record");
    led(&centre.expert.post(&record, &fields).await);
}
