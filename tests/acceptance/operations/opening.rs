//! A centre is opened from a file, or filled for a demonstration; before that no command runs.

use std::sync::Arc;

use accounts::{entity::api_token::Scope, service::NewAccount};
use bookings::{entity::booking, read::Catalogue};
use kernel::{Actor, Clock, Db, DbOptions, Instant, Roles, Via, transact};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use server::{node::Node, settings::Settings};
use testkit::{
    database::{self, Engine},
    folder,
};
use tests::{Browser, ready};
use tokio::net::TcpListener;
use views::Lang;

use super::{no_centre_yet, path, shinko};

#[tokio::test(flavor = "multi_thread")]
async fn commands_refuse_a_centre_that_is_not_there() {
    let data = path(&folder::fresh("nothing").join("here"));
    for command in [
        vec!["serve"],
        vec!["work", "--once"],
        vec!["backup", "--to", "x"],
        vec!["audit", "verify"],
        vec!["admin", "token", "--email", "founder@demo.example"],
    ] {
        let arguments = [command.as_slice(), &["--data", &data]].concat();
        let refused = shinko(&arguments).await.unwrap_err();
        assert!(refused.contains("there is no database"), "{refused}");
    }
}

/// The program as it serves this data folder, on the clock of the tests.
async fn node_on(data: &std::path::Path) -> Node {
    let flags = vec![
        ("data", path(data)),
        ("public_url", "http://127.0.0.1:3000".to_owned()),
        ("mail.transport", "files".to_owned()),
    ];
    let settings = Settings::from(None, &[], &flags).unwrap();
    Node::open(&settings, ready(), false).await.unwrap()
}

/// The centre a ward can begin from.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../config/centre.example.toml");

#[tokio::test(flavor = "multi_thread")]
async fn the_example_opens_a_centre_on_which_a_member_books() {
    let data = no_centre_yet("opened").await;
    let open = ["admin", "open", "--file", EXAMPLE, "--data", &path(&data)];
    shinko(&open).await.unwrap();
    let again = shinko(&open).await.unwrap_err();
    assert!(again.contains("has a centre already"), "{again}");

    let node = node_on(&data).await;
    let app = node.app.clone();
    let new = NewAccount {
        family_name: "見本".to_owned(),
        given_name: "花子".to_owned(),
        family_kana: "ミホン".to_owned(),
        given_kana: "ハナコ".to_owned(),
        email: "hanako@demo.example".to_owned(),
        telephone: String::new(),
        password_hash: String::new(),
        lang: Lang::Ja,
        roles: Roles::default(),
    };
    let token = transact(&app.db, Actor::system(Via::Cli), &app.clock, async |work| {
        let person = accounts::service::open_account(work, new).await?;
        accounts::service::issue_token(work, person, "test", Scope::Write).await
    })
    .await
    .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let mut serving = tokio::task::JoinSet::new();
    serving.spawn(node.serve(listener, false, async { drop(stopped.await) }));

    let program = Browser::new(&base).with_token(&token);
    let spaces = program.get("/api/v1/spaces").await.json();
    let spaces = spaces["items"].as_array().unwrap();
    assert_eq!(spaces.len(), 8);
    let whole = &spaces[4];
    assert_eq!(whole["name"], "会議室A・B（1室として）");
    let wish = |space: &Value, day: &str| {
        json!({
            "space_id": space["id"],
            "starts_at": format!("{day}T13:00:00+09:00"),
            "ends_at": format!("{day}T15:00:00+09:00"),
            "purpose": "創業の準備",
            "attendees": 2,
        })
    };
    let book = async |space, day| {
        let wish = wish(space, day);
        program.post_json("/api/v1/bookings", &wish, &[]).await
    };
    let made = book(whole, "2026-12-15").await;
    assert_eq!(made.status, 201, "{}", made.text);
    let half = book(&spaces[2], "2026-12-15").await;
    assert_eq!(half.status, 409, "a part of what is taken: {}", half.text);
    let monday = book(&spaces[2], "2026-12-14").await;
    assert_eq!(monday.status, 422, "a closed day: {}", monday.text);
    stop.send(()).unwrap();
    serving.join_all().await.remove(0).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_file_names_its_keys_and_opens_nothing() {
    let data = no_centre_yet("wrong").await;
    let example = std::fs::read_to_string(EXAMPLE).unwrap();
    let file = data.join("centre.toml");
    for (right, wrong, says) in [
        ("longest = 720", "longst = 720", "unknown field `longst`"),
        ("longest = 720", "longest = 15", "longest, 15"),
        ("\"wifi\"]", "\"wlan\"]", "equipment \"wlan\" is not known"),
        (
            "monday = \"9:00-21:00\"",
            "monday = \"9 to 5\"",
            "[hours] monday is \"9 to 5\"",
        ),
    ] {
        std::fs::write(&file, example.replacen(right, wrong, 1)).unwrap();
        let (file, data) = (path(&file), path(&data));
        let refused = shinko(&["admin", "open", "--file", &file, "--data", &data]).await;
        let refused = refused.unwrap_err();
        assert!(refused.contains(says), "{refused}");
        assert!(refused.contains("centre.toml"), "{refused}");
    }
    let node = node_on(&data).await;
    let rows = Catalogue::load(node.app.db.reader()).await.unwrap();
    assert!(rows.venues.is_empty() && rows.places.is_empty());
    node.work(async {}).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_is_filled_once_and_through_the_same_rules() {
    let url = database::fresh(Engine::Sqlite).await.unwrap();
    let db = Db::connect(&DbOptions::new(url)).await.unwrap();
    let views = Arc::new(views::Views::new(None).unwrap());
    let app = web::App::new(web::Parts {
        db,
        clock: Clock::set_to(Instant::parse("2026-12-08T14:20:00+09:00").unwrap()),
        views,
        site: web::Site {
            public_url: "http://127.0.0.1:3000".to_owned(),
            secure: false,
            demo: true,
            proxies: web::Proxies::default(),
        },
    });
    server::demo::fill(&app).await.unwrap();
    let count = || booking::Entity::find().count(app.db.reader());
    let filled = count().await.unwrap();
    assert!(filled > 1_000, "{filled}");
    let missing = super::demonstration::missing(&app).await;
    assert!(missing.is_empty(), "{missing:#?}");
    let unanswered = super::demonstration::unanswered(&app).await;
    assert!(unanswered.is_empty(), "{unanswered:#?}");
    server::demo::fill(&app).await.unwrap();
    assert_eq!(count().await.unwrap(), filled);
}
