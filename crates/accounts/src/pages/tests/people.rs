use super::*;

#[tokio::test]
async fn reception_registers_a_person_and_finds_them() {
    let centre = Centre::new().await;
    let staff = Roles::default().with(Role::Reception);
    centre.person("reception@demo.example", staff).await;
    let cookie = centre.signs_in("reception@demo.example").await.cookie;
    let form =
        "family_name=𠮷田&given_name=実例&family_kana=よしだ&given_kana=ｼﾞﾂﾚｲ&telephone=&email=";
    let made = centre.posts("/counter/people/new", &cookie, form).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let page = centre.gets(&made.location, &cookie).await;
    assert!(page.body.contains("𠮷田 実例"));
    let found = centre.gets("/counter/people?q=吉田", &cookie).await;
    assert!(found.body.contains(&made.location));
    let taken = format!("{form}reception@demo.example&seen=yes");
    let refused = centre.posts("/counter/people/new", &cookie, &taken).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("email-error"));
}
