//! A member switches it on and off; staff only ever change it.

use super::{
    setting_up::{codes, digits_of, told},
    *,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_member_switches_it_on_and_off() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let person = member.person.unwrap();
        let other = app.signed_in(person).await;
        let home = "/mypage/second-factor";
        member.get("/mypage/profile").await.shows(home);
        let wrong = [("act", "set_up"), ("current", "違うパスワード")];
        assert_eq!(member.post(home, &wrong).await.status, 422);
        let begun = [("act", "set_up"), ("current", PASSWORD)];
        let begun = member.post(home, &begun).await;
        assert_eq!(begun.location, "/mypage/second-factor/set-up");
        let secret = told(&app, person).await;
        let page = member.get(&begun.location).await;
        page.shows(&secret.spelled());
        let code = [("code", &*digits_of(&app, &secret))];
        let shown = member.post(&begun.location, &code).await;
        assert_eq!(codes(&shown).len(), 10, "{}", shown.text);
        // This browser stays, the others have not passed the second step.
        assert_eq!(member.get("/mypage").await.status, 200);
        is_nobody(&other).await;

        let (browser, answer) = half_way(&app, person).await;
        assert_eq!(answer.location, "/sign-in/code");
        is_nobody(&browser).await;

        app.clock.advance(NEXT_DIGITS);
        for (password, code) in [
            (PASSWORD, "000000".to_owned()),
            ("違うパスワード", digits_of(&app, &secret)),
            (PASSWORD, String::new()),
        ] {
            let form = [("act", "remove"), ("current", password), ("code", &*code)];
            assert_eq!(member.post(home, &form).await.status, 422, "{code}");
        }
        let code = digits_of(&app, &secret);
        let off = [("act", "remove"), ("current", PASSWORD), ("code", &*code)];
        assert_eq!(member.post(home, &off).await.location, home);
        let (browser, answer) = half_way(&app, person).await;
        assert_eq!(answer.location, "/mypage");
        assert_eq!(browser.get("/mypage").await.status, 200);
        app.run_tasks().await;
        assert_eq!(app.letters().len(), 2);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_change_their_device_and_cannot_do_without_one() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let reception = app.staff().await;
        let person = reception.person.unwrap();
        let home = "/mypage/second-factor";
        let page = reception.get(home).await;
        assert!(!page.text.contains("value=\"remove\""));
        let code = app.digits();
        let off = [("act", "remove"), ("current", PASSWORD), ("code", &*code)];
        assert_eq!(reception.post(home, &off).await.status, 403);

        let without = [("act", "set_up"), ("current", PASSWORD)];
        assert_eq!(reception.post(home, &without).await.status, 422);
        let begin = [("act", "set_up"), ("current", PASSWORD), ("code", &*code)];
        let led = reception.post(home, &begin).await;
        assert_eq!(led.location, "/mypage/second-factor/set-up");
        let secret = told(&app, person).await;
        // Until it is confirmed, the device they have is the one that counts.
        app.clock.advance(NEXT_DIGITS);
        let (browser, _) = half_way(&app, person).await;
        let old = [("code", &*app.digits())];
        assert_eq!(browser.post("/sign-in/code", &old).await.status, 303);

        let code = [("code", &*digits_of(&app, &secret))];
        let shown = reception.post(&led.location, &code).await;
        assert_eq!(codes(&shown).len(), 10, "{}", shown.text);
        is_nobody(&browser).await;
        assert_eq!(reception.get("/counter").await.status, 200);

        app.clock.advance(NEXT_DIGITS);
        let (browser, _) = half_way(&app, person).await;
        let old = [("code", &*app.digits())];
        assert_eq!(browser.post("/sign-in/code", &old).await.status, 422);
        let new = [("code", &*digits_of(&app, &secret))];
        assert_eq!(browser.post("/sign-in/code", &new).await.status, 303);
        app.run_tasks().await;
        app.finish().await;
    }
}
