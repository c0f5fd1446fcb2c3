//! What must be there when the power is back.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    time::Duration,
};

use bookings::entity::{booking, hold, own_use, waiting_entry};
use files::{Store, entity::paper};
use kernel::Db;
use mail::entity::letter;
use organisations::entity::{application, application_paper};
use sea_orm::EntityTrait;
use serde_json::Value;

use super::{
    TIMES,
    load::{FACTS, Fact, SERIES, Told, Way},
};
use crate::{acts::until, books::Books};

/// Longer than the lease of a letter that was in flight.
const PATIENCE: Duration = Duration::from_secs(110);

/// Every act that was answered is there once; beside those, at most what each who was at work was
/// still waiting for when the power went.
pub(super) async fn nothing_is_lost(books: &Books, db: &Db, told: &Told) {
    let single = books
        .bookings
        .iter()
        .filter(|(one, _)| is_single(books, one));
    let purposes: BTreeSet<&str> = single
        .clone()
        .map(|(one, _)| one.purpose.as_str())
        .collect();
    assert_eq!(purposes.len(), single.clone().count(), "booked twice");
    for fact in FACTS {
        let there: Vec<String> = match fact {
            Fact::Booked => single.clone().map(|(one, _)| one.id.to_string()).collect(),
            Fact::Cancelled => in_state(books, hold::State::Cancelled),
            Fact::CalledOff => in_state(books, hold::State::Released),
            Fact::Approved => approved(books),
            Fact::Repeated => books.series.iter().map(|one| one.id.to_string()).collect(),
            Fact::Joined => books.waiting.iter().map(|one| one.id.to_string()).collect(),
            Fact::Taken => taken(books),
            Fact::Paid => books
                .parts
                .iter()
                .map(|one| one.bill_id.to_string())
                .collect(),
            Fact::Receipted => books
                .receipts
                .iter()
                .map(|one| one.id.to_string())
                .collect(),
            Fact::Refunded => books
                .refunds
                .iter()
                .map(|one| one.bill_id.to_string())
                .collect(),
            Fact::Applied => applications(db).await,
            Fact::OwnUse => own_uses(books, db).await,
        };
        let once: BTreeSet<&str> = there.iter().map(String::as_str).collect();
        assert_eq!(once.len(), there.len(), "{fact:?} twice: {there:?}");
        for id in told.of(fact) {
            assert!(once.contains(id), "{fact:?} {id} is lost");
        }
        let most = told.of(fact).len() + TIMES * Way::ALL.len();
        assert!(there.len() <= most, "{fact:?}: {} of {most}", there.len());
    }
    a_series_is_whole(books);
    what_is_closed_called_off_who_was_there(books);
    what_is_paid_is_settled(books, told);
}

/// Neither one of a series nor what somebody waited for, which has the words of another booking.
fn is_single(books: &Books, one: &booking::Model) -> bool {
    let waited = books
        .waiting
        .iter()
        .any(|entry| entry.booking_id == Some(one.id));
    one.series_id.is_none() && !waited
}

fn in_state(books: &Books, state: hold::State) -> Vec<String> {
    let all = books
        .bookings
        .iter()
        .filter(|(_, held)| held.state == state);
    all.map(|(one, _)| one.id.to_string()).collect()
}

fn approved(books: &Books) -> Vec<String> {
    let asked: BTreeSet<_> = books.requests.iter().map(|one| one.booking_id).collect();
    let stands = |held: &hold::Model| held.state == hold::State::Confirmed;
    let all = books.bookings.iter();
    all.filter(|(one, held)| asked.contains(&one.id) && stands(held))
        .map(|(one, _)| one.id.to_string())
        .collect()
}

fn taken(books: &Books) -> Vec<String> {
    let is_taken = |one: &&waiting_entry::Model| one.state == waiting_entry::State::Taken;
    let all = books.waiting.iter().filter(is_taken);
    all.map(|one| one.id.to_string()).collect()
}

async fn applications(db: &Db) -> Vec<String> {
    let all = application::Entity::find().all(db.reader()).await.unwrap();
    all.iter().map(|one| one.id.to_string()).collect()
}

/// Every own use holds its place.
async fn own_uses(books: &Books, db: &Db) -> Vec<String> {
    let all = own_use::Entity::find().all(db.reader()).await.unwrap();
    for one in &all {
        let held = books.holds.iter().find(|held| held.id == one.hold_id);
        assert!(held.is_some_and(|held| held.state.is_holding()), "{one:?}");
    }
    all.iter().map(|one| one.id.to_string()).collect()
}

fn a_series_is_whole(books: &Books) {
    for series in &books.series {
        let own = books
            .bookings
            .iter()
            .filter(|(one, held)| one.series_id == Some(series.id) && held.state.is_holding());
        let own = u64::try_from(own.count()).unwrap();
        assert_eq!(own, SERIES, "{series:?}");
    }
}

