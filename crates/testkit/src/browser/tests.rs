use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use thirtyfour::prelude::*;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use super::*;

const GOOD: &str = "<!doctype html><html lang=ja><head><title>振興</title>\
    <meta name=viewport content='width=device-width'></head>\
    <body><main><h1>産業振興センター</h1><p id=scripts>off</p>\
    <form action=/sent><label>お名前 <input name=name></label><button>送信</button></form>\
    </main><script src=/on.js></script></body></html>";

const SENT: &str = "<!doctype html><html lang=ja><head><title>送信</title></head>\
    <body><main><h1 id=sent>送信しました</h1></main></body></html>";

const BAD: &str = "<!doctype html><html><head><title>x</title></head>\
    <body><h1 style='color: #eee'>淡い</h1><svg width=10 height=2000></svg><input><img src=/nothing.png></body></html>";

/// Serves a good page with a form, what it leads to, a bad one and a script, under a strict policy.
async fn site() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    #[allow(clippy::disallowed_methods, reason = "ends with the test's runtime")]
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = vec![0; 4096];
            let length = stream.read(&mut request).await.unwrap_or_default();
            let request = String::from_utf8_lossy(&request[..length]);
            let (kind, body) = match request.split_whitespace().nth(1) {
                Some("/on.js") => (
                    "text/javascript",
                    "document.getElementById('scripts').textContent = 'on'",
                ),
                Some("/bad") => ("text/html", BAD),
                Some(path) if path.starts_with("/sent") => ("text/html", SENT),
                _ => ("text/html", GOOD),
            };
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: {kind}; charset=utf-8\r\n\
                 content-length: {}\r\nconnection: close\r\n\
                 content-security-policy: default-src 'self'\r\n\r\n{body}",
                body.len(),
            );
            stream.write_all(answer.as_bytes()).await.ok();
        }
    });
    format!("http://{address}")
}

async fn scripts(page: &Browser) -> WebDriverResult<String> {
    page.query(By::Id("scripts")).first().await?.text().await
}

#[tokio::test]
async fn a_good_page_breaks_no_rule_on_a_desktop() {
    let site = site().await;
    browse(Look::DESKTOP, async |page| {
        page.goto(&site).await?;
        assert_eq!(scripts(&page).await?, "on");
        assert_eq!(page.violations().await?, []);
        assert_eq!(page.policy_violations().await?, [""; 0]);
        let window = "return [innerWidth, innerHeight, devicePixelRatio, 'ontouchstart' in window]";
        let window = page.execute(window, Vec::new()).await?;
        assert_eq!(*window.json(), json!([1280, 900, 1, false]));
        let language = page.execute("return navigator.language", []).await?;
        assert_eq!(language.json(), "ja");
        let picture = page.screenshot("testkit-desktop").await?;
        assert_eq!(png_size(&picture), (1280, 900));
        Ok(())
    })
    .await
    .expect("the browser works");
}

#[tokio::test]
async fn a_phone_is_narrow_dense_and_touched() {
    let site = site().await;
    browse(Look::PHONE, async |page| {
        page.goto(&site).await?;
        let window = "return [innerWidth, innerHeight, devicePixelRatio, 'ontouchstart' in window]";
        let window = page.execute(window, Vec::new()).await?;
        assert_eq!(*window.json(), json!([390, 844, 2, true]));
        let picture = page.screenshot("testkit-phone").await?;
        assert_eq!(png_size(&picture), (780, 1688));
        Ok(())
    })
    .await
    .expect("the browser works");
}

#[tokio::test]
async fn a_form_works_without_scripts() {
    let site = site().await;
    browse(Look::DESKTOP.without_scripts(), async |page| {
        page.goto(&site).await?;
        assert_eq!(scripts(&page).await?, "off");
        page.find(By::Name("name")).await?.send_keys("花子").await?;
        page.find(By::Css("button")).await?.click().await?;
        page.query(By::Id("sent")).first().await?;
        assert!(
            page.current_url()
                .await?
                .as_str()
                .ends_with("/sent?name=%E8%8A%B1%E5%AD%90")
        );
        Ok(())
    })
    .await
    .expect("the browser works");
}

