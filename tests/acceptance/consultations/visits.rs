//! Businesses are visited by a plan: who is on the list, who goes, what was seen, what comes of it.

use std::sync::Arc;

use kernel::Role;
use testkit::database::Engine;
use tests::{Answer, Browser};
use tokio::{sync::Barrier, task::JoinSet};

use super::{Advised, after, led};
use crate::acts::input;

const CAMPAIGN: [(&str, &str); 4] = [
    ("name", "全事業所訪問"),
    ("purpose", "困りごとをうかがう"),
    ("starts_on", "2026-12-01"),
    ("ends_on", "2027-02-28"),
];

/// What is confidential of a visit.
const KEPT: [&str; 4] = ["カナリア代表", "カナリア状況", "カナリア希望", "カナリア次"];

/// The sheet of a visit at which somebody was met.
const SHEET: [(&str, &str); 9] = [
    ("once", "1"),
    ("result", "visited"),
    ("day", "2026-12-08"),
    ("time", "08:30"),
    ("met", KEPT[0]),
    ("situation", KEPT[1]),
    ("needs", "succession"),
    ("wishes", KEPT[2]),
    ("next_step", KEPT[3]),
];

/// A campaign with these targets; its path.
async fn campaign(runs: &Browser, companies: &[&str]) -> String {
    let path = led(&runs.post("/visits", &CAMPAIGN).await);
    for company in companies {
        let fields = [
            ("company", *company),
            ("address", "見本町1丁目"),
            ("telephone", "03-0000-0000"),
        ];
        led(&runs.post(&format!("{path}/targets"), &fields).await);
    }
    path
}

/// The boxes of the targets on a page, in their order.
fn boxes(page: &Answer) -> Vec<String> {
    let part = "name=\"targets\" value=\"";
    let boxes = page.text.split(part).skip(1);
    boxes
        .map(|one| one.split('"').next().unwrap().to_owned())
        .collect()
}

/// Every target of a campaign is somebody's.
async fn assigned(runs: &Browser, path: &str, to: &str) -> Vec<String> {
    let chosen = boxes(&runs.get(path).await);
    let mut fields: Vec<(&str, &str)> = chosen.iter().map(|one| ("targets", &**one)).collect();
    fields.push(("to", to));
    led(&runs.post(&format!("{path}/assignment"), &fields).await);
    let paths = chosen.iter().map(|one| one.split('@').next().unwrap());
    paths.map(|id| format!("/visit-targets/{id}")).collect()
}

/// The fields with one changed.
fn but<'f>(name: &'f str, value: &'f str) -> Vec<(&'f str, &'f str)> {
    let mut fields = SHEET.to_vec();
    for field in &mut fields {
        if field.0 == name {
            field.1 = value;
        }
    }
    fields
}

#[tokio::test(flavor = "multi_thread")]
async fn a_campaign_goes_from_its_list_to_a_consultation() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let centre = Advised::open(engine).await;
        let runs = &centre.coordinator;
        let path = campaign(runs, &["見本商店", "実例工業", "架空製作所"]).await;
        let expert = centre.expert.person.unwrap().to_string();
        let targets = assigned(runs, &path, &expert).await;
        let mine = centre.expert.get("/visits/mine").await;
        for company in ["見本商店", "実例工業", "架空製作所"] {
            mine.shows(company);
        }
        let sheets = format!("{}/sheets", targets[0]);
        let empty = centre.expert.post(&sheets, &[("once", "0")]).await;
        assert_eq!(empty.status, 422);
        empty.shows("結果をえらんでください");
        led(&centre.expert.post(&sheets, &SHEET).await);
        // The same sheet, sent again by a phone without a signal, is one.
        led(&centre.expert.post(&sheets, &SHEET).await);
        let page = centre.expert.get(&targets[0]).await;
        assert_eq!(page.text.matches("<article").count(), 1);
        absent_and_due(&centre, &targets[1]).await;
        let runs = centre.app.signed_in(runs.person.unwrap()).await;
        let page = runs.get(&path).await;
        page.shows("66%に訪問");
        page.shows("再訪問の予定");
        let only = runs.get(&format!("{path}?state=open")).await;
        only.shows("架空製作所");
        only.hides("実例工業");
        let csv = runs.get(&format!("{path}?as=csv")).await;
        csv.shows("\"見本商店\"");
        csv.shows("\"訪問済み\"");
        connected(&centre, &targets[0]).await;
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

/// Nobody was in, and the day to go again is past when it is looked at.
async fn absent_and_due(centre: &Advised, target: &str) {
    let mut fields = but("result", "absent");
    fields.retain(|(name, _)| !["met", "situation", "wishes"].contains(name));
    fields.push(("next_on", "2026-12-08"));
    led(&centre
        .expert
        .post(&format!("{target}/sheets"), &fields)
        .await);
    centre
        .expert
        .get("/visits/mine")
        .await
        .shows("今日、再訪問");
    centre
        .app
        .clock
        .advance(chrono::TimeDelta::minutes(16 * 60));
    let late = centre.app.signed_in(centre.expert.person.unwrap()).await;
    late.get("/visits/mine").await.shows("を過ぎています");
}

