//! What a refusal looks like; written by `web::errors`, described here.

use utoipa::ToSchema;
use uuid::Uuid;

/// What went wrong (RFC 9457).
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: `web::errors` writes it")]
pub struct Problem {
    /// An address that names the kind: `…/problems/slot-taken`.
    r#type: String,
    /// A sentence for people, in the language asked for.
    title: String,
    /// The HTTP status.
    status: u16,
    /// Every wrong field.
    errors: Option<Vec<WrongField>>,
    /// With `slot-taken`, and where another time or space would keep the rules: what can be booked
    /// instead, now.
    alternatives: Option<Vec<Offer>>,
}

/// One wrong field.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: `web::errors` writes it")]
pub(in crate::api) struct WrongField {
    /// Its name.
    field: String,
    /// The rule: `too-long`.
    code: String,
    /// A sentence for people.
    detail: String,
}

/// A space and a time that can be booked.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described: `web::errors` writes it")]
pub(in crate::api) struct Offer {
    space_id: Uuid,
    space: String,
    starts_at: String,
    ends_at: String,
}
