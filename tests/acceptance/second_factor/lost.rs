//! A device that is lost: who helps, and what ends.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_resets_a_lost_device_and_every_session_ends() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let manager = app.manager().await;
        let reception = app.staff().await;
        let person = reception.person.unwrap();
        let path = format!("/counter/people/{person}/second-factor");
        let shown = manager.get(&format!("/counter/people/{person}")).await;
        shown.shows(&path);
        manager.get(&path).await.shows("解除しますか");
        let own = format!("/counter/people/{}/second-factor", manager.person.unwrap());
        assert_eq!(manager.post(&own, &[]).await.status, 403);
        assert_eq!(reception.post(&own, &[]).await.status, 403);

        let (half, _) = half_way(&app, person).await;
        assert_eq!(manager.post(&path, &[]).await.status, 303);
        is_nobody(&reception).await;
        let digits = app.digits();
        let late = half.post("/sign-in/code", &[("code", &digits)]).await;
        assert_eq!(late.location, "/sign-in");
        let (_, answer) = half_way(&app, person).await;
        assert_eq!(answer.location, "/sign-in/set-up");

        app.run_tasks().await;
        let told = app.letters().pop().unwrap();
        assert_eq!(told.to, [email(&app, person).await]);
        let acts = acts_upon(&app, person).await;
        assert!(acts.contains(&"second_factor.reset".to_owned()), "{acts:?}");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_without_a_device_is_helped_from_the_command_line() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let manager = app.manager().await;
        let person = manager.person.unwrap();
        let (email, data) = (email(&app, person).await, app.data.display().to_string());
        let command = [
            "shinko",
            "admin",
            "reset-second-factor",
            "--email",
            &email,
            "--data",
            &data,
            "--database-url",
            &app.database_url,
        ];
        cli::run(Cli::try_parse_from(command).unwrap())
            .await
            .unwrap();
        is_nobody(&manager).await;
        let (_, answer) = half_way(&app, person).await;
        assert_eq!(answer.location, "/sign-in/set-up");
        let again = cli::run(Cli::try_parse_from(command).unwrap()).await;
        again.unwrap_err();
        app.run_tasks().await;
        app.abandon().await;
    }
}
