//! 抽選のきまり: which space is drawn from which month on, and how.

use axum::response::Response;
use bookings::{
    read::Catalogue,
    rules::{clock, time_of_day},
};
use chrono::Months;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::facts::{self, month_code};
use crate::{
    entity::{TermsId, tier::Who},
    read,
    rules::{NO_TIME, TermsDraft, month_of},
    service,
};

const FORM: &str = "lotteries/terms.html";
const ONE: &str = "lotteries/terms_one.html";

/// So many bands and tiers can be entered.
const BANDS: [usize; 4] = [1, 2, 3, 4];
const TIERS: [usize; 3] = [1, 2, 3];

/// The usual bands of a day: morning, afternoon, evening.
const USUAL: [(i32, i32); 3] = [(9 * 60, 12 * 60), (13 * 60, 17 * 60), (18 * 60, 21 * 60)];

/// `GET /counter/lotteries/terms`
pub(super) async fn new(page: Page) -> Result<Response, Error> {
    let page = page.nav("lotteries");
    page.manager()?;
    let mut filled = Typed::default()
        .or("months_before", "2")
        .or("from_day", "1")
        .or("until_day", "10")
        .or("most", "4")
        .or("draw_days", "3")
        .or("answer_days", "7")
        .or("tier_1", Who::Inside.code())
        .or("tier_2", Who::Everyone.code());
    for (band, (opens, closes)) in BANDS.iter().zip(USUAL) {
        filled = filled
            .or(&format!("band_{band}_from"), &time_of_day(opens))
            .or(&format!("band_{band}_until"), &time_of_day(closes));
    }
    page.form(FORM, &given(&page).await?, &filled)
}

/// `POST /counter/lotteries/terms`
pub(super) async fn set(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("lotteries");
    page.manager()?;
    let draft = draft(&typed);
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::set_terms(work, &draft).await
    });
    match set.await {
        Ok(_) => {
            let flash = Flash::good("lotteries-terms-set", json!({}));
            Ok(page.go_saying("/counter/lotteries", &flash))
        }
        Err(failed) => page.refused(failed.into(), FORM, &given(&page).await?, &typed),
    }
}

/// `GET /counter/lotteries/terms/{id}`: terms, and ending them.
pub(super) async fn one(page: Page, Id(id): Id<TermsId>) -> Result<Response, Error> {
    let page = page.nav("lotteries");
    page.manager()?;
    let facts = told(&page, id).await?;
    page.form(ONE, &facts, &Typed::default())
}

/// `POST /counter/lotteries/terms/{id}/end`: `last` is the last month that is drawn.
pub(super) async fn end(page: Page, Id(id): Id<TermsId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("lotteries");
    page.manager()?;
    let last = month_of(typed.text("last"));
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_terms(work, id, last).await
    });
    match ended.await {
        Ok(_) => {
            let flash = Flash::good("lotteries-terms-ended", json!({}));
            Ok(page.go_saying("/counter/lotteries", &flash))
        }
        Err(failed) => page.refused(failed.into(), ONE, &told(&page, id).await?, &typed),
    }
}

/// `POST /counter/lotteries/terms/{id}/removal`
pub(super) async fn remove(page: Page, Id(id): Id<TermsId>) -> Result<Response, Error> {
    let page = page.nav("lotteries");
    page.manager()?;
    let removed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::remove_terms(work, id).await
    });
    match removed.await {
        Ok(()) => {
            let flash = Flash::good("lotteries-terms-removed", json!({}));
            Ok(page.go_saying("/counter/lotteries", &flash))
        }
        Err(failed) => {
            let facts = told(&page, id).await?;
            page.refused(failed.into(), ONE, &facts, &Typed::default())
        }
    }
}

async fn told(page: &Page, id: TermsId) -> Result<Value, Error> {
    let today = page.app.clock.now().date();
    let catalogue = Catalogue::current(&page.app).await?;
    let all = read::all_terms(page.app.db.reader()).await?;
    let terms = all.iter().find(|terms| terms.id == id);
    let terms = terms.ok_or_else(Error::not_found)?;
    let facts = facts::terms_paid(terms, &catalogue, page).await?;
    let known = read::of_space(page.app.db.reader(), terms.space).await?;
    let named = known.iter().any(|one| one.terms_id == id);
    Ok(json!({ "terms": facts, "named": named, "months": months(today) }))
}

fn draft(typed: &Typed) -> TermsDraft {
    let tiers = TIERS.iter().map(|place| format!("tier_{place}"));
    let tiers = tiers.filter(|name| !typed.text(name).is_empty());
    let tiers = tiers.map(|name| Who::parse(typed.text(&name)));
    let time = |name: String| match typed.text(&name) {
        "" => None,
        text => Some(clock(text).unwrap_or(NO_TIME)),
    };
    let bands = BANDS.iter().map(|band| {
        let from = time(format!("band_{band}_from"));
        (from, time(format!("band_{band}_until")))
    });
    TermsDraft {
        space: typed.text("space").parse().ok(),
        first: month_of(typed.text("first")),
        months_before: typed.number("months_before"),
        from_day: typed.number("from_day"),
        until_day: typed.number("until_day"),
        most: typed.number("most"),
        draw_days: typed.number("draw_days"),
        answer_days: typed.number("answer_days"),
        tiers: tiers.collect(),
        bands: bands.collect(),
        source: (
            typed.text("source").to_owned(),
            typed.text("source_en").to_owned(),
        ),
    }
}

/// The spaces and months there are to choose from.
async fn given(page: &Page) -> Result<Value, Error> {
    let today = page.app.clock.now().date();
    let catalogue = Catalogue::current(&page.app).await?;
    let place = |place: &bookings::read::Place| json!({ "value": place.space.id.to_string(), "label": place.name(page.lang) });
    Ok(json!({
        "places": catalogue.in_use(today).map(place).collect::<Vec<_>>(),
        "months": months(today),
        "who": Who::ALL.map(Who::code),
        "bands": BANDS,
        "tiers": TIERS,
    }))
}

/// The months to choose from, as forms name them.
fn months(today: chrono::NaiveDate) -> Vec<String> {
    let months = (1..=18).filter_map(|ahead| today.checked_add_months(Months::new(ahead)));
    months.map(month_code).collect()
}
