//! Consultations: from the first question to the outcome, and who reads what of it.

mod asked_times;
mod before_triage;
mod beyond;
mod cycle;
mod desks;
mod dispatch;
mod erased;
mod figures;
mod guests;
mod kept;
mod late;
mod leaving;
mod programs;
mod race;
mod seen;
mod settled;
mod terms;
mod typing;
mod visits;
mod withheld;

use kernel::{Actor, Instant, Role, Via, transact};
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::acts::input;

/// What somebody asks.
pub(crate) const ASKS: [(&str, &str); 10] = [
    ("fields", "founding"),
    ("about", "焼き菓子の店を開きたい。"),
    ("stage", "preparing"),
    ("industry", "retail"),
    ("employees", "1"),
    ("in_ward", "yes"),
    ("mode", "centre"),
    ("consult_in", "ja"),
    ("times", "平日の午後"),
    ("agreed", "on"),
];

/// A centre where somebody advises.
pub(crate) struct Advised {
    pub(crate) app: TestApp,
    pub(crate) coordinator: Browser,
    pub(crate) expert: Browser,
    /// The expert's identifier.
    pub(crate) id: String,
}

impl Advised {
    pub(crate) async fn open(engine: Engine) -> Self {
        let app = TestApp::start(engine).await;
        set_up_surveys(&app).await;
        let coordinator = app.someone("調整", &[Role::Coordinator]).await;
        let rooms = [("rooms", &*app.fixture.room.to_string())];
        led(&coordinator.post("/counter/experts/rooms", &rooms).await);
        let (expert, id) = advises(&app, &coordinator, "助言").await;
        Self {
            app,
            coordinator,
            expert,
            id,
        }
    }

    /// A time the day after tomorrow, 13:00 to 14:00 is the first, as forms name it.
    pub(crate) fn time(&self, hour: u32) -> String {
        slot(&self.id, hour)
    }

    /// The path of the case that somebody asked, as staff see it.
    pub(crate) async fn asks(&self, who: &Browser, chosen: &str) -> String {
        let mut fields = ASKS.to_vec();
        fields.extend([("chosen", chosen), ("act", "send")]);
        let asked = led(&who.post("/consultations", &fields).await);
        asked.replace("/consultations/", "/cases/")
    }

    /// It is a time of 10 December; who works here signs in again.
    pub(crate) async fn at(&mut self, hour: u32, minute: u32) {
        let text = format!("2026-12-10T{hour:02}:{minute:02}:00+09:00");
        self.app.clock.move_to(Instant::parse(&text).unwrap());
        for browser in [&mut self.coordinator, &mut self.expert] {
            *browser = self.app.signed_in(browser.person.unwrap()).await;
        }
    }

    /// The coordinator gives the case to the expert.
    pub(crate) async fn assigns(&self, case: &str) {
        let edition = input(&self.coordinator.get(case).await, "edition");
        let fields = [("edition", &*edition), ("expert", &self.id)];
        led(&self
            .coordinator
            .post(&format!("{case}/experts"), &fields)
            .await);
    }
}

/// People are asked afterwards, as in every centre.
async fn set_up_surveys(app: &TestApp) {
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        for draft in surveys::samples::first() {
            surveys::service::set_up(work, &draft).await?;
        }
        Ok::<_, kernel::Failed<surveys::Refused>>(())
    })
    .await
    .unwrap();
}

/// A time on 10 December with an expert, as forms name it.
pub(crate) fn slot(expert: &str, hour: u32) -> String {
    format!("{expert}@2026-12-10T{hour:02}:00:00+09:00")
}

/// Somebody new who advises on founding on Thursday afternoons; their browser and identifier.
pub(crate) async fn advises(app: &TestApp, keeper: &Browser, name: &str) -> (Browser, String) {
    let expert = app.someone(name, &[Role::Expert]).await;
    let person = expert.person.unwrap().to_string();
    let fields = [
        ("person", person.as_str()),
        ("qualifications", "中小企業診断士"),
        ("introduction", "創業を手伝っています。"),
        ("fields", "founding"),
        ("fields", "succession"),
        ("languages", "ja"),
        ("shown", "on"),
        ("caseload", "20"),
        ("honorarium_yen", "10,000"),
        ("signed_on", "2026-04-01"),
    ];
    let path = led(&keeper.post("/counter/experts", &fields).await);
    let hours = [
        ("weekday", "4"),
        ("from", "13:00"),
        ("until", "17:00"),
        ("modes", "centre"),
        ("modes", "online"),
        ("valid_from", "2026-04-01"),
    ];
    led(&keeper.post(&format!("{path}/hours"), &hours).await);
    let id = path.rsplit('/').next().unwrap().to_owned();
    (expert, id)
}

/// Where an answer leads.
#[track_caller]
pub(crate) fn led(made: &Answer) -> String {
    assert_eq!(made.status, 303, "{}", made.text);
    made.location.clone()
}

/// The first identifier after this part of an address on a page.
pub(crate) fn after(page: &Answer, part: &str) -> String {
    let found = page.text.split(part).skip(1);
    let mut ids = found.map(|rest| rest.chars().take(36).collect::<String>());
    ids.find(|id| id.parse::<uuid::Uuid>().is_ok()).unwrap()
}
