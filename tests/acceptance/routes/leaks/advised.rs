//! What is said in a consultation: a word in every field, looked for on every page, feed and answer as
//! everybody who does not handle the case.

mod beside;

use std::collections::BTreeSet;

use accounts::entity::api_token::Scope;
use kernel::{Instant, Role};
use reqwest::Method;
use tests::Browser;

use self::beside::{Beside, KNOWN, VISITED, WHERE};
use super::{
    super::{
        house::House,
        rows::{ROLES, rows},
    },
    offered,
};
use crate::{
    acts::input,
    consultations::{ASKS, advises, after, led, slot},
};

/// What the person asked: theirs and of those who handle the case.
const ASKED: [(&str, &str); 3] = [
    ("about", "翡翠の相談壱"),
    ("company", "翡翠の会社弐"),
    ("times", "翡翠の時間参"),
];
/// What is theirs as well.
const CLIENT: [&str; 4] = [
    "翡翠の宿題肆",
    "翡翠の目的伍",
    "翡翠の項目陸",
    "翡翠の書類漆",
];
/// What is of those who handle the case only.
const SAID: [&str; 11] = [
    "翡翠の聞取捌",
    "翡翠の助言玖",
    "翡翠の補正拾",
    "翡翠の強み甲",
    "翡翠の課題乙",
    "翡翠の計画丙",
    "翡翠の作業丁",
    "翡翠の成果戊",
    "翡翠の控え己",
    "翡翠の後日壬",
    "翡翠の結末癸",
];
/// Where an expert is to come and why: on the page of the dispatch.
const DISPATCHED: [&str; 2] = ["翡翠の場所庚", "翡翠の希望辛"];
/// How every one of these words begins.
const KEPT: &str = "翡翠";
/// The columns of the manager and of a coordinator who has no case.
const MANAGER: usize = 3;
const COORDINATOR: usize = ROLES.len() + 2;
const PDF: &[u8] = b"%PDF-1.7\nhisui";

/// The case, those who handle it, and every address of it.
struct Planted {
    case: String,
    dispatch: String,
    expert: Browser,
    lead: Browser,
    beside: Beside,
    addresses: Vec<String>,
}

