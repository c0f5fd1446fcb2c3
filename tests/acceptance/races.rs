//! 32 people want one hour at the same moment. One gets it, the others are told so in words.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    routing::post,
};
use bookings::refused::Refused;
use chrono::NaiveDate;
use kernel::{Actor, Clock, Db, DbOptions, Failed, Via, transact, violated_constraint};
use sea_orm::{ConnectionTrait, DbErr, Statement, Value};
use testkit::database::{self, Engine};
use tests::{Answer, Browser, TestApp, ready};
use tokio::{net::TcpListener, sync::Barrier, task::JoinSet};
use uuid::Uuid;

use crate::acts::{Form, Rows, program};

/// Who races.
const CLIENTS: usize = 32;
/// How often.
const ROUNDS: u32 = 50;

/// The slowest answer in a hundred may take so many times that of the same race on the bare route.
///
/// Without optimisation our own code is many times slower while the database is as quick as ever,
/// so that the figure says little (4 to 6 times on two busy cores); it still finds a race that has
/// become a queue of time-outs.
const SLOWER: f64 = if cfg!(debug_assertions) { 20.0 } else { 5.0 };

/// The hour of a round: five days of twelve hours.
fn hour(round: u32) -> (String, String, String) {
    let date = NaiveDate::from_ymd_opt(2026, 12, 15 + round / 12).unwrap();
    let from = 9 + round % 12;
    (
        date.to_string(),
        format!("{from}:00"),
        format!("{}:00", from + 1),
    )
}

/// One round: everybody begins at the same moment.
async fn round<F, T>(clients: &[Browser], ask: F) -> Vec<(Answer, Duration)>
where
    F: Fn(Browser) -> T,
    T: Future<Output = Answer> + Send + 'static,
{
    let start = Arc::new(Barrier::new(clients.len()));
    let mut running = JoinSet::new();
    for client in clients {
        let (start, asked) = (Arc::clone(&start), ask(client.clone()));
        running.spawn(async move {
            start.wait().await;
            let began = Instant::now();
            (asked.await, began.elapsed())
        });
    }
    running.join_all().await
}

/// So many successes, and every other answer a refusal that these words say.
#[track_caller]
fn win(answers: &[(Answer, Duration)], winners: usize, success: u16, words: &str) {
    let (won, lost): (Vec<&Answer>, Vec<&Answer>) = answers
        .iter()
        .map(|(answer, _)| answer)
        .partition(|answer| answer.status == success);
    for answer in lost {
        assert_eq!(answer.status, 409, "{}", answer.text);
        answer.shows(words);
    }
    assert_eq!(won.len(), winners);
}

/// How long answers took: the median and the slowest in a hundred.
#[derive(Debug)]
struct Took {
    p50: Duration,
    p99: Duration,
}

impl Took {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self {
            p50: times[times.len() / 2],
            p99: times[times.len() * 99 / 100],
        }
    }

    /// Says how it went, and fails when it is too slow beside the bare route.
    #[expect(clippy::print_stdout, reason = "the figures are looked at")]
    #[track_caller]
    fn beside(&self, bare: &Self, what: &str) {
        let times = self.p99.as_secs_f64() / bare.p99.as_secs_f64();
        let (p50, p99) = (self.p50, self.p99);
        println!("{what}: p50 {p50:?}, p99 {p99:?}; {times:.1} times the p99 of {bare:?}");
        assert!(times <= SLOWER, "{what}: {times:.1} times the bare route");
    }
}

/// What a booking takes of the database at the least: one durable transaction that locks the
/// resource's row and inserts the allocation.
struct Bare {
    db: Db,
    clock: Clock,
    resource: Uuid,
    hold: Uuid,
}

impl Bare {
    /// Opens it on a fresh database, with as many connections as the product has in tests.
    async fn serve(engine: Engine) -> String {
        let mut options = DbOptions::new(database::fresh(engine).await.unwrap());
        options.writers = 8;
        let bare = Self {
            db: Db::connect(&options).await.unwrap(),
            clock: ready(),
            resource: Uuid::from_u128(1),
            hold: Uuid::from_u128(2),
        };
        let db = bare.db.outside_transactions();
        for (sql, id) in [
            (
                "INSERT INTO resources (id, label) VALUES ($1, 'A')",
                bare.resource,
            ),
            (
                "INSERT INTO holds (id, kind, label, link, state)
                 VALUES ($1, 'booking', 'A', '/', 'confirmed')",
                bare.hold,
            ),
        ] {
            let row = Statement::from_sql_and_values(bare.db.backend(), sql, [id.into()]);
            db.execute_raw(row).await.unwrap();
        }
        let router = Router::new()
            .route("/{hour}", post(Self::take))
            .with_state(Arc::new(bare));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        beside(axum::serve(listener, router).into_future());
        address
    }

