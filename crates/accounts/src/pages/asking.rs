//! Asking for a letter with a link.

use axum::response::Response;
use kernel::{Failed, Work, transact};
use serde_json::json;
use web::{Error, Page, Typed};

use crate::Refused;

/// Asks for a letter, and leads to the page that says where to look for it: the same for every
/// address, known or not. Refused, the form comes back.
pub(super) async fn ask(
    page: &Page,
    form: &str,
    typed: &Typed,
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<(), Failed<Refused>>,
    sent: &str,
) -> Result<Response, Error> {
    match transact(&page.app.db, page.actor(), &page.app.clock, verb).await {
        Ok(()) => Ok(page.go(sent)),
        Err(refused) => page.refused(refused.into(), form, &json!({}), typed),
    }
}
