//! Large plans of the ward, for what must stay quick with them.

use japan::fiscal::FiscalYear;
use kernel::{Actor, Clock, Db, Failed, PersonId, Role, Via, transact};
use plans::{
    Refused,
    entity::{PlanId, plan::Kind},
    read::plans as read,
    rules::{plan::Draft, table},
    service::{
        plans::{self as service, Seen},
        programmes,
    },
};

/// An officer of the ward, as whoever has this account.
pub fn officer(person: PersonId) -> Actor {
    let roles = [Role::Member, Role::WardOfficer].into_iter().collect();
    Actor::person(person, roles, Via::Page)
}

/// A draft of the ward with so many programmes, each with two measures and this target.
pub async fn plan_of(
    (db, clock): (&Db, &Clock),
    ward: PersonId,
    name: &str,
    (count, target): (usize, usize),
) -> PlanId {
    let wish = Draft {
        kind: Some(Kind::Action),
        name: name.to_owned(),
        first: FiscalYear::parse("2027"),
        last: FiscalYear::parse("2030"),
    };
    transact(db, officer(ward), clock, async |work| {
        let id = service::begin(work, &wish, None).await?;
        let plan = read::plan(work.db(), work.actor(), id).await?.unwrap();
        let known = read::known(work.db(), work.actor(), &plan).await?;
        let (headings, records) = table::records(&table_of(count, target));
        let all = table::programmes(&headings, &records, &known).unwrap();
        let seen = Seen {
            version: plan.versions[0].row.id,
            count: 1,
        };
        programmes::enter(work, id, seen, &all).await?;
        Ok::<_, Failed<Refused>>(id)
    })
    .await
    .unwrap()
}

fn table_of(count: usize, target: usize) -> String {
    let lines = (1..=count).map(|number| {
        let (goal, strategy) = (number % 6, number % 40);
        format!(
            "{number},目標{goal},施策{strategy},事業{number},概要,産業課,企画課、財政課,,,,,,,,,,相談,年間,件,,,2027,{target},\n\
             {number},,,,,,,,,,,,,,,,参加者,累計,人,2026,5,2030,80,"
        )
    });
    let lines: Vec<String> = lines.collect();
    format!("{}\n{}", table::COLUMNS.join(","), lines.join("\n"))
}
