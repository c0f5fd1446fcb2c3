//! What the demonstration's manager carries out beside the plan: one that the ward consented to long
//! ago, one that waits for its answer.

use approvals::rules::Verdict;
use japan::fiscal::FiscalYear;
use kernel::{Clock, Db, Role, transact};
use plans::{entity::ProgrammeId, rules::initiative::Draft, service::initiatives};

use super::{
    people::{People, acting},
    stage::passed_over,
};
use crate::Failed;

/// What the ward has consented to.
pub(super) async fn settle(
    db: &Db,
    clock: &Clock,
    people: &People,
    year: FiscalYear,
) -> Result<(), Failed> {
    let summary = "月に一度、開館の前の1時間、起業家が近況を話し合う。費用は参加費で賄う。";
    let proposed = propose(db, clock, people, (year, "起業家の朝の交流会", summary)).await?;
    let Some(id) = proposed else { return Ok(()) };
    let ward = acting(people.ward, Role::WardApprover);
    let decided = transact(db, ward, clock, async |work| {
        let verdict = Verdict::Approve {
            conditions: "区民の参加を妨げないこと。".to_owned(),
        };
        initiatives::decide(work, id, 1, &verdict).await
    });
    passed_over(decided.await)?;
    Ok(())
}

/// What waits for the ward.
pub(super) async fn enter(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let summary =
        "年度の終わりに、利用者が品物とサービスを見せ合う。出展料で賄い、区民は無料で入れる。";
    let year = FiscalYear::of(clock.now().date());
    propose(db, clock, people, (year, "利用者の見本市", summary)).await?;
    Ok(())
}

async fn propose(
    db: &Db,
    clock: &Clock,
    people: &People,
    (year, name, summary): (FiscalYear, &str, &str),
) -> Result<Option<ProgrammeId>, Failed> {
    let manager = acting(people.manager, Role::Manager);
    let draft = Draft {
        year: Some(year),
        name: name.to_owned(),
        summary: summary.to_owned(),
    };
    let proposed = transact(db, manager, clock, async |work| {
        initiatives::propose(work, &draft).await
    });
    Ok(passed_over(proposed.await)?)
}