/// The coordinator makes a case of what they wish.
async fn connected(centre: &Advised, target: &str) {
    centre.app.member("さくら").await;
    let coordinator = centre
        .app
        .signed_in(centre.coordinator.person.unwrap())
        .await;
    let path = format!("{target}/case");
    let form = coordinator.get(&format!("{path}?q=さくら")).await;
    form.shows("見本 さくら");
    form.shows(KEPT[2]);
    let person = form.text.split("name=\"person\" value=\"").nth(1).unwrap();
    let person = person.split('"').next().unwrap();
    let fields = [
        ("person", person),
        ("company", "見本商店"),
        ("fields", "succession"),
        ("about", "承継のこと"),
        ("stage", "company"),
        ("industry", "retail"),
        ("in_ward", "yes"),
        ("mode", "visit"),
        ("consult_in", "ja"),
        ("times", "平日"),
        ("agreed", "on"),
    ];
    let nobody = coordinator.post(&path, &fields[1..]).await;
    assert_eq!(nobody.status, 409);
    let case = led(&coordinator.post(&path, &fields).await);
    assert!(case.starts_with("/cases/"), "{case}");
    coordinator.get(&case).await.shows("承継のこと");
    let again = coordinator.post(&path, &fields).await;
    assert_eq!(again.status, 409);
    coordinator.get(target).await.shows("相談が始まっています");
    kept_to_few(centre, &coordinator, &case, target).await;
}

