//! How many readings the comparison of two large plans takes.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use kernel::{Actor, Role, Via, transact};
use plans::{
    entity::plan::Kind,
    read::{contents, plans as read},
    rules::{difference, plan::Draft, table},
    service::{
        plans::{self as service, Seen},
        programmes,
    },
};
use testkit::database::Engine;
use tests::{Browser, TestApp};

/// A table of so many programmes, each with two measures.
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

/// A plan of the ward with so many programmes.
async fn plan_of(
    app: &TestApp,
    ward: &Browser,
    name: &str,
    target: usize,
) -> plans::entity::PlanId {
    let person = ward.person.unwrap();
    let roles = [Role::Member, Role::WardOfficer].into_iter().collect();
    let actor = Actor::person(person, roles, Via::Page);
    let wish = Draft {
        kind: Some(Kind::Action),
        name: name.to_owned(),
        first: japan::fiscal::FiscalYear::parse("2027"),
        last: japan::fiscal::FiscalYear::parse("2030"),
    };
    transact(&app.app.db, actor, &app.clock, async |work| {
        let id = service::begin(work, &wish, None).await?;
        let plan = read::plan(work.db(), work.actor(), id).await?.unwrap();
        let known = read::known(work.db(), work.actor(), &plan).await?;
        let (headings, records) = table::records(&table_of(500, target));
        let all = table::programmes(&headings, &records, &known).unwrap();
        let seen = Seen {
            version: plan.versions[0].row.id,
            count: 1,
        };
        programmes::enter(work, id, seen, &all).await?;
        Ok::<_, kernel::Failed<plans::Refused>>(id)
    })
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_plans_of_500_programmes_are_compared_in_few_readings() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let ward = app.ward().await;
        let one = plan_of(&app, &ward, "前の計画", 10).await;
        let other = plan_of(&app, &ward, "次の計画", 20).await;
        let page = ward
            .get(&format!("/plans/{other}/comparison?plan={one}"))
            .await;
        assert_eq!(page.status, 200, "{engine:?}");
        page.shows("加わる事業（500件）");

        // What the page reads, on a connection that counts.
        let mut db = app.app.db.reader().clone();
        let readings = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&readings);
        db.set_metric_callback(move |_| {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let roles = [Role::Member, Role::WardOfficer].into_iter().collect();
        let actor = Actor::person(ward.person.unwrap(), roles, Via::Page);
        let plans = read::some(&db, &actor, vec![one, other]).await.unwrap();
        let versions: Vec<_> = plans.iter().map(|plan| plan.versions[0].row.id).collect();
        let contents = contents::contents(&db, &versions).await.unwrap();
        let found = difference::between(&contents[&versions[0]], &contents[&versions[1]]);
        assert_eq!(found.added.len(), 500, "{engine:?}");
        // Finding out who asks takes two more.
        let readings = readings.load(Ordering::Relaxed);
        assert!((5..=8).contains(&readings), "{engine:?}: {readings}");
        app.run_tasks().await;
        app.finish().await;
    }
}
