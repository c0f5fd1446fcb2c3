//! One request for a page: who is looking, in which language, and how to answer.

use std::convert::Infallible;

use axum::{
    extract::{FromRequestParts, MatchedPath},
    http::{StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
};
use kernel::{Actor, PersonId};
use serde::Serialize;
use serde_json::{Value, json};
use views::Lang;

use crate::{App, Error, FieldError, Flash, Typed, cookies, errors::Written};

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
    query: String,
    flash: Option<Flash>,
}

impl FromRequestParts<App> for Page {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let viewer = parts.extensions.get::<Viewer>().cloned();
        let query = parts.uri.query().unwrap_or_default().to_owned();
        Ok(Self {
            lang: language(app, parts, viewer.as_ref(), &query),
            path: parts.uri.path().to_owned(),
            route: parts
                .extensions
                .get::<MatchedPath>()
                .map_or_else(|| "?".to_owned(), |path| path.as_str().to_owned()),
            nav: "",
            viewer,
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
        let html = self.render(template, facts)?;
        let mut response = Html(html).into_response();
        if self.flash.is_some() {
            cookies::add(response.headers_mut(), Flash::removal(&self.app.site));
        }
        Ok(response)
    }

    /// A form, filled with what was typed so far.
    pub fn form(&self, template: &str, facts: &Value, typed: &Typed) -> Result<Response, Error> {
        self.show(template, &with_form(facts, typed, &[])?)
    }

    /// The form again with what was typed and each error beside its field: 422, or 409.
    pub fn again(
        &self,
        template: &str,
        facts: &Value,
        typed: &Typed,
        errors: &[FieldError],
    ) -> Result<Response, Error> {
        let mut response = self.show(template, &with_form(facts, typed, errors)?)?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        response.extensions_mut().insert(Written);
        Ok(response)
    }

    /// The form again after a refusal; what is not a refusal goes on as an error.
    pub fn refused(
        &self,
        error: Error,
        template: &str,
        facts: &Value,
        typed: &Typed,
    ) -> Result<Response, Error> {
        let Error::Refused(refusal) = &error else {
            return Err(error);
        };
        let mut facts = facts.clone();
        facts["refused"] = json!({ "key": refusal.key(), "args": refusal.args() });
        let mut response = self.again(template, &facts, typed, &error.fields())?;
        *response.status_mut() = error.status();
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
        #[derive(Serialize)]
        struct All<'a, F: Serialize> {
            page: Value,
            #[serde(flatten)]
            facts: &'a F,
        }
        let page = self.facts();
        self.app
            .views
            .render(template, self.lang, &All { page, facts })
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

    fn facts(&self) -> Value {
        // Only sentences that exist: the cookie is the browser's to change.
        let flash = self.flash.as_ref().filter(|flash| {
            self.app
                .views
                .text(self.lang, &flash.key, &flash.args)
                .is_ok()
        });
        let viewer = self.viewer.as_ref().map(|viewer| {
            let roles = viewer.actor.roles;
            let shown = roles
                .iter()
                .last()
                .map_or("member", kernel::Role::code)
                .replace('_', "-");
            json!({
                "name": viewer.name,
                "staff": roles.is_staff(),
                "ward": roles.is_ward(),
                "role_key": format!("role-{shown}"),
            })
        });
        json!({
            "path": self.path,
            "query_without_lang": self.query_without_lang(),
            "title_key": null,
            "nav": self.nav,
            "viewer": viewer,
            "notices": self.viewer.as_ref().map_or(0, |viewer| viewer.notices),
            "flashes": flash.into_iter().collect::<Vec<_>>(),
            "demo": self.app.site.demo,
            "venue": *self.app.venue(),
            "css": self.app.assets.css(),
            "js": self.app.assets.js(),
        })
    }

    fn query_without_lang(&self) -> String {
        self.query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="))
            .collect::<Vec<_>>()
            .join("&")
    }
}

fn with_form(facts: &Value, typed: &Typed, errors: &[FieldError]) -> Result<Value, Error> {
    let mut all = facts.clone();
    let broken = |source| Error::Fault(kernel::Fault::broken("writing a form", source));
    all["form"] = serde_json::to_value(typed).map_err(broken)?;
    all["errors"] = serde_json::to_value(errors).map_err(broken)?;
    Ok(all)
}
