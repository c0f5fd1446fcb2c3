//! Several people act for one organisation: invited, added at the counter, removed.

use kernel::PersonId;
use mail_parser::MessageParser;
use organisations::entity::OrganisationId;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{apply, grant, row};

/// A registered company, by whom it was registered, and reception.
async fn company(app: &TestApp) -> (OrganisationId, Browser, Browser) {
    let (member, reception) = (app.member("花子").await, app.staff().await);
    let id = apply(&member).await;
    grant(&reception, id).await;
    let organisation = row(app, id).await.organisation_id.unwrap();
    (organisation, member, reception)
}

async fn acts(app: &TestApp, person: PersonId) -> bool {
    let (db, today) = (app.app.db.reader(), app.clock.now().date());
    let all = organisations::read::represented(db, person, today).await;
    !all.unwrap().is_empty()
}

/// The way from a letter to the page of an invitation.
fn invitation(app: &TestApp) -> String {
    let letters = app.letters();
    let letter = letters.iter().find(|one| one.to == ["jiro@demo.example"]);
    let message = MessageParser::default()
        .parse(&letter.unwrap().message)
        .unwrap();
    let text = message.body_text(0).unwrap();
    let mut words = text.split_whitespace();
    let link = words.find(|word| word.contains("/invitations/")).unwrap();
    link.to_owned()
}

async fn one_invites_another(engine: Engine) {
    let app = TestApp::start(engine).await;
    let (id, member, _) = company(&app).await;
    let (other, third) = (app.member("次郎").await, app.member("三郎").await);
    let page = format!("/organisations/{id}");
    member.get("/mypage/organisations").await.shows(&page);
    assert_eq!(other.get(&page).await.status, 404);
    let invite = format!("{page}/invitations");
    let wrong = member.post(&invite, &[("email", "nobody")]).await;
    assert_eq!(wrong.status, 422);
    let fields = [("email", "jiro@demo.example")];
    assert_eq!(other.post(&invite, &fields).await.status, 404);
    assert_eq!(member.post(&invite, &fields).await.status, 303);
    member.get(&page).await.shows("jiro@demo.example");
    app.run_tasks().await;

    let link = invitation(&app);
    assert_eq!(app.visitor().get(&link).await.status, 303);
    other
        .get(&link)
        .await
        .shows("株式会社見本製作所の担当者になりますか");
    assert!(!acts(&app, other.person.unwrap()).await);
    let (first, second) = tokio::join!(other.post(&link, &[]), third.post(&link, &[]));
    let mut outcomes = [first.status, second.status];
    outcomes.sort_unstable();
    assert_eq!(outcomes, [303, 409]);
    let came = if first.status == 303 { &other } else { &third };
    assert!(acts(&app, came.person.unwrap()).await);
    came.get(&page).await.shows("見本 花子");
    came.get("/mypage/organisations").await.shows("受付番号");
    assert_eq!(third.get("/invitations/nonsense").await.status, 404);
    app.run_tasks().await;
    app.finish().await;
}

/// The words of the last letter to an address.
fn last_letter(app: &TestApp, to: &str) -> String {
    let letters = app.letters();
    let letter = letters.iter().rfind(|one| one.to == [to]).unwrap();
    let message = MessageParser::default().parse(&letter.message).unwrap();
    message.body_text(0).unwrap().into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_speaks_the_language_of_the_invited_or_else_of_the_inviter() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (id, member, _) = company(&app).await;
        let invite = format!("/organisations/{id}/invitations");
        let english = "You are invited to act";
        let asks = async |email: &str, query: &str| {
            let path = format!("{invite}{query}");
            let asked = member.post(&path, &[("email", email)]).await;
            assert_eq!(asked.status, 303, "{engine:?} {email}");
            app.run_tasks().await;
            last_letter(&app, email)
        };
        // Nobody knows the address: as whoever invites reads the pages.
        assert!(!asks("one@demo.example", "?lang=ja").await.contains(english));
        assert!(asks("two@demo.example", "?lang=en").await.contains(english));
        // Whoever has it has chosen.
        let jiro = app.member("次郎").await;
        let chosen = [
            ("family_name", "見本"),
            ("given_name", "次郎"),
            ("family_kana", "ミホン"),
            ("given_kana", "ジロウ"),
            ("telephone", "03-0000-0000"),
            ("lang", "en"),
        ];
        assert_eq!(jiro.post("/mypage/profile", &chosen).await.status, 303);
        let db = app.app.db.reader();
        let known = accounts::read::contact(db, jiro.person.unwrap()).await;
        let known = known.unwrap().unwrap().email.unwrap();
        let invited = asks(&known, "?lang=ja").await;
        assert!(invited.contains(english), "{engine:?} {invited}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_invites_another_on_sqlite() {
    one_invites_another(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_invites_another_on_postgres() {
    one_invites_another(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_remove_each_other_leave_one() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (id, member, reception) = company(&app).await;
        let other = app.member("次郎").await;
        let [one, two] = [&member, &other].map(|who| who.person.unwrap());
        let found = reception
            .get(&format!("/counter/organisations/{id}?q=次郎"))
            .await;
        found.shows(&two.to_string());
        let add = format!("/counter/organisations/{id}/representatives");
        let fields = [("person", two.to_string())];
        let fields = [(fields[0].0, fields[0].1.as_str())];
        assert_eq!(other.post(&add, &fields).await.status, 403);
        assert_eq!(reception.post(&add, &fields).await.status, 303);
        assert!(acts(&app, two).await);
        let [first, second] =
            [two, one].map(|gone| format!("/organisations/{id}/representatives/{gone}/removal"));
        let (a, b) = tokio::join!(member.post(&first, &[]), other.post(&second, &[]));
        let done = [a.status, b.status]
            .iter()
            .filter(|one| **one == 303)
            .count();
        assert_eq!(done, 1, "{} {}", a.status, b.status);
        assert_ne!(acts(&app, one).await, acts(&app, two).await);
        // Neither can the one who is left go.
        let left = if acts(&app, one).await { one } else { two };
        let last = format!("/organisations/{id}/representatives/{left}/removal");
        let refused = reception.post(&last, &[]).await;
        assert_eq!(refused.status, 409);
        refused.shows("最後の担当者");
        app.run_tasks().await;
        app.finish().await;
    }
}
