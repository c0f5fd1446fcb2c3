use accounts::service::{NewPerson, register_guest};
use chrono::TimeDelta;
use kernel::{
    Actor, Clock, Db, Instant, PersonId, Role, Roles, Secret, Span, Via, events, transact,
};
use testkit::database::{Engine, open};
use uuid::Uuid;
use views::Lang;

use super::*;
use crate::{
    entity::{InvitationId, survey_answer},
    read::{Period, answers_of, by_secret, open_invitations, results},
    rules::{Wish, Written},
    samples,
};

const CODE: &str = "consultation_meeting";

struct Centre {
    db: Db,
    clock: Clock,
    person: PersonId,
    survey: SurveyId,
}

impl Centre {
    async fn new() -> Self {
        let morning = Instant::parse("2026-12-08T09:00:00+09:00").unwrap();
        let (db, clock) = (open(Engine::Sqlite).await.unwrap(), Clock::set_to(morning));
        let person = person(&db, &clock).await;
        let system = Actor::system(Via::Cli);
        let both = samples::both();
        let survey = transact(&db, system, &clock, async |work| {
            set_up(work, &both[1]).await?;
            set_up(work, &both[0]).await
        });
        let survey = survey.await.unwrap();
        Self {
            db,
            clock,
            person,
            survey,
        }
    }

    async fn does<T>(
        &self,
        role: Option<Role>,
        verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<T, Failed<Refused>>,
    ) -> Result<T, Refused> {
        let roles: Roles = role.into_iter().collect();
        let actor = Actor {
            roles,
            person: role.map(|_| self.person),
            ..Actor::visitor()
        };
        match transact(&self.db, actor, &self.clock, verb).await {
            Ok(done) => Ok(done),
            Err(Failed::Refused(refused)) => Err(refused),
            Err(Failed::Fault(fault)) => panic!("{fault:?}"),
        }
    }

    async fn invite(&self, about: u128, days: i64) -> Result<(InvitationId, Secret), Refused> {
        let until = self.clock.now() + TimeDelta::days(days);
        let subject = about_case(about);
        self.does(None, async |work| {
            invite(work, CODE, subject, self.person, until).await
        })
        .await
    }

    async fn answer(&self, secret: &Secret, seen: i32, wish: Wish) -> Result<Done, Refused> {
        self.does(None, async |work| {
            answer(work, secret.reveal(), seen, &wish).await
        })
        .await
    }

    async fn edit(&self, seen: Seen, draft: &Draft) -> Result<i32, Refused> {
        let manager = Some(Role::Manager);
        self.does(manager, async |work| {
            edit(work, self.survey, seen, draft).await
        })
        .await
    }

    async fn newest(&self) -> Survey {
        let found = read::survey(self.db.reader(), self.survey).await;
        found.unwrap().unwrap()
    }

    async fn seen(&self) -> Seen {
        let newest = self.newest().await.newest;
        Seen {
            version: newest.id,
            edition: newest.edition,
        }
    }

    async fn events(&self, kind: &str) -> Vec<events::Model> {
        let all = events::Entity::find().filter(events::Column::Kind.eq(kind));
        all.all(self.db.reader()).await.unwrap()
    }
}

async fn person(db: &Db, clock: &Clock) -> PersonId {
    let new = NewPerson {
        names: accounts::rules::Names {
            family_name: "見本".to_owned(),
            given_name: "花子".to_owned(),
            family_kana: "ミホン".to_owned(),
            given_kana: "ハナコ".to_owned(),
        },
        telephone: String::new(),
        email: String::new(),
        lang: Lang::Ja,
    };
    let system = Actor::system(Via::Cli);
    let entered = transact(db, system, clock, async |work| {
        register_guest(work, new).await
    });
    entered.await.unwrap()
}

fn about_case(number: u128) -> Subject {
    Subject {
        kind: "case",
        id: Uuid::from_u128(number),
    }
}

fn wish(values: [&[&str]; 3]) -> Wish {
    let own = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
    values.map(own).to_vec()
}

