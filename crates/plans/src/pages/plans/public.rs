//! What was approved, for anybody: the plan, its targets, and its programmes as open data.

use std::collections::HashMap;

use axum::response::Response;
use serde_json::json;
use web::{Error, Id, Page, Typed, sheet::Form};

use super::{facts, print};
use crate::{
    entity::PlanId,
    read::{contents, plans as read, policies},
    rules::programme::Known,
};

/// `GET /public/plans`
pub(in super::super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("plans");
    let plans = read::published(page.app.db.reader()).await?;
    let facts = json!({ "plans": plans.iter().map(facts::listed).collect::<Vec<_>>() });
    page.show("plans/public_plans.html", &facts)
}

/// `GET /public/plans/{id}?as=`: the version that holds, as a page or as a file.
pub(in super::super) async fn one(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    let db = page.app.db.reader();
    let plan = read::published_one(db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    let version = plan.in_force().ok_or_else(Error::not_found)?;
    let content = contents::content(db, version.row.id).await?;
    let cited = policies::fields_of(db, &content.policies()).await?;
    if let Some(form) = Form::asked(&typed)? {
        let known = Known {
            years: plan.years(),
            policies: cited.into_iter().map(|(id, field)| (field, id)).collect(),
            earlier: Vec::new(),
        };
        return print::sheet(&plan, version, &content, &known, form);
    }
    let cited: HashMap<_, _> = cited.into_iter().collect();
    let mut facts = print::sheets(&plan, version, &content, &cited);
    facts["approved_at"] = json!(version.approval.as_ref().and_then(|one| one.decided_at));
    page.show("plans/public_plan.html", &facts)
}
