//! A whole centre at random: members book, move, cancel, wait and take offers, the counter takes
//! money, the manager closes days, the clock goes on. After each act everything still holds.

mod limits;

use ::bookings::{
    entity::{SpaceId, booking_rule::Period, hold, waiting_entry},
    rules::Rule,
    samples,
};
use chrono::{Days, TimeDelta};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::{
    acts::{self, Form},
    books::{self, Books},
    money,
    terms::at_most,
};

/// So many uses one may have ahead.
const QUOTA: i32 = 4;
/// So many days ahead a use may lie.
const WINDOW: u32 = 20;
const MEMBERS: usize = 3;

/// A time in a space: so many days from the clock's today, from an hour, for hours.
#[derive(Clone, Copy, Debug)]
struct Slot {
    space: usize,
    days: u64,
    from: i32,
    hours: i32,
}

/// What somebody tries; much of it is refused. The numbers of bookings and entries count from the
/// latest back, and wrap.
#[derive(Clone, Copy, Debug)]
enum Act {
    Book(usize, Slot),
    Repeat(usize, Slot),
    Move(usize, Slot),
    Cancel(usize),
    Join(usize, usize),
    Accept(usize),
    Decline(usize),
    Pay(usize),
    Close(u64),
    Wait(i64),
}

fn slot() -> impl Strategy<Value = Slot> {
    // Few days and hours, so that many want the same.
    let days = prop_oneof![4 => 1_u64..4, 1 => 5_u64..30];
    (0_usize..5, days, 0_i32..4, 1_i32..4).prop_map(|(space, days, from, hours)| Slot {
        space,
        days,
        from: 10 + 2 * from,
        hours,
    })
}

fn act() -> impl Strategy<Value = Act> {
    let (who, which) = (0..MEMBERS, 0_usize..6);
    prop_oneof![
        6 => (who.clone(), slot()).prop_map(|(who, slot)| Act::Book(who, slot)),
        1 => (who.clone(), slot()).prop_map(|(who, slot)| Act::Repeat(who, slot)),
        2 => (which.clone(), slot()).prop_map(|(which, slot)| Act::Move(which, slot)),
        3 => which.clone().prop_map(Act::Cancel),
        4 => (who, which.clone()).prop_map(|(who, which)| Act::Join(who, which)),
        3 => which.clone().prop_map(Act::Accept),
        1 => which.clone().prop_map(Act::Decline),
        2 => which.prop_map(Act::Pay),
        1 => (1_u64..4).prop_map(Act::Close),
        2 => (1_i64..40).prop_map(Act::Wait),
    ]
}

/// A centre with everything that gets in each other's way.
struct Centre {
    app: TestApp,
    members: Vec<Browser>,
    spaces: [SpaceId; 5],
}

impl Centre {
    async fn open(engine: Engine) -> Self {
        let app = TestApp::start(engine).await;
        money::bookings::priced(&app).await;
        let [a, b, whole] = acts::open_divisible(&app).await;
        acts::rule(&app, &at_most(QUOTA, Period::Standing)).await;
        let window = Rule {
            valid_from: app.clock.now().date(),
            ..samples::days_ahead(WINDOW)
        };
        acts::rule(&app, &window).await;
        let mut members = Vec::new();
        for name in ["太郎", "花子", "次郎"] {
            members.push(app.member(name).await);
        }
        let spaces = [app.fixture.room, app.fixture.desks, a, b, whole];
        Self {
            app,
            members,
            spaces,
        }
    }

    fn form(&self, slot: Slot) -> Form {
        let day = self.app.clock.now().date() + Days::new(slot.days);
        let at = |hour: i32| format!("{hour}:00");
        Form::new(
            self.spaces[slot.space],
            &at(slot.from),
            &at(slot.from + slot.hours),
        )
        .with("date", &day.to_string())
    }

    /// Someone signed in now: no session of a test lasts as long as a story.
    async fn again(&self, whose: &Browser) -> Browser {
        self.app.signed_in(whose.person.unwrap()).await
    }

    /// Whoever this is among the members.
    async fn owner(&self, person: kernel::PersonId) -> Browser {
        self.app.signed_in(person).await
    }

    async fn act(&self, act: Act) -> Option<Answer> {
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

    async fn pay(&self, which: usize) -> Option<Answer> {
        let all = fees::entity::bill::Entity::find().all(self.app.app.db.reader());
        let mut open = all.await.unwrap();
        open.retain(|bill| bill.open_amount > 0);
        let bill = nth(open, which)?;
        Some(money::pay(&self.app.staff().await, &[bill.id], "cash").await)
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

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_nothing_overlaps_and_every_rule_holds() {
    for (engine, stories, acts) in [(Engine::Sqlite, 5, 40), (Engine::Postgres, 2, 40)] {
        let mut runner = TestRunner::deterministic();
        let drawn = prop::collection::vec(act(), acts);
        let mut seen = Seen::default();
        for _ in 0..stories {
            let story = drawn.new_tree(&mut runner).unwrap().current();
            play(engine, &story, &mut seen).await;
        }
        // A story in which nothing happens proves nothing.
        let Seen {
            done,
            refused,
            offered,
            cancelled,
            released,
        } = seen;
        let told = format!("{engine:?} {done} {refused} {offered} {cancelled} {released}");
        assert!(done > 20 && refused > 10, "{told}");
        assert!(offered > 0 && cancelled > 0 && released > 0, "{told}");
    }
}

/// What happened in the stories.
#[derive(Debug, Default)]
struct Seen {
    done: usize,
    refused: usize,
    offered: usize,
    cancelled: usize,
    released: usize,
}

async fn play(engine: Engine, story: &[Act], seen: &mut Seen) {
    let centre = Centre::open(engine).await;
    let mut done = Vec::new();
    for act in story {
        let before = Books::read(&centre.app.app.db).await;
        done.push(*act);
        let answer = centre.act(*act).await;
        let told = format!("{engine:?} after {done:?}");
        if let Some(answer) = &answer {
            assert!(answer.status < 500, "{} {told}", answer.text);
            if answer.status == 303 {
                seen.done += 1;
            } else {
                seen.refused += 1;
                let now = Books::read(&centre.app.app.db).await;
                assert_eq!(now, before, "a refusal changed something: {told}");
            }
        }
        everything_holds(&centre, &told).await;
        // Offers, lapses, releases.
        centre.app.run_tasks().await;
        let now = everything_holds(&centre, &told).await;
        seen.offered += now.in_state(hold::State::Offered);
    }
    let end = Books::read(&centre.app.app.db).await;
    seen.cancelled += end.in_state(hold::State::Cancelled);
    seen.released += end.in_state(hold::State::Released);
    end.tie_out(&centre.app.app.db).await;
    while centre.app.run_tasks().await > 0 {}
    centre.app.finish().await;
}

/// Whatever must be true of any centre, and what the rules of this one ask.
async fn everything_holds(centre: &Centre, told: &str) -> Books {
    let books = Books::read(&centre.app.app.db).await;
    books.hold(told);
    limits::hold(&books, centre, told);
    books
}
