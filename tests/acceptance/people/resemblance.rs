//! Reception is told whom a newcomer resembles; the public learns nothing.

use testkit::database::Engine;
use tests::TestApp;

use super::{guest, registration};

const KNOWN: [&str; 4] = ["髙橋", "よしお", "タカハシ", "ヨシオ"];

#[tokio::test(flavor = "multi_thread")]
async fn reception_sees_whom_a_newcomer_resembles_and_registers_them_all_the_same() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let known = guest(&reception, KNOWN, "03-0000-1111").await;
        let page = reception.get(&format!("/counter/people/{known}")).await;
        page.hides("同じ方かもしれない");
        for (names, telephone, reasons) in [
            (["高橋", "ヨシオ", "ﾀｶﾊｼ", "よしお"], "", "フリガナが同じ"),
            (
                ["髙橋", "よしお", "タカハラ", "ヨシオ"],
                "",
                "（名前が同じ）",
            ),
            (
                ["実例", "みどり", "ジツレイ", "ミドリ"],
                "０３（００００）１１１１",
                "（電話番号が同じ）",
            ),
        ] {
            let asked = reception
                .post("/counter/people/new", &registration(names, telephone))
                .await;
            assert_eq!(asked.status, 200, "{engine:?} {}", asked.text);
            asked.shows("同じ方かもしれない登録が1件あります");
            asked.shows(reasons);
            asked.shows(&format!("/counter/people/{known}"));
        }
        let other = ["実例", "みどり", "ジツレイ", "ミドリ"];
        let new = reception
            .post("/counter/people/new", &registration(other, "03-0000-2222"))
            .await;
        assert_eq!(new.status, 303, "resembles nobody: {}", new.text);
        let wrong = reception
            .post("/counter/people/new", &registration(KNOWN, "none"))
            .await;
        assert_eq!(wrong.status, 422, "what is wrong is said first");

        let again = guest(&reception, ["高橋", "よしお", "たかはし", "よしお"], "").await;
        let page = reception.get(&format!("/counter/people/{again}")).await;
        page.shows("（名前が同じ・フリガナが同じ）");
        page.shows(&format!("/counter/people/{again}/merge?into={known}"));
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_public_never_learns_whether_somebody_is_known() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let known = guest(&reception, KNOWN, "03-0000-1111").await;
        let member = app.member("花子").await;
        let mut told = Vec::new();
        for (names, email) in [
            (KNOWN, "taro+other@demo.example"),
            (
                ["実例", "みどり", "ジツレイ", "ミドリ"],
                "nobody@demo.example",
            ),
        ] {
            let mut fields = registration(names, "").to_vec();
            fields.push(("email", email));
            let answer = app.visitor().post_and_follow("/sign-up", &fields).await;
            told.push(answer.text.replace(email, ""));
        }
        assert_eq!(told[0], told[1], "{engine:?}");
        for path in [
            format!("/counter/people/{known}"),
            format!("/counter/people/{known}/merge"),
            "/counter/people?q=高橋".to_owned(),
        ] {
            assert_eq!(member.get(&path).await.status, 403, "{path}");
            assert!(
                app.visitor()
                    .get(&path)
                    .await
                    .location
                    .starts_with("/sign-in")
            );
        }
        app.abandon().await;
    }
}
