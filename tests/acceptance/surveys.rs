//! Surveys: somebody is asked, answers by the link, changes the answer; what came of it, for whom.

use chrono::TimeDelta;
use kernel::{Actor, Clock, Db, Failed, PersonId, Secret, Via, transact};
use sea_orm::EntityTrait;
use surveys::{
    Refused,
    entity::{InvitationId, survey_answer},
    read::answers_of,
    service::{Subject, invite, set_up},
};
use testkit::database::Engine;
use tests::{Browser, TestApp};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{acts::input, journeys::acts_upon};

const ALL: [(&str, &str); 4] = [
    ("seen", "0"),
    ("answer-1", "5"),
    ("answer-2", "1"),
    ("answer-3", "<script>alert(1)</script>"),
];

/// The survey after a consultation; its identifier.
pub(crate) async fn survey(app: &TestApp) -> String {
    let [meeting, _] = surveys::samples::both();
    let system = Actor::system(Via::Cli);
    let id = transact(&app.app.db, system, &app.clock, async |work| {
        set_up(work, &meeting).await
    });
    id.await.unwrap().to_string()
}

/// What stands in the link of somebody who is asked about something new.
pub(crate) async fn asked(app: &TestApp, person: PersonId) -> String {
    survey(app).await;
    let about: Uuid =
        transact::<_, kernel::Fault, _>(&app.app.db, Actor::visitor(), &app.clock, async |work| {
            Ok(work.new_id())
        })
        .await
        .unwrap();
    let asked = ask(app, person, about).await.unwrap();
    asked.1.reveal().to_owned()
}

async fn ask(
    app: &TestApp,
    person: PersonId,
    about: Uuid,
) -> Result<(InvitationId, Secret), Failed<Refused>> {
    ask_on(&app.app.db, &app.clock, person, about).await
}

async fn ask_on(
    db: &Db,
    clock: &Clock,
    person: PersonId,
    about: Uuid,
) -> Result<(InvitationId, Secret), Failed<Refused>> {
    let subject = Subject {
        kind: "case",
        id: about,
    };
    transact(db, Actor::visitor(), clock, async |work| {
        let until = work.now() + TimeDelta::days(14);
        invite(work, "consultation_meeting", subject, person, until).await
    })
    .await
}

