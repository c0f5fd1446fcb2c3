//! What a node says of itself, and how it does without its database for a while.

use kernel::{Db, DbOptions};
use sea_orm::ConnectionTrait;
use testkit::{
    database::{self, Engine},
    folder,
    postgres::Cluster,
};
use tests::{TestApp, ready};

use super::path;

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
