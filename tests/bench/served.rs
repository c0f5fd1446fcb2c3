//! The product and the bare routes on one centre, in this process, and what clients ask of them.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::serve::ListenerExt;
use chrono::{Days, NaiveDate};
use kernel::{Clock, Db, DbOptions, Instant, Span};
use mail::{Memory, Way};
use server::{
    node::Node,
    router::Metrics,
    wiring::{self, Outlets},
};
use testkit::folder;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use views::Views;
use web::{App, Parts, Proxies, Site};

use crate::{
    bare::Bare,
    centre::Centre,
    load::{Line, Question},
};

/// What is being measured.
pub(crate) struct Served<'c> {
    centre: &'c Centre,
    product: SocketAddr,
    bare: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<Result<(), server::Failed>>,
    serving_bare: JoinHandle<std::io::Result<()>>,
}

impl<'c> Served<'c> {
    /// Starts both. Letters stay in the outbox: they are sent by another process or later.
    pub(crate) async fn start(centre: &'c Centre) -> Self {
        Self::start_on(centre, &centre.url).await
    }

    /// The same with the product's connections opened by this address.
    pub(crate) async fn start_on(centre: &'c Centre, url: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let product = listener.local_addr().unwrap();
        let app = App::new(Parts {
            db: connect(url).await,
            clock: Clock::machine(),
            views: Arc::new(Views::new(None).unwrap()),
            site: Site {
                public_url: format!("http://{product}"),
                secure: false,
                demo: false,
                proxies: Proxies::default(),
            },
        });
        wiring::name_the_centre(&app).await.unwrap();
        let outlets = Outlets {
            heads: folder::fresh("heads").join("heads.jsonl"),
            mail: mail::Settings {
                from: "センター <center@demo.example>".to_owned(),
                way: Way::Memory(Memory::new()),
            },
            papers: files::Store::new(folder::fresh("papers"), 10_000_000),
        };
        let metrics = Metrics::try_new(&[]).unwrap();
        let limit = Duration::from_secs(30);
        let node = Node::assembled(app, &metrics, limit, outlets).unwrap();
        let (stop, stopped) = oneshot::channel();
        let serving = tokio::spawn(node.serve(listener, false, async {
            drop(stopped.await);
        }));
        let page = Line::to(product).ask(&day_page(centre, product, 0));
        assert_eq!(page.status, 200);
        let (bare, serving_bare) = serve_bare(centre, page.body.len()).await;
        Self {
            centre,
            product,
            bare,
            stop,
            serving,
            serving_bare,
        }
    }

