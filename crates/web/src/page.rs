//! One request for a page: who is looking, in which language, and how to answer.

mod facts;

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::{FromRequestParts, MatchedPath},
    http::{StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
};
use kernel::{Actor, PersonId, Role};
use serde::Serialize;
use serde_json::json;
use views::Lang;

use facts::{Filled, Given};

use crate::{App, Error, FieldError, Flash, Typed, VenueCard, cookies, errors::Written};

/// The person who has signed in; put into the request by `accounts`.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Who acts, with roles and the way.
    pub actor: Actor,
    /// The person.
    pub person: PersonId,
    /// How the header names them.
    pub name: String,
    /// The language they chose last.
    pub lang: Option<Lang>,
    /// How many notices they have not read.
    pub notices: i64,
}

/// What a handler needs to answer with a page.
#[derive(Clone)]
pub struct Page {
    /// The running product.
    pub app: App,
    /// The language of the answer.
    pub lang: Lang,
    /// The path asked for.
    pub path: String,
    /// The route it matched, for the log: without ids.
    pub route: String,
    /// Which entry of the menu is current.
    pub nav: &'static str,
    /// Who has signed in.
    pub viewer: Option<Viewer>,
    venue: Arc<VenueCard>,
    query: String,
    flash: Option<Flash>,
}

impl FromRequestParts<App> for Page {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let viewer = parts.extensions.get::<Viewer>().cloned();
        let query = parts.uri.query().unwrap_or_default().to_owned();
        let lang = language(app, parts, viewer.as_ref(), &query);
        Ok(Self {
            lang,
            path: parts.uri.path().to_owned(),
            route: parts
                .extensions
                .get::<MatchedPath>()
                .map_or_else(|| "?".to_owned(), |path| path.as_str().to_owned()),
            nav: "",
            viewer,
            venue: app.venue(lang),
            query,
            flash: Flash::read(&app.site, &parts.headers),
            app: app.clone(),
        })
    }
}

/// `?lang=`, else the cookie, else the account, else the browser's wish, else Japanese.
fn language(app: &App, parts: &Parts, viewer: Option<&Viewer>, query: &str) -> Lang {
    asked(query)
        .or_else(|| {
            cookies::read(&app.site, &parts.headers, LANG_COOKIE)
                .and_then(|code| Lang::parse(&code))
        })
        .or_else(|| viewer.and_then(|viewer| viewer.lang))
        .unwrap_or_else(|| {
            parts
                .headers
                .get(header::ACCEPT_LANGUAGE)
                .and_then(|wish| wish.to_str().ok())
                .map_or(Lang::Ja, Lang::from_accept_language)
        })
}

pub(crate) const LANG_COOKIE: &str = "shinko-lang";

/// The language asked for in the address.
pub(crate) fn asked(query: &str) -> Option<Lang> {
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="))
        .and_then(Lang::parse)
}

impl Page {
    /// Who acts.
    pub fn actor(&self) -> Actor {
        self.viewer
            .as_ref()
            .map_or_else(Actor::visitor, |viewer| viewer.actor)
    }

    /// The person who has signed in; strangers are led to sign in first.
    pub fn person(&self) -> Result<&Viewer, Error> {
        self.viewer.as_ref().ok_or(Error::SignInFirst)
    }

    /// Keeps everyone but reception, coordinators and the manager out.
    pub fn staff(&self) -> Result<&Viewer, Error> {
        let viewer = self.person()?;
        if viewer.actor.roles.is_staff() {
            Ok(viewer)
        } else {
            Err(Error::forbidden())
        }
    }

    /// Keeps everyone but the manager (館長) out.
    pub fn manager(&self) -> Result<&Viewer, Error> {
        let viewer = self.staff()?;
        if viewer.actor.roles.has(Role::Manager) {
            Ok(viewer)
        } else {
            Err(Error::forbidden())
        }
    }

    /// Marks the current entry of the menu.
    #[must_use]
    pub fn nav(mut self, nav: &'static str) -> Self {
        self.nav = nav;
        self
    }

    /// This address, with its query.
    pub fn here(&self) -> String {
        if self.query.is_empty() {
            self.path.clone()
        } else {
            format!("{}?{}", self.path, self.query)
        }
    }

    /// A page.
    pub fn show(&self, template: &str, facts: &impl Serialize) -> Result<Response, Error> {
        self.answer(template, None, facts)
    }

    /// A form, filled with what was typed so far.
    pub fn form(
        &self,
        template: &str,
        facts: &impl Serialize,
        typed: &Typed,
    ) -> Result<Response, Error> {
        let filled = Filled {
            form: Some(typed),
            ..Filled::default()
        };
        self.answer(template, Some(filled), facts)
    }

    /// The form again with what was typed and each error beside its field: 422, or 409.
    pub fn again(
        &self,
        template: &str,
        facts: &impl Serialize,
        typed: &Typed,
        errors: &[FieldError],
    ) -> Result<Response, Error> {
        let filled = Filled {
            form: Some(typed),
            errors,
            refused: None,
        };
        let mut response = self.answer(template, Some(filled), facts)?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        response.extensions_mut().insert(Written);
        Ok(response)
    }

    /// The form again after a refusal; what is not a refusal goes on as an error.
    pub fn refused(
        &self,
        error: Error,
        template: &str,
        facts: &impl Serialize,
        typed: &Typed,
    ) -> Result<Response, Error> {
        let Error::Refused(refusal) = &error else {
            return Err(error);
        };
        let filled = Filled {
            form: Some(typed),
            errors: &error.fields(),
            refused: Some(json!({ "key": refusal.key(), "args": refusal.args() })),
        };
        let mut response = self.answer(template, Some(filled), facts)?;
        *response.status_mut() = error.status();
        response.extensions_mut().insert(Written);
        Ok(response)
    }

    fn answer(
        &self,
        template: &str,
        filled: Option<Filled<'_>>,
        facts: &impl Serialize,
    ) -> Result<Response, Error> {
        let given = Given::new(self, filled, facts);
        let html = self.app.views.written(template, self.lang, &given)?;
        let mut response = Html(html).into_response();
        if self.flash.is_some() {
            cookies::add(response.headers_mut(), Flash::removal(&self.app.site));
        }
        Ok(response)
    }

    /// Goes on to another page.
    pub fn go(&self, location: &str) -> Response {
        Redirect::to(location).into_response()
    }

    /// Goes on to another page, which says what was done.
    pub fn go_saying(&self, location: &str, flash: &Flash) -> Response {
        let mut response = self.go(location);
        cookies::add(response.headers_mut(), flash.cookie(&self.app.site));
        response
    }

    /// The text of a template with these facts and those that every page is given.
    pub fn render(&self, template: &str, facts: &impl Serialize) -> Result<String, views::Failed> {
        let given = Given::new(self, None, facts);
        self.app.views.render(template, self.lang, &given)
    }

    /// What a refusal says to this person.
    pub(crate) fn said(&self, error: &Error) -> Option<String> {
        let Error::Refused(refusal) = error else {
            return None;
        };
        self.app
            .views
            .text(self.lang, refusal.key(), &refusal.args())
            .ok()
    }

    fn query_without_lang(&self) -> String {
        self.query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="))
            .collect::<Vec<_>>()
            .join("&")
    }
}
