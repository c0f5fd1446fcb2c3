//! The letters of this crate: one template, `templates/letters/founders/application/`, for everything
//! that happens to an application and its certificate.

use accounts::read::contact;
use kernel::{Fault, Work};
use mail::Letter;
use serde_json::json;

use crate::{entity::ApplicationId, read};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// It arrived.
    Asked,
    /// It lies with the ward.
    Forwarded,
    /// Something has to be put right.
    Returned,
    /// The ward refused.
    Refused,
    /// The ward issued the certificate.
    Issued,
    /// The ward took it back.
    Revoked,
}

impl News {
    /// All of them.
    pub(crate) const ALL: [Self; 6] = [
        Self::Asked,
        Self::Forwarded,
        Self::Returned,
        Self::Refused,
        Self::Issued,
        Self::Revoked,
    ];

    /// As part of text keys.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Forwarded => "forwarded",
            Self::Returned => "returned",
            Self::Refused => "refused",
            Self::Issued => "issued",
            Self::Revoked => "revoked",
        }
    }
}

/// To the founder about their application.
pub(crate) async fn application(work: &Work, id: ApplicationId, news: News) -> Result<(), Fault> {
    let Some(one) = read::application(work.db(), id).await? else {
        return Ok(());
    };
    let Some(who) = contact(work.db(), one.row.person_id).await? else {
        return Ok(());
    };
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let paper = one.certificate.as_ref();
    let why = match news {
        News::Revoked => paper
            .map(|paper| paper.revoked_why.clone())
            .unwrap_or_default(),
        _ => one.row.reason.clone(),
    };
    let letter = Letter {
        template: "founders/application",
        email,
        person: Some(who.person),
        lang: who.lang,
        facts: json!({
            "name": who.name,
            "news": news.code(),
            "business": one.row.name,
            "copies": one.row.copies.to_string(),
            "answer_due": one.row.answer_due,
            "reason": why,
            "number": paper.map(crate::entity::certificate::Model::said),
            "valid_until": paper.map(|paper| paper.valid_until.clone()),
            "link": format!("/mypage/founding/{id}"),
        }),
    };
    mail::post(work, letter);
    Ok(())
}
