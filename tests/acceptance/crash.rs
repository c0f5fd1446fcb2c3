//! The power goes in the middle of the busiest hour. Nothing that was answered is lost.

mod afterwards;
mod load;
mod program;

use testkit::{
    database::{self, Engine},
    folder,
};

use self::program::{Centre, Running};

/// How many programs book at once.
const CLIENTS: usize = 8;

/// The whole drill.
async fn survive(centre: &Centre) {
    let (desks, tokens) = centre.begin().await;
    let answered = load::until_the_power_goes(centre, desks, &tokens).await;
    let mut running = Running::start(centre).await;
    let db = centre.db().await;
    let bookings = afterwards::nothing_is_lost(&db, &answered).await;
    afterwards::letters_are_out(&db).await;
    afterwards::each_has_its_letter(&db, &centre.data, &bookings).await;
    db.close().await.unwrap();
    let said = centre.command(&["audit", "verify"]);
    assert!(!said.is_empty());
    let ready = reqwest::get(format!("{}/readyz", running.base))
        .await
        .unwrap();
    assert_eq!(ready.status(), 200);
    running.kill();
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_under_load_on_sqlite_nothing_answered_is_lost() {
    let centre = Centre {
        data: folder::fresh("sqlite"),
        database_url: String::new(),
    };
    survive(&centre).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_under_load_on_postgres_nothing_answered_is_lost() {
    let centre = Centre {
        data: folder::fresh("postgres"),
        database_url: database::fresh(Engine::Postgres).await.unwrap(),
    };
    survive(&centre).await;
}
