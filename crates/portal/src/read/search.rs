//! What the counter's search finds beside people: whatever has a number or a name of its own.

use bookings::{
    read::{series_with_reference, with_reference_part, with_ward_reference_part},
    rules::reference,
};
use chrono::NaiveDate;
use kernel::Fault;
use sea_orm::ConnectionTrait;
use serde::Serialize;

/// So many of each kind are listed at most.
const LISTED: u64 = 20;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// What it is, as the page's texts name it.
    pub kind: &'static str,
    /// Where it is seen.
    pub href: String,
    /// Its number or its name.
    pub text: String,
    /// What else tells it from others: of an organisation its 法人番号.
    pub note: String,
}

/// Series, cases, uses with a number of the ward, applications, receipts and organisations that are called
/// so, in this order.
pub async fn hits(
    db: &impl ConnectionTrait,
    asked: &str,
    today: NaiveDate,
) -> Result<Vec<Hit>, Fault> {
    let mut hits = Vec::new();
    let mut hit = |kind, href: String, text: String, note: String| {
        hits.push(Hit {
            kind,
            href,
            text,
            note,
        });
    };
    if asked.is_empty() {
        return Ok(hits);
    }
    if let Some(number) = reference::read(asked)
        && let Some(id) = series_with_reference(db, &number).await?
    {
        hit("series", format!("/series/{id}"), number, String::new());
    }
    if let Some(number) = reference::read(asked)
        && let Some(id) = consultations::read::with_reference(db, &number).await?
    {
        hit("case", format!("/cases/{id}"), number, String::new());
    }
    let (bookings, own) = with_ward_reference_part(db, asked, LISTED).await?;
    for (id, number) in bookings {
        hit("ward", format!("/bookings/{id}"), number, String::new());
    }
    for (id, number) in own {
        hit(
            "ward",
            format!("/counter/own-uses/{id}"),
            number,
            String::new(),
        );
    }
    if let Some(id) = organisations::read::by_reference(db, asked).await? {
        let href = format!("/counter/applications/{id}");
        hit("application", href, asked.to_owned(), String::new());
    }
    for (id, number) in fees::read::receipts_numbered(db, asked).await? {
        hit("receipt", format!("/receipts/{id}"), number, String::new());
    }
    let found = organisations::read::find_organisations(db, asked, None, today).await?;
    for one in found.items {
        let href = format!("/counter/organisations/{}", one.id);
        let note = one.corporate_number.unwrap_or_default();
        hit("organisation", href, one.name, note);
    }
    Ok(hits)
}

/// The list of the bookings in whose reference this stands, if there are any.
pub async fn bookings_by_part(
    db: &impl ConnectionTrait,
    asked: &str,
) -> Result<Option<Hit>, Fault> {
    let Some(parts) = reference::parts(asked) else {
        return Ok(None);
    };
    if with_reference_part(db, &parts, 1).await?.is_empty() {
        return Ok(None);
    }
    Ok(Some(Hit {
        kind: "bookings",
        href: format!("/counter/bookings?q={}", parts[0]),
        text: parts[0].clone(),
        note: String::new(),
    }))
}
