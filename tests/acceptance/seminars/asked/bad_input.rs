//! Answers that nobody can take: said all at once, each beside its field, with what was typed.

use testkit::database::Engine;

use super::{super::Taught, PDF, answers, but};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_answer_is_named_beside_its_field_and_everything_typed_is_kept() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let who = centre.app.member("花子").await;
        let long = "a".repeat(1_000_000);
        for (field, value, said) in [
            ("answer-1", "", "質問1に答えてください"),
            ("answer-1", long.as_str(), "2,000文字以内"),
            ("answer-1", "打\0合せ", "使えない文字"),
            ("answer-2", "3", "質問2の答えを、もう一度"),
            ("answer-2", "未定", "質問2の答えを、もう一度"),
            ("answer-3", "0", "質問3の答えを、もう一度"),
            ("answer-4", "たぶん", "質問4の答えを、もう一度"),
            ("answer-5", "5", "質問5は、1から4までの数"),
            ("answer-5", "2.5", "質問5は、1から4までの数"),
            ("answer-5", "", "質問5に答えてください"),
            ("answer-7", "", "同意していただけないと"),
            ("answer-7", "on", "質問7の答えを、もう一度"),
        ] {
            let refused = answers(&who, &id, &but(&[(field, value)])).await;
            assert_eq!(refused.status, 422, "{engine:?} {field}");
            refused.shows(said);
            refused.shows(&format!("<a href=\"#{field}\">"));
            if field != "answer-1" {
                refused.shows("焼き菓子の店を開きます。");
            }
        }
        assert_eq!(centre.counts(&id).await, ([0, 0, 0], 0), "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_of_the_wrong_kind_is_named_beside_its_field_with_all_else_that_is_wrong() {
    let centre = Taught::open(Engine::Sqlite).await;
    let id = centre.asking("first_come", &[]).await;
    let who = centre.app.member("花子").await;
    let path = format!("/seminars/{id}/enrolments");
    let mut fields = but(&[("answer-7", "")]);
    fields.push(("mode", "here"));
    let large = [PDF, &vec![b' '; 1_500_000]].concat();
    for (name, content, said) in [
        ("virus.exe", b"MZ".as_slice(), "開けない形式です"),
        ("計画.png", PDF, "拡張子"),
        ("空.pdf", b"", "中身が空です"),
        ("大きい.pdf", &large, "超えています"),
    ] {
        let paper = [("answer-6", name, content)];
        let refused = who.post_named(&path, &fields, &paper).await;
        assert_eq!(refused.status, 422, "{name}");
        refused.shows(said);
        refused.shows("<a href=\"#answer-6\">");
        refused.shows("同意していただけないと");
        refused.shows("焼き菓子の店を開きます。");
    }
    let paper = [("answer-6", "計画.pdf", PDF)];
    let stranger = centre
        .app
        .visitor()
        .post_named(&path, &fields, &paper)
        .await;
    assert_eq!(stranger.status, 401, "a stranger fills no disk");
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_answered_to_a_question_that_was_not_asked_is_not_kept() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let who = centre.app.member("花子").await;
        let given = but(&[
            ("answer-4", "no"),
            ("answer-5", "98765"),
            ("answer-20", "余り"),
        ]);
        let own = led(&answers(&who, &id, &given).await);
        let page = who.get(&own).await;
        page.hides("98765");
        page.hides("余り");
        page.hides("お子さんの人数");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
