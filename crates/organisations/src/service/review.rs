//! Reception answers an application.

use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*, sea_query::Expr};

use super::apply::{code, described, held};
use crate::{
    Refused,
    entity::{
        ApplicationId, RegistrationId,
        application::{self, State},
        category::Stage,
        organisation, registration,
    },
    letters, read,
    rules::{self, Applied, Category, Decision, Details},
};

/// Approves, returns or refuses an application that waits.
pub async fn review(
    work: &Work,
    id: ApplicationId,
    version: i32,
    decision: Decision,
) -> Result<application::Model, Failed<Refused>> {
    let before = held(work, id, version).await?;
    let represents = match before.organisation_id {
        Some(organisation) => read::acts_for(work.db(), work.actor(), organisation).await?,
        None => false,
    };
    if !rules::may_review(work.actor(), before.person_id, represents) {
        return Err(Refused::Own.into());
    }
    if before.state != State::Submitted {
        return Err(Refused::Changed.into());
    }
    let details = read::details(&before)?;
    let today = work.now().date();
    let wrong = decision.wrong(before.party, details.founded_on, today);
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
    let (state, event, answer) = match &decision {
        Decision::Approve { answer, .. } => (State::Approved, "application.approved", answer),
        Decision::Return { answer } => (State::Returned, "application.returned", answer),
        Decision::Refuse { answer } => (State::Refused, "application.refused", answer),
    };
    let mut after = application::ActiveModel {
        id: Set(id),
        state: Set(state),
        answer: Set(answer.clone()),
        version: Set(version + 1),
        reviewed_by: Set(work.actor().person),
        reviewed_at: Set(Some(work.now())),
        ..Default::default()
    };
    if let Decision::Approve { category, .. } = &decision {
        after.locality = Set(category.locality);
        after.party = Set(category.party);
        after.stage = Set(category.stage);
    }
    let after = after.update(work.db()).await?;
    let mut happened = Event::new(event, id);
    if let Decision::Approve {
        category,
        from: Some(from),
        until: Some(until),
        ..
    } = decision
    {
        let term = [from.to_string(), until.to_string()];
        happened = happened
            .with("party", code(category.party))
            .with("from", term[0].as_str())
            .with("until", term[1].as_str());
        register(work, &after, category, details, term).await?;
    }
    work.record(happened);
    letters::answered(work, &after).await?;
    Ok(after)
}

/// Writes the registration; what was registered before ends on the day before.
async fn register(
    work: &Work,
    application: &application::Model,
    category: Category,
    mut details: Details,
    [from, until]: [String; 2],
) -> Result<(), Failed<Refused>> {
    let founded_on = details.founded_on.map(|day| day.to_string());
    if let Some(id) = application.organisation_id {
        let known = organisation::Entity::find_by_id(id)
            .lock_exclusive()
            .one(work.db())
            .await?
            .ok_or(Refused::NotThere)?;
        let row = organisation::ActiveModel {
            id: Set(id),
            registered_at: Set(known.registered_at.or(Some(work.now()))),
            ..Default::default()
        };
        // A 法人番号 never goes away again: who leaves it out of a renewal keeps it.
        let kept = known
            .corporate_number
            .filter(|_| known.registered_at.is_some());
        details.corporate_number = details.corporate_number.or(kept);
        let number = details.corporate_number.clone();
        let applied = Applied {
            category,
            details,
            words: String::new(),
        };
        let taken = read::of_number(work.db(), number.as_deref(), id).await?;
        if taken.is_some() {
            return Err(Refused::NumberTaken(taken).into());
        }
        let done = described(row, &applied).update(work.db()).await;
        done.map_err(number_taken)?;
    }
    end_before(work, application, &from).await?;
    let id: RegistrationId = work.new_id();
    registration::Entity::insert(registration::ActiveModel {
        id: Set(id),
        person_id: Set(application
            .organisation_id
            .is_none()
            .then_some(application.person_id)),
        organisation_id: Set(application.organisation_id),
        application_id: Set(application.id),
        locality: Set(category.locality),
        party: Set(category.party),
        stage: Set(category.stage),
        founded_on: Set(founded_on.filter(|_| category.stage == Stage::Young)),
        valid_from: Set(from),
        valid_until: Set(until),
        reviewed_by: Set(work.actor().person),
        reviewed_at: Set(work.now()),
        reminded_days: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

async fn end_before(
    work: &Work,
    application: &application::Model,
    from: &str,
) -> Result<(), Failed<Refused>> {
    let before = from
        .parse()
        .ok()
        .and_then(|day: chrono::NaiveDate| day.pred_opt())
        .map(|day| day.to_string());
    let whose = match application.organisation_id {
        Some(id) => registration::COLUMN.organisation_id.eq(id),
        None => registration::COLUMN.person_id.eq(application.person_id),
    };
    registration::Entity::update_many()
        .col_expr(registration::Column::ValidUntil, Expr::value(before))
        .filter(whose)
        .filter(registration::COLUMN.valid_until.gte(from))
        .exec(work.db())
        .await?;
    Ok(())
}

/// Two approvals may race for one number: the second is refused by the database.
fn number_taken(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("organisations_corporate_number" | "organisations.corporate_number") => {
            Refused::NumberTaken(None).into()
        }
        _ => error.into(),
    }
}
