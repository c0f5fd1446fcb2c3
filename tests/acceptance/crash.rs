//! The power goes in the middle of the busiest hour, more than once. Nothing that was answered is
//! lost, and nothing that was not is there by halves.

mod afterwards;
mod load;
mod opening;
mod program;
mod work;

use testkit::{
    database::{self, Engine},
    folder,
};

use self::{
    load::Told,
    opening::{Cast, prepare},
    program::{Centre, Running},
};
use crate::books::Books;

/// How often the power goes.
const TIMES: usize = 3;

/// The whole drill.
async fn survive(centre: &Centre) {
    let cast = Cast::open(centre).await;
    let mut running = Running::start(centre).await;
    let plan = prepare(&cast, &running.base).await;
    let mut told = Told::default();
    for time in 1..=TIMES {
        load::until_the_power_goes(&mut running, &cast, &plan, &mut told).await;
        running = Running::start(centre).await;
        let db = centre.db().await;
        let books = Books::read(&db).await;
        let when = format!("after {time} times");
        books.hold(&when);
        afterwards::nothing_is_lost(&books, &db, &told).await;
        afterwards::no_paper_is_missing(&db, &centre.data).await;
        db.close().await.unwrap();
    }
    let db = centre.db().await;
    afterwards::letters_are_out(&db).await;
    afterwards::each_has_its_letter(&db, &centre.data).await;
    Books::read(&db).await.tie_out(&db).await;
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
