//! A seminar in which the member has a place, and one that is being written.

use kernel::{Actor, Failed, Instant, PersonId, Role, Span, Via, transact};
use seminars::{
    Refused,
    entity::{enrolment::Mode, seminar::Way},
    rules::{Answers, LessonDraft, SeminarDraft, Wish},
    samples::seminars::{a_draft, a_lesson_draft, a_wish},
    service,
};
use surveys::{entity::survey_question::Kind, rules::Written};
use tests::{Browser, TestApp};

/// The course, the sketch, their lessons, and the member's own chair.
pub(crate) async fn made(
    app: &TestApp,
    member: &Browser,
    [one, other]: [PersonId; 2],
) -> Vec<(&'static str, String)> {
    let programme = super::planned::initiative(app, "講座").await;
    let actor = |person, role| {
        let roles = [role].into_iter().collect();
        Actor::person(person, roles, Via::Page)
    };
    let coordinator = actor(one, Role::Coordinator);
    let given = |way| SeminarDraft {
        way: Some(way),
        here: Some(0),
        ..course(&programme)
    };
    let made = transact(&app.app.db, coordinator, &app.clock, async |work| {
        let (draft, lesson) = (course(&programme), evening());
        let sketch = service::set_up(work, &draft).await?;
        let own = service::add_lesson(work, sketch, 1, &lesson).await?;
        let lesson = LessonDraft {
            space: Some(app.fixture.room),
            ..lesson
        };
        let course = service::set_up(work, &draft).await?;
        let taught = service::add_lesson(work, course, 1, &lesson).await?;
        service::ask(work, course, 2, &questions()).await?;
        service::submit(work, course, 3).await?;
        let mut others = Vec::new();
        for way in [Way::Draw, Way::Screening] {
            let other = service::set_up(work, &given(way)).await?;
            service::add_lesson(work, other, 1, &evening()).await?;
            service::ask(work, other, 2, &questions()).await?;
            service::submit(work, other, 3).await?;
            others.push(other);
        }
        Ok::<_, Failed<Refused>>(((sketch, own, course, taught), others))
    });
    let ((sketch, lesson, course, taught), others) = made.await.unwrap();
    let manager = actor(other, Role::Manager);
    transact(&app.app.db, manager, &app.clock, async |work| {
        for one in others.iter().chain([&course]) {
            service::publish(work, *one, 4).await?;
        }
        Ok::<_, Failed<Refused>>(())
    })
    .await
    .unwrap();
    let person = member.person.unwrap();
    let own = actor(person, Role::Member);
    let chair = transact(&app.app.db, own, &app.clock, async |work| {
        let wish = Wish {
            mode: Some(Mode::Here),
            needs: "字幕があると助かります。".to_owned(),
            answers: answers(),
            ..a_wish()
        };
        let chair = service::enrol(work, course, person, &wish).await?;
        for one in &others {
            let online = Wish {
                mode: Some(Mode::Online),
                answers: answers(),
                ..a_wish()
            };
            service::enrol(work, *one, person, &online).await?;
        }
        Ok::<_, Failed<Refused>>(chair)
    });
    vec![
        ("{drawn}", others[0].to_string()),
        ("{screened}", others[1].to_string()),
        ("{sketch}", sketch.to_string()),
        ("{lesson}", lesson.to_string()),
        ("{course}", course.to_string()),
        ("{taught}", taught.to_string()),
        ("{chair}", chair.await.unwrap().to_string()),
    ]
}

/// A question of each kind; how many children come is asked of some only, and none needs to be answered
/// but one.
fn questions() -> Vec<Written> {
    let row = |kind: Kind| {
        let hangs = kind == Kind::Number;
        Written {
            kind: kind.code().to_owned(),
            text: format!("質問の文（{}）", kind.code()),
            help: "説明の文です。".to_owned(),
            options: if kind.has_options() {
                "はじめて\n2回目から".to_owned()
            } else {
                String::new()
            },
            required: kind == Kind::Text,
            when: if hangs { "5".to_owned() } else { String::new() },
            when_is: if hangs {
                "はい".to_owned()
            } else {
                String::new()
            },
            ..Written::default()
        }
    };
    Kind::OF_APPLICATIONS.map(row).to_vec()
}

/// Some of them are answered.
fn answers() -> Answers {
    let one = |text: &str| vec![text.to_owned()];
    Answers {
        given: vec![
            one(""),
            one("焼き菓子の店を\n開きます。"),
            one("2"),
            one("1"),
        ],
        ..Answers::default()
    }
}

fn course(programme: &str) -> SeminarDraft {
    SeminarDraft {
        here: Some(2),
        online: Some(20),
        programme: programme.parse().ok(),
        ..a_draft()
    }
}

/// In the fiscal year of the programme.
fn evening() -> LessonDraft {
    let at = |text: &str| Instant::parse(text).unwrap();
    LessonDraft {
        span: Span::try_new(
            at("2027-03-20T18:00:00+09:00"),
            at("2027-03-20T20:00:00+09:00"),
        ),
        space: None,
        link: "https://meet.example/evening".to_owned(),
        ..a_lesson_draft()
    }
}
