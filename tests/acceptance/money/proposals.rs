//! Reductions beyond the ward's criteria: proposed, answered by the ward, and never otherwise than
//! was seen.

use kernel::Role;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::task::JoinSet;

use super::{TERMS, answered, bill_of, charge_again, open_amount, pay, propose};
use crate::{
    acts::input,
    deputies,
    journeys::{acts_upon, letters},
};

/// Sends an answer as a page showed it some time ago.
async fn answer(by: &Browser, proposal: &str, page: &Answer, decision: &str) -> Answer {
    let fields = [
        ("seen", &*input(page, "seen")),
        ("open", &*input(page, "open")),
        ("decision", decision),
        ("words", "後援の通知書を添えてください。"),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, is)| (*name, &**is)).collect();
    by.post(&format!("{proposal}/decision"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_approvers_who_answer_at_once_one_does_and_the_others_are_told() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let person = app.member("花子").await.person.unwrap();
        let (manager, first) = (app.manager().await, app.ward().await);
        manager.post("/counter/fees/terms", &TERMS).await;
        let own = bill_of(&app, person, 1_000, "K7M-4PX-9TD").await;
        let proposed = propose(&manager, own, "30").await;
        assert_eq!(proposed.status, 303, "{engine:?} {}", proposed.text);
        let proposal = proposed.location;
        let page = first.get(&proposal).await;
        page.shows("1,000円 → <b>700円</b>");
        page.shows("花子");
        let mut race = JoinSet::new();
        for number in 0..8 {
            let (ward, proposal, page) = (app.ward().await, proposal.clone(), page.clone());
            race.spawn(async move {
                let decision = ["approve", "refuse"][number % 2];
                answer(&ward, &proposal, &page, decision).await.status
            });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(
            statuses,
            [303, 409, 409, 409, 409, 409, 409, 409],
            "{engine:?}"
        );
        let late = answer(&first, &proposal, &page, "approve").await;
        assert_eq!(late.status, 409, "{engine:?}");
        late.shows("先に答えがあったか、取り下げられています");
        let approved = late.text.contains("承認</span>") && !late.text.contains("不承認</span>");
        let open = if approved { 700 } else { 1_000 };
        assert_eq!(open_amount(&app, own).await, open, "{engine:?}");
        let told = letters(&app).await;
        let told = told
            .iter()
            .filter(|one| one.subject.contains("承認】減免の伺い"));
        assert_eq!(
            told.count(),
            1,
            "{engine:?}: whoever proposed it is told once"
        );
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_that_was_changed_since_is_returned_and_proposed_again() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let person = app.member("花子").await.person.unwrap();
        let (manager, ward, counter) = (app.manager().await, app.ward().await, app.staff().await);
        manager.post("/counter/fees/terms", &TERMS).await;
        let own = bill_of(&app, person, 1_000, "K7M-4PX-9TD").await;
        let proposal = propose(&manager, own, "30").await.location;
        ward.get("/approvals").await.shows(&proposal);
        let twice = propose(&manager, own, "40").await;
        assert_eq!(twice.status, 409, "{engine:?} {}", twice.text);
        let before = ward.get(&proposal).await;
        charge_again(&app, own, 2_000).await;
        let stale = answer(&ward, &proposal, &before, "approve").await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("伺ったあとで、この料金が変わりました");
        stale.hides("承認して減免する");
        assert_eq!(open_amount(&app, own).await, 2_000, "{engine:?}");
        let silent = answered(&ward, &proposal, ["return", " "]).await;
        assert_eq!(silent.status, 422, "{engine:?}");
        let returned = answered(&ward, &proposal, ["return", "いまの料金で伺ってください。"]).await;
        assert_eq!(returned.status, 303, "{engine:?} {}", returned.text);
        let page = manager.get(&proposal).await;
        page.shows("いまの料金で伺ってください。");
        let again = format!("/counter/bills/{own}/reduction?again=");
        page.shows(&again);
        let id = proposal.rsplit('/').next().unwrap();
        let filled = manager.get(&format!("{again}{id}")).await;
        assert_eq!(
            input(&filled, "reason"),
            "区の後援する催しのため",
            "{engine:?}"
        );
        assert_eq!(input(&filled, "percent"), "30", "{engine:?}");

        let proposal = propose(&manager, own, "30").await.location;
        let before = ward.get(&proposal).await;
        assert_eq!(pay(&counter, &[own], "cash").await.status, 303);
        let unseen = answer(&ward, &proposal, &before, "approve").await;
        assert_eq!(unseen.status, 409, "{engine:?}: it was paid meanwhile");
        let page = ward.get(&proposal).await;
        page.shows("600円をお返しすることになります");
        let approved = answered(&ward, &proposal, ["approve", "今回限りとします。"]).await;
        assert_eq!(approved.status, 303, "{engine:?} {}", approved.text);
        assert_eq!(open_amount(&app, own).await, -600, "{engine:?}");
        manager.get(&proposal).await.shows("今回限りとします。");
        let acts = acts_upon(&app, &own.to_string()).await;
        let acts: Vec<&str> = acts
            .iter()
            .filter_map(|act| act.strip_prefix("reduction."))
            .collect();
        let expected = ["proposed", "returned", "proposed", "granted", "approved"];
        assert_eq!(acts, expected, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_answers_what_they_proposed_and_what_was_withdrawn_is_free_again() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let person = app.member("花子").await.person.unwrap();
        let (manager, ward) = (app.manager().await, app.ward().await);
        manager.post("/counter/fees/terms", &TERMS).await;
        let own = bill_of(&app, person, 1_000, "K7M-4PX-9TD").await;
        let alone = propose(&ward, own, "30").await;
        assert_eq!(alone.status, 409, "{engine:?} {}", alone.text);
        alone.shows("ほかにまだ登録されていません");
        let approver = app.ward().await;
        let proposal = propose(&ward, own, "30").await.location;
        let page = approver.get(&proposal).await;
        let refused = answer(&ward, &proposal, &page, "approve").await;
        assert_eq!(refused.status, 403, "{engine:?} {}", refused.text);
        ward.get(&proposal).await.hides("承認して減免する");
        let reception = app.staff().await;
        assert_eq!(reception.get(&proposal).await.status, 403, "{engine:?}");
        let bill = reception.get(&format!("/counter/bills/{own}")).await;
        bill.shows("減免の伺い");
        bill.hides(&proposal);
        let not_theirs = answer(&manager, &proposal, &page, "approve").await;
        assert_eq!(not_theirs.status, 403, "{engine:?}");
        let back = format!("{proposal}/withdrawal");
        let seen = [("seen", "1")];
        assert_eq!(manager.post(&back, &seen).await.status, 403, "{engine:?}");
        assert_eq!(approver.post(&back, &seen).await.status, 303, "{engine:?}");
        assert_eq!(approver.post(&back, &seen).await.status, 409, "{engine:?}");
        let again = propose(&manager, own, "30").await;
        assert_eq!(again.status, 303, "{engine:?} {}", again.text);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deputy_of_the_approver_reduces_meanwhile() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let person = app.member("花子").await.person.unwrap();
        let (manager, ward) = (app.manager().await, app.ward().await);
        let officer = app.someone("係", &[Role::WardOfficer]).await;
        manager.post("/counter/fees/terms", &TERMS).await;
        let own = bill_of(&app, person, 1_000, "K7M-4PX-9TD").await;
        let proposal = propose(&manager, own, "30").await.location;
        let page = ward.get(&proposal).await;
        let early = answer(&officer, &proposal, &page, "approve").await;
        assert_eq!(early.status, 403, "{engine:?}");
        let days = ["2026-12-08", "2026-12-10"];
        let named = deputies::named(&ward, ("ward", &ward), &officer, days).await;
        assert_eq!(named.status, 303, "{engine:?} {}", named.text);
        let approved = answered(&officer, &proposal, ["approve", ""]).await;
        assert_eq!(approved.status, 303, "{engine:?} {}", approved.text);
        assert_eq!(open_amount(&app, own).await, 700, "{engine:?}");
        manager.get(&proposal).await.shows("見本 所管課の代理");
        let own = bill_of(&app, person, 1_000, "BBB-BBB-BBB").await;
        let mine = propose(&officer, own, "30").await.location;
        let page = ward.get(&mine).await;
        let refused = answer(&officer, &mine, &page, "approve").await;
        assert_eq!(refused.status, 403, "{engine:?}: nobody their own");
        app.run_tasks().await;
        app.finish().await;
    }
}