    async fn take(State(bare): State<Arc<Self>>, Path(hour): Path<i64>) -> StatusCode {
        let system = Actor::system(Via::Api);
        let taken = transact(&bare.db, system, &bare.clock, async |work| {
            let lock = if work.locks_rows() { " FOR UPDATE" } else { "" };
            let lock = format!("SELECT id FROM resources WHERE id = $1{lock}");
            let run = async |sql: String, values: Vec<Value>| {
                let backend = work.db().get_database_backend();
                let statement = Statement::from_sql_and_values(backend, sql, values);
                work.db().execute_raw(statement).await.map_err(refused)
            };
            run(lock, vec![bare.resource.into()]).await?;
            let insert = "INSERT INTO allocations
                (id, hold_id, state, resource_id, starts_at, ends_at)
                VALUES ($1, $2, 'confirmed', $3, $4, $5)";
            let id: Uuid = work.new_id();
            let ids = [id, bare.hold, bare.resource].map(Value::from);
            let times = [hour, hour + 1].map(|hour| Value::from(hour * 3_600_000_000));
            run(insert.to_owned(), ids.into_iter().chain(times).collect()).await
        });
        match taken.await {
            Ok(_) => StatusCode::CREATED,
            Err(Failed::Refused(_)) => StatusCode::CONFLICT,
            Err(Failed::Fault(_)) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// The database's own refusal of an overlap, and anything else.
fn refused(error: DbErr) -> Failed<Refused> {
    if violated_constraint(&error).as_deref() == Some("allocations_no_overlap") {
        Refused::Changed.into()
    } else {
        Failed::Fault(error.into())
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the bare route runs beside the test"
)]
fn beside<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) {
    drop(tokio::spawn(work));
}

/// The same race on the bare route, run round by round beside the product's, so that whatever else
/// the machine does slows both.
struct BareRace {
    clients: Vec<Browser>,
    times: Vec<Duration>,
}

impl BareRace {
    async fn begin(engine: Engine) -> Self {
        let address = Bare::serve(engine).await;
        let clients = (0..CLIENTS).map(|_| Browser::new(&address)).collect();
        let mut race = Self {
            clients,
            times: Vec::new(),
        };
        // The first round opens the lines.
        race.round(ROUNDS).await;
        race.times.clear();
        race
    }

    async fn round(&mut self, number: u32) {
        let answers = round(&self.clients, move |client| {
            let path = format!("/{number}");
            async move { client.post(&path, &[]).await }
        })
        .await;
        win(&answers, 1, 201, "");
        self.times.extend(answers.into_iter().map(|(_, took)| took));
    }
}

/// Only one race at a time is measured.
static MEASURING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

#[tokio::test(flavor = "multi_thread")]
async fn of_thirty_two_programs_one_books_and_the_others_are_told() {
    let _measuring = MEASURING.lock().await;
    for engine in Engine::BOTH {
        let mut bare = BareRace::begin(engine).await;
        let app = TestApp::start(engine).await;
        let mut clients = Vec::new();
        for _ in 0..CLIENTS {
            let client = program(&app).await;
            assert_eq!(client.get("/api/v1/bookings").await.status, 200);
            clients.push(client);
        }
        let mut times = Vec::new();
        for number in 0..ROUNDS {
            bare.round(number).await;
            let (date, from, until) = hour(number);
            let form = Form::new(app.fixture.room, &from, &until).with("date", &date);
            let wish = form.json();
            let answers = round(&clients, move |client| {
                let wish = wish.clone();
                async move { crate::acts::ask(&client, &wish).await }
            })
            .await;
            win(&answers, 1, 201, "/problems/slot-taken");
            times.extend(answers.into_iter().map(|(_, took)| took));
        }
        ended(&app).await;
        Took::of(times).beside(&Took::of(bare.times), &format!("API on {engine:?}"));
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_thirty_two_people_at_the_form_one_books_and_the_others_are_told() {
    let _measuring = MEASURING.lock().await;
    for engine in Engine::BOTH {
        let mut bare = BareRace::begin(engine).await;
        let app = TestApp::start(engine).await;
        let mut clients = Vec::new();
        for _ in 0..CLIENTS {
            let client = app.member("花子").await;
            assert_eq!(client.get("/mypage").await.status, 200);
            clients.push(client);
        }
        let mut times = Vec::new();
        for number in 0..ROUNDS {
            bare.round(number).await;
            let (date, from, until) = hour(number);
            let form = Form::new(app.fixture.room, &from, &until)
                .with("date", &date)
                .with("once", &format!("page {number}"));
            let answers = round(&clients, move |client| {
                let form = form.clone();
                async move { form.send(&client).await }
            })
            .await;
            win(&answers, 1, 303, "ほかの方が先に予約しました");
            times.extend(answers.into_iter().map(|(_, took)| took));
        }
        ended(&app).await;
        Took::of(times).beside(&Took::of(bare.times), &format!("form on {engine:?}"));
        app.finish().await;
    }
}

/// On PostgreSQL they waited for each other in a circle once: each held one desk's row and wanted
/// the next one's.
#[tokio::test(flavor = "multi_thread")]
async fn as_many_as_there_are_desks_have_any_desk_and_nobody_waits_in_a_circle() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let mut clients = Vec::new();
        for _ in 0..12 {
            clients.push(program(&app).await);
        }
        for number in 0..20 {
            let (date, from, until) = hour(number);
            let form = Form::new(app.fixture.desks, &from, &until).with("date", &date);
            let wish = form.json();
            let answers = round(&clients, move |client| {
                let wish = wish.clone();
                async move { crate::acts::ask(&client, &wish).await }
            })
            .await;
            win(&answers, 3, 201, "/problems/slot-taken");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

/// One booking a round, and one letter for each.
async fn ended(app: &TestApp) {
    let rows = Rows::of(app).await;
    assert_eq!(rows.bookings, u64::from(ROUNDS));
    assert_eq!(rows.allocations, u64::from(ROUNDS));
    app.run_tasks().await;
    assert_eq!(app.letters().len(), ROUNDS as usize);
}
