//! What people do in a story: drawn at random, and done as they do it.

use ::bookings::entity::{hold, own_use, waiting_entry};
use chrono::{Days, TimeDelta};
use fees::entity::{bill, payment};
use proptest::prelude::*;
use sea_orm::EntityTrait;
use tests::{Answer, Browser};

use super::{Centre, MEMBERS, MICROPHONES};
use crate::{
    acts::{self, Form},
    books, money, requests,
};

/// A time in a space: so many days from the clock's today, from an hour, for hours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    space: usize,
    days: u64,
    from: i32,
    hours: i32,
    microphones: i32,
}

/// What somebody tries; much of it is refused. The numbers of bookings and entries count from the
/// latest back, and wrap.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act {
    Book(usize, Slot),
    Repeat(usize, Slot),
    Move(usize, Slot),
    Cancel(usize),
    Join(usize, usize),
    Accept(usize),
    Decline(usize),
    Pay(usize),
    GiveBack(usize, i64),
    Reduce(usize, i32, bool),
    Decide(usize, bool),
    Absent(usize),
    OwnUse(Slot),
    Return(usize),
    Close(u64),
    Wait(i64),
}

fn slot() -> impl Strategy<Value = Slot> {
    // Few days and hours, so that many want the same.
    let days = prop_oneof![4 => 1_u64..4, 1 => 5_u64..30];
    let microphones = prop_oneof![3 => Just(0), 1 => 1..=MICROPHONES];
    let drawn = (0_usize..5, days, 0_i32..4, 1_i32..4, microphones);
    drawn.prop_map(|(space, days, from, hours, microphones)| Slot {
        space,
        days,
        from: 10 + 2 * from,
        hours,
        microphones,
    })
}

pub(super) fn act() -> impl Strategy<Value = Act> {
    let (who, which) = (0..MEMBERS, 0_usize..6);
    prop_oneof![
        6 => (who.clone(), slot()).prop_map(|(who, slot)| Act::Book(who, slot)),
        1 => (who.clone(), slot()).prop_map(|(who, slot)| Act::Repeat(who, slot)),
        2 => (which.clone(), slot()).prop_map(|(which, slot)| Act::Move(which, slot)),
        3 => which.clone().prop_map(Act::Cancel),
        4 => (who, which.clone()).prop_map(|(who, which)| Act::Join(who, which)),
        3 => which.clone().prop_map(Act::Accept),
        1 => which.clone().prop_map(Act::Decline),
        3 => which.clone().prop_map(Act::Pay),
        2 => (which.clone(), 50_i64..800).prop_map(|(which, yen)| Act::GiveBack(which, yen)),
        2 => (which.clone(), 10..100_i32, prop::bool::weighted(0.75))
            .prop_map(|(which, percent, ward)| Act::Reduce(which, percent, ward)),
        2 => (which.clone(), any::<bool>()).prop_map(|(which, yes)| Act::Decide(which, yes)),
        3 => which.clone().prop_map(Act::Absent),
        1 => slot().prop_map(Act::OwnUse),
        1 => which.prop_map(Act::Return),
        1 => (1_u64..4).prop_map(Act::Close),
        2 => (1_i64..40).prop_map(Act::Wait),
    ]
}

impl Centre {
    fn form(&self, slot: Slot) -> Form {
        let day = self.app.clock.now().date() + Days::new(slot.days);
        let at = |hour: i32| format!("{hour}:00");
        Form::new(
            self.spaces[slot.space],
            &at(slot.from),
            &at(slot.from + slot.hours),
        )
        .with("date", &day.to_string())
        .with(self.microphones, &slot.microphones.to_string())
    }

    /// Someone signed in now: no session of a test lasts as long as a story.
    async fn again(&self, whose: &Browser) -> Browser {
        self.app.signed_in(whose.person.unwrap()).await
    }

