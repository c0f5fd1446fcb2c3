//! The house of the demonstration, modelled on a ward's plan of about 100 m².

use bookings::{
    entity::{
        ClosureId, SpaceId, VenueId,
        space::{self, Kind},
    },
    rules::{
        Closure,
        closure::{Reason, When},
    },
    service::{self, NewSpace, NewVenue},
};
use chrono::{NaiveDate, Weekday};
use kernel::{Fault, Work};
use uuid::Uuid;

/// A space that was opened.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    pub(super) id: SpaceId,
    pub(super) space: space::Model,
    pub(super) units: i32,
}

/// What differs from space to space.
struct Draft {
    kind: Kind,
    names: [&'static str; 3],
    says: [&'static str; 2],
    equipment: &'static str,
    capacity: i32,
    /// Step, shortest, longest, clearing up.
    minutes: [i32; 4],
    units: &'static [&'static str],
}

const DESKS: [&str; 18] = [
    "A1", "A2", "A3", "A4", "A5", "A6", "B1", "B2", "B3", "B4", "B5", "B6", "C1", "C2", "C3", "C4",
    "C5", "C6",
];

/// Opens the house with its hours and all its spaces; the last is 会議室A・B joined.
pub(super) async fn open(work: &Work, since: NaiveDate) -> Result<Vec<Opened>, Fault> {
    let venue = service::create_venue(work, house()).await?;
    for weekday in 1..=7 {
        service::set_hours(work, venue, weekday, Some((9 * 60, 21 * 60)), since).await?;
    }
    for closure in closed_days(since) {
        service::set_closure(work, venue, &closure).await?;
    }
    let mut opened: Vec<Opened> = Vec::new();
    for (position, draft) in (1..).zip(drafts()) {
        let space = draft.space(venue, position);
        let labels: Vec<String> = draft.units.iter().map(|&label| label.to_owned()).collect();
        let units = i32::try_from(labels.len()).unwrap_or(1);
        let new = NewSpace {
            space: space.clone(),
            units: labels,
        };
        let id = service::create_space(work, new).await?;
        opened.push(Opened { id, space, units });
    }
    let halves: Vec<SpaceId> = opened
        .iter()
        .filter(|opened| opened.space.kind == Kind::Meeting)
        .map(|opened| opened.id)
        .collect();
    let space = whole().space(venue, 5);
    let id = service::join_spaces(work, space.clone(), &halves).await?;
    opened.push(Opened {
        id,
        space,
        units: 1,
    });
    Ok(opened)
}

/// Mondays, or the day after a 祝日; and the new year: as in Meguro (`domain.md`, part 4).
fn closed_days(since: NaiveDate) -> [Closure; 2] {
    let closure = |when, ja: &str, en: &str| Closure {
        id: ClosureId(Uuid::nil()),
        when,
        spaces: Vec::new(),
        reason: Reason {
            ja: ja.to_owned(),
            en: en.to_owned(),
        },
        valid_from: since,
        valid_until: None,
    };
    let mondays = When::Weekly {
        weekday: Weekday::Mon,
        moves: true,
    };
    let new_year = When::Yearly {
        first: (12, 28),
        last: (1, 4),
    };
    [
        closure(mondays, "定休日", "Closed day"),
        closure(new_year, "年末年始", "New Year holidays"),
    ]
}

fn house() -> NewVenue {
    NewVenue {
        name: "めぐろ産業振興センター（見本）".to_owned(),
        name_en: "Meguro Business Support Centre (demonstration)".to_owned(),
        postal_code: "153-0000".to_owned(),
        address: "東京都目黒区見本町一丁目2番3号".to_owned(),
        telephone: "03-0000-0000".to_owned(),
        counter_hours: "9:00〜20:30".to_owned(),
    }
}

impl Draft {
    fn space(&self, venue_id: VenueId, position: i32) -> space::Model {
        let [name, name_en, name_easy] = self.names.map(str::to_owned);
        let [description, description_en] = self.says.map(str::to_owned);
        let [
            step_minutes,
            shortest_minutes,
            longest_minutes,
            clearing_minutes,
        ] = self.minutes;
        space::Model {
            // Given anew when it is opened.
            id: SpaceId(Uuid::nil()),
            venue_id,
            position,
            kind: self.kind,
            name,
            name_en,
            name_easy,
            description,
            description_en,
            floor: if self.kind == Kind::Online {
                ""
            } else {
                "2階"
            }
            .to_owned(),
            equipment: self.equipment.to_owned(),
            capacity: self.capacity,
            step_minutes,
            shortest_minutes,
            longest_minutes,
            clearing_minutes,
        }
    }
}

fn drafts() -> [Draft; 7] {
    [
        Draft {
            kind: Kind::Desk,
            names: ["コワーキング席", "Coworking desks", "しごとを する せき"],
            says: [
                "電源とWi-Fiのある席です。どの席かは、来たときに選べます。",
                "Desks with power and Wi-Fi. Choose yours when you come.",
            ],
            equipment: "power,wifi",
            capacity: 1,
            minutes: [30, 60, 720, 0],
            units: &DESKS,
        },
        Draft {
            kind: Kind::Booth,
            names: ["個室ブース", "Phone booths", "ひとりの へや"],
            says: [
                "ひとりで電話やオンライン会議ができる個室です。",
                "A closed booth for calls and online meetings.",
            ],
            equipment: "power,wifi,display",
            capacity: 1,
            minutes: [30, 30, 180, 0],
            units: &["ブース1", "ブース2"],
        },
        meeting(["会議室A", "Meeting Room A", "かいぎしつ A"], &["会議室A"]),
        meeting(["会議室B", "Meeting Room B", "かいぎしつ B"], &["会議室B"]),
        Draft {
            kind: Kind::Seminar,
            names: [
                "セミナーコーナー",
                "Seminar corner",
                "べんきょうの コーナー",
            ],
            says: [
                "20人までの勉強会や発表会に使えます。",
                "For talks and study groups of up to twenty people.",
            ],
            equipment: "screen,projector,microphone,wifi",
            capacity: 20,
            minutes: [60, 60, 480, 30],
            units: &["セミナーコーナー"],
        },
        Draft {
            kind: Kind::Community,
            names: ["区民交流活動室", "Community activity room", "みんなの へや"],
            says: [
                "研修、面接会、交流会に使える広い部屋です。",
                "A large room for training, interview fairs and meeting people.",
            ],
            equipment: "screen,projector,microphone,whiteboard,wifi",
            capacity: 36,
            minutes: [60, 60, 720, 30],
            units: &["区民交流活動室"],
        },
        Draft {
            kind: Kind::Online,
            names: ["オンライン空間", "Online room", "オンラインの へや"],
            says: [
                "予約した時間に、ビデオ会議の部屋を用意します。",
                "A video meeting room, ready at the time you book.",
            ],
            equipment: "",
            capacity: 100,
            minutes: [30, 30, 240, 0],
            units: &["オンライン空間"],
        },
    ]
}

fn meeting(names: [&'static str; 3], units: &'static [&'static str]) -> Draft {
    Draft {
        kind: Kind::Meeting,
        names,
        says: [
            "打合せや面談に使える、6人までの部屋です。",
            "A room for meetings of up to six people.",
        ],
        equipment: "screen,whiteboard,wifi",
        capacity: 6,
        minutes: [30, 60, 240, 0],
        units,
    }
}

fn whole() -> Draft {
    Draft {
        names: [
            "会議室A・B（1室として）",
            "Meeting Rooms A and B joined",
            "かいぎしつ A と B",
        ],
        says: [
            "会議室AとBの仕切りを開けて、12人まで使えます。",
            "The partition between A and B is opened: up to twelve people.",
        ],
        capacity: 12,
        ..meeting(["", "", ""], &[])
    }
}
