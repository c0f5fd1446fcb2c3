//! Reducing a bill, and proposing that to the ward.

use approvals::samples::{standing, steps};
use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

use super::{bill, prices::kind};

pub(super) fn pages() -> Vec<Sample> {
    let mut samples = vec![
        reduction(true, false, true),
        reduction(true, true, true),
        reduction(false, false, false),
        waiting(),
        check(true, false),
        check(false, false),
        check(true, true),
    ];
    for state in ["submitted", "returned", "approved", "refused", "withdrawn"] {
        samples.push(proposal(state, true, &Value::Null));
    }
    for key in ["approvals-changed", "fees-owed-otherwise"] {
        samples.push(proposal("submitted", false, &json!({ "key": key })));
    }
    samples
}

/// The reductions of a bill that were proposed, in every state.
pub(super) fn of_bill() -> Value {
    let one = |state: &str| {
        json!({
            "id": Uuid::nil(), "percent": 50, "at": "2026-12-08T14:20:00+09:00", "state": state,
        })
    };
    json!(["submitted", "returned", "approved", "refused", "withdrawn"].map(one))
}

fn check(refund: bool, proposed: bool) -> Sample {
    Sample::staff(
        "fees/reduction_check.html",
        json!({
            "bill": bill("open"), "kind": refund.then_some("障害者団体の利用"), "percent": 50,
            "reason": "手帳を確認しました", "before": 1_600, "after": 800, "proposed": proposed,
            "to_refund": if refund { 800 } else { 0 }, "kept": [{ "name": "seen", "value": "1600" }],
        }),
    )
}

fn reduction(stands: bool, reduced: bool, any: bool) -> Sample {
    let kinds = if any {
        let mut proposed = kind(false);
        proposed["proposed"] = true.into();
        json!([kind(true), proposed, kind(false)])
    } else {
        json!([])
    };
    Sample::staff(
        "fees/reduction.html",
        json!({
            "bill": bill("open"), "staff": any, "regime": "ward_fee", "kinds": kinds,
            "outside": any, "reduced": reduced, "stands": stands, "seen": 1_600, "proposal": null,
        }),
    )
}

/// One is proposed already.
fn waiting() -> Sample {
    let mut sample = reduction(true, false, true);
    sample.context["proposal"] = json!(Uuid::nil());
    sample
}

fn proposal(state: &str, same: bool, refused: &Value) -> Sample {
    let waits = state == "submitted";
    let mut approval = standing(state);
    approval["kind"] = "reduction".into();
    let comes_to = json!({
        "before": 1_600, "after": 800, "to_refund": 800, "open": 0,
    });
    let mut whole = bill("paid");
    whole["organisation"] = if same {
        "見本商事株式会社".into()
    } else {
        Value::Null
    };
    Sample::staff(
        "fees/proposal.html",
        json!({
            "id": Uuid::nil(), "bill": whole, "staff": same,
            "kind": same.then_some("交流会の利用"), "percent": if same { 50 } else { 100 },
            "reason": same.then_some("区の後援する催しのため"),
            "comes_to": if same && waits { comes_to } else { Value::Null },
            "approval": approval, "steps": steps(state), "may_decide": waits,
            "may_withdraw": waits, "may_propose": matches!(state, "returned" | "withdrawn"),
            "refused": refused,
        }),
    )
}