/// A succession is a matter of few: once somebody leads its case, the sheets are theirs and of who goes.
async fn kept_to_few(centre: &Advised, lead: &Browser, case: &str, target: &str) {
    let other = centre.app.someone("別担当", &[Role::Coordinator]).await;
    other.get(target).await.shows(KEPT[1]);
    let edition = input(&lead.get(case).await, "edition");
    let given = [("edition", &*edition), ("expert", &*centre.id)];
    led(&lead.post(&format!("{case}/experts"), &given).await);
    lead.get(target).await.shows(KEPT[1]);
    let page = other.get(target).await;
    page.shows("訪問の内容は表示されません");
    for word in KEPT {
        page.hides(word);
    }
    let write = other.post(&format!("{target}/sheets"), &SHEET).await;
    assert_eq!(write.status, 403);
    // Nor do they hand it to themselves.
    let campaign = format!(
        "/visits/{}",
        after(&other.get(target).await, "href=\"/visits/")
    );
    let chosen = boxes(&other.get(&campaign).await);
    let own = target.rsplit('/').next().unwrap();
    let own = chosen.iter().find(|one| one.starts_with(own)).unwrap();
    let to = other.person.unwrap().to_string();
    let fields = [("targets", own.as_str()), ("to", &*to)];
    let handed = other.post(&format!("{campaign}/assignment"), &fields).await;
    assert_eq!(handed.status, 409);
    handed.shows("内容を読める人だけが");
    other.get(target).await.hides(KEPT[1]);
    let accesses = format!("{case}/accesses");
    lead.get(&accesses).await.shows("見本 調整");
    let why = [("why", "担当者が急病のため、約束の時刻を確かめる")];
    led(&other.post(&format!("{case}/glass"), &why).await);
    other.get(target).await.shows(KEPT[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_at_a_visit_is_read_by_who_goes_and_coordinators_only() {
    let centre = Advised::open(Engine::Sqlite).await;
    let path = campaign(&centre.coordinator, &["見本商店"]).await;
    let expert = centre.expert.person.unwrap().to_string();
    let target = assigned(&centre.coordinator, &path, &expert)
        .await
        .remove(0);
    led(&centre
        .expert
        .post(&format!("{target}/sheets"), &SHEET)
        .await);
    for reader in [&centre.expert, &centre.coordinator] {
        let page = reader.get(&target).await;
        for word in KEPT {
            page.shows(word);
        }
    }
    let manager = centre.app.manager().await;
    let page = manager.get(&target).await;
    page.shows("訪問済み");
    page.shows("訪問の内容は表示されません");
    let other = centre.app.someone("他", &[Role::Expert]).await;
    let others = [
        (manager, 403),
        (other, 404),
        (centre.app.staff().await, 403),
        (centre.app.ward().await, 403),
        (centre.app.member("太郎").await, 403),
    ];
    for (reader, refused) in others {
        for address in [
            &*target,
            &*path,
            "/visits",
            "/visits/mine",
            "/visits/figures",
        ] {
            let page = reader.get(address).await;
            for word in KEPT {
                page.hides(word);
            }
        }
        let write = reader.post(&format!("{target}/sheets"), &SHEET).await;
        assert_eq!(write.status, refused);
    }
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_write_never_overwrite_each_other() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let centre = Advised::open(engine).await;
        let path = campaign(&centre.coordinator, &["見本商店"]).await;
        let expert = centre.expert.person.unwrap().to_string();
        let target = assigned(&centre.coordinator, &path, &expert)
            .await
            .remove(0);
        let sheets = format!("{target}/sheets");
        led(&centre.expert.post(&sheets, &SHEET).await);
        let page = centre.expert.get(&target).await;
        let sheet = format!("{sheets}/{}", after(&page, &format!("{sheets}/")));
        let edition = input(&centre.expert.get(&sheet).await, "edition");
        let mut fields = but("situation", "先に書いた");
        fields[0] = ("edition", &*edition);
        led(&centre.coordinator.post(&sheet, &fields).await);
        fields[5].1 = "あとに書いた";
        let stale = centre.expert.post(&sheet, &fields).await;
        assert_eq!(stale.status, 409);
        stale.shows("先に書いた");
        stale.shows("あとに書いた");
        // Who goes is decided of what was seen.
        let seen = boxes(&centre.coordinator.get(&path).await);
        let old = format!("{}@1", seen[0].split('@').next().unwrap());
        let fields = [("targets", &*old), ("nobody", "on")];
        let stale = centre
            .coordinator
            .post(&format!("{path}/assignment"), &fields)
            .await;
        assert_eq!(stale.status, 409);
        one_sheet_of_many(&centre, &sheets).await;
        centre.app.finish().await;
    }
}

/// A phone that sends a sheet eight times at once has written one.
async fn one_sheet_of_many(centre: &Advised, sheets: &str) {
    let begin = Arc::new(Barrier::new(8));
    let mut race = JoinSet::new();
    for _ in 0..8 {
        let (begin, expert) = (Arc::clone(&begin), centre.expert.clone());
        let sheets = sheets.to_owned();
        race.spawn(async move {
            let fields = but("once", "again");
            begin.wait().await;
            expert.post(&sheets, &fields).await.status
        });
    }
    let answers = race.join_all().await;
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    let target = sheets.trim_end_matches("/sheets");
    let page = centre.expert.get(target).await;
    assert_eq!(page.text.matches("<article").count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_shown_first_and_every_wrong_line_is_told() {
    let centre = Advised::open(Engine::Sqlite).await;
    let runs = &centre.coordinator;
    let path = campaign(runs, &["見本商店"]).await;
    let import = format!("{path}/import");
    let text =
        "事業者名,住所,電話\r\n実例工業,見本町2丁目,03-0000-0001\r\n架空製作所,見本町3丁目,\r\n";
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    for file in [text.as_bytes().to_vec(), bytes.into_owned()] {
        let shown = runs.post_papers(&import, &[], &[("list.csv", &file)]).await;
        assert_eq!(shown.status, 200, "{}", shown.text);
        shown.shows("2件の訪問先を取り込めます");
        shown.shows("架空製作所");
    }
    runs.get(&path).await.hides("架空製作所");
    let wrong = "事業者名,住所\r\n,見本町\r\n見本商店,見本町1丁目\r\nだけ\r\n";
    let told = runs
        .post_papers(&import, &[], &[("list.csv", wrong.as_bytes())])
        .await;
    assert_eq!(told.status, 422);
    for said in [
        "3か所",
        "2行目",
        "事業者名を入れてください",
        "もう登録されています",
        "4行目",
    ] {
        told.shows(said);
    }
    led(&runs
        .post(&format!("{import}/entry"), &[("text", text)])
        .await);
    runs.get(&path).await.shows("架空製作所");
    let twice = runs
        .post(&format!("{import}/entry"), &[("text", text)])
        .await;
    assert_eq!(twice.status, 422);
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_begins_with_the_targets_of_the_one_before_and_the_ward_sees_counts() {
    let centre = Advised::open(Engine::Sqlite).await;
    let names = ["一", "二", "三", "四", "五", "六", "七", "八"];
    let path = campaign(&centre.coordinator, &names).await;
    let expert = centre.expert.person.unwrap().to_string();
    let targets = assigned(&centre.coordinator, &path, &expert).await;
    led(&centre
        .expert
        .post(&format!("{}/sheets", targets[0]), &but("result", "moved"))
        .await);
    for target in &targets[1..7] {
        led(&centre
            .expert
            .post(&format!("{target}/sheets"), &SHEET)
            .await);
    }
    let ward = centre.app.ward().await;
    ward.get("/visits/figures")
        .await
        .shows("表示できる実績はまだありません");
    // In June the fiscal year of the campaign is over.
    centre.app.clock.advance(chrono::TimeDelta::days(180));
    let ward = centre.app.signed_in(ward.person.unwrap()).await;
    let page = ward.get("/visits/figures").await;
    page.shows("全事業所訪問");
    page.shows("秘匿");
    page.hides("カナリア");
    let runs = centre
        .app
        .signed_in(centre.coordinator.person.unwrap())
        .await;
    let id = path.rsplit('/').next().unwrap();
    let mut fields = CAMPAIGN.to_vec();
    fields[2].1 = "2027-06-10";
    fields[3].1 = "2027-09-30";
    fields.push(("follows", id));
    let next = led(&runs.post("/visits", &fields).await);
    let page = runs.get(&next).await;
    page.shows("訪問先 7件");
    page.shows("見本 助言");
    centre.app.finish().await;
}
