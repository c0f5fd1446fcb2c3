//! Through a mail server, over connections that are kept for the next letter.

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{
        Error,
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
        response::Category,
    },
};

use super::{PATIENCE, Unsent};
use crate::{Security, SmtpServer, Wrong};

pub(super) type Line = AsyncSmtpTransport<Tokio1Executor>;

/// The line to this server; it connects with the first letter.
pub(super) fn line(server: SmtpServer) -> Result<Line, Wrong> {
    let tls = match server.security {
        Security::None => Tls::None,
        Security::StartTls => Tls::Required(parameters(&server)?),
        Security::Tls => Tls::Wrapper(parameters(&server)?),
    };
    let mut line = Line::builder_dangerous(server.host)
        .port(server.port)
        .tls(tls)
        .timeout(Some(PATIENCE));
    if !server.user.is_empty() {
        line = line.credentials(Credentials::new(server.user, server.password));
    }
    Ok(line.build())
}

pub(super) async fn send(line: &Line, message: &Message) -> Result<(), Unsent> {
    // The envelope is copied, because lettre's own `send` wants the whole message.
    line.send_raw(message.envelope(), &message.formatted())
        .await?;
    Ok(())
}

/// Whether the server refused to let us in (530, 534, 535, 538), whatever the letter.
pub(super) fn is_about_us(error: &Error) -> bool {
    error
        .status()
        .is_some_and(|code| code.category == Category::Unspecified3)
}

fn parameters(server: &SmtpServer) -> Result<TlsParameters, Wrong> {
    let mut tls = TlsParameters::builder(server.host.clone());
    if let Some(path) = &server.root_certificate {
        let pem = std::fs::read(path).map_err(Wrong::RootCertificate)?;
        tls = tls.add_root_certificate(Certificate::from_pem(&pem).map_err(Wrong::Tls)?);
    }
    tls.build().map_err(Wrong::Tls)
}
