//! Series that cannot be booked as they were asked for.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_meanwhile_is_marked_and_nothing_is_saved() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        takes(&app, "2026-12-23").await;
        let member = app.member("花子").await;
        let form = weekly(&app).with("choice-2026-12-23", "skip");
        assert_eq!(check(&member, &form).await.status, 200);
        takes(&app, "2026-12-30").await;
        let before = Rows::of(&app).await;
        let form = form.with("free", "2026-12-30");
        let answer = book(&member, &form).await;
        assert_eq!(answer.status, 409, "{}", answer.text);
        answer.shows("2026年12月30日（水）の回は、ほかの方が先に予約しました。");
        assert_eq!(Rows::of(&app).await, before);
        let kept = answer
            .text
            .split("name=\"choice-2026-12-23\" value=\"skip\"");
        assert!(
            kept.last().unwrap().starts_with(" checked"),
            "{}",
            answer.text
        );
        let form = form.with("choice-2026-12-30", "skip");
        made(&book(&member, &form).await);
        assert_eq!(all(&app).await.len(), 11);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_that_were_tampered_with_are_checked_again() {
    let app = TestApp::start(Engine::Sqlite).await;
    takes(&app, "2026-12-23").await;
    let member = app.member("花子").await;
    let room = app.fixture.room;
    let before = Rows::of(&app).await;
    for choice in [
        // Taken, closed, at night, over, too far ahead, too short, too many people, nonsense.
        format!("{room}/2026-12-23/840-960"),
        format!("{room}/2026-12-21/780-900"),
        format!("{room}/2026-12-23/1320-1380"),
        format!("{room}/2026-12-01/780-900"),
        format!("{room}/2027-12-21/780-900"),
        format!("{room}/2026-12-24/780-790"),
        format!("{}/2026-12-23/780-900", app.fixture.desks),
        format!("{}/2026-12-23/780-900", uuid::Uuid::nil()),
        "🎍".to_owned(),
    ] {
        let form = weekly(&app)
            .with("attendees", "4")
            .with("choice-2026-12-23", &choice);
        let answer = book(&member, &form).await;
        assert!(
            [404, 409, 422].contains(&answer.status),
            "{choice}: {}",
            answer.status
        );
        assert_eq!(Rows::of(&app).await, before, "{choice}");
    }
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_over_a_closed_day_and_beyond_what_can_be_booked_says_why() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let monday = weekly(&app).with("date", "2026-12-14").with("times", "2");
    let page = check(&member, &monday).await;
    page.shows("は休館日です");
    page.shows("予約できない回（2回）");
    let far = weekly(&app).with("times", "52");
    let page = check(&member, &far).await;
    page.shows("に受付がはじまります");
    page.shows("この回は予約しない");
    let all_out = monday
        .with("choice-2026-12-14", "skip")
        .with("choice-2026-12-21", "skip");
    let answer = book(&member, &all_out).await;
    assert_eq!(answer.status, 422);
    answer.shows("予約する回が1つもありません");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_series_is_said_at_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    for (name, value, said) in [
        ("times", "0", "回数は1から52まで"),
        ("times", "53", "回数は1から52まで"),
        ("times", "🎍", "回数は1から52まで"),
        ("times", "", "回数か、最後の日を入れてください。"),
        ("last_day", "2027-01-05", "どちらか1つだけ"),
        ("rhythm", "daily", "繰り返し方を選んでください"),
        ("rhythm", "🎍", "繰り返し方を選んでください"),
        ("rhythm", "", "繰り返し方を選んでください"),
        (
            "rhythm",
            "monthly_last",
            "その月の最後の同じ曜日ではありません",
        ),
        ("date", "9999-12-31", "日にちを確かめてください"),
        ("purpose", "", "使う目的を書いてください"),
        ("attendees", "40", "この場所に入れるのは6人まで"),
    ] {
        let form = weekly(&app).with(name, value);
        for answer in [check(&member, &form).await, book(&member, &form).await] {
            assert_eq!(answer.status, 422, "{name} {value}: {}", answer.text);
            answer.shows(said);
        }
    }
    let past = weekly(&app)
        .with("times", "")
        .with("last_day", "2026-12-08");
    check(&member, &past)
        .await
        .shows("最後の日は、はじめの日か");
    let nonsense = weekly(&app).with("times", "").with("last_day", "🎍");
    check(&member, &nonsense)
        .await
        .shows("最後の日を確かめてください");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_persons_series_is_as_if_there_were_none() {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await;
    let secret = "合図のことば";
    let form = weekly(&app).with("purpose", secret);
    let id = made(&book(&member, &form).await);
    let booking = all(&app).await[0].0.id;
    let stranger = app.member("次郎").await;
    for rest in ["", "/done", "/calendar.ics", "/change", "/cancellation"] {
        let path = format!("/series/{id}{rest}");
        let answer = stranger.get(&path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text.contains(secret));
        assert_eq!(member.get(&path).await.status, 200, "{path}");
    }
    member
        .get(&format!("/series/{id}/done"))
        .await
        .shows(secret);
    let from = booking.to_string();
    for rest in ["/change", "/change/confirmation", "/cancellation"] {
        let answer = stranger
            .post(&format!("/series/{id}{rest}"), &[("from", &from)])
            .await;
        assert_eq!(answer.status, 404, "{rest}");
    }
    // A series of one's own, with somebody else's booking to begin with.
    let own = weekly(&app).with("date", "2026-12-10");
    let own = made(&book(&stranger, &own).await);
    let path = format!("/series/{own}/cancellation");
    assert_eq!(stranger.post(&path, &[("from", &from)]).await.status, 404);
    // For somebody else, only at the counter.
    let person = member.person.unwrap().to_string();
    let for_her = weekly(&app)
        .with("date", "2026-12-11")
        .with("for", &person)
        .with("once", "page 2");
    assert_eq!(book(&stranger, &for_her).await.status, 403);
    let reception = app.staff().await;
    made(&book(&reception, &for_her).await);
    app.run_tasks().await;
    app.finish().await;
}
