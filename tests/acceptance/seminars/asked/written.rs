//! Questions are written with the draft, looked at with it, and copied with it.

use testkit::database::Engine;

use super::{super::Taught, rows};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_written_with_the_draft_and_stay_once_it_is_handed_in() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let path = centre.draft("6").await;
        let form = format!("{path}/questions");
        for (changed, said) in [
            (("question-2-options", "半年以内"), "選択肢を2つ以上"),
            (("question-5-when", "6"), "この質問より前にある質問"),
            (("question-5-when", "1"), "選んで答える質問"),
            (("question-5-when_is", "たぶん"), "選択肢と同じ言葉"),
            (("question-5-most", "0"), "最小と同じか"),
            (("question-7-help", ""), "同意してもらう文を"),
            (("question-1-kind", "scale"), "答え方を選んで"),
        ] {
            let refused = centre.asks(&path, &[changed]).await;
            assert_eq!(refused.status, 422, "{changed:?}");
            refused.shows(said);
            refused.shows("お子さんの人数");
        }
        let papers = ["question-1-kind", "question-4-kind", "question-5-kind"];
        let mut many: Vec<_> = papers.iter().map(|name| (*name, "file")).collect();
        many.push(("question-5-when", ""));
        let refused = centre.asks(&path, &many).await;
        refused.shows("ファイルを出してもらう質問は3個まで");
        led(&centre.asks(&path, &[]).await);
        let page = centre.manager.get(&path).await;
        page.shows("質問4で「はい」と答えた方のみ");
        page.shows("会場で撮影し、広報に使います。");
        // The form has it all again, and keeps what hangs on a question that is moved.
        let again = centre.coordinator.get(&form).await;
        again
            .shows("name=\"question-5-when_is\" type=\"text\" class=\"input w-20\" value=\"はい\"");
        let mut moved = rows("1");
        moved.retain(|(name, _)| *name != "act");
        moved.push(("act", "up-4"));
        let moved = centre.coordinator.post(&form, &moved).await;
        moved.shows("まだ保存していません");
        moved.shows("name=\"question-5-when\" type=\"text\" class=\"input w-4\" value=\"3\"");
        // What hung on a question that is taken out is marked, and saved only when that is mended.
        let mut without = rows("1");
        without.retain(|(name, _)| !["act", "question-5-when"].contains(name));
        without.extend([("act", "remove-4"), ("question-5-when", "４")]);
        let without = centre.coordinator.post(&form, &without).await;
        assert_eq!(without.status, 422, "{engine:?}");
        without.shows("もとの質問が削除されました");
        without.shows("<a href=\"#question-4-when\">");
        without.shows("name=\"question-4-when\" type=\"text\" class=\"input w-4\" value=\"0\"");
        let unmended = centre.asks(&path, &[("question-5-when", "0")]).await;
        assert_eq!(unmended.status, 422, "{engine:?}");
        let stale = centre.coordinator.post(&form, &rows("1")).await;
        assert_eq!(stale.status, 409, "{engine:?}");
        stale.shows("今は次のように保存されています");
        led(&centre.lesson(&path, "2026-12-12", "10:00", "12:00").await);
        led(&centre.acts(&centre.coordinator, &path, "review", "").await);
        assert_eq!(centre.asks(&path, &[]).await.status, 409, "{engine:?}");
        let fixed = centre.coordinator.get(&form).await;
        fixed.shows("確認に出したあとは");
        fixed.hides("question-1-text");
        let reception = centre.app.staff().await;
        assert_eq!(reception.get(&form).await.status, 403);
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_asks_what_was_asked_before() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let copy = format!("/counter/seminars/{id}/copy");
        let new = led(&centre.coordinator.post(&copy, &[]).await);
        let page = centre.coordinator.get(&new).await;
        page.shows("事業計画の概要");
        page.shows("質問4で「はい」と答えた方のみ");
        // It is a draft, and can be asked otherwise; the other one stays.
        let edition = centre.edition(&new).await;
        let none = [("edition", &*edition), ("act", "save")];
        led(&centre
            .coordinator
            .post(&format!("{new}/questions"), &none)
            .await);
        let page = centre.coordinator.get(&new).await;
        page.shows("申し込む方にたずねることはありません");
        let before = centre.app.visitor().get(&format!("/seminars/{id}")).await;
        before.shows("事業計画の概要");
        centre.app.finish().await;
    }
}
