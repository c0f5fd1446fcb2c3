//! 32 people want one hour at the same moment. One gets it, the others are told so in words.

mod bare;
mod waiting;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};
use tokio::{sync::Barrier, task::JoinSet};

use self::bare::BareRace;
use crate::acts::{self, Form, Rows};

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

/// How they ask.
#[derive(Clone, Copy, Debug)]
enum Way {
    Api,
    Form,
}

impl Way {
    /// Someone new, whose line is open.
    async fn client(self, app: &TestApp) -> Browser {
        let (client, page) = match self {
            Self::Api => (acts::program(app).await, "/api/v1/bookings"),
            Self::Form => (app.member("花子").await, "/mypage"),
        };
        assert_eq!(client.get(page).await.status, 200);
        client
    }

    async fn ask(self, client: Browser, form: Form) -> Answer {
        match self {
            Self::Api => acts::ask(&client, &form.json()).await,
            Self::Form => form.send(&client).await,
        }
    }

    /// The status of whoever wins, and what the others are told.
    fn answers(self) -> (u16, &'static str) {
        match self {
            Self::Api => (201, "/problems/slot-taken"),
            Self::Form => (303, "ほかの方が先に予約しました"),
        }
    }
}

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

/// Only one race at a time is measured.
static MEASURING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Every round on both databases, each beside one on the bare route.
async fn race(way: Way) {
    let _measuring = MEASURING.lock().await;
    let (success, words) = way.answers();
    for engine in Engine::BOTH {
        let mut bare = BareRace::begin(engine).await;
        let app = TestApp::start(engine).await;
        let mut clients = Vec::new();
        for _ in 0..CLIENTS {
            clients.push(way.client(&app).await);
        }
        let mut times = Vec::new();
        for number in 0..ROUNDS {
            bare.round(number).await;
            let (date, from, until) = hour(number);
            let form = Form::new(app.fixture.room, &from, &until)
                .with("date", &date)
                .with("once", &format!("page {number}"));
            let answers = round(&clients, |client| way.ask(client, form.clone())).await;
            win(&answers, 1, success, words);
            times.extend(answers.into_iter().map(|(_, took)| took));
        }
        ended(&app).await;
        Took::of(times).beside(&Took::of(bare.times), &format!("{way:?} on {engine:?}"));
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

#[tokio::test(flavor = "multi_thread")]
async fn of_thirty_two_programs_one_books_and_the_others_are_told() {
    race(Way::Api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_thirty_two_people_at_the_form_one_books_and_the_others_are_told() {
    race(Way::Form).await;
}

/// On PostgreSQL they waited for each other in a circle once: each held one desk's row and wanted
/// the next one's.
#[tokio::test(flavor = "multi_thread")]
async fn as_many_as_there_are_desks_have_any_desk_and_nobody_waits_in_a_circle() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let mut clients = Vec::new();
        for _ in 0..12 {
            clients.push(Way::Api.client(&app).await);
        }
        for number in 0..20 {
            let (date, from, until) = hour(number);
            let form = Form::new(app.fixture.desks, &from, &until).with("date", &date);
            let answers = round(&clients, |client| Way::Api.ask(client, form.clone())).await;
            win(&answers, 3, 201, "/problems/slot-taken");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
