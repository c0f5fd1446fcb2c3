//! What is there before the company comes.

use bookings::{
    entity::{SpaceId, space},
    rules::charges::{PaymentDraft, Tier},
    samples,
    service::{self, NewSpace},
};
use chrono::NaiveDate;
use fees::{
    entity::{fee_terms::Regime, fee_terms::TaxRounding, tax_rate},
    rules::{NewRate, NewTerms, Unit},
};
use japan::money::{Pricing, Yen};
use kernel::{Actor, Failed, Via, transact};
use organisations::rules::Selector;
use tests::TestApp;

/// 次郎 has 会議室A on two of the company's days, and later on the day that will be closed.
pub(super) async fn others_book(app: &TestApp) {
    let other = app.member("次郎").await;
    for (date, from, until) in [
        ("2026-12-16", "13:00", "15:00"),
        ("2026-12-23", "13:00", "15:00"),
        ("2026-12-30", "16:00", "17:00"),
    ] {
        let room = app.fixture.room.to_string();
        let fields = [
            ("space_id", room.as_str()),
            ("date", date),
            ("starts_at", from),
            ("ends_at", until),
            ("purpose", "打合せ"),
            ("attendees", "2"),
            ("agree", "on"),
        ];
        let taken = other.post("/bookings", &fields).await;
        assert_eq!(taken.status, 303, "{}", taken.text);
    }
}

/// 会議室A と B, and both as one at 800円 an hour; half of it stays within a week of the day.
pub(super) async fn a_divisible_room(app: &TestApp) -> SpaceId {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let terms = NewTerms {
        regime: Some(Regime::WardFee),
        issuer: "見本区".to_owned(),
        address: "見本町一丁目1番1号".to_owned(),
        registration_number: "T7000012050002".to_owned(),
        collector: "見本センター運営共同事業体".to_owned(),
        rounding: Some(TaxRounding::Down),
        valid_from: Some(day("2026-12-08")),
    };
    let rate = NewRate {
        selector: Selector::default(),
        unit: Unit::Hour {
            minutes: 60,
            amount: Yen(800),
        },
        tax: tax_rate::Code::Standard,
        pricing: Pricing::TaxWithin,
        valid_from: day("2026-12-08"),
        valid_until: None,
    };
    let tier = |days_before, percent| Tier {
        days_before,
        percent,
    };
    let tiers = [tier(7, 0), tier(0, 50)];
    let system = Actor::system(Via::Cli);
    let (venue, room) = (app.fixture.venue, app.fixture.room);
    transact(&app.app.db, system, &app.clock, async |work| {
        let named = |name: &str, name_en: &str, position, capacity| space::Model {
            name: name.to_owned(),
            name_en: name_en.to_owned(),
            position,
            capacity,
            ..samples::meeting_room(venue)
        };
        let half = NewSpace {
            space: named("会議室B", "Meeting Room B", 3, 6),
            units: vec!["会議室B".to_owned()],
        };
        let half = service::create_space(work, half).await?;
        let both = named("会議室A・B（1室として）", "Meeting Rooms A and B", 4, 12);
        let both = service::join_spaces(work, both, &[room, half]).await?;
        fees::service::set_terms(work, &terms, None).await?;
        let tariff = fees::service::open_tariff(work, "会議室A・B", "Rooms A and B").await?;
        fees::service::set_rate(work, tariff, &rate, None).await?;
        let today = day("2026-12-08");
        service::set_tariff(work, both, Some(tariff), today, None)
            .await
            .unwrap();
        let draft = PaymentDraft::new(14, &tiers, today);
        service::set_payment(work, &draft, None).await.unwrap();
        Ok::<_, Failed<fees::refused::Refused>>(both)
    })
    .await
    .unwrap()
}
