//! How often people came and how many they were: as the centre sees it, and as the ward does.

use kernel::{PersonId, Role};
use testkit::database::Engine;
use tests::{Answer, Browser};

use super::{ASKS, Advised, advises, after, led};
use crate::{acts::input, people::merge};

/// A centre where seven consultations were held: three with one person, one about two fields, one
/// about what is for few to know; and one to which nobody came.
struct Counted {
    centre: Advised,
    /// The case about succession.
    secret: String,
    /// The meeting to which nobody came.
    missed: String,
    /// Two who came once each.
    two: [PersonId; 2],
}

const DECEMBER: &str = "/cases/figures?month=2026-12";

impl Counted {
    async fn open(engine: Engine) -> Self {
        let mut centre = Advised::open(engine).await;
        let second = advises(&centre.app, &centre.coordinator, "指南").await.1;
        let first = centre.id.clone();
        let [sakura, taro, jiro, saburo, shiro, hanako] = {
            let app = &centre.app;
            let names = ["さくら", "太郎", "次郎", "三郎", "四郎", "花子"];
            let mut people = Vec::new();
            for name in names {
                people.push(app.member(name).await);
            }
            <[Browser; 6]>::try_from(people).ok().unwrap()
        };
        let mut met = Vec::new();
        for (who, expert, hour, fields) in [
            (&sakura, &first, 13, &["founding"][..]),
            (&jiro, &second, 13, &["succession"]),
            (&sakura, &first, 14, &["founding"]),
            (&saburo, &second, 14, &["founding"]),
            (&sakura, &first, 15, &["founding"]),
            (&shiro, &second, 15, &["founding"]),
            (&taro, &first, 16, &["founding", "finance"]),
            (&hanako, &second, 16, &["founding"]),
        ] {
            met.push((hour, asked(&centre, who, (expert, hour), fields).await));
        }
        centre.at(12, 30).await;
        let reception = centre.app.staff().await;
        let mut missed = String::new();
        for (nth, (hour, case)) in met.iter().enumerate() {
            centre.at(*hour, 10).await;
            let page = centre.coordinator.get(case).await;
            missed = after(&page, &format!("{case}/meetings/"));
            let act = if nth + 1 < met.len() {
                "arrival"
            } else {
                "absence"
            };
            led(&reception
                .post(&format!("/meetings/{missed}/{act}"), &[])
                .await);
        }
        Self {
            centre,
            secret: met.swap_remove(1).1,
            missed,
            two: [&jiro, &saburo].map(|one| one.person.unwrap()),
        }
    }
}

/// Somebody asks for a time of an expert, and a coordinator gives them the case.
async fn asked(
    centre: &Advised,
    who: &Browser,
    (expert, hour): (&str, u32),
    about: &[&str],
) -> String {
    let time = super::slot(expert, hour);
    // There is one room: who meets the second expert does so online.
    let mode = if expert == centre.id {
        "centre"
    } else {
        "online"
    };
    let mut fields = ASKS.to_vec();
    fields.retain(|(name, _)| !["fields", "mode"].contains(name));
    fields.push(("mode", mode));
    fields.extend(about.iter().map(|field| ("fields", *field)));
    fields.extend([("chosen", &*time), ("act", "send")]);
    let case = led(&who.post("/consultations", &fields).await);
    let case = case.replace("/consultations/", "/cases/");
    let edition = input(&centre.coordinator.get(&case).await, "edition");
    let fields = [("edition", &*edition), ("expert", expert)];
    led(&centre
        .coordinator
        .post(&format!("{case}/experts"), &fields)
        .await);
    case
}

