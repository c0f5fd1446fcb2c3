//! What lists and the register tell of a case of which few may know.

use kernel::Role;
use testkit::database::Engine;
use tests::Browser;

use super::{ASKS, Advised, after, led};
use crate::acts::input;

/// Somebody asks about succession, the expert has it, and the meeting is written down.
async fn held(centre: &mut Advised) -> (Browser, String, String) {
    let founder = centre.app.member("さくら").await;
    let time = centre.time(13);
    let mut fields = ASKS.to_vec();
    fields.retain(|(name, _)| *name != "fields");
    fields.extend([
        ("fields", "succession"),
        ("chosen", time.as_str()),
        ("act", "send"),
    ]);
    let own = led(&founder.post("/consultations", &fields).await);
    let case = own.replace("/consultations/", "/cases/");
    let page = founder.get(&own).await;
    let reference = input(&centre.coordinator.get(&case).await, "edition");
    assert_eq!(reference, "1", "{}", page.text);
    centre.assigns(&case).await;
    let page = centre.coordinator.get(&case).await;
    let meeting = after(&page, &format!("{case}/meetings/"));
    centre.at(14, 10).await;
    let fields = [
        ("edition", "0"),
        ("fields", "succession"),
        ("contact_minutes", "60"),
        ("preparation_minutes", "0"),
        ("said", "聞き取り"),
        ("advice", "助言した"),
        ("act", "finish"),
    ];
    let record = format!("{case}/meetings/{meeting}/record");
    led(&centre.expert.post(&record, &fields).await);
    let founder = centre.app.signed_in(founder.person.unwrap()).await;
    let csv = centre
        .coordinator
        .get("/honoraria?month=2026-12&of=all&as=csv");
    let line = csv.await.text;
    let reference = line.lines().nth(1).unwrap().split(',').nth(2).unwrap();
    (founder, case, reference.trim_matches('"').to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_advises_on_what_few_may_know_is_told_by_no_list() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let (_, case, reference) = held(&mut centre).await;
        assert_eq!(reference.len(), 11, "{engine:?} {reference}");
        let manager = centre.app.someone("管理", &[Role::Manager]).await;
        let paid = "/honoraria?month=2026-12&of=all";
        centre.coordinator.get(paid).await.shows(&reference);
        for path in [paid.to_owned(), format!("{paid}&as=csv")] {
            let list = manager.get(&path).await;
            list.hides(&reference);
            list.hides("2026-12-10");
            list.shows("関係者限り");
            list.shows(if path == paid { "10,000円" } else { "10000" });
        }
        let who = format!("{case}/accesses");
        centre.expert.get(&case).await.shows("焼き菓子の店");
        centre.coordinator.get(&who).await.shows("見本 助言");
        let seen = manager.get(&who).await;
        seen.hides("見本 助言");
        seen.shows("担当する人（関係者限り）");
        // Whoever breaks the glass is named to everybody who may look.
        let why = [("why", "苦情への対応のため")];
        led(&manager.post(&format!("{case}/glass"), &why).await);
        manager.get(&who).await.shows("管理");
        let all = manager.get("/cases/readings").await;
        all.shows(&reference);
        all.shows("苦情への対応のため");
        assert_eq!(centre.coordinator.get("/cases/readings").await.status, 403);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expert_reads_nothing_after_the_last_day() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let (_, case, _) = held(&mut centre).await;
        let person = centre.expert.person.unwrap();
        let path = format!("/counter/experts/{}", centre.id);
        for (last, reads) in [("2026-12-09", false), ("2026-12-10", true), ("", true)] {
            let page = centre.coordinator.get(&path).await;
            let edition = input(&page, "edition");
            let fields = [("edition", edition.as_str()), ("last_day", last)];
            let leaves = format!("{path}/leaving");
            led(&centre.coordinator.post(&leaves, &fields).await);
            let expert = centre.app.signed_in(person).await;
            for (of, there) in [
                (&*case, 200),
                ("/cases", 200),
                ("/meetings", 200),
                ("/mypage/advising", 200),
                ("/visits/mine", 200),
            ] {
                let seen = expert.get(of).await.status;
                assert_eq!(seen == there, reads, "{engine:?} {last} {of} {seen}");
            }
        }
        // The last day passes: the role goes by itself.
        let page = centre.coordinator.get(&path).await;
        let edition = input(&page, "edition");
        let fields = [("edition", edition.as_str()), ("last_day", "2026-12-10")];
        led(&centre
            .coordinator
            .post(&format!("{path}/leaving"), &fields)
            .await);
        centre.app.clock.advance(chrono::TimeDelta::days(1));
        centre.app.run_tasks().await;
        let expert = centre.app.signed_in(person).await;
        assert_eq!(expert.get("/visits/mine").await.status, 403);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_turns_out_to_be_for_few_becomes_so_and_letters_and_handovers_do_not_tell() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let case = centre.asks(&founder, &centre.time(13)).await;
        centre.assigns(&case).await;
        let page = centre.coordinator.get(&case).await;
        let meeting = after(&page, &format!("{case}/meetings/"));
        centre.at(14, 10).await;
        let manager = centre.app.someone("管理", &[Role::Manager]).await;
        manager.get(&case).await.hides("関係者限り");
        let fields = [
            ("edition", "0"),
            ("fields", "founding"),
            ("fields", "succession"),
            ("contact_minutes", "60"),
            ("preparation_minutes", "0"),
            ("said", "聞き取り"),
            ("advice", "助言した"),
            ("act", "finish"),
        ];
        let record = format!("{case}/meetings/{meeting}/record");
        led(&centre.expert.post(&record, &fields).await);
        let seen = manager.get(&case).await;
        seen.shows("関係者限り");
        seen.hides("見本 助言");
        // Another meeting is to come: its expert's handover does not say of whom it is.
        let next = [
            ("expert", &*centre.id),
            ("mode", "online"),
            ("day", "2026-12-17"),
            ("time", "13:00"),
            ("link", ""),
        ];
        let arrange = format!("{case}/meetings");
        led(&centre.coordinator.post(&arrange, &next).await);
        let path = format!("/counter/experts/{}/handover", centre.id);
        centre.coordinator.get(&path).await.shows("見本 さくら");
        let seen = manager.get(&path).await;
        seen.shows("関係者限り");
        seen.hides("見本 さくら");
        // Letters that wait: the expert's address and the reference are not told together.
        let letters = manager.get("/counter/letters").await;
        letters.shows("相談の関係者への通知");
        let mut rows = letters.text.split("<tr>");
        let told = rows.any(|row| row.contains("相談の関係者への通知") && row.contains('@'));
        assert!(!told, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_hands_nobodys_consultations_to_another_account() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let (founder, other) = (app.member("さくら").await, app.member("さくらこ").await);
        let case = centre.asks(&founder, "").await;
        let [double, into] = [&founder, &other].map(|one| one.person.unwrap().to_string());
        let reception = app.staff().await;
        let path = format!("/counter/people/{double}/merge");
        let look = reception.get(&format!("{path}?into={into}")).await;
        look.shows("調整担当か館長が本人を確かめてから");
        look.shows("相談 1件");
        let refused = reception.post(&path, &[("into", into.as_str())]).await;
        assert_eq!(refused.status, 403, "{engine:?}");
        let own = case.replace("/cases/", "/consultations/");
        assert_eq!(other.get(&own).await.status, 404);
        founder.get(&own).await.shows("焼き菓子の店");
        let manager = app.someone("管理", &[Role::Reception, Role::Manager]).await;
        led(&manager.post(&path, &[("into", into.as_str())]).await);
        other.get(&own).await.shows("焼き菓子の店");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_followed_up_stays_and_is_planned_again() {
    let mut centre = Advised::open(Engine::Sqlite).await;
    let (_, case, _) = held(&mut centre).await;
    let id = case.rsplit('/').next().unwrap().parse().unwrap();
    let planned = consultations::read::follow_ups_of(centre.app.app.db.reader(), id);
    let first = planned.await.unwrap()[0].id;
    let note = [("note", "先に電話で聞いた")];
    let path = format!("{case}/follow-ups/{first}");
    led(&centre.coordinator.post(&path, &note).await);
    for (outcome, planned) in [("unreachable", 0), ("solved", 2)] {
        let form = centre.coordinator.get(&format!("{case}/closing")).await;
        let edition = input(&form, "edition");
        let fields = [
            ("edition", &*edition),
            ("outcome", outcome),
            ("note", "終わり"),
        ];
        led(&centre
            .coordinator
            .post(&format!("{case}/closing"), &fields)
            .await);
        let page = centre.coordinator.get(&case).await;
        page.shows("先に電話で聞いた");
        let found = page.text.matches("予定</span>").count();
        assert_eq!(found, planned, "{outcome} {}", page.text);
        if outcome == "unreachable" {
            let edition = input(&page, "edition");
            let again = format!("{case}/closing/withdrawal");
            led(&centre
                .coordinator
                .post(&again, &[("edition", &*edition)])
                .await);
        }
    }
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_in_charge_of_their_own_question() {
    let centre = Advised::open(Engine::Sqlite).await;
    let case = centre.asks(&centre.coordinator, "").await;
    let seen = centre.coordinator.get(&case).await;
    seen.hides("焼き菓子の店");
    for (path, fields) in [
        ("lead", vec![("edition", "1")]),
        ("experts", vec![("edition", "1"), ("expert", &*centre.id)]),
    ] {
        let refused = centre
            .coordinator
            .post(&format!("{case}/{path}"), &fields)
            .await;
        assert_eq!(refused.status, 403, "{path}");
    }
    let other = centre.app.someone("別の調整", &[Role::Coordinator]).await;
    other.get(&case).await.shows("焼き菓子の店");
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
