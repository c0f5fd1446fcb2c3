//! Visits of the demonstration: one campaign of twenty targets, half of them visited.

use chrono::{Days, TimeDelta};
use consultations::{
    entity::{VisitTargetId, case_field::Field, visit_target::State},
    read,
    rules::{CampaignDraft, TargetDraft, VisitDraft},
    service,
};
use kernel::{Clock, Db, Fault, PersonId, Role, Work, transact};

use super::{
    people::{People, acting},
    stage::passed_over,
};
use crate::Failed;

/// So many businesses are on the list.
const TARGETS: usize = 20;
/// Who goes to every third of them is the coordinator; the expert goes to the others.
const THIRD: usize = 3;

/// What came of the first visits, one after the other.
const RESULTS: [State; 12] = [
    State::Visited,
    State::Visited,
    State::Absent,
    State::Visited,
    State::Refused,
    State::Visited,
    State::Visited,
    State::Moved,
    State::Visited,
    State::Absent,
    State::Visited,
    State::Visited,
];

/// Today's campaign, with its sheets.
pub(super) async fn enter(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let coordinator = acting(people.coordinator, Role::Coordinator);
    transact::<_, Fault, _>(db, coordinator, clock, async |work| {
        campaign(work, people).await
    })
    .await?;
    Ok(())
}

async fn campaign(work: &Work, people: &People) -> Result<(), Fault> {
    let today = work.now().date();
    let draft = CampaignDraft {
        name: "全事業所訪問（第1期）".to_owned(),
        purpose: "区内の事業所の困りごとをうかがい、使える制度を知らせる。".to_owned(),
        starts_on: Some(today - Days::new(30)),
        ends_on: Some(today + Days::new(60)),
        follows: None,
    };
    let Some(id) = passed_over(service::open_campaign(work, &draft).await)? else {
        return Ok(());
    };
    let targets: Vec<TargetDraft> = (1..=TARGETS).map(target).collect();
    passed_over(service::enter_targets(work, id, &targets).await)?;
    let listed = read::targets_of(work.db(), id).await?;
    let share = |own: bool| -> Vec<(VisitTargetId, i32)> {
        let theirs = listed.iter().enumerate();
        let theirs = theirs.filter(|(nth, _)| nth.is_multiple_of(THIRD) == own);
        theirs
            .map(|(_, one)| (one.row.id, one.row.edition))
            .collect()
    };
    let goers: [(bool, PersonId); 2] = [(true, people.coordinator), (false, people.expert)];
    for (own, person) in goers {
        let some = service::assign_targets(work, id, &share(own), Some(person)).await;
        passed_over(some)?;
    }
    for (nth, (one, result)) in listed.iter().zip(RESULTS).enumerate() {
        passed_over(service::write_visit(work, one.row.id, &sheet(work, nth, result)).await)?;
    }
    Ok(())
}

fn target(nth: usize) -> TargetDraft {
    let kinds = ["工業", "商店", "製作所", "印刷", "食品"];
    let kind = kinds.get(nth % kinds.len()).copied().unwrap_or("商店");
    TargetDraft {
        company: format!("見本{kind}{nth}"),
        address: format!("見本町{}丁目{nth}番1号", nth % 5 + 1),
        telephone: format!("03-0000-04{nth:02}"),
        note: if nth.is_multiple_of(4) {
            "午前中がよい".to_owned()
        } else {
            String::new()
        },
    }
}

fn sheet(work: &Work, nth: usize, result: State) -> VisitDraft {
    let today = work.now().date();
    let days = i64::try_from(nth).unwrap_or(0) + 1;
    let met = result == State::Visited;
    let text = |text: &str| if met { text.to_owned() } else { String::new() };
    VisitDraft {
        visited_at: Some(work.now() - TimeDelta::days(days)),
        result: Some(result),
        met: text("代表者"),
        situation: text("受注は昨年並み。材料費の値上がりで利益が減っている。"),
        needs: if met {
            vec![Field::Sales, Field::Finance]
        } else {
            Vec::new()
        },
        wishes: if met && nth.is_multiple_of(2) {
            "新しい売り先について相談したい。".to_owned()
        } else {
            String::new()
        },
        next_step: text("使える制度の案内を届ける。"),
        next_on: match (result, nth) {
            (State::Absent, 2) => Some(Ok(today)),
            (State::Absent, _) => Some(Ok(today + Days::new(5))),
            (State::Visited, 3) => Some(Ok(today - Days::new(1))),
            _ => None,
        },
    }
}
