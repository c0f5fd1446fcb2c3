//! Changing several bookings of a series together, with the same page of clashes before.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    super::{
        book_form::{clock, times},
        comes_to, fee, requests,
    },
    agreed, asked,
    cancel::{scope, scoped},
    form, options, seen,
};
use crate::{
    entity::{HoldId, SeriesId},
    read::{self, Card, Catalogue, Choice, ComesTo, Occurrence, SeriesCard, Wanted},
    refused::Refused,
    rules,
    service::{self, ChangeSeries},
};

/// `GET /series/{id}/change?from=`
pub(crate) async fn change_form(
    page: Page,
    Id(id): Id<SeriesId>,
    typed: Typed,
) -> Result<Response, Error> {
    let (card, facts) = seen(&page, id).await?;
    let scope = scope(id, &typed)?;
    let due = card.remaining(scope.first(&card)?, page.app.clock.now());
    let Some(first) = due.first() else {
        return Err(Failed::from(Refused::NoLongerStands).into());
    };
    let typed = typed
        .or("starts_at", &clock(first.booking.starts_at))
        .or("ends_at", &clock(first.booking.ends_at))
        .or("purpose", &first.booking.purpose)
        .or("attendees", &first.booking.attendees.to_string());
    let facts = change_facts(&page, &card, facts, &typed).await?;
    page.form("bookings/series_change.html", &facts, &typed)
}

/// `POST /series/{id}/change/confirmation`: shows every time as it would become.
pub(crate) async fn check(
    page: Page,
    Id(id): Id<SeriesId>,
    typed: Typed,
) -> Result<Response, Error> {
    if typed.text("back") == "back" {
        return change_form(page, Id(id), typed).await;
    }
    ask(&page, id, typed, false, None).await
}

/// `POST /series/{id}/change`
pub(crate) async fn change(
    page: Page,
    Id(id): Id<SeriesId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.person()?;
    let (app, wish) = (&page.app, wish(id, &typed)?);
    let changed = transact(&app.db, page.actor(), &app.clock, async |work| {
        let changed = service::change_series(work, &wish).await?;
        service::agreed_change(work, &changed, comes_to::shown(&typed)).await?;
        Ok(changed.len())
    })
    .await;
    let real = comes_to::otherwise(&changed);
    match changed {
        Ok(count) => {
            let flash = Flash::good("bookings-series-changed-flash", json!({ "count": count }));
            Ok(page.go_saying(&format!("/series/{id}"), &flash))
        }
        Err(Failed::Refused(_)) => ask(&page, id, typed, true, real).await,
        Err(fault) => Err(fault.into()),
    }
}

async fn ask(
    page: &Page,
    id: SeriesId,
    typed: Typed,
    pressed: bool,
    real: Option<ComesTo>,
) -> Result<Response, Error> {
    let (card, facts) = seen(page, id).await?;
    let wish = wish(id, &typed)?;
    let mut facts = change_facts(page, &card, facts, &typed).await?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    let actor = page.actor();
    let changes = match service::changes(db, &catalogue, &actor, now, &card, &wish).await {
        Ok(changes) => changes,
        Err(failed) => {
            let template = "bookings/series_change.html";
            return page.refused(failed.into(), template, &facts, &typed);
        }
    };
    agreed::fill(page, &mut facts, &changes, real).await?;
    let found = filled(page, &mut facts, changes).await?;
    let mut wrong = Vec::new();
    if pressed {
        wrong = asked::wrong(&typed.clone().or("agree", "on"), &found);
        wrong.extend(comes_to::wrong(real));
    }
    let template = "bookings/series_change_check.html";
    comes_to::answer(page, template, &facts, &typed, &wrong)
}

/// Adds every time to the page, and what each alternative comes to.
async fn filled(
    page: &Page,
    facts: &mut Value,
    changes: Vec<(&Card, Wanted)>,
) -> Result<Vec<Occurrence>, kernel::Fault> {
    let party = changes.first().map(|(first, _)| first.booking.party());
    let found = looked_at(page, changes).await?;
    asked::fill(facts, &found);
    if let Some(party) = party {
        options::priced(page, facts, party).await?;
    }
    Ok(found)
}

/// Every time as it would become; what moves does not stand in its own way.
async fn looked_at(
    page: &Page,
    changes: Vec<(&Card, Wanted)>,
) -> Result<Vec<Occurrence>, kernel::Fault> {
    let moves = |one: &Wanted| one.choice != Choice::LeaveOut;
    let moving: Vec<HoldId> = changes
        .iter()
        .filter(|(_, wanted)| moves(wanted))
        .map(|(card, _)| card.booking.hold_id)
        .collect();
    let (cards, wanted): (Vec<&Card>, Vec<Wanted>) = changes.into_iter().unzip();
    let catalogue = Catalogue::current(&page.app).await?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let booker = service::booker(db, &catalogue, &cards, &wanted, now).await?;
    read::occurrences(db, &catalogue, &wanted, &moving, booker, now, page.lang).await
}

fn wish(id: SeriesId, typed: &Typed) -> Result<ChangeSeries, Error> {
    Ok(ChangeSeries {
        scope: scope(id, typed)?,
        seen: typed.text("seen").to_owned(),
        space: match typed.text("space_id") {
            "" => None,
            id => Some(id.parse().map_err(|_error| Error::not_found())?),
        },
        starts: rules::clock(typed.text("starts_at")),
        ends: rules::clock(typed.text("ends_at")),
        purpose: typed.text("purpose").to_owned(),
        attendees: typed.number("attendees"),
        choices: form::choices(typed),
    })
}

/// What the form has to choose from.
async fn change_facts(
    page: &Page,
    card: &SeriesCard,
    facts: Value,
    typed: &Typed,
) -> Result<Value, Error> {
    let scope = scope(card.series.id, typed)?;
    let now = page.app.clock.now();
    let due = card.remaining(scope.first(card)?, now);
    let mut facts = scoped(page, card, scope, typed, facts)?;
    let catalogue = Catalogue::current(&page.app).await?;
    facts["seen"] = read::versions(&due).into();
    facts["capacity"] = json!(1);
    facts["approval"] = Value::Null;
    if let Some(first) = due.first() {
        let here = due.iter().map(|card| (card.space.id, card.booking.span()));
        let here: Vec<_> = here.collect();
        facts["approval"] = requests::of_wish(page, first.booking.party(), &here).await?;
        facts["kept"] = json!(fee::kept_by_change(page, &due).await?);
        let hours = catalogue.hours(&first.space);
        let open = rules::hours_on(hours, first.booking.starts_at.date());
        let step = first.space.step_minutes;
        facts["starts"] = json!(times(open, step, typed.text("starts_at")));
        facts["ends"] = json!(times(open, step, typed.text("ends_at")));
        facts["capacity"] = json!(first.space.capacity);
    }
    let name =
        |place: &read::Place| json!({ "value": place.space.id, "label": place.name(page.lang) });
    facts["spaces"] = catalogue.in_use(now.date()).map(name).collect();
    Ok(facts)
}
