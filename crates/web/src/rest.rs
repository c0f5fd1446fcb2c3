//! The rest of a body that nobody wanted. A browser that still sends does not read our answer: who
//! hands in too much, or after their session ended, would see a broken connection instead of why it
//! is refused.

use std::{
    future::poll_fn,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    middleware::Next,
    response::Response,
};
use http_body::{Frame, SizeHint};

/// So many bytes are read and thrown away; whoever sends more is cut off.
const READ_ON: usize = 64 * 1024 * 1024;

/// A body that can be read on after a handler gave it up.
#[derive(Clone)]
struct Shared(Arc<Mutex<Body>>);

impl Shared {
    fn read<T>(&self, ask: impl FnOnce(&mut Body) -> T) -> T {
        ask(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn next(&self, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.read(|body| Pin::new(body).poll_frame(context))
    }
}

impl HttpBody for Shared {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.next(context)
    }

    fn is_end_stream(&self) -> bool {
        self.read(|body| body.is_end_stream())
    }

    fn size_hint(&self) -> SizeHint {
        self.read(|body| body.size_hint())
    }
}

/// Reads what a handler left unread, as far as is bearable, before its answer goes out.
pub(crate) async fn read_on(request: Request, next: Next) -> Response {
    if request.body().size_hint().upper() == Some(0) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let body = Shared(Arc::new(Mutex::new(body)));
    let rest = body.clone();
    let response = next.run(Request::from_parts(parts, Body::new(body))).await;
    let mut left = READ_ON;
    while let Some(Ok(frame)) = poll_fn(|context| rest.next(context)).await {
        let read = frame.data_ref().map_or(0, Bytes::len);
        match left.checked_sub(read) {
            Some(less) => left = less,
            None => break,
        }
    }
    response
}
