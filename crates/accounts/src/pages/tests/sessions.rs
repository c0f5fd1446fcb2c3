use super::*;

#[tokio::test]
async fn a_person_signs_in_looks_around_and_signs_out() {
    let centre = Centre::new().await;
    centre.person("hanako@demo.example", Roles::default()).await;
    let entered = centre.signs_in("Hanako@demo.example").await;
    assert_eq!(
        (entered.status, &*entered.location),
        (StatusCode::SEE_OTHER, "/availability")
    );
    let cookie = &entered.cookie;
    for path in [
        "/mypage/profile",
        "/mypage/address",
        "/mypage/password",
        "/mypage/sessions",
        "/mypage/tokens",
    ] {
        let page = centre.gets(path, cookie).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains("産業 花子"), "{path}");
        let stranger = centre.gets(path, "").await;
        assert!(stranger.location.starts_with("/sign-in?next="), "{path}");
    }
    for path in ["/counter/people", "/counter/people/new"] {
        assert_eq!(
            centre.gets(path, cookie).await.status,
            StatusCode::FORBIDDEN
        );
    }
    let out = centre.posts("/sign-out", cookie, "").await;
    assert_eq!(
        (out.status, &*out.cookie),
        (StatusCode::SEE_OTHER, "shinko-session=")
    );
    let after = centre.gets("/mypage/profile", cookie).await;
    assert_eq!(after.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_lives_as_long_as_it_is_used() {
    let centre = Centre::new().await;
    centre.person("hanako@demo.example", Roles::default()).await;
    let staff = Roles::default().with(Role::Reception);
    centre.person("reception@demo.example", staff).await;
    let member = centre.signs_in("hanako@demo.example").await.cookie;
    let reception = centre.signs_in("reception@demo.example").await.cookie;
    assert_eq!(
        centre.gets("/counter/people", &reception).await.status,
        StatusCode::OK
    );
    for _ in 0..3 {
        centre.app.clock.advance(chrono::TimeDelta::days(13));
        assert_eq!(
            centre.gets("/mypage/profile", &member).await.status,
            StatusCode::OK
        );
    }
    centre.app.clock.advance(chrono::TimeDelta::days(14));
    let late = centre.gets("/mypage/profile", &member).await;
    assert_eq!(late.status, StatusCode::SEE_OTHER);
    let late = centre.gets("/counter/people", &reception).await;
    assert_eq!(late.status, StatusCode::SEE_OTHER);
}
