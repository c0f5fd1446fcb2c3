//! The ward comments on what waits for its answer, item by item.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed};

use super::{
    super::reader,
    acts::{answer, of_version},
    found, programme,
};
use crate::{
    Refused,
    entity::{PlanId, ProgrammeId, ReviewCommentId},
    service::review::{self as service, Remark},
};

/// `POST /plans/{id}/comments`: on the plan as a whole, or on a programme of it.
pub(in super::super) async fn comment(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let programme: Option<ProgrammeId> = typed.text("programme").parse().ok();
    let words = typed.text("comment").replace("\r\n", "\n");
    let is_condition = typed.text("is_condition") == "on";
    let remark = Remark {
        programme,
        body: &words,
        is_condition,
    };
    if programme.is_none() && !typed.text("programme").is_empty() {
        return Err(Error::not_found());
    }
    let said = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let of = of_version(&typed)?;
        service::comment(work, id, of, remark).await
    });
    match (said.await, programme) {
        (Ok(()), Some(one)) => {
            let flash = Flash::good("plans-commented", json!({}));
            Ok(page.go_saying(&format!("/plans/{id}/programmes/{one}"), &flash))
        }
        (Err(failed), Some(one)) => again(&page, (id, one), failed, &typed).await,
        (said, None) => answer(&page, id, &typed, said, "plans-commented").await,
    }
}

/// The page of the programme again, with what is wrong and what was typed.
async fn again(
    page: &Page,
    (id, programme): (PlanId, ProgrammeId),
    failed: Failed<Refused>,
    typed: &Typed,
) -> Result<Response, Error> {
    let plan = found(page, id).await?;
    let newest = plan.versions.first().ok_or_else(Error::not_found)?;
    let facts = programme::seen(page, &plan, newest, programme).await?;
    page.refused(failed.into(), programme::ONE, &facts, typed)
}

/// `POST /plans/{id}/comments/{comment}/removal`
pub(in super::super) async fn take_back(
    page: Page,
    Id((id, comment)): Id<(PlanId, ReviewCommentId)>,
    typed: Typed,
) -> Result<Response, Error> {
    reader(&page)?;
    let taken = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let of = of_version(&typed)?;
        service::take_back(work, id, of, comment).await
    });
    answer(&page, id, &typed, taken.await, "plans-comment-taken-back").await
}
