//! What cannot be written, what is there already, and who may not answer.

use testkit::database::Engine;
use tests::TestApp;
use tokio::task::JoinSet;

use super::{BODY, decide, drafted, fields, issue, shown};

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_written_is_refused_beside_its_field_and_nothing_is_there() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let ward = app.ward().await;
        let long = "長".repeat(10_001);
        for ((name, value), said) in [
            (("year", "いつか"), "年度を選んでください"),
            (("year", "1950"), "年度を選んでください"),
            (("field", "　"), "分野を書いてください"),
            (("field", "改行\rあり"), "登録できない文字"),
            (("field", &long), "60字までにしてください"),
            (("body", ""), "方針の内容を書いてください"),
            (("body", &long), "10,000字までにしてください"),
            (("body", "a\0b"), "登録できない文字"),
            (("valid_from", "2027-03-31"), "2027年4月1日（木）から"),
            (("valid_from", "2027-02-30"), "2028年3月31日（金）まで"),
        ] {
            let mut wrong = fields("創業・起業", BODY).to_vec();
            wrong.retain(|(own, _)| *own != name);
            wrong.push((name, value));
            let refused = ward.post("/policies", &wrong).await;
            assert_eq!(refused.status, 422, "{engine:?} {name} {said}");
            refused.shows(said);
        }
        ward.get("/policies?year=2027")
            .await
            .shows("方針はまだありません");
        let mut race = JoinSet::new();
        for _ in 0..6 {
            let ward = app.ward().await;
            race.spawn(async move {
                let fields = fields("維持・発展", BODY);
                ward.post("/policies", &fields).await.status
            });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409, 409, 409], "{engine:?}");
        let path = drafted(&ward, "創業・起業").await;
        let twice = ward.post("/policies", &fields("創業･起業 ", BODY)).await;
        assert_eq!(twice.status, 409, "{engine:?} {}", twice.text);
        twice.shows(&path);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_answers_their_own_words_and_a_draft_can_be_thrown_away() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let both = [kernel::Role::WardOfficer, kernel::Role::Manager];
        let (ward, both) = (app.ward().await, app.someone("両方", &both).await);
        let path = drafted(&both, "創業・起業").await;
        let alone = issue(&both, &path, "1").await;
        assert_eq!(alone.status, 409, "{engine:?} {}", alone.text);
        alone.shows("ほかにまだ登録されていません");
        assert_eq!(issue(&ward, &path, "1").await.status, 303, "{engine:?}");
        let of = shown(&ward, &path).await;
        let own = decide(&both, &path, &of, ["approve", ""]).await;
        assert_eq!(own.status, 403, "{engine:?} {}", own.text);

        let draft = drafted(&ward, "維持・発店").await;
        let of = shown(&ward, &draft).await;
        let fields = [("of", of.as_str()), ("edition", "1")];
        let gone = ward.post(&format!("{draft}/removal"), &fields).await;
        assert_eq!(gone.status, 303, "{engine:?} {}", gone.text);
        assert_eq!(ward.get(&draft).await.status, 404, "{engine:?}");
        let again = ward.post(&format!("{draft}/removal"), &fields).await;
        assert_eq!(again.status, 404, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}
