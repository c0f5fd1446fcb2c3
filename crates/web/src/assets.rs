//! Style and script, joined once and named by their content, so that browsers keep them for good.

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use crate::{App, Error, Routes};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets");

/// The files a browser may ask for under `/assets/`.
pub struct Assets {
    css: Asset,
    js: Asset,
    vendored: Vec<Asset>,
}

struct Asset {
    name: String,
    kind: &'static str,
    body: Vec<u8>,
}

impl Asset {
    fn new(stem: &str, ending: &str, body: Vec<u8>) -> Self {
        let mark = URL_SAFE_NO_PAD.encode(&Sha256::digest(&body)[..9]);
        Self {
            name: format!("{stem}.{mark}.{ending}"),
            kind: match ending {
                "css" => "text/css; charset=utf-8",
                "js" => "text/javascript; charset=utf-8",
                _ => "application/octet-stream",
            },
            body,
        }
    }
}

impl Assets {
    /// Those compiled into the binary.
    pub fn built_in() -> Self {
        Self {
            css: Asset::new("shinko", "css", joined("css")),
            js: Asset::new("shinko", "js", joined("js")),
            vendored: vec![
                Asset::new("swagger-ui", "css", vendored("swagger-ui.css")),
                Asset::new("swagger-ui", "js", vendored("swagger-ui-bundle.js")),
            ],
        }
    }

    /// The address of the stylesheet.
    pub fn css(&self) -> String {
        format!("/assets/{}", self.css.name)
    }

    /// The address of the script.
    pub fn js(&self) -> String {
        format!("/assets/{}", self.js.name)
    }

    /// The address of a vendored file: `swagger-ui` and `css`.
    pub fn vendored(&self, stem: &str, ending: &str) -> String {
        self.vendored
            .iter()
            .find(|asset| asset.name.starts_with(stem) && asset.name.ends_with(ending))
            .map_or_else(String::new, |asset| format!("/assets/{}", asset.name))
    }

    /// The route they are fetched by.
    pub fn routes() -> Routes {
        Routes::new().get("/assets/{name}", show)
    }

    fn find(&self, name: &str) -> Option<&Asset> {
        [&self.css, &self.js]
            .into_iter()
            .chain(&self.vendored)
            .find(|asset| asset.name == name)
    }
}

async fn show(State(app): State<App>, Path(name): Path<String>) -> Result<Response, Error> {
    let asset = app
        .assets
        .find(&name)
        .ok_or(Error::Status(StatusCode::NOT_FOUND))?;
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, asset.body.clone()).into_response())
}

/// The files of a folder, in the order of their names.
fn joined(folder: &str) -> Vec<u8> {
    let mut files: Vec<_> = FILES
        .get_dir(folder)
        .into_iter()
        .flat_map(Dir::files)
        .collect();
    files.sort_by_key(|file| file.path());
    files
        .into_iter()
        .flat_map(|file| file.contents().iter().copied().chain([b'\n']))
        .collect()
}

fn vendored(name: &str) -> Vec<u8> {
    FILES
        .get_file(format!("vendor/swagger-ui/{name}"))
        .map(|file| file.contents().to_vec())
        .unwrap_or_default()
}
