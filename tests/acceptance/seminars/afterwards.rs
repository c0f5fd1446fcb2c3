//! Around the lessons: people are reminded, asked how it was, and have a certificate that anybody can check.

use testkit::database::Engine;

use super::{Taught, lesson_of};
use crate::consultations::led;

impl Taught {
    /// Marks that somebody came to the first lesson.
    async fn came(&self, seminar: &str, enrolment: &str) {
        let lesson = lesson_of(self, seminar).await;
        let who = enrolment.rsplit('/').next().unwrap();
        let fields = [("who", who), ("state", "late")];
        let list = format!("/counter/lessons/{lesson}/attendance");
        led(&self.coordinator.post(&list, &fields).await);
    }

    /// What the letters say that were written since.
    async fn told(&self) -> Vec<String> {
        self.app.run_tasks().await;
        let letters = self.letters().await;
        letters.into_iter().map(|one| one.subject).collect()
    }
}

fn count(letters: &[String], beginning: &str) -> usize {
    letters
        .iter()
        .filter(|one| one.starts_with(beginning))
        .count()
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_reminded_once_and_those_who_came_are_asked_once() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        server::opening::enter_surveys(&centre.app.app.db, &centre.app.clock)
            .await
            .unwrap();
        let id = centre.published("2").await;
        let (_, came) = centre.enrols(&id).await;
        centre.enrols(&id).await;
        centre.enrols(&id).await;
        centre.at("2026-12-11T09:00").await;
        assert_eq!(count(&centre.told().await, "まもなく始まります"), 0);
        centre.at("2026-12-11T11:00").await;
        let told = centre.told().await;
        assert_eq!(count(&told, "まもなく始まります"), 2, "{engine:?} {told:?}");
        centre.at("2026-12-12T10:30").await;
        assert_eq!(count(&centre.told().await, "まもなく始まります"), 2);
        centre.came(&id, &came).await;
        assert_eq!(count(&centre.told().await, "アンケート"), 0);
        // Who came is marked on the day itself; people are asked in the morning after.
        for early in ["2026-12-12T13:00", "2026-12-13T08:00"] {
            centre.at(early).await;
            assert_eq!(count(&centre.told().await, "アンケート"), 0, "{early}");
        }
        centre.at("2026-12-13T09:30").await;
        assert_eq!(count(&centre.told().await, "アンケート"), 1, "{engine:?}");
        centre.at("2026-12-13T13:00").await;
        assert_eq!(count(&centre.told().await, "アンケート"), 1, "{engine:?}");
        let letters = centre.letters().await;
        let asked = letters
            .iter()
            .find(|one| one.subject.starts_with("アンケート"));
        let (_, link) = asked.unwrap().text.split_once("/answers/").unwrap();
        let link = format!("/answers/{}", link.split_whitespace().next().unwrap());
        let visitor = centre.app.visitor();
        let form = visitor.get(&link).await;
        let version = crate::acts::input(&form, "seen");
        let answers = [
            ("seen", version.as_str()),
            ("answer-1", "5"),
            ("answer-2", "4"),
            ("answer-3", "とても役に立ちました。"),
        ];
        led(&visitor.post(&link, &answers).await);
        let path = format!("/counter/seminars/{id}/answers");
        let page = centre.coordinator.get(&path).await;
        page.shows("依頼1人・回答1人");
        page.shows("平均 5.0");
        page.shows("とても役に立ちました。");
        page.hides("花子");
        let file = centre.coordinator.get(&format!("{path}?as=csv")).await;
        assert_eq!(file.text.lines().count(), 4, "{}", file.text);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_attended_enough_has_a_certificate_that_anybody_can_check() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        let (who, came) = centre.enrols(&id).await;
        let (other, missed) = centre.enrols(&id).await;
        let path = format!("/counter/seminars/{id}/certificates");
        assert_eq!(centre.coordinator.post(&path, &[]).await.status, 409);
        centre.at("2026-12-12T10:30").await;
        centre.came(&id, &came).await;
        centre.at("2026-12-12T13:00").await;
        let rule = format!("/counter/seminars/{id}/completion");
        let wrong = centre.coordinator.post(&rule, &[("lessons", "2")]).await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        // Coming late does not count any more, then it does.
        led(&centre.coordinator.post(&rule, &[("lessons", "1")]).await);
        let page = centre.coordinator.get(&path).await;
        page.hides("まとめて発行する");
        let fields = [("lessons", "1"), ("partial", "on")];
        led(&centre.coordinator.post(&rule, &fields).await);
        led(&centre.coordinator.post(&path, &[]).await);
        led(&centre.coordinator.post(&path, &[]).await);
        let told = centre.told().await;
        assert_eq!(count(&told, "修了証を発行しました"), 1, "{engine:?}");
        let paper = who.get(&format!("{came}/certificate")).await;
        paper.shows("令和8年度第1号");
        paper.shows("見本 花子");
        assert_eq!(other.get(&format!("{came}/certificate")).await.status, 404);
        assert_eq!(
            other.get(&format!("{missed}/certificate")).await.status,
            404
        );
        let (_, address) = paper.text.split_once("/completions/").unwrap();
        let number = address.split('<').next().unwrap().trim();
        let check = format!("/completions/{number}");
        let visitor = centre.app.visitor();
        visitor.get(&check).await.shows("この修了証は有効です");
        let revoked = format!("/counter/certificates/{number}/revocation");
        assert_eq!(centre.coordinator.post(&revoked, &[]).await.status, 422);
        let why = [("why", "出席の記録が誤っていたため")];
        led(&centre.coordinator.post(&revoked, &why).await);
        assert_eq!(centre.coordinator.post(&revoked, &why).await.status, 409);
        let page = visitor.get(&check).await;
        page.shows("この修了証は取り消されました");
        page.hides("出席の記録が誤っていた");
        assert_eq!(who.get(&format!("{came}/certificate")).await.status, 404);
        led(&centre.coordinator.post(&path, &[]).await);
        who.get(&format!("{came}/certificate"))
            .await
            .shows("令和8年度第2号");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
