//! What each "no" is called, and which field it is about.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use super::Refused;

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) | Self::PaperMissing | Self::Paper(_) | Self::DateTaken => {
                RefusalKind::Invalid
            }
            Self::NotThere => RefusalKind::NotFound,
            Self::OpenAlready
            | Self::Changed
            | Self::InvitationOver
            | Self::LastOne
            | Self::CannotMerge
            | Self::TermsChanged
            | Self::NumberTaken(_) => RefusalKind::Conflict,
            Self::TooManyInvitations => RefusalKind::TooMany,
            Self::Own | Self::NotTheManager => RefusalKind::Forbidden,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "organisations-refused-invalid",
            Self::PaperMissing => "organisations-refused-paper-missing",
            Self::Paper(paper) => paper.key(),
            Self::NotThere => "organisations-refused-not-there",
            Self::OpenAlready => "organisations-refused-open-already",
            Self::Changed => "organisations-refused-changed",
            Self::Own => "organisations-refused-own",
            Self::InvitationOver => "organisations-refused-invitation-over",
            Self::TooManyInvitations => "organisations-refused-too-many-invitations",
            Self::LastOne => "organisations-refused-last-one",
            Self::CannotMerge => "organisations-refused-cannot-merge",
            Self::NumberTaken(_) => "organisations-refused-number-taken",
            Self::NotTheManager => "organisations-terms-manager-only",
            Self::TermsChanged => "organisations-refused-terms-changed",
            Self::DateTaken => "organisations-refused-date-taken",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::PaperMissing | Self::Paper(_) => Some("papers"),
            Self::TooManyInvitations => Some("email"),
            Self::DateTaken => Some("from"),
            _ => None,
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::Paper(paper) => paper.args(),
            Self::NumberTaken(id) => json!({ "organisation": id }),
            _ => json!({}),
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Invalid(details) => details.clone(),
            _ => vec![Detail {
                field: self.field(),
                key: self.key(),
                args: self.args(),
            }],
        }
    }
}
