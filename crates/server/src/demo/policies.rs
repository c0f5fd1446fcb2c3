//! The ward's policies of the demonstration's year: two acknowledged, one handed back and mended, and
//! one of the next year that the manager has not answered yet.

use approvals::rules::Verdict;
use japan::fiscal::FiscalYear;
use kernel::{Clock, Db, Failed as No, Role, Work, transact};
use plans::{
    entity::PolicyId,
    rules::policy::{Draft, Text},
    service::policies::{self as service, Seen},
};

use super::{
    people::{People, acting},
    stage::passed_over,
};
use crate::Failed;

/// Fields of work of a centre, each with what the ward might want of it.
const FIELDS: [(&str, &str); 3] = [
    (
        "担い手育成・確保",
        "区内で働く人と働きたい人が、学び直しと出会いの場を身近に持てるようにする。\n若い世代と子育て中の人が参加しやすい時間帯を増やす。",
    ),
    (
        "維持・発展",
        "区内の小規模な事業者が、相談から専門家の訪問までを一か所で受けられるようにする。\n事業の引き継ぎを早い時期から話し合える機会をつくる。",
    ),
    (
        "創業・起業",
        "創業を考える人が、相談、学び、場所、仲間の四つを同じ建物で得られるようにする。\n創業から五年までの事業者を切れ目なく支える。",
    ),
];

/// Those of the year, as the ward and the manager settled them long ago.
pub(super) async fn settle(
    db: &Db,
    clock: &Clock,
    people: &People,
    year: FiscalYear,
) -> Result<(), Failed> {
    for (number, (field, body)) in FIELDS.into_iter().enumerate() {
        let id = issue(db, clock, people, year, (field, body)).await?;
        if number == 1 {
            let words = "訪問の対象に、開業して間もない事業者も入れてはどうでしょうか。";
            answer(db, clock, people, id, returned(words)).await?;
            again(db, clock, people, id).await?;
        }
        answer(db, clock, people, id, approved("")).await?;
    }
    Ok(())
}

/// One of the next year, which waits for the manager.
pub(super) async fn enter(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let next = FiscalYear::of(clock.now().date()).next();
    issue(db, clock, people, next, FIELDS[2]).await?;
    Ok(())
}

/// The ward writes a policy and hands it over.
async fn issue(
    db: &Db,
    clock: &Clock,
    people: &People,
    year: FiscalYear,
    (field, body): (&str, &str),
) -> Result<Option<PolicyId>, Failed> {
    let ward = acting(people.ward, Role::WardOfficer);
    let draft = Draft {
        fiscal_year: Some(year),
        field: field.to_owned(),
        text: Text {
            body: body.to_owned(),
            valid_from: Some(year.first_day()),
        },
    };
    let issued = transact(db, ward, clock, async |work| {
        let id = service::draft(work, &draft).await?;
        service::issue(work, id, newest(work, id).await?).await?;
        Ok::<_, No<plans::Refused>>(id)
    });
    Ok(passed_over(issued.await)?)
}

/// The ward hands over the next version.
async fn again(
    db: &Db,
    clock: &Clock,
    people: &People,
    id: Option<PolicyId>,
) -> Result<(), Failed> {
    let (Some(id), ward) = (id, acting(people.ward, Role::WardOfficer)) else {
        return Ok(());
    };
    let issued = transact(db, ward, clock, async |work| {
        service::revise(work, id).await?;
        service::issue(work, id, newest(work, id).await?).await
    });
    passed_over(issued.await)?;
    Ok(())
}

/// The newest version, as whoever looks at its page sees it.
async fn newest(work: &Work, id: PolicyId) -> Result<Seen, No<plans::Refused>> {
    let policy = plans::read::policies::policy(work.db(), work.actor(), id).await?;
    let newest = policy.and_then(|policy| policy.versions.into_iter().next());
    let newest = newest.ok_or(plans::Refused::NotThere)?;
    Ok(Seen {
        version: newest.row.id,
        count: newest
            .approval
            .map_or(newest.row.edition, |one| one.version),
    })
}

/// The manager answers.
async fn answer(
    db: &Db,
    clock: &Clock,
    people: &People,
    id: Option<PolicyId>,
    verdict: Verdict,
) -> Result<(), Failed> {
    let (Some(id), manager) = (id, acting(people.manager, Role::Manager)) else {
        return Ok(());
    };
    let decided = transact(db, manager, clock, async |work| {
        service::decide(work, id, newest(work, id).await?, &verdict).await
    });
    passed_over(decided.await)?;
    Ok(())
}

fn approved(conditions: &str) -> Verdict {
    Verdict::Approve {
        conditions: conditions.to_owned(),
    }
}

fn returned(words: &str) -> Verdict {
    Verdict::Return {
        words: words.to_owned(),
    }
}
