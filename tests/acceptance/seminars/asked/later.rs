//! What was left open at the counter is answered later, and what was answered goes when somebody asks.

use chrono::TimeDelta;
use files::entity::paper;
use sea_orm::{EntityTrait, PaginatorTrait};
use testkit::database::Engine;

use super::{super::Taught, PDF, answers, but};
use crate::consultations::{after, led};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_known_at_the_counter_is_answered_by_the_person_until_it_begins() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let who = centre.app.member("花子").await;
        let person = who.person.unwrap().to_string();
        let reception = centre.app.staff().await;
        let list = format!("/counter/seminars/{id}/people");
        let found = reception.get(&format!("{list}?q=花子")).await;
        found.shows("あとで、ご本人が申込のページから答えられます");
        let odd = [("person", &*person), ("mode", "here"), ("answer-2", "9")];
        assert_eq!(reception.post(&list, &odd).await.status, 422, "{engine:?}");
        let some = [("person", &*person), ("mode", "here"), ("answer-4", "yes")];
        led(&reception.post(&list, &some).await);
        let page = reception.get(&list).await;
        page.shows("未回答4件");
        let own = format!("/enrolments/{}", after(&page, "/enrolments/"));
        let form = format!("{own}/answers");
        let open = who.get(&form).await;
        open.shows("お子さんの人数");
        open.hides("name=\"answer-4\"");
        // What was answered stays: another answer to it is not even looked at.
        let given = [("answer-4", "no"), ("answer-5", "3")];
        let half = who.post_named(&form, &given, &[]).await;
        assert_eq!(half.status, 422, "{engine:?}");
        led(&who
            .post_named(&form, &but(&[("answer-4", "no"), ("answer-5", "3")]), &[])
            .await);
        let page = who.get(&form).await;
        page.hides("<span>未回答</span>");
        page.shows("はい");
        let again = who.post_named(&form, &but(&[]), &[]).await;
        assert_eq!(again.status, 409, "{engine:?}");
        centre.at("2026-12-12T10:01").await;
        let who = centre.app.signed_in(who.person.unwrap()).await;
        let late = who
            .post_named(&form, &[], &[("answer-6", "計画.pdf", PDF)])
            .await;
        assert_eq!(late.status, 409, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_answered_is_erased_with_its_papers_and_stays_away() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre
            .asking("first_come", &[("question-6-required", "on")])
            .await;
        let who = centre.app.member("花子").await;
        let refused = answers(&who, &id, &but(&[])).await;
        refused.shows("質問6のファイルを選んでください");
        let path = format!("/seminars/{id}/enrolments");
        let mut fields = but(&[]);
        fields.push(("mode", "here"));
        let paper = [("answer-6", "計画.pdf", PDF)];
        let own = led(&who.post_named(&path, &fields, &paper).await);
        let erasure = format!("{own}/answers/erasure");
        let why = [("why", "ご本人の求め")];
        assert_eq!(who.post(&erasure, &why).await.status, 403, "{engine:?}");
        let reception = centre.app.staff().await;
        assert_eq!(reception.post(&erasure, &why).await.status, 404);
        assert_eq!(centre.manager.post(&erasure, &[]).await.status, 422);
        led(&centre.manager.post(&erasure, &why).await);
        assert_eq!(centre.manager.post(&erasure, &why).await.status, 409);
        for reader in [&who, &centre.manager] {
            let page = reader.get(&format!("{own}/answers")).await;
            page.shows("申込時の回答は消去されました");
            page.hides("焼き菓子");
            let gone = reader.get(&format!("{own}/answers/6")).await;
            assert_eq!(gone.status, 404, "{engine:?}");
        }
        who.get(&format!("{own}/answers"))
            .await
            .hides("ご本人の求め");
        let list = format!("/counter/seminars/{id}/people");
        let list = centre.manager.get(&list).await;
        list.hides("焼き菓子");
        list.hides("未回答");
        let more = who
            .post_named(&format!("{own}/answers"), &but(&[]), &[])
            .await;
        assert_eq!(more.status, 409, "{engine:?}");
        let db = centre.app.app.db.reader();
        assert_eq!(paper::Entity::find().count(db).await.unwrap(), 0);
        centre.app.clock.advance(TimeDelta::days(2));
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
