//! An invented council: its members, one meeting with confirmed minutes and opinions, and the next.

use chrono::{Days, NaiveDate};
use kernel::{Clock, Db, Failed as No, Role, Work, transact};
use plans::{
    CoordinationRefused,
    entity::{CouncilId, CouncilMeetingId, council_member::Seat, council_opinion::Outcome},
    read,
    rules::{CouncilDraft, MeetingDraft, MemberDraft, OpinionDraft, Reply, Until, parse_time},
    service,
};

use super::{
    people::{People, acting},
    stage::passed_over,
};
use crate::Failed;

/// 氏名, 所属, seat.
const MEMBERS: [(&str, &str, Seat); 6] = [
    ("見本 一郎", "実例大学", Seat::Chair),
    ("試作 ゆき", "見本商工会議所　実例支部", Seat::ViceChair),
    ("架空 次郎", "見本商店街連合会", Seat::Member),
    ("仮名 はるか", "見本信用金庫", Seat::Member),
    ("例文 さとし", "", Seat::Member),
    ("所管 けんじ", "区 産業振興の担当", Seat::Secretariat),
];

const MINUTES: &str = "事務局から、今年度の前半の事業について報告した。\n\
創業の相談は前の年より増え、夜の時間の希望が多いことが話題になった。\n\
次回は、来年度の計画の案を話し合うことにした。";

/// Who said it, what, about which programme of the annual plan, and what became of it.
type Said = (
    &'static str,
    &'static str,
    i32,
    Option<(Outcome, &'static str)>,
);

const OPINIONS: [Said; 3] = [
    (
        "架空 次郎委員",
        "店を閉めたあとに行ける夜の相談を増やしてほしい。",
        3,
        Some((
            Outcome::Adopted,
            "火曜と木曜の相談を、夜8時まで延ばしました。",
        )),
    ),
    (
        "仮名 はるか委員",
        "学生と商店街が知り合う場をつくれないか。",
        2,
        Some((
            Outcome::Considering,
            "来年度の計画の案に入れて、次の会議で話し合います。",
        )),
    ),
    (
        "例文 さとし委員",
        "求人の出し方を小さな会社にも分かるように説明してほしい。",
        1,
        None,
    ),
];

/// Everything, some weeks ago.
pub(super) async fn enter(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let today = clock.now().date();
    let ward = acting(people.ward, Role::WardOfficer);
    let written = transact(db, ward, clock, async |work| {
        let council = seated(work, today).await?;
        let first = meeting(work, council, 1, today - Days::new(40)).await?;
        service::write_minutes(work, first, 1, MINUTES).await?;
        service::confirm_minutes(work, first, 2).await?;
        let words = "2行目の「前の年」は、正しくは「前の年の同じ時期」です。";
        service::add_correction(work, first, words).await?;
        let offered = read::programmes_to_speak_of(work.db(), today - Days::new(40)).await?;
        for (said_by, body, number, outcome) in OPINIONS {
            let about = offered.iter().find(|one| one.number == number);
            let opinion = OpinionDraft {
                said_by: said_by.to_owned(),
                body: body.to_owned(),
                programme: about.map(|one| one.id.to_string()).unwrap_or_default(),
                about: String::new(),
            };
            let id = service::add_opinion(work, first, &opinion).await?;
            if let Some((outcome, words)) = outcome {
                let reply = Reply {
                    outcome: Some(outcome),
                    words: words.to_owned(),
                    replied_on: Some(today - Days::new(7)),
                };
                service::answer_opinion(work, id, 1, &reply).await?;
            }
        }
        meeting(work, council, 2, today + Days::new(21)).await?;
        Ok::<_, No<CoordinationRefused>>(())
    });
    passed_over(written.await)?;
    Ok(())
}

async fn seated(work: &Work, today: NaiveDate) -> Result<CouncilId, No<CoordinationRefused>> {
    let council = CouncilDraft {
        name: "見本区産業交流会議".to_owned(),
        purpose: "区内の団体、大学、金融機関と、産業の支援の進め方を話し合う。\n出された意見を、次の年度の計画に生かす。".to_owned(),
    };
    let council = service::add_council(work, &council).await?;
    for (name, organisation, seat) in MEMBERS {
        let member = MemberDraft {
            name: name.to_owned(),
            organisation: organisation.to_owned(),
            seat: Some(seat),
            valid_from: Some(today - Days::new(120)),
            until: Until::Day(today + Days::new(610)),
        };
        service::add_member(work, council, &member).await?;
    }
    Ok(council)
}

async fn meeting(
    work: &Work,
    council: CouncilId,
    number: i32,
    held_on: NaiveDate,
) -> Result<CouncilMeetingId, No<CoordinationRefused>> {
    let meeting = MeetingDraft {
        number: Some(number),
        held_on: Some(held_on),
        starts_at: parse_time("14:00"),
        ends_at: parse_time("16:00"),
        place: "センター　大会議室".to_owned(),
        agenda: "開会\nこれまでの事業について\n来年度に向けた意見の交換\n次回の日程".to_owned(),
    };
    service::add_meeting(work, council, &meeting).await
}
