//! Figures for Prometheus: how many requests, how long they took, what is waiting.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use ::metrics::{counter, gauge, histogram, with_local_recorder};
use axum::{
    Extension,
    extract::{ConnectInfo, State},
    http::{HeaderMap, header},
    response::IntoResponse,
};
use kernel::{Fault, events};
use metrics_exporter_prometheus::{
    BuildError, Matcher, PrometheusBuilder, PrometheusHandle, PrometheusRecorder,
};
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use web::{App, Error, Routes};

/// Upper bounds of the classes in which durations are counted, in seconds.
const CLASSES: &[f64] = &[
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];

/// The figures of one node. Cheap to clone.
#[derive(Clone)]
pub struct Metrics {
    recorder: Arc<PrometheusRecorder>,
    handle: PrometheusHandle,
    readers: Arc<[IpAddr]>,
}

impl Metrics {
    /// Figures that these addresses may read.
    pub fn try_new(readers: &[IpAddr]) -> Result<Self, Fault> {
        let broken = |error: BuildError| Fault::broken("preparing the metrics", error);
        let matcher = Matcher::Full("http_request_duration_seconds".to_owned());
        let recorder = PrometheusBuilder::new()
            .set_buckets_for_metric(matcher, CLASSES)
            .map_err(broken)?
            .build_recorder();
        Ok(Self {
            handle: recorder.handle(),
            recorder: Arc::new(recorder),
            readers: readers.into(),
        })
    }

    /// Counts one answered request.
    pub fn answered(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        with_local_recorder(&*self.recorder, || {
            let labels = [
                ("method", method.to_owned()),
                ("route", route.to_owned()),
                ("status", status.to_string()),
            ];
            counter!("http_requests_total", &labels).increment(1);
            histogram!("http_request_duration_seconds", &labels).record(took);
        });
    }

    /// Sorts what was observed into its classes; without it they grow until somebody reads.
    pub fn settle(&self) {
        self.handle.run_upkeep();
    }

    fn set(&self, name: &'static str, value: f64) {
        with_local_recorder(&*self.recorder, || gauge!(name).set(value));
    }

    /// A proxy speaks for the whole world, so what it passes on is not answered.
    fn may_read(&self, peer: IpAddr, headers: &HeaderMap) -> bool {
        let passed_on = headers.contains_key("x-forwarded-for")
            || headers.contains_key(header::FORWARDED)
            || headers.contains_key("x-real-ip");
        self.readers.contains(&peer.to_canonical()) && !passed_on
    }
}

/// `/metrics`.
pub fn routes() -> Routes {
    Routes::new().get("/metrics", show)
}

async fn show(
    State(app): State<App>,
    Extension(metrics): Extension<Metrics>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Error> {
    if !metrics.may_read(peer.ip(), &headers) {
        return Err(Error::not_found());
    }
    let reached = measure(&app, &metrics).await;
    if let Err(fault) = &reached {
        tracing::debug!(%fault, "the database could not be measured");
    }
    metrics.set("shinko_database_up", f64::from(u8::from(reached.is_ok())));
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4")];
    Ok((kind, metrics.handle.render()))
}

/// What is waiting, as the database knows it.
async fn measure(app: &App, metrics: &Metrics) -> Result<(), Fault> {
    let letters = mail::read::counts(app.db.reader()).await?;
    metrics.set("shinko_letters_waiting", count(letters.waiting));
    metrics.set("shinko_letters_dead", count(letters.dead));
    let oldest = events::Entity::find()
        .filter(events::COLUMN.seal.is_null())
        .order_by_asc(events::COLUMN.at)
        .limit(1)
        .one(app.db.reader())
        .await?;
    let age = oldest.map_or(0, |event| {
        (app.clock.now() - event.at).num_milliseconds().max(0)
    });
    let seconds = Duration::from_millis(age.unsigned_abs()).as_secs_f64();
    metrics.set("shinko_unsealed_events_age_seconds", seconds);
    Ok(())
}

fn count(letters: u64) -> f64 {
    f64::from(u32::try_from(letters).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_named_read_and_only_directly() {
        let metrics = Metrics::try_new(&["127.0.0.1".parse().unwrap()]).unwrap();
        for (peer, header, expected) in [
            ("127.0.0.1", None, true),
            ("::ffff:127.0.0.1", None, true),
            ("127.0.0.1", Some("x-forwarded-for"), false),
            ("127.0.0.1", Some("forwarded"), false),
            ("203.0.113.7", None, false),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(name) = header {
                headers.insert(name, "203.0.113.7".parse().unwrap());
            }
            let may = metrics.may_read(peer.parse().unwrap(), &headers);
            assert_eq!(may, expected, "{peer} {header:?}");
        }
    }

    #[test]
    fn requests_are_counted_by_route_and_status() {
        let metrics = Metrics::try_new(&[]).unwrap();
        metrics.answered("GET", "/spaces/{id}", 200, Duration::from_millis(3));
        metrics.settle();
        let text = metrics.handle.render();
        for line in [
            "http_requests_total{method=\"GET\",route=\"/spaces/{id}\",status=\"200\"} 1",
            "le=\"0.0025\"} 0",
            "le=\"0.005\"} 1",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
    }
}
