//! 創業の証明書: how far one is, what it brings, and applying.

use axum::response::Response;
use japan::{Yen, calendar::parse_date};
use serde_json::{Value, json};
use web::{Error, Page, Typed, sent};

use super::{facts, typed};
use crate::{
    read::{self, Came, Laws, Listed, Plan},
    rules::{BenefitRow, Form, Founder, Standing, Undertaking, WhyNot, benefits, saving},
    service,
};

const PAGE: &str = "founders/mine.html";
const FORM: &str = "founders/apply.html";

/// `GET /mypage/founding?standing=&day=&form=&capital=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("learn");
    let person = page.person()?.person;
    let own = read::of_person(page.app.db.reader(), person).await?;
    let (plan, laws, came) = known(&page).await?;
    let today = page.app.clock.now().date();
    let said = typed::standing(&typed).zip(parse_date(typed.text("day")));
    let founder = said.map(|(standing, day)| Founder { standing, day });
    let told = founder.unwrap_or(Founder {
        standing: Standing::PlansBusiness,
        day: today,
    });
    let progress = read::progress_of(&plan, &laws, &came, told, today);
    let facts = json!({
        "plan": plan.on(today).map(|row| json!({ "source": row.source, "since": row.valid_from })),
        "progress": facts::progress(&page, &progress, &came, founder.is_some())?,
        "saving": saved(&page, &laws, &typed),
        "benefits": brought(&page, &laws, (founder, &typed)),
        "applications": own.iter().map(|one| facts::application(&page, one)).collect::<Vec<_>>(),
        "applies": progress.completed_on.is_some() && !has_open(&own),
        "choices": typed::choices(&page, &plan, &laws.benefits)?,
    });
    page.form(PAGE, &facts, &typed)
}

fn has_open(own: &[Listed]) -> bool {
    let open = crate::entity::application::OPEN;
    own.iter().any(|one| open.contains(&one.row.state.as_str()))
}

/// The plan, the laws, and what the reader came to.
async fn known(page: &Page) -> Result<(Plan, Laws, Vec<Came>), Error> {
    let db = page.app.db.reader();
    let person = page.person()?.person;
    let came = read::came(db, &[person]).await?.remove(&person);
    let plan = read::plan(db).await?;
    let today = page.app.clock.now().date();
    let came = read::told_themselves(&plan, came.unwrap_or_default(), today);
    Ok((plan, read::laws(db).await?, came))
}

/// What the certificate saves of the registration tax, once a company and its capital are typed.
fn saved(page: &Page, laws: &Laws, typed: &Typed) -> Value {
    let kind = typed::form(typed).and_then(Form::company);
    let capital = typed::capital(typed).or(Some(Yen::ZERO));
    let today = page.app.clock.now().date();
    let Some((kind, capital)) = kind.zip(capital) else {
        return Value::Null;
    };
    let mut rows = laws.taxes.iter().filter(|row| row.kind == kind);
    let source = rows.find(|row| row.in_force.has(today));
    match saving(&laws.taxes, kind, capital, today) {
        Ok(found) => json!({
            "usual": found.usual.0, "reduced": found.reduced.0, "saved": found.saved.0,
            "source": source.map(|row| row.source.as_str()),
        }),
        Err(_) => json!({ "usual": null }),
    }
}

/// What the certificate brings; for whom, once they told how far they are.
fn brought(page: &Page, laws: &Laws, (founder, typed): (Option<Founder>, &Typed)) -> Vec<Value> {
    let today = page.app.clock.now().date();
    let doing = match typed::form(typed) {
        Some(Form::Company(_)) => Undertaking::FoundsCompany {
            head_office_in_ward: true,
        },
        _ => Undertaking::Other,
    };
    let fact = |row: &BenefitRow, why: Option<&'static str>| json!({ "code": row.code, "source": row.source, "why": why });
    let Some(founder) = founder else {
        let rows = laws.benefits.iter().filter(|row| row.in_force.has(today));
        return rows.map(|row| fact(row, None)).collect();
    };
    let all = benefits(&laws.benefits, &laws.eligibility, founder, doing, today);
    let told = all
        .into_iter()
        .map(|(row, theirs)| fact(row, theirs.err().map(WhyNot::key)));
    told.collect()
}

/// `GET /mypage/founding/new`
pub(super) async fn new(page: Page) -> Result<Response, Error> {
    let page = page.nav("learn");
    page.person()?;
    let filled = sent::named(Typed::default()).or("copies", "1");
    let facts = given(&page).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /mypage/founding`
pub(super) async fn apply(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("learn");
    page.person()?;
    let draft = typed::draft(&typed);
    let made = sent::once(&page, &typed, async |work| {
        service::apply(work, &draft).await
    });
    let to = made.await.map(|id| format!("/mypage/founding/{id}"));
    sent::answer(&page, (FORM, &typed), to, "founders-applied", given(&page)).await
}

/// The form of a new application.
async fn given(page: &Page) -> Result<Value, Error> {
    let (plan, laws, came) = known(page).await?;
    let today = page.app.clock.now().date();
    let nobody = Founder {
        standing: Standing::PlansBusiness,
        day: today,
    };
    let progress = read::progress_of(&plan, &laws, &came, nobody, today);
    Ok(json!({
        "saved": null,
        "progress": facts::progress(page, &progress, &came, false)?,
        "consults": plan.has_consultations(),
        "choices": typed::choices(page, &plan, &laws.benefits)?,
    }))
}
