//! What a link opens.

use kernel::{Failed, Instant, Secret};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{Version, told};
use crate::{
    Refused,
    entity::{survey, survey_answer, survey_invitation, survey_version},
};

/// Somebody who was asked, with the questions and what they answered so far.
#[derive(Clone, Debug)]
pub struct Invited {
    /// Who was asked about what.
    pub row: survey_invitation::Model,
    /// Whether their words are read only by whoever may read what it is about.
    pub confidential: bool,
    /// The questions that they were sent.
    pub version: Version,
    /// What they answered, by the numbers of the questions.
    pub answers: Vec<(i32, String)>,
}

/// Who was given this secret, as long as they can answer. Looking uses nothing up.
///
/// # Errors
/// [`Refused::NotThere`] for a secret of nobody; [`Refused::Over`] when it is too late.
pub async fn by_secret(
    db: &impl ConnectionTrait,
    presented: &str,
    now: Instant,
) -> Result<Invited, Failed<Refused>> {
    let found = survey_invitation::Entity::find()
        .filter(
            survey_invitation::COLUMN
                .digest
                .eq(Secret::digest_of(presented)),
        )
        .one(db)
        .await?;
    let row = found.ok_or(Refused::NotThere)?;
    if row.expires_at <= now {
        return Err(Refused::Over(row.expires_at).into());
    }
    of_row(db, row).await
}

/// The same of somebody who was found.
pub(crate) async fn of_row(
    db: &impl ConnectionTrait,
    row: survey_invitation::Model,
) -> Result<Invited, Failed<Refused>> {
    let survey = survey::Entity::find_by_id(row.survey_id).one(db).await?;
    let survey = survey.ok_or(Refused::NotThere)?;
    let version = survey_version::Entity::find_by_id(row.version_id);
    let mut versions = told(db, version.all(db).await?).await?;
    let version = versions.pop().ok_or(Refused::NotThere)?;
    let answers = survey_answer::Entity::find()
        .filter(survey_answer::COLUMN.invitation_id.eq(row.id))
        .order_by_asc(survey_answer::COLUMN.number)
        .all(db)
        .await?;
    let answers = answers.into_iter().map(|row| (row.number, row.value));
    Ok(Invited {
        row,
        confidential: survey.confidential,
        version,
        answers: answers.collect(),
    })
}
