//! 企業訪問の実績: what the ward sees of campaigns, without small counts.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Page};

use crate::{
    Refused,
    entity::visit_target::State,
    read::{self, Campaign},
    rules::{Seeing, may_see_figures},
    service,
};

/// `GET /visits/figures`: the ward, and those who run campaigns, see of campaigns of fiscal years that
/// are over how many businesses were visited. It is made once.
pub(super) async fn figures(page: Page) -> Result<Response, Error> {
    let seeing = may_see_figures(&page.person()?.actor).ok_or_else(Error::forbidden)?;
    let whole = seeing == Seeing::Whole;
    let page = page.nav(if whole { "visits" } else { "visit-figures" });
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        Ok::<_, Failed<Refused>>(service::visits_for_ward(work).await?)
    })
    .await?;
    let campaigns = read::campaigns(page.app.db.reader()).await?;
    let facts = json!({ "campaigns": campaigns.iter().filter_map(told).collect::<Vec<_>>() });
    page.show("consultations/visit_figures.html", &facts)
}

/// A campaign as it was made for the ward.
fn told(one: &Campaign) -> Option<Value> {
    let sums: Vec<Option<u64>> = serde_json::from_str(one.row.ward_sums.as_deref()?).ok()?;
    let (all, counts) = sums.split_last()?;
    let states = State::ALL.iter().zip(counts);
    let states = states.map(|(state, count)| json!({ "state": state.code(), "count": count }));
    Some(json!({
        "name": one.row.name,
        "starts_on": one.row.starts_on,
        "ends_on": one.row.ends_on,
        "states": states.collect::<Vec<_>>(),
        "all": all,
    }))
}
