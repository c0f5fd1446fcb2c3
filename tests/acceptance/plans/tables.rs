//! Programmes from a table, and back into one.

use plans::samples::{CENTRE, INDUSTRY};
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::{begun, shown};
use crate::acts::input;

const ERRORS: &str = include_str!("../../../crates/plans/samples/five-errors.csv");

/// Shows what a file would enter.
async fn look(ward: &Browser, path: &str, bytes: &[u8]) -> Answer {
    let import = format!("{path}/import");
    ward.post_papers(&import, &[], &[("programmes.csv", bytes)])
        .await
}

/// The path of a plan of the ward for four years.
async fn action_plan(ward: &Browser) -> String {
    let fields = [
        ("kind", "action"),
        ("name", "産業振興計画"),
        ("first", "2014"),
        ("last", "2017"),
    ];
    let begun = ward.post("/plans", &fields).await;
    assert_eq!(begun.status, 303, "{}", begun.text);
    begun.location
}

#[tokio::test(flavor = "multi_thread")]
async fn the_68_programmes_are_entered_and_five_errors_are_named() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let ward = app.ward().await;
        let path = action_plan(&ward).await;
        let wrong = look(&ward, &path, ERRORS.as_bytes()).await;
        assert_eq!(wrong.status, 422, "{}", wrong.text);
        wrong.shows("直すところが5か所あります");
        for line in [14, 24, 36, 39, 67] {
            wrong.shows(&format!("{line}行目"));
        }
        ward.get(&path).await.shows("事業（0件）");

        let preview = look(&ward, &path, INDUSTRY.as_bytes()).await;
        assert_eq!(preview.status, 200, "{}", preview.text);
        preview.shows("68件の事業を取り込めます");
        ward.get(&path).await.shows("事業（0件）");
        let (of, edition) = (input(&preview, "of"), input(&preview, "edition"));
        let fields = [
            ("of", of.as_str()),
            ("edition", edition.as_str()),
            ("text", INDUSTRY),
        ];
        let entry = format!("{path}/import/entry");
        let entered = ward.post(&entry, &fields).await;
        assert_eq!(entered.status, 303, "{}", entered.text);
        let page = ward.get(&path).await;
        page.shows("事業（68件）");
        page.shows("都市計画課、みどり政策課");
        // A second entry of the same page would overwrite what has changed since.
        assert_eq!(ward.post(&entry, &fields).await.status, 409, "{engine:?}");
        let print = ward.get(&format!("{path}/print")).await;
        for words in [
            "まちあるき観光に向けた環境の整備",
            "71経営体",
            "拠点整備第一課",
        ] {
            print.shows(words);
        }
        let filtered = ward.get(&format!("{path}?only=priority")).await;
        filtered.shows("起業・創業支援の推進");
        filtered.hides("小学生の農業体験事業");
        // What is saved can be entered again, and says the same.
        let saved = ward.get(&format!("{path}?as=csv")).await;
        let again = look(&ward, &path, saved.text.as_bytes()).await;
        again.shows("68件の事業を取り込めます");
        again.shows("同じ番号の事業と置き換わります");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_japanese_excel_are_read_and_broken_ones_are_told() {
    let app = TestApp::start(Engine::Sqlite).await;
    let manager = app.manager().await;
    let path = begun(&manager, "2027").await;
    let plain = CENTRE.replace("担い手育成・確保,,就労", ",,就労");
    let plain = plain
        .replace("維持・発展,,専門家", ",,専門家")
        .replace("創業・起業,,創業相談", ",,創業相談");
    // A target of the year before is none of this plan.
    let early = look(&manager, &path, plain.as_bytes()).await;
    assert_eq!(early.status, 422, "{}", early.text);
    early.shows("計画の最初の年度（令和9年度）以後にしてください");
    let plain = plain.replace("2026", "2027");
    let (bytes, _, lost) = encoding_rs::SHIFT_JIS.encode(&plain);
    assert!(!lost);
    let read = look(&manager, &path, &bytes).await;
    assert_eq!(read.status, 200, "{}", read.text);
    read.shows("3件の事業を取り込めます");
    let unknown = look(&manager, &path, CENTRE.as_bytes()).await;
    assert_eq!(
        unknown.status, 422,
        "no policy was issued: {}",
        unknown.text
    );
    let odd = look(&manager, &path, &[0xff, 0xfe, 0x00, 0x31]).await;
    assert_eq!(odd.status, 422, "{}", odd.text);
    odd.shows("文字を読めません");
    let torn = "番号,目標,施策,事業名,所管課\n1,目標,施策,\"創業,課\n2,目標,施策,二,課\n";
    let torn = look(&manager, &path, torn.as_bytes()).await;
    assert_eq!(torn.status, 422, "{}", torn.text);
    let nothing = look(&manager, &path, b"").await;
    assert_eq!(nothing.status, 422, "{}", nothing.text);
    manager.get(&path).await.shows("事業（0件）");
    assert!(!shown(&manager, &path).await.is_empty());
    app.run_tasks().await;
    app.finish().await;
}
