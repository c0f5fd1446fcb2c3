//! An expert comes to a business: asked for, approved, arranged, written down, paid.

use std::sync::Arc;

use kernel::Role;
use testkit::database::Engine;
use tests::{Answer, Browser};
use tokio::{sync::Barrier, task::JoinSet};

use super::{ASKS, Advised, advises, after, erased::closed_and_erased, led};
use crate::{acts::input, journeys::letters};

/// What somebody answers who is asked how it was.
const ANSWERED: &str = "店が見やすくなった";

/// What somebody types who asks for a dispatch.
const DISPATCH: [(&str, &str); 5] = [
    ("field", "founding"),
    ("place", "カナリア町1丁目"),
    ("wish", "カナリア希望"),
    ("times", "2"),
    ("agreed", "on"),
];

/// Of which place in a form.
fn but<'f>(
    fields: &[(&'f str, &'f str)],
    name: &'f str,
    value: &'f str,
) -> Vec<(&'f str, &'f str)> {
    let changed =
        |(own, typed): &(&'f str, &'f str)| (*own, if *own == name { value } else { typed });
    fields.iter().map(changed).collect()
}

/// A case that the expert has, and a dispatch that its founder asked for: both paths.
async fn asked(centre: &Advised, founder: &Browser, times: &str) -> (String, String) {
    let case = centre.asks(founder, "").await;
    centre.assigns(&case).await;
    let own = case.replace("/cases/", "/consultations/");
    let fields = but(&DISPATCH, "times", times);
    led(&founder.post(&format!("{own}/dispatches"), &fields).await);
    let page = centre.coordinator.get(&case).await;
    let id = after(&page, "href=\"/dispatches/");
    (case, format!("/dispatches/{id}"))
}

/// So many times are approved.
async fn approves(who: &Browser, dispatch: &str, times: &str) -> Answer {
    let edition = input(&who.get(dispatch).await, "edition");
    let fields = [("edition", &*edition), ("times", times)];
    who.post(&format!("{dispatch}/approval"), &fields).await
}

/// One time is arranged.
async fn arranges(who: &Browser, dispatch: &str, expert: &str, time: &str) -> Answer {
    let fields = [
        ("expert", expert),
        ("day", "2026-12-10"),
        ("time", time),
        ("link", ""),
    ];
    who.post(&format!("{dispatch}/meetings"), &fields).await
}

/// The first meeting of which a record is to be written.
async fn to_write(who: &Browser, case: &str) -> String {
    let page = who.get(case).await.text;
    let part = format!("{case}/meetings/");
    let mut links = page.split(&part).skip(1);
    let found = links.find_map(|link| link.split_once("/record\"").filter(|one| one.0.len() == 36));
    found.unwrap().0.to_owned()
}

