//! A whole centre at random: members book, move, cancel, wait and take offers, the counter takes
//! money, the manager closes days, the clock goes on. After each act everything still holds.

mod act;
mod limits;

use ::bookings::{
    entity::{SpaceId, absence, booking_rule::Period, hold, own_use},
    rules::{Rule, terms::Term},
    samples,
};
use fees::entity::reduction_grant;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sea_orm::{EntityTrait, PaginatorTrait};
use testkit::database::Engine;
use tests::{Browser, TestApp};

use self::act::Act;
use crate::{acts, books::Books, devices, money, own_uses, terms::at_most};

/// So many uses one may have ahead.
const QUOTA: i32 = 4;
/// So many days ahead a use may lie.
const WINDOW: u32 = 20;
const MEMBERS: usize = 3;
/// So many microphones there are to lend.
const MICROPHONES: i32 = 2;

/// A centre with everything that gets in each other's way.
struct Centre {
    app: TestApp,
    members: Vec<Browser>,
    spaces: [SpaceId; 5],
    /// The field of a form that asks for microphones.
    microphones: &'static str,
    /// Why the centre uses a space itself.
    why: own_uses::Why,
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
        let asked_for = Rule {
            space: Some(a),
            ..samples::rule(Term::Approval(2))
        };
        acts::rule(&app, &asked_for).await;
        let microphones = devices::add(&app, "マイク", MICROPHONES).await;
        let why = own_uses::why(&app, "創業支援の催し").await;
        let mut members = Vec::new();
        for name in ["太郎", "花子", "次郎"] {
            members.push(app.member(name).await);
        }
        let spaces = [app.fixture.room, app.fixture.desks, a, b, whole];
        Self {
            app,
            members,
            spaces,
            microphones: format!("device-{microphones}").leak(),
            why,
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_nothing_overlaps_and_every_rule_holds() {
    for (engine, stories, acts) in [(Engine::Sqlite, 6, 80), (Engine::Postgres, 2, 80)] {
        let mut runner = TestRunner::deterministic();
        let drawn = prop::collection::vec(act::act(), acts);
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
            ended,
            rows,
            money,
        } = seen;
        assert!(done > 20 && refused > 10, "{seen:?}");
        assert!(offered > 0, "{seen:?}");
        for (state, many) in ENDS.iter().zip(ended) {
            assert!(many > 0, "{engine:?} none {state:?} {seen:?}");
        }
        let all = rows.iter().chain(&money).all(|many| *many > 0);
        assert!(all, "{engine:?} {seen:?}");
    }
}

/// How a use ends that does not just take place.
const ENDS: [hold::State; 3] = [
    hold::State::Cancelled,
    hold::State::Released,
    hold::State::Refused,
];

/// What happened in the stories.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    done: usize,
    refused: usize,
    offered: usize,
    ended: [usize; ENDS.len()],
    /// Own uses, absences.
    rows: [u64; 2],
    /// Payments, refunds, reductions.
    money: [u64; 3],
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
    for (state, many) in ENDS.iter().zip(&mut seen.ended) {
        *many += end.in_state(*state);
    }
    let db = centre.app.app.db.reader();
    let rows = [
        own_use::Entity::find().count(db).await.unwrap(),
        absence::Entity::find().count(db).await.unwrap(),
    ];
    let money = [
        end.payments.len() as u64,
        end.refunds.len() as u64,
        reduction_grant::Entity::find().count(db).await.unwrap(),
    ];
    let all = seen.rows.iter_mut().chain(&mut seen.money);
    for (all, many) in all.zip(rows.into_iter().chain(money)) {
        *all += many;
    }
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
