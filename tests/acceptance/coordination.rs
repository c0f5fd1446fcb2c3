//! Partners of the centre: the directory, agreements, the log, and what is to be done after it.

use chrono::TimeDelta;
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

#[tokio::test(flavor = "multi_thread")]
async fn an_agreement_runs_out_is_renewed_once_and_can_be_ended_before_its_time() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let partner = agency(&manager, "見本信用金庫").await;
        let path = agreement(&manager, &partner).await;
        // Fifty days before 31 January is a Saturday: the Friday before it.
        let page = ward.get(&path).await;
        page.shows("2026年12月11日（金）");
        page.shows("有効");
        let next = [
            ("follows", id(&path)),
            ("valid_from", "2027-02-01"),
            ("valid_until", ""),
        ];
        let next = with(&agreed(id(&partner)), &next);
        let early = ward
            .post("/agreements", &with(&next, &[("valid_from", "2026-02-01")]))
            .await;
        assert_eq!(early.status, 422, "{engine:?} {}", early.text);
        early.shows("更新する協定の初日より後の日");
        let mut race = JoinSet::new();
        for _ in 0..6 {
            let ward = app.ward().await;
            let next: Vec<(String, String)> = next
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            race.spawn(async move {
                let next: Vec<_> = next
                    .iter()
                    .map(|(name, value)| (&**name, &**value))
                    .collect();
                ward.post("/agreements", &next).await.status
            });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409, 409, 409], "{engine:?}");
        let page = ward.get(&path).await;
        page.shows("次の協定を見る");
        page.hides("次の協定を登録する");
        // Nobody is told of the end of one that was renewed.
        app.clock.advance(TimeDelta::days(20));
        assert_eq!(told(&app, "まもなく終了").await, 0, "{engine:?}");
        let (ward, manager) = (again(&app, &ward).await, again(&app, &manager).await);
        ward.get(&path).await.shows("更新済み");
        ward.get("/agreements").await.shows("これから");
        ward.get("/agreements?state=renewed")
            .await
            .shows("連携協定");

        let end = [
            ("edition", "1"),
            ("ended_on", "2026-12-31"),
            ("ended_why", "支店の統合のため"),
        ];
        let outside = with(&end, &[("ended_on", "2027-02-01"), ("ended_why", " ")]);
        let wrong = ward.post(&format!("{path}/end"), &outside).await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        wrong.shows("有効期間の中の日");
        wrong.shows("終了の理由を書いてください");
        let ended = ward.post(&format!("{path}/end"), &end).await;
        assert_eq!(ended.status, 303, "{engine:?} {}", ended.text);
        let late = manager.post(&format!("{path}/end"), &end).await;
        assert_eq!(late.status, 409, "{engine:?}: ended already");
        late.shows("支店の統合のため");
        let resumed = manager
            .post(&format!("{path}/end/withdrawal"), &[("edition", "2")])
            .await;
        assert_eq!(resumed.status, 303, "{engine:?} {}", resumed.text);
        let file = manager.get("/agreements?state=all&as=csv").await;
        file.shows("\"見本信用金庫\",\"創業支援に関する連携協定\",\"更新済み\"");
        app.finish().await;
    }
}

