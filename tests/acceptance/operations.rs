//! Running the centre: health, figures, backup and restore, the proof of the log, ending in peace.

use std::{path::PathBuf, sync::Arc, time::Duration};

use accounts::{entity::api_token::Scope, service::NewAccount};
use bookings::{
    entity::booking,
    read::Catalogue,
    rules::Use,
    service::{Reserve, reserve},
};
use chrono::TimeDelta;
use clap::Parser;
use kernel::{Actor, Clock, Db, DbOptions, Instant, PersonId, Roles, Span, Via, transact};
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use server::{
    backup,
    cli::{self, Cli},
    node::Node,
    settings::Settings,
};
use testkit::{
    database::{self, Engine},
    folder,
    postgres::Cluster,
};
use tests::{Browser, TestApp, ready};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use views::Lang;

async fn shinko(arguments: &[&str]) -> Result<(), String> {
    let cli = Cli::try_parse_from(["shinko"].iter().chain(arguments)).unwrap();
    cli::run(cli).await.map_err(|failed| failed.to_string())
}

/// Books a desk, `hours` after nine in a week, day by day.
async fn book(app: &TestApp, person: PersonId, number: i64) -> Result<booking::Model, String> {
    let from = Instant::parse("2026-12-15T09:00:00+09:00").unwrap()
        + TimeDelta::days(number / 12)
        + TimeDelta::hours(number % 12);
    let wish = Reserve {
        space: Some(app.fixture.desks),
        unit: None,
        person,
        r#use: Use::new(
            Span::try_new(from, from + TimeDelta::hours(1)).unwrap(),
            "創業の準備",
            1,
        ),
    };
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        reserve(work, &wish).await
    })
    .await
    .map_err(|refused| refused.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_tells_that_it_is_alive_and_ready() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let machine = app.visitor();
        assert_eq!(machine.get("/healthz").await.text, "alive\n");
        assert_eq!(machine.get("/readyz").await.text, "ready\n");
        app.app
            .db
            .outside_transactions()
            .execute_unprepared("DELETE FROM seaql_migrations WHERE version LIKE 'm0006%'")
            .await
            .unwrap();
        let behind = machine.get("/readyz").await;
        assert_eq!(behind.status, 503, "{engine:?}");
        assert_eq!(behind.header("retry-after"), "30");
        assert_eq!(machine.get("/healthz").await.status, 200);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_read_directly_and_name_routes_not_people() {
    let app = TestApp::start(Engine::Sqlite).await;
    let machine = app.visitor();
    machine
        .get("/spaces/0193a1b2-0000-7000-8000-000000000001")
        .await;
    machine.get("/nowhere/花子").await;
    let figures = machine.get("/metrics").await;
    assert_eq!(figures.status, 200);
    for name in [
        "http_requests_total{method=\"GET\",route=\"?\",status=\"404\"} 1",
        "http_request_duration_seconds_bucket",
        "shinko_letters_waiting 0",
        "shinko_letters_dead 0",
        "shinko_unsealed_events_age_seconds",
        "shinko_database_up 1",
    ] {
        figures.shows(name);
    }
    assert!(!figures.text.contains("0193a1b2"), "{}", figures.text);
    let passed_on = machine
        .request(reqwest::Method::GET, "/metrics")
        .header("x-forwarded-for", "203.0.113.7");
    assert_eq!(machine.send(passed_on).await.status, 404);
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_postgres_pages_say_try_again_and_heal_by_themselves() {
    let cluster = Cluster::shared();
    let url = database::fresh(Engine::Postgres).await.unwrap();
    let name = url.split_once('?').unwrap().0.rsplit_once('/').unwrap().1;
    let door = folder::fresh("door");
    let (real, ours) = (path(cluster.socket_folder()), path(&door));
    let socket = ".s.PGSQL.5432";
    let open = || {
        let server = cluster.socket_folder().join(socket);
        std::os::unix::fs::symlink(server, door.join(socket)).unwrap();
    };
    open();
    let app = TestApp::on(url.replace(&real, &ours), ready()).await;
    let member = app.member("花子").await;
    assert_eq!(member.get("/readyz").await.status, 200);

    std::fs::remove_file(door.join(socket)).unwrap();
    send_away(cluster, name).await;
    for path in ["/readyz", "/mypage", "/readyz"] {
        let gone = member.get(path).await;
        assert_eq!(gone.status, 503, "{path}: {}", gone.text);
        assert_eq!(gone.header("retry-after"), "30", "{path}");
    }
    assert_eq!(app.visitor().get("/healthz").await.status, 200);

    open();
    let mut healed = 0;
    for _ in 0..20 {
        healed = member.get("/readyz").await.status;
        if healed == 200 {
            break;
        }
    }
    assert_eq!(healed, 200);
    app.finish().await;
}

/// Ends every connection to a database, as a server that stops does.
async fn send_away(cluster: &Cluster, name: &str) {
    let admin = Db::connect(&DbOptions::new(cluster.url("postgres")))
        .await
        .unwrap();
    let away = format!(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
    );
    admin
        .outside_transactions()
        .execute_unprepared(&away)
        .await
        .unwrap();
    admin.close().await.unwrap();
}

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
    let note = backup::take(&app.app.db, &app.clock, &file).await.unwrap();
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

fn path(path: &std::path::Path) -> String {
    path.display().to_string()
}

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

#[tokio::test(flavor = "multi_thread")]
async fn a_node_told_to_end_answers_what_was_begun() {
    let app = TestApp::start(Engine::Sqlite).await;
    let address = app.base.trim_start_matches("http://").to_owned();
    let mut line = TcpStream::connect(&address).await.unwrap();
    let body = "email=nobody%40demo.example&password=x";
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nHost: {address}\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n",
        body.len()
    );
    line.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut ending = tokio::task::JoinSet::new();
    ending.spawn(app.abandon());
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(TcpStream::connect(&address).await.is_err());
    line.write_all(body.as_bytes()).await.unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    ending.join_all().await;
}

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

/// A data folder of its own with the tables in it, and no centre yet.
async fn no_centre_yet(name: &str) -> PathBuf {
    let data = folder::fresh(name);
    shinko(&["migrate", "--data", &path(&data)]).await.unwrap();
    data
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
            "monday = \"closed\"",
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
async fn a_backup_makes_the_folder_it_is_to_lie_in() {
    let data = no_centre_yet("backup").await;
    let file = data.join("backups/2026/december.db");
    let arguments = ["backup", "--to", &path(&file), "--data", &path(&data)];
    shinko(&arguments).await.unwrap();
    assert!(file.exists());
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
    server::demo::fill(&app).await.unwrap();
    assert_eq!(count().await.unwrap(), filled);
}
