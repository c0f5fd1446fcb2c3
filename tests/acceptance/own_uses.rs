//! The centre uses its spaces itself: never over anybody, and listed to the ward.

mod beside;
mod moved;
mod race;
mod refusals;
pub(crate) mod shared;
mod weeks;

use bookings::entity::{allocation, own_use};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::{
    acts::{Form, TUESDAY, made},
    journeys::{acts_upon, letters},
};

/// What an own use of the fiscal year of the Tuesday can say.
pub(crate) struct Why {
    /// The manager's reason.
    pub(crate) reason: String,
    /// What the ward consented to beside the plan.
    pub(crate) programme: String,
}

/// A reason that the manager adds, and something for which it can be given.
pub(crate) async fn why(app: &TestApp, name: &str) -> Why {
    Why {
        reason: reason(app, name).await,
        programme: initiative(app, "2026", &format!("{name}の取組")).await,
    }
}

/// An initiative that the manager proposes for a fiscal year and the ward consents to; its
/// identifier.
pub(crate) async fn initiative(app: &TestApp, year: &str, name: &str) -> String {
    consented(&app.manager().await, &app.ward().await, year, name).await
}

/// The same by these two.
pub(crate) async fn consented(manager: &Browser, ward: &Browser, year: &str, name: &str) -> String {
    let path = proposed(manager, year, name).await;
    let answer = [("seen", "1"), ("decision", "approve"), ("words", "")];
    let decided = ward.post(&format!("{path}/decision"), &answer).await;
    assert_eq!(decided.status, 303, "{}", decided.text);
    path.rsplit('/').next().unwrap().to_owned()
}

/// The path of one that waits for the ward.
pub(crate) async fn proposed(manager: &Browser, year: &str, name: &str) -> String {
    let fields = [("year", year), ("name", name), ("summary", "月に一度。")];
    let proposed = manager.post("/plans/initiatives", &fields).await;
    assert_eq!(proposed.status, 303, "{}", proposed.text);
    proposed.location
}

/// A reason that the manager adds; its identifier.
pub(crate) async fn reason(app: &TestApp, name: &str) -> String {
    reason_of(&app.manager().await, name).await
}

/// The same by this manager.
pub(crate) async fn reason_of(manager: &Browser, name: &str) -> String {
    let fields = [("name", name), ("from", "2026-04-01")];
    let added = manager.post("/counter/own-use-reasons", &fields).await;
    assert_eq!(added.status, 303, "{}", added.text);
    let page = manager.get("/counter/own-use-reasons").await;
    let (_, rest) = page
        .text
        .split_once(&format!("<th scope=\"row\">{name}"))
        .unwrap();
    let (_, rest) = rest.split_once("/counter/own-use-reasons/").unwrap();
    rest.split('/').next().unwrap().to_owned()
}

/// A form for the meeting room on the Tuesday, as staff sends it.
fn form(app: &TestApp, times: [&str; 2], why: &Why) -> Form {
    Form::new(app.fixture.room, times[0], times[1])
        .with("reason", &why.reason)
        .with("programme", &why.programme)
        .with("title", "創業塾 第3回")
}

async fn enters(staff: &Browser, form: &Form) -> Answer {
    staff.post("/counter/own-uses", &form.fields()).await
}

async fn looks(staff: &Browser, form: &Form) -> Answer {
    staff
        .post("/counter/own-uses/confirmation", &form.fields())
        .await
}

/// The path of an own use that was entered.
#[track_caller]
fn entered(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.location.clone()
}

async fn returns(staff: &Browser, path: &str, reach: &str) -> Answer {
    staff
        .post(&format!("{path}/return"), &[("reach", reach)])
        .await
}

async fn all(app: &TestApp) -> Vec<own_use::Model> {
    own_use::Entity::find()
        .all(app.app.db.reader())
        .await
        .unwrap()
}

