//! The bare route that the product is measured by: what a booking takes of the database at the
//! least, and the same race on it.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    routing::post,
};
use bookings::refused::Refused;
use kernel::{Actor, Clock, Db, Failed, Via, transact, violated_constraint};
use sea_orm::{ConnectionTrait, DbErr, Statement, Value};
use testkit::database::{self, Engine};
use tests::{Browser, ready};
use tokio::net::TcpListener;
use uuid::Uuid;

use super::{CLIENTS, ROUNDS, round, win};

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
        let mut options = database::patient(database::fresh(engine).await.unwrap());
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
pub(super) struct BareRace {
    clients: Vec<Browser>,
    pub(super) times: Vec<Duration>,
}

impl BareRace {
    pub(super) async fn begin(engine: Engine) -> Self {
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

    pub(super) async fn round(&mut self, number: u32) {
        let answers = round(&self.clients, move |client| {
            let path = format!("/{number}");
            async move { client.post(&path, &[]).await }
        })
        .await;
        win(&answers, 1, 201, "");
        self.times.extend(answers.into_iter().map(|(_, took)| took));
    }
}
