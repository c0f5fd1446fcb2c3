//! Every route of the house in one router, with what stands before them all.

pub mod documentation;
pub mod health;
pub mod metrics;
pub mod observed;

use std::time::Duration;

use axum::{Extension, Router, http::StatusCode, middleware};
use tower_http::timeout::TimeoutLayer;
use web::{App, Assets, Routes, guard};

use crate::demo;
pub use metrics::Metrics;

/// Every route: the table of who may see what is checked against this list.
pub fn routes() -> Routes {
    Routes::new()
        .and(portal::routes())
        .and(accounts::routes())
        .and(approvals::routes())
        .and(organisations::routes())
        .and(plans::routes())
        .and(surveys::routes())
        .and(bookings::routes())
        .and(consultations::routes())
        .and(seminars::routes())
        .and(lotteries::routes())
        .and(founders::routes())
        .and(fees::routes())
        .and(Assets::routes())
        .and(demo::routes())
        .and(documentation::routes())
        .and(health::routes())
        .and(metrics::routes())
}

/// The router that answers people; `limit` is how long one request may take.
///
/// From the inside: the handlers, the time limit, for whom somebody stands in, the guards, who is
/// asking, the headers, and
/// outermost the log and the figures, which see what was really answered.
pub fn router(app: &App, metrics: &Metrics, papers: &files::Store, limit: Duration) -> Router {
    let limited = routes()
        .into_router()
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            limit,
        ))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            approvals::standing_in,
        ))
        .layer(Extension(papers.clone()))
        .layer(Extension(metrics.clone()));
    let guarded = guard::guarded(limited, app).with_state(app.clone());
    let identified = accounts::identified(guarded, app).with_state(());
    guard::outermost(identified, app)
        .layer(middleware::from_fn_with_state(
            metrics.clone(),
            observed::observe,
        ))
        .with_state(app.clone())
}
