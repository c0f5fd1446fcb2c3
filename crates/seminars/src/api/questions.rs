//! What the API tells of the questions of a seminar.

use axum::Json;
use bookings::api::Problem;
use kernel::Failed;
use serde::Serialize;
use surveys::rules::Question as Written;
use utoipa::ToSchema;
use web::{Error, Id, Page};

use crate::{Refused, entity::SeminarId, read};

/// What is asked of those who enrol, in its order.
#[derive(Serialize, ToSchema)]
pub(super) struct Questions {
    items: Vec<Question>,
}

/// One question.
#[derive(Serialize, ToSchema)]
struct Question {
    /// By which `answers` names it.
    number: i32,
    /// `line`, `text`, `choice`, `choices`, `yes_no`, `number`, `file` or `consent`.
    kind: String,
    /// What is asked.
    text: String,
    /// What helps to answer it; of a consent, what is agreed to.
    help: String,
    /// What can be chosen; the first has the number 1.
    options: Vec<String>,
    /// Whether whoever is asked must answer.
    required: bool,
    /// The smallest and the largest number.
    least: Option<i64>,
    most: Option<i64>,
    /// Of whom it is asked; null when of everybody.
    only_if: Option<OnlyIf>,
}

/// Those who answered another question so.
#[derive(Serialize, ToSchema)]
struct OnlyIf {
    number: i32,
    /// `yes`, `no`, or the number of an option.
    answer: String,
}

/// What a seminar asks of those who enrol.
#[utoipa::path(get, path = "/api/v1/seminars/{id}/questions", tag = "seminars",
    params(("id" = Uuid, Path, description = "The seminar")),
    responses(
        (status = 200, description = "Its questions; none when nothing is asked", body = Questions),
        (status = 404, description = "No such seminar, or not for everybody to see", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn questions(page: Page, Id(id): Id<SeminarId>) -> Result<Json<Questions>, Error> {
    let db = page.app.db.reader();
    let found = read::seminar(db, id).await?;
    let found = found.filter(|one| one.row.published_at.is_some());
    found.ok_or(Failed::Refused(Refused::NotThere))?;
    let asked = read::questions(db, id).await?;
    let items = (1..).zip(asked).map(Question::of).collect();
    Ok(Json(Questions { items }))
}

impl Question {
    fn of((number, one): (i32, Written)) -> Self {
        let (least, most) = one.more.bounds.unzip();
        Self {
            number,
            kind: one.kind.code().to_owned(),
            text: one.text,
            help: one.more.help,
            options: one.options.into_iter().map(|option| option.text).collect(),
            required: one.required,
            least,
            most,
            only_if: one.more.only_if.map(|on| OnlyIf {
                number: on.question,
                answer: on.answer,
            }),
        }
    }
}
