//! A certificate that was issued to the member, and an application that lies with the ward.

use founders::{
    Refused,
    entity::ApplicationId,
    read,
    samples::{application::an_application, scheme::a_scheme},
    service::{self, CourseDraft},
};
use kernel::{Actor, Failed, Instant, PersonId, Role, Span, Via, transact};
use seminars::{
    entity::{SeminarId, attendance::State as Came, enrolment::Mode},
    rules::{LessonDraft, SeminarDraft, Wish},
    samples::seminars::{a_draft, a_lesson_draft, a_wish},
    service as taught,
};
use tests::{Browser, TestApp};

/// The two applications and the code of the certificate.
pub(super) async fn made(
    app: &TestApp,
    member: &Browser,
    [one, other]: [PersonId; 2],
) -> Vec<(&'static str, String)> {
    let programme = super::planned::initiative(app, "創業塾").await;
    let ward = app.ward().await.person.unwrap();
    let course = course(app, &programme, [one, other]).await;
    planned(app, ward, course).await;
    let mut ids = Vec::new();
    let founder = app.member("五郎").await.person.unwrap();
    for person in [member.person.unwrap(), founder] {
        ids.push(forwarded(app, (one, other), course, person).await);
    }
    transact(
        &app.app.db,
        actor(ward, Role::WardOfficer),
        &app.clock,
        async |work| service::issue(work, ids[0], 3).await,
    )
    .await
    .unwrap();
    let paper = read::certificate_of(app.app.db.reader(), ids[0]).await;
    vec![
        ("{certified}", ids[0].to_string()),
        ("{founder}", ids[1].to_string()),
        ("{code}", paper.unwrap().unwrap().code),
    ]
}

fn actor(person: PersonId, role: Role) -> Actor {
    Actor::person(person, [role].into_iter().collect(), Via::Page)
}

/// One lesson, this afternoon.
async fn course(app: &TestApp, programme: &str, [one, other]: [PersonId; 2]) -> SeminarId {
    let at = |text: &str| Instant::parse(&format!("2026-12-08T{text}:00+09:00")).unwrap();
    let draft = SeminarDraft {
        here: Some(0),
        online: Some(20),
        title: "創業塾".to_owned(),
        programme: programme.parse().ok(),
        apply_until: Some(Ok(at("14:50"))),
        ..a_draft()
    };
    let lesson = LessonDraft {
        span: Span::try_new(at("15:00"), at("16:00")),
        space: None,
        link: "https://meet.example/juku".to_owned(),
        ..a_lesson_draft()
    };
    let writes = actor(one, Role::Coordinator);
    let made = transact(&app.app.db, writes, &app.clock, async |work| {
        let id = taught::set_up(work, &draft).await?;
        taught::add_lesson(work, id, 1, &lesson).await?;
        taught::submit(work, id, 2).await?;
        Ok::<_, Failed<seminars::Refused>>(id)
    });
    let id = made.await.unwrap();
    transact(
        &app.app.db,
        actor(other, Role::Manager),
        &app.clock,
        async |work| taught::publish(work, id, 3).await,
    )
    .await
    .unwrap();
    id
}

/// A plan that this lesson fulfils.
async fn planned(app: &TestApp, ward: PersonId, seminar: SeminarId) {
    let officer = actor(ward, Role::WardOfficer);
    let scheme = founders::rules::SchemeDraft {
        areas: [founders::rules::Area::Finance].into(),
        least_sessions: Some(1),
        month_rule: "none".to_owned(),
        ..a_scheme("2024-04-01")
    };
    let course = CourseDraft {
        seminar: Some(seminar),
        from: "2024-04-01".parse().ok(),
        ..CourseDraft::default()
    };
    transact(&app.app.db, officer, &app.clock, async |work| {
        service::set_scheme(work, &scheme).await?;
        service::add_course(work, &course, 0).await
    })
    .await
    .unwrap();
}

/// Somebody came, applied, and the manager forwarded it.
async fn forwarded(
    app: &TestApp,
    (one, other): (PersonId, PersonId),
    course: SeminarId,
    person: PersonId,
) -> ApplicationId {
    let lesson = seminars::read::lessons_of(app.app.db.reader(), course).await;
    let lesson = lesson.unwrap()[0].id;
    let wish = Wish {
        mode: Some(Mode::Online),
        ..a_wish()
    };
    transact(
        &app.app.db,
        actor(one, Role::Coordinator),
        &app.clock,
        async |work| {
            let chair = taught::enrol(work, course, person, &wish).await?;
            work.flush().await?;
            taught::mark(work, lesson, chair, Came::Present).await
        },
    )
    .await
    .unwrap();
    let draft = an_application("2027-02-01");
    let applied = transact(
        &app.app.db,
        actor(person, Role::Member),
        &app.clock,
        async |work| service::apply(work, &draft).await,
    );
    let id = applied.await.unwrap();
    transact(
        &app.app.db,
        actor(other, Role::Manager),
        &app.clock,
        async |work| {
            service::confirm(work, id, 1).await?;
            service::forward(work, id, 2).await?;
            Ok::<_, Failed<Refused>>(id)
        },
    )
    .await
    .unwrap()
}
