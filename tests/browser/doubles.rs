//! Reception recognises someone, and merges their two registrations.

use kernel::Role;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use crate::person::{Person, account, someone};

async fn recognised(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let staff = account(&app, "reception@demo.example", &[Role::Reception]).await;
    let known = app.member("花子").await;
    someone(&app, look, async |person| {
        person.is(staff).await?;
        person.opens("/counter/people/new").await?;
        registers(person).await?;
        person.sees("同じ方かもしれない登録").await?;
        person.keeps("doubles-warning").await?;
        person.clicks("main form .first").await?;
        person.sees("利用者を登録しました").await?;
        person.keeps("doubles-person").await?;
        person.clicks("a[href$='/merge']").await?;
        person.sees("残す方を選んでください").await?;
        person.keeps("doubles-choice").await?;
        let into = format!("a[href$='into={}']", known.person.unwrap());
        person.clicks(&into).await?;
        person.sees("元に戻すことはできません").await?;
        person.keeps("doubles-merge").await?;
        person.clicks("main form[method='post'] .first").await?;
        person.sees("統合しました").await?;
        person.keeps("doubles-merged").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// Types the names of the member again, in other letters.
async fn registers(person: &Person<'_>) -> WebDriverResult<()> {
    for (name, text) in [
        ("family_name", "見本"),
        ("given_name", "はなこ"),
        ("family_kana", "みほん"),
        ("given_kana", "ﾅﾏｴ"),
    ] {
        person.types(name, text).await?;
    }
    person.clicks("main form .first").await
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_recognises_and_merges_a_double_on_a_desktop() {
    recognised(Look::DESKTOP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_recognises_and_merges_a_double_on_a_phone_without_scripts() {
    recognised(Look::PHONE.without_scripts()).await;
}
