//! What came of a survey in figures, over all its versions.

use kernel::{Fault, Instant, Span};
use sea_orm::{
    JoinType, PaginatorTrait, QueryOrder, QuerySelect, QueryTrait, RelationDef, Select,
    entity::prelude::*, sea_query::SelectStatement,
};

use super::{
    Survey,
    asked::{Asked, questions},
};
use crate::entity::{
    SurveyId, SurveyVersionId, survey_answer, survey_invitation,
    survey_question::{self, Kind},
};

/// Which invitations count.
#[derive(Clone, Copy, Debug)]
pub enum Period {
    /// Those sent within it, whether they can still be answered or not.
    Sent(Span),
    /// Those that can be answered no more since some moment within it: nothing about them changes.
    Closed(Span),
}

/// How many were asked, and how many of them answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Asked.
    pub sent: i64,
    /// Answered.
    pub answered: i64,
}

/// What came of a survey.
#[derive(Clone, Debug)]
pub struct Results {
    /// How many were asked and answered.
    pub counts: Counts,
    /// Question by question: those of the newest version, then what only earlier ones asked.
    pub questions: Vec<Asked>,
}

/// What somebody wrote, and when.
#[derive(Clone, Debug)]
pub struct Written {
    /// In their words.
    pub words: String,
    /// When they answered.
    pub at: Option<Instant>,
}

/// How many were asked by a survey within a span, and how many answered within it, whenever they were
/// asked: for measures.
pub async fn answered(db: &impl ConnectionTrait, code: &str, span: Span) -> Result<Counts, Fault> {
    let Some(survey) = super::by_code(db, code).await? else {
        return Ok(Counts::default());
    };
    let [sent, answered] = [
        survey_invitation::Column::SentAt,
        survey_invitation::Column::AnsweredAt,
    ]
    .map(|column| within(survey, column, span));
    Ok(Counts {
        sent: number(sent.count(db).await?),
        answered: number(answered.count(db).await?),
    })
}

/// What came of a survey in some periods that do not overlap.
pub async fn results(
    db: &impl ConnectionTrait,
    survey: SurveyId,
    periods: &[Period],
) -> Result<Results, Fault> {
    let mut questions = questions(db, survey, periods.len()).await?;
    let mut counts = Counts::default();
    for (at, period) in periods.iter().enumerate() {
        for (version, number, value, count) in counted(db, survey, *period).await? {
            let place = (version, number);
            let asked = questions.iter_mut().find(|one| one.places.contains(&place));
            if let Some(values) = asked.and_then(|asked| asked.values.get_mut(at)) {
                *values.entry(value).or_default() += count;
            }
        }
        let more = self::counts(db, survey, *period).await?;
        counts.sent += more.sent;
        counts.answered += more.answered;
    }
    let is_answered = |one: &Asked| one.values.iter().any(|values| !values.is_empty());
    questions.retain(|one| one.is_asked || is_answered(one));
    Ok(Results { counts, questions })
}

/// What people wrote to a question in a period, the latest first. Nothing of a survey whose words are
/// confidential: those stand with what they are about ([`super::answers_of`]).
pub async fn words(
    db: &impl ConnectionTrait,
    survey: &Survey,
    asked: &Asked,
    period: Period,
    most: u64,
) -> Result<Vec<Written>, Fault> {
    let mut all = Vec::new();
    if survey.row.confidential || asked.question.kind != Kind::Text {
        return Ok(all);
    }
    for (version, number) in &asked.places {
        let rows: Vec<(String, Option<Instant>)> = survey_answer::Entity::find()
            .select_only()
            .column(survey_answer::Column::Value)
            .column(survey_invitation::Column::AnsweredAt)
            .join(JoinType::InnerJoin, of_invitation())
            .filter(survey_answer::COLUMN.version_id.eq(*version))
            .filter(survey_answer::COLUMN.number.eq(*number))
            .filter(
                survey_invitation::COLUMN
                    .id
                    .in_subquery(ids(survey.row.id, period)),
            )
            .order_by_desc(survey_invitation::COLUMN.answered_at)
            .limit(most)
            .into_tuple()
            .all(db)
            .await?;
        all.extend(rows.into_iter().map(|(words, at)| Written { words, at }));
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.at));
    all.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(all)
}

/// How often each value was given to each question; of words how many wrote some.
async fn counted(
    db: &impl ConnectionTrait,
    survey: SurveyId,
    period: Period,
) -> Result<Vec<(SurveyVersionId, i32, String, i64)>, Fault> {
    let grouped = || {
        survey_answer::Entity::find()
            .select_only()
            .column(survey_answer::Column::VersionId)
            .column(survey_answer::Column::Number)
            .join(JoinType::InnerJoin, of_question())
            .filter(
                survey_answer::COLUMN
                    .invitation_id
                    .in_subquery(ids(survey, period)),
            )
            .group_by(survey_answer::Column::VersionId)
            .group_by(survey_answer::Column::Number)
    };
    let count = || survey_answer::Column::InvitationId.count();
    let mut rows: Vec<(SurveyVersionId, i32, String, i64)> = grouped()
        .column(survey_answer::Column::Value)
        .column_as(count(), "count")
        .filter(survey_question::COLUMN.kind.ne(Kind::Text))
        .group_by(survey_answer::Column::Value)
        .into_tuple()
        .all(db)
        .await?;
    let words: Vec<(SurveyVersionId, i32, i64)> = grouped()
        .column_as(count(), "count")
        .filter(survey_question::COLUMN.kind.eq(Kind::Text))
        .into_tuple()
        .all(db)
        .await?;
    let wrote = |(version, number, count)| (version, number, String::new(), count);
    rows.extend(words.into_iter().map(wrote));
    Ok(rows)
}

/// How many were asked in a period, and how many of them answered.
pub async fn counts(
    db: &impl ConnectionTrait,
    survey: SurveyId,
    period: Period,
) -> Result<Counts, Fault> {
    let all = invitations(survey, period);
    let answered = survey_invitation::COLUMN.answered_at.is_not_null();
    let answered = all.clone().filter(answered).count(db).await?;
    Ok(Counts {
        sent: number(all.count(db).await?),
        answered: number(answered),
    })
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn ids(survey: SurveyId, period: Period) -> SelectStatement {
    invitations(survey, period)
        .select_only()
        .column(survey_invitation::Column::Id)
        .into_query()
}

/// The invitations that count.
fn invitations(survey: SurveyId, period: Period) -> Select<survey_invitation::Entity> {
    let (column, span) = match period {
        Period::Sent(span) => (survey_invitation::Column::SentAt, span),
        Period::Closed(span) => (survey_invitation::Column::ExpiresAt, span),
    };
    within(survey, column, span)
}

fn within(
    survey: SurveyId,
    column: survey_invitation::Column,
    span: Span,
) -> Select<survey_invitation::Entity> {
    survey_invitation::Entity::find()
        .filter(survey_invitation::COLUMN.survey_id.eq(survey))
        .filter(column.gte(span.from))
        .filter(column.lt(span.until))
}

fn of_invitation() -> RelationDef {
    survey_answer::Entity::belongs_to(survey_invitation::Entity)
        .from(survey_answer::Column::InvitationId)
        .to(survey_invitation::Column::Id)
        .into()
}

fn of_question() -> RelationDef {
    let number = (
        survey_answer::Column::VersionId,
        survey_answer::Column::Number,
    );
    survey_answer::Entity::belongs_to(survey_question::Entity)
        .from(number)
        .to((
            survey_question::Column::VersionId,
            survey_question::Column::Number,
        ))
        .into()
}
