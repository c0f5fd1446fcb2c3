//! Another price of a tariff, before it is entered: what changes, and whose bookings it touches.

use axum::response::Response;
use fees::{RateAsked, entity::TariffId};
use web::{Error, Id, Page, Typed};

use super::priced;
use crate::read;

/// `POST /counter/tariffs/{id}/confirmation`: what changes from when on; changes nothing.
pub(in super::super) async fn confirm_rate(
    page: Page,
    Id(id): Id<TariffId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("fees");
    match fees::ask_about_rate(&page, id, &typed).await? {
        RateAsked::Answer(answer) => Ok(answer),
        RateAsked::Sure(mut facts, new) => {
            let (db, now) = (page.app.db.reader(), page.app.clock.now());
            let touched = read::rerated(db, id, &new, now).await?;
            priced::fill(&page, &mut facts, &touched).await?;
            page.form(fees::RATE_CONFIRM, &facts, &typed)
        }
    }
}
