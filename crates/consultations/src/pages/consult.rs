//! 相談する: what the centre helps with, and who advises.

use axum::response::Response;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{
    ask::{shown, wanted},
    desks, facts,
};
use crate::{
    entity::{ExpertId, case_field::Field, meeting::Mode},
    read::{self, Card},
};

/// `GET /consult`
pub(super) async fn lead(page: Page) -> Result<Response, Error> {
    let page = page.nav("consult");
    let today = page.app.clock.now().date();
    let terms = read::terms(page.app.db.reader(), today).await?;
    let cards = shown_cards(&page).await?;
    let offered = |field: &&Field| cards.iter().any(|card| card.fields.contains(field));
    let offered = Field::ALL.iter().filter(offered).map(|field| field.code());
    let facts = json!({
        "fields": offered.collect::<Vec<_>>(),
        "desks": desks::open_now(&page).await?,
        "experts": cards.len(),
        "minutes": terms.meeting_minutes,
        "triage_days": terms.triage_days,
    });
    page.show("consultations/lead.html", &facts)
}

/// `GET /experts?field=`
pub(super) async fn experts(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("consult");
    let cards = shown_cards(&page).await?;
    let field = Field::parse(typed.text("field"));
    let fits = |card: &&Card| field.is_none_or(|field| card.fields.contains(&field));
    let experts: Vec<Value> = cards.iter().filter(fits).map(facts::expert).collect();
    let facts = json!({ "experts": experts, "choices": facts::choices(&page)? });
    page.form("consultations/experts.html", &facts, &typed)
}

/// `GET /experts/{id}?mode=&from=`
pub(super) async fn expert(
    page: Page,
    Id(id): Id<ExpertId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("consult");
    let cards = shown_cards(&page).await?;
    let card = cards.iter().find(|card| card.row.id == id);
    let card = card.ok_or_else(Error::not_found)?;
    let mode = Mode::parse(typed.text("mode")).unwrap_or(Mode::Centre);
    let wanted = wanted(mode, Some(id), shown(&page, &typed));
    let now = page.app.clock.now();
    let slots = read::free_hours(page.app.db.reader(), page.app.db.kept(), &wanted, now).await?;
    let free = slots.iter().map(|slot| json!({ "starts_at": slot.span.from.rfc3339(), "ends_at": slot.span.until.rfc3339() }));
    let facts = json!({
        "expert": facts::expert(card),
        "free": free.collect::<Vec<_>>(),
        "mode": mode.code(),
        "choices": facts::choices(&page)?,
        "days": [wanted.days.0.to_string(), wanted.days.1.to_string()],
    });
    page.form("consultations/expert.html", &facts, &typed)
}

/// Those whom the public may choose today.
async fn shown_cards(page: &Page) -> Result<Vec<Card>, Error> {
    let today = page.app.clock.now().date();
    let mut cards = read::cards(page.app.db.reader()).await?;
    cards.retain(|card| card.row.shown && card.row.advises_on(today));
    Ok(cards)
}
