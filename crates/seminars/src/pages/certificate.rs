//! 修了証: the rule, who has attended enough, issuing and revoking; the paper, and the page that its square
//! code opens for anybody.

use axum::response::Response;
use bookings::read::Catalogue;
use japan::fiscal::FiscalYear;
use kernel::{Failed, Instant, Work, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed, square_code};

use super::{counter::found, facts, keeper, mine::seen, people::person};
use crate::{
    Refused,
    entity::{CertificateId, EnrolmentId, SeminarId, certificate},
    read::{self, Candidate, Own},
    rules::{self, Standing, standing},
    service,
};

const LIST: &str = "seminars/certificates.html";

/// The routes of certificates.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/seminars/{id}/certificates", list)
        .post("/counter/seminars/{id}/certificates", issue)
        .post("/counter/seminars/{id}/completion", set_completion)
        .post("/counter/certificates/{id}/revocation", revoke)
        .get("/enrolments/{id}/certificate", paper)
        .get("/completions/{id}", check)
}

/// `GET /counter/seminars/{id}/certificates`
async fn list(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let facts = given(&page, id).await?;
    page.form(LIST, &facts, &Typed::default())
}

/// `POST /counter/seminars/{id}/certificates`
async fn issue(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    keeper(&page)?;
    let issued = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::issue(work, id).await
    });
    let flash = |count| Flash::good("seminars-certificates-issued", json!({ "count": count }));
    answered(&page, (id, &Typed::default()), issued.await.map(flash)).await
}

/// `POST /counter/seminars/{id}/completion`
async fn set_completion(
    page: Page,
    Id(id): Id<SeminarId>,
    typed: Typed,
) -> Result<Response, Error> {
    let (lessons, partial) = (typed.number("lessons"), typed.text("partial") == "on");
    let set = does(&page, async |work| {
        service::set_completion(work, id, lessons, partial).await
    });
    let set = set.await?;
    let flash = |()| Flash::good("seminars-completion-set", json!({}));
    answered(&page, (id, &typed), set.map(flash)).await
}

/// `POST /counter/certificates/{id}/revocation`
async fn revoke(page: Page, Id(id): Id<CertificateId>, typed: Typed) -> Result<Response, Error> {
    keeper(&page)?;
    let found = read::certificate(page.app.db.reader(), id).await?;
    let (_, own) = found.ok_or_else(Error::not_found)?;
    let why = typed.text("why").replace("\r\n", "\n");
    let revoked = does(&page, async |work| service::revoke(work, id, &why).await);
    let revoked = revoked.await?;
    let flash = |()| Flash::good("seminars-certificate-revoked", json!({}));
    answered(&page, (own.row.seminar_id, &typed), revoked.map(flash)).await
}

/// Does something that is for those who keep seminars.
async fn does(
    page: &Page,
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<(), Failed<Refused>>,
) -> Result<Result<(), Failed<Refused>>, Error> {
    keeper(page)?;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        verb(work).await
    });
    Ok(done.await)
}

async fn answered(
    page: &Page,
    (id, typed): (SeminarId, &Typed),
    done: Result<Flash, Failed<Refused>>,
) -> Result<Response, Error> {
    match done {
        Ok(flash) => Ok(page.go_saying(&format!("/counter/seminars/{id}/certificates"), &flash)),
        Err(failed) => {
            let facts = given(page, id).await?;
            page.refused(failed.into(), LIST, &facts, typed)
        }
    }
}

async fn given(page: &Page, id: SeminarId) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let one = found(page, id).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let rule = read::completion_of(db, &one).await?;
    let people = read::candidates(db, &one, rule).await?;
    let due = |own: &&Candidate| own.lacking == 0 && own.certificate.is_none();
    let over = matches!(standing(&one.row, now), Standing::Held | Standing::Reported);
    Ok(json!({
        "seminar": facts::seminar(&one, &catalogue, (page.lang, now)),
        "needed": rule.lessons,
        "partial": rule.partial,
        "due": people.iter().filter(due).count(),
        "people": people.iter().map(candidate).collect::<Vec<_>>(),
        "keeps": rules::may_keep(&page.actor()),
        "over": over,
    }))
}

fn candidate(own: &Candidate) -> Value {
    let mut fact = person(&own.taking);
    fact["attended"] = json!(own.attended);
    fact["lacking"] = json!(own.lacking);
    fact["certificate"] = json!(own.certificate.as_ref().map(described));
    fact
}

fn described(row: &certificate::Model) -> Value {
    let year = FiscalYear::try_starting_in(row.fiscal_year).map(FiscalYear::name);
    json!({
        "id": row.id,
        "year": year.unwrap_or_default(),
        "number": row.number.to_string(),
        "name": row.name,
        "attended": row.attended,
        "lessons": row.lessons,
        "issued_at": row.issued_at.rfc3339(),
        "revoked_at": row.revoked_at.map(Instant::rfc3339),
    })
}

/// `GET /enrolments/{id}/certificate`: the paper, as often as somebody prints it.
async fn paper(page: Page, Id(id): Id<EnrolmentId>) -> Result<Response, Error> {
    let own = seen(&page, id).await?;
    let row = read::certificate_of(page.app.db.reader(), id).await?;
    let row = row.ok_or_else(Error::not_found)?;
    let address = format!("{}/completions/{}", page.app.site.public_url, row.id);
    let mut facts = whole(&page, &row, &own).await?;
    facts["code"] = square_code(&address)?;
    facts["address"] = json!(address);
    page.show("seminars/certificate.html", &facts)
}

/// `GET /completions/{id}`: whoever has the paper in hand sees whether it holds.
async fn check(page: Page, Id(id): Id<CertificateId>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let found = read::certificate(page.app.db.reader(), id).await?;
    let (row, own) = found.ok_or_else(Error::not_found)?;
    let facts = whole(&page, &row, &own).await?;
    page.show("seminars/certificate_check.html", &facts)
}

async fn whole(page: &Page, row: &certificate::Model, own: &Own) -> Result<Value, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let now = page.app.clock.now();
    Ok(json!({
        "certificate": described(row),
        "enrolment": own.row.id,
        "seminar": facts::seminar(&own.seminar, &catalogue, (page.lang, now)),
    }))
}
