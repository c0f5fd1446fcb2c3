//! Looking around.

use testkit::database::Engine;
use tests::TestApp;

use crate::acts::TUESDAY;

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_looks_around_without_signing_in() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (desks, room) = (app.fixture.desks, app.fixture.room);
        let visitor = app.visitor();
        visitor.get("/").await.shows("産業振興センター");
        let spaces = visitor.get("/spaces").await;
        spaces.shows("コワーキング席");
        spaces.shows("会議室A");
        let day = format!("/availability?date={TUESDAY}");
        let grid = visitor.get(&day).await;
        assert_eq!(grid.status, 200);
        grid.shows(&format!("{desks}/{TUESDAY}/540-600"));
        grid.shows(&format!("{room}/{TUESDAY}/1200-1260"));
        let table = visitor.get(&format!("{day}&view=table")).await;
        table.shows("<table");
        table.shows(&format!("{room}/{TUESDAY}/540-600"));
        let week = visitor.get(&format!("/spaces/{room}?week={TUESDAY}")).await;
        week.shows(&format!("{room}/2026-12-19/540-600"));
        assert!(
            !week.text.contains("2026-12-14/"),
            "Mondays are closed and cannot be chosen"
        );
        app.finish().await;
    }
}
