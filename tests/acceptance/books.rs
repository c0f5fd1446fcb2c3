//! What is written down about bookings and money, and what must be true of it at every moment:
//! after every act of a story, and after the power went.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ::bookings::entity::{
    allocation, booking, booking_request, closure, closure_release, closure_space, hold, series,
    waiting_entry,
};
use chrono::Timelike;
use fees::entity::{bill, charge, payment, payment_part, receipt, refund};
use kernel::{Db, seal};
use sea_orm::EntityTrait;

/// All rows.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Books {
    pub(crate) bookings: Vec<(booking::Model, hold::Model)>,
    pub(crate) holds: Vec<hold::Model>,
    pub(crate) allocations: Vec<allocation::Model>,
    pub(crate) series: Vec<series::Model>,
    pub(crate) requests: Vec<booking_request::Model>,
    pub(crate) waiting: Vec<waiting_entry::Model>,
    pub(crate) closures: Vec<closure::Model>,
    pub(crate) closed_spaces: Vec<closure_space::Model>,
    pub(crate) called_off: Vec<closure_release::Model>,
    pub(crate) bills: Vec<bill::Model>,
    pub(crate) charges: Vec<charge::Model>,
    pub(crate) payments: Vec<payment::Model>,
    pub(crate) parts: Vec<payment_part::Model>,
    pub(crate) receipts: Vec<receipt::Model>,
    pub(crate) refunds: Vec<refund::Model>,
}

/// The bookings, the latest last, with their holds.
pub(crate) async fn bookings(db: &Db) -> Vec<(booking::Model, hold::Model)> {
    let found = booking::Entity::find()
        .find_also_related(hold::Entity)
        .all(db.reader())
        .await
        .unwrap();
    let mut all: Vec<_> = found
        .into_iter()
        .map(|(booking, hold)| (booking, hold.unwrap()))
        .collect();
    all.sort_by_key(|(booking, _)| (booking.created_at, booking.reference.clone()));
    all
}

/// Every row of a table.
async fn all<E: EntityTrait>(db: &Db) -> Vec<E::Model> {
    E::find().all(db.reader()).await.unwrap()
}

impl Books {
    pub(crate) async fn read(db: &Db) -> Self {
        Self {
            bookings: bookings(db).await,
            holds: all::<hold::Entity>(db).await,
            allocations: all::<allocation::Entity>(db).await,
            series: all::<series::Entity>(db).await,
            requests: all::<booking_request::Entity>(db).await,
            waiting: all::<waiting_entry::Entity>(db).await,
            closures: all::<closure::Entity>(db).await,
            closed_spaces: all::<closure_space::Entity>(db).await,
            called_off: all::<closure_release::Entity>(db).await,
            bills: all::<bill::Entity>(db).await,
            charges: all::<charge::Entity>(db).await,
            payments: all::<payment::Entity>(db).await,
            parts: all::<payment_part::Entity>(db).await,
            receipts: all::<receipt::Entity>(db).await,
            refunds: all::<refund::Entity>(db).await,
        }
    }

    pub(crate) fn in_state(&self, state: hold::State) -> usize {
        self.holds.iter().filter(|hold| hold.state == state).count()
    }