async fn holding(app: &TestApp) -> usize {
    let all = allocation::Entity::find()
        .all(app.app.db.reader())
        .await
        .unwrap();
    all.iter().filter(|one| one.state.is_holding()).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_centre_takes_a_space_and_only_staff_and_the_ward_read_why() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let ward = app.ward().await;
        let why = why(&app, "区の主催事業").await;
        // Before the house opens.
        let early = form(&app, ["7:00", "12:00"], &why);
        let look = looks(&staff, &early).await;
        assert_eq!(look.status, 200, "{}", look.text);
        look.shows("開館時間の外にかかります");
        look.shows("使えます");
        assert!(all(&app).await.is_empty(), "a look takes nothing");
        let path = entered(&enters(&staff, &early).await);

        let taken = Form::new(app.fixture.room, "11:00", "13:00")
            .send(&member)
            .await;
        assert_eq!(taken.status, 409, "{}", taken.text);
        taken.hides("創業塾");
        taken.hides("センター使用");
        made(
            &Form::new(app.fixture.room, "12:00", "13:00")
                .send(&member)
                .await,
        );

        let board = staff.get("/counter?date=2026-12-15").await;
        board.shows("センター使用");
        board.shows("創業塾 第3回");
        board.shows(&path);
        let table = staff.get("/counter?date=2026-12-15&view=table").await;
        table.shows("センター使用　創業塾 第3回");
        for reader in [&staff, &ward] {
            let list = reader.get("/counter/own-uses?month=2026-12").await;
            list.shows("区の主催事業");
            list.shows("創業塾 第3回");
            list.shows("5時間");
            reader.get(&path).await.shows("見本 受付");
        }
        ward.get(&path).await.hides("この場所を返す");
        let file = ward.get("/counter/own-uses?month=2026-12&as=csv").await;
        assert!(file.text.starts_with('\u{feff}'), "{}", file.text);
        file.shows("\"区の主催事業\",\"区の主催事業の取組\",\"創業塾 第3回\",300,\"これから\"");
        for page in [
            "/availability?date=2026-12-15",
            &format!("/spaces/{}?week=2026-12-15", app.fixture.room),
            "/calendar/closed-days.ics",
        ] {
            let seen = member.get(page).await;
            assert_eq!(seen.status, 200, "{page}");
            seen.hides("区の主催事業");
            seen.hides("創業塾");
        }
        assert_eq!(member.get(&path).await.status, 403);
        assert!(
            letters(&app)
                .await
                .iter()
                .all(|one| !one.text.contains("創業塾"))
        );

        // Given back, it can be booked again, and the list keeps it.
        let staffs = staff.get(&path).await;
        staffs.shows("この場所を返す");
        assert_eq!(returns(&staff, &path, "this").await.status, 303);
        let again = returns(&staff, &path, "this").await;
        assert_eq!(again.status, 409, "{}", again.text);
        again.shows("もう返したか、終わっています");
        made(
            &Form::new(app.fixture.room, "9:00", "12:00")
                .send(&member)
                .await,
        );
        let list = ward.get("/counter/own-uses?month=2026-12").await;
        list.shows("返却");
        let id = path.rsplit('/').next().unwrap();
        assert_eq!(acts_upon(&app, id).await, ["own_use.made", "own_use.ended"]);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_the_way_is_named_and_stays() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let why = why(&app, "センターの主催事業").await;
        let booked = made(
            &Form::new(app.fixture.room, "14:00", "16:00")
                .send(&member)
                .await,
        );
        let page = member.get(&format!("/bookings/{booked}")).await;
        let over = form(&app, ["15:00", "18:00"], &why);
        let before = holding(&app).await;
        for answer in [looks(&staff, &over).await, enters(&staff, &over).await] {
            answer.shows("1件と重なるため、このままでは登録できません");
            answer.shows("予約　見本 花子さん");
            answer.shows(&format!("href=\"/bookings/{booked}\""));
            // The same room later that day, and the desks at that time do not hold as many.
            answer.shows("代わりに使える日時と場所");
            answer.shows(&format!("{}/{TUESDAY}/960-1140", app.fixture.room));
            answer.hides("センター使用として登録する");
        }
        assert_eq!(enters(&staff, &over).await.status, 409);
        assert_eq!(holding(&app).await, before);
        assert!(all(&app).await.is_empty());
        assert_eq!(page.status, 200);
        member
            .get(&format!("/bookings/{booked}"))
            .await
            .shows("14:00");

        // What is offered instead can be had.
        let slot = format!("{}/{TUESDAY}/960-1140", app.fixture.room);
        let instead = looks(&staff, &over.clone().with("instead", &slot)).await;
        assert_eq!(instead.status, 200, "{}", instead.text);
        instead.shows("16:00〜19:00");
        instead.shows("name=\"starts_at\" value=\"16:00\"");
        entered(&enters(&staff, &form(&app, ["16:00", "19:00"], &why)).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_is_asked_when_the_centre_gives_back_and_comes_before_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let why = why(&app, "区の主催事業").await;
        let own = form(&app, ["13:00", "15:00"], &why);
        let path = entered(&enters(&staff, &own).await);
        let wish = Form::new(app.fixture.room, "13:00", "15:00");
        assert_eq!(wish.send(&member).await.status, 409);
        let place = entered(&member.post("/waiting", &wish.fields()).await);
        member.get(&place).await.shows("1番目");
        assert_eq!(returns(&staff, &path, "this").await.status, 303);
        member.get(&place).await.shows("空きが出ました。使いますか");
        let letter = letters(&app).await.pop().unwrap();
        assert!(
            letter.subject.contains("空きが出ました"),
            "{}",
            letter.subject
        );

        // The offer stands: not even the centre goes over it.
        let look = looks(&staff, &own).await;
        look.shows("キャンセル待ちの方に案内中　見本 花子さん");
        assert_eq!(enters(&staff, &own).await.status, 409);
        let accepted = member.post(&format!("{place}/acceptance"), &[]).await;
        made(&accepted);
        looks(&staff, &own).await.shows("予約　見本 花子さん");
        app.run_tasks().await;
        app.finish().await;
    }
}
