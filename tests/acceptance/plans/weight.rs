//! How many readings large plans take: two compared, and one by itself.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use approvals::read::told;
use plans::{
    read::{contents, plans as read, review},
    rules::difference,
};
use testkit::database::Engine;
use tests::{
    TestApp,
    plans::{officer, plan_of},
};

use super::{decide, submit};

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
        let count = readings.swap(0, Ordering::Relaxed);
        assert!((5..=8).contains(&count), "{engine:?}: {count}");

        // The page of one of them by itself, once it was answered.
        let (path, approver) = (format!("/plans/{one}"), app.ward().await);
        assert_eq!(submit(&ward, &path).await.status, 303, "{engine:?}");
        let answer = ["approve", "半期ごとに報告すること。"];
        assert_eq!(decide(&approver, &path, answer).await.status, 303);
        let plan = read::plan(&db, &officer(person), one).await.unwrap();
        let plan = plan.unwrap();
        let version = &plan.versions[0];
        let content = contents::content(&db, version.row.id).await.unwrap();
        assert_eq!(content.programmes.len(), 500, "{engine:?}");
        let said = review::said(&db, &officer(person), &[version]).await;
        assert!(said.unwrap().is_empty());
        let approval = version.approval.as_ref().unwrap().id;
        let told = told(&db, vec![approval], vec![person]).await.unwrap();
        assert_eq!(told.steps[&approval].len(), 2, "{engine:?}");
        let count = readings.load(Ordering::Relaxed);
        assert!((6..=9).contains(&count), "{engine:?}: {count}");
        app.run_tasks().await;
        app.finish().await;
    }
}
