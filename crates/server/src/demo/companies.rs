//! Companies and groups of the demonstration: registered, waiting, returned, turned down, about to
//! end. All were entered at the counter, where reception saw the papers.

use chrono::{Days, NaiveDate};
use kernel::{Clock, Db, PersonId, Role, transact};
use organisations::{
    Refused,
    entity::{
        OrganisationId,
        category::{Locality, Party, Stage},
    },
    rules::{Decision, Draft},
    service::{self, Apply},
};

use super::people::{People, acting};
use crate::Failed;

/// What happens to an application.
enum Fate {
    /// Registered from its day on, for so many days.
    Registered(u64),
    /// Waits for reception.
    Waits,
    /// Returned with these words.
    Returned(&'static str),
    /// Turned down with these words.
    TurnedDown(&'static str),
    /// Taken back by whoever applied.
    Withdrawn,
}

/// Those who were registered before the demonstration begins.
pub(super) async fn register(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let company = Draft {
        corporate_number: "7000012050002".to_owned(),
        registration_number: "T7000012050002".to_owned(),
        founded_on: "2012-04-02".to_owned(),
        ..business("株式会社実例製作所", "ジツレイセイサクショ", 1)
    };
    let founder = Draft {
        party: Some(Party::Individual),
        locality: Some(Locality::Resident),
        stage: Some(Stage::BeforeFounding),
        words: "来年の春に店を開く準備をしています。".to_owned(),
        ..business("", "", 2)
    };
    let outside = Draft {
        locality: Some(Locality::Outside),
        address: "世田谷区見本台3-2-1".to_owned(),
        postal_code: "154-0000".to_owned(),
        ..business("合同会社隣町企画", "トナリマチキカク", 12)
    };
    for (person, draft, fate) in [
        (people.sme, company, Fate::Registered(730)),
        (people.founder, founder, Fate::Registered(730)),
        (
            people.guests[3],
            group("見本町商店会", "ミホンチョウショウテンカイ", 3),
            Fate::Registered(110),
        ),
        (
            people.guests[4],
            group("仮名将棋の会", "カメイショウギノカイ", 9),
            Fate::Registered(60),
        ),
        (people.guests[13], outside, Fate::Registered(365)),
    ] {
        play(db, clock, people.reception, person, &draft, fate).await?;
    }
    Ok(())
}

/// Those who have come lately.
pub(super) async fn apply(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let young = Draft {
        stage: Some(Stage::Young),
        founded_on: days_ago(clock, 700).to_string(),
        ..business("合同会社架空デザイン", "カクウデザイン", 4)
    };
    // The same company, written otherwise: reception is warned.
    let double = Draft {
        address: "東京都目黒区見本町1丁目2番1号".to_owned(),
        words: "社名の書き方を変えたので、もう一度申請します。".to_owned(),
        ..business(
            "（株）実例製作所",
            "カブシキガイシャジツレイセイサクショ",
            1,
        )
    };
    for (person, draft, fate) in [
        (people.guests[5], young, Fate::Registered(730)),
        (people.guests[6], double, Fate::Waits),
        (
            people.guests[7],
            group("雛形合唱団", "ヒナガタガッショウダン", 6),
            Fate::Returned("会員の名簿（お名前と、在住・在勤の別）を添えてください。"),
        ),
        (
            people.guests[8],
            business("試作商事", "シサクショウジ", 7),
            Fate::TurnedDown(
                "区内に事業所があることを確かめられませんでした。移転の後に、あらためてお申し込みください。",
            ),
        ),
        (
            people.guests[9],
            group("例文読書会", "レイブンドクショカイ", 8),
            Fate::Waits,
        ),
        (
            people.guests[10],
            group("見本写真同好会", "ミホンシャシンドウコウカイ", 10),
            Fate::Withdrawn,
        ),
    ] {
        play(db, clock, people.reception, person, &draft, fate).await?;
    }
    merge(db, clock, people).await
}

/// One company was registered twice, by two of its people, until reception noticed.
async fn merge(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let mut both = Vec::new();
    for (person, name) in [(11, "有限会社架空文具"), (12, "（有）架空文具")] {
        let draft = business(name, "カクウブング", 11);
        let person = people.guests[person];
        let fate = Fate::Registered(730);
        both.extend(play(db, clock, people.reception, person, &draft, fate).await?);
    }
    if let [stays, double] = both[..] {
        let reception = acting(people.reception, Role::Reception);
        transact(db, reception, clock, async |work| {
            service::merge(work, double, stays).await
        })
        .await?;
    }
    Ok(())
}

fn business(name: &str, kana: &str, number: u8) -> Draft {
    Draft {
        party: Some(Party::Business),
        locality: Some(Locality::WardBusiness),
        stage: Some(Stage::Settled),
        name: name.to_owned(),
        kana: kana.to_owned(),
        postal_code: "153-0000".to_owned(),
        address: format!("目黒区見本町1-2-{number}"),
        telephone: format!("03-0000-{number:04}"),
        ..Draft::default()
    }
}

fn group(name: &str, kana: &str, number: u8) -> Draft {
    Draft {
        party: Some(Party::Group),
        locality: Some(Locality::Resident),
        ..business(name, kana, number)
    }
}

fn days_ago(clock: &Clock, days: u64) -> NaiveDate {
    let today = clock.now().date();
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}

async fn play(
    db: &Db,
    clock: &Clock,
    reception: PersonId,
    person: PersonId,
    draft: &Draft,
    fate: Fate,
) -> Result<Option<OrganisationId>, Failed> {
    let today = clock.now().date();
    let applied = draft.allowed(today).map_err(Refused::Invalid);
    let actor = acting(reception, Role::Reception);
    let made = transact(db, actor.on_behalf_of(person), clock, async |work| {
        let wish = Apply {
            person,
            organisation: None,
            applied: applied?,
            papers: Vec::new(),
        };
        service::apply(work, wish).await
    })
    .await?;
    let decision = match fate {
        Fate::Waits => return Ok(made.organisation_id),
        Fate::Withdrawn => {
            transact(db, actor.on_behalf_of(person), clock, async |work| {
                service::withdraw(work, made.id, made.version).await
            })
            .await?;
            return Ok(made.organisation_id);
        }
        Fate::Registered(days) => Decision::Approve {
            category: organisations::rules::Category {
                locality: made.locality,
                party: made.party,
                stage: made.stage,
            },
            from: Some(today),
            until: today.checked_add_days(Days::new(days)),
            answer: String::new(),
        },
        Fate::Returned(answer) => Decision::Return {
            answer: answer.to_owned(),
        },
        Fate::TurnedDown(answer) => Decision::Refuse {
            answer: answer.to_owned(),
        },
    };
    transact(db, actor, clock, async |work| {
        service::review(work, made.id, made.version, decision).await
    })
    .await?;
    Ok(made.organisation_id)
}
