use super::*;

#[tokio::test]
async fn the_counter_finds_a_booking_by_its_number_and_people_by_their_name() {
    let centre = Centre::new().await;
    let (id, reference) = centre.books(Kind::Meeting, "16:00", "18:00").await;
    let staff = Centre::viewer(centre.other, Role::Reception);
    let path = format!(
        "/counter/search?q={}",
        reference.replace('-', "").to_lowercase()
    );
    let (status, location) = centre.asks(Method::GET, &path, Some(staff)).await;
    assert_eq!(
        (status, location),
        (StatusCode::SEE_OTHER, format!("/bookings/{id}"))
    );
    let found = centre.staff("/counter/search?q=hanako").await;
    assert!(
        found.contains("産業 花子") && found.contains(&reference),
        "{found}"
    );
    assert!(!found.contains("よしお"));
    assert!(
        centre
            .staff("/counter/search?q=")
            .await
            .contains("右上の欄")
    );
    assert!(
        centre
            .staff("/counter/search?q=%25")
            .await
            .contains("見つかりませんでした")
    );
}

#[tokio::test]
async fn only_a_letter_that_was_given_up_is_sent_again() {
    let centre = Centre::new().await;
    centre.books(Kind::Meeting, "16:00", "18:00").await;
    let letters = centre.staff("/counter/letters").await;
    assert!(letters.contains("hanako@demo.example") && letters.contains("送付待ち"));
    let app = &centre.app;
    let rows = mail::read::of_person(app.db.reader(), centre.member, 1)
        .await
        .unwrap();
    let path = format!("/counter/letters/{}/again", rows[0].id);
    let staff = Some(Centre::viewer(centre.other, Role::Reception));
    let (status, _) = centre.asks(Method::POST, &path, staff.clone()).await;
    assert_eq!(status, StatusCode::CONFLICT);

    give_up(app, rows[0].id).await;
    let letters = centre.staff("/counter/letters").await;
    assert!(letters.contains("送り先のメールサーバーに断られました") && letters.contains(&path));
    let (status, location) = centre.asks(Method::POST, &path, staff).await;
    assert_eq!(
        (status, location.as_str()),
        (StatusCode::SEE_OTHER, "/counter/letters")
    );
    let counts = mail::read::counts(app.db.reader()).await.unwrap();
    assert_eq!((counts.dead, counts.waiting), (0, 1));
}

/// As the outbox does when the receiver refuses.
async fn give_up(app: &App, id: mail::LetterId) {
    use mail::entity::letter::{COLUMN, Column, Entity, State};
    use sea_orm::entity::prelude::*;
    let given_up = transact(
        &app.db,
        Actor::system(Via::Task),
        &app.clock,
        async |work| {
            Entity::update_many()
                .col_expr(Column::State, Expr::value(State::Dead))
                .col_expr(Column::Failure, Expr::value("refused"))
                .filter(COLUMN.id.eq(id))
                .exec(work.db())
                .await?;
            Ok::<_, kernel::Fault>(())
        },
    );
    given_up.await.unwrap();
}
