//! At the counter everything may be left open, whoever it is for; and what can be answered no more is not
//! asked for any more.

use testkit::database::Engine;

use super::{
    super::{Taught, fees::costs, lesson_of},
    PDF, but,
};
use crate::consultations::{after, led};

#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_was_entered_at_the_counter_answers_once_for_all() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let who = centre.app.member("総務").await;
        let person = who.person.unwrap().to_string();
        let path = format!("/seminars/{id}/company");
        let form = centre.manager.get(&format!("{path}?for={person}")).await;
        let asked = form.text.split("id=\"answer-1\"").nth(1).unwrap();
        assert!(!asked.split('>').next().unwrap().contains("required"));
        for (once, list, said) in [
            ("1", "見本 花子\n見本 次郎", ""),
            ("2", "見本 四郎", "翻訳の仕事"),
        ] {
            let fields = [
                ("for", person.as_str()),
                ("once", once),
                ("mode", "here"),
                ("company", "見本商店"),
                ("list", list),
                ("answer-1", said),
            ];
            led(&centre.manager.post(&path, &fields).await);
        }
        let mine = who.get("/mypage/seminars").await;
        let rows = || mine.text.split("href=\"/enrolments/").skip(1);
        let own = |name: &str| {
            let row = rows().find(|row| row.contains(name)).unwrap();
            format!("/enrolments/{}", row.split('"').next().unwrap())
        };
        let (first, second, fourth) = (&own("見本 花子"), &own("見本 次郎"), &own("見本 四郎"));
        let paper = [("answer-6", "計画.pdf", PDF)];
        let answers = format!("{first}/answers");
        led(&who.post_named(&answers, &but(&[]), &paper).await);
        for alike in [first, second] {
            let page = who.get(alike).await;
            page.shows("焼き菓子の店");
            page.hides("未回答");
            let paper = who.get(&format!("{alike}/answers/6")).await;
            assert_eq!(paper.status, 200, "{engine:?}");
        }
        // For the third something else was said: that is answered by itself.
        let other = who.get(fourth).await;
        other.shows("翻訳の仕事");
        other.shows("未回答3件");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_works_here_is_bound_to_no_paper_where_none_can_be_handed_in() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let more = [("question-6-required", "on")];
        let id = centre.asking("first_come", &more).await;
        let reception = centre.app.staff().await;
        let person = reception.person.unwrap().to_string();
        let fields = [("person", person.as_str()), ("mode", "here")];
        let list = format!("/counter/seminars/{id}/people");
        led(&reception.post(&list, &fields).await);
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        // As anybody else on the page for everybody.
        let other = centre.app.staff().await;
        let page = format!("/seminars/{id}/enrolments");
        let bound = other.post(&page, &[("mode", "here")]).await;
        assert_eq!(bound.status, 422, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_answered_no_more_is_not_asked_for() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let list = format!("/counter/seminars/{id}/people");
        let mut own = Vec::new();
        for name in ["花子", "次郎"] {
            let who = centre.app.member(name).await;
            let person = who.person.unwrap().to_string();
            let fields = [("person", person.as_str()), ("mode", "here")];
            led(&centre.manager.post(&list, &fields).await);
            let mine = who.get("/mypage/seminars").await;
            own.push((who, format!("/enrolments/{}", after(&mine, "/enrolments/"))));
        }
        let (gone, cancelled) = &own[1];
        gone.get(cancelled).await.shows("未回答の質問に回答する");
        led(&gone.post(&format!("{cancelled}/cancellation"), &[]).await);
        gone.get(cancelled).await.hides("未回答");
        centre.at("2026-12-12T10:30").await;
        let (who, place) = &own[0];
        let who = centre.app.signed_in(who.person.unwrap()).await;
        let answers = format!("{place}/answers");
        who.get(place).await.hides("未回答");
        who.get(&answers).await.hides("name=\"answer-1\"");
        let said = [("answer-1", "翻訳の仕事")];
        assert_eq!(who.post(&answers, &said).await.status, 409, "{engine:?}");
        let reception = centre.app.staff().await;
        reception.get(&list).await.hides("未回答");
        // Those who keep it enter what they are told until it is over.
        centre.manager.get(&list).await.shows("未回答4件");
        let form = centre.manager.get(&answers).await;
        form.shows("ご本人に代わって記録できます");
        led(&centre.manager.post(&answers, &said).await);
        who.get(place).await.shows("翻訳の仕事");
        centre.at("2026-12-12T12:00").await;
        centre.manager.get(&list).await.hides("未回答");
        let late = centre.manager.post(&answers, &[("answer-2", "1")]).await;
        assert_eq!(late.status, 409, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_to_the_door_is_asked_there() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let lesson = lesson_of(&centre, &id).await;
        let who = centre.app.member("たろう").await;
        centre.at("2026-12-12T09:50").await;
        let reception = centre.app.staff().await;
        let door = format!("/counter/lessons/{lesson}/walk-ins");
        let page = reception.get(&format!("{door}?q=たろう")).await;
        page.shows("事業計画の概要");
        page.hides("type=\"file\"");
        let person = who.person.unwrap().to_string();
        let mut fields = vec![
            ("person", person.as_str()),
            ("mode", "here"),
            ("answer-2", "9"),
        ];
        let wrong = reception.post(&door, &fields).await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        wrong.shows("質問2の答えを");
        fields[2] = ("answer-1", "自転車の修理");
        led(&reception.post(&door, &fields).await);
        let list = format!("/counter/seminars/{id}/people");
        centre.manager.get(&list).await.shows("自転車の修理");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_fills_the_disk_with_what_no_seminar_asks_for() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let (asks, none) = (centre.asking("first_come", &[]).await, costs(&centre).await);
        let who = centre.app.member("花子").await;
        let paper = [("answer-6", "計画.pdf", PDF)];
        let fields = [("mode", "here"), ("company", "見本商店"), ("list", "見本")];
        for form in ["enrolments", "company"] {
            let path = format!("/seminars/{none}/{form}");
            let refused = who.post_named(&path, &fields, &paper).await;
            assert_eq!(refused.status, 400, "{engine:?} {form}");
        }
        centre.at("2026-12-11T17:00").await;
        let who = centre.app.signed_in(who.person.unwrap()).await;
        for form in ["enrolments", "company"] {
            let path = format!("/seminars/{asks}/{form}");
            let late = who.post_named(&path, &fields, &paper).await;
            assert_eq!(late.status, 409, "{engine:?} {form}");
        }
        let folder = std::fs::read_dir(centre.app.data.join("papers"));
        assert_eq!(folder.unwrap().count(), 0, "{engine:?}: nothing came in");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
