use chrono::TimeDelta;

use super::*;

#[tokio::test]
async fn a_source_that_keeps_giving_wrong_passwords_must_wait() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    let email = "taro@demo.example";
    // Counted only: hashing ten times would prove nothing more.
    for _ in 0..10 {
        centre
            .does(async |work| attempt(work, "rival", email).await)
            .await
            .unwrap();
    }
    let eleventh = centre.proves("rival", email, "ひみつの合言葉ですよ");
    assert!(matches!(eleventh.await, Err(Refused::TooManyAttempts)));
    // The person, elsewhere, is slowed down but comes in.
    let owner = centre.proves("home", email, "ひみつの合言葉ですよ");
    assert_eq!(owner.await.unwrap(), person);
    centre.clock.advance(TimeDelta::minutes(15));
    let later = centre.proves("rival", email, "ひみつの合言葉ですよ");
    assert_eq!(later.await.unwrap(), person);
}

#[tokio::test]
async fn a_source_that_tries_many_addresses_must_wait() {
    let centre = Centre::new().await;
    for n in 0..100 {
        let email = format!("{n}@demo.example");
        centre
            .does(async |work| attempt(work, "rival", &email).await)
            .await
            .unwrap();
    }
    let refused = centre.does(async |work| attempt(work, "rival", "x@demo.example").await);
    assert!(matches!(refused.await, Err(Refused::TooManyAttempts)));
    centre
        .does(async |work| attempt(work, "home", "x@demo.example").await)
        .await
        .unwrap();
}

#[tokio::test]
async fn letters_are_sent_to_an_address_and_for_a_source_only_so_often() {
    let centre = Centre::new().await;
    for n in 0..20 {
        let asked = sign_up(&format!("{}@demo.example", n % 2));
        centre
            .does(async |work| ask_sign_up(work, "s", asked).await)
            .await
            .unwrap();
    }
    // Three to each of the two; the rest were silently not sent.
    assert_eq!(centre.letters("accounts/sign_up").await.len(), 6);
    let asked = sign_up("x@demo.example");
    let refused = centre.does(async |work| ask_sign_up(work, "s", asked).await);
    assert!(matches!(refused.await, Err(Refused::TooManyLetters)));
}
