//! Somebody takes part in another way than they said.

use testkit::database::Engine;
use tests::{Answer, Browser};

use super::{Taught, fees::costs_both_ways};
use crate::{acts::input, consultations::led};

/// A seminar with one place at the centre and one online.
async fn both_ways(centre: &Taught) -> String {
    let fields = centre.fields("1", "1");
    let path = led(&centre.coordinator.post("/counter/seminars", &fields).await);
    let (edition, room) = (
        centre.edition(&path).await,
        centre.app.fixture.room.to_string(),
    );
    let lesson = [
        ("edition", edition.as_str()),
        ("day", "2026-12-12"),
        ("from", "10:00"),
        ("until", "12:00"),
        ("space", &room),
        ("link", "https://meet.example/x"),
        ("lecturer", "見本 かずお"),
    ];
    led(&centre
        .coordinator
        .post(&format!("{path}/lessons"), &lesson)
        .await);
    led(&centre.acts(&centre.coordinator, &path, "review", "").await);
    led(&centre.acts(&centre.manager, &path, "publication", "").await);
    path.rsplit('/').next().unwrap().to_owned()
}

async fn changes(who: &Browser, own: &str, mode: &str, needs: &str) -> Answer {
    let form = who.get(&format!("{own}/change")).await;
    sends(who, own, &form, (mode, needs)).await
}

/// Sends a form that was opened before.
async fn sends(who: &Browser, own: &str, form: &Answer, (mode, needs): (&str, &str)) -> Answer {
    let edition = input(form, "edition");
    let fields = [
        ("mode", mode),
        ("company", "見本商店"),
        ("needs", needs),
        ("edition", &edition),
    ];
    who.post(&format!("{own}/change"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_goes_over_has_a_place_there_before_they_give_theirs_up() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = both_ways(&centre).await;
        let (first, own) = centre.enrols(&id).await;
        let (second, waits) = centre.enrols(&id).await;
        first.get(&format!("{own}/change")).await.shows("見本商店");
        led(&changes(&first, &own, "here", "車いすで参加します。").await);
        first.get(&own).await.shows("車いすで参加します。");
        assert_eq!(centre.counts(&id).await, ([1, 0, 1], 1), "{engine:?}");
        led(&changes(&first, &own, "online", "").await);
        // What they leave is offered to whoever waits for it.
        assert_eq!(centre.counts(&id).await, ([1, 1, 0], 1), "{engine:?}");
        first.get(&own).await.shows("https://meet.example/x");
        let offered = changes(&second, &waits, "online", "").await;
        assert_eq!(
            offered.status, 409,
            "{engine:?}: an offer is answered first"
        );
        led(&second.post(&format!("{waits}/acceptance"), &[]).await);
        let full = changes(&second, &waits, "online", "").await;
        assert_eq!(full.status, 409, "{engine:?}");
        full.shows("いまの席はそのままです");
        assert_eq!(centre.counts(&id).await, ([2, 0, 0], 1), "{engine:?}");
        let (third, third_waits) = centre.enrols(&id).await;
        led(&changes(&third, &third_waits, "online", "").await);
        third.get(&third_waits).await.shows("あなたの前に0人");
        led(&first.post(&format!("{own}/cancellation"), &[]).await);
        third.get(&third_waits).await.shows("席が空きました");
        let wrong = changes(&second, &waits, "", "").await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        let other = centre.app.member("別人").await;
        assert_eq!(changes(&other, &waits, "here", "").await.status, 404);
        centre.at("2026-12-12T10:00").await;
        let second = centre.app.signed_in(second.person.unwrap()).await;
        assert_eq!(changes(&second, &waits, "here", "").await.status, 409);
        centre.app.run_tasks().await;
        let letters = centre.letters().await;
        let told = |begins: &str| {
            letters
                .iter()
                .filter(|one| one.subject.starts_with(begins))
                .count()
        };
        assert_eq!(told("申込の内容を変更しました"), 1, "{engine:?}");
        assert_eq!(told("受講が決まりました"), 3, "{engine:?}");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_pages_that_change_one_enrolment_do_not_overwrite_each_other() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        let (who, own) = centre.enrols(&id).await;
        let path = format!("{own}/change");
        let (one, other) = (who.get(&path).await, who.get(&path).await);
        one.hides("type=\"radio\"");
        led(&sends(&who, &own, &one, ("here", "筆談")).await);
        let stale = sends(&who, &own, &other, ("here", "車いす")).await;
        assert_eq!(stale.status, 409, "{engine:?}");
        for said in ["別の画面で申込の内容が変更されました", "筆談", "車いす"]
        {
            stale.shows(said);
        }
        who.get(&own).await.shows("筆談");
        // Who has seen both saves once more.
        led(&sends(&who, &own, &stale, ("here", "車いす")).await);
        who.get(&own).await.shows("車いす");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_part_in_a_draw_stays_where_they_are_once_its_list_is_frozen() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs_both_ways(&centre, "draw").await;
        let (who, own) = centre.enrols(&id).await;
        led(&changes(&who, &own, "online", "").await);
        who.get(&own).await.shows("オンライン");
        centre.at("2026-12-25T17:00").await;
        centre.app.run_tasks().await;
        let who = centre.app.signed_in(who.person.unwrap()).await;
        let form = who.get(&format!("{own}/change")).await;
        form.hides("type=\"radio\"");
        let refused = changes(&who, &own, "here", "").await;
        assert_eq!(refused.status, 409, "{engine:?}");
        refused.shows("抽選の準備に入ったため、受講方法は変更できません");
        refused.hides("定員と受付の期間");
        led(&changes(&who, &own, "online", "字幕").await);
        who.get(&own).await.shows("字幕");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
