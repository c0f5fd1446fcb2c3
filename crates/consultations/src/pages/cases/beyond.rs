//! Referring somebody to a partner, and what they reached.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::{Failed, Instant, Work, transact};
use organisations::{entity::AgencyId, read::AgencyFilter};
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{acts::saved, triage::again};
use crate::{
    Refused,
    entity::{
        CaseId, MilestoneId, ReferralId,
        milestone::{self, Kind},
        referral::Consent,
    },
    pages::viewer,
    read::Referred,
    rules::{MilestoneDraft, Reading, ReferralDraft},
    service,
};

/// So many partners can be chosen.
const AGENCIES: u64 = 500;

/// To whom somebody can be referred, for those who handle the case.
pub(super) async fn agencies(page: &Page, reading: Reading) -> Result<Value, Error> {
    if reading != Reading::Handles {
        return Ok(json!([]));
    }
    let (db, all) = (page.app.db.reader(), AgencyFilter::default());
    let found = organisations::read::agencies(db, &all, 0, AGENCIES).await?;
    let option =
        |one: &organisations::entity::agency::Model| json!({ "value": one.id, "label": one.name });
    Ok(found.iter().map(option).collect())
}

/// A referral, as pages have it.
pub(in crate::pages) fn referral(one: &Referred) -> Value {
    let row = &one.row;
    json!({
        "id": row.id, "agency": one.agency, "purpose": row.purpose, "items": row.items,
        "consented_on": row.consented_on, "consent": row.consent.code(),
        "ended_at": row.ended_at.map(Instant::rfc3339),
    })
}

/// What somebody reached, as pages have it.
pub(super) fn milestone(row: &milestone::Model) -> Value {
    json!({
        "id": row.id, "kind": row.kind.code(), "reached_on": row.reached_on, "evidence": row.evidence,
    })
}

/// `POST /cases/{id}/referrals`
pub(super) async fn refer(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    let draft = ReferralDraft {
        agency: typed.text("agency").parse::<AgencyId>().ok(),
        purpose: typed.text("purpose").replace("\r\n", "\n"),
        items: typed.text("items").replace("\r\n", "\n"),
        consented_on: parse_date(typed.text("consented_on")),
        consent: Consent::parse(typed.text("consent")),
    };
    let verb = async |work: &Work| service::refer(work, id, &draft).await.map(|_| ());
    done(page, id, &typed, verb, "referrals-added").await
}

/// `POST /cases/{id}/referrals/{referral}/end`
pub(super) async fn end_referral(
    page: Page,
    Id(of): Id<(CaseId, ReferralId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let verb = async |work: &Work| service::end_referral(work, of).await;
    done(page, of.0, &typed, verb, "referrals-ended").await
}

/// `POST /cases/{id}/milestones`
pub(super) async fn reach(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    let draft = MilestoneDraft {
        kind: Kind::parse(typed.text("kind")),
        reached_on: parse_date(typed.text("reached_on")),
        evidence: typed.text("evidence").replace("\r\n", "\n"),
    };
    let verb = async |work: &Work| service::reach(work, id, &draft).await.map(|_| ());
    done(page, id, &typed, verb, "milestones-added").await
}

/// `POST /cases/{id}/milestones/{milestone}/removal`
pub(super) async fn remove(
    page: Page,
    Id(of): Id<(CaseId, MilestoneId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let verb = async |work: &Work| service::remove_milestone(work, of).await;
    done(page, of.0, &typed, verb, "milestones-removed").await
}

/// `POST /cases/{id}/erasure`: the person asked for it.
pub(super) async fn erase(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    let why = typed.text("why").replace("\r\n", "\n");
    let verb = async |work: &Work| service::erase(work, id, &why).await;
    done(page, id, &typed, verb, "cases-erased-now").await
}

/// The page of the case, saying what was done, or what was refused.
pub(super) async fn done(
    page: Page,
    id: CaseId,
    typed: &Typed,
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<(), Failed<Refused>>,
    told: &str,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    viewer(&page)?;
    match transact(&page.app.db, page.actor(), &page.app.clock, verb).await {
        Ok(()) => Ok(saved(&page, id, told)),
        Err(failed) => again(&page, id, failed.into(), typed).await,
    }
}
