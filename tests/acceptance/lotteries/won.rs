//! What who has won, or has not, is told: what to do by when, what is free for them, and by telephone.

use ::bookings::{rules::Rule, samples::days_ahead};
use ::lotteries::entity::entry::State;
use testkit::database::Engine;

use super::{Drawn, SLOT};
use crate::{
    acts, closures::guest, consultations::led, journeys::letters, money::bookings::priced,
};

#[tokio::test(flavor = "multi_thread")]
async fn who_has_not_won_is_told_from_when_on_they_can_book_what_is_free() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        let later = Rule {
            valid_from: "2026-05-01".parse().unwrap(),
            ..days_ahead(30)
        };
        acts::rule(&centre.app, &later).await;
        centre.drawn_of_two().await;
        let all = letters(&centre.app).await;
        let lost = all.iter().find(|one| one.text.contains("落選")).unwrap();
        assert!(
            lost.text.contains("次の枠は空いています。2027年1月"),
            "{engine:?} {}",
            lost.text
        );
        assert!(
            lost.text.contains("から先着順で予約できます"),
            "{}",
            lost.text
        );
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_address_is_called() {
    for engine in Engine::BOTH {
        let mut centre = Drawn::open(engine).await;
        centre.at("2027-01-05T10:00").await;
        let person = guest(&centre.counter).await;
        let path = format!("/lotteries/{}/entries", centre.id);
        let fields = [
            ("slot", SLOT),
            ("for", person.as_str()),
            ("purpose", "月例の集まり"),
            ("attendees", "5"),
        ];
        led(&centre.counter.post(&path, &fields).await);
        centre.closes().await;
        led(&centre.draws().await);
        assert_eq!(centre.count(State::Won).await, 1, "{engine:?}");
        let page = format!("/counter/lotteries/{}", centre.id);
        let page = centre.counter.get(&page).await;
        page.shows("メールなし・電話でお知らせください");
        page.shows("03-0000-0000");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn by_when_is_paid_is_said_by_the_terms_of_payment() {
    for engine in Engine::BOTH {
        let centre = Drawn::open(engine).await;
        let path = format!("/lotteries/{}", centre.id);
        let page = centre.app.visitor().get(&path).await;
        page.shows("抽選の日から7日以内に「利用の確定」をしてください");
        page.hides("使用料のかかる方は");
        priced(&centre.app).await;
        let today = centre.app.clock.now().date();
        let days = ::bookings::read::payment_days(centre.app.app.db.reader(), today);
        let days = days.await.unwrap();
        let page = centre.app.visitor().get(&path).await;
        page.shows(&format!("使用料のかかる方は、抽選の日から{days}日以内"));
        page.shows("使用料のかからない方は、抽選の日から7日以内");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
