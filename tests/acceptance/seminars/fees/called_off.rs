//! What the centre calls off costs nobody anything, and everybody whom that concerns is told.

use testkit::database::Engine;

use super::{super::Taught, again, bill, costs, pays};
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn who_cancelled_late_is_told_that_they_owe_nothing() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = costs(&centre).await;
        centre.at("2026-12-17T10:00").await;
        let (early, free) = centre.enrols(&id).await;
        led(&early.post(&format!("{free}/cancellation"), &[]).await);
        let (one, paid) = centre.enrols(&id).await;
        let (other, unpaid) = centre.enrols(&id).await;
        pays(&centre, &paid).await;
        centre.at("2026-12-24T09:00").await;
        for (who, own, open) in [(&one, &paid, 0), (&other, &unpaid, 3_000)] {
            let who = again(&centre, who).await;
            led(&who.post(&format!("{own}/cancellation"), &[]).await);
            assert_eq!(bill(&centre, own).await.1, open, "{engine:?}");
        }
        let path = format!("/counter/seminars/{id}");
        let why = "講師の急病のため";
        led(&centre
            .acts(&centre.manager, &path, "calling-off", why)
            .await);
        assert_eq!(bill(&centre, &paid).await.1, -3_000, "{engine:?}");
        assert_eq!(bill(&centre, &unpaid).await.1, 0, "{engine:?}");
        let letters = centre.letters().await;
        let told: Vec<&str> = letters
            .iter()
            .filter(|one| one.subject.starts_with("セミナー中止と参加費のお知らせ"))
            .map(|one| one.text.as_str())
            .collect();
        assert_eq!(
            told.len(),
            2,
            "{engine:?}: who cancelled in time owed nothing"
        );
        for text in &told {
            assert!(text.contains("参加費は、いただきません"), "{text}");
            assert!(text.contains(why), "{text}");
        }
        let back = "お支払い済みの3,000円を窓口でお返しします";
        let refunds = told.iter().filter(|text| text.contains(back));
        assert_eq!(refunds.count(), 1, "{engine:?}");
        centre.app.finish().await;
    }
}
