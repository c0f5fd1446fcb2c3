//! A company is registered, from the form to the letter; what is refused; who sees what.

mod looking;
mod merging;
mod papers;
mod renewal;
mod representatives;
mod review;
mod together;

use organisations::{
    entity::{
        ApplicationId,
        application::{self, State},
        category::{Locality, Party, Stage},
    },
    rules::Category,
};
use sea_orm::EntityTrait;
use tests::{Answer, Browser, TestApp};

/// A small paper that is what its name says.
pub(crate) const PDF: (&str, &[u8]) = ("登記事項証明書.pdf", b"%PDF-1.7 an invented paper");

/// What a company types.
pub(crate) const COMPANY: [(&str, &str); 10] = [
    ("as", "business"),
    ("name", "株式会社見本製作所"),
    ("kana", "ミホンセイサクショ"),
    ("corporate_number", "7000012050002"),
    ("postal_code", "1530000"),
    ("address", "目黒区見本町一丁目2番3号"),
    ("telephone", "03-0000-0000"),
    ("founded_on", "2024-04-01"),
    ("locality", "ward_business"),
    ("stage", "young"),
];

/// What reception grants it for two years.
const GRANTED: [(&str, &str); 6] = [
    ("decision", "approve"),
    ("party", "business"),
    ("locality", "ward_business"),
    ("stage", "young"),
    ("from", "2026-12-08"),
    ("until", "2028-12-07"),
];

const YOUNG_COMPANY: Category = Category {
    locality: Locality::WardBusiness,
    party: Party::Business,
    stage: Stage::Young,
};

/// The fields with others put in their place, or added.
pub(crate) fn with<'f>(
    fields: &[(&'f str, &'f str)],
    other: &[(&'f str, &'f str)],
) -> Vec<(&'f str, &'f str)> {
    let kept = fields
        .iter()
        .filter(|(name, _)| other.iter().all(|(own, _)| own != name));
    kept.chain(other).copied().collect()
}

/// Asks to approve a company's application.
pub(crate) async fn try_to_grant(reception: &Browser, id: ApplicationId) -> Answer {
    answer(reception, id, "1", &GRANTED).await
}

/// Approves a company's application.
pub(crate) async fn grant(reception: &Browser, id: ApplicationId) {
    let done = try_to_grant(reception, id).await;
    assert_eq!(done.status, 303, "{}", done.text);
}

/// Hands in the company's application; its id.
pub(crate) async fn apply(member: &Browser) -> ApplicationId {
    let answer = member.post_papers("/applications", &COMPANY, &[PDF]).await;
    id_of(&answer)
}

/// The same with other words in some fields.
pub(crate) async fn apply_as(member: &Browser, other: &[(&str, &str)]) -> ApplicationId {
    let fields = with(&COMPANY, other);
    id_of(&member.post_papers("/applications", &fields, &[PDF]).await)
}

/// The same for a company without a 法人番号: one number is registered once.
pub(crate) async fn apply_without_number(member: &Browser) -> ApplicationId {
    let fields = with(&COMPANY, &[("corporate_number", "")]);
    id_of(&member.post_papers("/applications", &fields, &[PDF]).await)
}

#[track_caller]
fn id_of(answer: &Answer) -> ApplicationId {
    assert_eq!(answer.status, 303, "{}", answer.text);
    let id = answer.location.rsplit('/').next().unwrap();
    id.parse().unwrap()
}

/// Answers an application as reception.
async fn answer(
    reception: &Browser,
    id: ApplicationId,
    version: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let fields = with(fields, &[("version", version)]);
    reception
        .post(&format!("/counter/applications/{id}/review"), &fields)
        .await
}

pub(crate) async fn row(app: &TestApp, id: ApplicationId) -> application::Model {
    application::Entity::find_by_id(id)
        .one(app.app.db.reader())
        .await
        .unwrap()
        .unwrap()
}

async fn state(app: &TestApp, id: ApplicationId) -> State {
    row(app, id).await.state
}

/// The category of an application's organisation today.
async fn category(app: &TestApp, id: ApplicationId) -> Category {
    let row = row(app, id).await;
    let today = app.clock.now().date();
    let db = app.app.db.reader();
    organisations::read::category(db, row.person_id, row.organisation_id, today)
        .await
        .unwrap()
}
