//! The thing an address names.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::{App, Error};

/// The identifier in an address; what cannot be one names nothing: 404.
#[derive(Clone, Copy, Debug)]
pub struct Id<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Id<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        Path::<T>::from_request_parts(parts, app)
            .await
            .map(|Path(id)| Self(id))
            .map_err(|_unreadable| Error::not_found())
    }
}
