//! What was typed, as a request.

use std::str::FromStr;

use kernel::Instant;
use web::Typed;

use crate::{
    entity::{
        ExpertId,
        case::{Industry, Stage},
        case_field::Field,
        meeting::Mode,
    },
    rules::Request,
};

/// The request as far as it was typed.
pub(in crate::pages) fn wish(typed: &Typed) -> Request {
    let fields = typed.all("fields").into_iter();
    Request {
        fields: fields.filter_map(Field::parse).collect(),
        about: typed.text("about").replace("\r\n", "\n"),
        stage: Stage::parse(typed.text("stage")),
        company: typed.text("company").to_owned(),
        industry: Industry::parse(typed.text("industry")),
        employees: number(typed, "employees"),
        capital_yen: number(typed, "capital_yen"),
        in_ward: match typed.text("in_ward") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        mode: Mode::parse(typed.text("mode")),
        lang: typed.text("consult_in").to_owned(),
        urgent: !typed.text("urgent").is_empty(),
        desk: typed.text("desk").parse().ok(),
        agreed: !typed.text("agreed").is_empty(),
        chosen: slot(typed.text("chosen")),
        times: typed.text("times").replace("\r\n", "\n"),
    }
}

/// A number, or none when nothing was typed.
fn number<N: FromStr>(typed: &Typed, name: &str) -> Result<Option<N>, ()> {
    // 1,000,000 and １００万 are written by hand; the first is a number.
    let digits = japan::kana::digits(typed.text(name)).replace([',', '，', '、'], "");
    if digits.is_empty() {
        return Ok(None);
    }
    digits.parse().map(Some).map_err(drop)
}

/// A time and an expert as forms name them: `<expert>@<instant>`.
pub(in crate::pages) fn slot(text: &str) -> Option<(ExpertId, Instant)> {
    let (expert, from) = text.split_once('@')?;
    Some((expert.parse().ok()?, Instant::parse(from)?))
}