#[tokio::test]
async fn what_a_centre_begins_with_is_entered_once() {
    let centre = Centre::new().await;
    let [meeting, _] = samples::both();
    let again = centre.does(Some(Role::Manager), async |work| {
        set_up(work, &meeting).await
    });
    assert_eq!(again.await.unwrap(), centre.survey);
    let member = centre.does(Some(Role::Member), async |work| {
        set_up(work, &meeting).await
    });
    assert!(matches!(member.await, Err(Refused::MayNot)));
    assert_eq!(centre.events("survey.set_up").await.len(), 2);
    assert_eq!(read::surveys(centre.db.reader()).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_version_that_was_sent_is_never_rewritten() {
    let centre = Centre::new().await;
    let [meeting, _] = samples::both();
    let before = centre.seen().await;
    let titled = |title: &str| Draft {
        title: title.to_owned(),
        ..meeting.draft.clone()
    };
    assert_eq!(centre.edit(before, &meeting.draft).await.unwrap(), 1);
    assert_eq!(centre.seen().await.edition, 1, "nothing was said otherwise");
    assert_eq!(centre.edit(before, &titled("二")).await.unwrap(), 1);
    let stale = centre.edit(before, &titled("三")).await;
    assert!(matches!(stale, Err(Refused::Changed)));

    let (_, secret) = centre.invite(1, 14).await.unwrap();
    let number = centre.edit(centre.seen().await, &titled("三")).await;
    assert_eq!(number.unwrap(), 2);
    let asked = by_secret(centre.db.reader(), secret.reveal(), centre.clock.now()).await;
    assert_eq!(asked.unwrap().version.content.title, "二");
    assert_eq!(centre.newest().await.newest.content.title, "三");
    let nothing = Draft {
        questions: vec![Written::default()],
        ..titled("四")
    };
    let nothing = centre.edit(centre.seen().await, &nothing).await;
    assert!(matches!(nothing, Err(Refused::Invalid(wrong)) if wrong.len() == 1));
    let ward = centre.does(Some(Role::WardOfficer), async |work| {
        edit(work, centre.survey, before, &meeting.draft).await
    });
    assert!(matches!(ward.await, Err(Refused::MayNot)));
    assert_eq!(centre.events("survey.edited").await.len(), 2);
}

#[tokio::test]
async fn nobody_is_asked_the_same_about_the_same_while_they_can_answer() {
    let centre = Centre::new().await;
    centre.invite(1, 14).await.unwrap();
    assert!(matches!(
        centre.invite(1, 14).await,
        Err(Refused::AskedAlready)
    ));
    centre.invite(2, 14).await.unwrap();
    assert!(matches!(centre.invite(3, 0).await, Err(Refused::Over(_))));
    let db = centre.db.reader();
    let id = Uuid::from_u128(1);
    let open = open_invitations(db, "case", id, centre.clock.now())
        .await
        .unwrap();
    assert_eq!(open.len(), 1);
    assert!(
        open_invitations(db, "seminar", id, centre.clock.now())
            .await
            .unwrap()
            .is_empty()
    );
    centre.clock.advance(TimeDelta::days(14));
    assert!(
        open_invitations(db, "case", id, centre.clock.now())
            .await
            .unwrap()
            .is_empty()
    );
    centre.invite(1, 14).await.unwrap();
    let unknown = centre.does(None, async |work| {
        let until = work.now() + TimeDelta::days(1);
        invite(work, "nothing", about_case(1), centre.person, until).await
    });
    assert!(matches!(unknown.await, Err(Refused::NotThere)));
}

#[tokio::test]
async fn an_answer_can_be_changed_until_it_is_over_and_never_unseen() {
    let centre = Centre::new().await;
    let (id, secret) = centre.invite(1, 14).await.unwrap();
    let wrong = centre.answer(&secret, 0, wish([&[], &["9"], &[]])).await;
    assert!(matches!(wrong, Err(Refused::Invalid(wrong)) if wrong.len() == 2));
    let first = wish([&["5"], &["1", "3"], &["<script>alert(1)</script>"]]);
    let done = centre.answer(&secret, 0, first.clone()).await;
    assert_eq!(done.unwrap(), Done::Answered);
    assert_eq!(centre.answer(&secret, 0, first).await.unwrap(), Done::Same);
    let other = wish([&["4"], &[], &[]]);
    let unseen = centre.answer(&secret, 0, other.clone()).await;
    assert!(matches!(unseen, Err(Refused::AnsweredMeanwhile)));
    let rows = answers_of(centre.db.reader(), "case", Uuid::from_u128(1))
        .await
        .unwrap();
    let said: Vec<_> = rows[0]
        .answers
        .iter()
        .map(|one| one.said.join("、"))
        .collect();
    let words = "<script>alert(1)</script>";
    assert_eq!(said, ["5", "課題が整理できた、制度や窓口が分かった", words]);

    centre.clock.advance(TimeDelta::days(3));
    let changed = centre.answer(&secret, 1, other.clone()).await;
    assert_eq!(changed.unwrap(), Done::Changed);
    let rows = answers_of(centre.db.reader(), "case", Uuid::from_u128(1))
        .await
        .unwrap();
    assert_eq!(rows[0].answers.len(), 1);
    assert!(rows[0].changed_at > rows[0].answered_at);
    centre.clock.advance(TimeDelta::days(11));
    let late = centre.answer(&secret, 2, other).await;
    assert!(matches!(late, Err(Refused::Over(_))));
    let nobody = centre.answer(&Secret::random(), 0, Wish::new()).await;
    assert!(matches!(nobody, Err(Refused::NotThere)));

    let told = centre.events("survey.answered").await;
    assert_eq!((told.len(), told[0].subject), (1, id.into()));
    assert!(told[0].facts.contains("\"subject_kind\":\"case\""));
    assert!(!told[0].facts.contains("script"), "events have no words");
    assert_eq!(centre.events("survey.changed").await.len(), 1);
}

#[tokio::test]
async fn questions_that_stay_the_same_are_counted_over_all_versions() {
    let centre = Centre::new().await;
    let [meeting, _] = samples::both();
    let (_, first) = centre.invite(1, 14).await.unwrap();
    centre
        .answer(&first, 0, wish([&["5"], &["1"], &["良い"]]))
        .await
        .unwrap();
    let mut draft = meeting.draft;
    draft.questions.swap(0, 1);
    draft.questions[2].text = "ほかに何かありますか。".to_owned();
    centre.edit(centre.seen().await, &draft).await.unwrap();
    let (_, second) = centre.invite(2, 14).await.unwrap();
    centre
        .answer(&second, 0, wish([&["1", "2"], &["3"], &["特に"]]))
        .await
        .unwrap();
    centre.invite(3, 14).await.unwrap();

    let day = Span::day(centre.clock.now().date());
    let (db, period) = (centre.db.reader(), Period::Sent(day));
    let found = results(db, centre.survey, &[period]).await.unwrap();
    assert_eq!((found.counts.sent, found.counts.answered), (3, 2));
    let counted: Vec<_> = found
        .questions
        .iter()
        .map(|one| (one.all().len(), one.is_asked))
        .collect();
    assert_eq!(counted, [(2, true), (2, true), (1, true), (1, false)]);
    let counts = read::answered(db, CODE, day).await.unwrap();
    assert_eq!(counts, found.counts);
    let before = Period::Sent(Span::day(centre.clock.now().date() - TimeDelta::days(1)));
    let none = results(db, centre.survey, &[before]).await.unwrap();
    assert_eq!((none.counts.sent, none.questions.len()), (0, 3));

    let survey = centre.newest().await;
    let words = read::words(db, &survey, &found.questions[2], period, 9)
        .await
        .unwrap();
    assert!(words.is_empty(), "a confidential survey keeps its words");
    let mut open = survey;
    open.row.confidential = false;
    let words = read::words(db, &open, &found.questions[2], period, 9)
        .await
        .unwrap();
    assert_eq!(words[0].words, "特に");
    assert_eq!(
        survey_answer::Entity::find().all(db).await.unwrap().len(),
        6
    );
}

#[tokio::test]
async fn what_a_double_was_asked_belongs_to_whoever_stays() {
    let mut centre = Centre::new().await;
    let into = person(&centre.db, &centre.clock).await;
    let double = std::mem::replace(&mut centre.person, into);
    centre.invite(1, 14).await.unwrap();
    centre.person = double;
    for about in [1, 2] {
        centre.invite(about, 14).await.unwrap();
    }
    let moved = transact(&centre.db, Actor::visitor(), &centre.clock, async |work| {
        take_over(work, double, into).await
    });
    moved.await.unwrap();
    for (about, expected) in [(1, vec![double, into]), (2, vec![into])] {
        let rows = answers_of(centre.db.reader(), "case", Uuid::from_u128(about)).await;
        let mut people: Vec<_> = rows.unwrap().iter().map(|row| row.person).collect();
        people.sort_unstable();
        let mut expected: Vec<PersonId> = expected;
        expected.sort_unstable();
        assert_eq!(people, expected, "{about}: both were asked at once, or one");
    }
}
