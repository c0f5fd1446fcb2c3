//! The certificate of founders: who has had the support, who applies, and that only the ward issues.

mod consulted;
mod counted;
mod decided;
mod journey;
mod race;

use ::founders::{
    entity::ApplicationId,
    read,
    rules::{ApplicationDraft, SchemeDraft},
    samples::{application::an_application, scheme::a_scheme},
    service::{self, CourseDraft},
};
use ::seminars::{
    entity::{
        EnrolmentId, LessonId, SeminarId, attendance::State as Came, enrolment::Mode, lesson::Area,
    },
    rules::{LessonDraft, SeminarDraft, Wish},
    samples::seminars::{a_draft, a_lesson_draft, a_wish},
    service as taught,
};
use kernel::{Actor, Failed, Instant, PersonId, Role, Span, Via, transact};
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::{acts::input, own_uses::consented};

/// A centre whose ward has a certified plan, and a member who is enrolled in its course.
pub(crate) struct Founding {
    pub(crate) app: TestApp,
    pub(crate) manager: PersonId,
    pub(crate) ward: PersonId,
    pub(crate) member: PersonId,
    pub(crate) lessons: Vec<LessonId>,
    pub(crate) chair: EnrolmentId,
}

/// Four lessons, a week or more apart, each about one area: a month is over with the last.
const DAYS: [(&str, Area); 4] = [
    ("2026-12-12", Area::Management),
    ("2026-12-19", Area::Finance),
    ("2027-01-09", Area::People),
    ("2027-01-16", Area::Sales),
];

impl Founding {
    pub(crate) async fn open(engine: Engine) -> Self {
        let app = TestApp::start(engine).await;
        let (manager, ward) = (app.manager().await, app.ward().await);
        let programme = consented(&manager, &ward, "2026", "創業塾").await;
        let ids = [&manager, &ward].map(|one| one.person.unwrap());
        let member = app.member("花子").await.person.unwrap();
        let (course, lessons) = course(&app, ids[0], (&programme, &DAYS, "18:00")).await;
        planned(&app, ids[1], &a_scheme("2024-04-01"), course).await;
        let chair = enrolled(&app, ids[0], course, member).await;
        app.run_tasks().await;
        Self {
            app,
            manager: ids[0],
            ward: ids[1],
            member,
            lessons,
            chair,
        }
    }

    /// It is another moment.
    pub(crate) fn at(&self, text: &str) {
        let moment = Instant::parse(&format!("{text}:00+09:00")).unwrap();
        self.app.clock.move_to(moment);
    }

    /// Who signs in at this moment.
    pub(crate) async fn signed_in(&self, person: PersonId) -> Browser {
        self.app.signed_in(person).await
    }

    /// The member came to the lesson of this number; it is that evening.
    pub(crate) async fn came(&self, nth: usize) {
        self.at(&format!("{}T20:30", DAYS[nth].0));
        mark(
            &self.app,
            self.manager,
            (self.lessons[nth], self.chair),
            Came::Present,
        )
        .await;
    }

    /// The member has had everything, and applies; the identifier.
    pub(crate) async fn applied(&self) -> ApplicationId {
        for nth in 0..DAYS.len() {
            self.came(nth).await;
        }
        apply(&self.app, self.member, "コーヒー豆の小売").await
    }

    /// Does something with an application as it stands, by this person.
    pub(crate) async fn acts(
        &self,
        who: &Browser,
        id: ApplicationId,
        (act, reason): (&str, &str),
    ) -> Answer {
        let path = format!("/counter/founders/{id}");
        let page = who.get(&path).await;
        let edition = input(&page, "edition");
        let once = input(&page, "once");
        let fields = [
            ("edition", edition.as_str()),
            ("once", once.as_str()),
            ("reason", reason),
        ];
        who.post(&format!("{path}/{act}"), &fields).await
    }

