//! Handing in an application, mending it, taking it back.

use files::Handed;
use kernel::{Failed, Fault, PersonId, Work, events::Event, violated_constraint};
use rand::Rng;
use sea_orm::{ActiveValue::Set, PaginatorTrait, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{
        ApplicationId, OrganisationId,
        application::{self, State},
        application_paper,
        category::{Locality, Party},
        organisation, registration, representative,
    },
    letters, read,
    rules::{self, Applied, Keys},
};

/// What someone hands in.
#[derive(Clone, Debug)]
pub struct Apply {
    /// Who applies.
    pub person: PersonId,
    /// For which known organisation; none for a new one, and for themselves.
    pub organisation: Option<OrganisationId>,
    /// What they say.
    pub applied: Applied,
    /// What proves it.
    pub papers: Vec<Handed>,
}

/// Hands in an application. A new organisation is entered with it; nobody acts for it before it is
/// approved.
pub async fn apply(work: &Work, wish: Apply) -> Result<application::Model, Failed<Refused>> {
    let may = rules::may_apply_for(work.actor(), wish.person);
    if !may || !accounts::service::present(work, wish.person).await? {
        return Err(Refused::NotThere.into());
    }
    let category = wish.applied.category;
    if wish.papers.is_empty() && needs_paper(work, category.locality) {
        return Err(Refused::PaperMissing.into());
    }
    let organisation = subject(work, &wish).await?;
    let renewal = is_registered(work, wish.person, organisation).await?;
    let made = application::Model {
        id: work.new_id(),
        reference: rules::reference(rand::rng().random()),
        person_id: wish.person,
        organisation_id: organisation,
        details: written(&wish.applied)?,
        locality: category.locality,
        party: category.party,
        stage: category.stage,
        words: wish.applied.words,
        renewal,
        state: State::Submitted,
        answer: String::new(),
        version: 1,
        submitted_at: work.now(),
        reviewed_by: None,
        reviewed_at: None,
    };
    application::Entity::insert(application::ActiveModel::from(made.clone()).reset_all())
        .exec_without_returning(work.db())
        .await
        .map_err(open_already)?;
    add_papers(work, made.id, wish.papers).await?;
    work.record(
        Event::new("application.submitted", made.id)
            .with("party", code(category.party))
            .with("renewal", renewal),
    );
    letters::received(work, &made).await?;
    Ok(made)
}

/// What staff have before their eyes at the counter needs no copy; neither does what grants nothing.
fn needs_paper(work: &Work, locality: Locality) -> bool {
    locality != Locality::Outside && !work.actor().roles.is_staff()
}

/// The organisation that is applied for; a new one is entered.
async fn subject(work: &Work, wish: &Apply) -> Result<Option<OrganisationId>, Failed<Refused>> {
    let party = wish.applied.category.party;
    match (party, wish.organisation) {
        (Party::Individual, None) => Ok(None),
        (Party::Individual, Some(_)) => Err(Refused::NotThere.into()),
        (_, Some(id)) => {
            let one = read::current(work.db(), id).await?;
            let id = one.ok_or(Refused::NotThere)?.id;
            let acts = read::represents(work.db(), wish.person, id).await?;
            Ok(Some(acts.then_some(id).ok_or(Refused::NotThere)?))
        }
        (_, None) => Ok(Some(enter(work, wish).await?)),
    }
}