async fn planted(house: &House, own: &Browser) -> Planted {
    let app = &house.app;
    let mut lead = app.someone("主担当", &[Role::Coordinator]).await;
    let rooms = [("rooms", &*app.fixture.room.to_string())];
    led(&lead.post("/counter/experts/rooms", &rooms).await);
    let (mut expert, id) = advises(app, &lead, "担当").await;
    let chosen = slot(&id, 13);
    let mut fields = ASKS.to_vec();
    fields.retain(|(name, _)| !["about", "times"].contains(name));
    fields.extend(ASKED);
    fields.extend([("chosen", &*chosen), ("act", "send")]);
    let paper = format!("{}.pdf", CLIENT[3]);
    let papers = [(paper.as_str(), PDF)];
    let sent = own
        .post_papers("/consultations/with-papers", &fields, &papers)
        .await;
    let mine = led(&sent);
    let case = mine.replace("/consultations/", "/cases/");
    let edition = input(&lead.get(&case).await, "edition");
    let given = [("edition", &*edition), ("expert", &*id)];
    led(&lead.post(&format!("{case}/experts"), &given).await);
    let made = expert.post("/mypage/advising/calendar", &[]).await;
    let feed = made.text.split_once("/calendar/experts/").unwrap().1;
    let feed = format!("/calendar/experts/{}", feed.split('<').next().unwrap());
    let meeting = after(&expert.get(&case).await, &format!("{case}/meetings/"));
    // The record is written when the meeting has begun; then it is today again.
    let (clock, now) = (&app.clock, app.clock.now());
    let dispatch = dispatched(own, &mine).await;
    beside::approved(&house.browser(MANAGER).await, &dispatch).await;
    let beside = beside::planted(house, &lead, &expert, &id).await;
    clock.move_to(Instant::parse("2026-12-10T14:30:00+09:00").unwrap());
    expert = app.signed_in(expert.person.unwrap()).await;
    written(&expert, &case, &meeting, &house.agency()).await;
    ended(house, &expert, &case).await;
    clock.move_to(now);
    expert = app.signed_in(expert.person.unwrap()).await;
    lead = app.signed_in(lead.person.unwrap()).await;
    let page = expert.get(&case).await;
    let paper = after(&page, &format!("{case}/papers/"));
    let api = mine.replace("/consultations/", "/api/v1/consultations/");
    let mut addresses = vec![
        case.clone(),
        mine.clone(),
        api,
        feed,
        format!("{mine}/papers/{paper}"),
        format!("{case}/papers/{paper}"),
        format!("{case}/meetings/{meeting}/record"),
        format!("{case}/meetings/{meeting}/change"),
        format!("/meetings/{meeting}"),
        dispatch.clone(),
        "/dispatches".to_owned(),
        "/cases?state=closed".to_owned(),
        "/cases?state=all".to_owned(),
        "/cases?state=running".to_owned(),
        "/meetings?date=2026-12-10".to_owned(),
        "/counter?date=2026-12-10".to_owned(),
        "/cases/figures?month=2026-12".to_owned(),
        "/cases/figures/rows?month=2026-12".to_owned(),
        "/cases/figures?month=2026-12&by=field&as=csv".to_owned(),
        "/honoraria?month=2026-12&of=all".to_owned(),
        "/honoraria?month=2026-12&of=all&as=csv".to_owned(),
        "/counter/letters?as=csv".to_owned(),
    ];
    for part in ["sheet", "accesses", "closing", "meetings/new"] {
        addresses.push(format!("{case}/{part}"));
    }
    addresses.extend(beside.addresses.iter().cloned());
    Planted {
        case,
        dispatch,
        expert,
        lead,
        beside,
        addresses,
    }
}

/// Whoever handles it finds every word where it belongs, and the person finds theirs.
async fn found_by_their_readers(house: &House, planted: &Planted, own: &Browser) {
    let said = ASKED.iter().map(|(_, word)| word).chain(&CLIENT);
    let said: Vec<_> = said.chain(&SAID).collect();
    for reader in [&planted.expert, &planted.lead] {
        let shows = async |path: &str, words: &[&str]| {
            let page = reader.get(path).await;
            for word in words {
                page.shows(word);
            }
        };
        let page = reader.get(&planted.case).await;
        for word in &said {
            page.shows(word);
        }
        shows(&planted.dispatch, &DISPATCHED).await;
        shows(&planted.beside.target, &VISITED).await;
        shows(&planted.beside.case, &[WHERE]).await;
    }
    let keeper = house.browser(MANAGER).await;
    keeper.get(&planted.dispatch).await.shows(KNOWN[0]);
    keeper.get(&planted.beside.register).await.shows(KNOWN[1]);
    let mine = |case: &str| case.replace("/cases/", "/consultations/");
    own.get(&mine(&planted.beside.case)).await.shows(WHERE);
    let page = own.get(&mine(&planted.case)).await;
    for word in [ASKED[0].1, ASKED[2].1].iter().chain(&CLIENT) {
        page.shows(word);
    }
    for word in SAID.iter().chain(&VISITED) {
        page.hides(word);
    }
    let token = house.app.token(house.stranger, Scope::Read).await;
    let program = house.app.visitor().with_token(&token);
    let api = planted.case.replace("/cases/", "/api/v1/consultations/");
    program.get(&api).await.shows(ASKED[0].1);
}

/// The person asks for an expert to come; the page of it.
async fn dispatched(own: &Browser, mine: &str) -> String {
    let fields = [
        ("field", "founding"),
        ("place", DISPATCHED[0]),
        ("wish", DISPATCHED[1]),
        ("times", "2"),
        ("agreed", "on"),
    ];
    led(&own.post(&format!("{mine}/dispatches"), &fields).await);
    let page = own.get(mine).await;
    format!("/dispatches/{}", after(&page, "/dispatches/"))
}

