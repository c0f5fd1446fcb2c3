//! A member answers, and a guest; those read it whose business it is.

use kernel::Role;
use testkit::database::Engine;
use tests::Answer;

use super::{super::Taught, ANSWERS, PDF, answers, but};
use crate::{consultations::led, journeys::letters};

#[tokio::test(flavor = "multi_thread")]
async fn what_a_member_answers_is_read_by_them_and_by_those_who_keep_the_seminar() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let who = centre.app.member("花子").await;
        let page = who.get(&format!("/seminars/{id}")).await;
        page.shows("質問4で「はい」と答えた方のみ");
        page.shows("enctype=\"multipart/form-data\"");
        let mut fields = vec![("mode", "here")];
        fields.extend(ANSWERS);
        let path = format!("/seminars/{id}/enrolments");
        let paper = [("answer-6", "計画.pdf", PDF)];
        let own = led(&who.post_named(&path, &fields, &paper).await);
        let page = who.get(&own).await;
        for said in [
            "焼き菓子の店を開きます。",
            "半年以内",
            "資金\n売り方",
            "計画.pdf",
            "同意した",
        ] {
            page.shows(said);
        }
        let file = format!("{own}/answers/6");
        let taken = who.get(&file).await;
        assert_eq!(
            taken.header("content-type"),
            "application/pdf",
            "{engine:?}"
        );
        let list = format!("/counter/seminars/{id}/people");
        let kept = centre.manager.get(&list).await;
        kept.shows("焼き菓子の店を開きます。");
        centre
            .manager
            .get(&format!("{own}/answers"))
            .await
            .shows("半年以内");
        assert_eq!(centre.manager.get(&file).await.status, 200);
        // Reception enters people, and reads nothing of it; another member learns of nothing.
        let reception = centre.app.staff().await;
        let stranger = centre.app.member("他人").await;
        for path in [list.clone(), format!("{list}?as=csv"), own.clone()] {
            reception.get(&path).await.hides("焼き菓子");
        }
        let expert = centre.app.someone("専門", &[Role::Expert]).await;
        let ward = centre.app.ward().await;
        for other in [&reception, &stranger, &expert, &ward] {
            for path in [format!("{own}/answers"), file.clone()] {
                assert_eq!(other.get(&path).await.status, 404, "{path}");
            }
        }
        let visitor = centre.app.visitor();
        for path in [format!("{own}/answers"), file.clone()] {
            assert_eq!(visitor.get(&path).await.status, 303, "{path}");
        }
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_has_a_column_for_each_question_and_no_formulas() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.asking("first_come", &[]).await;
        let who = centre.app.member("花子").await;
        led(&answers(
            &who,
            &id,
            &but(&[("answer-1", "=1+1"), ("answer-4", "no"), ("answer-5", "")]),
        )
        .await);
        let list = format!("/counter/seminars/{id}/people?as=csv");
        let file = centre.coordinator.get(&list).await;
        let lines: Vec<&str> = file.text.lines().collect();
        assert!(
            lines[0].contains("\"1. 事業計画の概要\",\"2. 創業の時期\""),
            "{}",
            lines[0]
        );
        assert!(
            lines[1].contains(
                "\"'=1+1\",\"半年以内\",\"資金、売り方\",\"いいえ\",\"\",\"\",\"同意した\""
            ),
            "{}",
            lines[1]
        );
        let reception = centre.app.staff().await;
        reception.get(&list).await.hides("事業計画の概要");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

async fn asks(centre: &Taught, id: &str, given: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("family_name", "見本"),
        ("given_name", "はるか"),
        ("family_kana", "ミホン"),
        ("given_kana", "ハルカ"),
        ("email", "haruka@example.jp"),
    ];
    fields.push(("mode", "here"));
    fields.extend(given);
    let path = format!("/seminars/{id}/enrolments");
    centre.app.visitor().post(&path, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_guest_answers_counts_when_they_open_their_letter_and_papers_follow() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre
            .asking("first_come", &[("question-6-required", "on")])
            .await;
        let page = centre.app.visitor().get(&format!("/seminars/{id}")).await;
        page.shows("申し込んだあとに、申込のページから出していただきます");
        page.hides("type=\"file\"");
        let missing = asks(&centre, &id, &but(&[("answer-1", "")])).await;
        assert_eq!(missing.status, 422, "{engine:?}");
        missing.shows("質問1に答えてください");
        missing.shows("haruka@example.jp");
        led(&asks(&centre, &id, &but(&[("answer-6", "words.pdf")])).await);
        let list = format!("/counter/seminars/{id}/people");
        centre.manager.get(&list).await.hides("焼き菓子");
        let told = letters(&centre.app).await;
        let letter = &told.last().unwrap().text;
        assert!(!letter.contains("焼き菓子"), "{letter}");
        let (_, link) = letter.split_once("/enrolments/confirm/").unwrap();
        let link = format!(
            "/enrolments/confirm/{}",
            link.split_whitespace().next().unwrap()
        );
        let guest = centre.app.visitor();
        let own = led(&guest.post(&link, &[]).await);
        let page = guest.get(&own).await;
        page.shows("焼き菓子の店を開きます。");
        page.shows("未回答1件");
        page.hides("words.pdf");
        centre.manager.get(&list).await.shows("未回答1件");
        let answers = format!("{own}/answers");
        let none = guest.post_named(&answers, &[], &[]).await;
        assert_eq!(none.status, 422, "{engine:?}");
        none.shows("質問6のファイルを選んでください");
        led(&guest
            .post_named(&answers, &[], &[("answer-6", "計画.pdf", PDF)])
            .await);
        let page = guest.get(&own).await;
        page.shows("計画.pdf");
        page.hides("未回答");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
