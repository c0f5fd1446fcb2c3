//! To the managers: lists are frozen, and somebody is to draw.

use bookings::read::Catalogue;
use kernel::{Fault, Role, Work};
use mail::Letter;
use serde_json::json;

use crate::read::Listed;

/// To every manager who has an address: what is to be drawn, and when it is drawn by itself.
pub(crate) async fn to_managers(work: &Work, listed: &Listed) -> Result<(), Fault> {
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let Some(place) = catalogue.place(listed.row.space_id) else {
        return Ok(());
    };
    let people = accounts::read::with_role(work.db(), Role::Manager).await?;
    for who in accounts::read::contacts(work.db(), people).await? {
        let Some(email) = who.email else {
            continue;
        };
        let facts = json!({
            "name": who.name,
            "space": place.name(who.lang),
            "month": listed.row.month.as_str(),
            "at": listed.terms.draws_itself(work.now()).rfc3339(),
            "lottery": listed.row.id,
        });
        let letter = Letter {
            template: "lotteries/to_draw",
            email,
            person: Some(who.person),
            lang: who.lang,
            facts,
        };
        mail::post(work, letter);
    }
    Ok(())
}
