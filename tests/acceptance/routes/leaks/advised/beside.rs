//! What is said around a consultation: at a visit that became one, where they meet, why a dispatch was
//! approved, and with whom an expert has ties.

use tests::Browser;

use super::super::super::house::House;
use crate::{
    acts::input,
    consultations::{after, led},
};

/// What was seen at a visit that became a case of which few may know: of who goes there, and of those
/// who read that case.
pub(super) const VISITED: [&str; 4] = [
    "翡翠の代表子",
    "翡翠の現状丑",
    "翡翠の願い寅",
    "翡翠の次回卯",
];
/// Where that case meets: of the person as well.
pub(super) const WHERE: &str = "翡翠の入口辰";
/// Why the manager approved a dispatch, and the ties of an expert: of the manager and coordinators.
pub(super) const KNOWN: [&str; 2] = ["翡翠の理由巳", "翡翠の関係午"];

/// The visit, its case, and their addresses.
pub(super) struct Beside {
    pub(super) target: String,
    pub(super) case: String,
    pub(super) register: String,
    pub(super) addresses: Vec<String>,
}

/// A visit of the expert becomes a case that the lead leads, with a meeting to come.
pub(super) async fn planted(house: &House, lead: &Browser, expert: &Browser, id: &str) -> Beside {
    let target = visited(lead, expert).await;
    let case = connected(house, lead, &target).await;
    let edition = input(&lead.get(&case).await, "edition");
    let given = [("edition", &*edition), ("expert", id)];
    led(&lead.post(&format!("{case}/experts"), &given).await);
    let place = format!("https://example.jp/{WHERE}");
    let meeting = [
        ("expert", id),
        ("mode", "online"),
        ("day", "2026-12-17"),
        ("time", "13:00"),
        ("link", &*place),
    ];
    led(&lead.post(&format!("{case}/meetings"), &meeting).await);
    let register = format!("/counter/experts/{id}");
    tied(lead, &register).await;
    let campaign = lead.get(&target).await;
    let campaign = format!("/visits/{}", after(&campaign, "href=\"/visits/"));
    let mut addresses = vec![
        target.clone(),
        format!("{target}/case"),
        campaign.clone(),
        format!("{campaign}?as=csv"),
        "/visits/mine".to_owned(),
        "/visits/figures".to_owned(),
        case.clone(),
        case.replace("/cases/", "/consultations/"),
        case.replace("/cases/", "/api/v1/consultations/"),
        "/meetings?date=2026-12-17".to_owned(),
        "/counter?date=2026-12-17".to_owned(),
        register.clone(),
    ];
    for part in ["edit", "handover"] {
        addresses.push(format!("{register}/{part}"));
    }
    Beside {
        target,
        case,
        register,
        addresses,
    }
}

/// The manager approves a dispatch, with a note.
pub(super) async fn approved(manager: &Browser, dispatch: &str) {
    let edition = input(&manager.get(dispatch).await, "edition");
    let fields = [("edition", &*edition), ("times", "1"), ("note", KNOWN[0])];
    led(&manager.post(&format!("{dispatch}/approval"), &fields).await);
}

async fn visited(lead: &Browser, expert: &Browser) -> String {
    let fields = [
        ("name", "全事業所訪問"),
        ("purpose", "困りごとをうかがう"),
        ("starts_on", "2026-12-01"),
        ("ends_on", "2027-02-28"),
    ];
    let campaign = led(&lead.post("/visits", &fields).await);
    let fields = [("company", "見本商店"), ("address", "見本町1丁目")];
    led(&lead.post(&format!("{campaign}/targets"), &fields).await);
    let page = lead.get(&campaign).await;
    let chosen = input(&page, "targets");
    let to = expert.person.unwrap().to_string();
    let fields = [("targets", &*chosen), ("to", &*to)];
    led(&lead.post(&format!("{campaign}/assignment"), &fields).await);
    let target = format!("/visit-targets/{}", chosen.split('@').next().unwrap());
    let sheet = [
        ("once", "1"),
        ("result", "visited"),
        ("day", "2026-12-08"),
        ("time", "08:30"),
        ("met", VISITED[0]),
        ("situation", VISITED[1]),
        ("needs", "succession"),
        ("wishes", VISITED[2]),
        ("next_step", VISITED[3]),
    ];
    led(&expert.post(&format!("{target}/sheets"), &sheet).await);
    target
}

async fn connected(house: &House, lead: &Browser, target: &str) -> String {
    let person = house.stranger.to_string();
    let fields = [
        ("person", &*person),
        ("company", "見本商店"),
        ("fields", "succession"),
        ("about", "承継のこと"),
        ("stage", "company"),
        ("industry", "retail"),
        ("in_ward", "yes"),
        ("mode", "visit"),
        ("consult_in", "ja"),
        ("times", "平日"),
        ("agreed", "on"),
    ];
    led(&lead.post(&format!("{target}/case"), &fields).await)
}

/// The expert has ties that keep them from some businesses.
async fn tied(keeper: &Browser, register: &str) {
    let edition = input(&keeper.get(&format!("{register}/edit")).await, "edition");
    let fields = [
        ("edition", &*edition),
        ("qualifications", "中小企業診断士"),
        ("introduction", "創業を手伝っています。"),
        ("fields", "founding"),
        ("fields", "succession"),
        ("languages", "ja"),
        ("shown", "on"),
        ("caseload", "20"),
        ("honorarium_yen", "10,000"),
        ("signed_on", "2026-04-01"),
        ("conflicts", KNOWN[1]),
    ];
    led(&keeper.post(register, &fields).await);
}
