//! Seminars and enrolments.

use ::seminars::{
    entity::{LessonId, SeminarId, enrolment::Mode, seminar::Way},
    rules::Wish,
    samples::seminars::a_wish,
    service,
};
use kernel::{Actor, PersonId, Role, Via, transact};

use super::{super::rows::Row, House};
use crate::seminars::a_course;

impl House {
    /// The address of a row about something new.
    pub(super) async fn taught(&self, route: &str, of: &str, whose: PersonId) -> String {
        let open = of != "sketch" && of != "lesson";
        let way = match of {
            "drawn" | "promise" | "seed" => Way::Draw,
            _ => Way::FirstCome,
        };
        let (id, lesson) = self.given(way, open).await;
        let file = match of {
            "promise" => "commitment.txt",
            _ => "seed.txt",
        };
        let id = match of {
            "course" | "sketch" | "drawn" | "promise" | "seed" => id.to_string(),
            "lesson" => lesson.to_string(),
            _ => self.enrolment_of(id, whose).await,
        };
        let route = route.replace("{number}", "1");
        let route = route.replace("{mode}", "online").replace("{name}", file);
        let route = route.replace("{paper}", &uuid::Uuid::nil().to_string());
        route.replace("{id}", &id)
    }

    /// A seminar for everybody, or one that is being written; and its lesson.
    pub(in crate::routes) async fn course(&self, open: bool) -> (SeminarId, LessonId) {
        self.given(Way::FirstCome, open).await
    }

    /// The same with places that are given in a way.
    async fn given(&self, way: Way, open: bool) -> (SeminarId, LessonId) {
        let two = [self.stranger, self.people[0]];
        a_course(&self.app, two, (&self.why.programme, way), open).await
    }

    /// Somebody has a place in it.
    async fn enrolment_of(&self, id: SeminarId, person: PersonId) -> String {
        let member = [Role::Member].into_iter().collect();
        let actor = Actor::person(person, member, Via::Page);
        let wish = Wish {
            mode: Some(Mode::Online),
            ..a_wish()
        };
        let app = &self.app;
        let enrolled = transact(&app.app.db, actor, &app.clock, async |work| {
            service::enrol(work, id, person, &wish).await
        });
        enrolled.await.unwrap().to_string()
    }
}

/// Whether a row is about a seminar or an enrolment.
pub(super) fn owns(row: &Row) -> bool {
    matches!(
        row.of,
        "course" | "sketch" | "lesson" | "chair" | "drawn" | "promise" | "seed"
    ) || row.route.starts_with("/enrolments/")
}
