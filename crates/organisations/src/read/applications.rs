//! Applications: one, those that wait, a person's own.

use std::collections::HashMap;

use files::{PaperId, read::Paper};
use kernel::{Actor, Fault, Instant, PersonId};
use sea_orm::{Condition, ExprTrait, PaginatorTrait, QueryOrder, QuerySelect, entity::prelude::*};
use serde::Serialize;

use super::acts_for;
use crate::{
    entity::{
        ApplicationId, OrganisationId,
        application::{self, State},
        application_paper, representative,
    },
    rules::{self, Category, Details},
};

/// So many applications are listed at most.
pub const LISTED: u64 = 200;

/// An application as its people and staff see it.
#[derive(Clone, Debug, Serialize)]
pub struct Application {
    /// Its identifier.
    pub id: ApplicationId,
    /// Its number.
    pub reference: String,
    /// Who applies.
    pub person: PersonId,
    /// How they are named.
    pub applicant: String,
    /// For which organisation; none for themselves.
    pub organisation: Option<OrganisationId>,
    /// What it says.
    pub details: Details,
    /// What is applied for, or was granted.
    pub category: Category,
    /// What the applicant wants reception to know.
    pub words: String,
    /// Whether it prolongs a registration.
    pub renewal: bool,
    /// How far it is.
    pub state: State,
    /// What reception answered.
    pub answer: String,
    /// To be sent back with every answer.
    pub version: i32,
    /// When it was handed in last.
    pub submitted_at: Instant,
    /// When it was answered last.
    pub reviewed_at: Option<Instant>,
    /// What proves it.
    pub papers: Vec<Paper>,
}

/// What an application says.
pub fn details(row: &application::Model) -> Result<Details, Fault> {
    serde_json::from_str(&row.details)
        .map_err(|error| Fault::broken("reading an application", error))
}

/// An application, if this actor may see it; else it is as if there were none.
pub async fn application(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ApplicationId,
) -> Result<Option<Application>, Fault> {
    let Some(row) = application::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let represents = match row.organisation_id {
        Some(organisation) => acts_for(db, actor, organisation).await?,
        None => false,
    };
    if !rules::may_see(actor, row.person_id, represents) {
        return Ok(None);
    }
    let papers: Vec<PaperId> = application_paper::Entity::find()
        .filter(application_paper::COLUMN.application_id.eq(id))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.paper_id)
        .collect();
    let papers = files::read::papers(db, papers).await?;
    let mut found = listed(db, vec![row]).await?;
    Ok(found.pop().map(|one| Application { papers, ..one }))
}

/// One paper of an application that this actor may see.
pub async fn paper(
    db: &impl ConnectionTrait,
    actor: &Actor,
    application: ApplicationId,
    paper: PaperId,
) -> Result<Option<files::entity::paper::Model>, Fault> {
    let found = self::application(db, actor, application).await?;
    let own = found.is_some_and(|one| one.papers.iter().any(|own| own.id == paper));
    if own {
        files::read::paper(db, paper).await
    } else {
        Ok(None)
    }
}

/// Those that wait for reception, the oldest first; or those of a state, the newest first.
pub async fn applications(
    db: &impl ConnectionTrait,
    state: State,
    most: u64,
) -> Result<Vec<Application>, Fault> {
    let query = application::Entity::find()
        .filter(application::Column::State.eq(state))
        .limit(most);
    let query = if state == State::Submitted {
        query.order_by_asc(application::COLUMN.submitted_at)
    } else {
        query.order_by_desc(application::COLUMN.submitted_at)
    };
    let rows = query.all(db).await?;
    listed(db, rows).await
}

/// The application of this number, however it is written.
pub async fn by_reference(
    db: &impl ConnectionTrait,
    typed: &str,
) -> Result<Option<ApplicationId>, Fault> {
    let Some(reference) = rules::read_reference(typed) else {
        return Ok(None);
    };
    let found = application::Entity::find()
        .filter(application::COLUMN.reference.eq(reference))
        .one(db)
        .await?;
    Ok(found.map(|row| row.id))
}

/// How many wait for reception.
pub async fn waiting(db: &impl ConnectionTrait) -> Result<u64, Fault> {
    Ok(application::Entity::find()
        .filter(application::Column::State.eq(State::Submitted))
        .count(db)
        .await?)
}

/// A person's applications and those of the organisations they act for, the newest first.
pub async fn applications_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Application>, Fault> {
    let own: Vec<OrganisationId> = representative::Entity::find()
        .filter(representative::COLUMN.person_id.eq(person))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.organisation_id)
        .collect();
    let rows = application::Entity::find()
        .filter(
            Condition::any()
                .add(application::COLUMN.person_id.eq(person))
                .add(application::Column::OrganisationId.is_in(own)),
        )
        .order_by_desc(application::COLUMN.submitted_at)
        .limit(LISTED)
        .all(db)
        .await?;
    listed(db, rows).await
}

/// The applications for one organisation, the newest first.
pub async fn applications_for(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<Vec<Application>, Fault> {
    let rows = application::Entity::find()
        .filter(application::COLUMN.organisation_id.eq(organisation))
        .order_by_desc(application::COLUMN.submitted_at)
        .all(db)
        .await?;
    listed(db, rows).await
}

/// The rows with the names of their people, without papers.
async fn listed(
    db: &impl ConnectionTrait,
    rows: Vec<application::Model>,
) -> Result<Vec<Application>, Fault> {
    let people = rows.iter().map(|row| row.person_id).collect();
    let named: HashMap<PersonId, String> = accounts::read::contacts(db, people)
        .await?
        .into_iter()
        .map(|who| (who.person, who.name))
        .collect();
    rows.into_iter()
        .map(|row| {
            Ok(Application {
                details: details(&row)?,
                category: Category {
                    locality: row.locality,
                    party: row.party,
                    stage: row.stage,
                },
                applicant: named.get(&row.person_id).cloned().unwrap_or_default(),
                id: row.id,
                reference: row.reference,
                person: row.person_id,
                organisation: row.organisation_id,
                words: row.words,
                renewal: row.renewal,
                state: row.state,
                answer: row.answer,
                version: row.version,
                submitted_at: row.submitted_at,
                reviewed_at: row.reviewed_at,
                papers: Vec::new(),
            })
        })
        .collect()
}

/// Whether an application for this person or organisation is open.
pub async fn has_open(
    db: &impl ConnectionTrait,
    person: Option<PersonId>,
    organisation: Option<OrganisationId>,
) -> Result<bool, Fault> {
    let whose = match (person, organisation) {
        (_, Some(id)) => application::COLUMN.organisation_id.eq(id),
        (Some(person), None) => application::COLUMN
            .person_id
            .eq(person)
            .and(application::Column::OrganisationId.is_null()),
        (None, None) => return Ok(false),
    };
    let open = application::Entity::find()
        .filter(whose)
        .filter(application::Column::State.is_in([State::Submitted, State::Returned]))
        .count(db)
        .await?;
    Ok(open > 0)
}
