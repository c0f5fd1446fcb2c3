//! Invented bills and prices, for template samples.

mod papers;
mod prices;
mod reductions;

use serde_json::{Value, json};
use uuid::Uuid;
use views::samples::Sample;

/// Every template of this crate with facts that show all of its parts.
pub fn templates() -> Vec<Sample> {
    let mut samples = vec![
        Sample::bare("fees/pieces.html", json!({})),
        Sample::bare("fees/rate_pieces.html", json!({})),
    ];
    samples.extend(counter());
    samples.extend(papers::papers());
    samples.extend(papers::reports());
    samples.extend(prices::pages());
    samples.extend(reductions::pages());
    samples.extend([
        Sample::page(
            "fees/mine.html",
            json!({
                "open": [bill("overdue"), bill("open")], "to_refund": [bill("refund")],
                "total": 3_200, "payments": [paid(true), paid(false)],
            }),
        ),
        Sample::page(
            "fees/mine.html",
            json!({ "open": [], "to_refund": [], "total": 0, "payments": [] }),
        ),
    ]);
    samples
}

const METHODS: [&str; 3] = ["cash", "transfer", "card_terminal"];

fn bill(standing: &str) -> Value {
    let (charged, paid, open, back) = match standing {
        "paid" => (1_600, 1_600, 0, 0),
        "refund" => (800, 1_600, 0, 800),
        "refunded" | "nothing" => (0, 0, 0, 0),
        _ => (1_600, 0, 1_600, 0),
    };
    json!({
        "id": Uuid::nil(), "reference": "K7M-4PX-9TD", "link": "/bookings/x",
        "label": "会議室A　2026年12月15日（火）13:00〜15:00", "used_on": "2026-12-15",
        "due_on": "2026-12-14", "charged": charged, "paid": paid, "open": open,
        "to_refund": back, "standing": standing, "person": Uuid::nil(), "name": "産業 花子",
        "kana": "サンギョウ ハナコ", "organisation": null,
    })
}

fn paid(receipt: bool) -> Value {
    json!({
        "at": "2026-12-08T14:20:00+09:00", "amount": 1_600, "method": "cash",
        "labels": ["会議室A", "会議室B"], "receipt": receipt.then(Uuid::nil),
        "refunds": [{ "id": Uuid::nil(), "amount": 800, "at": "2026-12-09T10:00:00+09:00" }],
    })
}

fn counter() -> Vec<Sample> {
    let page = Sample::staff;
    let mut with_organisation = bill("open");
    with_organisation["organisation"] = "見本商事株式会社".into();
    let all = ["overdue", "paid", "refund", "refunded", "nothing"].map(bill);
    let rows = [all.as_slice(), &[with_organisation.clone()]].concat();
    let form = json!({ "person": Uuid::nil(), "organisation": Uuid::nil(), "q": "ハナコ" });
    let pay = |settled: Value, refused: Option<&str>| {
        let mut facts = json!({
            "rows": [bill("open")], "settled": settled, "total": 1_600, "methods": METHODS,
            "board": "2026-12-15",
        });
        if let Some(key) = refused {
            facts["refused"] = json!({ "key": key });
        }
        page("fees/pay.html", facts)
    };
    let one = |standing: &str| {
        page(
            "fees/bill.html",
            json!({
                "bill": bill(standing), "lines": lines(), "payments": [moved()],
                "refunds": [moved()], "may_reduce": standing == "open", "methods": METHODS,
                "proposals": reductions::of_bill(), "may_open": standing == "open",
                "board": (standing == "open").then_some("2026-12-15"),
            }),
        )
    };
    let payment = |receipt: Value, kept: i64, refused: Option<&str>| {
        let mut facts = json!({
            "id": Uuid::nil(), "amount": 1_600, "at": "2026-12-08T14:20:00+09:00",
            "method": "cash", "name": "産業 花子", "person": Uuid::nil(), "organisation": "見本商事株式会社",
            "parts": [{ "bill": Uuid::nil(), "reference": "K7M-4PX-9TD", "amount": 1_600,
                        "label": "会議室A", "left": 800 }],
            "refunds": [moved()], "kept": kept, "receipt": receipt, "board": "2026-12-15",
        });
        if let Some(key) = refused {
            facts["refused"] = json!({ "key": key });
        }
        page("fees/payment.html", facts)
    };
    let receipt = json!({
        "id": Uuid::nil(), "number": "2026-00012", "addressee": "", "printings": 2,
    });
    let refund = json!({
        "payment": Uuid::nil(), "method": "cash", "at": "2026-12-08T14:20:00+09:00",
        "part": { "amount": 1_600, "left": 1_600 }, "bill": bill("refund"), "methods": METHODS,
    });
    let mut confirm = refund.clone();
    confirm["amount"] = 800.into();
    confirm["open_after"] = 800.into();
    confirm["kept"] = json!([{ "name": "amount", "value": "800" }]);
    confirm["form"] = json!({ "method": "cash" });
    let mut closes = confirm.clone();
    closes["open_after"] = 0.into();
    vec![
        page(
            "fees/counter.html",
            json!({ "rows": rows, "full": true, "limit": 200, "form": form }),
        ),
        page(
            "fees/counter.html",
            json!({ "rows": [], "full": false, "limit": 200 }),
        ),
        pay(json!([]), None),
        pay(json!([bill("paid")]), Some("fees-owed-otherwise")),
        one("open"),
        one("refund"),
        payment(Value::Null, 800, Some("fees-no-terms")),
        payment(Value::Null, 0, Some("fees-all-given-back")),
        payment(receipt, 800, None),
        page("fees/refund.html", refund),
        page("fees/refund_confirm.html", confirm),
        page("fees/refund_confirm.html", closes),
    ]
}

fn lines() -> Value {
    let line = |amount: i64, reversal: bool, reason: Option<&str>| {
        json!({
            "label": "会議室A", "amount": amount, "at": "2026-12-08T14:20:00+09:00",
            "reversal": reversal, "stands": !reversal, "reason": reason,
        })
    };
    json!([
        line(1_600, false, None),
        line(-1_600, true, None),
        line(-800, false, Some("手帳を確認")),
    ])
}

fn moved() -> Value {
    json!({
        "id": Uuid::nil(), "payment": Uuid::nil(), "at": "2026-12-08T14:20:00+09:00",
        "method": "cash", "amount": 800, "reason": "予約の取り消しのため",
    })
}

/// A booking that would cost something else.
fn touched() -> Value {
    json!({
        "id": Uuid::nil(), "reference": "K7M-4PX-9TD", "name": "見本 花子", "space": { "name": "会議室A" },
        "starts_at": "2026-12-15T13:00:00+09:00", "ends_at": "2026-12-15T15:00:00+09:00",
        "before": 1_600, "after": 1_800,
    })
}
