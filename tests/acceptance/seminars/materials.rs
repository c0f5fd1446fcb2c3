//! Materials are for those who have a place.

use testkit::database::Engine;

use super::{Taught, enrols};
use crate::consultations::led;

const PDF: &[u8] = b"%PDF-1.7\nmihon";

#[tokio::test(flavor = "multi_thread")]
async fn materials_are_taken_by_those_who_have_a_place_and_by_nobody_else() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("1").await;
        let (has, own) = centre.enrols(&id).await;
        let waits = centre.app.member("たろう").await;
        let line = led(&enrols(&waits, &id).await);
        let list = format!("/counter/seminars/{id}/materials");
        let none = centre.coordinator.post_papers(&list, &[], &[]).await;
        assert_eq!(none.status, 422, "{engine:?}");
        none.shows("加える資料を選んでください。");
        let odd = [("list.exe", b"MZ".as_slice())];
        let odd = centre.coordinator.post_papers(&list, &[], &odd).await;
        assert_eq!(odd.status, 422, "{}", odd.text);
        let added = [("帳簿の手引き.pdf", PDF)];
        led(&centre.coordinator.post_papers(&list, &[], &added).await);
        let reception = centre.app.staff().await;
        let refused = reception.post_papers(&list, &[], &added).await;
        assert_eq!(refused.status, 403, "{engine:?}");
        let page = has.get(&own).await;
        page.shows("帳簿の手引き.pdf");
        let (_, rest) = page.text.split_once("/materials/").unwrap();
        let paper = rest.split('"').next().unwrap();
        let taken = has.get(&format!("{own}/materials/{paper}")).await;
        assert_eq!(taken.status, 200, "{engine:?}");
        assert_eq!(taken.header("content-type"), "application/pdf");
        waits.get(&line).await.hides("帳簿の手引き");
        let refused = waits.get(&format!("{line}/materials/{paper}")).await;
        assert_eq!(refused.status, 404, "{engine:?}");
        let kept = reception.get(&format!("{list}/{paper}")).await;
        assert_eq!(kept.status, 200);
        let gone = format!("{list}/{paper}/removal");
        led(&centre.coordinator.post(&gone, &[]).await);
        assert_eq!(centre.coordinator.post(&gone, &[]).await.status, 404);
        let refused = has.get(&format!("{own}/materials/{paper}")).await;
        assert_eq!(refused.status, 404, "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