    /// Whoever this is among the members.
    async fn owner(&self, person: kernel::PersonId) -> Browser {
        self.app.signed_in(person).await
    }

    pub(super) async fn act(&self, act: Act) -> Option<Answer> {
        match act {
            Act::Book(who, slot) => {
                let browser = self.again(&self.members[who]).await;
                Some(self.form(slot).send(&browser).await)
            }
            Act::Repeat(who, slot) => {
                let browser = self.again(&self.members[who]).await;
                let form = self.form(slot).with("rhythm", "weekly").with("times", "2");
                Some(browser.post("/series", &form.fields()).await)
            }
            Act::Move(which, slot) => {
                let (row, _) = nth(books::bookings(&self.app.app.db).await, which)?;
                let browser = self.owner(row.person_id).await;
                let form = self
                    .form(slot)
                    .with("space_id", &row.space_id.to_string())
                    .with("version", &row.version.to_string());
                let path = format!("/bookings/{}/change", row.id);
                Some(browser.post(&path, &form.fields()).await)
            }
            Act::Cancel(which) => {
                let (row, _) = nth(books::bookings(&self.app.app.db).await, which)?;
                let browser = self.owner(row.person_id).await;
                let path = format!("/bookings/{}/cancellation", row.id);
                Some(browser.post(&path, &[]).await)
            }
            Act::Join(who, which) => {
                let (row, _) = nth(books::bookings(&self.app.app.db).await, which)?;
                let browser = self.again(&self.members[who]).await;
                let at = |at: kernel::Instant| at.in_tokyo().format("%-H:%M").to_string();
                let form = Form::new(row.space_id, &at(row.starts_at), &at(row.ends_at))
                    .with("date", &row.starts_at.date().to_string());
                Some(browser.post("/waiting", &form.fields()).await)
            }
            Act::Accept(which) => self.answer(which, "acceptance").await,
            Act::Decline(which) => self.answer(which, "withdrawal").await,
            Act::Pay(which) => self.pay(which).await,
            Act::GiveBack(which, yen) => self.give_back(which, yen).await,
            Act::Reduce(which, percent, ward) => self.reduce(which, percent, ward).await,
            Act::Decide(which, yes) => self.decide(which, yes).await,
            Act::Absent(which) => {
                let mut begun = books::bookings(&self.app.app.db).await;
                let now = self.app.clock.now();
                begun.retain(|(row, held)| held.state.is_holding() && row.starts_at <= now);
                let (row, _) = nth(begun, which)?;
                let path = format!("/bookings/{}/absence", row.id);
                Some(self.app.staff().await.post(&path, &[]).await)
            }
            Act::OwnUse(slot) => {
                let form = self
                    .form(slot)
                    .with("reason", &self.reason)
                    .with("programme", "創業塾");
                let staff = self.app.staff().await;
                Some(staff.post("/counter/own-uses", &form.fields()).await)
            }
            Act::Return(which) => {
                let all = own_use::Entity::find().all(self.app.app.db.reader());
                let own = nth(all.await.unwrap(), which)?;
                let path = format!("/counter/own-uses/{}/return", own.id);
                let staff = self.app.staff().await;
                Some(staff.post(&path, &[("reach", "this")]).await)
            }
            Act::Close(days) => Some(self.close(days).await),
            Act::Wait(hours) => {
                self.app.clock.advance(TimeDelta::hours(hours));
                None
            }
        }
    }

    /// Answers an open offer, if somebody has one.
    async fn answer(&self, which: usize, how: &str) -> Option<Answer> {
        let all = waiting_entry::Entity::find().all(self.app.app.db.reader());
        let mut open = all.await.unwrap();
        open.retain(|entry| entry.state == waiting_entry::State::Offered);
        let entry = nth(open, which)?;
        let browser = self.owner(entry.person_id).await;
        let path = format!("/waiting/{}/{how}", entry.id);
        Some(browser.post(&path, &[]).await)
    }

