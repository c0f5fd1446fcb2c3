//! Every route, registered with its method and path, so that none can be forgotten by the table
//! of who may see what.

use axum::{Router, handler::Handler, http::Method, routing};

use crate::App;

/// A crate's routes. The table of routes in `tests/` has a row for each.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<(Method, String)>,
}

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page to look at.
    #[must_use]
    pub fn get<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.table.push((Method::GET, path.to_owned()));
        self.router = self.router.route(path, routing::get(handler));
        self
    }

    /// A form to be sent.
    #[must_use]
    pub fn post<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.table.push((Method::POST, path.to_owned()));
        self.router = self.router.route(path, routing::post(handler));
        self
    }

    /// Another crate's routes beside these.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// A router made elsewhere, with the list of its routes: the API.
    #[must_use]
    pub fn and_router(
        mut self,
        router: Router<App>,
        table: impl IntoIterator<Item = (Method, String)>,
    ) -> Self {
        self.router = self.router.merge(router);
        self.table.extend(table);
        self
    }

    /// The list of methods and paths.
    pub fn table(&self) -> &[(Method, String)] {
        &self.table
    }

    /// The router.
    pub fn into_router(self) -> Router<App> {
        self.router
    }
}
