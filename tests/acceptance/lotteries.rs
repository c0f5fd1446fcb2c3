//! Rooms that are drawn: terms, entries, the draw anyone can check, and what becomes free again.

mod called_off;
mod drawn;
mod free_again;
mod given_up;
mod left_out;
mod one_chance;
mod placed;
mod race;
mod refused;
mod represented;
mod set;
mod undrawn;
mod won;

use ::lotteries::entity::{
    LotteryId,
    entry::{self, State},
};
use kernel::Instant;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::{
    acts::Form,
    consultations::{after, led},
    organisations::{apply_without_number, grant},
};

/// The first Tuesday of the month that is drawn, in the morning.
pub(crate) const SLOT: &str = "20270302-0900";

/// A centre whose meeting room is drawn from March 2027 on: one applies from 1 to 10 January.
pub(crate) struct Drawn {
    pub(crate) app: TestApp,
    pub(crate) manager: Browser,
    pub(crate) counter: Browser,
    /// The lottery of March.
    pub(crate) id: String,
}

impl Drawn {
    /// The ward's own first, then everybody.
    pub(crate) async fn open(engine: Engine) -> Self {
        Self::by(engine, &["inside", "everyone"]).await
    }

    /// With these tiers.
    pub(crate) async fn by(engine: Engine, tiers: &[&str]) -> Self {
        let app = TestApp::start(engine).await;
        let (manager, counter) = (app.manager().await, app.staff().await);
        let room = app.fixture.room.to_string();
        let mut fields = terms(&room);
        for (name, tier) in ["tier_1", "tier_2"].into_iter().zip(tiers) {
            fields.push((name, tier));
        }
        led(&manager.post("/counter/lotteries/terms", &fields).await);
        let listed = app.visitor().get("/lotteries").await;
        let id = after(&listed, "href=\"/lotteries/");
        Self {
            app,
            manager,
            counter,
            id,
        }
    }

    /// It is another moment; who works here signs in again.
    pub(crate) async fn at(&mut self, text: &str) {
        let moment = Instant::parse(&format!("{text}:00+09:00")).unwrap();
        self.app.clock.move_to(moment);
        for browser in [&mut self.counter, &mut self.manager] {
            *browser = self.app.signed_in(browser.person.unwrap()).await;
        }
    }

    /// Somebody from outside the ward, or who is not registered.
    pub(crate) async fn outsider(&self) -> Browser {
        self.app.member("遠藤").await
    }

    /// Somebody who represents a company of the ward; the company.
    pub(crate) async fn company(&self) -> (Browser, String) {
        let member = self.app.member("見本").await;
        let asked = apply_without_number(&member).await;
        grant(&self.counter, asked).await;
        let today = self.app.clock.now().date();
        let db = self.app.app.db.reader();
        let person = member.person.unwrap();
        let own = organisations::read::represented(db, person, today).await;
        let id = own.unwrap()[0].id.to_string();
        (member, id)
    }

    /// Somebody applies for a time, as themselves or as an organisation.
    pub(crate) async fn applies(&self, who: &Browser, slot: &str, own: &str) -> Answer {
        let path = format!("/lotteries/{}/entries", self.id);
        let fields = [
            ("slot", slot),
            ("organisation", own),
            ("purpose", "月例の集まり"),
            ("attendees", "5"),
        ];
        who.post(&path, &fields).await
    }

    /// Applications close, and the lists are frozen.
    pub(crate) async fn closes(&mut self) {
        self.at("2027-01-11T00:00").await;
        self.app.run_tasks().await;
    }

    pub(crate) async fn draws(&self) -> Answer {
        let path = format!("/counter/lotteries/{}/draw", self.id);
        self.manager.post(&path, &[]).await
    }

    /// Everybody who applied, in the order of arrival.
    pub(crate) async fn entries(&self) -> Vec<entry::Model> {
        let id: LotteryId = self.id.parse().unwrap();
        let rows = entry::Entity::of(id).all(self.app.app.db.reader());
        rows.await.unwrap()
    }

    /// Two apply for one time and it is drawn; who has won it.
    pub(crate) async fn drawn_of_two(&mut self) -> (entry::Model, Browser) {
        self.at("2027-01-05T10:00").await;
        for _ in 0..2 {
            let who = self.outsider().await;
            led(&self.applies(&who, SLOT, "").await);
        }
        self.closes().await;
        led(&self.draws().await);
        self.app.run_tasks().await;
        let won = self.winner().await;
        let winner = self.app.signed_in(won.person_id).await;
        (won, winner)
    }

    /// The time that is drawn, booked by who comes first.
    pub(crate) fn first_come(&self) -> Form {
        Form::new(self.app.fixture.room, "9:00", "12:00").with("date", "2027-03-02")
    }

    /// How many entries stand so.
    pub(crate) async fn count(&self, state: State) -> usize {
        let rows = self.entries().await;
        rows.iter().filter(|row| row.state == state).count()
    }

    /// The one entry that has won.
    pub(crate) async fn winner(&self) -> entry::Model {
        let rows = self.entries().await;
        let mut won = rows.into_iter().filter(|row| row.state == State::Won);
        let winner = won.next().unwrap();
        assert!(won.next().is_none());
        winner
    }

    /// An entry as it is now.
    pub(crate) async fn entry(&self, of: &entry::Model) -> entry::Model {
        let found = entry::Entity::find_by_id(of.id).one(self.app.app.db.reader());
        found.await.unwrap().unwrap()
    }
}

/// The form of the terms without tiers.
pub(crate) fn terms(room: &str) -> Vec<(&'static str, &str)> {
    vec![
        ("space", room),
        ("first", "2027-03"),
        ("months_before", "2"),
        ("from_day", "1"),
        ("until_day", "10"),
        ("band_1_from", "9:00"),
        ("band_1_until", "12:00"),
        ("band_2_from", "13:00"),
        ("band_2_until", "17:00"),
        ("most", "2"),
        ("draw_days", "3"),
        ("answer_days", "7"),
        ("source", "会議室抽選要領"),
    ]
}
