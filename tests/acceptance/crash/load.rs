//! The busiest hour: programs that book without pause until the power goes.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use bookings::entity::SpaceId;
use chrono::{Datelike, NaiveDate, Weekday};
use kernel::Clock;
use serde_json::{Value, json};
use tokio::{sync::mpsc, task::JoinSet};

use super::{Centre, Running};

/// After so many answers the power goes.
const ENOUGH: usize = 150;

/// How long the answers may take.
const PATIENCE: Duration = Duration::from_mins(1);

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

pub(super) fn purpose(number: u32) -> String {
    format!("予約 {number}")
}

/// What was answered 201: the number of the wish, and the booking.
pub(super) type Answered = (u32, String);

/// Books without pause until nobody answers any more.
async fn load(
    base: String,
    token: String,
    desks: SpaceId,
    next: Arc<AtomicU32>,
    answered: mpsc::UnboundedSender<Answered>,
) {
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
        answered.send((number, id)).unwrap();
    }
}

/// Books under load, kills the program, and says what it had answered.
pub(super) async fn until_the_power_goes(
    centre: &Centre,
    desks: SpaceId,
    tokens: &[String],
) -> Vec<Answered> {
    let mut running = Running::start(centre).await;
    let next = Arc::new(AtomicU32::new(0));
    let (answered, mut answers) = mpsc::unbounded_channel();
    let mut clients = JoinSet::new();
    for token in tokens {
        clients.spawn(load(
            running.base.clone(),
            token.clone(),
            desks,
            Arc::clone(&next),
            answered.clone(),
        ));
    }
    drop(answered);
    let mut kept = Vec::new();
    while kept.len() < ENOUGH {
        let answer = tokio::time::timeout(PATIENCE, answers.recv()).await;
        kept.push(answer.unwrap().unwrap());
    }
    running.kill();
    clients.join_all().await;
    while let Some(answer) = answers.recv().await {
        kept.push(answer);
    }
    kept
}
