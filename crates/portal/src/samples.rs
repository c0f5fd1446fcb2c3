//! Samples of every template of this crate: an afternoon at an invented centre.

mod counter;
mod home;

use serde_json::{Value, json};
use views::samples::{Sample, page};

const ID: &str = "0193a1b2-0000-7000-8000-000000000001";

/// Every template of this crate.
pub fn templates() -> Vec<Sample> {
    [home::samples(), about(), mine(), counter::samples()].concat()
}

fn about() -> Vec<Sample> {
    let house = |name: Value| {
        json!({
            "name": name, "postal_code": "153-0000", "address": "見本町一丁目2番3号",
            "telephone": "03-0000-0000", "closed_days": "毎週月曜日",
            "days": [
                {"date": "2026-12-13", "opens": "9:00", "closes": "21:00"},
                {"date": "2026-12-14", "opens": null, "closes": null},
            ],
        })
    };
    let alone = json!({"houses": [house(Value::Null)]});
    let several = json!({"houses": [house("見本の館".into()), house("仮の会場".into())]});
    let length =
        |key, hours, minutes| json!({"key": key, "args": {"hours": hours, "minutes": minutes}});
    let place = json!({
        "id": ID, "name": "会議室A", "capacity": 6,
        "step": length("portal-length-minutes", 0, 30),
        "shortest": length("portal-length-hours", 1, 0),
        "longest": length("portal-length-both", 3, 30),
        "clearing": length("portal-length-minutes", 0, 15),
    });
    let mut booth = place.clone();
    booth["name"] = "個室ブース".into();
    booth["capacity"] = 1.into();
    booth["clearing"] = Value::Null;
    let mut samples = vec![
        Sample::page("portal/reach.html", json!({})),
        Sample::page("portal/guide.html", json!({})),
        Sample::page("portal/visit.html", alone),
        Sample::page("portal/visit.html", several),
        Sample::page(
            "portal/rules.html",
            json!({
                "places": [place, booth], "rules": bookings::samples::quoted_rules(),
                "payment": [
                    {"from": "2026-04-01", "days": 14, "tiers": [{"days": 8, "percent": 0}, {"days": 0, "percent": 50}]},
                    {"from": "2027-04-01", "days": 14, "tiers": []},
                ],
            }),
        ),
        Sample::page(
            "portal/rules.html",
            json!({"places": [], "rules": [], "payment": []}),
        ),
        Sample::bare("portal/rules_pieces.html", json!({})),
        Sample::page("portal/privacy.html", json!({})),
        Sample::page("portal/accessibility.html", json!({})),
        Sample::page("portal/contact.html", json!({})),
    ];
    samples.push(Sample::page(
        "portal/coming.html",
        json!({"verb": "connect"}),
    ));
    samples
}

fn booking() -> Value {
    json!({
        "id": ID, "reference": "K7M-4PX-9TD", "date": "2026-12-11",
        "space": {"name": "会議室A", "floor": "2階"}, "unit": null,
        "starts_at": "2026-12-11T13:00:00+09:00", "ends_at": "2026-12-11T14:00:00+09:00",
        "purpose": "打合せ", "attendees": 3, "arrived_at": null,
        "standing": "coming", "can_change": true, "version": 1, "person_id": ID,
    })
}

fn meeting() -> Value {
    json!({
        "case": ID, "reference": "K7M-4PX-9TD", "starts_at": "2026-12-11T13:00:00+09:00",
        "ends_at": "2026-12-11T14:00:00+09:00", "with": "助言 ともこ", "mode": "centre",
        "room": "会議室A", "place": "", "standing": "confirmed",
    })
}

fn mine() -> Vec<Sample> {
    let notices = json!([
        {"id": ID, "at": "2026-12-01T01:00:00Z", "subject": "ご予約を承りました", "lang": "ja"},
        {"id": ID, "at": "2026-11-28T03:30:00Z", "subject": "Your booking is cancelled", "lang": "en"},
    ]);
    let mut next = booking();
    next["from"] = "13:00".into();
    next["until"] = "14:00".into();
    let restriction = json!({
        "from": "2026-12-08", "until": "2027-03-07", "source": "施行規則第9条",
        "since": "2026-04-01", "organisation": null,
    });
    let lot = json!({
        "id": ID, "space": "区民交流活動室", "starts_at": "2027-01-09T09:00:00+09:00",
        "ends_at": "2027-01-09T12:00:00+09:00", "answer_by": "2026-12-19T23:59:59+09:00",
    });
    let full = json!({
        "next": next, "coming": [booking(), booking()], "notices": notices,
        "meetings": [meeting()], "meets_first": true, "advising": [meeting()], "lots": [lot],
        "restrictions": [restriction],
    });
    let mut begun = full.clone();
    begun["next"]["standing"] = "running".into();
    begun["next"]["can_change"] = false.into();
    begun["next"]["space"]["floor"] = "".into();
    begun["coming"] = json!([]);
    begun["meets_first"] = false.into();
    let mut notice = notices[0].clone();
    notice["email"] = "hanako@demo.example".into();
    notice["calendar"] = true.into();
    notice["lines"] = json!([
        [{"text": "産業 花子 様", "href": null}],
        [],
        [
            {"text": "マイページ ", "href": null},
            {"text": "https://center.example/mypage", "href": "https://center.example/mypage"},
        ],
    ]);
    let mut plain = notice.clone();
    plain["calendar"] = false.into();
    let empty = json!({"next": null, "coming": [], "notices": [], "restrictions": [],
        "meetings": [], "meets_first": false, "advising": [], "lots": []});
    vec![
        Sample::page("portal/mypage.html", full),
        Sample::page("portal/mypage.html", begun),
        Sample::page("portal/mypage.html", empty.clone()),
        Sample::bare(
            "portal/notice_list.html",
            json!({"page": page(), "notices": notices}),
        ),
        Sample::page("portal/notices.html", json!({"notices": notices})),
        Sample::page("portal/notices.html", empty),
        Sample::page("portal/notice.html", json!({"notice": notice})),
        Sample::page("portal/notice.html", json!({"notice": plain})),
    ]
}