    /// Everything that must be true at every moment, whatever the rules of the centre are.
    pub(crate) fn hold(&self, told: &str) {
        self.nothing_overlaps(told);
        self.every_hold_has_its_place(told);
        self.every_booking_has_its_place(told);
        self.every_series_has_its_bookings(told);
        self.every_request_is_open_or_decided(told);
        self.every_offer_holds_and_every_answer_booked(told);
        self.nobody_is_booked_on_a_closed_day(told);
        self.money_ties_out(told);
        self.receipts_are_numbered_without_gaps(told);
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

    /// What holds occupies something, and its place stands as it does; what does not holds nothing.
    fn every_hold_has_its_place(&self, told: &str) {
        let mut places: HashMap<_, Vec<&allocation::Model>> = HashMap::new();
        for one in &self.allocations {
            places.entry(one.hold_id).or_default().push(one);
        }
        for held in &self.holds {
            let own = places.remove(&held.id).unwrap_or_default();
            let holding = own.iter().filter(|one| one.state.is_holding()).count();
            assert_eq!(holding > 0, held.state.is_holding(), "{held:?} {told}");
        }
        assert!(places.is_empty(), "{places:?} of nobody {told}");
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

    fn every_series_has_its_bookings(&self, told: &str) {
        let named: BTreeSet<_> = self
            .bookings
            .iter()
            .filter_map(|(booking, _)| booking.series_id)
            .collect();
        let known: BTreeSet<_> = self.series.iter().map(|one| one.id).collect();
        assert_eq!(named, known, "{told}");
    }

    /// What is asked for waits for an answer, and nothing else does.
    fn every_request_is_open_or_decided(&self, told: &str) {
        let open = |outcome: &Option<_>| outcome.is_none();
        let waiting: BTreeSet<_> = self
            .requests
            .iter()
            .filter(|one| open(&one.outcome))
            .map(|one| one.booking_id)
            .collect();
        let asked: BTreeSet<_> = self
            .bookings
            .iter()
            .filter(|(_, held)| held.state == hold::State::Requested)
            .map(|(booking, _)| booking.id)
            .collect();
        assert_eq!(waiting, asked, "{told}");
    }

    /// Whoever is asked has a place kept for them; whoever took it has the booking.
    fn every_offer_holds_and_every_answer_booked(&self, told: &str) {
        use waiting_entry::State;
        let kept: BTreeSet<_> = self
            .holds
            .iter()
            .filter(|held| held.state == hold::State::Offered)
            .map(|held| held.id)
            .collect();
        let offered: BTreeSet<_> = self
            .waiting
            .iter()
            .filter(|entry| entry.state == State::Offered)
            .map(|entry| entry.hold_id.unwrap())
            .collect();
        assert_eq!(offered, kept, "{told}");
        for entry in self.waiting.iter().filter(|one| one.state == State::Taken) {
            let booked = self.bookings.iter().any(|(booking, _)| {
                Some(booking.id) == entry.booking_id
                    && booking.person_id == entry.person_id
                    && booking.span() == entry.span()
            });
            assert!(booked, "{entry:?} {told}");
        }
    }

    /// No booking stands where a day, or some hours of it, were closed once; and whatever a closure
    /// called off is called off.
    fn nobody_is_booked_on_a_closed_day(&self, told: &str) {
        for (booking, held) in &self.bookings {
            let standing = held.state.is_holding();
            let closed = self.closures.iter().find(|one| self.closes(one, booking));
            assert!(
                !standing || closed.is_none(),
                "{booking:?} {closed:?} {told}"
            );
            let called_off = self
                .called_off
                .iter()
                .any(|one| one.booking_id == booking.id);
            assert!(!standing || !called_off, "{booking:?} {told}");
        }
        for one in &self.called_off {
            let known = self
                .closures
                .iter()
                .any(|closure| closure.id == one.closure_id);
            assert!(known, "{one:?} {told}");
        }
    }

    /// Whether a closure of certain days closes this booking's space at its time.
    fn closes(&self, closure: &closure::Model, booking: &booking::Model) -> bool {
        let (Some(first), Some(last)) = (&closure.first, &closure.last) else {
            return false;
        };
        let minutes = |at: kernel::Instant| {
            let time = at.time();
            i32::try_from(time.hour() * 60 + time.minute()).unwrap()
        };
        let day = booking.starts_at.date().to_string();
        let at_the_time = closure
            .opens
            .is_none_or(|from| minutes(booking.ends_at) > from)
            && closure
                .closes
                .is_none_or(|until| minutes(booking.starts_at) < until);
        let here = !closure.some_spaces
            || self
                .closed_spaces
                .iter()
                .any(|one| one.closure_id == closure.id && one.space_id == booking.space_id);
        let in_force = closure.kind == closure::Kind::Once && closure.valid_until.is_none();
        in_force && at_the_time && here && (first..=last).contains(&&day)
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

    /// The numbers of each fiscal year are 1, 2, 3 and so on, each once.
    fn receipts_are_numbered_without_gaps(&self, told: &str) {
        let mut years: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
        for one in &self.receipts {
            years.entry(one.fiscal_year).or_default().push(one.number);
        }
        for (year, mut numbers) in years {
            numbers.sort_unstable();
            let without_gaps = numbers.iter().copied().eq((1..).take(numbers.len()));
            assert!(without_gaps, "{year}: {numbers:?} {told}");
        }
    }

    /// The books as a whole, and the log of what was done.
    pub(crate) async fn tie_out(&self, db: &Db) {
        let received: i64 = self.payments.iter().map(|one| one.amount).sum();
        let parts: i64 = self.parts.iter().map(|one| one.amount).sum();
        assert_eq!(received, parts);
        let intact = seal::verify(db.reader(), &[]).await.unwrap();
        assert!(intact.is_ok(), "{intact:?}");
    }
}