    /// An application that lies with the ward, and its officer.
    pub(crate) async fn forwarded(&self) -> (ApplicationId, Browser) {
        let id = self.applied().await;
        let manager = self.signed_in(self.manager).await;
        for act in ["confirmation", "forwarding"] {
            let done = self.acts(&manager, id, (act, "")).await;
            assert_eq!(done.status, 303, "{act}: {}", done.text);
        }
        (id, self.signed_in(self.ward).await)
    }
}

/// The form of an application, as somebody types it.
pub(crate) fn typed<'f>() -> Vec<(&'f str, &'f str)> {
    vec![
        ("standing", "plans-company"),
        ("day", "2027-03-01"),
        ("form", "stock"),
        ("name", "株式会社見本珈琲"),
        ("capital", "3,000,000"),
        ("head_office", "東京都見本区見本二丁目1番1号"),
        ("address", "東京都見本区見本一丁目2番3号"),
        ("field", "コーヒー豆の小売"),
        ("purposes", "registration-tax"),
        ("copies", "2"),
        ("settled", "on"),
    ]
}

fn actor(person: PersonId, role: Role) -> Actor {
    Actor::person(person, [role].into_iter().collect(), Via::Page)
}

/// A course online with these lessons from an hour on, for everybody to see.
async fn course(
    app: &TestApp,
    manager: PersonId,
    (programme, days, from): (&str, &[(&str, Area)], &str),
) -> (SeminarId, Vec<LessonId>) {
    let first = Instant::parse(&format!("{}T{from}:00+09:00", days[0].0)).unwrap();
    let draft = SeminarDraft {
        here: Some(0),
        online: Some(2_000),
        title: "創業塾 冬期".to_owned(),
        programme: programme.parse().ok(),
        apply_until: Some(Ok(first - chrono::TimeDelta::minutes(5))),
        ..a_draft()
    };
    let writes = actor(manager, Role::Coordinator);
    let made = transact(&app.app.db, writes, &app.clock, async |work| {
        let id = taught::set_up(work, &draft).await?;
        let mut lessons = Vec::new();
        for (edition, (day, area)) in (1..).zip(days) {
            let from = Instant::parse(&format!("{day}T{from}:00+09:00")).unwrap();
            let lesson = LessonDraft {
                title: "講義".to_owned(),
                span: Span::try_new(from, from + chrono::TimeDelta::hours(1)),
                areas: vec![*area],
                space: None,
                link: "https://meet.example/juku".to_owned(),
                ..a_lesson_draft()
            };
            lessons.push(taught::add_lesson(work, id, edition, &lesson).await?);
        }
        let edition = i32::try_from(days.len()).unwrap() + 1;
        taught::submit(work, id, edition).await?;
        Ok::<_, Failed<::seminars::Refused>>((id, lessons, edition + 1))
    });
    let (id, lessons, edition) = made.await.unwrap();
    let other = app
        .someone("調整", &[Role::Coordinator])
        .await
        .person
        .unwrap();
    let publishes = actor(other, Role::Coordinator);
    transact(&app.app.db, publishes, &app.clock, async |work| {
        taught::publish(work, id, edition).await
    })
    .await
    .unwrap();
    (id, lessons)
}

/// The ward writes down its plan, to which the course belongs.
async fn planned(app: &TestApp, ward: PersonId, draft: &SchemeDraft, course: SeminarId) {
    let officer = actor(ward, Role::WardOfficer);
    transact(&app.app.db, officer, &app.clock, async |work| {
        service::set_scheme(work, draft).await?;
        let course = CourseDraft {
            seminar: Some(course),
            from: "2024-04-01".parse().ok(),
            ..CourseDraft::default()
        };
        service::add_course(work, &course, 0).await
    })
    .await
    .unwrap();
}

