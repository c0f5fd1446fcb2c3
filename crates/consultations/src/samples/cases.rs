//! An invented case, and what somebody asked.

#[cfg(test)]
use kernel::Instant;

#[cfg(test)]
use crate::entity::{
    CaseId,
    case::{Model, State},
};
use crate::{
    entity::{
        case::{Industry, Stage},
        case_field::Field,
        meeting::Mode,
    },
    rules::{ExpertDraft, Request},
};

/// A request that says all that it must, for somebody who leaves the time to the centre.
pub fn a_request() -> Request {
    Request {
        fields: vec![Field::Founding],
        about: "洋菓子の店を開きたい。資金と許可のことを知りたい。".to_owned(),
        stage: Some(Stage::Preparing),
        company: "見本菓子店".to_owned(),
        industry: Some(Industry::Retail),
        employees: Ok(Some(1)),
        capital_yen: Ok(None),
        in_ward: Some(true),
        mode: Some(Mode::Centre),
        lang: "ja".to_owned(),
        urgent: false,
        desk: None,
        agreed: true,
        chosen: None,
        times: "平日の午後".to_owned(),
    }
}

/// What is agreed with an expert whom the public may choose.
pub fn an_expert() -> ExpertDraft {
    ExpertDraft {
        qualifications: "中小企業診断士".to_owned(),
        introduction: "創業を手伝っています。".to_owned(),
        fields: vec![Field::Founding],
        languages: vec!["ja".to_owned()],
        shown: true,
        caseload: Some(10),
        honorarium_yen: Some(10_000),
        signed_on: "2026-04-01".to_owned(),
        ..ExpertDraft::default()
    }
}

/// The case of such a request, for which nobody was found yet.
#[cfg(test)]
pub(crate) fn a_case() -> Model {
    Model {
        id: CaseId(uuid::Uuid::nil()),
        reference: "K7M-4PX-9TD".to_owned(),
        person_id: kernel::PersonId(uuid::Uuid::nil()),
        organisation_id: None,
        company: "見本菓子店".to_owned(),
        stage: Stage::Preparing,
        industry: Industry::Retail,
        employees: Some(1),
        capital_yen: None,
        in_ward: true,
        about: "洋菓子の店を開きたい。".to_owned(),
        mode: Mode::Centre,
        times: "平日の午後".to_owned(),
        lang: "ja".to_owned(),
        urgent: false,
        desk_id: None,
        need_to_know: false,
        state: State::Waiting,
        outcome: None,
        closing_note: None,
        lead_id: None,
        due_on: "2026-12-18".to_owned(),
        asked_at: Instant::parse("2026-12-15T10:00:00+09:00").unwrap(),
        asked_by: None,
        assigned_at: None,
        closed_at: None,
        erased_at: None,
        erased_why: None,
        edition: 1,
    }
}
