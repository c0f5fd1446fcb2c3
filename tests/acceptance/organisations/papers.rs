//! Papers: what is taken, what is refused, who sees them, what becomes of those nobody needs.

use chrono::TimeDelta;
use kernel::events;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::backup;
use testkit::database::Engine;
use tests::TestApp;

use super::{COMPANY, GRANTED, PDF, answer, apply, id_of, with};
use crate::operations::{path, shinko};

async fn papers_are_seen_by_their_own_people_and_staff(engine: Engine) {
    const CANARY: &str = "カナリアの言葉";
    let app = TestApp::start(engine).await;
    let (member, reception) = (app.member("花子").await, app.staff().await);
    let (stranger, ward) = (app.member("次郎").await, app.ward().await);
    let canary = [b"%PDF-1.7 ".as_slice(), CANARY.as_bytes()].concat();
    let fields = with(&COMPANY, &[("words", CANARY)]);
    let papers = [("カナリア.pdf", canary.as_slice())];
    let id = id_of(&member.post_papers("/applications", &fields, &papers).await);
    let own = member.get(&format!("/applications/{id}")).await;
    own.shows(CANARY);
    let begins = format!("/applications/{id}/papers/");
    let mut links = own.text.split('"');
    let paper = links.find(|link| link.starts_with(&begins)).unwrap();

    for reader in [&member, &reception] {
        let found = reader.get(paper).await;
        assert_eq!(found.bytes, canary);
        assert_eq!(found.header("content-type"), "application/pdf");
        assert_eq!(found.header("x-content-type-options"), "nosniff");
        assert!(found.header("content-security-policy").contains("sandbox"));
        let disposition = found.header("content-disposition");
        assert!(disposition.starts_with("attachment;"), "{disposition}");
    }
    reception
        .get(&format!("/counter/applications/{id}"))
        .await
        .shows(CANARY);
    for other in [&stranger, &ward] {
        assert_eq!(other.get(paper).await.status, 404);
        assert_eq!(other.get(&format!("/applications/{id}")).await.status, 404);
    }
    assert_eq!(
        ward.get(&format!("/counter/applications/{id}"))
            .await
            .status,
        403
    );
    assert_eq!(app.visitor().get(paper).await.status, 303);
    // Another application's address opens nothing.
    let theirs = id_of(
        &stranger
            .post_papers("/applications", &COMPANY, &[PDF])
            .await,
    );
    let swapped = paper.replace(&id.to_string(), &theirs.to_string());
    assert_eq!(stranger.get(&swapped).await.status, 404);
    assert_eq!(answer(&reception, id, "1", &GRANTED).await.status, 303);
    let list = ward.get("/counter/organisations").await;
    list.shows("見本製作所");
    list.hides(CANARY);
    let organisation = super::row(&app, id).await.organisation_id.unwrap();
    let one = ward
        .get(&format!("/counter/organisations/{organisation}"))
        .await;
    one.shows("見本製作所");
    one.hides("/counter/applications/");
    for event in events::Entity::find()
        .all(app.app.db.reader())
        .await
        .unwrap()
    {
        assert!(!event.facts.contains(CANARY), "{event:?}");
    }
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_are_seen_by_their_own_people_and_staff_on_sqlite() {
    papers_are_seen_by_their_own_people_and_staff(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_are_seen_by_their_own_people_and_staff_on_postgres() {
    papers_are_seen_by_their_own_people_and_staff(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_paper_is_refused_beside_its_field_and_nothing_changes() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let large = [PDF.1, &vec![b' '; 1_000_000]].concat();
    let huge = [PDF.1, &vec![b' '; 20_000_000]].concat();
    let six = [PDF; 6];
    for (papers, status, said) in [
        (
            [("大きい.pdf", large.as_slice())].as_slice(),
            422,
            "1MBを超えています",
        ),
        (&[("とても大きい.pdf", huge.as_slice())], 413, "1点1MBまで"),
        (&[("空.pdf", b"")], 422, "中身が空です"),
        (&[("プログラム.pdf", b"MZ\x90\0")], 422, "開けない形式です"),
        (&[("写真.jpg", PDF.1)], 422, "合いません"),
        (&[PDF, ("写真.jpg", PDF.1)], 422, "合いません"),
        (&six, 422, "5点まで"),
    ] {
        let refused = member.post_papers("/applications", &COMPANY, papers).await;
        assert_eq!(refused.status, status, "{}", refused.text);
        refused.shows(said);
        // What was typed is still there.
        if status == 422 {
            refused.shows("株式会社見本製作所");
        }
    }
    let db = app.app.db.reader();
    let rows = organisations::entity::application::Entity::find();
    assert_eq!(rows.count(db).await.unwrap(), 0);
    // Who is not signed in any more is told so, however much they send.
    for paper in [PDF, ("とても大きい.pdf", huge.as_slice())] {
        let visitor = app.visitor();
        let refused = visitor
            .post_papers("/applications", &COMPANY, &[paper])
            .await;
        assert_eq!(refused.status, 401);
    }
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_that_nobody_names_is_gone_after_a_day_and_the_others_stay() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    apply(&member).await;
    let stray = (
        "写し.pdf",
        b"%PDF-1.7 of a form that was refused".as_slice(),
    );
    let wrong = with(&COMPANY, &[("kana", "漢字")]);
    assert_eq!(
        member
            .post_papers("/applications", &wrong, &[stray])
            .await
            .status,
        422
    );
    let papers = || std::fs::read_dir(app.data.join("papers")).unwrap().count();
    app.clock.advance(TimeDelta::hours(23));
    app.run_tasks().await;
    assert_eq!(papers(), 2);
    app.clock.advance(TimeDelta::hours(2));
    app.run_tasks().await;
    assert_eq!(papers(), 1);
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_holds_the_papers_and_a_restore_puts_them_back() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    apply(&member).await;
    app.run_tasks().await;
    let file = app.data.join("backup.db");
    let papers = app.data.join("papers");
    backup::take(&app.app.db, &app.clock, &papers, &file)
        .await
        .unwrap();
    let kept: Vec<_> = std::fs::read_dir(app.data.join("backup.db.papers"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(std::fs::read(&kept[0]).unwrap(), PDF.1);

    let (from, data) = (path(&file), app.data.join("restored"));
    shinko(&["restore", "--from", &from, "--data", &path(&data)])
        .await
        .unwrap();
    let back = data.join("papers").join(kept[0].file_name().unwrap());
    assert_eq!(std::fs::read(back).unwrap(), PDF.1);

    // A paper that was changed, or lost, is noticed before anything is put back.
    let other = path(&app.data.join("other"));
    std::fs::write(&kept[0], b"%PDF-1.7 something else").unwrap();
    let changed = shinko(&["restore", "--from", &from, "--data", &other]).await;
    assert!(changed.unwrap_err().contains("paper"));
    std::fs::remove_file(&kept[0]).unwrap();
    let lost = shinko(&["restore", "--from", &from, "--data", &other]).await;
    assert!(lost.unwrap_err().contains("paper"));
    assert!(!app.data.join("other/shinko.db").exists());
    app.finish().await;
}
