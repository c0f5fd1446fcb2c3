//! Finding bookings by a number: their reference or a part of it, or the ward's own number.

use kernel::Fault;
use web::Page;

use super::LISTED;
use crate::{
    read::{self, Filter},
    rules::reference,
};

/// The booking of a reference, or those with this number of the ward's own system; none when it is
/// no number that anything has.
pub(super) async fn by_number(page: &Page, q: &str) -> Result<Option<Filter>, Fault> {
    if let Some(reference) = reference::read(q) {
        return Ok(Some(Filter {
            reference: Some(reference),
            ..Filter::default()
        }));
    }
    let (bookings, own) = match q {
        "" => return Ok(None),
        q => read::with_ward_reference(page.app.db.reader(), q).await?,
    };
    let filter = Filter {
        ids: Some(bookings),
        ..Filter::default()
    };
    Ok(Some(filter).filter(|filter| !own.is_empty() || filter.ids != Some(Vec::new())))
}

/// Those in whose reference this stands: what is nobody's name may be what somebody remembers.
pub(super) async fn by_part(page: &Page, q: &str) -> Result<Option<Filter>, Fault> {
    let Some(parts) = reference::parts(q) else {
        return Ok(None);
    };
    let db = page.app.db.reader();
    let people = accounts::read::find_people(db, q, None).await?;
    if !people.items.is_empty() {
        return Ok(None);
    }
    let ids = read::with_reference_part(db, &parts, LISTED).await?;
    Ok(Some(Filter {
        ids: Some(ids),
        ..Filter::default()
    }))
}