    /// The day page of all spaces, as a signed-in member's browser asks for it.
    pub(crate) fn day_page(&self) -> Question<'_> {
        Question {
            to: self.product,
            next: Box::new(|client| day_page(self.centre, self.product, client)),
            expected: 200,
        }
    }

    /// The same of the bare route.
    pub(crate) fn bare_page(&self) -> Question<'_> {
        let from = Span::day(day(self.centre)).from.micros();
        Question {
            to: self.bare,
            next: Box::new(move |client| {
                let secret = &self.centre.secrets[client];
                let path = format!("/?from={from}");
                request("GET", &path, self.bare, secret, "")
            }),
            expected: 200,
        }
    }

    /// A booking, as a signed-in member's browser sends the form.
    pub(crate) fn booking(&self) -> Question<'_> {
        Question {
            to: self.product,
            next: Box::new(|client| booking(self.centre, self.product, client)),
            expected: 303,
        }
    }

    /// The same of the bare route.
    pub(crate) fn bare_booking(&self) -> Question<'_> {
        Question {
            to: self.bare,
            next: Box::new(|client| {
                let (room, from, until) = self.centre.free_time();
                let room = self.centre.rooms[room].1;
                let (from, until) = (from.micros(), until.micros());
                let path = format!("/?room={room}&from={from}&until={until}");
                let secret = &self.centre.secrets[client];
                request("POST", &path, self.bare, secret, "")
            }),
            expected: 303,
        }
    }

    /// The centre that is measured.
    pub(crate) const fn centre(&self) -> &'c Centre {
        self.centre
    }

    /// Where the product answers.
    pub(crate) const fn product(&self) -> SocketAddr {
        self.product
    }

    /// Where the bare routes answer.
    pub(crate) const fn bare(&self) -> SocketAddr {
        self.bare
    }

    /// A request of the bare routes, as reception's browser sends it.
    pub(crate) fn ask_bare(&self, method: &str, path: &str) -> Vec<u8> {
        request(method, path, self.bare, &self.centre.staff, "")
    }

    /// A form that books an evening of every week for a year, as a member's browser sends it.
    pub(crate) fn series(&self) -> Vec<u8> {
        let form = form(self.centre, self.centre.free_evening());
        let body = format!("{form}&rhythm=weekly&times=52");
        let secret = &self.centre.secrets[0];
        request("POST", "/series", self.product, secret, &body)
    }

    /// The same of the bare route.
    pub(crate) fn bare_series(&self) -> Vec<u8> {
        let (room, from, until) = self.centre.free_evening();
        let room = self.centre.rooms[room].1;
        let (from, until) = (from.micros(), until.micros());
        let path = format!("/?room={room}&from={from}&until={until}&weeks=52");
        self.ask_bare("POST", &path)
    }

    /// Ends both.
    pub(crate) async fn stop(self) {
        self.stop.send(()).unwrap();
        self.serving.await.unwrap().unwrap();
        self.serving_bare.abort();
    }
}

/// A form that books a free half hour, as a browser sends it.
pub(crate) fn booking(centre: &Centre, to: SocketAddr, client: usize) -> Vec<u8> {
    let body = form(centre, centre.free_time());
    request("POST", "/bookings", to, &centre.secrets[client], &body)
}

/// The fields of a booking of this room and time.
fn form(centre: &Centre, (room, from, until): (usize, Instant, Instant)) -> String {
    let once = kernel::Secret::random();
    format!(
        "space_id={}&date={}&starts_at={}&ends_at={}&purpose=%E6%96%B0%E5%95%86%E5%93%81\
         &attendees=4&agree=yes&once={}",
        centre.rooms[room].0,
        from.date(),
        from.in_tokyo().format("%H%%3A%M"),
        until.in_tokyo().format("%H%%3A%M"),
        once.reveal(),
    )
}

/// The request for the day page of all spaces.
pub(crate) fn day_page(centre: &Centre, to: SocketAddr, client: usize) -> Vec<u8> {
    let path = format!("/availability?date={}", day(centre));
    request("GET", &path, to, &centre.secrets[client], "")
}

fn day(centre: &Centre) -> NaiveDate {
    centre.today + Days::new(30)
}

pub(crate) fn request(
    method: &str,
    path: &str,
    to: SocketAddr,
    secret: &str,
    body: &str,
) -> Vec<u8> {
    format!(
        "{method} {path} HTTP/1.1\r\nHost: {to}\r\nOrigin: http://{to}\r\n\
         Sec-Fetch-Site: same-origin\r\nAccept: text/html\r\nAccept-Language: ja\r\n\
         Cookie: shinko-session={secret}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

async fn serve_bare(
    centre: &Centre,
    bytes: usize,
) -> (SocketAddr, JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let listener = listener.tap_io(|stream| stream.set_nodelay(true).unwrap());
    let rooms = centre.rooms.iter().map(|(_, resource)| resource.0);
    let db = connect(&centre.url).await;
    let bare = Bare::new(db, rooms.collect(), centre.hold, bytes);
    let serving = axum::serve(listener, bare.router()).into_future();
    (address, tokio::spawn(serving))
}

async fn connect(url: &str) -> Db {
    Db::connect(&DbOptions::new(url)).await.unwrap()
}
