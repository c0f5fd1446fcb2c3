//! What goes out of seminars: the list under conditions, the calendar, the open data, the facts for search
//! engines.

use testkit::database::Engine;
use tests::calendar::events;

use super::Taught;
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn everybody_looks_by_month_and_programme_and_their_calendar_fetches_the_same() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        let visitor = centre.app.visitor();
        let programme = centre.programme.clone();
        for (query, found) in [
            ("month=2026-12".to_owned(), true),
            ("month=2027-01".to_owned(), false),
            (format!("programme={programme}"), true),
            (format!("programme={}", uuid::Uuid::nil()), false),
            ("mode=online".to_owned(), false),
            ("mode=here&free=on&month=2026-12".to_owned(), true),
        ] {
            let page = visitor.get(&format!("/seminars?{query}")).await;
            let listed = page.text.contains(&format!("/seminars/{id}\""));
            assert_eq!(listed, found, "{query}");
            let file = visitor
                .get(&format!("/calendar/seminars.ics?{query}"))
                .await;
            assert_eq!(events(&file.text).len(), usize::from(found), "{query}");
        }
        let file = visitor.get("/calendar/seminars.ics").await;
        let all = events(&file.text);
        assert_eq!(all[0].status(), "CONFIRMED");
        assert!(all[0].summary().contains("はじめての帳簿"), "{engine:?}");
        led(&centre
            .acts(
                &centre.coordinator,
                &format!("/counter/seminars/{id}"),
                "calling-off",
                "講師の都合",
            )
            .await);
        let file = visitor.get("/calendar/seminars.ics").await;
        assert_eq!(events(&file.text)[0].status(), "CANCELLED", "{engine:?}");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_open_data_are_lines_of_the_standard_and_name_nobody() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        centre.draft("6").await;
        centre.enrols(&id).await;
        let file = centre.app.visitor().get("/calendar/seminars.csv").await;
        let lines: Vec<&str> = file.text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(
            lines.len(),
            2,
            "drafts are nobody's business: {}",
            file.text
        );
        assert!(
            lines[0]
                .contains("\"全国地方公共団体コード\",\"ID\",\"地方公共団体名\",\"イベント名\",")
        );
        for part in [
            id.as_str(),
            "はじめての帳簿",
            "2026-12-12",
            "10:00",
            "12:00",
            "2026-12-11",
            &format!("/seminars/{id}"),
        ] {
            assert!(lines[1].contains(part), "{part}: {}", lines[1]);
        }
        assert!(!file.text.contains("花子"), "{engine:?}");
        let page = centre.app.visitor().get(&format!("/seminars/{id}")).await;
        page.shows("https://schema.org/EducationEvent");
        page.shows("content=\"2026-12-12T10:00:00+09:00\"");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
