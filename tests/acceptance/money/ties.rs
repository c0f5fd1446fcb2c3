//! Whatever is charged, reduced, paid and given back, and in whatever order: it ties out.

use approvals::rules::Verdict;
use fees::{
    entity::{
        BillId, charge,
        payment::{self, Method},
        payment_part, refund,
    },
    read,
    rules::standing,
    service::{self, GiveBack, Grant, Receive, Seen},
};
use japan::money::Yen;
use kernel::{Actor, PersonId, Role, Span, Via, transact};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;

use super::{bill_of, line};

/// What somebody does to one of the bills; most of it is refused at most times.
#[derive(Clone, Copy, Debug)]
enum Act {
    ChargeAgain(usize, i64),
    CallOff(usize),
    Pay(usize, usize),
    GiveBack(usize, i64),
    Reduce(usize, i32),
    Approve(usize),
}

const BILLS: usize = 4;

fn act() -> impl Strategy<Value = Act> {
    let bill = 0..BILLS;
    prop_oneof![
        (bill.clone(), 1..5_000_i64).prop_map(|(bill, yen)| Act::ChargeAgain(bill, yen)),
        bill.clone().prop_map(Act::CallOff),
        (bill.clone(), bill.clone()).prop_map(|(one, other)| Act::Pay(one, other)),
        (bill.clone(), 1..3_000_i64).prop_map(|(bill, yen)| Act::GiveBack(bill, yen)),
        (bill.clone(), -5..120_i32).prop_map(|(bill, percent)| Act::Reduce(bill, percent)),
        bill.prop_map(Act::Approve),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn money_ties_out_whatever_is_done_to_it() {
    for (engine, cases) in [(Engine::Sqlite, 12), (Engine::Postgres, 6)] {
        let app = TestApp::start(engine).await;
        let person = app.member("花子").await.person.unwrap();
        let deciders = [app.manager().await, app.ward().await].map(|one| one.person.unwrap());
        let mut runner = TestRunner::deterministic();
        let acts = prop::collection::vec(act(), 30);
        for _ in 0..cases {
            let drawn = acts.new_tree(&mut runner).unwrap().current();
            play(&app, person, deciders, &drawn).await;
        }
        books(&app, engine).await;
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Plays all acts on bills of their own, and looks at them after each.
async fn play(app: &TestApp, person: PersonId, deciders: [PersonId; 2], acts: &[Act]) {
    let mut bills = Vec::new();
    for number in 0..BILLS {
        let yen = 1_000 + i64::try_from(number).unwrap();
        bills.push(bill_of(app, person, yen, "K7M-4PX-9TD").await);
    }
    for act in acts {
        once(app, deciders, &bills, *act).await;
        for id in &bills {
            ties_out(app, *id, acts).await;
        }
    }
}

async fn once(app: &TestApp, deciders: [PersonId; 2], bills: &[BillId], act: Act) {
    let [manager, ward] = deciders;
    let (who, role) = match act {
        Act::Approve(_) => (ward, Role::WardApprover),
        _ => (manager, Role::Manager),
    };
    let actor = Actor::person(who, [role].into_iter().collect(), Via::Page);
    let db = app.app.db.reader();
    // What the screen shows is read before; a refusal changes nothing, which is looked at below.
    let found = read::bills(db, bills.to_vec()).await.unwrap();
    let bill = |at: usize| found.iter().find(|one| one.row.id == bills[at]).unwrap();
    let clock = &app.clock;
    let done = transact(&app.app.db, actor, clock, async |work| match act {
        Act::ChargeAgain(at, yen) => {
            let lines = [line(yen), line(yen / 3)];
            let again = service::charge_again(work, bills[at], &lines);
            again.await.map(|_| ())
        }
        Act::CallOff(at) => service::charge_again(work, bills[at], &[])
            .await
            .map(|_| ()),
        Act::Pay(one, other) => {
            let mut wish = Receive {
                bills: vec![(bills[one], bill(one).balance().open())],
                method: Method::Cash,
            };
            if other != one {
                wish.bills
                    .push((bills[other], bill(other).balance().open()));
            }
            service::receive(work, &wish).await.map(|_| ())
        }
        Act::GiveBack(at, yen) => {
            let bill = bill(at);
            let Some((part, paid)) = bill.parts.last() else {
                return Ok(());
            };
            let left = Yen(part.amount) - bill.refunded_of(paid.id);
            let wish = GiveBack {
                payment: paid.id,
                bill: bills[at],
                amount: Some(Yen(yen)),
                method: Some(Method::Transfer),
                reason: "取り消しのため".to_owned(),
                seen: left,
            };
            service::give_back(work, &wish).await.map(|_| ())
        }
        Act::Reduce(at, percent) => {
            let wish = Grant {
                bill: bills[at],
                kind: None,
                percent: Some(percent),
                reason: "区の後援する催しのため".to_owned(),
                seen: bill(at).balance().open(),
            };
            service::propose(work, &wish).await.map(|_| ())
        }
        Act::Approve(at) => {
            let Some(id) = read::open_proposal(work.db(), bills[at]).await? else {
                return Ok(());
            };
            let seen = Seen {
                count: 1,
                open: bill(at).balance().open(),
            };
            let verdict = Verdict::Approve {
                conditions: String::new(),
            };
            service::decide_proposal(work, id, seen, &verdict).await
        }
    });
    if let Err(kernel::Failed::Fault(fault)) = done.await {
        panic!("{act:?}: {fault:?}");
    }
}

/// One bill after one act.
async fn ties_out(app: &TestApp, id: BillId, acts: &[Act]) {
    let bill = read::bill(app.app.db.reader(), id).await.unwrap().unwrap();
    let told = format!("{bill:#?} after {acts:?}");
    let lines = bill.lines();
    let stands: Yen = standing(&lines).iter().map(|line| line.amount).sum();
    let balance = bill.balance();
    assert_eq!(balance.charged, stands, "{told}");
    assert!(stands >= Yen::ZERO, "{told}");
    let paid: i64 = bill.parts.iter().map(|(part, _)| part.amount).sum();
    let back: i64 = bill.refunds.iter().map(|refund| refund.amount).sum();
    assert!(back <= paid, "{told}");
    assert_eq!(balance.paid, Yen(paid - back), "{told}");
    assert_eq!(
        Yen(bill.row.open_amount),
        stands - Yen(paid - back),
        "{told}"
    );
    for (part, payment) in &bill.parts {
        assert!(bill.refunded_of(payment.id) <= Yen(part.amount), "{told}");
    }
}

/// All books together: charges, payments, their parts and refunds, and the report of the day.
async fn books(app: &TestApp, engine: Engine) {
    let db = app.app.db.reader();
    let charged: i64 = sum(&charge::Entity::find().all(db).await.unwrap(), |row| {
        row.amount
    });
    let received: i64 = sum(&payment::Entity::find().all(db).await.unwrap(), |row| {
        row.amount
    });
    let parts: i64 = sum(
        &payment_part::Entity::find().all(db).await.unwrap(),
        |row| row.amount,
    );
    let back: i64 = sum(&refund::Entity::find().all(db).await.unwrap(), |row| {
        row.amount
    });
    let bills = fees::entity::bill::Entity::find().all(db).await.unwrap();
    let open: i64 = sum(&bills, |row| row.open_amount);
    assert_eq!(received, parts, "{engine:?}");
    assert_eq!(charged, received - back + open, "{engine:?}");
    assert!(received > 0 && back > 0 && open != 0, "nothing was done");
    let day = Span::day(app.clock.now().date());
    let report = read::report(db, day).await.unwrap();
    assert!(report.ties_out, "{engine:?}");
    let all = report.all();
    assert_eq!((all.received, all.refunded), (received, back), "{engine:?}");
}

fn sum<R>(rows: &[R], of: impl Fn(&R) -> i64) -> i64 {
    rows.iter().map(of).sum()
}
