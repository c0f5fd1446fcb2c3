//! The power goes in the middle of the busiest hour. Nothing that was answered is lost.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use accounts::service::NewAccount;
use bookings::entity::{SpaceId, allocation, booking};
use chrono::{Datelike, NaiveDate, Weekday};
use kernel::{Actor, Clock, Db, DbOptions, Role, Via, transact};
use mail::entity::letter;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use testkit::{
    database::{self, Engine},
    folder,
};
use tests::{PASSWORD, open_centre};
use tokio::task::JoinSet;
use views::Lang;

/// How many programs book at once.
const CLIENTS: usize = 8;
/// After so many answers the power goes.
const ENOUGH: usize = 150;
/// Longer than the lease of a letter that was in flight.
const PATIENCE: Duration = Duration::from_secs(110);

/// The real program.
fn binary() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let path = here.parent().and_then(Path::parent).unwrap().join("shinko");
    let missing = "is not there: run `cargo build` first, as bin/test does";
    assert!(path.exists(), "{} {missing}", path.display());
    path
}

/// A centre on disk that the program is started on, again and again.
struct Centre {
    data: PathBuf,
    /// Empty for SQLite in the data folder.
    database_url: String,
}

impl Centre {
    /// The options that name it.
    fn options(&self) -> Vec<String> {
        let mut options = vec!["--data".to_owned(), self.data.display().to_string()];
        if !self.database_url.is_empty() {
            options.extend(["--database-url".to_owned(), self.database_url.clone()]);
        }
        options
    }

    /// Runs one command to its end; what it says.
    fn command(&self, arguments: &[&str]) -> String {
        let output = Command::new(binary())
            .args(arguments)
            .args(self.options())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said} {error}");
        said
    }

    async fn db(&self) -> Db {
        let file = format!("sqlite://{}?mode=rw", self.data.join("shinko.db").display());
        let url = match self.database_url.as_str() {
            "" => file,
            url => url.to_owned(),
        };
        Db::connect(&DbOptions::new(url)).await.unwrap()
    }

    /// Begins a centre with its spaces and the people who book; their tokens.
    async fn begin(&self) -> (SpaceId, Vec<String>) {
        self.command(&["migrate"]);
        let (db, clock) = (self.db().await, Clock::machine());
        let desks = open_centre(&db, &clock).await.desks;
        let hash = accounts::password::hash(PASSWORD).await.unwrap();
        for number in 0..CLIENTS {
            let new = NewAccount {
                family_name: "見本".to_owned(),
                given_name: "太郎".to_owned(),
                family_kana: "ミホン".to_owned(),
                given_kana: "タロウ".to_owned(),
                email: format!("taro{number}@demo.example"),
                telephone: String::new(),
                password_hash: hash.clone(),
                lang: Lang::Ja,
                roles: std::iter::empty::<Role>().collect(),
            };
            let system = Actor::system(Via::Cli);
            transact(&db, system, &clock, async |work| {
                accounts::service::open_account(work, new).await
            })
            .await
            .unwrap();
        }
        db.close().await.unwrap();
        let token = |number| {
            let email = format!("taro{number}@demo.example");
            let said = self.command(&["admin", "token", "--email", &email]);
            said.split_whitespace().last().unwrap().to_owned()
        };
        (desks, (0..CLIENTS).map(token).collect())
    }
}

/// The program, serving.
struct Running {
    child: Child,
    base: String,
}