async fn enter(work: &Work, wish: &Apply) -> Result<OrganisationId, Fault> {
    let id: OrganisationId = work.new_id();
    let blank = organisation::ActiveModel {
        id: Set(id),
        created_at: Set(work.now()),
        registered_at: Set(None),
        merged_into: Set(None),
        ..Default::default()
    };
    organisation::Entity::insert(described(blank, &wish.applied))
        .exec_without_returning(work.db())
        .await?;
    representative::Entity::insert(representative::ActiveModel {
        organisation_id: Set(id),
        person_id: Set(wish.person),
        since: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(id)
}

/// An organisation's row with what an application says.
pub(super) fn described(
    row: organisation::ActiveModel,
    applied: &Applied,
) -> organisation::ActiveModel {
    let details = applied.details.clone();
    let keys = Keys::of(&details);
    organisation::ActiveModel {
        name: Set(details.name),
        kana: Set(details.kana),
        party: Set(applied.category.party),
        corporate_number: Set(details.corporate_number),
        registration_number: Set(details.registration_number),
        postal_code: Set(details.postal_code),
        address: Set(details.address),
        telephone: Set(details.telephone),
        founded_on: Set(details.founded_on.map(|day| day.to_string())),
        search_key: Set(keys.search),
        name_key: Set(keys.name),
        kana_key: Set(keys.kana),
        place_key: Set(keys.place),
        telephone_key: Set(keys.telephone),
        ..row
    }
}

async fn is_registered(
    work: &Work,
    person: PersonId,
    organisation: Option<OrganisationId>,
) -> Result<bool, Fault> {
    let rows = match organisation {
        Some(id) => registration::Entity::of_organisations(vec![id]),
        None => registration::Entity::of_person(person),
    };
    Ok(rows.count(work.db()).await? > 0)
}

async fn add_papers(
    work: &Work,
    application: ApplicationId,
    papers: Vec<Handed>,
) -> Result<(), Fault> {
    for paper in files::service::keep(work, papers).await? {
        application_paper::Entity::insert(application_paper::ActiveModel {
            application_id: Set(application),
            paper_id: Set(paper),
        })
        .exec_without_returning(work.db())
        .await?;
    }
    Ok(())
}

/// Hands in again what reception returned, with papers beside those that are there.
pub async fn mend(
    work: &Work,
    id: ApplicationId,
    version: i32,
    applied: Applied,
    papers: Vec<Handed>,
) -> Result<application::Model, Failed<Refused>> {
    let before = held(work, id, version).await?;
    if !rules::may_apply_for(work.actor(), before.person_id) {
        return Err(Refused::NotThere.into());
    }
    if before.state != State::Returned {
        return Err(Refused::Changed.into());
    }
    let category = applied.category;
    // For whom it is cannot change: an organisation's application stays one.
    if (category.party == Party::Individual) != before.organisation_id.is_none() {
        return Err(Refused::NotThere.into());
    }
    let known = application_paper::Entity::find()
        .filter(application_paper::COLUMN.application_id.eq(id))
        .count(work.db())
        .await?;
    if known == 0 && papers.is_empty() && needs_paper(work, category.locality) {
        return Err(Refused::PaperMissing.into());
    }
    let mended = application::ActiveModel {
        id: Set(id),
        details: Set(written(&applied)?),
        locality: Set(category.locality),
        party: Set(category.party),
        stage: Set(category.stage),
        words: Set(applied.words.clone()),
        state: Set(State::Submitted),
        version: Set(version + 1),
        submitted_at: Set(work.now()),
        ..Default::default()
    };
    let mended = mended.update(work.db()).await?;
    if let Some(organisation) = before.organisation_id {
        follow(work, organisation, &applied).await?;
    }
    add_papers(work, id, papers).await?;
    work.record(Event::new("application.mended", id));
    letters::received(work, &mended).await?;
    Ok(mended)
}

/// An organisation nobody has approved yet is called as its application says.
async fn follow(work: &Work, id: OrganisationId, applied: &Applied) -> Result<(), Fault> {
    let known = organisation::Entity::find_by_id(id).one(work.db()).await?;
    if known.is_some_and(|one| one.registered_at.is_none()) {
        let row = organisation::ActiveModel {
            id: Set(id),
            ..Default::default()
        };
        described(row, applied).update(work.db()).await?;
    }
    Ok(())
}

/// Takes an application back; it can be handed in anew.
pub async fn withdraw(work: &Work, id: ApplicationId, version: i32) -> Result<(), Failed<Refused>> {
    let before = held(work, id, version).await?;
    if !rules::may_apply_for(work.actor(), before.person_id) {
        return Err(Refused::NotThere.into());
    }
    if !before.state.is_open() {
        return Err(Refused::Changed.into());
    }
    application::ActiveModel {
        id: Set(id),
        state: Set(State::Withdrawn),
        version: Set(version + 1),
        ..Default::default()
    }
    .update(work.db())
    .await?;
    work.record(Event::new("application.withdrawn", id));
    Ok(())
}

/// The application as it was seen, held until the end: two answers wait for each other here, and a
/// merge of whoever handed it in waits too.
pub(super) async fn held(
    work: &Work,
    id: ApplicationId,
    version: i32,
) -> Result<application::Model, Failed<Refused>> {
    let query = application::Entity::find_by_id(id);
    let seen = query.clone().one(work.db()).await?;
    let whose = seen.ok_or(Refused::NotThere)?.person_id;
    let present = accounts::service::present(work, whose).await?;
    let found = query.lock_exclusive().one(work.db()).await?;
    let found = found.ok_or(Refused::NotThere)?;
    if !present || found.version != version {
        return Err(Refused::Changed.into());
    }
    Ok(found)
}

fn written(applied: &Applied) -> Result<String, Fault> {
    serde_json::to_string(&applied.details)
        .map_err(|error| Fault::broken("writing an application", error))
}

/// Two applications for one may race: the second is refused by the database.
fn open_already(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("applications_open" | "index 'applications_open'") => Refused::OpenAlready.into(),
        _ => error.into(),
    }
}

pub(super) const fn code(party: Party) -> &'static str {
    match party {
        Party::Individual => "individual",
        Party::Business => "business",
        Party::Group => "group",
    }
}
