//! Whatever belonged to the double belongs to the one who stays, and to nobody else.

use accounts::entity::api_token::Scope;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{email, guest, merge};
use crate::{
    acts::{Form, Rows, made},
    consultations::{Advised, advises},
    journeys::{acts_upon, letters},
    money::{self, bill_of, bookings::priced, pay},
    organisations::{apply, grant},
};

/// Both can sign in; the double has something of everything.
struct Two {
    app: TestApp,
    reception: Browser,
    double: Browser,
    into: Browser,
    other: Browser,
}

impl Two {
    async fn meet(engine: Engine) -> Self {
        let app = TestApp::start(engine).await;
        Self {
            reception: app.staff().await,
            double: app.member("花子").await,
            into: app.member("はなこ").await,
            other: app.member("太郎").await,
            app,
        }
    }

    async fn merge(&self) {
        let [double, into] = [&self.double, &self.into].map(|one| one.person.unwrap());
        let done = merge(&self.reception, double, into).await;
        assert_eq!(done.status, 303, "{}", done.text);
        assert_eq!(done.location, format!("/counter/people/{into}"));
    }

    /// Only whoever it belongs to sees it.
    async fn is_seen_by(&self, who: &Browser, path: &str) {
        for browser in [&self.into, &self.other] {
            let seen = browser.person == who.person;
            let status = browser.get(path).await.status;
            assert_eq!(status, if seen { 200 } else { 404 }, "{path}");
        }
    }

