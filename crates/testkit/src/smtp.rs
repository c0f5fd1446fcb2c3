//! A mail server on a socket of this machine: it speaks real SMTP, with and without TLS, keeps
//! what it is given, and refuses when it is told to.

use std::{
    io,
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use mailin::{
    Action, AuthMechanism, Handler, Response, Session, SessionBuilder,
    response::{AUTH_OK, INVALID_CREDENTIALS, OK},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::ring, pki_types::PrivatePkcs8KeyDer},
};

use crate::folder;

/// The name in the server's certificate.
pub const HOST: &str = "localhost";

/// Who may sign in, and with which password.
pub const ACCOUNT: (&str, &str) = ("center", "見本の合言葉");

/// How the line is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Not at all; nobody signs in.
    Plain,
    /// By STARTTLS, then [`ACCOUNT`] must sign in.
    StartTls,
    /// From the first byte, then [`ACCOUNT`] must sign in.
    Tls,
}

/// A message the server took.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// From which envelope.
    pub from: String,
    /// To which mailboxes.
    pub to: Vec<String>,
    /// The message itself.
    pub message: Vec<u8>,
    /// Who had signed in.
    pub user: Option<String>,
}

/// What the server keeps, and what it says to the next recipients.
#[derive(Debug, Default)]
struct Desk {
    received: Vec<Received>,
    refusal: Option<u16>,
}

/// A running mail server; it is gone when it is dropped.
#[derive(Debug)]
pub struct MailServer {
    /// Its port on `localhost`.
    pub port: u16,
    /// A PEM file with its certificate.
    pub certificate: PathBuf,
    desk: Arc<Mutex<Desk>>,
    listening: JoinHandle<()>,
}

impl MailServer {
    /// Starts on a free port.
    pub async fn start(line: Line) -> io::Result<Self> {
        Self::start_at(line, 0).await
    }

    /// Starts on this port: a server that comes back.
    pub async fn start_at(line: Line, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let port = listener.local_addr()?.port();
        let (acceptor, pem) = certified()?;
        let certificate = folder::fresh("mail").join("certificate.pem");
        std::fs::write(&certificate, pem)?;
        let desk = Arc::<Mutex<Desk>>::default();
        let counter = Counter {
            line,
            acceptor,
            desk: Arc::clone(&desk),
        };
        let listening = spawn(counter.listen(listener));
        Ok(Self {
            port,
            certificate,
            desk,
            listening,
        })
    }

    /// What it took, first to last.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.desk).received.clone()
    }

    /// From now on answers every recipient with this code (450: not now, 550: never); `None`
    /// takes everything again.
    pub fn refuse(&self, code: Option<u16>) {
        lock(&self.desk).refusal = code;
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        // What is on the line hangs up with it: connections live in the listener's set.
        self.listening.abort();
        // A file left in the temporary folder is no reason to fail a test.
        drop(std::fs::remove_file(&self.certificate));
    }
}

/// What every connection shares.
#[derive(Clone)]
struct Counter {
    line: Line,
    acceptor: TlsAcceptor,
    desk: Arc<Mutex<Desk>>,
}

impl Counter {
    async fn listen(self, listener: TcpListener) {
        let mut lines = tokio::task::JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            let counter = self.clone();
            // A client that hangs up is no business of the server's.
            lines.spawn(async move { drop(counter.answer(stream).await) });
        }
    }

    async fn answer(self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut builder = SessionBuilder::new(HOST);
        if self.line != Line::Plain {
            builder.enable_start_tls().enable_auth(AuthMechanism::Plain);
        }
        let mut session = builder.build(
            IpAddr::V4(Ipv4Addr::LOCALHOST),
            Letterbox {
                desk: Arc::clone(&self.desk),
                open: Received::default(),
            },
        );
        let mut plain = BufReader::new(stream);
        if self.line != Line::Tls {
            greet(&mut plain, &session).await?;
            if talk(&mut plain, &mut session).await? == Action::Close {
                return Ok(());
            }
        }
        session.tls_active();
        let mut secret = BufReader::new(self.acceptor.accept(plain.into_inner()).await?);
        if self.line == Line::Tls {
            greet(&mut secret, &session).await?;
        }
        talk(&mut secret, &mut session).await?;
        secret.shutdown().await
    }
}

async fn greet(
    stream: &mut (impl AsyncWrite + Unpin),
    session: &Session<Letterbox>,
) -> io::Result<()> {
    stream.write_all(&session.greeting().buffer()?).await?;
    stream.flush().await
}

/// Answers line by line until the client hangs up or asks for TLS.
async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut BufReader<S>,
    session: &mut Session<Letterbox>,
) -> io::Result<Action> {
    let mut line = Vec::new();
    loop {
        line.clear();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(Action::Close);
        }
        let answer = session.process(&line);
        stream.write_all(&answer.buffer()?).await?;
        stream.flush().await?;
        if matches!(answer.action, Action::Close | Action::UpgradeTls) {
            return Ok(answer.action);
        }
    }
}

/// Takes the messages of one connection.
struct Letterbox {
    desk: Arc<Mutex<Desk>>,
    open: Received,
}

impl Handler for Letterbox {
    fn mail(&mut self, _: IpAddr, _: &str, from: &str) -> Response {
        self.open = Received {
            from: from.to_owned(),
            user: self.open.user.take(),
            ..Received::default()
        };
        OK
    }

    fn rcpt(&mut self, to: &str) -> Response {
        if let Some(code) = lock(&self.desk).refusal {
            return Response::custom(code, format!("{to} is not served now"));
        }
        self.open.to.push(to.to_owned());
        OK
    }

    fn data(&mut self, part: &[u8]) -> io::Result<()> {
        self.open.message.extend_from_slice(part);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        lock(&self.desk).received.push(self.open.clone());
        OK
    }

    fn auth_plain(&mut self, _: &str, user: &str, password: &str) -> Response {
        if (user, password) != ACCOUNT {
            return INVALID_CREDENTIALS;
        }
        self.open.user = Some(user.to_owned());
        AUTH_OK
    }
}

/// A certificate of its own for each server, and its PEM text.
fn certified() -> io::Result<(TlsAcceptor, String)> {
    let made = rcgen::generate_simple_self_signed([HOST.to_owned()]).map_err(io::Error::other)?;
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .map_err(io::Error::other)?;
    Ok((TlsAcceptor::from(Arc::new(config)), made.cert.pem()))
}

fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(
    clippy::disallowed_methods,
    reason = "a server in a test; dropping it ends it"
)]
fn spawn(listening: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
    tokio::spawn(listening)
}
