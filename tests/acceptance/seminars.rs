//! Seminars: from the draft to who came, and who has a place and who waits.

mod afterwards;
mod asked;
mod attended;
mod audience;
mod by_hand;
mod called_off;
mod changed;
mod companies;
mod copied;
mod devices;
mod door;
mod draws;
mod fees;
mod figures;
mod guests;
mod line;
mod materials;
mod merged;
mod midway;
mod outside;
mod programs;
mod race;
mod roll;
mod rooms;
mod screening;
mod terms;
mod written;

use ::seminars::{
    entity::{
        LessonId, SeminarId,
        enrolment::{self, State},
        seminar::{self, Way},
    },
    rules::{LessonDraft, SeminarDraft},
    samples::seminars::{a_draft, a_lesson_draft},
    service,
};
use kernel::{Actor, Instant, PersonId, Role, Via, transact};
use sea_orm::EntityTrait;
use surveys::rules::Written;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::{
    acts::input,
    consultations::led,
    journeys::{Arrived, letters},
    own_uses::consented,
};

/// A centre with two who write seminars.
pub(crate) struct Taught {
    pub(crate) app: TestApp,
    pub(crate) coordinator: Browser,
    pub(crate) manager: Browser,
    /// What the ward has consented to this year.
    pub(crate) programme: String,
}

impl Taught {
    pub(crate) async fn open(engine: Engine) -> Self {
        let app = TestApp::start(engine).await;
        let manager = app.manager().await;
        let programme = consented(&manager, &app.ward().await, "2026", "創業塾").await;
        let coordinator = app.someone("調整", &[Role::Coordinator]).await;
        app.run_tasks().await;
        Self {
            app,
            coordinator,
            manager,
            programme,
        }
    }

    /// A draft with so many places at the centre; its path at the counter.
    pub(crate) async fn draft(&self, here: &str) -> String {
        let fields = self.fields(here, "0");
        led(&self.coordinator.post("/counter/seminars", &fields).await)
    }

    /// A form of a seminar.
    pub(crate) fn fields<'f>(&'f self, here: &'f str, online: &'f str) -> Vec<(&'f str, &'f str)> {
        vec![
            ("title", "はじめての帳簿"),
            ("purpose", "記帳を自分でできるようになる。"),
            ("contents", "帳簿の種類、領収書の整理。"),
            ("audience", "anyone"),
            ("way", "first_come"),
            ("programme", &self.programme),
            ("here", here),
            ("online", online),
            ("fee_yen", "0"),
            ("from_day", "2026-12-01"),
            ("from_time", "10:00"),
            ("until_day", "2026-12-11"),
            ("until_time", "17:00"),
        ]
    }

    /// Adds a lesson in the meeting room, or tries to.
    pub(crate) async fn lesson(&self, path: &str, day: &str, from: &str, until: &str) -> Answer {
        let (edition, room) = (self.edition(path).await, self.app.fixture.room.to_string());
        let fields = [
            ("edition", edition.as_str()),
            ("title", "帳簿の基本"),
            ("day", day),
            ("from", from),
            ("until", until),
            ("areas", "finance"),
            ("areas", "management"),
            ("space", &room),
            ("lecturer", "見本 かずお"),
        ];
        self.coordinator
            .post(&format!("{path}/lessons"), &fields)
            .await
    }

    /// Which edition a seminar has.
    pub(crate) async fn edition(&self, path: &str) -> String {
        let form = self.coordinator.get(&format!("{path}/edit")).await;
        input(&form, "edition")
    }

    /// Does something with a seminar as it stands.
    pub(crate) async fn acts(&self, who: &Browser, path: &str, act: &str, why: &str) -> Answer {
        let edition = self.edition(path).await;
        let fields = [("edition", edition.as_str()), ("why", why), ("report", why)];
        who.post(&format!("{path}/{act}"), &fields).await
    }

    /// A seminar on 12 December with so many places, for everybody to see; its identifier.
    pub(crate) async fn published(&self, here: &str) -> String {
        let path = self.draft(here).await;
        led(&self.lesson(&path, "2026-12-12", "10:00", "12:00").await);
        led(&self.acts(&self.coordinator, &path, "review", "").await);
        led(&self.acts(&self.manager, &path, "publication", "").await);
        path.rsplit('/').next().unwrap().to_owned()
    }

    /// The letters of seminars so far, first to last.
    pub(crate) async fn letters(&self) -> Vec<Arrived> {
        let mut all = letters(&self.app).await;
        all.retain(|one| !one.subject.contains("自主事業"));
        all
    }

    /// It is another moment; who works here signs in again.
    pub(crate) async fn at(&mut self, text: &str) {
        let moment = Instant::parse(&format!("{text}:00+09:00")).unwrap();
        self.app.clock.move_to(moment);
        for browser in [&mut self.coordinator, &mut self.manager] {
            *browser = self.app.signed_in(browser.person.unwrap()).await;
        }
    }

    /// Somebody new who enrols at the centre; the path of their enrolment.
    pub(crate) async fn enrols(&self, seminar: &str) -> (Browser, String) {
        let who = self.app.member("花子").await;
        let enrolled = led(&enrols(&who, seminar).await);
        (who, enrolled)
    }

    /// How many have a place, are offered one, wait; and what the seminar itself counts.
    pub(crate) async fn counts(&self, id: &str) -> ([usize; 3], i32) {
        let id: SeminarId = id.parse().unwrap();
        let db = self.app.app.db.reader();
        let rows = enrolment::Entity::of(id).all(db).await.unwrap();
        let of = |state| rows.iter().filter(|row| row.state == state).count();
        let row = seminar::Entity::find_by_id(id).one(db).await.unwrap();
        (
            [of(State::Enrolled), of(State::Offered), of(State::Waiting)],
            row.unwrap().taken_here,
        )
    }
}

