//! The API described: as OpenAPI 3.1, and as a page to read.

use axum::Json;
use serde_json::{Value, json};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        Info,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};
use web::{Error, Page, Routes};

/// `/api` and `/api/openapi.json`.
pub fn routes() -> Routes {
    Routes::new()
        .get("/api", page)
        .get("/api/openapi.json", document)
}

#[derive(OpenApi)]
#[openapi(modifiers(&Token))]
struct Whole;

struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        document
            .components
            .get_or_insert_default()
            .add_security_scheme("token", SecurityScheme::Http(bearer));
    }
}

/// Every crate's part in one document.
pub fn described() -> utoipa::openapi::OpenApi {
    let mut whole = bookings::api::Document::openapi();
    whole.merge(consultations::api::Document::openapi());
    whole.merge(seminars::api::Document::openapi());
    whole.merge(Whole::openapi());
    whole.info = Info::new("Shinko", "1");
    whole
}

async fn document() -> Json<utoipa::openapi::OpenApi> {
    Json(described())
}

/// The routes as a table; with the script, a page on which they can be tried.
async fn page(page: Page) -> Result<axum::response::Response, Error> {
    let document = serde_json::to_value(described())
        .map_err(|source| kernel::Fault::broken("describing the API", source))?;
    let facts = json!({
        "routes": listed(&document),
        "swagger_css": page.app.assets.vendored("swagger-ui", "css"),
        "swagger_js": page.app.assets.vendored("swagger-ui", "js"),
    });
    page.show("server/api.html", &facts)
}

fn listed(document: &Value) -> Vec<Value> {
    let mut routes = Vec::new();
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            routes.push(json!({
                "method": method.to_uppercase(),
                "path": path,
                "summary": operation["summary"],
            }));
        }
    }
    routes
}
