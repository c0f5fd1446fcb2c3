//! The centre's invented partners: agreements, one of which runs out soon, the log of a few weeks and
//! what is still to be done.

use approvals::entity::approval::Side;
use chrono::{Days, NaiveDate};
use kernel::{Actor, Clock, Db, Failed as No, Role, transact};
use organisations::{
    entity::{AgencyId, agency::Sort},
    read::AgencyFilter,
    rules::AgencyDraft,
};
use plans::{
    CoordinationRefused,
    rules::{ActionDraft, AgreementDraft, Completion, EntryDraft, Until},
    service,
};

use super::{
    people::{People, acting},
    stage::passed_over,
};
use crate::Failed;

/// Name, sort, whom to ask for, what it is good for.
const AGENCIES: [(&str, Sort, &str, &str); 7] = [
    (
        "見本公共職業安定所",
        Sort::HelloWork,
        "事業所部門",
        "求人の申込みと職業紹介。雇用の助成金の相談。",
    ),
    (
        "みほん若者就労支援センター",
        Sort::EmploymentSupport,
        "相談員　見本 さくら",
        "働くことに不安のある若い人の相談と職場体験。",
    ),
    (
        "見本商工会議所　実例支部",
        Sort::TradeAssociation,
        "経営支援課",
        "経営改善の貸付、専門家の派遣、会員の紹介。",
    ),
    (
        "見本信用金庫　中央支店",
        Sort::Bank,
        "融資課　見本 太郎",
        "創業の融資と、開業したあとの資金繰り。",
    ),
    (
        "実例大学　地域連携室",
        Sort::University,
        "地域連携室",
        "学生の参加、調査の共同実施、教員による講座。",
    ),
    (
        "みほん経営よろず相談所",
        Sort::PublicSupport,
        "総合受付",
        "売上、広報、事業の引き継ぎの無料相談。",
    ),
    (
        "旧見本産業振興協議会",
        Sort::Other,
        "",
        "解散しました。記録だけを残しています。",
    ),
];

/// Partners and agreements, as both sides wrote them down long ago.
pub(super) async fn settle(
    db: &Db,
    clock: &Clock,
    people: &People,
    today: NaiveDate,
) -> Result<(), Failed> {
    let manager = acting(people.manager, Role::Manager);
    let mut all = Vec::new();
    for (name, sort, contact, good_for) in AGENCIES {
        let draft = AgencyDraft {
            name: name.to_owned(),
            sort: Some(sort),
            contact: contact.to_owned(),
            telephone: "03-0000-0000".to_owned(),
            email: String::new(),
            address: "見本区実例町一丁目".to_owned(),
            good_for: good_for.to_owned(),
            in_use: sort != Sort::Other,
        };
        let added = transact(db, manager, clock, async |work| {
            organisations::service::add_agency(work, &draft).await
        });
        all.extend(passed_over(added.await)?);
    }
    let ward = acting(people.ward, Role::WardOfficer);
    agree(db, clock, ward, &all, today).await
}

async fn agree(
    db: &Db,
    clock: &Clock,
    ward: Actor,
    agencies: &[AgencyId],
    today: NaiveDate,
) -> Result<(), Failed> {
    let before = |days| today - Days::new(days);
    let agreements = [
        (
            3,
            "創業支援に関する連携協定",
            before(335),
            Until::Day(today + Days::new(30)),
        ),
        (
            0,
            "雇用対策に関する協定",
            before(200),
            Until::Day(today + Days::new(530)),
        ),
        (4, "地域連携に関する包括協定", before(900), Until::Open),
    ];
    for (number, name, from, until) in agreements {
        let draft = AgreementDraft {
            agency: agencies.get(number).copied(),
            name: name.to_owned(),
            about: "相談に来た人を互いに案内する。\n年に二回、担当者が集まって進み具合を確かめる。"
                .to_owned(),
            signed_on: Some(from - Days::new(10)),
            valid_from: Some(from),
            until,
            notice_days: Some(60),
        };
        let added = transact(db, ward, clock, async |work| {
            service::add_agreement(work, &draft, None).await
        });
        passed_over(added.await)?;
    }
    Ok(())
}

/// What was talked over in the last weeks, and what came of it.
pub(super) async fn enter(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let today = clock.now().date();
    let found = organisations::read::agencies(db.reader(), &AgencyFilter::default(), 0, 50).await?;
    let named = |names: &[&str]| -> Vec<AgencyId> {
        let is_named = |name: &String| names.iter().any(|one| name.contains(one));
        let rows = found.iter().filter(|row| is_named(&row.name));
        rows.map(|row| row.id).collect()
    };
    let entries = [
        (
            21,
            named(&["信用金庫"]),
            "創業融資の相談会の進め方",
            "2月に二回開く。一回目はセンター、二回目は支店で行う。",
        ),
        (
            9,
            named(&["公共職業安定所", "若者"]),
            "合同の就職相談の日程",
            "3月の第二土曜に、センターの会議室で開く。",
        ),
        (2, named(&["実例大学"]), "学生による商店街の調査", ""),
    ];
    let manager = acting(people.manager, Role::Manager);
    for (days, agencies, subject, agreed) in entries {
        let draft = EntryDraft {
            held_on: Some(today - Days::new(days)),
            agencies,
            took_part: "館長、区 産業振興の担当、相手の担当者".to_owned(),
            subject: subject.to_owned(),
            discussed: "お互いの役割、日程、お知らせの出し方を話し合った。".to_owned(),
            agreed: agreed.to_owned(),
        };
        let plans = planned(today, days);
        let written = transact(db, manager, clock, async |work| {
            let entry = service::add_entry(work, &draft).await?;
            for (plan, done) in &plans {
                let id = service::add_action(work, entry, plan).await?;
                if let Some(done) = done {
                    service::complete_action(work, id, 1, done).await?;
                }
            }
            Ok::<_, No<CoordinationRefused>>(())
        });
        passed_over(written.await)?;
    }
    Ok(())
}

/// What is to be done after an entry of so many days ago: the older, the more of it is done.
fn planned(today: NaiveDate, days: u64) -> Vec<(ActionDraft, Option<Completion>)> {
    let action = |what: &str, side, who: &str, due_on| ActionDraft {
        what: what.to_owned(),
        side: Some(side),
        who: who.to_owned(),
        due_on: Some(due_on),
    };
    let done = Completion {
        done_on: Some(today - Days::new(5)),
        note: "会議室を押さえ、相手の担当者に伝えました。".to_owned(),
    };
    match days {
        21 => vec![
            (
                action(
                    "会場を押さえる",
                    Side::Manager,
                    "館長",
                    today - Days::new(4),
                ),
                Some(done),
            ),
            (
                action(
                    "区報に載せる文を送る",
                    Side::Ward,
                    "所管 まこと",
                    today - Days::new(1),
                ),
                None,
            ),
        ],
        9 => vec![(
            action(
                "ちらしの案をつくり、相手に確かめる",
                Side::Manager,
                "館長",
                today + Days::new(2),
            ),
            None,
        )],
        _ => vec![(
            action(
                "調査の目的と期間を文にする",
                Side::Ward,
                "所管 まこと",
                today + Days::new(14),
            ),
            None,
        )],
    }
}
