//! Series that meet each other and single bookings.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn series_that_race_for_the_same_times_never_both_have_one() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let other = acts::open(&app, acts::room(&app, "会議室B").await, 1).await;
        let mut racing = JoinSet::new();
        for number in 0..8_usize {
            let member = app.member("花子").await;
            // The two rooms in either order: one as wished, the other as what was chosen instead.
            let (wished, chosen) = if number % 2 == 0 {
                (app.fixture.room, other)
            } else {
                (other, app.fixture.room)
            };
            let form = weekly(&app)
                .with("space_id", &wished.to_string())
                .with("choice-2026-12-23", &format!("{chosen}/2026-12-23/780-900"));
            racing.spawn(async move { book(&member, &form).await });
        }
        let answers = racing.join_all().await;
        for answer in &answers {
            assert!([303, 409, 422].contains(&answer.status), "{}", answer.text);
        }
        let won = answers.iter().filter(|answer| answer.status == 303).count();
        assert_eq!(won, 2, "each room has one series");
        let bookings = all(&app).await;
        assert_eq!(bookings.len(), 26);
        let series = series::Entity::find()
            .all(app.app.db.reader())
            .await
            .unwrap();
        assert_eq!(series.len(), 2);
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Whoever books one desk takes any; whoever books a series locks them all.
#[tokio::test(flavor = "multi_thread")]
async fn series_and_single_bookings_at_the_same_desks_never_wait_in_a_circle() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let desks = weekly(&app)
            .with("space_id", &app.fixture.desks.to_string())
            .with("times", "6");
        let mut racing = JoinSet::new();
        for number in 0..12_usize {
            let member = app.member("花子").await;
            let (series, form) = (number % 3 == 0, desks.clone());
            racing.spawn(async move {
                if series {
                    book(&member, &form).await
                } else {
                    form.with("date", "2026-12-16").send(&member).await
                }
            });
        }
        for answer in racing.join_all().await {
            let known = [303, 409, 422].contains(&answer.status);
            assert!(known, "{} {}", answer.status, answer.text);
        }
        assert_eq!(
            all(&app).await.len() % 6,
            0,
            "a series is whole or not there"
        );
        app.run_tasks().await;
        app.finish().await;
    }
}
