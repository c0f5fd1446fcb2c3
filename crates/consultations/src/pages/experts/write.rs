//! Writing an expert down, and their last day.

use accounts::read::person;
use axum::response::Response;
use kernel::{PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{card, facts, handover, keeper};
use crate::{
    Refused,
    entity::{ExpertId, case_field::Field},
    read::Card,
    rules::ExpertDraft,
    service,
};

const FORM: &str = "consultations/register_form.html";

/// `GET /counter/experts/new?person=`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let facts = given(&page, &typed, None).await?;
    let filled = typed
        .or("languages", "ja")
        .or("caseload", "10")
        .or("honorarium_yen", "0");
    page.form(FORM, &facts, &filled)
}

/// `POST /counter/experts`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let (draft, who) = (draft(&typed), typed.text("person").parse::<PersonId>());
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let who = who.map_err(|_error| Refused::NotThere)?;
        service::add_expert(work, who, &draft).await
    });
    match made.await {
        Ok(id) => {
            let flash = Flash::good("experts-saved", json!({}));
            Ok(page.go_saying(&format!("/counter/experts/{id}"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, &typed, None).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// `GET /counter/experts/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<ExpertId>) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let card = card(&page, id).await?;
    let row = &card.row;
    let mut filled = Typed::default()
        .or("qualifications", &row.qualifications)
        .or("introduction", &row.introduction)
        .or("introduction_en", &row.introduction_en)
        .or("shown", if row.shown { "on" } else { "" })
        .or("caseload", &row.caseload.to_string())
        .or("honorarium_yen", &row.honorarium_yen.to_string())
        .or("signed_on", row.signed_on.as_deref().unwrap_or_default())
        .or("conflicts", &row.conflicts)
        .or("edition", &row.edition.to_string());
    for field in &card.fields {
        filled = filled.and("fields", field.code().to_owned());
    }
    for code in row.speaks() {
        filled = filled.and("languages", code.to_owned());
    }
    let facts = given(&page, &filled, Some(&card)).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /counter/experts/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<ExpertId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let card = card(&page, id).await?;
    let (draft, seen) = (draft(&typed), typed.number("edition").unwrap_or(0));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::edit_expert(work, id, seen, &draft).await
    });
    match changed.await {
        Ok(()) => {
            let flash = Flash::good("experts-saved", json!({}));
            Ok(page.go_saying(&format!("/counter/experts/{id}"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, &typed, Some(&card)).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// `POST /counter/experts/{id}/leaving`: their last day, or none when they stay after all.
pub(super) async fn leave(
    page: Page,
    Id(id): Id<ExpertId>,
    typed: Typed,
) -> Result<Response, Error> {
    keeper(&page)?;
    let (last, seen) = (typed.text("last_day"), typed.number("edition").unwrap_or(0));
    let left = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::leave(work, id, seen, last).await
    });
    left.await?;
    let path = format!("/counter/experts/{id}");
    if !last.is_empty() && handover::is_needed(&page, id).await? {
        let flash = Flash::good("experts-leaving-open", json!({}));
        return Ok(page.go_saying(&format!("{path}/handover"), &flash));
    }
    Ok(page.go_saying(&path, &Flash::good("experts-saved", json!({}))))
}

fn draft(typed: &Typed) -> ExpertDraft {
    let text = |name| typed.text(name).replace("\r\n", "\n");
    let yen = japan::kana::digits(typed.text("honorarium_yen")).replace(',', "");
    ExpertDraft {
        qualifications: text("qualifications"),
        introduction: text("introduction"),
        introduction_en: text("introduction_en"),
        fields: typed
            .all("fields")
            .into_iter()
            .filter_map(Field::parse)
            .collect(),
        languages: typed
            .all("languages")
            .into_iter()
            .map(str::to_owned)
            .collect(),
        shown: !typed.text("shown").is_empty(),
        caseload: typed.number("caseload"),
        honorarium_yen: yen.parse().ok(),
        signed_on: typed.text("signed_on").to_owned(),
        conflicts: text("conflicts"),
    }
}

/// The form; `saved` is the expert as they are written down now.
async fn given(page: &Page, typed: &Typed, saved: Option<&Card>) -> Result<Value, Error> {
    let who = match (saved, typed.text("person").parse::<PersonId>()) {
        (None, Ok(id)) => person(page.app.db.reader(), id).await?,
        _ => None,
    };
    Ok(json!({
        "saved": saved.map(facts::expert),
        "who": who.map(|who| json!({ "id": who.id, "name": who.name })),
        "choices": facts::choices(page)?,
    }))
}
