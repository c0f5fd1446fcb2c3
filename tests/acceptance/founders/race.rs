//! Officers press the button at one moment: one certificate with one number.

use std::sync::Arc;

use testkit::database::Engine;
use tokio::{sync::Barrier, task::JoinSet};

use super::{Founding, typed};
use crate::acts::input;

/// Who races.
const CLIENTS: usize = 16;

#[tokio::test(flavor = "multi_thread")]
async fn of_16_who_issue_at_one_moment_one_does_and_no_number_is_lost() {
    for engine in Engine::BOTH {
        let centre = Founding::open(engine).await;
        let (id, ward) = centre.forwarded().await;
        let page = ward.get(&format!("/counter/founders/{id}")).await;
        let edition = input(&page, "edition");
        let begin = Arc::new(Barrier::new(CLIENTS));
        let mut race = JoinSet::new();
        for nth in 0..CLIENTS {
            let (begin, ward, edition) = (Arc::clone(&begin), ward.clone(), edition.clone());
            race.spawn(async move {
                begin.wait().await;
                // Half of them are one form that was sent again and again.
                let once = if nth < CLIENTS / 2 { "same" } else { "" };
                let fields = [("edition", edition.as_str()), ("once", once)];
                let path = format!("/counter/founders/{id}/certificate");
                ward.post(&path, &fields).await.status
            });
        }
        let answers = race.join_all().await;
        let issued = answers.iter().filter(|status| **status == 303).count();
        assert!((1..=CLIENTS / 2).contains(&issued), "{answers:?}");
        assert!(
            answers.iter().all(|status| [303, 409].contains(status)),
            "{answers:?}"
        );
        let file = ward.get("/counter/founders/register?as=csv").await;
        assert_eq!(file.text.lines().count(), 2, "{}", file.text);
        assert!(file.text.contains("8-1"), "{}", file.text);
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_16_applications_at_one_moment_one_is_open() {
    for engine in Engine::BOTH {
        let centre = Founding::open(engine).await;
        for nth in 0..4 {
            centre.came(nth).await;
        }
        let member = centre.signed_in(centre.member).await;
        let begin = Arc::new(Barrier::new(CLIENTS));
        let mut race = JoinSet::new();
        for _ in 0..CLIENTS {
            let (begin, member) = (Arc::clone(&begin), member.clone());
            race.spawn(async move {
                begin.wait().await;
                member.post("/mypage/founding", &typed()).await.status
            });
        }
        let mut answers = race.join_all().await;
        answers.sort_unstable();
        assert_eq!(answers[0], 303, "{engine:?}");
        assert!(
            answers[1..].iter().all(|status| *status == 409),
            "{answers:?}"
        );
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
