//! Applying for a time.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::{Actor, PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::facts;
use crate::{
    entity::LotteryId,
    read,
    rules::{entry_code, may_apply, slot_of},
    service::{self, Apply},
};

const FORM: &str = "lotteries/new.html";

/// `GET /lotteries/{id}/new?slot=…&for=`
pub(super) async fn new(
    page: Page,
    Id(id): Id<LotteryId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("use");
    page.person()?;
    let given = given(&page, id, &typed).await?;
    let row = read::one(page.app.db.reader(), id).await?;
    let row = row.ok_or_else(Error::not_found)?;
    match may_apply(&row, page.app.clock.now()) {
        Ok(()) => page.form(FORM, &given, &typed),
        Err(refused) => {
            let failed = kernel::Failed::Refused(refused);
            page.refused(failed.into(), FORM, &given, &typed)
        }
    }
}

/// `POST /lotteries/{id}/entries`
pub(super) async fn enter(
    page: Page,
    Id(id): Id<LotteryId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("use");
    let wish = wish(&page, id, &typed)?;
    let actor = actor(&page, wish.person);
    let entered = transact(&page.app.db, actor, &page.app.clock, async |work| {
        service::apply(work, &wish).await
    });
    match entered.await {
        Ok(made) => {
            let flash = Flash::good(
                "lotteries-applied-flash",
                json!({ "number": entry_code(made.number) }),
            );
            Ok(page.go_saying(&format!("/lottery-entries/{}", made.id), &flash))
        }
        Err(failed) => {
            let given = given(&page, id, &typed).await?;
            page.refused(failed.into(), FORM, &given, &typed)
        }
    }
}

fn wish(page: &Page, id: LotteryId, typed: &Typed) -> Result<Apply, Error> {
    let viewer = page.person()?;
    let person = match typed.text("for") {
        "" => viewer.person,
        id => id
            .parse::<PersonId>()
            .map_err(|_error| Error::not_found())?,
    };
    let organisation = match typed.text("organisation") {
        "" => None,
        id => Some(id.parse().map_err(|_error| Error::not_found())?),
    };
    Ok(Apply {
        lottery: id,
        starts_at: slot_of(typed.text("slot")),
        person,
        organisation,
        purpose: typed.text("purpose").to_owned(),
        attendees: typed.number("attendees"),
    })
}

/// Who acts, and for whom when staff enters it.
fn actor(page: &Page, person: PersonId) -> Actor {
    let mut actor = page.actor();
    actor.on_behalf_of = Some(person).filter(|person| actor.person != Some(*person));
    actor
}

/// The time, and as whom one can apply.
async fn given(page: &Page, id: LotteryId, typed: &Typed) -> Result<Value, Error> {
    let (db, today) = (page.app.db.reader(), page.app.clock.now().date());
    let catalogue = Catalogue::current(&page.app).await?;
    let listed = read::lottery(db, id).await?.ok_or_else(Error::not_found)?;
    let at = slot_of(typed.text("slot")).ok_or_else(Error::not_found)?;
    let slots = read::free_slots(db, &catalogue, &listed).await?;
    let slot = slots.keys().find(|(from, _)| *from == at);
    let guest = facts::guest(page, typed).await?;
    let whose = guest["id"].as_str().and_then(|id| id.parse().ok());
    let whose = whose.or(page.actor().person).ok_or_else(Error::not_found)?;
    let own = organisations::read::represented(db, whose, today).await?;
    let option = |one: organisations::read::Represented| json!({ "value": one.id.to_string(), "label": one.name });
    Ok(json!({
        "lottery": facts::lottery(&listed.row, &catalogue, page),
        "terms": facts::terms_paid(&listed.terms, &catalogue, page).await?,
        "slot": slot.map(|(from, until)| json!({
            "code": typed.text("slot"), "from": from.rfc3339(), "until": until.rfc3339(),
        })),
        "acts_for": own.into_iter().map(option).collect::<Vec<_>>(),
        "for": guest,
    }))
}
