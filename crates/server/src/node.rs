//! One running `shinko`: its database, its pages, its background work. Tests run the same value.

use std::{future::Future, io, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, serve::ListenerExt};
use kernel::{Clock, Db, Fault};
use tasks::Worker;
use tokio::{net::TcpListener, sync::watch};
use views::Views;
use web::{App, Parts, Proxies, Site};

use crate::{
    Failed,
    folder::{Folder, Held},
    router::{self, Metrics},
    settings::Settings,
    wiring::{self, Outlets},
};

/// How long requests that have begun may take after the node was told to stop.
const PATIENCE: Duration = Duration::from_secs(20);

/// One process of the product.
pub struct Node {
    /// What its handlers see.
    pub app: App,
    /// What it does by itself.
    pub worker: Worker,
    /// What answers people.
    pub router: Router,
    held: Option<Held>,
}

impl Node {
    /// Opens everything the settings name; nothing runs yet.
    pub async fn open(settings: &Settings, clock: Clock, demo: bool) -> Result<Self, Failed> {
        let folder = Folder::open(&settings.data)?;
        let held = folder.share()?;
        let db = Db::connect(&settings.database()).await?;
        let app = App::new(Parts {
            db,
            clock,
            views: Arc::new(Views::new(settings.templates_dir.as_deref())?),
            site: Site {
                public_url: settings.public_url.clone(),
                secure: settings.is_secure(),
                demo,
                proxies: Proxies(settings.proxies.clone()),
            },
        });
        crate::folder::make(&settings.papers.folder)?;
        let outlets = Outlets::of(settings, &folder);
        let metrics = Metrics::try_new(&settings.metrics_from)?;
        let mut node = Self::assembled(app, &metrics, settings.request_limit, outlets)?;
        node.held = Some(held);
        Ok(node)
    }

    /// Puts a node together around an app: tests bring their own.
    pub fn assembled(
        app: App,
        metrics: &Metrics,
        request_limit: Duration,
        outlets: Outlets,
    ) -> Result<Self, Failed> {
        Ok(Self {
            router: router::router(&app, metrics, &outlets.papers, request_limit),
            worker: wiring::worker(&app, metrics, outlets)?,
            app,
            held: None,
        })
    }

    /// Reads again how every page names the centre.
    pub async fn refresh(&self) -> Result<(), Fault> {
        wiring::name_the_centre(&self.app).await
    }

    /// Answers people, and works in the background if asked to, until `shutdown`; then finishes
    /// what was begun and closes the database.
    pub async fn serve(
        self,
        listener: TcpListener,
        works: bool,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), Failed> {
        let started = works.then(|| self.worker.start());
        let served = answer(listener, self.router, shutdown).await;
        if let Some(started) = started {
            started.stop().await;
        }
        self.app.db.clone().close().await?;
        drop(self.held);
        served.map_err(|source| Failed::Io {
            what: "answering requests",
            place: self.app.site.public_url.clone(),
            source,
        })
    }

    /// Works in the background only, until `shutdown`.
    pub async fn work(self, shutdown: impl Future<Output = ()>) -> Result<(), Fault> {
        self.worker.run_until(shutdown).await;
        self.app.db.clone().close().await?;
        drop(self.held);
        Ok(())
    }
}

/// Answers until `shutdown`; then takes nothing new and lets what was begun finish, for a while.
async fn answer(
    listener: TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (stop, mut stopped) = watch::channel(false);
    let told = async move {
        shutdown.await;
        stop.send_replace(true);
    };
    // A small answer must not wait for a second packet that never comes.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its delay");
        }
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(told);
    let patience = async move {
        if stopped.wait_for(|stopped| *stopped).await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        done = serving => done,
        () = patience => {
            tracing::warn!("some requests did not finish in time and were cut off");
            Ok(())
        }
    }
}

/// When the machine or a person tells the process to end: SIGTERM, or Ctrl-C.
pub async fn told_to_end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        };
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
