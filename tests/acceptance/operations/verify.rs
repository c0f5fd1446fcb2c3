//! `shinko audit verify` finds whatever was done to the log of events.

use sea_orm::ConnectionTrait;
use testkit::database::Engine;
use tests::TestApp;

use super::{book, path, shinko};

#[tokio::test(flavor = "multi_thread")]
async fn audit_verify_finds_what_was_changed_deleted_or_cut_off() {
    for engine in Engine::BOTH {
        for (tampering, says) in [
            ("UPDATE events SET kind = 'x.y' WHERE seal = 1", "seal 1"),
            ("DELETE FROM events WHERE seal = 2", "seal 2"),
            (
                "DELETE FROM events WHERE seal = 2; DELETE FROM seals WHERE number = 2",
                "seal 2",
            ),
        ] {
            let app = TestApp::start(engine).await;
            let person = app.member("花子").await.person.unwrap();
            app.run_tasks().await;
            book(&app, person, 0).await.unwrap();
            app.run_tasks().await;
            let (data, url) = (path(&app.data), app.database_url.clone());
            let verify = ["audit", "verify", "--data", &data, "--database-url", &url];
            shinko(&verify).await.unwrap();
            app.app
                .db
                .outside_transactions()
                .execute_unprepared(tampering)
                .await
                .unwrap();
            let found = shinko(&verify).await.unwrap_err();
            assert!(found.contains(says), "{tampering} on {engine:?}: {found}");
            app.finish().await;
        }
    }
}
