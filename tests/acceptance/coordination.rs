//! Partners of the centre: the directory, agreements, the log, and what is to be done after it.

mod actions;
mod agreements;
mod refused;
mod twice;

use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::task::JoinSet;

use crate::{
    acts::input,
    journeys::{acts_upon, letters},
    organisations::with,
};

/// What a partner is entered with.
const AGENCY: [(&str, &str); 7] = [
    ("name", "見本信用金庫　中央支店"),
    ("sort", "bank"),
    ("contact", "融資課　見本 太郎"),
    ("telephone", "０３－００００－００００"),
    ("email", "partner@demo.example"),
    ("good_for", "創業の融資"),
    ("in_use", "on"),
];

/// The path of a partner that somebody enters.
pub(crate) async fn agency(browser: &Browser, name: &str) -> String {
    let fields = with(&AGENCY, &[("name", name)]);
    led(&browser.post("/agencies", &fields).await)
}

/// The path of an agreement with that partner, which holds through the end of January.
pub(crate) async fn agreement(browser: &Browser, agency: &str) -> String {
    led(&browser.post("/agreements", &agreed(id(agency))).await)
}

fn agreed(agency: &str) -> [(&str, &str); 7] {
    [
        ("agency", agency),
        ("name", "創業支援に関する連携協定"),
        ("about", "相談会を共に開く。"),
        ("signed_on", "2026-01-20"),
        ("valid_from", "2026-02-01"),
        ("valid_until", "2027-01-31"),
        ("notice_days", "50"),
    ]
}

/// The path of an entry of the log about that partner.
pub(crate) async fn entry(browser: &Browser, agency: &str) -> String {
    led(&browser.post("/coordination", &talked(id(agency))).await)
}

fn talked(agency: &str) -> [(&str, &str); 6] {
    [
        ("held_on", "2026-12-07"),
        ("agencies", agency),
        ("took_part", "館長、融資課"),
        ("subject", "相談会の進め方"),
        ("discussed", "日程と役割"),
        ("agreed", "2月に開く。"),
    ]
}

/// What is to be done after an entry; the path of its page.
pub(crate) async fn action(browser: &Browser, entry: &str, side: &str, due: &str) -> String {
    let planned = [
        ("what", "会場を押さえる"),
        ("side", side),
        ("who", "館長"),
        ("due_on", due),
    ];
    let links = async || -> Vec<String> {
        let page = browser.get(entry).await.text;
        let links = page
            .split("href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap());
        let own = links.filter(|link| link.starts_with("/actions/"));
        own.map(str::to_owned).collect()
    };
    let before = links().await;
    let made = browser.post(&format!("{entry}/actions"), &planned).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let mut after = links().await;
    after.retain(|link| !before.contains(link));
    after.remove(0)
}

#[track_caller]
fn led(made: &Answer) -> String {
    assert_eq!(made.status, 303, "{}", made.text);
    made.location.clone()
}

/// The last piece of a path.
pub(crate) fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// So many letters with this in their subject.
async fn told(app: &TestApp, word: &str) -> usize {
    let all = letters(app).await;
    all.iter().filter(|one| one.subject.contains(word)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_directory_is_kept_by_both_sides_and_no_agency_stands_in_it_twice() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        ward.get("/agencies")
            .await
            .shows("関係機関はまだ登録されていません");
        let path = agency(&ward, "見本信用金庫　中央支店").await;
        agency(&ward, "実例大学").await;
        let page = manager.get(&path).await;
        page.shows("03-0000-0000");
        page.shows("創業の融資");
        let twice = with(&AGENCY, &[("name", "見本信用金庫 中央支店")]);
        let twice = manager.post("/agencies", &twice).await;
        assert_eq!(twice.status, 409, "{engine:?} {}", twice.text);
        twice.shows(&path);

        let found = manager.get("/agencies?q=シンヨウ").await;
        found.shows("当てはまる関係機関はありません");
        manager
            .get("/agencies?q=信用金庫&sort=bank")
            .await
            .shows("融資課");
        manager
            .get("/agencies?sort=university")
            .await
            .hides("信用金庫");
        let file = manager.get("/agencies?q=信用金庫&as=csv").await;
        file.shows(
            "\"見本信用金庫　中央支店\",\"金融機関\",\"融資課　見本 太郎\",\"03-0000-0000\"",
        );
        file.hides("実例大学");

        // Two edit it at once: the second sees what the first has saved, and what they typed.
        let edited = with(&AGENCY, &[("good_for", "開業の資金"), ("edition", "1")]);
        let former: Vec<_> = edited
            .into_iter()
            .filter(|(name, _)| *name != "in_use")
            .collect();
        assert_eq!(manager.post(&path, &former).await.status, 303, "{engine:?}");
        let stale = with(&AGENCY, &[("good_for", "区の言葉"), ("edition", "1")]);
        let stale = ward.post(&path, &stale).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("開業の資金");
        stale.shows("区の言葉");
        assert_eq!(input(&stale, "edition"), "2", "{engine:?}");
        manager.get("/agencies").await.hides("信用金庫");
        manager.get("/agencies?former=on").await.shows("連携終了");
        let acts = acts_upon(&app, id(&path)).await;
        assert_eq!(acts, ["agency.entered", "agency.edited"], "{engine:?}");

        let mut race = JoinSet::new();
        for _ in 0..6 {
            let ward = app.ward().await;
            race.spawn(async move {
                let one = with(&AGENCY, &[("name", "みほん相談所")]);
                ward.post("/agencies", &one).await.status
            });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409, 409, 409], "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

/// The same person, signed in again.
async fn again(app: &TestApp, browser: &Browser) -> Browser {
    app.signed_in(browser.person.unwrap()).await
}
