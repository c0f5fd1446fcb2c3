//! A seminar that costs something: the bill, what becomes of a place that nobody pays, and what is given
//! back.

mod begun;
mod called_off;
mod comes_back;
mod told;
mod ways;

use ::seminars::{entity::EnrolmentId, read};
use fees::entity::BillId;
use testkit::database::Engine;
use tests::Browser;

use super::{Taught, enrols, lesson_of};
use crate::{consultations::led, money::pay};

/// A seminar on 26 December that costs 3,000 yen, with two places.
pub(super) async fn costs(centre: &Taught) -> String {
    costing(centre, &[]).await
}

/// The same, some of it otherwise.
async fn costing(centre: &Taught, other: &[(&str, &str)]) -> String {
    let path = drafted(centre, other).await;
    led(&centre.lesson(&path, "2026-12-26", "10:00", "12:00").await);
    publishes(centre, &path).await
}

/// The same with one place at the centre and one online.
pub(super) async fn costs_both_ways(centre: &Taught, way: &str) -> String {
    let path = drafted(centre, &[("here", "1"), ("online", "1"), ("way", way)]).await;
    let (edition, room) = (
        centre.edition(&path).await,
        centre.app.fixture.room.to_string(),
    );
    let lesson = [
        ("edition", edition.as_str()),
        ("day", "2026-12-26"),
        ("from", "10:00"),
        ("until", "12:00"),
        ("space", &room),
        ("link", "https://meet.example/x"),
        ("lecturer", "見本 かずお"),
    ];
    let lessons = format!("{path}/lessons");
    led(&centre.coordinator.post(&lessons, &lesson).await);
    publishes(centre, &path).await
}

async fn drafted(centre: &Taught, other: &[(&str, &str)]) -> String {
    let mut fields = centre.fields("2", "0");
    fields.extend([("fee_yen", "３，０００"), ("until_day", "2026-12-25")]);
    fields.extend(other);
    // What is said last counts.
    led(&centre.coordinator.post("/counter/seminars", &fields).await)
}

async fn publishes(centre: &Taught, path: &str) -> String {
    led(&centre.acts(&centre.coordinator, path, "review", "").await);
    led(&centre.acts(&centre.manager, path, "publication", "").await);
    path.rsplit('/').next().unwrap().to_owned()
}

/// The bill of an enrolment, and what is open on it.
pub(super) async fn bill(centre: &Taught, own: &str) -> (BillId, i64) {
    let id: EnrolmentId = own.rsplit('/').next().unwrap().parse().unwrap();
    let found = read::bill_of(centre.app.app.db.reader(), id).await.unwrap();
    let row = found.unwrap().row;
    (row.id, row.open_amount)
}

/// The lesson is on another day.
async fn moves(centre: &Taught, id: &str, day: &str) {
    let lesson = lesson_of(centre, id).await;
    let path = format!("/counter/seminars/{id}");
    let (edition, room) = (
        centre.edition(&path).await,
        centre.app.fixture.room.to_string(),
    );
    let fields = [
        ("edition", edition.as_str()),
        ("day", day),
        ("from", "10:00"),
        ("until", "12:00"),
        ("space", &room),
        ("lecturer", "見本 かずお"),
    ];
    let path = format!("/counter/lessons/{lesson}");
    led(&centre.coordinator.post(&path, &fields).await);
}

pub(super) async fn pays(centre: &Taught, own: &str) {
    let (id, _) = bill(centre, own).await;
    let counter = centre.app.staff().await;
    led(&pay(&counter, &[id], "cash").await);
}

