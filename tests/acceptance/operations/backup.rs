//! A backup is taken under load, and restores to a centre that works.

use std::sync::Arc;

use bookings::entity::booking;
use kernel::{Db, DbOptions};
use sea_orm::{EntityTrait, PaginatorTrait};
use server::backup;
use testkit::database::Engine;
use tests::TestApp;

use super::{book, no_centre_yet, path, shinko};

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_under_load_restores_to_a_working_centre() {
    let app = Arc::new(TestApp::start(Engine::Sqlite).await);
    let person = app.member("花子").await.person.unwrap();
    for number in 0..5 {
        book(&app, person, number).await.unwrap();
    }
    app.run_tasks().await;
    let mut load = tokio::task::JoinSet::new();
    for number in 5..60 {
        let app = Arc::clone(&app);
        load.spawn(async move { book(&app, person, number).await.unwrap() });
    }
    let file = app.data.join("backup.db");
    let note = backup::take(&app.app.db, &app.clock, &app.data.join("papers"), &file)
        .await
        .unwrap();
    load.join_all().await;
    assert!(note.head.is_some());

    let target = app.data.join("restored");
    let (from, data) = (path(&file), path(&target));
    shinko(&["restore", "--from", &from, "--data", &data])
        .await
        .unwrap();
    let again = shinko(&["restore", "--from", &from, "--data", &data]).await;
    assert!(again.unwrap_err().contains("--force"));
    shinko(&["audit", "verify", "--data", &data]).await.unwrap();
    let note = format!("{from}.head.json");
    shinko(&["audit", "verify", "--data", &data, "--head", &note])
        .await
        .unwrap();
    let url = format!("sqlite://{}?mode=rw", target.join("shinko.db").display());
    let restored = Db::connect(&DbOptions::new(url)).await.unwrap();
    let kept = booking::Entity::find()
        .count(restored.reader())
        .await
        .unwrap();
    assert!((5..=60).contains(&kept), "{kept}");
    restored.close().await.unwrap();

    std::fs::OpenOptions::new()
        .append(true)
        .open(&file)
        .and_then(|mut file| std::io::Write::write_all(&mut file, b"x"))
        .unwrap();
    let changed = shinko(&["restore", "--from", &from, "--data", &data, "--force"]).await;
    assert!(changed.unwrap_err().contains("SHA-256"));
    app.run_tasks().await;
    Arc::into_inner(app).unwrap().finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_makes_the_folder_it_is_to_lie_in() {
    let data = no_centre_yet("backup").await;
    let file = data.join("backups/2026/december.db");
    let arguments = ["backup", "--to", &path(&file), "--data", &path(&data)];
    shinko(&arguments).await.unwrap();
    assert!(file.exists());
}
