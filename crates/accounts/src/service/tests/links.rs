use chrono::TimeDelta;
use sea_orm::entity::prelude::*;
use views::Lang;

use super::*;
use crate::entity::letter_link;

#[tokio::test]
async fn signing_up_leads_by_the_letter_to_an_account() {
    let centre = Centre::new().await;
    let asked = sign_up("Taro@Demo.example");
    centre
        .does(async |work| ask_sign_up(work, "s", asked).await)
        .await
        .unwrap();
    let token = &*centre.token("accounts/sign_up").await;
    let hash = password::hash("ひみつの合言葉ですよ").await.unwrap();
    let again = hash.clone();
    let (person, next) = centre
        .does(async |work| open_by_link(work, token, hash).await)
        .await
        .unwrap();
    assert_eq!(next.as_deref(), Some("/availability"));
    let contact = read::contact(centre.db.reader(), person).await.unwrap();
    let contact = contact.unwrap();
    assert_eq!(contact.name, "見本 太郎");
    assert_eq!(contact.kana, "ミホン タロウ", "shown in one width");
    assert_eq!(contact.email.as_deref(), Some("Taro@Demo.example"));
    assert_eq!(contact.lang, Lang::En);
    let proven = centre.proves("s", "taro@demo.EXAMPLE", "ひみつの合言葉ですよ");
    assert_eq!(proven.await.unwrap(), person);
    let twice = centre.does(async |work| open_by_link(work, token, again).await);
    assert!(matches!(twice.await, Err(Refused::LinkUsed)));
}

#[tokio::test]
async fn a_link_ends_after_its_time_and_opens_only_what_it_is_for() {
    let centre = Centre::new().await;
    let asked = sign_up("taro@demo.example");
    centre
        .does(async |work| ask_sign_up(work, "s", asked).await)
        .await
        .unwrap();
    let token = &*centre.token("accounts/sign_up").await;
    let other = centre.does(async |work| reset_by_link(work, token, "x".into()).await);
    assert!(matches!(other.await, Err(Refused::LinkUnknown)));
    let wrong = centre.does(async |work| open_by_link(work, "guess", "x".into()).await);
    assert!(matches!(wrong.await, Err(Refused::LinkUnknown)));
    centre.clock.advance(TimeDelta::hours(24));
    let late = centre.does(async |work| open_by_link(work, token, "x".into()).await);
    assert!(matches!(late.await, Err(Refused::LinkExpired)));
}

#[tokio::test]
async fn a_reset_ends_every_session_and_every_older_link() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    centre
        .does(async |work| {
            sign_in(work, person, Proved::Once, "Chrome・Windows", None).await?;
            sign_in(work, person, Proved::Once, "Safari・iPhone", None).await?;
            ask_change(work, "s", person, "new@demo.example").await?;
            ask_reset(work, "s", "taro@demo.example").await
        })
        .await
        .unwrap();
    assert_eq!(sessions_of(&centre, person).await, 2);
    let token = &*centre.token("accounts/reset").await;
    let hash = password::hash("あたらしい合言葉").await.unwrap();
    let reset = centre.does(async |work| reset_by_link(work, token, hash).await);
    assert_eq!(reset.await.unwrap(), person);
    assert_eq!(sessions_of(&centre, person).await, 0);
    let old = centre.proves("s", "taro@demo.example", "ひみつの合言葉ですよ");
    assert!(matches!(old.await, Err(Refused::NoMatch)));
    let new = centre.proves("s", "taro@demo.example", "あたらしい合言葉");
    assert_eq!(new.await.unwrap(), person);
    assert_eq!(centre.letters("accounts/password_changed").await.len(), 1);
    let unused = letter_link::Entity::find()
        .filter(letter_link::Column::UsedAt.is_null())
        .all(centre.db.reader());
    assert!(unused.await.unwrap().is_empty());
}

#[tokio::test]
async fn a_reset_for_an_unknown_address_does_the_same_work_and_sends_nothing() {
    let centre = Centre::new().await;
    centre
        .does(async |work| ask_reset(work, "s", "nobody@demo.example").await)
        .await
        .unwrap();
    let links = letter_link::Entity::find().all(centre.db.reader()).await;
    assert_eq!(links.unwrap()[0].person_id, None);
    assert!(centre.letters("accounts/reset").await.is_empty());
}

#[tokio::test]
async fn an_account_moves_to_the_address_the_letter_reached() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    centre
        .does(async |work| ask_change(work, "s", person, "new@demo.example").await)
        .await
        .unwrap();
    let token = &*centre.token("accounts/change").await;
    centre
        .does(async |work| take_address_by_link(work, token).await)
        .await
        .unwrap();
    let told = centre.letters("accounts/changed").await;
    assert_eq!(told[0]["email"], "new@demo.example");
    let by = async |email| {
        read::person_by_email(centre.db.reader(), email)
            .await
            .unwrap()
    };
    assert_eq!(by("new@demo.example").await, Some(person));
    assert_eq!(by("taro@demo.example").await, None);
}

#[tokio::test]
async fn a_guest_who_follows_the_letter_stays_the_same_person() {
    let centre = Centre::new().await;
    let new = NewPerson {
        names: names(),
        telephone: String::new(),
        email: "taro@demo.example".to_owned(),
        lang: Lang::Ja,
    };
    let guest = centre
        .does(async |work| register_guest(work, new).await)
        .await
        .unwrap();
    let token = &*centre.token("accounts/sign_up").await;
    let (person, _) = centre
        .does(async |work| open_by_link(work, token, "x".into()).await)
        .await
        .unwrap();
    assert_eq!(person, guest);
}
