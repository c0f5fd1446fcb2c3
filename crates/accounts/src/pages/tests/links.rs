use super::*;

#[tokio::test]
async fn the_same_page_follows_whether_the_address_is_known_or_not() {
    let centre = Centre::new().await;
    centre.person("hanako@demo.example", Roles::default()).await;
    let names = "family_name=産業&given_name=花子&family_kana=さんぎょう&given_kana=ハナコ";
    for email in ["hanako@demo.example", "nobody@demo.example"] {
        let form = format!("{names}&email={email}");
        let asked = centre.posts("/sign-up", "", &form).await;
        assert_eq!(asked.location, "/sign-up/sent");
        let asked = centre.posts("/reset", "", &form).await;
        assert_eq!(asked.location, "/reset/sent");
    }
}

#[tokio::test]
async fn a_link_that_is_not_there_says_what_to_do() {
    let centre = Centre::new().await;
    let page = centre.gets("/links/guess", "").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.body.contains("href=\"/reset\""));
}

#[tokio::test]
async fn from_the_letter_to_where_one_was_going() {
    let centre = Centre::new().await;
    let form = "family_name=実例&given_name=よしお&family_kana=じつれい&given_kana=ヨシオ\
        &email=yoshio@demo.example&next=%2Favailability%3Fdate%3D2026-12-02";
    centre.posts("/sign-up", "", form).await;
    let link = format!("/links/{}", centre.token_in("accounts/sign_up").await);
    // A mail scanner looks first, twice: nothing is used up.
    for _ in 0..2 {
        let page = centre.gets(&link, "").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("yoshio@demo.example"));
    }
    let short = centre.posts(&link, "", "password=short").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.body.contains("password-error"));
    let entered = centre
        .posts(&link, "", "password=ひみつの合言葉ですよ")
        .await;
    assert_eq!(entered.location, "/availability?date=2026-12-02");
    let mine = centre.gets("/mypage/profile", &entered.cookie).await;
    assert!(mine.body.contains("実例 よしお"));
    let twice = centre
        .posts(&link, "", "password=ひみつの合言葉ですよ")
        .await;
    assert_eq!(twice.status, StatusCode::CONFLICT);

    let form = "current=ひみつの合言葉ですよ&email=new@demo.example";
    let asked = centre.posts("/mypage/address", &entered.cookie, form).await;
    assert_eq!(asked.location, "/mypage/profile");
    let link = format!("/links/{}", centre.token_in("accounts/change").await);
    let moved = centre.posts(&link, &entered.cookie, "").await;
    assert_eq!(moved.location, "/mypage/profile");
    assert_eq!(
        centre.signs_in("new@demo.example").await.status,
        StatusCode::SEE_OTHER
    );
}
