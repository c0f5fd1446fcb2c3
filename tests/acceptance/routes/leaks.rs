//! What somebody told the centre in confidence is on no page of a visitor, of another member or of
//! the ward, whatever they ask for; and its rightful readers find it.

mod advised;
mod planted;

use std::collections::BTreeSet;

use accounts::rules::SharedSecret;
use kernel::Role;
use reqwest::Method;

use self::planted::{
    ANSWERED, APPLIED, DRAWN_FOR, FOUNDED, KANA, NEEDS, PAPER, PROGRAMME, PURPOSE, REDUCED_FOR,
    REFUNDED_FOR, REFUSED_FOR, TELEPHONE, TOLD, WAITED_FOR, WAIVED_FOR, planted,
};
use super::{
    house::House,
    rows::{ROLES, rows},
};

/// Those who read nothing of it, and those of the ward, who read some: the columns of a visitor, of
/// a member, of the ward and of a member's token, and an officer who does not approve.
const LOOKING: [usize; 5] = [0, 1, WARD, TOKEN, ROLES.len()];

const WARD: usize = 4;
const TOKEN: usize = 5;

/// Each word, and whether the ward reads it: for what the centre uses its spaces itself, why it took
/// a booking against a rule, why it proposes a reduction to the ward, and what founders tell the ward.
const KEPT: [(&str, bool); 16] = [
    (KANA, false),
    (TELEPHONE, false),
    (PURPOSE, false),
    (WAITED_FOR, false),
    (REDUCED_FOR, true),
    (REFUNDED_FOR, false),
    (REFUSED_FOR, false),
    (APPLIED, false),
    (PAPER, false),
    (ANSWERED, false),
    (WAIVED_FOR, true),
    (PROGRAMME, true),
    (NEEDS, false),
    (TOLD, false),
    (FOUNDED, true),
    (DRAWN_FOR, false),
];

/// The files that a page leads to: tables and calendars of what it shows.
fn offered(page: &str, text: &str) -> Vec<String> {
    let links = text.split("href=\"").skip(1);
    let links = links.filter_map(|link| Some(link.split_once('"')?.0.replace("&amp;", "&")));
    let files = links.filter(|link| link.contains("as=") || link.contains(".ics"));
    let whole = |link: String| match link.strip_prefix('?') {
        Some(query) => format!("{}?{query}", page.split('?').next().unwrap()),
        None => link,
    };
    files.map(whole).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_in_confidence_is_on_nobody_elses_page() {
    let house = House::open_to(&[Role::WardOfficer]).await;
    let own = house.app.signed_in(house.stranger).await;
    let planted = planted(&house, &own).await;
    let readers = [own, house.browser(3).await, house.browser(WARD).await];
    for (reader, words) in readers.iter().zip(&planted.readers) {
        for (path, word) in words {
            reader.get(path).await.shows(word);
        }
    }
    let secret = SharedSecret::new(b"known to every test.".to_vec()).spelled();
    let mut leaks = Vec::new();
    for role in LOOKING {
        let is_ward = role == WARD || role >= ROLES.len();
        let kept = KEPT.iter().filter(|(_, wards)| !(is_ward && *wards));
        let kept: Vec<&str> = kept.map(|(word, _)| *word).chain([&*secret]).collect();
        let mut found = |path: &str, text: &str| {
            let words = kept.iter().filter(|word| text.contains(**word));
            leaks.extend(words.map(|word| format!("{role} {path}: {word}")));
        };
        let asked = |route: &str| role != TOKEN || route.starts_with("/api/");
        let all = rows();
        let looked = all.iter().filter(|row| row.method == Method::GET);
        let mut files = BTreeSet::new();
        for row in looked.filter(|row| asked(row.route)) {
            let (path, answer) = house.look(row, role).await;
            found(&path, &answer.text);
            files.extend(offered(&path, &answer.text));
        }
        let browser = house.browser(role).await;
        for path in files {
            found(&path, &browser.get(&path).await.text);
        }
        for path in &planted.addresses {
            found(path, &browser.get(path).await.text);
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    house.app.abandon().await;
}