/// How it went afterwards, and how it ended.
async fn ended(house: &House, expert: &Browser, case: &str) {
    let id = case.rsplit('/').next().unwrap().parse().unwrap();
    let planned = ::consultations::read::follow_ups_of(house.app.app.db.reader(), id);
    let first = planned.await.unwrap()[0].id;
    let note = [("note", SAID[9])];
    let path = format!("{case}/follow-ups/{first}");
    led(&expert.post(&path, &note).await);
    let path = format!("{case}/closing");
    let edition = input(&expert.get(&path).await, "edition");
    let fields = [
        ("edition", &*edition),
        ("outcome", "solved"),
        ("note", SAID[10]),
    ];
    led(&expert.post(&path, &fields).await);
}

/// A word in every field that those who handle the case write.
async fn written(expert: &Browser, case: &str, meeting: &str, agency: &str) {
    let post = async |path: String, fields: &[(&str, &str)]| {
        led(&expert.post(&format!("{case}/{path}"), fields).await);
    };
    let record = [
        ("edition", "0"),
        ("fields", "founding"),
        ("contact_minutes", "50"),
        ("preparation_minutes", "0"),
        ("said", SAID[0]),
        ("advice", SAID[1]),
        ("act", "finish"),
    ];
    post(format!("meetings/{meeting}/record"), &record).await;
    let corrections = format!("meetings/{meeting}/corrections");
    post(corrections, &[("correction", SAID[2])]).await;
    let sheet = [
        ("edition", "0"),
        ("strengths", SAID[3]),
        ("problems", SAID[4]),
        ("plan", SAID[5]),
    ];
    post("sheet".to_owned(), &sheet).await;
    for (what, owner) in [(SAID[6], "expert"), (CLIENT[0], "client")] {
        let action = [("what", what), ("owner", owner), ("due_on", "2026-12-25")];
        post("actions".to_owned(), &action).await;
    }
    let milestone = [
        ("kind", "opened"),
        ("reached_on", "2026-12-01"),
        ("evidence", SAID[7]),
    ];
    post("milestones".to_owned(), &milestone).await;
    let referral = [
        ("agency", agency),
        ("purpose", CLIENT[1]),
        ("items", CLIENT[2]),
        ("consented_on", "2026-12-10"),
        ("consent", "written"),
    ];
    post("referrals".to_owned(), &referral).await;
    let paper = format!("{}.pdf", SAID[8]);
    let path = format!("{case}/papers");
    led(&expert.post_papers(&path, &[], &[(&paper, PDF)]).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_in_a_consultation_is_read_by_nobody_else() {
    let house = House::open_to(&[Role::WardOfficer, Role::Expert, Role::Coordinator]).await;
    let own = house.app.signed_in(house.stranger).await;
    let planted = planted(&house, &own).await;
    found_by_their_readers(&house, &planted, &own).await;
    let mut leaks = Vec::new();
    for role in 0..ROLES.len() + 3 {
        let browser = house.browser(role).await;
        let knows = [MANAGER, COORDINATOR].contains(&role);
        let mut found = |path: &str, text: &str| {
            for (_, word) in text.match_indices(KEPT).map(|(at, _)| text.split_at(at)) {
                let word: String = word.chars().take(6).collect();
                if !(knows && KNOWN.contains(&&*word)) {
                    leaks.push(format!("{role} {path}: {word}"));
                }
            }
        };
        for path in &planted.addresses {
            found(path, &browser.get(path).await.text);
        }
        let all = rows();
        let asked = |route: &str| !(5..=6).contains(&role) || route.starts_with("/api/");
        let looked = all.iter().filter(|row| row.method == Method::GET);
        let mut files = BTreeSet::new();
        for row in looked.filter(|row| asked(row.route)) {
            let (path, answer) = house.look(row, role).await;
            found(&path, &answer.text);
            files.extend(offered(&path, &answer.text));
        }
        for path in files {
            found(&path, &browser.get(&path).await.text);
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    house.app.abandon().await;
}