async fn person(app: &TestApp) -> PersonId {
    app.member("花子").await.person.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_asked_answers_without_signing_in_and_changes_it_until_it_is_over() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        survey(&app).await;
        let about = Uuid::from_u128(1);
        let (id, secret) = ask(&app, person(&app).await, about).await.unwrap();
        let (visitor, path) = (app.visitor(), format!("/answers/{}", secret.reveal()));
        let page = visitor.get(&path).await;
        page.shows("相談にどのくらい満足していますか。");
        page.shows("<fieldset");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{engine:?}");
        assert_eq!(page.header("cache-control"), "no-store");
        visitor
            .get(&format!("{path}?lang=en"))
            .await
            .shows("How satisfied are you");
        visitor
            .get(&format!("{path}?lang=ja-easy"))
            .await
            .shows("答（こた）えを 送（おく）る");
        visitor.get("/?lang=ja").await;

        let wrong = [("answer-2", "99"), ("answer-3", "まだ送っていない言葉")];
        let wrong = visitor.post(&path, &wrong).await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        wrong.shows("質問1の答えを選んでください");
        wrong.shows("質問2の答えを、もう一度選んでください");
        wrong.shows("まだ送っていない言葉");
        let done = visitor.post_and_follow(&path, &ALL).await;
        done.shows("ご回答ありがとうございました");
        let page = visitor.get(&path).await;
        page.shows("&lt;script&gt;");
        page.hides("<script>alert");
        assert_eq!(input(&page, "seen"), "1", "{engine:?}");

        // The same form once more is the same answer; another page that was open overwrites nothing.
        assert_eq!(visitor.post(&path, &ALL).await.status, 303, "{engine:?}");
        let stale = [("seen", "0"), ("answer-1", "2")];
        let stale = visitor.post(&path, &stale).await;
        assert_eq!(stale.status, 409, "{engine:?}");
        stale.shows("先に回答が届いています");
        stale.hides("<script>alert");
        let again = [
            ("seen", input(&stale, "seen")),
            ("answer-1", "2".to_owned()),
        ];
        let again = again
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        assert_eq!(visitor.post(&path, &again).await.status, 303, "{engine:?}");
        let rows = answers_of(app.app.db.reader(), "case", about)
            .await
            .unwrap();
        assert_eq!(rows[0].answers.len(), 1, "{engine:?}");
        let acts = acts_upon(&app, &id.to_string()).await;
        let expected = ["survey.invited", "survey.answered", "survey.changed"];
        assert_eq!(acts, expected, "{engine:?}");

        app.clock.advance(TimeDelta::days(14));
        for late in [visitor.get(&path).await, visitor.post(&path, &ALL).await] {
            assert_eq!(late.status, 409, "{engine:?}");
            late.shows("回答の受付は2026年12月22日（火）に終わりました");
        }
        let nobody = visitor.get("/answers/nobody").await;
        assert_eq!(nobody.status, 404, "{engine:?}");
        nobody.shows("リンクが正しくないようです");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_who_answer_by_one_link_at_once_one_does() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let path = format!("/answers/{}", asked(&app, person(&app).await).await);
        let mut race = JoinSet::new();
        for number in 0..16 {
            let (visitor, path) = (app.visitor(), path.clone());
            race.spawn(async move {
                let words = format!("{number}人目");
                let fields = [("seen", "0"), ("answer-1", "4"), ("answer-3", &words)];
                visitor.post(&path, &fields).await.status
            });
        }
        let mut statuses = race.join_all().await;
        statuses.sort_unstable();
        assert_eq!(statuses[0], 303, "{engine:?} {statuses:?}");
        assert_eq!(statuses[1..], [409; 15], "{engine:?}");
        let rows = survey_answer::Entity::find().all(app.app.db.reader()).await;
        assert_eq!(rows.unwrap().len(), 2, "{engine:?}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_who_ask_one_person_at_once_one_does() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        survey(&app).await;
        let (person, about) = (person(&app).await, Uuid::from_u128(1));
        let mut race = JoinSet::new();
        for _ in 0..16 {
            let (db, clock) = (app.app.db.clone(), app.clock.clone());
            race.spawn(async move { ask_on(&db, &clock, person, about).await });
        }
        let (mut won, mut refused) = (0, 0);
        for asked in race.join_all().await {
            match asked {
                Ok(_) => won += 1,
                Err(Failed::Refused(Refused::AskedAlready)) => refused += 1,
                Err(other) => panic!("{engine:?} {other:?}"),
            }
        }
        assert_eq!((won, refused), (1, 15), "{engine:?}");
        app.finish().await;
    }
}

/// The form as it stands, with other values in some fields.
fn edited<'f>(
    page: &'f [(String, String)],
    other: &[(&'f str, &'f str)],
) -> Vec<(&'f str, &'f str)> {
    let mut fields: Vec<_> = page
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| other.iter().all(|(own, _)| own != name))
        .collect();
    fields.extend(other);
    fields
}

