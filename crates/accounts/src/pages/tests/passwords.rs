use super::*;

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let centre = Centre::new().await;
    centre.person("hanako@demo.example", Roles::default()).await;
    let mut said = Vec::new();
    for email in ["hanako@demo.example", "nobody@demo.example"] {
        let form = format!("email={email}&password=wrong-password");
        let refused = centre.posts("/sign-in", "", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(email) && !refused.body.contains("wrong-password"));
        said.push(refused.body.replace(email, ""));
    }
    assert_eq!(said[0], said[1]);
}

#[tokio::test]
async fn a_new_password_needs_the_old_one_and_keeps_this_browser() {
    let centre = Centre::new().await;
    centre.person("hanako@demo.example", Roles::default()).await;
    let here = centre.signs_in("hanako@demo.example").await.cookie;
    let there = centre.signs_in("hanako@demo.example").await.cookie;
    for (current, password, field) in [
        ("ちがう合言葉です", "あたらしい合言葉です", "current-error"),
        ("ひみつの合言葉ですよ", "みじかい", "password-error"),
        (
            "ひみつの合言葉ですよ",
            "さんぎょう はなこ",
            "password-error",
        ),
    ] {
        let form = format!("current={current}&password={password}");
        let refused = centre.posts("/mypage/password", &here, &form).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{password}"
        );
        assert!(refused.body.contains(field), "{password}");
    }
    let form = "current=ひみつの合言葉ですよ&password=あたらしい合言葉です";
    let changed = centre.posts("/mypage/password", &here, form).await;
    assert_eq!(changed.location, "/mypage/profile");
    assert_eq!(
        centre.gets("/mypage/profile", &here).await.status,
        StatusCode::OK
    );
    assert_eq!(
        centre.gets("/mypage/profile", &there).await.status,
        StatusCode::SEE_OTHER
    );
}
