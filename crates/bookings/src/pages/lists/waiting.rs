//! Everyone who waits for a place.

use axum::response::Response;
use serde_json::json;
use web::{
    Error, Page, Typed,
    sheet::{Column, Form, List},
};

use super::super::waiting::named;
use crate::read;

const WAITING: List = List {
    name: "waiting",
    taken: Some("waiting.list_taken"),
    columns: &[
        Column::Time("bookings-label-starts", "/starts_at"),
        Column::Time("bookings-label-ends", "/ends_at"),
        Column::Text("bookings-label-place", "/space/name"),
        Column::Number("bookings-waiting-label-place", "/place"),
        Column::Text("bookings-label-who", "/name"),
        Column::Text("bookings-label-telephone", "/telephone"),
        Column::Text("bookings-label-purpose", "/purpose"),
        Column::Number("bookings-label-attendees", "/attendees"),
        Column::Said(
            "bookings-label-standing",
            "/state",
            "bookings-waiting-state-",
        ),
        Column::Time("bookings-list-answer-by", "/expires_at"),
    ],
};

/// `GET /counter/waiting?as=`
pub(in crate::pages) async fn lines(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("bookings");
    page.staff()?;
    let all = read::lines(page.app.db.reader(), None).await?;
    let rows = named(&page, &all).await?;
    if let Some(form) = Form::asked(&typed)? {
        return page.file_of_today(form, &WAITING, &rows).await;
    }
    page.show("bookings/waiting/lines.html", &json!({ "rows": rows }))
}
