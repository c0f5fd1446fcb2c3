//! The least that could be done: routes without a product around them, fixed for ever, so that
//! its figures can be compared over the years. No answer is kept.
//!
//! Reading: the session's row, the day's allocations, and a hand-written page of as many bytes as
//! the product's; or a week's allocations of one room, or thirty people whose key has a part in it.
//! Writing: one durable transaction that locks the resource and allocates it, once or for a year; or one
//! that takes a place of a seminar if there is one, and writes the row of who has it or waits.

use std::{fmt::Write, sync::Arc};

use axum::{
    Router,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use kernel::{Db, Secret};
use sea_orm::{DbBackend, sqlx};
use serde_json::Value;
use sqlx::{PgPool, SqlitePool};
use uuid::Uuid;

const HOUR: i64 = 3_600_000_000;

const SESSION: &str = "SELECT id, person_id, expires_at FROM sign_in_sessions WHERE digest = $1";

const DAY: &str = "SELECT resource_id, starts_at, ends_at FROM allocations \
    WHERE holding AND starts_at > $1 AND starts_at < $2 AND ends_at > $3";

const WEEK: &str = "SELECT resource_id, starts_at, ends_at FROM allocations \
    WHERE resource_id = $1 AND holding AND starts_at > $2 AND starts_at < $3 AND ends_at > $4";

const PEOPLE: &str = "SELECT id, family_name, given_name FROM people WHERE search_key LIKE $1 \
    ORDER BY search_key LIMIT 30";

const LOCK: &str = "SELECT id FROM resources WHERE id = $1 FOR UPDATE";

const TAKE: &str = "UPDATE seminars SET taken_here = taken_here + 1, last_number = last_number + 1 \
    WHERE id = $1 AND taken_here < here";

const DRAW: &str = "UPDATE seminars SET last_number = last_number + 1 WHERE id = $1";

const ENROL: &str = "INSERT INTO enrolments (id, seminar_id, person_id, number, turn, mode, state, \
    lapses, company, needs, made_at) SELECT $1, id, $2, last_number, last_number, 'here', $3, 0, '', \
    '', 0 FROM seminars WHERE id = $4";

const ALLOCATE: &str = "INSERT INTO allocations \
    (id, hold_id, state, resource_id, starts_at, ends_at) VALUES ($1, $2, 'confirmed', $3, $4, $5)";

/// What the bare routes know.
#[derive(Clone)]
pub(crate) struct Bare {
    db: Db,
    rooms: Arc<[Uuid]>,
    hold: Uuid,
    filling: Arc<str>,
}

/// A session: its id, its person, until when.
type Session = (Uuid, Uuid, i64);

/// A person: id, 姓, 名.
type Named = (Uuid, String, String);

/// What is occupied: which resource, from, until.
type Occupied = (Uuid, i64, i64);

impl Bare {
    /// On the same kind of pools as the product; pages are filled up to so many bytes.
    pub(crate) fn new(db: Db, rooms: Arc<[Uuid]>, hold: Uuid, bytes: usize) -> Self {
        Self {
            db,
            rooms,
            hold,
            filling: "-".repeat(bytes).into(),
        }
    }

    /// The routes.
    pub(crate) fn router(self) -> Router {
        Router::new()
            .route("/", get(day))
            .route("/", post(book))
            .route("/week", get(week))
            .route("/people", get(people))
            .route("/enrolments", post(enrol))
            .with_state(self)
    }

    async fn session(&self, digest: Vec<u8>) -> Result<Session, sqlx::Error> {
        match self.db.backend() {
            DbBackend::Postgres => {
                let question = sqlx::query_as(SESSION).bind(digest);
                question.fetch_one(self.postgres_reader()).await
            }
            _ => {
                let question = sqlx::query_as(SESSION).bind(digest);
                question.fetch_one(self.sqlite_reader()).await
            }
        }
    }

    async fn occupied(&self, from: i64, until: i64) -> Result<Vec<Occupied>, sqlx::Error> {
        let before = from - 24 * HOUR;
        match self.db.backend() {
            DbBackend::Postgres => {
                let question = sqlx::query_as(DAY).bind(before).bind(until).bind(from);
                question.fetch_all(self.postgres_reader()).await
            }
            _ => {
                let question = sqlx::query_as(DAY).bind(before).bind(until).bind(from);
                question.fetch_all(self.sqlite_reader()).await
            }
        }
    }

    async fn of_room(&self, room: Uuid, from: i64) -> Result<Vec<Occupied>, sqlx::Error> {
        let (before, until) = (from - 24 * HOUR, from + 7 * 24 * HOUR);
        match self.db.backend() {
            DbBackend::Postgres => {
                let question = sqlx::query_as(WEEK).bind(room).bind(before);
                let question = question.bind(until).bind(from);
                question.fetch_all(self.postgres_reader()).await
            }
            _ => {
                let question = sqlx::query_as(WEEK).bind(room).bind(before);
                let question = question.bind(until).bind(from);
                question.fetch_all(self.sqlite_reader()).await
            }
        }
    }

    async fn people(&self, asked: &str) -> Result<Vec<Named>, sqlx::Error> {
        let within = format!("%{asked}%");
        match self.db.backend() {
            DbBackend::Postgres => {
                let question = sqlx::query_as(PEOPLE).bind(within);
                question.fetch_all(self.postgres_reader()).await
            }
            _ => {
                let question = sqlx::query_as(PEOPLE).bind(within);
                question.fetch_all(self.sqlite_reader()).await
            }
        }
    }

    async fn allocate(&self, room: Uuid, spans: &[(i64, i64)]) -> Result<(), sqlx::Error> {
        match self.db.backend() {
            DbBackend::Postgres => {
                let pool: &PgPool = self
                    .db
                    .outside_transactions()
                    .get_postgres_connection_pool();
                let mut transaction = pool.begin().await?;
                let lock = sqlx::query(LOCK).bind(room);
                lock.fetch_one(&mut *transaction).await?;
                for (from, until) in spans {
                    let insert = sqlx::query(ALLOCATE).bind(id(room, *from)).bind(self.hold);
                    let insert = insert.bind(room).bind(from).bind(until);
                    insert.execute(&mut *transaction).await?;
                }
                transaction.commit().await
            }
            _ => {
                let pool: &SqlitePool = self.db.outside_transactions().get_sqlite_connection_pool();
                let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
                for (from, until) in spans {
                    let insert = sqlx::query(ALLOCATE).bind(id(room, *from)).bind(self.hold);
                    let insert = insert.bind(room).bind(from).bind(until);
                    insert.execute(&mut *transaction).await?;
                }
                transaction.commit().await
            }
        }
    }

    /// A place if there is one, else the wait for one; durably.
    async fn enrol(&self, seminar: Uuid, person: Uuid) -> Result<(), sqlx::Error> {
        macro_rules! enrol {
            ($transaction:ident) => {{
                let took = sqlx::query(TAKE).bind(seminar).execute(&mut *$transaction);
                let took = took.await?.rows_affected() == 1;
                if !took {
                    let draw = sqlx::query(DRAW).bind(seminar);
                    draw.execute(&mut *$transaction).await?;
                }
                let state = if took { "enrolled" } else { "waiting" };
                let insert = sqlx::query(ENROL).bind(Uuid::now_v7()).bind(person);
                let insert = insert.bind(state).bind(seminar);
                insert.execute(&mut *$transaction).await?;
                $transaction.commit().await
            }};
        }
        let db = self.db.outside_transactions();
        match self.db.backend() {
            DbBackend::Postgres => {
                let mut transaction = db.get_postgres_connection_pool().begin().await?;
                enrol!(transaction)
            }
            _ => {
                let pool: &SqlitePool = db.get_sqlite_connection_pool();
                let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
                enrol!(transaction)
            }
        }
    }

    /// A page filled up to as many bytes as the product's.
    fn filled(&self, mut page: String) -> Response {
        let filling = self.filling.get(page.len()..).unwrap_or_default();
        page.push_str(filling);
        Html(page).into_response()
    }

    fn postgres_reader(&self) -> &PgPool {
        self.db.reader().get_postgres_connection_pool()
    }

    fn sqlite_reader(&self) -> &SqlitePool {
        self.db.reader().get_sqlite_connection_pool()
    }
}

/// `GET /?from=`: a table of rooms and hours.
async fn day(State(bare): State<Bare>, asked: Query<Value>, headers: HeaderMap) -> Response {
    let secret = presented(&headers);
    let from = number(&asked, "from");
    let (_, person, _) = bare.session(Secret::digest_of(&secret)).await.unwrap();
    let occupied = bare.occupied(from, from + 24 * HOUR).await.unwrap();
    let mut page = String::with_capacity(bare.filling.len());
    write!(
        page,
        "<!doctype html><title>空き状況</title><p>{person}</p><table>"
    )
    .unwrap();
    for room in &*bare.rooms {
        write!(page, "<tr><th>{room}</th>").unwrap();
        for hour in 9..21 {
            let start = from + hour * HOUR;
            let taken = occupied.iter().any(|(resource, from, until)| {
                resource == room && *from < start + HOUR && *until > start
            });
            let word = if taken { "予約済" } else { "空き" };
            write!(page, "<td>{hour}:00 {word}</td>").unwrap();
        }
        page.push_str("</tr>");
    }
    page.push_str("</table>");
    bare.filled(page)
}

/// `GET /week?from=&room=`: one room over seven days.
async fn week(State(bare): State<Bare>, asked: Query<Value>, headers: HeaderMap) -> Response {
    let from = number(&asked, "from");
    let room = asked["room"].as_str().and_then(|room| room.parse().ok());
    let secret = presented(&headers);
    let (_, person, _) = bare.session(Secret::digest_of(&secret)).await.unwrap();
    let occupied = bare.of_room(room.unwrap_or_default(), from).await.unwrap();
    let mut page = format!("<!doctype html><title>空き状況</title><p>{person}</p><ul>");
    for (_, from, until) in occupied {
        write!(page, "<li>{from}〜{until}</li>").unwrap();
    }
    bare.filled(page)
}

/// `GET /people?q=`
async fn people(State(bare): State<Bare>, asked: Query<Value>, headers: HeaderMap) -> Response {
    let secret = presented(&headers);
    let (_, person, _) = bare.session(Secret::digest_of(&secret)).await.unwrap();
    let q = asked["q"].as_str().unwrap_or_default();
    let mut page = format!("<!doctype html><title>利用者</title><p>{person}</p><ul>");
    for (id, family, given) in bare.people(q).await.unwrap() {
        write!(page, "<li><a href=\"/{id}\">{family} {given}</a></li>").unwrap();
    }
    bare.filled(page)
}

/// `POST /?room=&from=&until=&weeks=`
async fn book(State(bare): State<Bare>, asked: Query<Value>) -> Response {
    let room = asked["room"].as_str().and_then(|room| room.parse().ok());
    let (from, until) = (number(&asked, "from"), number(&asked, "until"));
    let weeks = (0..number(&asked, "weeks").max(1)).map(|week| week * 7 * 24 * HOUR);
    let spans: Vec<(i64, i64)> = weeks.map(|on| (from + on, until + on)).collect();
    match bare.allocate(room.unwrap_or_default(), &spans).await {
        Ok(()) => Redirect::to("/done").into_response(),
        Err(error) => (StatusCode::CONFLICT, error.to_string()).into_response(),
    }
}

/// `POST /enrolments?seminar=&person=`
async fn enrol(State(bare): State<Bare>, asked: Query<Value>, headers: HeaderMap) -> Response {
    let id = |name: &str| asked[name].as_str().and_then(|id| id.parse().ok());
    let secret = presented(&headers);
    bare.session(Secret::digest_of(&secret)).await.unwrap();
    let (seminar, person) = (id("seminar"), id("person"));
    let enrolled = bare.enrol(seminar.unwrap_or_default(), person.unwrap_or_default());
    match enrolled.await {
        Ok(()) => Redirect::to("/done").into_response(),
        Err(error) => (StatusCode::CONFLICT, error.to_string()).into_response(),
    }
}

fn id(room: Uuid, from: i64) -> Uuid {
    Uuid::from_u64_pair(from.unsigned_abs(), room.as_u64_pair().1)
}

fn presented(headers: &HeaderMap) -> String {
    let cookie = headers[header::COOKIE].to_str().unwrap_or_default();
    cookie
        .split_once('=')
        .map_or(String::new(), |(_, secret)| secret.to_owned())
}

fn number(asked: &Query<Value>, name: &str) -> i64 {
    let text = asked[name].as_str().unwrap_or_default();
    text.parse().unwrap_or_default()
}
