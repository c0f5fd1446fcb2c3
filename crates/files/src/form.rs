//! A form that papers come with, as a browser sends it (`multipart/form-data`).

use axum::{
    extract::{
        DefaultBodyLimit, FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{StatusCode, header},
};
use kernel::{Fault, Instant};
use web::{App, Error, Typed, Viewer};

use crate::{Handed, Refused, Store, rules::MOST_PAPERS};

/// What may be typed beside the papers, in bytes: as much as in a form without any.
const LARGEST_TEXT: usize = 2 * 1024 * 1024;
/// So many fields at most.
const MOST_FIELDS: usize = 200;

/// A form with papers. When one paper is refused, the rest of the form is still there, so that it
/// can be shown again.
pub struct Form {
    /// What was typed.
    pub typed: Typed,
    papers: Vec<Named>,
}

/// A paper by the name of its field, or why it is not taken.
pub type Named = (String, Result<Handed, Refused>);

impl Form {
    /// The papers, all of them good, or why one is not.
    pub fn papers(self) -> Result<Vec<Handed>, Refused> {
        let papers = self.papers.into_iter().map(|(_, paper)| paper);
        papers.collect()
    }

    /// Each paper by its field, for forms that ask for several different ones.
    pub fn named(self) -> Vec<Named> {
        self.papers
    }
}

/// A form that comes with papers from people the centre knows, and as any other form from everybody.
pub struct Mixed(pub Form);

impl FromRequest<App> for Mixed {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            return Form::from_request(request, app).await.map(Self);
        }
        let typed = Typed::from_request(request, app).await?;
        let papers = Vec::new();
        Ok(Self(Form { typed, papers }))
    }
}

impl FromRequest<App> for Form {
    type Rejection = Error;

    async fn from_request(mut request: Request, app: &App) -> Result<Self, Error> {
        // A stranger fills no disk.
        if request.extensions().get::<Viewer>().is_none() {
            return Err(Error::SignInFirst);
        }
        let store = request.extensions().get::<Store>().cloned();
        let store = store.ok_or_else(|| Fault::broken("finding the papers", "no folder is set"))?;
        // What is refused is read to its end all the same: a browser shows our answer only then.
        let twice = usize::try_from(store.most()).unwrap_or(usize::MAX);
        let limit = twice.saturating_mul(MOST_PAPERS + 1) + LARGEST_TEXT;
        DefaultBodyLimit::max(limit).apply(&mut request);
        let parts = Multipart::from_request(request, app)
            .await
            .map_err(|rejection| Error::Status(rejection.status()))?;
        read(parts, &store, app.clock.now()).await
    }
}

async fn read(mut parts: Multipart, store: &Store, now: Instant) -> Result<Form, Error> {
    let mut typed = Typed::default();
    let mut papers = Vec::new();
    let mut left = LARGEST_TEXT;
    let mut fields = 0;
    while let Some(field) = parts
        .next_field()
        .await
        .map_err(|error| cut_short(&error, store))?
    {
        fields += 1;
        if fields > MOST_FIELDS {
            return Err(Error::Status(StatusCode::PAYLOAD_TOO_LARGE));
        }
        if let Some(name) = field.file_name().map(str::to_owned) {
            let of = field.name().unwrap_or_default().to_owned();
            let paper = paper(field, &name, store, now).await?;
            with(&mut papers, of, paper);
        } else {
            let name = field.name().unwrap_or_default().to_owned();
            typed = typed.and(&name, text(field, &mut left, store).await?);
        }
    }
    Ok(Form { typed, papers })
}

/// Adds a paper; one too many is refused. A field left empty is no paper.
fn with(papers: &mut Vec<Named>, of: String, paper: Option<Result<Handed, Refused>>) {
    if let Some(paper) = paper {
        let full = papers.len() >= MOST_PAPERS;
        papers.push((of, if full { Err(Refused::TooMany) } else { paper }));
    }
}

async fn paper(
    mut field: Field<'_>,
    name: &str,
    store: &Store,
    now: Instant,
) -> Result<Option<Result<Handed, Refused>>, Error> {
    let mut draft = store.draft(now).await?;
    while let Some(bytes) = field
        .chunk()
        .await
        .map_err(|error| cut_short(&error, store))?
    {
        draft.write(&bytes).await?;
    }
    if name.is_empty() && draft.is_empty() {
        return Ok(None);
    }
    Ok(Some(draft.finish(name).await?))
}

async fn text(mut field: Field<'_>, left: &mut usize, store: &Store) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field
        .chunk()
        .await
        .map_err(|error| cut_short(&error, store))?
    {
        *left = left
            .checked_sub(chunk.len())
            .ok_or(Error::Status(StatusCode::PAYLOAD_TOO_LARGE))?;
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|error| {
        tracing::debug!(%error, "a form was not UTF-8");
        Error::Status(StatusCode::BAD_REQUEST)
    })
}

fn cut_short(error: &MultipartError, store: &Store) -> Error {
    tracing::debug!(%error, "a form with papers was not whole");
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        let megabytes = store.most() / 1_000_000;
        return Error::Refused(Box::new(Refused::TooMuch { megabytes }));
    }
    Error::Status(error.status())
}
