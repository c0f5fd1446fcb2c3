//! わたしの訪問: where somebody goes, on a phone.

use axum::response::Response;
use serde_json::json;
use web::{Error, Page};

use super::facts;
use crate::{read, rules};

/// `GET /visits/mine`: experts and coordinators.
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("my-visits");
    let person = page.person()?.person;
    if !rules::may_visit(&page.actor()) {
        return Err(Error::forbidden());
    }
    let today = page.app.clock.now().date();
    let rows = read::visits_of(page.app.db.reader(), person, today).await?;
    let rows = rows.iter().map(|(row, campaign)| {
        let mut target = facts::target(row, today);
        target["campaign_name"] = json!(campaign.name);
        target
    });
    let facts = json!({ "visits": rows.collect::<Vec<_>>() });
    page.show("consultations/visits_mine.html", &facts)
}
