//! What a space is, with its line.

use kernel::Fault;
use web::Page;

use crate::read::{self, Place, PlaceFacts};

/// What pages show of a space, with its line.
pub(super) fn described<'p>(page: &Page, place: &'p Place) -> Result<PlaceFacts<'p>, Fault> {
    let mut facts = place.facts(page.lang);
    facts.line = Some(read::line(&page.app.views, page.lang, place)?);
    Ok(facts)
}
