use uuid::Uuid;

use super::*;

fn at(text: &str) -> Instant {
    Instant::parse(&format!("{text}:00+09:00")).unwrap()
}

/// Two hours for a reason, given back at some moment or not.
fn card(reason: &str, ended: Option<&str>) -> OwnCard {
    OwnCard {
        row: own_use::Model {
            id: OwnUseId(Uuid::nil()),
            hold_id: HoldId(Uuid::nil()),
            first_id: None,
            space_id: SpaceId(Uuid::nil()),
            unit: None,
            starts_at: at("2026-12-15T13:00"),
            ends_at: at("2026-12-15T15:00"),
            reason_id: OwnUseReasonId(Uuid::nil()),
            programme_id: None,
            programme: String::new(),
            title: "創業塾".to_owned(),
            made_by: None,
            made_at: at("2026-12-01T09:00"),
            ended_by: None,
            ended_at: ended.map(at),
        },
        state: hold::State::Confirmed,
        space: "会議室A".to_owned(),
        reason: reason.to_owned(),
        by: String::new(),
        ended_by: String::new(),
    }
}

#[test]
fn sums_go_by_reason_and_leave_out_what_never_took_place() {
    let cards = [
        card("区の主催事業", None),
        card("施設の点検・修繕", Some("2026-12-02T09:00")),
        card("区の主催事業", Some("2026-12-15T13:30")),
        card("区の主催事業", Some("2026-12-15T12:00")),
    ];
    let sum = |reason: &str, uses, minutes, given_back| OwnSum {
        reason: reason.to_owned(),
        uses,
        minutes,
        given_back,
    };
    assert_eq!(
        own_sums(&cards),
        [
            sum("区の主催事業", 2, 150, 1),
            sum("施設の点検・修繕", 0, 0, 1),
        ]
    );
    assert!(own_sums(&[]).is_empty());
}