async fn form(manager: &Browser, path: &str) -> Vec<(String, String)> {
    let page = manager.get(&format!("{path}/edit")).await;
    let hidden = ["of", "edition", "rows"].map(|name| (name.to_owned(), input(&page, name)));
    let rows = [
        ("title", "相談についてのアンケート"),
        ("question-1-kind", "scale"),
        ("question-1-text", "<b>満足</b>していますか。"),
        ("question-2-kind", "choice"),
        ("question-2-text", "何で知りましたか。"),
        ("question-2-options", "区報\n<i>ウェブ</i>"),
    ];
    let rows = rows.map(|(name, value)| (name.to_owned(), value.to_owned()));
    hidden.into_iter().chain(rows).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_moved_and_saved_and_what_was_sent_stays() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let path = format!("/surveys/{}", survey(&app).await);
        let (manager, coordinator) = (
            app.manager().await,
            app.someone("調整", &[kernel::Role::Coordinator]).await,
        );
        let own = form(&manager, &path).await;
        let moved = manager
            .post(&path, &edited(&own, &[("act", "down-1")]))
            .await;
        assert_eq!(moved.status, 200, "{engine:?}");
        moved.shows("まだ保存していません");
        assert_eq!(input(&moved, "question-1-text"), "何で知りましたか。");
        let out = manager
            .post(&path, &edited(&own, &[("act", "remove-1")]))
            .await;
        assert_eq!(
            input(&out, "question-1-text"),
            "何で知りましたか。",
            "{engine:?}"
        );
        let wrong = [("title", " "), ("question-2-options", "区報")];
        let wrong = manager.post(&path, &edited(&own, &wrong)).await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        wrong.shows("題名を書いてください");
        wrong.shows("選択肢を2つ以上");

        assert_eq!(manager.post(&path, &edited(&own, &[])).await.status, 303);
        let stale = coordinator
            .post(&path, &edited(&own, &[("title", "別の題名")]))
            .await;
        assert_eq!(stale.status, 409, "{engine:?}");
        stale.shows("別の題名");
        let page = coordinator.get(&path).await;
        page.shows("第1版");
        page.shows("&lt;b&gt;満足");
        page.hides("<b>満足");
        let link = format!("/answers/{}", asked(&app, person(&app).await).await);
        let next = form(&manager, &path).await;
        let next = edited(&next, &[("title", "次の題名")]);
        manager.post_and_follow(&path, &next).await.shows("第2版");
        app.visitor().get(&link).await.hides("次の題名");
        app.visitor().get(&link).await.hides("<i>ウェブ");
        app.finish().await;
    }
}

/// So many people answer, one more each time, with one step of the scale each.
async fn answered(app: &TestApp, steps: &[&str]) {
    let person = person(app).await;
    for step in steps {
        let path = format!("/answers/{}", asked(app, person).await);
        let fields = [
            ("seen", "0"),
            ("answer-1", *step),
            ("answer-3", "内緒の言葉"),
        ];
        let answer = app.visitor().post(&path, &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ward_reads_figures_behind_which_at_least_five_people_stand() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let path = format!("/surveys/{}", survey(&app).await);
        let (manager, ward) = (app.manager().await, app.ward().await);
        manager
            .get(&path)
            .await
            .shows("この期間に集計できる回答はありません");
        ward.get(&path)
            .await
            .shows("この期間に集計できる回答はありません");
        answered(&app, &["5", "5", "5", "4"]).await;
        let page = manager.get(&path).await;
        page.shows("4.75");
        page.hides("内緒の言葉");
        let file = manager.get(&format!("{path}?as=csv")).await;
        file.shows("\"5　とても良い\",3,75");
        file.hides("内緒の言葉");
        // Nothing of a quarter that is not over.
        ward.get(&path)
            .await
            .shows("この期間に集計できる回答はありません");

        app.clock.advance(TimeDelta::days(30));
        let ward = app.ward().await;
        let page = ward.get(&path).await;
        page.shows("5人未満");
        page.hides("4.75");
        answered(&app, &["5", "5", "4", "4", "4", "4"]).await;
        app.clock.advance(TimeDelta::days(90));
        let (manager, ward) = (app.manager().await, app.ward().await);
        let page = ward.get(&format!("{path}?year=2026")).await;
        page.shows("10人");
        page.shows("4.50");
        for hidden in ["内緒の言葉", "3人"] {
            page.hides(hidden);
        }
        let file = ward.get(&format!("{path}?year=2026&as=csv")).await;
        file.shows("\"4　良い\",5,50");
        file.shows("\"回答した人\",\"\",\"\",\"5人未満\"");
        assert_eq!(ward.get(&format!("{path}?year=1999")).await.status, 404);
        let wrong = manager
            .get(&format!("{path}?from=2027-01-01&until=2026-01-01"))
            .await;
        assert_eq!(wrong.status, 422, "{engine:?}");
        app.finish().await;
    }
}
