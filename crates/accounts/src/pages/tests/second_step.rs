use super::*;

async fn half_way(centre: &Centre) -> Answer {
    let form = "email=reception@demo.example&password=ひみつの合言葉ですよ";
    let proved = centre.posts("/sign-in", "", form).await;
    assert_eq!(proved.location, "/sign-in/code");
    centre.gets("/sign-in/code", &proved.step).await
}

#[tokio::test]
async fn only_the_demonstration_shows_the_digits_and_never_used_ones() {
    for demo in [false, true] {
        let centre = Centre::shown(demo).await;
        let staff = Roles::default().with(Role::Reception);
        centre.person("reception@demo.example", staff).await;
        let now = rules::step_at(centre.app.clock.now());
        let shows = |page: &Answer, step| page.body.contains(&device().digits_at(step));
        let page = half_way(&centre).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(shows(&page, now), demo);
        let entered = centre.signs_in("reception@demo.example").await;
        assert!(!entered.cookie.is_empty());
        let page = half_way(&centre).await;
        assert_eq!((shows(&page, now), shows(&page, now + 1)), (false, demo));
    }
}

#[tokio::test]
async fn the_cookie_of_the_second_step_opens_nothing() {
    let centre = Centre::new().await;
    let staff = Roles::default().with(Role::WardApprover);
    centre.person("ward@demo.example", staff).await;
    let form = "email=ward@demo.example&password=ひみつの合言葉ですよ";
    let proved = centre.posts("/sign-in", "", form).await;
    assert!(proved.cookie.is_empty());
    let stolen = proved.step.replace("shinko-step", "shinko-session");
    for cookie in [&proved.step, &stolen] {
        let page = centre.gets("/mypage/profile", cookie).await;
        assert!(page.location.starts_with("/sign-in?next="));
        let program = centre.gets("/api/who", cookie).await;
        assert_eq!(program.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn at_an_address_that_is_a_number_no_passkey_is_offered() {
    let centre = Centre::new().await;
    centre.person("hanako@demo.example", Roles::default()).await;
    let cookie = centre.signs_in("hanako@demo.example").await.cookie;
    let page = centre.gets("/mypage/second-factor", &cookie).await;
    assert!(page.body.contains("アドレスが数字のため"));
    assert!(!page.body.contains("value=\"passkey\""));
    let form = "act=passkey&current=ひみつの合言葉ですよ";
    let begun = centre.posts("/mypage/second-factor", &cookie, form).await;
    assert_eq!(begun.status, StatusCode::UNPROCESSABLE_ENTITY);
    for path in ["/mypage/passkeys/new", "/sign-in/passkey"] {
        let page = centre.gets(path, &cookie).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
    let challenge = centre
        .posts("/mypage/passkeys/challenge", &cookie, "")
        .await;
    assert_eq!(challenge.status, StatusCode::NOT_FOUND);
}