/// The lines of a table that was taken away.
async fn lines(who: &Browser, of: &str, by: &str) -> Vec<String> {
    let file = who.get(&format!("{of}&by={by}&as=csv")).await;
    assert_eq!(file.status, 200, "{}", file.text);
    let lines = file.text.trim_start_matches('\u{feff}').lines().skip(1);
    lines.map(|line| line.replace('"', "")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_three_times_is_one_person_and_two_fields_are_one_consultation() {
    for engine in Engine::BOTH {
        let Counted { centre, secret, .. } = Counted::open(engine).await;
        let manager = centre.app.manager().await;
        for (by, expected) in [
            (
                "field",
                &[
                    "創業,6,4",
                    "資金繰り・融資,1,1",
                    "事業承継,1,1",
                    "税務・会計,0,0",
                ][..],
            ),
            ("mode", &["来所,4,2", "オンライン,3,3", "電話,0,0"]),
            ("visit", &["新規,5,5", "継続,2,1"]),
            ("industry", &["小売業・飲食店,7,5"]),
            ("size", &["小規模企業者,7,5"]),
            ("ward", &["区内,7,5", "区外,0,0"]),
            ("founding", &["創業前,7,5"]),
            ("expert", &["見本 助言,4,2", "見本 指南,3,3"]),
            ("outcome", &["対応中,7,5"]),
        ] {
            let lines = lines(&manager, DECEMBER, by).await;
            for line in expected.iter().chain(&["合計,7,5"]) {
                assert!(
                    lines.iter().any(|one| one == line),
                    "{by}: {line} of {lines:?}"
                );
            }
        }
        let page = manager.get(DECEMBER).await;
        page.shows("2日");
        page.shows(">7</a>");
        assert_eq!(
            lines(&manager, "/cases/figures?year=2026", "mode").await[0],
            "来所,4,2"
        );
        let before = lines(&manager, "/cases/figures?month=2026-11", "mode").await;
        assert!(
            before.iter().all(|line| line.ends_with(",0,0")),
            "{before:?}"
        );
        let xlsx = manager.get(&format!("{DECEMBER}&by=field&as=xlsx")).await;
        assert!(xlsx.bytes.starts_with(b"PK"), "a workbook is a zip");
        behind_a_figure(&centre, &manager, &secret).await;
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

async fn behind_a_figure(centre: &Advised, manager: &Browser, secret: &str) {
    let rows = DECEMBER.replace("figures?", "figures/rows?");
    let of = |by: &str, is: &str| format!("{rows}&by={by}&is={is}");
    for (by, is, many) in [
        ("all", "", 7),
        ("field", "founding", 6),
        ("mode", "centre", 4),
        ("visit", "repeat", 2),
        ("expert", centre.id.as_str(), 4),
        ("absent", "", 1),
        ("wait", "", 7),
    ] {
        let page = manager.get(&of(by, is)).await;
        assert_eq!(page.status, 200, "{by}");
        let found = page.text.matches("<th scope=\"row\"").count();
        assert_eq!(found, many, "{by} {is}");
        page.hides("焼き菓子");
    }
    for (who, sees) in [(manager, false), (&centre.coordinator, true)] {
        for path in [of("field", "succession"), of("all", "")] {
            let page = who.get(&path).await;
            assert_eq!(page.text.contains(secret), sees, "{path}");
            assert_eq!(page.text.contains("関係者限り</th>"), !sees, "{path}");
        }
    }
    for nonsense in [
        of("field", "nonsense"),
        of("nonsense", ""),
        of("expert", "x"),
    ] {
        assert_eq!(manager.get(&nonsense).await.status, 404, "{nonsense}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ward_sees_whole_years_that_are_over_without_small_numbers() {
    for engine in Engine::BOTH {
        let Counted {
            centre,
            missed,
            two,
            ..
        } = Counted::open(engine).await;
        let app = &centre.app;
        let year = "/cases/figures?year=2026";
        let ward = app.ward().await;
        assert_eq!(ward.get(year).await.status, 404);
        assert_eq!(ward.get(DECEMBER).await.status, 403);
        assert_eq!(
            ward.get("/cases/figures/rows?year=2025&by=all")
                .await
                .status,
            403
        );
        ward.get("/cases/figures").await.shows("令和7年度");
        let first = kernel::Instant::parse("2027-05-01T10:00:00+09:00").unwrap();
        app.clock.move_to(first);
        let ward = app.signed_in(ward.person.unwrap()).await;
        let page = ward.get(year).await;
        page.shows("秘匿");
        page.shows("2027年5月1日");
        page.hides("/cases/figures/rows");
        nothing_small(&page);
        let waits = page.text.split("待ち日数と不在").nth(1).unwrap();
        assert!(waits.contains("2日") && waits.contains("秘匿"), "{waits}");
        for (by, expected) in [
            ("field", "創業,秘匿,秘匿"),
            ("mode", "来所,秘匿,秘匿"),
            ("industry", "小売業・飲食店,7,5"),
            ("industry", "合計,7,5"),
            ("visit", "新規,秘匿,秘匿"),
            ("visit", "合計,7,5"),
            ("expert", "見本 指南,秘匿,秘匿"),
        ] {
            let lines = lines(&ward, year, by).await;
            assert!(
                lines.iter().any(|one| one == expected),
                "{by}: {expected} of {lines:?}"
            );
        }
        // Those followed up are nearly those who came: no count of them is told.
        let apart = ward.get(&format!("{year}&by=follow_up&as=csv")).await;
        assert_eq!(apart.status, 404);
        put_right(&centre, &ward, (&missed, two)).await;
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

/// What was put right later is not told: the difference would be of one person.
async fn put_right(
    centre: &Advised,
    ward: &Browser,
    (missed, [double, into]): (&str, [PersonId; 2]),
) {
    let reception = centre.app.staff().await;
    for act in ["arrival/withdrawal", "arrival"] {
        led(&reception
            .post(&format!("/meetings/{missed}/{act}"), &[])
            .await);
    }
    let manager = centre.app.manager().await;
    let found = lines(&manager, "/cases/figures?year=2026", "ward").await;
    assert_eq!(found[0], "区内,8,6");
    // Two of them were one person all the time.
    led(&merge(&manager, double, into).await);
    for (who, expected) in [(&manager, "区内,8,5"), (ward, "区内,7,5")] {
        let found = lines(who, "/cases/figures?year=2026", "ward").await;
        assert_eq!(found[0], expected);
    }
}

/// No cell has a number from one to four, and no table has only one cell hidden beside a total.
#[track_caller]
fn nothing_small(page: &Answer) {
    assert!(page.text.matches("<td class=\"number\">").count() > 50);
    for table in page.text.split("<section").skip(1) {
        let cells = table.split("<td class=\"number\">").skip(1);
        let cells: Vec<&str> = cells
            .map(|cell| cell.split("</td>").next().unwrap())
            .collect();
        for cell in &cells {
            let small = cell
                .trim()
                .parse::<u64>()
                .is_ok_and(|one| (1..5).contains(&one));
            assert!(!small, "{cell} in {table}");
        }
        let hidden = |nth: usize| {
            let own = cells.iter().skip(nth).step_by(2);
            own.filter(|cell| cell.contains("秘匿")).count()
        };
        for measure in [0, 1] {
            assert!(table.contains("分野別") || hidden(measure) != 1, "{table}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_for_the_manager_coordinators_and_the_ward() {
    let centre = Advised::open(Engine::Sqlite).await;
    let app = &centre.app;
    let coordinator = app.someone("別の調整", &[Role::Coordinator]).await;
    for (who, figures, rows) in [
        (&app.manager().await, 200, 200),
        (&coordinator, 200, 200),
        (&app.ward().await, 200, 403),
        (&app.staff().await, 403, 403),
        (&centre.expert, 403, 403),
        (&app.member("太郎").await, 403, 403),
    ] {
        assert_eq!(who.get("/cases/figures").await.status, figures);
        let found = who.get("/cases/figures/rows?by=all").await.status;
        assert_eq!(found, rows);
    }
    coordinator.get("/cases").await.shows("/cases/figures");
    app.staff()
        .await
        .get("/cases")
        .await
        .hides("/cases/figures");
    for nonsense in [
        "month=2026-13",
        "month=26-1",
        "year=x",
        "year=9999",
        "month=x&as=csv",
    ] {
        let found = coordinator.get(&format!("/cases/figures?{nonsense}")).await;
        assert_eq!(found.status, 404, "{nonsense}");
    }
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