async fn again(centre: &Taught, who: &Browser) -> Browser {
    centre.app.signed_in(who.person.unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_is_not_paid_in_time_goes_to_whoever_waits() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let page = centre.app.visitor().get(&format!("/seminars/{id}")).await;
        page.shows("3,000円（税込）");
        let (first, paid) = centre.enrols(&id).await;
        let (second, unpaid) = centre.enrols(&id).await;
        let (third, waits) = centre.enrols(&id).await;
        first
            .get(&paid)
            .await
            .shows("参加費 3,000円 をお支払いください");
        third.get(&waits).await.hides("お支払いください");
        moves(&centre, &id, "2026-12-12").await;
        first.get(&paid).await.shows("12月12日（土）までに");
        moves(&centre, &id, "2026-12-26").await;
        first.get(&paid).await.shows("12月15日（火）までに");
        first
            .get(&paid)
            .await
            .shows("12月23日（水）までに取り消すと");
        pays(&centre, &paid).await;
        first.get(&paid).await.shows("参加費はお支払い済みです");
        let people = format!("/counter/seminars/{id}/people");
        let list = centre.manager.get(&people).await;
        list.shows("支払済み");
        list.shows("未払い");
        // The day itself is still in time.
        centre.at("2026-12-15T20:00").await;
        centre.app.run_tasks().await;
        assert_eq!(centre.counts(&id).await, ([2, 0, 1], 2), "{engine:?}");
        centre.at("2026-12-16T09:00").await;
        centre.app.run_tasks().await;
        assert_eq!(centre.counts(&id).await, ([1, 1, 0], 2), "{engine:?}");
        let second = again(&centre, &second).await;
        second
            .get(&unpaid)
            .await
            .shows("お支払いがなかったため、申込を取り消しました");
        assert_eq!(bill(&centre, &unpaid).await.1, 0, "{engine:?}");
        // Whoever accepts owes it from now on.
        let third = again(&centre, &third).await;
        led(&third.post(&format!("{waits}/acceptance"), &[]).await);
        assert_eq!(bill(&centre, &waits).await.1, 3_000, "{engine:?}");
        third.get(&waits).await.shows("12月23日");
        let letters = centre.letters().await;
        let told = |begins: &str| {
            letters
                .iter()
                .filter(|one| one.subject.starts_with(begins))
                .count()
        };
        assert_eq!(told("お支払いがなかったため"), 1, "{engine:?}");
        let first = letters
            .iter()
            .find(|one| one.subject.starts_with("受講が決まりました"));
        assert!(first.unwrap().text.contains("3,000円"), "{engine:?}");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn giving_up_a_place_costs_nothing_until_shortly_before() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let (early, first) = centre.enrols(&id).await;
        pays(&centre, &first).await;
        led(&early.post(&format!("{first}/cancellation"), &[]).await);
        early.get(&first).await.shows("3,000円 をお返しします");
        assert_eq!(bill(&centre, &first).await.1, -3_000, "{engine:?}");
        let (late, second) = centre.enrols(&id).await;
        let (held, third) = centre.enrols(&id).await;
        pays(&centre, &second).await;
        pays(&centre, &third).await;
        centre.at("2026-12-24T09:00").await;
        let late = again(&centre, &late).await;
        late.get(&second)
            .await
            .shows("いま取り消しても、参加費をいただきます");
        led(&late.post(&format!("{second}/cancellation"), &[]).await);
        assert_eq!(
            bill(&centre, &second).await.1,
            0,
            "{engine:?}: it stays paid"
        );
        let letters = centre.letters().await;
        let stays = letters
            .iter()
            .find(|one| one.text.contains("取消が無料の期限を過ぎている"));
        assert!(stays.is_none(), "{engine:?}: it was paid");
        // What the centre calls off costs nobody anything, whoever gave up late among them.
        let path = format!("/counter/seminars/{id}");
        led(&centre
            .acts(&centre.manager, &path, "calling-off", "講師の都合")
            .await);
        assert_eq!(bill(&centre, &third).await.1, -3_000, "{engine:?}");
        assert_eq!(bill(&centre, &second).await.1, -3_000, "{engine:?}");
        let held = again(&centre, &held).await;
        held.get(&third).await.shows("3,000円 をお返しします");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fee_is_a_number_and_stays_as_it_was_published() {
    let centre = Taught::open(Engine::Sqlite).await;
    let mut fields = centre.fields("2", "0");
    for wrong in ["-1", "1000001", "三千", ""] {
        fields.retain(|(name, _)| *name != "fee_yen");
        fields.push(("fee_yen", wrong));
        let refused = centre.coordinator.post("/counter/seminars", &fields).await;
        assert_eq!(refused.status, 422, "{wrong}");
        refused.shows("0から1,000,000までの数");
    }
    let id = costs(&centre).await;
    let path = format!("/counter/seminars/{id}");
    let edition = centre.edition(&path).await;
    fields.retain(|(name, _)| *name != "fee_yen");
    fields.extend([("fee_yen", "5000"), ("edition", &edition)]);
    let refused = centre.coordinator.post(&path, &fields).await;
    assert_eq!(refused.status, 422);
    refused.shows("公開したあとは、参加費を変えられません");
    let (who, _) = centre.enrols(&id).await;
    assert_eq!(enrols(&who, &id).await.status, 409, "twice is once");
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