async fn enrolled(
    app: &TestApp,
    manager: PersonId,
    course: SeminarId,
    person: PersonId,
) -> EnrolmentId {
    let wish = Wish {
        mode: Some(Mode::Online),
        ..a_wish()
    };
    let reception = actor(manager, Role::Manager);
    transact(&app.app.db, reception, &app.clock, async |work| {
        taught::enrol(work, course, person, &wish).await
    })
    .await
    .unwrap()
}

pub(crate) async fn mark(
    app: &TestApp,
    manager: PersonId,
    (lesson, chair): (LessonId, EnrolmentId),
    state: Came,
) {
    let reception = actor(manager, Role::Manager);
    transact(&app.app.db, reception, &app.clock, async |work| {
        taught::mark(work, lesson, chair, state).await
    })
    .await
    .unwrap();
}

async fn apply(app: &TestApp, person: PersonId, field: &str) -> ApplicationId {
    let today = app.clock.now().date();
    let draft = ApplicationDraft {
        field: field.to_owned(),
        ..an_application(&(today + chrono::Days::new(40)).to_string())
    };
    let member = actor(person, Role::Member);
    transact(&app.app.db, member, &app.clock, async |work| {
        service::apply(work, &draft).await
    })
    .await
    .unwrap()
}

/// How far an application is brought.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Asked,
    Forwarded,
    Issued,
}

/// A new application of somebody, by a plan that one lesson of today fulfils, with the code of its
/// certificate. What they had before is over.
pub(crate) async fn staged(
    app: &TestApp,
    [manager, ward]: [PersonId; 2],
    person: PersonId,
    (stage, field): (Stage, &str),
) -> (ApplicationId, String) {
    let db = app.app.db.reader();
    let plan = read::plan(db).await.unwrap();
    if plan.versions.is_empty() {
        easily(app, [manager, ward]).await;
    }
    let course = read::plan(db).await.unwrap().courses[0].seminar_id;
    if ::seminars::read::own_of(db, course, person)
        .await
        .unwrap()
        .is_none()
    {
        let chair = enrolled(app, manager, course, person).await;
        let lesson = ::seminars::read::lessons_of(db, course).await.unwrap()[0].id;
        mark(app, manager, (lesson, chair), Came::Present).await;
    }
    let member = actor(person, Role::Member);
    for one in read::of_person(db, person).await.unwrap() {
        let (id, edition) = (one.row.id, one.row.edition);
        let over = transact(&app.app.db, member, &app.clock, async |work| {
            service::withdraw(work, id, edition).await
        });
        // One that is over stays so.
        let _ = over.await;
    }
    let id = apply(app, person, field).await;
    if stage == Stage::Asked {
        return (id, String::new());
    }
    transact(
        &app.app.db,
        actor(manager, Role::Manager),
        &app.clock,
        async |work| {
            service::confirm(work, id, 1).await?;
            service::forward(work, id, 2).await
        },
    )
    .await
    .unwrap();
    if stage == Stage::Issued {
        transact(
            &app.app.db,
            actor(ward, Role::WardOfficer),
            &app.clock,
            async |work| service::issue(work, id, 3).await,
        )
        .await
        .unwrap();
    }
    let found = read::certificate_of(db, id).await.unwrap();
    (id, found.map(|paper| paper.code).unwrap_or_default())
}

/// A plan with a course of one lesson, this afternoon.
async fn easily(app: &TestApp, [manager, ward]: [PersonId; 2]) {
    let both = (app.manager().await, app.ward().await);
    let programme = consented(&both.0, &both.1, "2026", "認定の創業塾").await;
    let day = app.clock.now().date().to_string();
    let days = [(day.as_str(), Area::Finance)];
    let (course, _) = course(app, manager, (&programme, &days, "15:00")).await;
    let draft = SchemeDraft {
        areas: [::founders::rules::Area::Finance].into(),
        least_sessions: Some(1),
        month_rule: "none".to_owned(),
        again_while_valid: true,
        ..a_scheme("2024-04-01")
    };
    planned(app, ward, &draft, course).await;
}