/// The record of a meeting is finished.
async fn writes(who: &Browser, case: &str, meeting: &str) {
    let record = [
        ("edition", "0"),
        ("fields", "founding"),
        ("contact_minutes", "110"),
        ("preparation_minutes", "0"),
        ("said", "聞いたこと"),
        ("advice", "助言したこと"),
        ("act", "finish"),
    ];
    led(&who
        .post(&format!("{case}/meetings/{meeting}/record"), &record)
        .await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dispatch_goes_from_the_application_to_what_the_expert_is_paid() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let (case, dispatch) = asked(&centre, &founder, "2").await;
        let own = case.replace("/cases/", "/consultations/");
        founder.get(&own).await.shows("申請中");
        let manager = centre.app.manager().await;
        manager.get("/dispatches").await.shows("見本 さくら");
        let page = manager.get(&dispatch).await;
        page.shows("小規模企業者");
        page.shows("令和8年度はあと 8回まで");
        let early = arranges(&centre.coordinator, &dispatch, &centre.id, "13:00").await;
        assert_eq!(early.status, 409);
        led(&approves(&manager, &dispatch, "2").await);
        founder.get(&own).await.shows("承認 2回のうち 0回");
        let coordinator = &centre.coordinator;
        led(&arranges(coordinator, &dispatch, &centre.id, "13:00").await);
        led(&arranges(coordinator, &dispatch, &centre.id, "15:00").await);
        let more = arranges(coordinator, &dispatch, &centre.id, "17:00").await;
        assert_eq!(more.status, 409);
        more.shows("承認された回数を使いきっています");
        coordinator.get(&case).await.shows("13:00〜15:00");
        held_and_paid(&mut centre, &case, &dispatch).await;
        asked_how_it_was(&centre, &dispatch).await;
        closed_and_erased(&centre, &case).await;
        centre.expert.get(&dispatch).await.hides(ANSWERED);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

async fn held_and_paid(centre: &mut Advised, case: &str, dispatch: &str) {
    centre.at(17, 10).await;
    let first = to_write(&centre.expert, case).await;
    writes(&centre.expert, case, &first).await;
    // What is agreed later changes nothing of what is past.
    let register = format!("/counter/experts/{}", centre.id);
    let form = centre.coordinator.get(&format!("{register}/edit")).await;
    let edition = input(&form, "edition");
    let fields = [
        ("edition", &*edition),
        ("qualifications", "中小企業診断士"),
        ("introduction", "創業を手伝っています。"),
        ("fields", "founding"),
        ("languages", "ja"),
        ("shown", "on"),
        ("caseload", "10"),
        ("honorarium_yen", "12,000"),
        ("signed_on", "2026-04-01"),
    ];
    led(&centre.coordinator.post(&register, &fields).await);
    let second = to_write(&centre.expert, case).await;
    writes(&centre.expert, case, &second).await;
    let list = centre.coordinator.get("/honoraria?month=2026-12").await;
    for said in ["20,000円", "24,000円", "44,000円", "240"] {
        list.shows(said);
    }
    let csv = centre
        .coordinator
        .get("/honoraria?month=2026-12&as=csv")
        .await;
    csv.shows(",120,10000,20000");
    csv.shows("\"小計\"");
    let none = centre.coordinator.get("/honoraria?month=2026-11").await;
    none.shows("この月の謝金はありません");
    centre.coordinator.get(dispatch).await.shows("のうち 2回");
}

async fn asked_how_it_was(centre: &Advised, dispatch: &str) {
    centre.app.run_tasks().await;
    let letters = letters(&centre.app).await;
    let named = |subject: &str| {
        let found = letters.iter().filter(|one| one.subject.contains(subject));
        found.count()
    };
    assert_eq!(named("専門家派遣の申込みを受け付けました"), 1);
    assert_eq!(named("専門家派遣を承認しました"), 1);
    assert_eq!(named("専門家派遣はいかがでしたか"), 1);
    assert_eq!(named("相談はいかがでしたか"), 0, "asked once");
    let kept = letters.iter().all(|one| !one.text.contains("カナリア希望"));
    assert!(kept, "no letter says what it is about");
    let asked = letters
        .iter()
        .find(|one| one.subject.contains("派遣はいかが"));
    let text = &asked.unwrap().text;
    let secret = text.split("/answers/").nth(1).unwrap();
    let secret = secret.split_whitespace().next().unwrap();
    let link = format!("/answers/{secret}");
    let fields = [
        ("seen", "0"),
        ("answer-1", "5"),
        ("answer-2", "4"),
        ("answer-3", "1"),
        ("answer-4", ANSWERED),
    ];
    led(&centre.app.visitor().post(&link, &fields).await);
    let page = centre.expert.get(dispatch).await;
    page.shows(ANSWERED);
    let manager = centre.app.manager().await;
    manager.get(dispatch).await.hides(ANSWERED);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_and_limits_of_the_year_hold() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let case = centre.asks(&founder, "").await;
        let own = case.replace("/cases/", "/consultations/");
        let path = format!("{own}/dispatches");
        let empty = founder.post(&path, &[]).await;
        assert_eq!(empty.status, 422);
        for said in [
            "テーマをえらんでください",
            "訪問先の住所を入れてください",
            "きまりに同意",
        ] {
            empty.shows(said);
        }
        let many = founder.post(&path, &but(&DISPATCH, "times", "9")).await;
        many.shows("今回は8回までです");
        led(&founder.post(&path, &but(&DISPATCH, "times", "8")).await);
        let again = founder.post(&path, &DISPATCH).await;
        assert_eq!(again.status, 409, "{}", again.text);
        again.shows("もう申し込まれています");
        let coordinator = &centre.coordinator;
        let page = coordinator.get(&case).await;
        let dispatch = format!("/dispatches/{}", after(&page, "href=\"/dispatches/"));
        led(&approves(coordinator, &dispatch, "6").await);
        let second = approves(coordinator, &dispatch, "6").await;
        assert_eq!(second.status, 409);
        // The same applicant with another case about the same theme.
        let other = centre
            .asks(&founder, "")
            .await
            .replace("/cases/", "/consultations/");
        let other = format!("{other}/dispatches");
        let many = founder.post(&other, &but(&DISPATCH, "times", "3")).await;
        many.shows("今回は2回までです");
        let edition = input(&founder.get(&own).await, "edition");
        let id = dispatch.rsplit('/').next().unwrap();
        let fields = [("edition", &*edition)];
        led(&founder
            .post(&format!("{path}/{id}/withdrawal"), &fields)
            .await);
        led(&founder.post(&other, &but(&DISPATCH, "times", "8")).await);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_eligible_is_approved_with_a_reason_only_and_a_refusal_says_why() {
    let centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let mut fields = ASKS.to_vec();
    fields.retain(|(name, _)| *name != "in_ward");
    fields.extend([("in_ward", "no"), ("chosen", ""), ("act", "send")]);
    let own = led(&founder.post("/consultations", &fields).await);
    let new = founder.get(&format!("{own}/dispatches/new")).await;
    new.shows("事業所が区内にありません");
    led(&founder.post(&format!("{own}/dispatches"), &DISPATCH).await);
    let manager = centre.app.manager().await;
    let id = after(&manager.get("/dispatches").await, "href=\"/dispatches/");
    let path = format!("/dispatches/{id}");
    let plain = approves(&manager, &path, "2").await;
    assert_eq!(plain.status, 422);
    plain.shows("承認する理由を書いてください");
    let page = manager.get(&path).await;
    page.hides("カナリア");
    let edition = input(&page, "edition");
    let none = [("edition", edition.as_str()), ("reason", "")];
    let refused = manager.post(&format!("{path}/refusal"), &none).await;
    assert_eq!(refused.status, 422);
    let some = [("edition", edition.as_str()), ("reason", "区外のため")];
    led(&manager.post(&format!("{path}/refusal"), &some).await);
    founder.get(&own).await.shows("区外のため");
    // Theirs is nobody else's.
    let other = centre.app.member("太郎").await;
    let foreign = other.post(&format!("{own}/dispatches"), &DISPATCH).await;
    assert_eq!(foreign.status, 404);
    centre.app.run_tasks().await;
    let letters = letters(&centre.app).await;
    assert!(letters.iter().any(|one| one.text.contains("区外のため")));
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_that_is_called_off_is_left_again_and_one_that_moves_stays_a_visit() {
    let centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let (case, dispatch) = asked(&centre, &founder, "1").await;
    led(&approves(&centre.coordinator, &dispatch, "1").await);
    led(&arranges(&centre.coordinator, &dispatch, &centre.id, "13:00").await);
    let page = centre.coordinator.get(&case).await;
    let meeting = after(&page, &format!("{case}/meetings/"));
    let path = format!("{case}/meetings/{meeting}");
    let change = [
        ("version", "1"),
        ("expert", &*centre.id),
        ("mode", "centre"),
        ("day", "2026-12-10"),
        ("time", "14:00"),
        ("link", "どこか"),
    ];
    let moved = centre
        .coordinator
        .post(&format!("{path}/change"), &change)
        .await;
    assert_eq!(moved.status, 422);
    moved.shows("「訪問」のまま");
    let visit = but(&change, "mode", "visit");
    let next_year = but(&visit, "day", "2027-04-01");
    let moved = centre
        .coordinator
        .post(&format!("{path}/change"), &next_year)
        .await;
    assert_eq!(moved.status, 422);
    led(&centre
        .coordinator
        .post(&format!("{path}/change"), &visit)
        .await);
    centre.coordinator.get(&case).await.shows("14:00〜16:00");
    let edition = input(&centre.coordinator.get(&dispatch).await, "edition");
    let end = [("edition", &*edition), ("reason", "都合により")];
    let ahead = centre
        .coordinator
        .post(&format!("{dispatch}/withdrawal"), &end)
        .await;
    assert_eq!(ahead.status, 409);
    led(&centre
        .coordinator
        .post(&format!("{path}/cancellation"), &[])
        .await);
    centre.coordinator.get(&dispatch).await.shows("のうち 0回");
    led(&arranges(&centre.coordinator, &dispatch, &centre.id, "13:00").await);
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_arrange_the_last_time_one_does() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let (case, dispatch) = asked(&centre, &founder, "1").await;
        led(&approves(&centre.coordinator, &dispatch, "1").await);
        // Each races with an expert of its own, so that only the dispatch stands in the way.
        let mut experts = Vec::new();
        for _ in 0..8 {
            let (_, id) = advises(&centre.app, &centre.coordinator, "助言").await;
            let edition = input(&centre.coordinator.get(&case).await, "edition");
            let fields = [("edition", &*edition), ("expert", &*id)];
            led(&centre
                .coordinator
                .post(&format!("{case}/experts"), &fields)
                .await);
            experts.push(id);
        }
        let begin = Arc::new(Barrier::new(experts.len()));
        let mut race = JoinSet::new();
        for expert in experts {
            let (begin, dispatch) = (Arc::clone(&begin), dispatch.clone());
            let coordinator = centre.coordinator.clone();
            race.spawn(async move {
                begin.wait().await;
                arranges(&coordinator, &dispatch, &expert, "13:00")
                    .await
                    .status
            });
        }
        let answers = race.join_all().await;
        let won = answers.iter().filter(|status| **status == 303).count();
        let lost = answers.iter().filter(|status| **status == 409).count();
        assert_eq!((won, lost), (1, 7), "{engine:?} {answers:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_approvals_of_one_applicant_the_limit_holds() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let mut dispatches = Vec::new();
        for _ in 0..3 {
            dispatches.push(asked(&centre, &founder, "5").await.1);
        }
        let begin = Arc::new(Barrier::new(dispatches.len()));
        let mut race = JoinSet::new();
        for dispatch in dispatches {
            let begin = Arc::clone(&begin);
            let manager = centre.app.someone("館長", &[Role::Manager]).await;
            race.spawn(async move {
                begin.wait().await;
                approves(&manager, &dispatch, "5").await.status
            });
        }
        let answers = race.join_all().await;
        let won = answers.iter().filter(|status| **status == 303).count();
        assert_eq!(won, 1, "{engine:?} {answers:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
