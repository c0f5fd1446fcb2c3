//! Businesses ask for the seminar corner: one waits for a decision, one is overdue, one was
//! approved with conditions, some refused on each ground, one withdrawn, one never decided.

use bookings::{
    entity::{booking_request::Ground, space::Kind},
    read,
    rules::{Use, closure::Reason, requests::Verdict, terms::Term},
    service::{self, Decide, Reserve},
};
use chrono::{Days, NaiveDate};
use kernel::{Actor, Clock, Db, Fault, Role, Via, transact};
use organisations::{entity::category::Party, rules::Selector};

use super::{
    people::{People, acting},
    rules::rule,
    spaces::Opened,
    stage::passed_over,
    wishes::{times, wish},
};
use crate::Failed;

/// So many days before today the rule begins, and the first ask.
const EARLIER: i64 = 8;

/// What is asked for on that day: the first is approved on the next, the second withdrawn.
const ASKED: [&str; 3] = ["新商品の説明会", "社内の懇親会", "取引先との勉強会"];

/// What is refused on the next, on which ground and with which words.
const REFUSED: [(&str, Ground, &str); 4] = [
    (
        "健康食品の販売会",
        Ground::Purpose,
        "センターでは、来場者への販売はできません。商品の説明会としてなら、あらためて申請できます。",
    ),
    (
        "深夜までの音楽会",
        Ground::Operation,
        "閉館の時刻をこえる催しのため、お受けできません。",
    ),
    (
        "街頭での宣伝の出発式",
        Ground::PublicOrder,
        "前の道路がふさがり、近くの方のご迷惑になるため、お受けできません。",
    ),
    (
        "内容は当日に決める催し",
        Ground::Unsuitable,
        "催しの内容を確かめられなかったため、お受けできません。",
    ),
];

/// What is asked for at short notice, and begins before anybody has decided.
const TOO_LATE: &str = "急ぎの商談会";

/// What happens with requests on a morning that has passed.
pub(super) async fn play(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
    (day, today): (NaiveDate, NaiveDate),
) -> Result<(), Failed> {
    let Some(corner) = opened.iter().find(|one| one.space.kind == Kind::Seminar) else {
        return Ok(());
    };
    let days = (today - day).num_days();
    if days == EARLIER {
        let businesses = Selector {
            party: Some(Party::Business),
            ..Selector::default()
        };
        let source = Reason {
            ja: "施行規則第8条".to_owned(),
            en: "Rules, article 8".to_owned(),
        };
        let rule = rule(day, Term::Approval(5), businesses, Some(corner.id), source);
        transact::<_, Fault, _>(db, Actor::system(Via::Cli), clock, async |work| {
            service::set_rule(work, &rule).await
        })
        .await?;
        let refused = REFUSED.map(|(purpose, ..)| purpose);
        for purpose in ASKED.into_iter().chain(refused) {
            ask(db, clock, people, corner, (purpose, 21)).await?;
        }
        ask(db, clock, people, corner, (TOO_LATE, 2)).await?;
    } else if days == EARLIER - 1 {
        let conditions =
            "音の出る機器は20時までとしてください。\n終わったら机をもとの位置に戻してください。";
        let approved = Verdict::Approve {
            conditions: conditions.to_owned(),
        };
        decide(db, clock, people, ASKED[0], approved).await?;
        for (purpose, ground, words) in REFUSED {
            let refused = Verdict::Refuse {
                ground: Some(ground),
                words: words.to_owned(),
            };
            decide(db, clock, people, purpose, refused).await?;
        }
        withdraw(db, clock, people, ASKED[1]).await?;
    }
    Ok(())
}

/// One more asks just now.
pub(super) async fn enter(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
) -> Result<(), Failed> {
    for id in read::begun_undecided(db.reader(), clock.now(), 10).await? {
        transact::<_, Fault, _>(db, Actor::system(Via::Task), clock, async |work| {
            service::lapse_request(work, id).await
        })
        .await?;
    }
    match opened.iter().find(|one| one.space.kind == Kind::Seminar) {
        Some(corner) => ask(db, clock, people, corner, ("合同の商談会", 21)).await,
        None => Ok(()),
    }
}

/// The company asks for the first two hours that are free in so many days or later.
async fn ask(
    db: &Db,
    clock: &Clock,
    people: &People,
    corner: &Opened,
    (purpose, days): (&str, u64),
) -> Result<(), Failed> {
    let today = clock.now().date();
    let own = organisations::read::represented(db.reader(), people.sme, today).await?;
    let company = acting(people.sme, Role::Member);
    for span in times(today + Days::new(days), 21, &[10, 14, 18], 2) {
        let wish = Reserve {
            organisation: own.first().map(|one| one.id),
            ..wish(corner.id, people.sme, Use::new(span, purpose, 12))
        };
        let asked = transact::<_, Fault, _>(db, company, clock, async |work| {
            passed_over(service::reserve(work, &wish).await)
        });
        if asked.await?.is_some() {
            break;
        }
    }
    Ok(())
}

/// The request with this purpose that nobody has decided.
async fn undecided(db: &Db, purpose: &str) -> Result<Option<read::Card>, Fault> {
    let found = read::undecided(db.reader(), 20).await?;
    let mut cards = found.into_iter().map(|(_, card)| card);
    Ok(cards.find(|card| card.booking.purpose == purpose))
}

/// The company thinks better of it.
async fn withdraw(db: &Db, clock: &Clock, people: &People, purpose: &str) -> Result<(), Failed> {
    let Some(card) = undecided(db, purpose).await? else {
        return Ok(());
    };
    let company = acting(people.sme, Role::Member);
    transact::<_, Fault, _>(db, company, clock, async |work| {
        passed_over(service::cancel(work, card.booking.id).await)
    })
    .await?;
    Ok(())
}

/// Reception decides.
async fn decide(
    db: &Db,
    clock: &Clock,
    people: &People,
    purpose: &str,
    verdict: Verdict,
) -> Result<(), Failed> {
    let Some(card) = undecided(db, purpose).await? else {
        return Ok(());
    };
    let wish = Decide {
        booking: card.booking.id,
        together: false,
        seen: read::versions(&[&card]),
        verdict,
    };
    let reception = acting(people.reception, Role::Reception);
    transact::<_, Fault, _>(db, reception, clock, async |work| {
        passed_over(service::decide(work, &wish).await)
    })
    .await?;
    Ok(())
}
