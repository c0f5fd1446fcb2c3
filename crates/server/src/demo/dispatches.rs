//! Dispatches of the demonstration: one in each state, some of them held.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use consultations::{
    entity::{CaseId, DispatchId, case::State, meeting::Mode},
    read::{self, Queue},
    rules::{Approval, DispatchDraft},
    service::{self, Arrange},
};
use kernel::{Clock, Db, Fault, Instant, Role, Work, transact};

use super::{
    people::{People, acting},
    stage::passed_over,
};
use crate::Failed;

/// So many people ask for one.
const MANY: usize = 6;
/// So many days before today.
const BEFORE: u64 = 9;

/// A week ago and more, some ask; they are decided, and the first are held, written down and paid.
pub(super) async fn play(
    db: &Db,
    clock: &Clock,
    people: &People,
    (day, today): (NaiveDate, NaiveDate),
) -> Result<(), Failed> {
    if day != today - Days::new(BEFORE) {
        return Ok(());
    }
    let coordinator = acting(people.coordinator, Role::Coordinator);
    transact::<_, Fault, _>(db, coordinator, clock, async |work| {
        let queue = Queue {
            state: Some(State::Running),
            lead: work.actor().person,
            ..Queue::default()
        };
        let actor = (work.actor(), work.now());
        let running = read::listed(work.db(), &queue, actor, (0, 40)).await?;
        let some = running.iter().filter(|one| !one.row.need_to_know);
        for (nth, one) in some.take(MANY).enumerate() {
            asked(work, one.row.id, nth).await?;
        }
        Ok(())
    })
    .await?;
    Ok(())
}

async fn asked(work: &Work, case: CaseId, nth: usize) -> Result<(), Fault> {
    let fields = read::fields_of(work.db(), vec![case]).await?.remove(&case);
    let draft = DispatchDraft {
        field: fields.and_then(|fields| fields.first().copied()),
        place: "見本町1丁目2番3号".to_owned(),
        wish: "店の中を見て、並べ方と動線を一緒に考えてほしい。".to_owned(),
        times: Some(3),
        agreed: true,
    };
    let Some(id) = passed_over(service::apply(work, case, &draft).await)? else {
        return Ok(());
    };
    let approval = Approval {
        times: Some(if nth == 0 { 1 } else { 2 }),
        note: "区内での開業が決まっているため。".to_owned(),
    };
    match nth {
        0..3 => {
            passed_over(service::approve_dispatch(work, id, 1, &approval).await)?;
            visit(work, (case, id), nth).await
        }
        3 => {
            let reason = "今年度の予定の回数に達したため、次の年度にお申し込みください。";
            passed_over(service::refuse_dispatch(work, id, 1, reason).await).map(drop)
        }
        4 => {
            let reason = "ご本人のお申し出により。";
            passed_over(service::withdraw_dispatch(work, id, 1, reason).await).map(drop)
        }
        _ => Ok(()),
    }
}

/// The first visit is arranged for one of the days that follow, in the morning.
async fn visit(work: &Work, (case, id): (CaseId, DispatchId), nth: usize) -> Result<(), Fault> {
    let experts = read::experts_of(work.db(), case).await?;
    let days = [1, 2, BEFORE + 5].get(nth).copied().unwrap_or(1);
    let morning = Instant::at(work.now().date() + Days::new(days), NaiveTime::MIN);
    let wish = Arrange {
        expert: experts.first().map(|expert| expert.id),
        mode: Some(Mode::Visit),
        from: Some(morning + TimeDelta::hours(8)),
        link: String::new(),
    };
    passed_over(service::arrange_dispatch(work, id, &wish).await).map(drop)
}
