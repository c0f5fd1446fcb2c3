use super::*;

#[tokio::test]
async fn mypage_shows_the_next_date_and_the_letters_of_its_person_only() {
    let centre = Centre::new().await;
    assert!(
        centre
            .member("/mypage")
            .await
            .contains("予定はまだありません")
    );
    let (id, reference) = centre.books(Kind::Meeting, "16:00", "18:00").await;
    let mine = centre.member("/mypage").await;
    assert!(
        mine.contains(&reference) && mine.contains("12月15日（火）16:00〜18:00"),
        "{mine}"
    );
    assert!(mine.contains(&format!("/bookings/{id}/cancellation")));

    let list = centre.member("/mypage/notices").await;
    let (_, rest) = list.split_once("/mypage/notices/").unwrap();
    let (notice, _) = rest.split_once('"').unwrap();
    let path = format!("/mypage/notices/{notice}");
    assert!(centre.member(&path).await.contains(&reference));
    let calendar = centre.member(&format!("{path}/calendar.ics")).await;
    assert!(calendar.contains("BEGIN:VEVENT"), "{calendar}");

    let other = Centre::viewer(centre.other, Role::Reception);
    for path in [
        path.clone(),
        format!("{path}/calendar.ics"),
        "/mypage/notices/x".to_owned(),
    ] {
        let (status, _) = centre.asks(Method::GET, &path, Some(other.clone())).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
}
