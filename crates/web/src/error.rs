//! The only error a handler returns.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{Failed, Fault, Refusal, RefusalKind};
use serde::Serialize;
use serde_json::Value;

/// Why there is no ordinary answer. [`crate::errors`] turns it into a page or a problem.
#[derive(Debug)]
pub enum Error {
    /// Expected: said kindly, with what to do next.
    Refused(Box<dyn Refusal>),
    /// Unexpected: logged once, never shown.
    Fault(Fault),
    /// Someone must sign in first; pages lead there.
    SignInFirst,
    /// Nothing more to say than the status.
    Status(StatusCode),
}

/// What is wrong with one field, for the form that is shown again.
#[derive(Clone, Debug, Serialize)]
pub struct FieldError {
    /// The field's name; empty when it is about the whole form.
    pub field: String,
    /// The key of the sentence.
    pub key: String,
    /// What the sentence needs.
    pub args: Value,
}

impl FieldError {
    /// A field and the sentence about it.
    pub fn new(field: &str, key: &str) -> Self {
        Self {
            field: field.to_owned(),
            key: key.to_owned(),
            args: Value::Object(serde_json::Map::new()),
        }
    }

    /// The same with what the sentence needs.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        if let Value::Object(args) = &mut self.args {
            args.insert(name.to_owned(), value.into());
        }
        self
    }
}

impl Error {
    /// The status it is answered with.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => match refusal.kind() {
                RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
                RefusalKind::Unauthenticated => StatusCode::UNAUTHORIZED,
                RefusalKind::Forbidden => StatusCode::FORBIDDEN,
                RefusalKind::NotFound => StatusCode::NOT_FOUND,
                RefusalKind::Conflict => StatusCode::CONFLICT,
                RefusalKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
                RefusalKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            },
            Self::Fault(fault) if fault.is_passing() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::Status(status) => *status,
        }
    }

    /// Not there, or not for this person to know.
    pub const fn not_found() -> Self {
        Self::Status(StatusCode::NOT_FOUND)
    }

    /// Not allowed to this person.
    pub const fn forbidden() -> Self {
        Self::Status(StatusCode::FORBIDDEN)
    }

    /// Every field that is wrong, when that is what it is about.
    pub fn fields(&self) -> Vec<FieldError> {
        let Self::Refused(refusal) = self else {
            return Vec::new();
        };
        refusal
            .details()
            .into_iter()
            .map(|detail| FieldError {
                field: detail.field.unwrap_or_default().to_owned(),
                key: detail.key.to_owned(),
                args: detail.args,
            })
            .collect()
    }
}

impl<R: Refusal> From<Failed<R>> for Error {
    fn from(failed: Failed<R>) -> Self {
        match failed {
            Failed::Refused(refusal) => Self::Refused(Box::new(refusal)),
            Failed::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<views::Failed> for Error {
    fn from(failed: views::Failed) -> Self {
        Self::Fault(Fault::broken("rendering a page", failed))
    }
}

impl IntoResponse for Error {
    /// Carries the error to [`crate::errors`], which knows the language and the kind of answer.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(std::sync::Arc::new(self));
        response
    }
}
