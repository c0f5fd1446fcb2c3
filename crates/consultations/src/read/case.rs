//! One case, as far as whoever asks may see it.

use std::collections::HashMap;

use accounts::read::{Contact, contact, contacts};
use bookings::read::Catalogue;
use kernel::{Fault, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};
use surveys::read::{Answered, answers_of};

use super::{
    beyond::{CasePaper, Referred, milestones_of, papers_of, referrals_of},
    cases,
    desks::desk,
    dispatches, experts, follow_ups, meetings,
};
use crate::{
    entity::{
        CaseId, MeetingId, case, case_action, case_field::Field, case_sheet, dispatch, follow_up,
        meeting_record, milestone, record_correction,
    },
    rules::Reading,
};

/// What was added to a record.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The correction.
    pub row: record_correction::Model,
    /// Who wrote it.
    pub by: String,
}

/// What was said in a meeting.
#[derive(Clone, Debug)]
pub struct Said {
    /// The record.
    pub row: meeting_record::Model,
    /// Who wrote it last.
    pub by: String,
    /// What was added once it was finished.
    pub corrections: Vec<Correction>,
}

/// A case with all that belongs to it. What is confidential is there only for those who may read it.
#[derive(Clone, Debug)]
pub struct CasePage {
    /// The case; `about` and `closing_note` are empty for those who may not read them.
    pub row: case::Model,
    /// What may be read.
    pub reading: Reading,
    /// Who asked.
    pub who: Option<Contact>,
    /// Who leads it.
    pub lead: Option<String>,
    /// About what; empty when that is not for whoever asks to know.
    pub fields: Vec<Field>,
    /// By which special desk it came in.
    pub desk: Option<String>,
    /// Who has it; nobody when not even its field is for whoever asks to know, which they would tell.
    pub experts: Vec<experts::Card>,
    /// The meetings, the earliest first.
    pub meetings: Vec<meetings::Planned>,
    /// How often an expert was to come to them.
    pub dispatches: Vec<dispatch::Model>,
    /// What was said in them.
    pub said: HashMap<MeetingId, Said>,
    /// The whole at a glance.
    pub sheet: Option<case_sheet::Model>,
    /// The papers that may be read.
    pub papers: Vec<CasePaper>,
    /// To whom they were referred.
    pub referrals: Vec<Referred>,
    /// What they reached.
    pub milestones: Vec<milestone::Model>,
    /// What is to be done.
    pub actions: Vec<case_action::Model>,
    /// What they answered when they were asked afterwards.
    pub answers: Vec<Answered>,
    /// When people are asked again; the notes are there only for those who may read them.
    pub follow_ups: Vec<follow_up::Model>,
}

