//! A case that a coordinator leads, with a meeting that has begun, and one that nobody leads.

use chrono::TimeDelta;
use consultations::{
    entity::{CaseId, ExpertId, MeetingId, case_field::Field, meeting::Mode},
    read,
    rules::{ActionDraft, Approval, DispatchDraft, HoursDraft, Request, SheetDraft},
    samples::{
        cases::{a_request, an_expert},
        dispatches::an_application,
        visits::{a_campaign, a_sheet, a_target_draft},
    },
    service,
};
use kernel::{Actor, Failed, PersonId, Role, Via, Work, transact};
use tests::{Browser, TestApp};

/// The expert, the two cases and the meeting.
pub(super) async fn made(
    app: &TestApp,
    member: &Browser,
    coordinator: PersonId,
) -> Vec<(&'static str, String)> {
    let expert = app.member("助言").await.person.unwrap();
    let expert = advises(app, expert, coordinator).await;
    let actor = coordinating(coordinator);
    let today = app.clock.now().date();
    let (advice, unled) = (
        asked(app, member, true).await,
        asked(app, member, false).await,
    );
    let talk = transact(&app.app.db, actor, &app.clock, async |work| {
        service::assign(work, advice, 1, expert).await?;
        let action = ActionDraft {
            what: "見積りを取る".to_owned(),
            owner: consultations::entity::case_action::Owner::parse("client"),
            due_on: Some(today),
        };
        service::add_action(work, advice, &action).await?;
        service::save_sheet(work, advice, 0, &SheetDraft::default()).await?;
        let meetings = read::standing_meetings(work.db(), advice).await?;
        let begun = begins(work, advice, expert).await?;
        Ok::<_, Failed<consultations::Refused>>((meetings[0].id, begun))
    });
    let (talk, begun) = talk.await.unwrap();
    let [dispatch, granted] = dispatched(app, actor, advice).await;
    let mut all = visited(app, actor).await;
    all.extend([
        ("{dispatch}", dispatch),
        ("{granted}", granted),
        ("{advisor}", expert.to_string()),
        ("{advice}", advice.to_string()),
        ("{unled}", unled.to_string()),
        ("{talk}", talk.to_string()),
        ("{begun}", begun.to_string()),
    ]);
    all
}

/// They meet today as well, and the person is there: what is said can be written down.
async fn begins(
    work: &Work,
    advice: CaseId,
    expert: ExpertId,
) -> Result<MeetingId, Failed<consultations::Refused>> {
    let today = service::Arrange {
        expert: Some(expert),
        mode: Some(Mode::Centre),
        from: Some(work.now() + TimeDelta::minutes(40)),
        link: String::new(),
    };
    let begun = service::arrange(work, advice, &today).await?;
    service::arrive(work, begun).await?;
    Ok(begun)
}

/// A campaign with a target that the coordinator visits, and the sheet of it.
async fn visited(app: &TestApp, coordinator: Actor) -> Vec<(&'static str, String)> {
    let made = transact(&app.app.db, coordinator, &app.clock, async |work| {
        let round = service::open_campaign(work, &a_campaign()).await?;
        for nth in 1..4 {
            service::add_target(work, round, &a_target_draft(nth)).await?;
        }
        let targets = read::targets_of(work.db(), round).await?;
        let chosen: Vec<_> = targets.iter().map(|one| (one.row.id, 1)).collect();
        service::assign_targets(work, round, &chosen, coordinator.person).await?;
        let target = targets[0].row.id;
        let sheet = service::write_visit(work, target, &a_sheet()).await?;
        Ok::<_, Failed<consultations::Refused>>((round, target, sheet))
    });
    let (round, target, sheet) = made.await.unwrap();
    vec![
        ("{round}", round.to_string()),
        ("{visited}", target.to_string()),
        ("{sheet}", sheet.to_string()),
    ]
}

/// Somebody advises every day from ten to five, on founding, in the room of the fixture.
pub(crate) async fn advises(app: &TestApp, person: PersonId, coordinator: PersonId) -> ExpertId {
    let (today, room) = (app.clock.now().date(), app.fixture.room);
    let actor = coordinating(coordinator);
    let expert = transact(&app.app.db, actor, &app.clock, async |work| {
        service::use_rooms(work, &[room]).await?;
        let expert = service::add_expert(work, person, &an_expert()).await?;
        for weekday in 1..=7 {
            let hours = HoursDraft {
                weekday: Some(weekday),
                from_minute: Some(600),
                until_minute: Some(1_020),
                modes: vec![Mode::Centre, Mode::Online],
                valid_from: Some(today),
            };
            service::add_hours(work, expert, &hours).await?;
        }
        Ok::<_, Failed<consultations::Refused>>(expert)
    });
    expert.await.unwrap()
}

fn coordinating(coordinator: PersonId) -> Actor {
    Actor::person(
        coordinator,
        [Role::Coordinator].into_iter().collect(),
        Via::Page,
    )
}

/// A dispatch that is to be decided, and one that was approved and arranged.
async fn dispatched(app: &TestApp, coordinator: Actor, advice: CaseId) -> [String; 2] {
    let made = transact(&app.app.db, coordinator, &app.clock, async |work| {
        let draft = DispatchDraft {
            field: Some(Field::Founding),
            ..an_application()
        };
        let granted = service::apply(work, advice, &draft).await?;
        let approval = Approval {
            times: Some(2),
            note: String::new(),
        };
        service::approve_dispatch(work, granted, 1, &approval).await?;
        let experts = read::experts_of(work.db(), advice).await?;
        let wish = service::Arrange {
            expert: experts.first().map(|expert| expert.id),
            mode: Some(Mode::Visit),
            from: Some(work.now() + TimeDelta::days(20)),
            link: String::new(),
        };
        service::arrange_dispatch(work, granted, &wish).await?;
        let dispatch = service::apply(work, advice, &draft).await?;
        Ok::<_, Failed<consultations::Refused>>([dispatch, granted])
    });
    made.await.unwrap().map(|id| id.to_string())
}

/// What a member asks, with the first time that is free or without any.
async fn asked(app: &TestApp, member: &Browser, with_time: bool) -> CaseId {
    let person = member.person.unwrap();
    let actor = Actor::person(person, [Role::Member].into_iter().collect(), Via::Page);
    let asked = transact(&app.app.db, actor, &app.clock, async |work| {
        let today = work.now().date();
        let wanted = read::Wanted {
            mode: Mode::Centre,
            fields: Vec::new(),
            lang: String::new(),
            expert: None,
            days: (today, (work.now() + TimeDelta::days(10)).date()),
        };
        let free = read::free_hours(work.db(), work.kept(), &wanted, work.now()).await?;
        let first = free.first().map(|slot| (slot.experts[0], slot.span.from));
        let request = Request {
            chosen: first.filter(|_| with_time),
            ..a_request()
        };
        service::ask(work, person, &request, Vec::new()).await
    });
    asked.await.unwrap()
}
