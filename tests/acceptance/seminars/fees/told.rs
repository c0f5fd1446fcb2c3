//! What a place costs, and what giving it up does, is said before somebody presses: on pages, in letters, to
//! programs.

use accounts::entity::api_token::Scope;
use serde_json::json;
use testkit::database::Engine;

use super::{
    super::{Taught, lesson_of},
    again, costs, costs_both_ways, moves, pays,
};
use crate::consultations::led;

const TERMS: &str = "席が決まった方は、参加費3,000円を7日以内";

#[tokio::test(flavor = "multi_thread")]
async fn the_counter_reads_what_it_costs_before_it_enrols_or_cancels() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let (_, own) = centre.enrols(&id).await;
        pays(&centre, &own).await;
        let reception = centre.app.staff().await;
        let people = format!("/counter/seminars/{id}/people");
        let list = reception.get(&format!("{people}?q=花子")).await;
        list.shows("12月23日（水）までに取り消すと、参加費はかかりません");
        list.shows(TERMS);
        let lesson = lesson_of(&centre, &id).await;
        let door = format!("/counter/lessons/{lesson}/walk-ins?q=花子");
        reception.get(&door).await.shows(TERMS);
        centre.at("2026-12-24T09:00").await;
        let reception = again(&centre, &reception).await;
        reception
            .get(&people)
            .await
            .shows("いま取り消しても、参加費をいただきます");
        centre.at("2026-12-26T10:30").await;
        let reception = again(&centre, &reception).await;
        let page = reception.get(&door).await;
        page.shows("参加費3,000円を、本日センターの窓口で");
        page.hides(TERMS);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_have_a_place_by_changing_reads_what_it_costs_and_owes_it() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = costs_both_ways(&centre, "first_come").await;
        let (first, has) = centre.enrols(&id).await;
        let (second, waits) = centre.enrols(&id).await;
        first.get(&format!("{has}/change")).await.hides(TERMS);
        let change = format!("{waits}/change");
        second.get(&change).await.shows(TERMS);
        let fields = [("mode", "online"), ("edition", "1")];
        led(&second.post(&change, &fields).await);
        assert_eq!(super::bill(&centre, &waits).await.1, 3_000, "{engine:?}");
        assert_eq!(centre.counts(&id).await, ([2, 0, 0], 1), "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_names_the_day_of_what_is_still_to_be_paid() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        let who = centre.app.member("総務").await;
        let path = format!("/seminars/{id}/company");
        let list = |once, name| {
            [
                ("once", once),
                ("mode", "here"),
                ("company", "見本商店"),
                ("list", name),
            ]
        };
        led(&who.post(&path, &list("1", "見本 花子")).await);
        let mine = who.get("/mypage/seminars").await;
        let first = format!(
            "/enrolments/{}",
            crate::consultations::after(&mine, "/enrolments/")
        );
        pays(&centre, &first).await;
        centre.at("2026-12-10T09:00").await;
        let who = again(&centre, &who).await;
        led(&who.post(&path, &list("2", "見本 次郎")).await);
        moves(&centre, &id, "2026-12-26").await;
        let letters = centre.letters().await;
        let changed = letters
            .iter()
            .rfind(|one| one.subject.starts_with("日程などの変更"));
        let text = &changed.unwrap().text;
        assert!(
            text.contains("3,000円（2026年12月17日（木）までに"),
            "{text}"
        );
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_is_told_what_is_owed_and_until_when_it_can_be_given_up() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let (id, free) = (costs(&centre).await, centre.published("2").await);
        let person = centre.app.member("さくら").await.person.unwrap();
        let token = centre.app.token(person, Scope::Write).await;
        let program = centre.app.visitor().with_token(&token);
        let path = "/api/v1/enrolments";
        let wish = |id: &str| json!({ "seminar_id": id, "mode": "here" });
        let made = program.post_json(path, &wish(&id), &[]).await;
        let owed = json!({ "open": 3_000, "due_on": "2026-12-15", "free_until": "2026-12-23" });
        assert_eq!(made.json()["fee"], owed, "{}", made.text);
        assert_eq!(made.json()["unanswered"], 0, "{engine:?}");
        assert_eq!(program.get(&made.location).await.json(), made.json());
        let other = program.post_json(path, &wish(&free), &[]).await;
        assert_eq!(other.json()["fee"], json!(null), "{engine:?}");
        let all = program.get(path).await.json();
        let listed = all["items"].as_array().unwrap();
        let own = listed.iter().find(|one| one["seminar_id"] == id);
        assert_eq!(own.unwrap()["fee"], owed, "{engine:?}");
        let own = made.location.replace("/api/v1", "");
        pays(&centre, &own).await;
        let paid = program.get(&made.location).await.json();
        assert_eq!(paid["fee"]["open"], 0, "{engine:?}");
        let cancelled = format!("{}/cancellation", made.location);
        let gone = program.post_json(&cancelled, &json!({}), &[]).await;
        assert_eq!(gone.json()["fee"]["open"], -3_000, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
