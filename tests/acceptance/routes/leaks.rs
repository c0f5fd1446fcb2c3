//! What somebody told the centre in confidence is on no page of a visitor or of another member,
//! whatever they ask for; and its rightful readers find it.

use accounts::rules::SharedSecret;
use reqwest::Method;
use tests::Browser;

use super::{house::House, rows::rows};
use crate::acts::{Form, made};

const KANA: &str = "カナリヤ";
const TELEPHONE: &str = "03-9182-7364";
const PURPOSE: &str = "秘密の打合せ壱";
const WAITED_FOR: &str = "秘密の打合せ弐";
const REDUCED_FOR: &str = "減額のわけ参";
const REFUNDED_FOR: &str = "返金のわけ肆";
const REFUSED_FOR: &str = "断りのわけ伍";

/// The addresses of everything that was planted, and where its rightful readers find each word.
struct Planted {
    addresses: Vec<String>,
    /// By the person themselves, then by the manager.
    readers: [Vec<(String, &'static str)>; 2],
}

/// Fills the house with unmistakable words about the stranger.
async fn planted(house: &House, own: &Browser) -> Planted {
    let (reception, manager, ward) = (
        house.browser(2).await,
        house.browser(3).await,
        house.browser(4).await,
    );
    let profile = [
        ("family_name", "見本"),
        ("given_name", "次郎"),
        ("family_kana", KANA),
        ("given_kana", "ジロウ"),
        ("telephone", TELEPHONE),
        ("lang", "ja"),
    ];
    posted(own, "/mypage/profile", &profile).await;
    house.app.enrol(house.stranger).await;

    let used = made(&house.form().with("purpose", PURPOSE).send(own).await);
    let evening = Form::new(house.app.fixture.room, "19:00", "20:00").with("date", "2026-12-18");
    made(&evening.send(&house.browser(1).await).await);
    let waits = evening.with("purpose", WAITED_FOR);
    let waiting = posted(own, "/waiting", &waits.fields()).await;

    let bill = house.bill_of(house.stranger).await;
    let reduction = house
        .fields("/counter/bills/{id}/reduction")
        .with("reason", REDUCED_FOR);
    let bill = format!("/counter/bills/{bill}");
    posted(&ward, &format!("{bill}/reduction"), &reduction.fields()).await;
    let paid = format!(
        "/counter/payments/{}",
        house.payment_of(house.stranger).await
    );
    let refund = house
        .fields("/counter/payments/{id}/refund")
        .with("reason", REFUNDED_FOR);
    posted(&reception, &format!("{paid}/refund"), &refund.fields()).await;

    let asked = house.request_of(house.stranger).await;
    let refusal = house
        .fields("/counter/requests/{id}/refusal")
        .with("words", REFUSED_FOR);
    let refuses = format!("/counter/requests/{asked}/refusal");
    posted(&manager, &refuses, &refusal.fields()).await;

    let (used, asked) = (format!("/bookings/{used}"), format!("/bookings/{asked}"));
    let person = format!("/counter/people/{}", house.stranger);
    let readers = [
        vec![
            ("/mypage/profile".to_owned(), KANA),
            ("/mypage/profile".to_owned(), TELEPHONE),
            (used.clone(), PURPOSE),
            (asked.clone(), REFUSED_FOR),
        ],
        vec![
            (person.clone(), KANA),
            (person.clone(), TELEPHONE),
            (used.clone(), PURPOSE),
            (waiting.clone(), WAITED_FOR),
            (bill.clone(), REDUCED_FOR),
            (paid.clone(), REFUNDED_FOR),
            (asked.clone(), REFUSED_FOR),
        ],
    ];
    let mut addresses = vec![waiting, bill, paid, person, format!("/api/v1{used}")];
    for booking in [used, asked] {
        for page in ["", "/done", "/calendar.ics", "/change", "/cancellation"] {
            addresses.push(format!("{booking}{page}"));
        }
    }
    Planted { addresses, readers }
}

/// Sends a form that is taken; where it leads.
async fn posted(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = browser.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text);
    answer.location
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_in_confidence_is_on_nobody_elses_page() {
    let house = House::open().await;
    let own = house.app.signed_in(house.stranger).await;
    let planted = planted(&house, &own).await;
    for (reader, words) in [own, house.browser(3).await].iter().zip(&planted.readers) {
        for (path, word) in words {
            reader.get(path).await.shows(word);
        }
    }
    let secret = SharedSecret::new(b"known to every test.".to_vec()).spelled();
    let kept = [
        KANA,
        TELEPHONE,
        PURPOSE,
        WAITED_FOR,
        REDUCED_FOR,
        REFUNDED_FOR,
        REFUSED_FOR,
        &secret,
    ];
    let mut leaks = Vec::new();
    for role in [0, 1] {
        for row in rows().iter().filter(|row| row.method == Method::GET) {
            let (path, answer) = house.look(row, role).await;
            let found = kept.iter().filter(|word| answer.text.contains(**word));
            leaks.extend(found.map(|word| format!("{role} {path}: {word}")));
        }
        for path in &planted.addresses {
            let answer = house.browser(role).await.get(path).await;
            let found = kept.iter().filter(|word| answer.text.contains(**word));
            leaks.extend(found.map(|word| format!("{role} {path}: {word}")));
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    house.app.abandon().await;
}