    async fn open_bills(&self) -> Vec<bill::Model> {
        let all = bill::Entity::find().all(self.app.app.db.reader());
        let mut open = all.await.unwrap();
        open.retain(|bill| bill.open_amount > 0);
        open
    }

    async fn pay(&self, which: usize) -> Option<Answer> {
        let bill = nth(self.open_bills().await, which)?;
        Some(money::pay(&self.app.staff().await, &[bill.id], "cash").await)
    }

    /// Gives something of a payment back, after a look at what is left of it.
    async fn give_back(&self, which: usize, yen: i64) -> Option<Answer> {
        let db = self.app.app.db.reader();
        let payment = nth(payment::Entity::find().all(db).await.unwrap(), which)?;
        let counter = self.app.staff().await;
        let path = format!("/counter/payments/{}", payment.id);
        let (amount, reason) = (yen.to_string(), "取り消しのため");
        let mut wish = vec![
            ("amount", &*amount),
            ("method", "transfer"),
            ("reason", reason),
        ];
        let shown = counter
            .post(&format!("{path}/refund/confirmation"), &wish)
            .await;
        if shown.status != 200 {
            return Some(shown);
        }
        let (bill, left) = (acts::input(&shown, "bill"), acts::input(&shown, "left"));
        wish.extend([("bill", &*bill), ("left", &*left)]);
        Some(counter.post(&format!("{path}/refund"), &wish).await)
    }

    /// The manager proposes a reduction of so many percent and the ward approves, or the manager would
    /// reduce at once what is not the manager's to reduce.
    async fn reduce(&self, which: usize, percent: i32, ward: bool) -> Option<Answer> {
        let bill = nth(self.open_bills().await, which)?;
        let manager = self.app.manager().await;
        if ward {
            let approver = self.app.ward().await;
            let proposed = money::propose(&manager, bill.id, &percent.to_string()).await;
            if proposed.status != 303 {
                return Some(proposed);
            }
            return Some(money::answered(&approver, &proposed.location, ["approve", ""]).await);
        }
        let path = format!("/counter/bills/{}/reduction", bill.id);
        let page = manager.get(&path).await;
        if page.status != 200 {
            return Some(page);
        }
        let wish = [
            ("kind", ""),
            ("percent", &*percent.to_string()),
            ("reason", "区の決定による"),
            ("seen", &*acts::input(&page, "seen")),
        ];
        Some(manager.post(&path, &wish).await)
    }

    /// Approves or refuses what somebody asked for.
    async fn decide(&self, which: usize, yes: bool) -> Option<Answer> {
        let mut asked = books::bookings(&self.app.app.db).await;
        asked.retain(|(_, held)| held.state == hold::State::Requested);
        let (row, _) = nth(asked, which)?;
        let booking = row.id.to_string();
        let manager = self.app.manager().await;
        let (verdict, why) = if yes {
            ("approval", vec![])
        } else {
            ("refusal", vec![("ground", "operation")])
        };
        Some(requests::decides(&manager, &booking, verdict, &why).await)
    }

    /// Closes a whole day, with everybody who has booked on it.
    async fn close(&self, days: u64) -> Answer {
        let manager = self.app.manager().await;
        let day = (self.app.clock.now().date() + Days::new(days)).to_string();
        let mut fields = vec![("kind", "once"), ("first", &day), ("reason", "館内清掃")];
        let shown = manager
            .post("/counter/closures/confirmation", &fields)
            .await;
        let [seen, offers] = ["seen", "offers_seen"].map(|name| acts::input(&shown, name));
        fields.extend([("seen", &*seen), ("offers_seen", &*offers)]);
        manager.post("/counter/closures", &fields).await
    }
}

/// The so-manieth from the last, if there is any at all.
fn nth<T>(mut all: Vec<T>, which: usize) -> Option<T> {
    let from_last = which.checked_rem(all.len())?;
    Some(all.swap_remove(all.len() - 1 - from_last))
}