    async fn finish(self) {
        self.app.run_tasks().await;
        self.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bookings_series_and_calendars_go_on_with_the_one_who_stays() {
    for engine in Engine::BOTH {
        let two = Two::meet(engine).await;
        priced(&two.app).await;
        let form = Form::new(two.app.fixture.room, "13:00", "15:00");
        let booking = made(&form.send(&two.double).await);
        let weekly = Form::new(two.app.fixture.desks, "10:00", "11:00")
            .with("rhythm", "weekly")
            .with("times", "2");
        let series = two.double.post("/series", &weekly.fields()).await.location;
        let series = series.trim_end_matches("/done").to_owned();
        let page = two
            .double
            .post("/mypage/calendar", &[("kind", "own")])
            .await;
        let address = page.text.split_once("<code id=\"made\">").unwrap().1;
        let address = address.split('<').next().unwrap().to_owned();

        let path = format!(
            "/counter/people/{}/merge?into={}",
            two.double.person.unwrap(),
            two.into.person.unwrap()
        );
        let look = two.reception.get(&path).await;
        look.shows("これから3件・全部で3件");
        look.shows("繰り返しの予約 1件");
        look.shows("1件・未払い 1,600円");
        look.shows("元に戻すことはできません");
        let before = Rows::of(&two.app).await;
        let seen = format!("/bookings/{booking}");
        assert_eq!(two.into.get(&seen).await.status, 404);
        two.merge().await;
        let expected = Rows {
            events: before.events + 1,
            letters: before.letters + 2,
            ..before
        };
        assert_eq!(Rows::of(&two.app).await, expected, "{engine:?}");

        two.is_seen_by(&two.into, &seen).await;
        two.is_seen_by(&two.into, &series).await;
        two.into.get("/mypage/bookings").await.shows(&booking);
        two.into.get("/mypage/fees").await.shows("1,600円");
        let calendar = two.app.visitor().get(&address).await;
        assert_eq!(calendar.text.matches("BEGIN:VEVENT").count(), 3);
        let change = form
            .with("starts_at", "16:00")
            .with("ends_at", "18:00")
            .with("version", "1");
        let changed = two
            .into
            .post(&format!("{seen}/change"), &change.fields())
            .await;
        assert_eq!(changed.status, 303, "{}", changed.text);
        let cancelled = two.into.post(&format!("{seen}/cancellation"), &[]).await;
        assert_eq!(cancelled.status, 303, "{}", cancelled.text);
        two.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bills_receipts_and_organisations_go_on_with_the_one_who_stays() {
    for engine in Engine::BOTH {
        let two = Two::meet(engine).await;
        let person = two.double.person.unwrap();
        let manager = two.app.manager().await;
        manager.post("/counter/fees/terms", &money::TERMS).await;
        let open = bill_of(&two.app, person, 700, "K7M-4PX-9TD").await;
        let paid = bill_of(&two.app, person, 1_100, "BBB-BBB-BBB").await;
        let payment = pay(&two.reception, &[paid], "cash").await.location;
        let receipt = two
            .reception
            .post(&format!("{payment}/receipt"), &[("addressee", "産業 花子")])
            .await
            .location;
        let application = apply(&two.double).await;
        grant(&two.reception, application).await;
        two.merge().await;

        let fees = two.into.get("/mypage/fees").await;
        fees.shows("700円");
        fees.shows("1,100円");
        two.other.get("/mypage/fees").await.hides("700円");
        let printed = two.into.get(&receipt).await;
        printed.shows("産業 花子");
        assert_eq!(two.other.get(&receipt).await.status, 404);
        two.is_seen_by(&two.into, &format!("/applications/{application}"))
            .await;
        two.into
            .get("/mypage/organisations")
            .await
            .shows("株式会社見本製作所");
        let done = pay(&two.reception, &[open], "cash").await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        two.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_stays_is_asked_when_what_the_double_waits_for_is_free() {
    for engine in Engine::BOTH {
        let two = Two::meet(engine).await;
        let form = Form::new(two.app.fixture.room, "13:00", "15:00");
        let taken = made(&form.send(&two.other).await);
        let place = two.double.post("/waiting", &form.fields()).await.location;
        two.merge().await;
        two.is_seen_by(&two.into, &place).await;
        let path = format!("/bookings/{taken}/cancellation");
        assert_eq!(two.other.post(&path, &[]).await.status, 303);
        let accepted = two.into.post(&format!("{place}/acceptance"), &[]).await;
        let booking = made(&accepted);
        two.is_seen_by(&two.into, &format!("/bookings/{booking}"))
            .await;
        two.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_way_in_of_the_double_ends_and_both_are_told() {
    for engine in Engine::BOTH {
        let two = Two::meet(engine).await;
        let [double, into] = [&two.double, &two.into].map(|one| one.person.unwrap());
        let token = two.app.token(double, Scope::Write).await;
        let addresses = [email(&two.app, double).await, email(&two.app, into).await];
        two.merge().await;

        assert!(
            two.double
                .get("/mypage")
                .await
                .location
                .starts_with("/sign-in")
        );
        let program = two.app.visitor().with_token(&token);
        assert_eq!(program.get("/api/v1/bookings").await.status, 401);
        assert_eq!(two.into.get("/mypage").await.status, 200);
        let all = letters(&two.app).await;
        for (address, words) in addresses.iter().zip([
            "このメールアドレスでは、ログインできなくなりました",
            "センターでこのご登録にまとめました",
        ]) {
            let own: Vec<_> = all.iter().filter(|one| one.to == *address).collect();
            assert_eq!(own.len(), 1, "{engine:?} {address}");
            assert!(own[0].text.contains(words), "{}", own[0].text);
        }
        let acts = acts_upon(&two.app, &double.to_string()).await;
        assert_eq!(acts.last().map(String::as_str), Some("person.merged"));
        two.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_by_anything_of_the_double_finds_the_one_who_stays() {
    for engine in Engine::BOTH {
        let two = Two::meet(engine).await;
        let names = ["試作", "あおい", "シサク", "アオイ"];
        let double = guest(&two.reception, names, "03-0000-7777").await;
        let into = two.into.person.unwrap();
        let old = email(&two.app, two.double.person.unwrap()).await;
        let done = merge(&two.reception, double, into).await;
        assert_eq!(done.status, 303, "{}", done.text);
        two.merge().await;
        let address = format!("/counter/people/{into}\"");
        for asked in ["試作", "しさく", "7777", "見本 花子", old.as_str()] {
            for page in ["/counter/people", "/counter/search"] {
                let found = two.reception.get(&format!("{page}?q={asked}")).await;
                found.shows(&address);
                found.hides(&double.to_string());
            }
        }
        let page = two
            .reception
            .get(&format!("/counter/people/{double}"))
            .await;
        assert_eq!(page.location, format!("/counter/people/{into}"));
        let page = two.reception.get(&page.location).await;
        page.shows("統合した登録");
        page.shows("試作 あおい");
        page.shows("03-0000-7777");
        two.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn consultations_go_on_with_the_one_who_stays_and_two_experts_stay_two() {
    for engine in Engine::BOTH {
        let advised = Advised::open(engine).await;
        let (app, double) = (&advised.app, advised.app.member("花子").await);
        let (reception, into) = (app.staff().await, app.member("はなこ").await);
        let case = advised.asks(&double, &advised.time(13)).await;
        let own = case.replace("/cases/", "/consultations/");
        assert_eq!(into.get(&own).await.status, 404);
        let [gone, stays] = [&double, &into].map(|one| one.person.unwrap());
        // Whoever gets somebody's consultations is not for reception alone to say.
        assert_eq!(merge(&reception, gone, stays).await.status, 403);
        let done = merge(&advised.coordinator, gone, stays).await;
        assert_eq!(done.status, 303, "{engine:?} {}", done.text);
        into.get(&own).await.shows("焼き菓子の店");
        into.get("/mypage/consultations").await.shows(&own);
        advised.coordinator.get(&case).await.shows("はなこ");

        let (other, _) = advises(app, &advised.coordinator, "助言二").await;
        let manager = app.manager().await;
        let [gone, stays] = [&other, &advised.expert].map(|one| one.person.unwrap());
        let refused = merge(&manager, gone, stays).await;
        assert_eq!(refused.status, 409, "{}", refused.text);
        refused.shows("両方が専門家として登録されています");
        app.run_tasks().await;
        advised.app.finish().await;
    }
}
