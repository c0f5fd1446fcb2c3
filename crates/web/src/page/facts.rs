//! What every template is given, beside the facts of its own page.

use serde::Serialize;
use serde_json::Value;

use super::{Page, Viewer};
use crate::{FieldError, Flash, Typed, VenueCard};

/// `page`, what a form is filled with, and the page's own facts.
#[derive(Serialize)]
pub(super) struct Given<'p, F: ?Sized> {
    page: PageFacts<'p>,
    #[serde(flatten)]
    filled: Option<Filled<'p>>,
    #[serde(flatten)]
    facts: &'p F,
}

/// What was typed into a form, and what is wrong with it.
#[derive(Default, Serialize)]
pub(super) struct Filled<'p> {
    pub(super) form: Option<&'p Typed>,
    pub(super) errors: &'p [FieldError],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) refused: Option<Value>,
}

#[derive(Serialize)]
struct PageFacts<'p> {
    path: &'p str,
    query_without_lang: String,
    title_key: Option<&'p str>,
    nav: &'p str,
    viewer: Option<ViewerFacts<'p>>,
    notices: i64,
    flashes: Vec<&'p Flash>,
    demo: bool,
    venue: &'p VenueCard,
    css: String,
    js: String,
}

/// The person as the header shows them.
#[expect(
    clippy::struct_excessive_bools,
    reason = "templates ask for each by its name"
)]
#[derive(Serialize)]
struct ViewerFacts<'p> {
    name: &'p str,
    staff: bool,
    ward: bool,
    expert: bool,
    approvals: bool,
    role_key: String,
}

impl<'p, F: ?Sized> Given<'p, F> {
    pub(super) fn new(page: &'p Page, filled: Option<Filled<'p>>, facts: &'p F) -> Self {
        Self {
            page: PageFacts::of(page),
            filled,
            facts,
        }
    }
}

impl<'p> PageFacts<'p> {
    fn of(page: &'p Page) -> Self {
        // Only sentences that exist: the cookie is the browser's to change.
        let said = |flash: &&Flash| {
            let said = page.app.views.text(page.lang, &flash.key, &flash.args);
            said.is_ok()
        };
        Self {
            path: &page.path,
            query_without_lang: page.query_without_lang(),
            title_key: None,
            nav: page.nav,
            viewer: page.viewer.as_ref().map(ViewerFacts::of),
            notices: page.viewer.as_ref().map_or(0, |viewer| viewer.notices),
            flashes: page.flash.as_ref().filter(said).into_iter().collect(),
            demo: page.app.site.demo,
            venue: &page.venue,
            css: page.app.assets.css(),
            js: page.app.assets.js(),
        }
    }
}

impl<'p> ViewerFacts<'p> {
    fn of(viewer: &'p Viewer) -> Self {
        let roles = viewer.actor.roles;
        let shown = roles.iter().last().map_or("member", kernel::Role::code);
        Self {
            name: &viewer.name,
            staff: roles.is_staff(),
            ward: roles.is_ward(),
            expert: roles.has(kernel::Role::Expert),
            approvals: [roles, viewer.actor.deputy_for]
                .iter()
                .any(|roles| roles.has(kernel::Role::Manager)),
            role_key: format!("role-{}", shown.replace('_', "-")),
        }
    }
}