/// Somebody enrols, or tries to.
pub(crate) async fn enrols(who: &Browser, seminar: &str) -> Answer {
    let path = format!("/seminars/{seminar}/enrolments");
    who.post(&path, &[("mode", "here"), ("company", "見本商店")])
        .await
}

/// A seminar of the spring of 2027, online, with one lesson; published when `open`.
pub(crate) async fn a_course(
    app: &TestApp,
    [one, other]: [PersonId; 2],
    (programme, way): (&str, Way),
    open: bool,
) -> (SeminarId, LessonId) {
    let (draft, lesson) = (course(programme, way), evening());
    let coordinates = |person| {
        let roles = [Role::Coordinator].into_iter().collect();
        Actor::person(person, roles, Via::Page)
    };
    let made = transact(&app.app.db, coordinates(one), &app.clock, async |work| {
        let id = service::set_up(work, &draft).await?;
        let lesson = service::add_lesson(work, id, 1, &lesson).await?;
        service::ask(work, id, 2, &[a_question()]).await?;
        if open {
            service::submit(work, id, 3).await?;
        }
        Ok::<_, kernel::Failed<::seminars::Refused>>((id, lesson))
    });
    let made = made.await.unwrap();
    if open {
        transact(&app.app.db, coordinates(other), &app.clock, async |work| {
            service::publish(work, made.0, 4).await
        })
        .await
        .unwrap();
    }
    made
}

/// Something that is asked of those who enrol, and may be left out.
fn a_question() -> Written {
    Written {
        kind: "line".to_owned(),
        text: "講師に聞きたいこと".to_owned(),
        ..Written::default()
    }
}

fn course(programme: &str, way: Way) -> SeminarDraft {
    SeminarDraft {
        way: Some(way),
        here: Some(0),
        online: Some(2_000),
        programme: programme.parse().ok(),
        apply_until: Instant::parse("2027-05-10T17:00:00+09:00").map(Ok),
        ..a_draft()
    }
}

fn evening() -> LessonDraft {
    let at = |text: &str| Instant::parse(text).unwrap();
    LessonDraft {
        span: kernel::Span::try_new(
            at("2027-05-15T18:00:00+09:00"),
            at("2027-05-15T20:00:00+09:00"),
        ),
        space: None,
        link: "https://meet.example/evening".to_owned(),
        ..a_lesson_draft()
    }
}

/// The first lesson of a seminar.
pub(crate) async fn lesson_of(centre: &Taught, id: &str) -> String {
    let page = centre
        .coordinator
        .get(&format!("/counter/seminars/{id}"))
        .await;
    let (_, rest) = page.text.split_once("/counter/lessons/").unwrap();
    rest.split('/').next().unwrap().to_owned()
}