impl Running {
    /// Starts it and waits until it is ready.
    async fn start(centre: &Centre) -> Self {
        let port = {
            let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
            free.local_addr().unwrap().port()
        };
        let listen = format!("127.0.0.1:{port}");
        let log = centre.data.join(format!("{port}.log"));
        let running = Self {
            child: Command::new(binary())
                .args(["serve", "--listen", &listen])
                .args(centre.options())
                .stdout(Stdio::null())
                .stderr(fs::File::create(log).unwrap())
                .spawn()
                .unwrap(),
            base: format!("http://{listen}"),
        };
        let readyz = format!("{}/readyz", running.base);
        for _ in 0..400 {
            let answer = reqwest::get(&readyz).await;
            if answer.is_ok_and(|answer| answer.status() == 200) {
                return running;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the program did not become ready");
    }

    /// As `kill -9` does: it gets no chance to tidy up.
    fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The wish with this number: three desks an hour, twelve hours a day, never on a Monday.
fn wish(desks: SpaceId, today: NaiveDate, number: u32) -> Value {
    let day = usize::try_from(number / 36).unwrap();
    let open = |date: &NaiveDate| date.weekday() != Weekday::Mon;
    let date = today.iter_days().skip(1).filter(open).nth(day).unwrap();
    let hour = 9 + number / 3 % 12;
    json!({
        "space_id": desks,
        "starts_at": format!("{date}T{hour:02}:00:00+09:00"),
        "ends_at": format!("{date}T{:02}:00:00+09:00", hour + 1),
        "purpose": purpose(number),
        "attendees": 1,
    })
}

fn purpose(number: u32) -> String {
    format!("予約 {number}")
}

/// What was answered 201: the number of the wish, and the booking.
type Answered = Arc<Mutex<Vec<(u32, String)>>>;

/// Books without pause until nobody answers any more.
async fn load(base: String, token: String, desks: SpaceId, next: Arc<AtomicU32>, kept: Answered) {
    let today = Clock::machine().now().date();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let request = http
            .post(format!("{base}/api/v1/bookings"))
            .bearer_auth(&token)
            .json(&wish(desks, today, number));
        let Ok(answer) = request.send().await else {
            return;
        };
        assert_eq!(answer.status(), 201);
        // An answer that breaks off was not answered.
        let Ok(made) = answer.json::<Value>().await else {
            return;
        };
        let id = made["id"].as_str().unwrap().to_owned();
        kept.lock().unwrap().push((number, id));
    }
}

/// Books under load, kills the program, and says what it had answered.
async fn until_the_power_goes(
    centre: &Centre,
    desks: SpaceId,
    tokens: &[String],
) -> Vec<(u32, String)> {
    let mut running = Running::start(centre).await;
    let (next, kept) = (Arc::new(AtomicU32::new(0)), Answered::default());
    let mut clients = JoinSet::new();
    for token in tokens {
        clients.spawn(load(
            running.base.clone(),
            token.clone(),
            desks,
            Arc::clone(&next),
            Arc::clone(&kept),
        ));
    }
    while kept.lock().unwrap().len() < ENOUGH {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    running.kill();
    clients.join_all().await;
    kept.lock().unwrap().clone()
}

/// Every booking that was answered is there once, and nothing is there by halves.
async fn nothing_is_lost(db: &Db, answered: &[(u32, String)]) -> BTreeSet<String> {
    let all = booking::Entity::find().all(db.reader()).await.unwrap();
    for (number, id) in answered {
        let words = purpose(*number);
        let found: Vec<_> = all.iter().filter(|one| one.purpose == words).collect();
        assert_eq!(found.len(), 1, "{words}");
        assert_eq!(found[0].id.to_string(), *id);
    }
    let allocated = allocation::Entity::find().count(db.reader()).await.unwrap();
    assert_eq!(allocated, all.len() as u64);
    // Beside them, at most what each client was still waiting for.
    assert!(all.len() <= answered.len() + CLIENTS, "{}", all.len());
    all.iter().map(|one| one.id.to_string()).collect()
}

/// Waits until no letter waits any more.
async fn letters_are_out(db: &Db) {
    let began = std::time::Instant::now();
    loop {
        let counts = mail::read::counts(db.reader()).await.unwrap();
        assert_eq!(counts.dead, 0);
        if counts.waiting == 0 {
            return;
        }
        assert!(
            began.elapsed() < PATIENCE,
            "{} letters wait",
            counts.waiting
        );
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

/// One letter for each booking, each in one file under its own Message-ID.
async fn each_has_its_letter(db: &Db, data: &Path, bookings: &BTreeSet<String>) {
    let rows = letter::Entity::find().all(db.reader()).await.unwrap();
    let told: Vec<String> = rows
        .iter()
        .filter(|row| row.template == "bookings/confirmed")
        .map(|row| {
            let facts: Value = serde_json::from_str(&row.facts).unwrap();
            facts["booking"]["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(told.len(), bookings.len());
    assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), *bookings);
    let mut files = 0;
    for entry in fs::read_dir(data.join("letters")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "eml") {
            files += 1;
        }
    }
    assert_eq!(files, rows.len());
    for row in rows {
        let file = data.join("letters").join(format!("{}.eml", row.id));
        let message = fs::read_to_string(&file).unwrap();
        assert!(
            message.contains(&format!("Message-ID: <{}@", row.id)),
            "{message}"
        );
    }
}

/// The whole drill.
async fn survive(centre: &Centre) {
    let (desks, tokens) = centre.begin().await;
    let answered = until_the_power_goes(centre, desks, &tokens).await;
    let mut running = Running::start(centre).await;
    let db = centre.db().await;
    let bookings = nothing_is_lost(&db, &answered).await;
    letters_are_out(&db).await;
    each_has_its_letter(&db, &centre.data, &bookings).await;
    db.close().await.unwrap();
    let said = centre.command(&["audit", "verify"]);
    assert!(!said.is_empty());
    let ready = reqwest::get(format!("{}/readyz", running.base))
        .await
        .unwrap();
    assert_eq!(ready.status(), 200);
    running.kill();
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_under_load_on_sqlite_nothing_answered_is_lost() {
    let centre = Centre {
        data: folder::fresh("sqlite"),
        database_url: String::new(),
    };
    survive(&centre).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_under_load_on_postgres_nothing_answered_is_lost() {
    let centre = Centre {
        data: folder::fresh("postgres"),
        database_url: database::fresh(Engine::Postgres).await.unwrap(),
    };
    survive(&centre).await;
}
