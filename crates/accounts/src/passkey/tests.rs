use serde_json::json;
use testkit::authenticator::Authenticator;
use uuid::Uuid;
use views::Lang;

use super::*;

const HERE: &str = "https://center.example";

fn centre() -> Centre {
    Centre::at(HERE, "見本センター").unwrap()
}

fn device(at: &str) -> Authenticator {
    Authenticator::at(at).unwrap()
}

fn owner() -> Contact {
    Contact {
        person: PersonId(Uuid::nil()),
        name: "見本 太郎".to_owned(),
        kana: "ミホン タロウ".to_owned(),
        email: Some("taro@demo.example".to_owned()),
        telephone: String::new(),
        lang: Lang::Ja,
    }
}

fn made(device: &Authenticator) -> Passkey {
    let (told, asked) = centre().ask_to_make(&owner(), &[]).unwrap();
    let made = centre().made(&asked, &device.make(&told));
    made.unwrap()
}

#[test]
fn passkeys_are_offered_where_the_centre_has_a_name() {
    for (public_url, offered) in [
        ("https://center.example", true),
        ("https://center.example:8443", true),
        ("http://localhost:3000", true),
        ("http://127.0.0.1:3000", false),
        ("http://[::1]:3000", false),
        ("", false),
    ] {
        let centre = Centre::at(public_url, "見本センター");
        assert_eq!(centre.is_some(), offered, "{public_url}");
    }
}

#[test]
fn a_passkey_answers_what_it_was_asked_and_nothing_else() {
    let device = device(HERE);
    let key = made(&device);
    let again = || restored(&stored(&key).unwrap()).unwrap();
    let (told, asked) = centre().ask_to_show(vec![again()]).unwrap();
    assert_eq!(told["publicKey"]["userVerification"], "required");
    let answer = device.show(&told).unwrap();
    let shown = centre().shown(&asked, &answer).unwrap();
    assert_eq!((shown.id(), shown.count()), (key.id(), 2));

    let (_, later) = centre().ask_to_show(vec![again()]).unwrap();
    let (_, other) = centre().ask_to_make(&owner(), &[]).unwrap();
    let (_, nobodys) = centre().ask_to_show(Vec::new()).unwrap();
    for (asked, answer) in [
        (&later, answer.as_str()),
        (&nobodys, &answer),
        (&other, &answer),
        (&asked, ""),
        (&asked, "{}"),
        (&asked, &"[".repeat(100_000)),
    ] {
        let shown = centre().shown(asked, answer);
        assert!(matches!(shown, Err(Refused::WrongPasskey)));
    }
}

#[test]
fn what_another_page_was_answered_is_refused() {
    let elsewhere = device("https://center.example.elsewhere.example");
    let (told, asked) = centre().ask_to_make(&owner(), &[]).unwrap();
    let made = centre().made(&asked, &elsewhere.make(&told));
    assert!(matches!(made, Err(Refused::WrongPasskey)));
}

#[test]
fn a_device_whose_owner_did_not_prove_themselves_is_refused() {
    let device = device(HERE);
    let (told, asked) = centre().ask_to_make(&owner(), &[]).unwrap();
    device.unverified();
    let made = centre().made(&asked, &device.make(&told));
    assert!(matches!(made, Err(Refused::WrongPasskey)));
}

#[test]
fn a_device_is_told_which_passkeys_there_are() {
    let device = device(HERE);
    let key = made(&device);
    let (told, _) = centre().ask_to_make(&owner(), &[key]).unwrap();
    let known = &told["publicKey"]["excludeCredentials"][0]["id"];
    assert_eq!(known, &json!(device.id()));
}
