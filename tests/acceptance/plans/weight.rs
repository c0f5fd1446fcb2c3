//! How many readings the comparison of two large plans takes.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use plans::{
    read::{contents, plans as read},
    rules::difference,
};
use testkit::database::Engine;
use tests::{
    TestApp,
    plans::{officer, plan_of},
};

#[tokio::test(flavor = "multi_thread")]
async fn two_plans_of_500_programmes_are_compared_in_few_readings() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let ward = app.ward().await;
        let person = ward.person.unwrap();
        let of = async |name: &str, target| {
            plan_of((&app.app.db, &app.clock), person, name, (500, target)).await
        };
        let one = of("前の計画", 10).await;
        let other = of("次の計画", 20).await;
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
        let plans = read::some(&db, &officer(person), vec![one, other])
            .await
            .unwrap();
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
