//! What must be there for a page to show something.

mod entered;

use bookings::rules::{Rule, terms::Term};
use kernel::{Actor, Fault, PersonId, Via, transact};
use testkit::authenticator::Authenticator;
use tests::{Answer, Browser, TestApp};

use super::{TUESDAY, advised, asked, certified, lots, planned, shared, taught};
use crate::{
    money,
    registration::{a_company, a_returned_application, an_application, an_invitation},
};

use entered::{a_closure, a_policy, a_warning};
pub(super) use entered::{a_device, an_own_use};

/// Everything that the pages show, by its name in the list.
pub(super) struct Made(Vec<(&'static str, String)>);

impl Made {
    /// Makes it for a member, and for somebody of the staff who has an address.
    pub(super) async fn new(
        app: &TestApp,
        member: &Browser,
        [staff, coordinator]: [PersonId; 2],
    ) -> Self {
        let reception = app.staff().await;
        let booking = a_booking(app, member).await;
        let papers = format!("{booking}/papers");
        let permit = last(&member.post(&papers, &[("kind", "permit")]).await);
        let (series, turn) = a_series(app, member).await;
        let asked = a_request(app, member).await;
        let [company, other] = a_company(app, member).await;
        let device = Authenticator::at(&app.base).unwrap();
        let enrolled = app.member("三郎").await.person.unwrap();
        app.enrol(enrolled).await;
        let mut all = vec![
            ("{permit}", permit),
            ("{booking}", booking),
            ("{series}", series),
            ("{turn}", turn),
            ("{asked}", asked),
            ("{place}", a_place(app, member).await),
            ("{application}", an_application(member).await),
            ("{returned}", a_returned_application(app, member).await),
            ("{invitation}", an_invitation(app, member, &company).await),
            ("{company}", company),
            ("{other}", other),
            ("{closure}", a_closure(app).await),
            ("{policy}", a_policy(app, true).await),
            ("{draft}", a_policy(app, false).await),
            (
                "{rule}",
                linked(&reception.get("/counter/rules").await, "/counter/rules/"),
            ),
            ("{device}", a_device(app).await),
            ("{own}", an_own_use(app).await),
            ("{warning}", a_warning(app).await),
            (
                "{passkey}",
                app.makes_passkey(staff, &device).await.to_string(),
            ),
            ("{member}", member.person.unwrap().to_string()),
            ("{enrolled}", enrolled.to_string()),
            ("{venue}", app.fixture.venue.to_string()),
            ("{room}", app.fixture.room.to_string()),
            ("{desks}", app.fixture.desks.to_string()),
        ];
        all.extend(shared::made(app).await);
        all.extend(money::made(app, member.person.unwrap()).await);
        all.extend(planned::made(app).await);
        all.extend(advised::made(app, member, coordinator).await);
        all.extend(asked::made(app, member.person.unwrap()).await);
        all.extend(taught::made(app, member, [coordinator, staff]).await);
        all.extend(certified::made(app, member, [coordinator, staff]).await);
        all.extend(lots::made(app, member).await);
        app.run_tasks().await;
        let notices = member.get("/mypage/notices").await;
        all.push(("{notice}", linked(&notices, "/mypage/notices/")));
        Self(all)
    }

    /// Fails unless somebody finds a page wherever something is named: an error page would be
    /// looked at in its place.
    pub(super) async fn is_there_for(&self, reader: &Browser, paths: &[&str]) {
        for path in self.all(paths.iter().filter(|path| path.contains('{'))) {
            let found = reader.get(&path).await;
            assert_eq!(found.status, 200, "{path}");
        }
    }

    /// These addresses with everything named in them.
    pub(super) fn all<'p>(&self, paths: impl IntoIterator<Item = &'p &'p str>) -> Vec<String> {
        let named = |path: &'p &'p str| {
            self.0.iter().fold((*path).to_owned(), |path, (name, is)| {
                path.replace(name, is)
            })
        };
        paths.into_iter().map(named).collect()
    }
}

/// What a page links to under this beginning: the first identifier.
pub(super) fn linked(page: &Answer, begins: &str) -> String {
    let begins = format!("href=\"{begins}");
    let links = page.text.split(&begins).skip(1);
    let ids = links.filter_map(|rest| rest.split(['"', '/', '?']).next());
    let mut ids = ids.filter(|id| id.len() == 36);
    ids.next().expect(&begins).to_owned()
}

/// What a form led to.
pub(super) fn last(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location.rsplit('/').next().unwrap().to_owned()
}

/// A place in the line for a room that somebody else has.
async fn a_place(app: &TestApp, member: &Browser) -> String {
    let room = app.fixture.room.to_string();
    let wish = [
        ("space_id", room.as_str()),
        ("date", "2026-12-17"),
        ("starts_at", "9:00"),
        ("ends_at", "11:00"),
        ("purpose", "打合せ"),
        ("attendees", "4"),
        ("agree", "on"),
    ];
    let taken = app.member("次郎").await.post("/bookings", &wish).await;
    assert_eq!(taken.status, 303, "{}", taken.text);
    last(&member.post("/waiting", &wish).await)
}

/// A meeting next Tuesday; the path of its page.
pub(super) async fn a_booking(app: &TestApp, member: &Browser) -> String {
    let made = member
        .post(
            "/bookings",
            &[
                ("space_id", &app.fixture.room.to_string()),
                ("date", TUESDAY),
                ("starts_at", "13:00"),
                ("ends_at", "15:00"),
                ("purpose", "打合せ"),
                ("attendees", "4"),
                ("agree", "on"),
            ],
        )
        .await;
    assert_eq!(made.status, 303, "{}", made.text);
    made.location.trim_end_matches("/done").to_owned()
}

/// A desk that somebody decides on; its identifier.
pub(crate) async fn a_request(app: &TestApp, member: &Browser) -> String {
    let rule = Rule {
        space: Some(app.fixture.desks),
        ..bookings::samples::rule(Term::Approval(5))
    };
    let system = Actor::system(Via::Cli);
    transact::<_, Fault, _>(&app.app.db, system, &app.clock, async |work| {
        bookings::service::set_rule(work, &rule).await
    })
    .await
    .unwrap();
    let made = member
        .post(
            "/bookings",
            &[
                ("space_id", &app.fixture.desks.to_string()),
                ("date", TUESDAY),
                ("starts_at", "13:00"),
                ("ends_at", "15:00"),
                ("purpose", "創業の準備"),
                ("attendees", "1"),
                ("agree", "on"),
            ],
        )
        .await;
    let id = made.location.strip_prefix("/bookings/");
    id.unwrap().trim_end_matches("/done").to_owned()
}

/// A meeting every Wednesday; the paths of its page and of the page of one turn.
pub(super) async fn a_series(app: &TestApp, member: &Browser) -> (String, String) {
    let made = member
        .post(
            "/series",
            &[
                ("space_id", &app.fixture.room.to_string()),
                ("date", "2026-12-16"),
                ("starts_at", "13:00"),
                ("ends_at", "15:00"),
                ("purpose", "定例の打合せ"),
                ("attendees", "4"),
                ("rhythm", "weekly"),
                ("times", "3"),
                ("agree", "on"),
            ],
        )
        .await;
    assert_eq!(made.status, 303, "{}", made.text);
    let page = member.get(&made.location).await;
    let turn = page
        .text
        .split("href=\"")
        .find(|rest| rest.starts_with("/bookings/"));
    let turn = turn.unwrap().split('"').next().unwrap();
    (
        made.location.trim_end_matches("/done").to_owned(),
        turn.to_owned(),
    )
}
