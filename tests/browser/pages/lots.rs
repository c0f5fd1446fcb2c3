//! A room that is drawn, for which the member applies.

use bookings::{
    entity::space,
    samples::meeting_room,
    service::{NewSpace, create_space},
};
use kernel::{Actor, Failed, Role, Via, transact};
use lotteries::{
    Refused, read,
    rules::slot_of,
    samples::facts::a_draft,
    service::{self, Apply},
};
use tests::{Browser, TestApp};

/// A Tuesday of the month that is drawn, in the morning.
const SLOT: &str = "20270105-0900";

/// The terms of a room, its lottery, and the member's own entry.
pub(super) async fn made(app: &TestApp, member: &Browser) -> Vec<(&'static str, String)> {
    let room = space::Model {
        name: "抽選の部屋".to_owned(),
        name_en: "Room that is drawn".to_owned(),
        ..meeting_room(app.fixture.venue)
    };
    let units = vec!["抽選の部屋".to_owned()];
    let system = Actor::system(Via::Cli);
    let set = transact(&app.app.db, system, &app.clock, async |work| {
        let space = NewSpace { space: room, units };
        let mut draft = a_draft();
        draft.space = Some(create_space(work, space).await?);
        draft.months_before = Some(1);
        (draft.until_day, draft.answer_days) = (Some(20), Some(3));
        let terms = service::set_terms(work, &draft).await?;
        let lotteries = read::of_space(work.db(), draft.space.unwrap()).await?;
        Ok::<_, Failed<Refused>>((terms, lotteries[0].id))
    });
    let (terms, lottery) = set.await.unwrap();
    let person = member.person.unwrap();
    let own = Actor::person(person, [Role::Member].into_iter().collect(), Via::Page);
    let wish = Apply {
        lottery,
        starts_at: slot_of(SLOT),
        person,
        organisation: None,
        purpose: "月例の集まり".to_owned(),
        attendees: Some(4),
    };
    let entered = transact(&app.app.db, own, &app.clock, async |work| {
        service::apply(work, &wish).await
    });
    vec![
        ("{lots}", terms.to_string()),
        ("{lottery}", lottery.to_string()),
        ("{ballot}", entered.await.unwrap().id.to_string()),
    ]
}
