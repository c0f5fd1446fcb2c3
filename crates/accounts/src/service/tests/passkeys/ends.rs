//! How passkeys end, and what is left of them.

use super::*;

#[tokio::test]
async fn the_last_factor_of_someone_who_works_here_stays() {
    let centre = Centre::new().await;
    let (person, _) = centre.enrolled("taro@demo.example").await;
    centre
        .does(async |work| Ok(grant(work, person, Role::Expert).await?))
        .await
        .unwrap();
    let phone = a_device();
    let off = async || {
        let off = async |work: &Work| remove_device(work, person, None).await;
        centre.does(off).await
    };
    assert!(matches!(off().await, Err(Refused::SecondFactorNeeded)));
    centre.makes(person, &phone).await.unwrap();
    off().await.unwrap();
    let factor = centre.has(person).await;
    assert!(factor.digits_since.is_none() && factor.recovery > 0);
    let digits = device().digits_at(rules::step_at(centre.clock.now()));
    let digits = centre.gives(person, &digits).await;
    assert!(matches!(digits, Err(Refused::WrongCode)));

    let id = factor.passkeys[0].id;
    let remove = async || {
        let remove = async |work: &Work| remove_passkey(work, person, id, None).await;
        centre.does(remove).await
    };
    assert!(matches!(remove().await, Err(Refused::SecondFactorNeeded)));
    assert_eq!(centre.has(person).await.passkeys.len(), 1);
    centre.makes(person, &a_device()).await.unwrap();
    remove().await.unwrap();
    let told = [
        "device-removed",
        "passkey-added",
        "passkey-added",
        "passkey-removed",
    ];
    assert_eq!(centre.told().await, told);
}

#[tokio::test]
async fn a_member_removes_their_last_passkey_and_does_without() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    centre.makes(person, &a_device()).await.unwrap();
    let id = centre.first_key(person).await;
    centre
        .does(async |work| remove_passkey(work, person, id, None).await)
        .await
        .unwrap();
    assert!(matches!(centre.enters(person).await, Entered::In(_)));
    let codes = recovery_codes_of(&centre, person).await;
    assert_eq!(codes, 0);
    assert_eq!(centre.told().await, ["passkey-added", "removed"]);
}

async fn recovery_codes_of(centre: &Centre, person: PersonId) -> usize {
    let codes = crate::entity::recovery_code::Entity::unused_of(person).all(centre.db.reader());
    codes.await.unwrap().len()
}

#[tokio::test]
async fn a_person_has_ten_passkeys_at_most_and_a_reset_takes_them_all() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    for _ in 0..PASSKEYS {
        centre.makes(person, &a_device()).await.unwrap();
    }
    let more = centre.makes(person, &a_device()).await;
    assert!(matches!(more, Err(Refused::TooManyPasskeys)));
    let system = Actor::system(kernel::Via::Cli);
    let reset = async |work: &Work| reset_second_factor(work, person).await;
    transact(&centre.db, system, &centre.clock, reset)
        .await
        .unwrap();
    assert!(matches!(centre.enters(person).await, Entered::In(_)));
}

#[tokio::test]
async fn nothing_that_is_written_of_an_act_tells_of_a_passkey() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    let phone = a_device();
    centre.makes(person, &phone).await.unwrap();
    let way = centre.signs_in(person).await;
    let told = centre.is_asked(&way).await;
    let answer = phone.show(&told).unwrap();
    centre.gets_in(&way, &answer).await.unwrap();
    let events = kernel::events::Entity::find().all(centre.db.reader());
    let events = format!("{:?}", events.await.unwrap());
    assert!(events.contains("passkey.registered"));
    let letters = format!("{:?}", centre.letters("accounts/second_factor").await);
    let challenge = told["publicKey"]["challenge"].as_str().unwrap();
    let keys = passkey::Entity::of(person).all(centre.db.reader());
    let kept = keys.await.unwrap().remove(0);
    assert!(kept.credential.contains(&phone.id()));
    for secret in [challenge, &phone.id(), "仕事の電話"] {
        assert!(!events.contains(secret) && !letters.contains(secret));
    }
}
