//! A first visit weighs little.

use reqwest::Client;
use testkit::database::Engine;
use tests::TestApp;

/// HTML, CSS and JavaScript of a first visit, compressed, in bytes.
const AT_MOST: usize = 100 * 1024;

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_weighs_at_most_100_kilobytes() {
    let app = TestApp::start(Engine::Sqlite).await;
    for path in ["/", "/availability"] {
        let page = app.visitor().get(path).await.text;
        let linked = ["href=\"/assets/", "src=\"/assets/"]
            .into_iter()
            .flat_map(|start| page.split(start).skip(1))
            .filter_map(|rest| rest.split('"').next())
            .map(|name| format!("/assets/{name}"));
        let parts: Vec<String> = std::iter::once(path.to_owned()).chain(linked).collect();
        assert!(parts.len() >= 3, "a style sheet and a script: {parts:?}");
        let mut sum = 0;
        for part in &parts {
            let weight = compressed(&app, part).await;
            eprintln!("{part}: {weight} bytes");
            sum += weight;
        }
        assert!(sum <= AT_MOST, "{path}: {sum} bytes");
    }
    app.finish().await;
}

/// What travels of this, which must be compressed.
async fn compressed(app: &TestApp, path: &str) -> usize {
    let http = Client::builder().no_proxy().build().unwrap();
    let request = http
        .get(format!("{}{path}", app.base))
        .header("accept-encoding", "gzip");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.headers()["content-encoding"], "gzip", "{path}");
    answer.bytes().await.unwrap().len()
}
