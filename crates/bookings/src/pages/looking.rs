//! Who looks at what is free, as the rules of booking see them.

use kernel::Fault;
use web::{Page, Typed};

use crate::{
    entity::booking::Party,
    read::{self, Catalogue},
    rules::Booker,
};

/// Who would book: the viewer, or the person for whom staff looks.
pub(super) fn party(page: &Page, typed: &Typed) -> Option<Party> {
    let actor = page.actor();
    let guest = typed.text("for").parse().ok();
    let person = guest.filter(|_| actor.roles.is_staff()).or(actor.person);
    person.map(|person| Party {
        person,
        organisation: None,
    })
}

/// The same, as the rules look at them.
pub(super) async fn looking(
    page: &Page,
    catalogue: &Catalogue,
    typed: &Typed,
) -> Result<Booker, Fault> {
    let person = party(page, typed).map(|party| party.person);
    let now = page.app.clock.now();
    read::looking(page.app.db.reader(), &catalogue.rules, person, now).await
}

/// The query of this address without one of its parts, for links that change only that part.
pub(super) fn keep(page: &Page, left_out: &str) -> String {
    let here = page.here();
    let query = here.split_once('?').map_or("", |(_, query)| query);
    query
        .split('&')
        .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(left_out))
        .flat_map(|pair| ["&", pair])
        .collect()
}
