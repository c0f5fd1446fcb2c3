//! What every running product of the tests stands on.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use accounts::rules::SharedSecret;
use kernel::{Actor, Clock, Instant, Via};
use tokio::task::JoinHandle;
use views::Views;

use crate::PASSWORD;

/// The largest paper of the tests: small, so that one too large is quickly made.
pub(crate) const LARGEST_PAPER: u64 = 1_000_000;

/// The clock of a test: 14:20 on Tuesday, 8 December 2026.
pub fn ready() -> Clock {
    Clock::set_to(Instant::parse("2026-12-08T14:20:00+09:00").unwrap())
}

/// Templates are read once for all tests of a process.
pub(crate) fn views() -> Arc<Views> {
    static VIEWS: std::sync::OnceLock<Arc<Views>> = std::sync::OnceLock::new();
    Arc::clone(VIEWS.get_or_init(|| Arc::new(Views::new(None).unwrap())))
}

pub(crate) async fn password_hash() -> String {
    static HASH: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    HASH.get_or_init(async || accounts::password::hash(PASSWORD).await.unwrap())
        .await
        .clone()
}

/// What every device of the tests knows.
pub(crate) fn device() -> SharedSecret {
    SharedSecret::new(b"known to every test.".to_vec())
}

pub(crate) fn address() -> String {
    format!("person{}@demo.example", number())
}

fn number() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

pub(crate) fn system() -> Actor {
    Actor::system(Via::Cli)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the product runs beside the test"
)]
pub(crate) fn spawn<T: Send + 'static>(
    work: impl Future<Output = T> + Send + 'static,
) -> JoinHandle<T> {
    tokio::spawn(work)
}