#[tokio::test]
async fn what_is_wrong_with_a_page_is_found() {
    let site = site().await;
    browse(Look::DESKTOP, async |page| {
        page.goto(format!("{site}/bad")).await?;
        let found = page.violations().await?;
        for rule in ["html-has-lang", "image-alt", "label"] {
            assert!(found.iter().any(|found| found.rule == rule), "{rule}");
        }
        let picture = page.screenshot("testkit-long").await?;
        assert!(png_size(&picture).1 > 2000, "the whole page");
        let policy = page.policy_violations().await?;
        assert!(
            policy.iter().any(|said| said.contains("style")),
            "{policy:?}"
        );
        Ok(())
    })
    .await
    .expect("the browser works");
}

#[tokio::test]
async fn an_error_leaves_a_picture_and_a_failed_assertion_no_browser() {
    let site = site().await;
    let picture = screenshots().join("failed-lost-page.png");
    fs::remove_file(&picture).ok();
    let refused = browse(Look::DESKTOP, async |page| {
        page.goto(format!("{site}/lost/page")).await?;
        page.find(By::Id("nowhere")).await.map(drop)
    })
    .await;
    assert!(refused.is_err());
    assert!(picture.is_file());

    let failed = tokio::task::LocalSet::new()
        .run_until(async {
            tokio::task::spawn_local(browse(Look::DESKTOP, async |_| -> WebDriverResult<()> {
                panic!("a failed assertion")
            }))
            .await
        })
        .await;
    assert!(failed.is_err_and(|error| error.is_panic()));
}

#[tokio::test]
async fn a_killed_test_leaves_no_browser() {
    let mut test = Command::new(std::env::current_exe().expect("this program"))
        .args(["--ignored", "--exact", "--nocapture"])
        .arg("browser::tests::holds_a_browser_until_killed")
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let said = BufReader::new(test.stdout.take().expect("its output"));
    let profile = said
        .lines()
        .map_while(Result::ok)
        .find_map(|line| Some(line.split_once("profile: ")?.1.to_owned()))
        .expect("a browser opens");
    assert_ne!(processes_of(&profile), 0);
    test.kill().expect("killed");
    test.wait().expect("ended");
    let started = Instant::now();
    while processes_of(&profile) > 0 || Path::new(&profile).exists() {
        assert!(started.elapsed() < Duration::from_secs(15), "it stays");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
#[ignore = "the other half of a_killed_test_leaves_no_browser"]
async fn holds_a_browser_until_killed() {
    browse(Look::DESKTOP, async |page| {
        let chrome = page.capabilities().get("chrome").cloned();
        let profile = chrome.unwrap_or_default()["userDataDir"].clone();
        let profile = profile.as_str().unwrap_or_default().to_owned();
        writeln!(io::stdout(), "profile: {profile}").expect("said");
        tokio::time::sleep(Duration::from_mins(1)).await;
        Ok(())
    })
    .await
    .expect("the browser works");
}

/// How many processes have a browser's profile in their command line.
fn processes_of(profile: &str) -> usize {
    let processes = fs::read_dir("/proc").expect("processes");
    processes
        .filter_map(|process| fs::read(process.ok()?.path().join("cmdline")).ok())
        .filter(|command| String::from_utf8_lossy(command).contains(profile))
        .count()
}

/// Width and height as the header of a PNG says.
fn png_size(path: &Path) -> (u32, u32) {
    let bytes = fs::read(path).expect("a picture");
    let number = |at: usize| {
        bytes[at..at + 4]
            .iter()
            .fold(0, |sum, byte| sum << 8 | u32::from(*byte))
    };
    (number(16), number(20))
}
