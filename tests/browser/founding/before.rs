//! What is there before the story begins: those who have to do with it, last season's course, the ward's
//! plan.

use bookings::{
    entity::space,
    samples::meeting_room,
    service::{NewSpace, create_space},
};
use founders::{samples::scheme::a_scheme, service::CourseDraft};
use kernel::{Actor, Failed, Instant, PersonId, Role, Span, Via, transact};
use seminars::{
    entity::{
        SeminarId,
        enrolment::{self, Mode, State},
        lesson::Area,
    },
    read,
    rules::{LessonDraft, SeminarDraft, Wish},
    samples::seminars::{a_draft, a_lesson_draft, a_wish},
    service,
};
use tests::TestApp;

use crate::{hand::Hand, pages::planned, person::account};

/// Last season's lessons: as far from each other as those that are copied from them.
const BEFORE: [(&str, Area); 5] = [
    ("2027-02-06", Area::Management),
    ("2027-02-13", Area::Finance),
    ("2027-03-06", Area::People),
    ("2027-03-13", Area::Sales),
    ("2027-03-20", Area::Management),
];

/// Those who have to do with it, and how they work.
pub(super) struct House<'a> {
    app: &'a TestApp,
    pub(super) hand: Hand,
    pub(super) coordinator: PersonId,
    pub(super) manager: PersonId,
    pub(super) reception: PersonId,
    pub(super) ward: PersonId,
    /// Those who would like a place.
    pub(super) people: Vec<PersonId>,
    /// The course that is copied.
    pub(super) source: SeminarId,
}

fn actor(person: PersonId, role: Role) -> Actor {
    Actor::person(person, [role].into_iter().collect(), Via::Page)
}

impl<'a> House<'a> {
    pub(super) async fn open(app: &'a TestApp, hand: Hand) -> Self {
        let programme = planned::initiative(app, "創業塾").await;
        let staff = async |address, role| account(app, address, &[role]).await;
        let coordinator = staff("coordinator@demo.example", Role::Coordinator).await;
        let mut people = Vec::new();
        for nth in 0..12 {
            people.push(account(app, &format!("founder{nth}@demo.example"), &[]).await);
        }
        let house = Self {
            app,
            hand,
            coordinator,
            manager: staff("manager@demo.example", Role::Manager).await,
            reception: staff("reception@demo.example", Role::Reception).await,
            ward: staff("ward@demo.example", Role::WardOfficer).await,
            people,
            source: last_season(app, coordinator, &programme).await,
        };
        asks_afterwards(app).await;
        house
    }

    /// The others apply too; and the ward says that the course belongs to its plan.
    pub(super) async fn others_apply(&self, id: &str) {
        let id: SeminarId = id.parse().unwrap();
        let db = &self.app.app.db;
        for person in &self.people[1..] {
            let member = actor(*person, Role::Member);
            transact(db, member, &self.app.clock, async |work| {
                let wish = Wish {
                    mode: Some(Mode::Here),
                    ..a_wish()
                };
                service::enrol(work, id, *person, &wish).await
            })
            .await
            .unwrap();
        }
        let officer = actor(self.ward, Role::WardOfficer);
        transact(db, officer, &self.app.clock, async |work| {
            founders::service::set_scheme(work, &a_scheme("2024-04-01")).await?;
            let course = CourseDraft {
                seminar: Some(id),
                from: "2024-04-01".parse().ok(),
                ..CourseDraft::default()
            };
            founders::service::add_course(work, &course, 0).await
        })
        .await
        .unwrap();
    }

    /// Who won and who follows in the order of the draw, each with the path of their enrolment.
    pub(super) async fn result(
        &self,
        id: &str,
    ) -> (Vec<(PersonId, String)>, Vec<(PersonId, String)>) {
        let id: SeminarId = id.parse().unwrap();
        let mut all = read::people(self.app.app.db.reader(), id).await.unwrap();
        all.sort_by_key(|one| one.row.turn);
        let of = |state: State| {
            let own = all.iter().filter(|one| one.row.state == state);
            let path = |row: &enrolment::Model| format!("/enrolments/{}", row.id);
            own.map(|one| (one.row.person_id, path(&one.row))).collect()
        };
        (of(State::Offered), of(State::Waiting))
    }
}

/// The course as it was written before, in a room that holds eight.
async fn last_season(app: &TestApp, person: PersonId, programme: &str) -> SeminarId {
    let room = space::Model {
        name: "セミナー室".to_owned(),
        capacity: 8,
        ..meeting_room(app.fixture.venue)
    };
    let manager = Actor::system(Via::Cli);
    let room = transact(&app.app.db, manager, &app.clock, async |work| {
        let units = vec!["セミナー室".to_owned()];
        create_space(work, NewSpace { space: room, units }).await
    });
    let room = room.await.unwrap();
    let writes = actor(person, Role::Coordinator);
    let made = transact(&app.app.db, writes, &app.clock, async |work| {
        let draft = SeminarDraft {
            title: "創業塾".to_owned(),
            here: Some(8),
            programme: programme.parse().ok(),
            ..a_draft()
        };
        let id = service::set_up(work, &draft).await?;
        for (edition, (day, area)) in (1..).zip(BEFORE) {
            let at = |time| Instant::parse(&format!("{day}T{time}:00+09:00"));
            let lesson = LessonDraft {
                title: "講義".to_owned(),
                span: Span::try_new(at("10:00").unwrap(), at("12:00").unwrap()),
                areas: vec![area],
                space: Some(room),
                ..a_lesson_draft()
            };
            service::add_lesson(work, id, edition, &lesson).await?;
        }
        Ok::<_, Failed<seminars::Refused>>(id)
    });
    made.await.unwrap()
}

/// People are asked afterwards, as in every centre.
async fn asks_afterwards(app: &TestApp) {
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        for draft in surveys::samples::first() {
            surveys::service::set_up(work, &draft).await?;
        }
        Ok::<_, Failed<surveys::Refused>>(())
    })
    .await
    .unwrap();
}