/// A case as far as `reading` goes.
pub async fn case_page(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    id: CaseId,
    reading: Reading,
) -> Result<Option<CasePage>, Fault> {
    let Some(mut row) = cases::case_row(db, id).await? else {
        return Ok(None);
    };
    if !reading.asked() {
        row.about.clear();
        row.times.clear();
        row.company.clear();
        row.employees = None;
        row.capital_yen = None;
    }
    if !reading.said() {
        row.closing_note = None;
    }
    let fields = cases::fields_of(db, vec![id]).await?.remove(&id);
    let told = reading.asked() || !row.need_to_know;
    let own: Vec<_> = cases::experts_of(db, id).await?;
    let cards = experts::cards(db).await?.into_iter();
    let has = |card: &experts::Card| own.iter().any(|own| own.id == card.row.id);
    let mut meetings = meetings::meetings_of(db, id).await?;
    if !reading.said() {
        for one in &mut meetings {
            one.row.link.clear();
        }
    }
    let mut follow_ups = follow_ups::follow_ups_of(db, id).await?;
    if !reading.said() {
        for one in &mut follow_ups {
            one.note.clear();
        }
    }
    let (referrals, milestones) = if reading.said() {
        (referrals_of(db, id).await?, milestones_of(db, id).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let (said, sheet, actions, answers) = if reading.said() {
        let ids = meetings.iter().map(|one| one.row.id).collect();
        (
            said(db, ids).await?,
            sheet_of(db, id).await?,
            actions_of(db, id).await?,
            answers(db, id, &meetings).await?,
        )
    } else {
        (HashMap::new(), None, Vec::new(), Vec::new())
    };
    let mut planned = meetings::planned(db, catalogue, meetings).await?;
    if !told {
        // Who advises would tell about what.
        for one in &mut planned {
            one.expert.clear();
        }
    }
    Ok(Some(CasePage {
        reading,
        who: contact(db, row.person_id).await?,
        desk: match row.desk_id {
            Some(id) => desk(db, id).await?.map(|desk| desk.name),
            None => None,
        },
        lead: match row.lead_id {
            Some(lead) => contact(db, lead).await?.map(|lead| lead.name),
            None => None,
        },
        fields: fields.filter(|_| told).unwrap_or_default(),
        experts: cards.filter(|card| told && has(card)).collect(),
        meetings: planned,
        papers: papers_of(db, id, reading).await?,
        referrals,
        milestones,
        dispatches: dispatches::dispatches_of(db, id, reading).await?,
        said,
        sheet,
        actions,
        answers,
        follow_ups,
        row,
    }))
}

/// The whole of a case at a glance.
pub async fn sheet_of(
    db: &impl ConnectionTrait,
    id: CaseId,
) -> Result<Option<case_sheet::Model>, Fault> {
    Ok(case_sheet::Entity::find_by_id(id).one(db).await?)
}

/// What they answered about the case and its meetings, the latest first.
async fn answers(
    db: &impl ConnectionTrait,
    id: CaseId,
    meetings: &[meetings::Meeting],
) -> Result<Vec<Answered>, Fault> {
    let mut all = answers_of(db, "case", id.0).await?;
    for one in meetings.iter().rev() {
        all.extend(answers_of(db, "meeting", one.row.id.0).await?);
    }
    Ok(all)
}

async fn actions_of(
    db: &impl ConnectionTrait,
    id: CaseId,
) -> Result<Vec<case_action::Model>, Fault> {
    let rows = case_action::Entity::find()
        .filter(case_action::COLUMN.case_id.eq(id))
        .order_by_asc(case_action::COLUMN.due_on)
        .order_by_asc(case_action::COLUMN.id);
    Ok(rows.all(db).await?)
}

async fn said(
    db: &impl ConnectionTrait,
    ids: Vec<MeetingId>,
) -> Result<HashMap<MeetingId, Said>, Fault> {
    let records = meeting_record::Entity::find()
        .filter(meeting_record::COLUMN.meeting_id.is_in(ids.clone()))
        .all(db)
        .await?;
    let added = record_correction::Entity::find()
        .filter(record_correction::COLUMN.meeting_id.is_in(ids))
        .order_by_asc(record_correction::COLUMN.written_at)
        .all(db)
        .await?;
    let people = records.iter().map(|row| row.written_by);
    let people = people
        .chain(added.iter().map(|row| row.written_by))
        .collect();
    let names = names(db, people).await?;
    let by = |person: PersonId| names.get(&person).cloned().unwrap_or_default();
    let with = records.into_iter().map(|row| {
        let own = added.iter().filter(|own| own.meeting_id == row.meeting_id);
        let corrections = own.map(|own| Correction {
            by: by(own.written_by),
            row: own.clone(),
        });
        let said = Said {
            by: by(row.written_by),
            corrections: corrections.collect(),
            row,
        };
        (said.row.meeting_id, said)
    });
    Ok(with.collect())
}

pub(super) async fn names(
    db: &impl ConnectionTrait,
    people: Vec<PersonId>,
) -> Result<HashMap<PersonId, String>, Fault> {
    let known = contacts(db, people).await?.into_iter();
    Ok(known.map(|known| (known.person, known.name)).collect())
}
