//! A survey, and somebody who was asked.

use kernel::{Actor, PersonId, Via, transact};
use surveys::service::{Subject, invite, set_up};
use tests::TestApp;

/// The survey, and the links of one who has not answered and of one who has.
pub(super) async fn made(app: &TestApp, person: PersonId) -> Vec<(&'static str, String)> {
    let mut links = Vec::new();
    let mut survey = String::new();
    for new in surveys::samples::both() {
        let system = Actor::system(Via::Cli);
        let made = transact(&app.app.db, system, &app.clock, async |work| {
            let id = set_up(work, &new).await?;
            let subject = Subject {
                kind: "case",
                id: id.into(),
            };
            let until = work.now() + chrono::TimeDelta::days(14);
            let (_, secret) = invite(work, new.code, subject, person, until).await?;
            Ok::<_, kernel::Failed<surveys::Refused>>((id, secret))
        });
        let (id, secret) = made.await.unwrap();
        survey = id.to_string();
        links.push(secret.reveal().to_owned());
    }
    let fields = [
        ("seen", "0"),
        ("answer-1", "1"),
        ("answer-2", "2"),
        ("answer-3", "資金繰り"),
        ("answer-4", "yes"),
    ];
    let path = format!("/answers/{}", links[1]);
    let answered = app.visitor().post(&path, &fields).await;
    assert_eq!(answered.status, 303, "{}", answered.text);
    let [asked_of, answered_by] = links.try_into().unwrap();
    vec![
        ("{survey}", survey),
        ("{asked_of}", asked_of),
        ("{answered_by}", answered_by),
    ]
}
