//! A founder applies, puts right what was returned, or takes it back.

use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::found;
use crate::{
    Refused,
    entity::{ApplicationId, application, stored},
    letters::{self, News},
    read::{self, Came, Laws, Plan},
    rules::{Act, ApplicationDraft, DraftTerms, Founder, Role, Standing, State, may_reissue},
};

/// Applies for the certificate, oneself.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Already`] while another is open; [`Refused::NoOther`]
/// for whoever has a certificate and may have no other; [`Refused::NoScheme`].
pub async fn apply(
    work: &Work,
    draft: &ApplicationDraft,
) -> Result<ApplicationId, Failed<Refused>> {
    let person = work.actor().person.ok_or(Refused::MayNot)?;
    if read::has_open(work.db(), person).await? {
        return Err(Refused::Already.into());
    }
    let known = found::known(work, person).await?;
    checked(work, draft, &known)?;
    another(work, draft, &known).await?;
    let id: ApplicationId = work.new_id();
    let row = application::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        state: Set(State::Asked.code().to_owned()),
        reason: Set(String::new()),
        edition: Set(1),
        ..said(work, draft)?
    };
    let inserted = application::Entity::insert(row);
    if let Err(error) = inserted.exec_without_returning(work.db()).await {
        // Two forms at one moment: the database lets one through.
        return Err(match violated_constraint(&error).as_deref() {
            Some("founder_applications_open" | "founder_applications.person_id") => {
                Refused::Already.into()
            }
            _ => error.into(),
        });
    }
    work.record(Event::new("founder.applied", id));
    letters::application(work, id, News::Asked).await?;
    Ok(id)
}

/// Puts right what was returned, and asks again; what was confirmed before is looked at anew.
///
/// # Errors
/// As [`apply`]; [`Refused::Changed`]; [`Refused::NotNow`] when it was not returned.
pub async fn correct(
    work: &Work,
    id: ApplicationId,
    edition: i32,
    draft: &ApplicationDraft,
) -> Result<(), Failed<Refused>> {
    let row = own(work, id, edition).await?;
    let to = found::stepped(Role::Founder, &row, Act::AskAgain)?;
    let known = found::known(work, row.person_id).await?;
    checked(work, draft, &known)?;
    let corrected = application::ActiveModel {
        evidence: Set(None),
        confirmed_by: Set(None),
        confirmed_at: Set(None),
        reason: Set(String::new()),
        ..said(work, draft)?
    };
    let turned = found::turned(&row, to);
    let corrected = application::ActiveModel {
        id: turned.id,
        state: turned.state,
        edition: turned.edition,
        ..corrected
    };
    application::Entity::update(corrected)
        .exec(work.db())
        .await?;
    work.record(Event::new("founder.corrected", id));
    letters::application(work, id, News::Asked).await?;
    Ok(())
}

/// Takes an application back.
///
/// # Errors
/// [`Refused::NotNow`] once it is over.
pub async fn withdraw(work: &Work, id: ApplicationId, edition: i32) -> Result<(), Failed<Refused>> {
    let row = own(work, id, edition).await?;
    let to = found::stepped(Role::Founder, &row, Act::Withdraw)?;
    let withdrawn = found::turned(&row, to);
    application::Entity::update(withdrawn)
        .exec(work.db())
        .await?;
    work.record(Event::new("founder.withdrawn", id));
    Ok(())
}

/// An application of the actor's own; another's is not there.
async fn own(
    work: &Work,
    id: ApplicationId,
    edition: i32,
) -> Result<application::Model, Failed<Refused>> {
    let row = found::seen(work, id, edition).await?;
    if work.actor().is(row.person_id) {
        Ok(row)
    } else {
        Err(Refused::NotThere.into())
    }
}

/// Refuses a draft in which something is wrong, with all of it.
fn checked(
    work: &Work,
    draft: &ApplicationDraft,
    known: &(Plan, Laws, Vec<Came>),
) -> Result<(), Refused> {
    let on = work.now().date();
    let scheme = known.0.on(on).ok_or(Refused::NoScheme)?;
    // Having had the support does not depend on who they are.
    let nobody = Founder {
        standing: Standing::PlansBusiness,
        day: on,
    };
    let progress = found::progress(work, known, draft.founder().unwrap_or(nobody));
    let ward: Vec<&str> = scheme.ward.split_whitespace().collect();
    let terms = DraftTerms {
        on,
        completed: progress.completed_on.is_some(),
        eligibility: &known.1.eligibility,
        benefits: &known.1.benefits,
        ward: &ward,
        most_copies: u32::try_from(scheme.most_copies).unwrap_or(1),
    };
    let wrong = draft.details(&terms);
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refused::Invalid(wrong))
    }
}

/// Whoever has a certificate gets another only by the ward's rule.
async fn another(
    work: &Work,
    draft: &ApplicationDraft,
    (plan, laws, _): &(Plan, Laws, Vec<Came>),
) -> Result<(), Failed<Refused>> {
    let person = work.actor().person.ok_or(Refused::MayNot)?;
    let latest = read::latest_of(work.db(), person).await?;
    let Some((before, founder)) = latest.and_then(|row| row.ruled()).zip(draft.founder()) else {
        return Ok(());
    };
    let rows = plan.reissues();
    let day = work.now().date();
    may_reissue(&rows, &laws.eligibility, &before, founder, day).map_err(Refused::NoOther)?;
    Ok(())
}

/// What a draft says.
fn said(work: &Work, draft: &ApplicationDraft) -> Result<application::ActiveModel, Refused> {
    let text = |text: &str| Set(text.trim().to_owned());
    let founder = draft.founder().ok_or(Refused::NotNow)?;
    let form = draft.form.ok_or(Refused::NotNow)?;
    let purposes: Vec<&str> = draft.purposes.iter().map(String::as_str).collect();
    let capital = draft.capital.filter(|_| form.company().is_some());
    Ok(application::ActiveModel {
        standing: Set(stored(founder.standing.code())),
        day: Set(founder.day.to_string()),
        form: Set(stored(form.code())),
        name: text(&draft.name),
        capital_yen: Set(capital.map(|capital| capital.0)),
        head_office: text(&draft.head_office),
        address: text(&draft.address),
        field: text(&draft.field),
        settled: Set(draft.settled),
        purposes: Set(purposes.join(" ")),
        copies: Set(draft
            .copies
            .and_then(|many| i32::try_from(many).ok())
            .unwrap_or(1)),
        asked_at: Set(work.now()),
        ..Default::default()
    })
}
