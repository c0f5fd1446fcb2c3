//! A company answers once for all whom it enrols; programs answer too; and who is chosen was read before.

use accounts::entity::api_token::Scope;
use serde_json::json;
use testkit::database::Engine;

use super::{super::Taught, ANSWERS, PDF, answers, but};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn a_company_answers_once_for_all_whom_it_names() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let who = centre.app.member("総務").await;
        let path = format!("/seminars/{id}/company");
        who.get(&path).await.shows("会社としてまとめて1回");
        let list = ("list", "見本 花子\n見本 次郎");
        let mut fields = vec![("mode", "here"), ("company", "見本商店"), list];
        let missing = who.post(&path, &fields).await;
        assert_eq!(missing.status, 422, "{engine:?}");
        for said in [
            "質問1に答えて",
            "質問2の答えを選んで",
            "質問7は、同意して",
            "見本 次郎",
        ] {
            missing.shows(said);
        }
        assert_eq!(centre.counts(&id).await, ([0, 0, 0], 0), "{engine:?}");
        fields.extend(ANSWERS);
        let paper = [("answer-6", "計画.pdf", PDF)];
        led(&who.post_named(&path, &fields, &paper).await);
        let list = format!("/counter/seminars/{id}/people");
        let page = centre.manager.get(&list).await;
        assert_eq!(page.text.matches("焼き菓子の店").count(), 2, "{engine:?}");
        let own = crate::consultations::after(&page, "/enrolments/");
        let taken = who.get(&format!("/enrolments/{own}/answers/6")).await;
        assert_eq!(taken.status, 200, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_is_told_what_is_asked_and_answers_it() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre
            .asking("first_come", &[("question-6-required", "on")])
            .await;
        let app = &centre.app;
        let asked = app
            .visitor()
            .get(&format!("/api/v1/seminars/{id}/questions"))
            .await;
        let asked = &asked.json()["items"];
        assert_eq!(
            asked[1]["options"],
            json!(["半年以内", "未定"]),
            "{engine:?}"
        );
        assert_eq!(asked[4]["only_if"], json!({ "number": 4, "answer": "yes" }));
        let person = app.member("さくら").await.person.unwrap();
        let token = app.token(person, Scope::Write).await;
        let program = app.visitor().with_token(&token);
        let path = "/api/v1/enrolments";
        let wish = |answers: serde_json::Value| json!({ "seminar_id": id, "mode": "here", "answers": answers });
        let missing = program.post_json(path, &wish(json!({})), &[]).await;
        assert_eq!(missing.status, 422, "{}", missing.text);
        let errors = missing.json()["errors"].clone();
        let fields: Vec<_> = errors
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["field"].clone())
            .collect();
        assert_eq!(fields, ["answer-1", "answer-2", "answer-4", "answer-7"]);
        for odd in [
            json!([1]),
            json!({ "21": "x" }),
            json!({ "one": "x" }),
            json!({ "1": {} }),
        ] {
            let refused = program.post_json(path, &wish(odd), &[]).await;
            assert_eq!(
                refused.json()["errors"][0]["field"],
                "answers",
                "{engine:?}"
            );
        }
        let given = json!({ "1": "計画", "2": 1, "3": ["1", "2"], "4": false, "7": true });
        let made = program.post_json(path, &wish(given), &[]).await;
        assert_eq!(made.status, 201, "{}", made.text);
        assert_eq!(made.json()["unanswered"], 1, "the paper is handed in later");
        let own = made.location.replace("/api/v1", "");
        let page = app.signed_in(person).await.get(&own).await;
        page.shows("資金\n売り方");
        page.shows("未回答1件");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_looks_at_applications_reads_what_was_answered() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("screening", &[]).await;
        for plan in ["和菓子の店", "自転車の修理"] {
            let who = centre.app.member("花子").await;
            led(&answers(&who, &id, &but(&[("answer-1", plan)])).await);
        }
        let screening = format!("/counter/seminars/{id}/screening");
        let page = centre.coordinator.get(&screening).await;
        page.shows("和菓子の店");
        page.shows("自転車の修理");
        let chosen = page.text.split("name=\"people\" value=\"").nth(1).unwrap();
        let chosen = chosen.split('"').next().unwrap();
        let admits = [("people", chosen), ("act", "admit")];
        led(&centre.coordinator.post(&screening, &admits).await);
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
