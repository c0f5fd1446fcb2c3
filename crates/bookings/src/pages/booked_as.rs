//! As which organisation something was booked.

use kernel::Fault;
use organisations::entity::OrganisationId;
use web::Page;

/// What it is called; none where somebody booked as a person.
pub(super) async fn booked_as(
    page: &Page,
    organisation: Option<OrganisationId>,
) -> Result<Option<String>, Fault> {
    let Some(id) = organisation else {
        return Ok(None);
    };
    let mut names = organisations::read::names(page.app.db.reader(), vec![id]).await?;
    Ok(names.remove(&id))
}
