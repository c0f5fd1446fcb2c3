use super::*;

#[tokio::test]
async fn home_says_what_is_true_at_this_moment() {
    let centre = Centre::new().await;
    centre.books(Kind::Desk, "14:00", "16:00").await;
    centre.books(Kind::Meeting, "14:00", "16:00").await;
    let home = centre.shows("/", None).await;
    for said in [
        "開館中　21:00まで",
        "3席のうち2席が空き",
        "予約あり・16:00から使えます",
        "2席 空いています",
        "あす 12月16日（水）は 9:00〜21:00",
    ] {
        assert!(home.contains(said), "{said}: {home}");
    }
    assert!(!home.contains("<figure class=\"plan\">"));
    centre.app.clock.move_to(at("21:30"));
    assert!(centre.shows("/", None).await.contains("本日は閉館しました"));
    let easy = centre.shows("/?lang=ja-easy", None).await;
    assert!(easy.contains("今日（きょう）は 終（お）わりました"));
}

#[tokio::test]
async fn everyone_reads_the_pages_about_the_centre() {
    let centre = Centre::new().await;
    for path in [
        "/connect",
        "/guide",
        "/visit",
        "/rules",
        "/privacy",
        "/accessibility",
        "/contact",
    ] {
        for lang in ["ja", "en", "ja-easy"] {
            centre.shows(&format!("{path}?lang={lang}"), None).await;
        }
    }
    let rules = centre.shows("/rules", None).await;
    assert!(
        rules.contains("1時間から4時間まで") && rules.contains("利用日の90日前から"),
        "{rules}"
    );
    let visit = centre.shows("/visit", None).await;
    assert!(
        visit.contains("12月21日（月）") && visit.contains("休館"),
        "{visit}"
    );
}
