//! A whole day closes, with everybody who had booked on it.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn closing_a_day_calls_everyone_off_and_tells_each_of_them() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let counter = app.staff().await;
        let room = Form::new(app.fixture.room, "13:00", "15:00")
            .send(&member)
            .await;
        let id = made(&room);
        made(
            &Form::new(app.fixture.desks, "10:00", "12:00")
                .send(&member)
                .await,
        );
        let visitor = guest(&counter).await;
        let desk = Form::new(app.fixture.desks, "10:00", "12:00").with("for", &visitor);
        made(&desk.send(&counter).await);
        let other_day = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-16");
        made(&other_day.send(&member).await);

        let shown = manager
            .post("/counter/closures/confirmation", &CLEANING)
            .await;
        shown.shows("3件の予約が取り消しになります");
        shown.shows("2件には、理由とほかの空き");
        shown.shows("実例 よしお");
        assert!(
            states(&app)
                .await
                .iter()
                .all(|state| *state == hold::State::Confirmed)
        );
        let closed = close(&manager, &CLEANING).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);

        let result = manager.get(&closed.location).await;
        result.shows("電話でお知らせする予約　1件");
        result.shows("03-0000-0000");
        result.shows("メールでお知らせした予約　2件");
        let mut states = states(&app).await;
        states.sort_by_key(|state| state.is_holding());
        assert_eq!(states[..3], [hold::State::Released; 3], "{engine:?}");
        assert!(states[3].is_holding());
        let own = member.get(&format!("/bookings/{id}")).await;
        own.shows("センターの都合（館内清掃）により");

        app.run_tasks().await;
        let letters = app.letters();
        let told: Vec<String> = letters
            .iter()
            .map(|sent| {
                let message = mail_parser::MessageParser::default()
                    .parse(&sent.message)
                    .unwrap();
                let calendar = message.attachment(0).unwrap();
                let calendar = calendar.text_contents().unwrap().to_owned();
                format!("{}\n{calendar}", message.body_text(0).unwrap())
            })
            .filter(|text| text.contains("館内清掃"))
            .collect();
        assert_eq!(told.len(), 2, "{engine:?}");
        for text in &told {
            assert!(text.contains("CANCELLED"), "{text}");
            let links: Vec<&str> = text
                .lines()
                .filter(|line| line.contains("/bookings/new?"))
                .collect();
            assert_eq!(links.len(), 3, "{text}");
            for link in links {
                assert!(!link.contains(TUESDAY), "{link}");
                let form = member.get(link.trim()).await;
                assert_eq!(form.status, 200, "{link}");
            }
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_booked_in_between_is_shown_before_it_is_called_off() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let shown = manager
            .post("/counter/closures/confirmation", &CLEANING)
            .await;
        shown.shows("影響する予約はありません");
        made(
            &Form::new(app.fixture.room, "13:00", "15:00")
                .send(&member)
                .await,
        );
        let mut fields = CLEANING.to_vec();
        fields.push(("seen", ""));
        let again = manager.post("/counter/closures", &fields).await;
        assert_eq!(again.status, 409, "{engine:?}");
        again.shows("影響する予約か案内が増えました");
        again.shows("1件の予約が取り消しになります");
        assert_eq!(states(&app).await, [hold::State::Confirmed]);
        let seen = input(&again, "seen");
        fields.pop();
        fields.push(("seen", &seen));
        assert_eq!(manager.post("/counter/closures", &fields).await.status, 303);
        assert_eq!(states(&app).await, [hold::State::Released]);
        let twice = manager.post("/counter/closures", &fields).await;
        assert_eq!(twice.status, 409);
        twice.shows("同じ休館がもう登録されています");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_bookings_are_called_off_at_once() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let desks = acts::open_desks(&app, 40).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        for _ in 0..40 {
            made(&Form::new(desks, "10:00", "12:00").send(&member).await);
        }
        let closed = close(&manager, &CLEANING).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);
        assert_eq!(states(&app).await, [hold::State::Released; 40]);
        app.run_tasks().await;
        assert_eq!(app.letters().len(), 80);
        app.finish().await;
    }
}
