//! A list of who came is taken as a whole, or every wrong line is told.

use std::fmt::Write;

use testkit::database::Engine;

use super::{Taught, lesson_of};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_with_seven_wrong_lines_is_answered_line_by_line_and_nothing_is_lost() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        centre.enrols(&id).await;
        centre.enrols(&id).await;
        let lesson = lesson_of(&centre, &id).await;
        let path = format!("/counter/lessons/{lesson}/roll");
        let list = format!("/counter/lessons/{lesson}/attendance");
        let early = centre.coordinator.post(&path, &[("list", "1,出席")]).await;
        assert_eq!(early.status, 409, "{engine:?}");
        centre.at("2026-12-12T12:30").await;
        let mut text = "申込番号,名前,出欠\n1,見本,出席\n2,見本,遅刻\n".to_owned();
        for number in 3..10 {
            let _ = writeln!(text, "{number},だれか,出席");
        }
        let wrong = centre.coordinator.post(&path, &[("list", &text)]).await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        wrong.shows("直すところが7行あります");
        wrong.shows("4行目");
        wrong.shows("2,見本,遅刻");
        centre
            .coordinator
            .get(&list)
            .await
            .shows("出席0人（名簿2人）");
        let right: String = text.lines().take(3).collect::<Vec<_>>().join("\n");
        led(&centre.coordinator.post(&path, &[("list", &right)]).await);
        let page = centre.coordinator.get(&list).await;
        page.shows("2人の出欠を記録しました");
        page.shows("出席2人（名簿2人）");
        // The same list again marks nobody twice; the file that was saved can be pasted back.
        let file = centre.coordinator.get(&format!("{list}?as=csv")).await;
        led(&centre
            .coordinator
            .post(&path, &[("list", &file.text)])
            .await);
        let page = centre.coordinator.get(&list).await;
        page.shows("0人の出欠を記録しました");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