/// Each closure closed an hour in which somebody was.
fn what_is_closed_called_off_who_was_there(books: &Books) {
    let closures: BTreeSet<_> = books.closures.iter().map(|one| one.id).collect();
    let called_off: BTreeSet<_> = books.called_off.iter().map(|one| one.closure_id).collect();
    assert_eq!(closures, called_off);
    let released = in_state(books, hold::State::Released);
    assert_eq!(books.called_off.len(), released.len());
}

/// What is paid is paid in full; given back is what a cancelled booking no longer costs.
fn what_is_paid_is_settled(books: &Books, told: &Told) {
    assert_eq!(
        books.payments.len(),
        books.parts.len(),
        "a payment of nothing"
    );
    for bill in &books.bills {
        let id = bill.id.to_string();
        let paid = books.parts.iter().any(|one| one.bill_id == bill.id);
        let back = books.refunds.iter().any(|one| one.bill_id == bill.id);
        let expected = match (paid, back) {
            (false, false) => vec![0, 800],
            (true, false) => vec![0, -800],
            (true, true) => vec![0],
            (false, true) => vec![],
        };
        assert!(expected.contains(&bill.open_amount), "{bill:?}");
        if told.has(Fact::Refunded, &id) {
            assert_eq!(bill.open_amount, 0, "{bill:?}");
        }
    }
}

/// Every application has its paper, and every paper that a row names lies in the folder, whole.
pub(super) async fn no_paper_is_missing(db: &Db, data: &Path) {
    let with_paper: BTreeSet<String> = application_paper::Entity::find()
        .all(db.reader())
        .await
        .unwrap()
        .iter()
        .map(|one| one.application_id.to_string())
        .collect();
    let applications: BTreeSet<String> = applications(db).await.into_iter().collect();
    assert_eq!(with_paper, applications);
    let store = Store::new(data.join("papers"), u64::MAX);
    let papers = paper::Entity::find().all(db.reader()).await.unwrap();
    assert_eq!(papers.len(), applications.len());
    for one in papers {
        let content = fs::read(store.path(&one.digest)).unwrap();
        assert_eq!(i64::try_from(content.len()).unwrap(), one.size, "{one:?}");
        assert!(
            content.starts_with(b"%PDF-1.7 an invented paper"),
            "{one:?}"
        );
    }
}

/// Waits until no letter waits any more.
pub(super) async fn letters_are_out(db: &Db) {
    until("every letter has gone out", PATIENCE, async || {
        let counts = mail::read::counts(db.reader()).await.unwrap();
        assert_eq!(counts.dead, 0);
        counts.waiting == 0
    })
    .await;
}

/// One letter for each act, each in one file under its own Message-ID.
pub(super) async fn each_has_its_letter(db: &Db, data: &Path) {
    let books = Books::read(db).await;
    let rows = letter::Entity::find().all(db.reader()).await.unwrap();
    let mut told: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for row in &rows {
        let facts: Value = serde_json::from_str(&row.facts).unwrap();
        // A decision is told of all that were decided together.
        let together = facts["bookings"].as_array().into_iter().flatten();
        let ids = together.chain([&facts["booking"]]).map(|one| &one["id"]);
        for id in ids.filter_map(Value::as_str) {
            *told.entry((&row.template, id.to_owned())).or_default() += 1;
        }
    }
    let asked: BTreeSet<_> = books.requests.iter().map(|one| one.booking_id).collect();
    for (one, held) in &books.bookings {
        let times = |template| {
            let key = (template, one.id.to_string());
            told.get(&key).copied().unwrap_or(0)
        };
        let so = |is: bool| usize::from(is);
        let single = one.series_id.is_none();
        let is_asked = asked.contains(&one.id);
        let stands = held.state == hold::State::Confirmed;
        for (template, expected) in [
            ("bookings/confirmed", so(single && !is_asked)),
            ("bookings/requested", so(is_asked)),
            ("bookings/approved", so(is_asked && stands)),
            (
                "bookings/cancelled",
                so(held.state == hold::State::Cancelled),
            ),
            ("bookings/released", so(held.state == hold::State::Released)),
        ] {
            assert_eq!(times(template), expected, "{template} {one:?}");
        }
    }
    let series = rows
        .iter()
        .filter(|row| row.template == "bookings/series_reserved");
    assert_eq!(series.count(), books.series.len());
    each_has_its_file(&rows, &data.join("letters"));
}

fn each_has_its_file(rows: &[letter::Model], folder: &Path) {
    let files = fs::read_dir(folder).unwrap().filter(|entry| {
        let path = entry.as_ref().unwrap().path();
        path.extension().is_some_and(|ending| ending == "eml")
    });
    assert_eq!(files.count(), rows.len());
    for row in rows {
        let file = folder.join(format!("{}.eml", row.id));
        let message = fs::read_to_string(&file).unwrap();
        assert!(
            message.contains(&format!("Message-ID: <{}@", row.id)),
            "{message}"
        );
    }
}
