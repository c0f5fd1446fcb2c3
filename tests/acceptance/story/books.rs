//! What is written down about bookings and money, and what must be true of it at every moment.

use std::collections::HashMap;

use ::bookings::entity::{allocation, booking, hold, waiting_entry};
use fees::entity::{bill, charge, payment, payment_part, refund};
use kernel::seal;
use sea_orm::EntityTrait;
use tests::TestApp;

use super::{Centre, QUOTA, WINDOW, days_between};

/// All rows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Books {
    bookings: Vec<(booking::Model, hold::Model)>,
    holds: Vec<hold::Model>,
    allocations: Vec<allocation::Model>,
    waiting: Vec<waiting_entry::Model>,
    bills: Vec<bill::Model>,
    charges: Vec<charge::Model>,
    payments: Vec<payment::Model>,
    parts: Vec<payment_part::Model>,
    refunds: Vec<refund::Model>,
    now: kernel::Instant,
}

/// The bookings, the latest last, with their holds.
pub(super) async fn bookings(app: &TestApp) -> Vec<(booking::Model, hold::Model)> {
    let found = booking::Entity::find()
        .find_also_related(hold::Entity)
        .all(app.app.db.reader())
        .await
        .unwrap();
    let mut all: Vec<_> = found
        .into_iter()
        .map(|(booking, hold)| (booking, hold.unwrap()))
        .collect();
    all.sort_by_key(|(booking, _)| (booking.created_at, booking.reference.clone()));
    all
}

impl Books {
    pub(super) async fn read(app: &TestApp) -> Self {
        let db = app.app.db.reader();
        Self {
            bookings: bookings(app).await,
            holds: hold::Entity::find().all(db).await.unwrap(),
            allocations: allocation::Entity::find().all(db).await.unwrap(),
            waiting: waiting_entry::Entity::find().all(db).await.unwrap(),
            bills: bill::Entity::find().all(db).await.unwrap(),
            charges: charge::Entity::find().all(db).await.unwrap(),
            payments: payment::Entity::find().all(db).await.unwrap(),
            parts: payment_part::Entity::find().all(db).await.unwrap(),
            refunds: refund::Entity::find().all(db).await.unwrap(),
            now: app.clock.now(),
        }
    }

    pub(super) fn in_state(&self, state: hold::State) -> usize {
        self.holds.iter().filter(|hold| hold.state == state).count()
    }

    /// Everything that must be true at every moment.
    pub(super) fn hold(&self, centre: &Centre, told: &str) {
        self.nothing_overlaps(told);
        self.every_booking_has_its_place(told);
        self.nobody_has_too_many(centre, told);
        self.nothing_lies_too_far_ahead(told);
        self.nobody_is_passed_over(told);
        self.money_ties_out(told);
    }

    fn nothing_overlaps(&self, told: &str) {
        let mut held: Vec<&allocation::Model> = self
            .allocations
            .iter()
            .filter(|one| one.state.is_holding())
            .collect();
        held.sort_by_key(|one| (one.resource_id, one.starts_at));
        for pair in held.windows(2) {
            let apart =
                pair[0].resource_id != pair[1].resource_id || pair[0].ends_at <= pair[1].starts_at;
            assert!(apart, "{pair:?} {told}");
        }
    }

    /// A booking in force occupies all of its time; one that is not occupies nothing.
    fn every_booking_has_its_place(&self, told: &str) {
        for (booking, held) in &self.bookings {
            let own: Vec<_> = self
                .allocations
                .iter()
                .filter(|one| one.hold_id == held.id && one.state.is_holding())
                .collect();
            assert_eq!(own.is_empty(), !held.state.is_holding(), "{told}");
            for one in own {
                let covers = one.starts_at <= booking.starts_at && booking.ends_at <= one.ends_at;
                assert!(covers, "{booking:?} {one:?} {told}");
            }
        }
    }

    fn nobody_has_too_many(&self, centre: &Centre, told: &str) {
        for member in &centre.members {
            let ahead = self.bookings.iter().filter(|(booking, held)| {
                Some(booking.person_id) == member.person
                    && held.state.is_holding()
                    && booking.ends_at > self.now
            });
            assert!(ahead.count() <= usize::try_from(QUOTA).unwrap(), "{told}");
        }
    }

    fn nothing_lies_too_far_ahead(&self, told: &str) {
        for (booking, _) in self.bookings.iter().filter(|(one, _)| one.version == 1) {
            let days = days_between(booking.created_at.date(), booking.starts_at.date());
            assert!((0..=i64::from(WINDOW)).contains(&days), "{told}");
        }
    }

    /// Of two who wait for the same, it is never the later one alone who has an offer, unless the
    /// earlier may not have it (too many bookings).
    fn nobody_is_passed_over(&self, told: &str) {
        let mut lines: HashMap<_, Vec<&waiting_entry::Model>> = HashMap::new();
        for entry in self.waiting.iter().filter(|entry| entry.state.is_open()) {
            let slot = (entry.space_id, entry.starts_at, entry.ends_at);
            lines.entry(slot).or_default().push(entry);
        }
        for line in lines.values_mut() {
            line.sort_by_key(|entry| entry.number);
            let numbers: Vec<i64> = line.iter().map(|entry| entry.number).collect();
            assert!(numbers.windows(2).all(|two| two[0] < two[1]), "{told}");
            let Some(last) = line.iter().rposition(|entry| entry.expires_at.is_some()) else {
                continue;
            };
            for earlier in &line[..last] {
                let offered = earlier.state == waiting_entry::State::Offered;
                assert!(offered || self.has_all(earlier), "{earlier:?} {told}");
            }
        }
    }

    /// Whether this person has as many bookings as they may, or had when the offer was made.
    fn has_all(&self, entry: &waiting_entry::Model) -> bool {
        let own = self
            .bookings
            .iter()
            .filter(|(booking, _)| booking.person_id == entry.person_id);
        own.count() >= usize::try_from(QUOTA).unwrap()
    }

    fn money_ties_out(&self, told: &str) {
        for bill in &self.bills {
            let of = |amounts: &mut dyn Iterator<Item = i64>| amounts.sum::<i64>();
            let own = |id| id == bill.id;
            let charged = of(&mut self
                .charges
                .iter()
                .filter(|one| own(one.bill_id))
                .map(|one| one.amount));
            let paid = of(&mut self
                .parts
                .iter()
                .filter(|one| own(one.bill_id))
                .map(|one| one.amount));
            let back = of(&mut self
                .refunds
                .iter()
                .filter(|one| own(one.bill_id))
                .map(|one| one.amount));
            assert_eq!(bill.open_amount, charged - paid + back, "{bill:?} {told}");
            assert!(charged >= 0 && back <= paid, "{bill:?} {told}");
        }
    }

    /// The books as a whole, and the log of what was done.
    pub(super) async fn tie_out(&self, app: &TestApp) {
        let received: i64 = self.payments.iter().map(|one| one.amount).sum();
        let parts: i64 = self.parts.iter().map(|one| one.amount).sum();
        assert_eq!(received, parts);
        let intact = seal::verify(app.app.db.reader(), &[]).await.unwrap();
        assert!(intact.is_ok(), "{intact:?}");
    }
}