/// The same person, signed in again.
async fn again(app: &TestApp, browser: &Browser) -> Browser {
    app.signed_in(browser.person.unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_are_told_once_before_an_agreement_runs_out() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let partner = agency(&manager, "見本信用金庫").await;
        let path = agreement(&manager, &partner).await;
        let ended = with(&agreed(id(&partner)), &[("name", "終えた協定")]);
        let other = led(&ward.post("/agreements", &ended).await);
        let end = [
            ("edition", "1"),
            ("ended_on", "2026-12-31"),
            ("ended_why", "統合のため"),
        ];
        assert_eq!(ward.post(&format!("{other}/end"), &end).await.status, 303);
        app.clock.advance(TimeDelta::days(2));
        assert_eq!(told(&app, "まもなく終了").await, 0, "{engine:?}");
        app.clock.advance(TimeDelta::days(1));
        assert_eq!(
            told(&app, "まもなく終了").await,
            2,
            "{engine:?}: the ward and the manager"
        );
        app.clock.advance(TimeDelta::days(3));
        assert_eq!(told(&app, "まもなく終了").await, 2, "{engine:?}: once");
        let manager = again(&app, &manager).await;
        manager.get("/agreements").await.shows("まもなく終了");
        // Its end is moved: of the new one both are told anew.
        let moved = [("valid_until", "2027-02-28"), ("edition", "1")];
        let moved = with(&agreed(id(&partner)), &moved);
        assert_eq!(manager.post(&path, &moved).await.status, 303, "{engine:?}");
        app.clock.advance(TimeDelta::days(30));
        assert_eq!(told(&app, "まもなく終了").await, 4, "{engine:?}");
        let acts = acts_upon(&app, id(&path)).await;
        let expected = ["entered", "reminded", "edited", "reminded"];
        assert_eq!(
            acts,
            expected.map(|act| format!("agreement.{act}")),
            "{engine:?}"
        );
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_talked_over_leads_to_actions_that_are_done_or_reminded_of() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let partner = agency(&manager, "見本信用金庫").await;
        let path = entry(&manager, &partner).await;
        let first = action(&manager, &path, "ward", "2026-12-20").await;
        let second = action(&manager, &path, "manager", "2026-12-09").await;
        ward.get(&path).await.shows("2月に開く。");
        ward.get("/coordination").await.shows("残り2件");
        let list = ward.get("/actions").await.text;
        assert!(
            list.find(&second).unwrap() < list.find(&first).unwrap(),
            "{engine:?}"
        );
        // Two correct one entry at once.
        let mended = with(
            &talked(id(&partner)),
            &[("agreed", "3月に開く。"), ("edition", "1")],
        );
        assert_eq!(ward.post(&path, &mended).await.status, 303, "{engine:?}");
        let stale = with(
            &talked(id(&partner)),
            &[("agreed", "開かない。"), ("edition", "1")],
        );
        let stale = manager.post(&path, &stale).await;
        assert_eq!(stale.status, 409, "{engine:?} {}", stale.text);
        stale.shows("3月に開く。");
        stale.shows("開かない。");

        let done = [
            ("edition", "1"),
            ("done_on", "2026-12-08"),
            ("note", "会議室Aを押さえた。"),
        ];
        let later = with(&done, &[("done_on", "2026-12-09")]);
        let later = manager.post(&format!("{second}/completion"), &later).await;
        assert_eq!(later.status, 422, "{engine:?}");
        later.shows("今日までの日付");
        let completed = manager.post(&format!("{second}/completion"), &done).await;
        assert_eq!(completed.status, 303, "{engine:?} {}", completed.text);
        let late = ward.post(&format!("{second}/completion"), &done).await;
        assert_eq!(late.status, 409, "{engine:?}: done already");
        ward.get("/actions").await.shows("会議室Aを押さえた。");
        let reopen = format!("{second}/completion/withdrawal");
        assert_eq!(
            ward.post(&reopen, &[("edition", "2")]).await.status,
            303,
            "{engine:?}"
        );
        assert_eq!(
            ward.post(&reopen, &[("edition", "3")]).await.status,
            409,
            "{engine:?}"
        );
        let done = with(&done, &[("edition", "3")]);
        let completed = manager.post(&format!("{second}/completion"), &done).await;
        assert_eq!(completed.status, 303, "{engine:?} {}", completed.text);

        // The ward's, due on the 20th: reminded of from three days before, and only once.
        app.clock.advance(TimeDelta::days(8));
        assert_eq!(told(&app, "まもなく期限").await, 0, "{engine:?}");
        app.clock.advance(TimeDelta::days(1));
        assert_eq!(
            told(&app, "まもなく期限").await,
            1,
            "{engine:?}: the ward alone"
        );
        app.clock.advance(TimeDelta::days(10));
        assert_eq!(told(&app, "まもなく期限").await, 1, "{engine:?}");
        let ward = again(&app, &ward).await;
        ward.get("/actions").await.shows("期限超過");
        let acts = acts_upon(&app, id(&second)).await;
        let expected = ["entered", "completed", "reopened", "completed"];
        assert_eq!(
            acts,
            expected.map(|act| format!("action.{act}")),
            "{engine:?}"
        );
        let acts = acts_upon(&app, id(&path)).await;
        assert_eq!(
            acts,
            ["coordination.entered", "coordination.edited"],
            "{engine:?}"
        );
        app.finish().await;
    }
}

/// Sends a right form with one field that is wrong.
async fn is_refused(browser: &Browser, form: &str, right: &[(&str, &str)], wrong: [&str; 3]) {
    let [name, value, said] = wrong;
    let refused = browser.post(form, &with(right, &[(name, value)])).await;
    assert_eq!(refused.status, 422, "{form} {name} {said}");
    refused.shows(said);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_partner_or_an_agreement_is_said_beside_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let ward = app.ward().await;
    let partner = agency(&ward, "見本信用金庫").await;
    let agreed = agreed(id(&partner));
    let nobody = uuid::Uuid::nil().to_string();
    let long = "長".repeat(2_001);
    for wrong in [
        ["name", "　", "名称を書いてください"],
        ["sort", "temple", "種類を選んでください"],
        ["good_for", &long, "2,000字まで"],
        ["email", "見本", "メールアドレス"],
    ] {
        is_refused(&ward, "/agencies", &AGENCY, wrong).await;
    }
    for wrong in [
        ["agency", &nobody, "関係機関を選んでください"],
        ["name", "", "協定の名称を書いてください"],
        ["valid_until", "2026-01-31", "初日より後の日"],
        ["valid_until", "いつか", "期限がなければ空けて"],
        ["notice_days", "731", "0から730まで"],
        ["about", "a\0b", "登録できない文字"],
    ] {
        is_refused(&ward, "/agreements", &agreed, wrong).await;
    }
    let empty = ward.get("/agreements").await;
    empty.shows("いま有効な協定はありません");
    let other = with(&agreed, &[("follows", &nobody)]);
    assert_eq!(ward.post("/agreements", &other).await.status, 404);
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_an_entry_or_an_action_is_said_beside_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let ward = app.ward().await;
    let partner = agency(&ward, "見本信用金庫").await;
    let path = entry(&ward, &partner).await;
    let talked = talked(id(&partner));
    let nobody = uuid::Uuid::nil().to_string();
    let long = "長".repeat(10_001);
    for wrong in [
        ["held_on", "2026-12-09", "今日までの日付"],
        ["agencies", &nobody, "一つ以上選んでください"],
        ["agencies", "x", "一つ以上選んでください"],
        ["discussed", &long, "10,000字まで"],
        ["subject", " ", "件名を書いてください"],
    ] {
        is_refused(&ward, "/coordination", &talked, wrong).await;
    }
    let planned = [
        ("what", "会場"),
        ("side", "ward"),
        ("who", "係"),
        ("due_on", "2026-12-20"),
    ];
    for wrong in [
        ["side", "both", "担当する側を選んで"],
        ["what", "", "することを書いてください"],
        ["due_on", "2026-02-30", "日付を選んでください"],
    ] {
        is_refused(&ward, &format!("{path}/actions"), &planned, wrong).await;
    }
    app.run_tasks().await;
    app.finish().await;
}
