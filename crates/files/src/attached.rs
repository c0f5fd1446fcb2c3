//! A paper on its way back to someone who may see it.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use kernel::Fault;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{Store, entity::paper, rules};

/// What a paper may do in a browser that shows it after all: nothing.
const POLICY: &str = "default-src 'none'; sandbox";

/// A picture, to be shown within a page by everybody. Whether it is one, and for everybody, was decided
/// before.
pub async fn shown(store: &Store, paper: &paper::Model) -> Result<Response, Fault> {
    let content = store.content(&paper.digest).await?;
    let headers = [
        (header::CONTENT_TYPE, rules::media_type(paper.kind)),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    Ok((headers, content).into_response())
}

/// The paper, to be saved under its owner's name. Whether the asker may have it was decided before.
pub async fn attached(store: &Store, paper: &paper::Model) -> Result<Response, Fault> {
    let content = store.content(&paper.digest).await?;
    let name = utf8_percent_encode(&paper.name, NON_ALPHANUMERIC);
    // Browsers that do not know the second form call it "paper".
    let disposition = format!("attachment; filename=\"paper\"; filename*=UTF-8''{name}");
    let headers = [
        (
            header::CONTENT_TYPE,
            rules::media_type(paper.kind).to_owned(),
        ),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, content).into_response())
}
