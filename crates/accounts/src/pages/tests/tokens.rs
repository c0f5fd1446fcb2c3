use super::*;

#[tokio::test]
async fn a_token_acts_within_its_scope_and_no_cookie_helps_a_wrong_one() {
    let centre = Centre::new().await;
    let hanako = centre.person("hanako@demo.example", Roles::default()).await;
    let cookie = centre.signs_in("hanako@demo.example").await.cookie;
    let reads = centre.token(hanako, Scope::Read).await;
    let writes = centre.token(hanako, Scope::Write).await;
    for (method, token, status) in [
        (Method::GET, &*reads, StatusCode::OK),
        (Method::POST, &*reads, StatusCode::FORBIDDEN),
        (Method::POST, &*writes, StatusCode::OK),
        (Method::GET, "shinko_guess", StatusCode::UNAUTHORIZED),
    ] {
        let answer = centre.by_token(method, token, &cookie).await;
        assert_eq!(answer.status, status, "{token}");
        if status == StatusCode::FORBIDDEN {
            assert!(
                answer.body.contains("/problems/token-reads-only"),
                "{}",
                answer.body
            );
        }
    }
    // Without the header the session counts, on the API too; a token never opens a page.
    assert_eq!(centre.gets("/api/who", &cookie).await.body, "産業 花子");
    assert_eq!(
        centre.gets("/api/who", "").await.status,
        StatusCode::UNAUTHORIZED
    );
    let tokens = read::tokens(centre.app.db.reader(), hanako).await.unwrap();
    assert!(tokens.iter().all(|token| token.used_at.is_some()));
}

#[tokio::test]
async fn only_ones_own_sessions_and_tokens_can_be_ended() {
    let centre = Centre::new().await;
    let hanako = centre.person("hanako@demo.example", Roles::default()).await;
    centre.person("rival@demo.example", Roles::default()).await;
    let own = centre.signs_in("hanako@demo.example").await.cookie;
    let rival = centre.signs_in("rival@demo.example").await.cookie;
    let made = centre
        .posts("/mypage/tokens", &own, "name=会社&scope=read")
        .await;
    assert!(made.status == StatusCode::OK && made.body.contains("shinko_"));
    assert!(
        !centre
            .gets("/mypage/tokens", &own)
            .await
            .body
            .contains("shinko_")
    );
    let db = centre.app.db.reader();
    let token = read::tokens(db, hanako).await.unwrap()[0].id;
    let now = centre.app.clock.now();
    let session = read::sessions(db, hanako, None, now).await.unwrap()[0].id;
    for path in [
        format!("/mypage/tokens/{token}/end"),
        format!("/mypage/sessions/{session}/end"),
    ] {
        let refused = centre.posts(&path, &rival, "").await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
        let ended = centre.posts(&path, &own, "").await;
        assert_eq!(ended.status, StatusCode::SEE_OTHER, "{path}");
    }
    let nonsense = centre.posts("/mypage/sessions/x/end", &rival, "").await;
    assert_eq!(nonsense.status, StatusCode::NOT_FOUND);
}
