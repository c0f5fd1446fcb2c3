//! 支払いと取り消しのきまり, キャンセル待ちのきまり, 消費税率: what holds since when, and something else
//! from a day on.

mod payment;
mod tax;
mod waiting;

use fees::rules::Seen;
use serde_json::{Value, json};
use web::Typed;

use super::venue::kept;

pub(super) use payment::{payment, set_payment};
pub(super) use tax::{set_tax, tax};
pub(super) use waiting::{set_waiting, waiting};

/// What the page of dated rows showed.
pub(super) fn seen(typed: &Typed) -> Seen {
    Seen {
        rows: typed.number("seen").unwrap_or(0),
        replaces: typed.text("replaces").to_owned(),
    }
}

/// What was typed, for the page that asks whether it is right; and by its mark the planned row that
/// it says is replaced.
pub(super) fn ask(facts: &mut Value, typed: &Typed, replaces: Option<String>) {
    let mut kept = kept(typed);
    kept.retain(|one| one["name"] != "replaces");
    facts["replaces"] = replaces.is_some().into();
    kept.extend(replaces.map(|mark| json!({ "name": "replaces", "value": mark })));
    facts["kept"] = kept.into();
}
