//! Rows of the ledger, many to a statement, past the product: ten years are written in seconds.

use std::fmt::Write;

use bookings::entity::{ResourceId, SpaceId};
use chrono::TimeDelta;
use kernel::{Db, Instant, PersonId};
use sea_orm::{ConnectionTrait, DbBackend};
use uuid::Uuid;

/// Rows of the ledger, not written yet.
pub(super) struct Rows {
    backend: DbBackend,
    /// Which rows of the same database: two of them never make the same identifier.
    series: u8,
    made: u64,
    holds: Vec<String>,
    allocations: Vec<String>,
    /// How many there are says when to write.
    pub(super) bookings: Vec<String>,
}

impl Rows {
    pub(super) const fn new(backend: DbBackend, series: u8) -> Self {
        Self {
            backend,
            series,
            made: 0,
            holds: Vec::new(),
            allocations: Vec::new(),
            bookings: Vec::new(),
        }
    }

    pub(super) fn booking(
        &mut self,
        space: SpaceId,
        resource: ResourceId,
        person: PersonId,
        from: Instant,
    ) {
        let [from, until] = [from, from + TimeDelta::hours(2)].map(Instant::micros);
        let id = self.id(from);
        let hold = self.hold(from, &format!("/bookings/{id}"));
        let allocation = self.id(from);
        let [id, hold_id, allocation] = [id, hold, allocation].map(|id| self.literal(id));
        let [space, resource, person] = [space.0, resource.0, person.0].map(|id| self.literal(id));
        self.allocations.push(format!(
            "({allocation}, {hold_id}, 'confirmed', {resource}, {from}, {until})"
        ));
        let number = self.made;
        self.bookings.push(format!(
            "({id}, {hold_id}, {space}, 1, {person}, 'BENCH-{number}', {from}, {until}, \
             '新商品の打ち合わせ', 4, 1, {from})"
        ));
    }

    /// An hour of somebody who advises.
    pub(super) fn meeting(&mut self, resource: ResourceId, from: Instant) {
        let [from, until] = [from, from + TimeDelta::hours(1)].map(Instant::micros);
        let hold = self.hold(from, "/meetings/bench");
        let allocation = self.id(from);
        let [hold, allocation, resource] =
            [hold, allocation, resource.0].map(|id| self.literal(id));
        self.allocations.push(format!(
            "({allocation}, {hold}, 'confirmed', {resource}, {from}, {until})"
        ));
    }

    pub(super) fn hold(&mut self, at: i64, link: &str) -> Uuid {
        let id = self.id(at);
        let literal = self.literal(id);
        self.holds.push(format!(
            "({literal}, 'booking', '見本 花子', '{link}', 'confirmed')"
        ));
        id
    }

    /// As the product makes them: ordered by the time at which they are made.
    fn id(&mut self, micros: i64) -> Uuid {
        self.made += 1;
        let mut rest = [0; 10];
        rest[1] = self.series;
        rest[2..].copy_from_slice(&self.made.to_be_bytes());
        let millis = u64::try_from(micros / 1_000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &rest).into_uuid()
    }

    pub(super) fn literal(&self, id: Uuid) -> String {
        match self.backend {
            DbBackend::Postgres => format!("'{id}'"),
            _ => format!("x'{}'", id.simple()),
        }
    }

    pub(super) async fn write(&mut self, db: &Db) {
        let mut all = "BEGIN;".to_owned();
        for (into, rows) in [
            ("holds (id, kind, label, link, state)", &mut self.holds),
            (
                "allocations (id, hold_id, state, resource_id, starts_at, ends_at)",
                &mut self.allocations,
            ),
            (
                "bookings (id, hold_id, space_id, unit, person_id, reference, starts_at, \
                 ends_at, purpose, attendees, version, created_at)",
                &mut self.bookings,
            ),
        ] {
            if !rows.is_empty() {
                write!(all, "INSERT INTO {into} VALUES {};", rows.join(",")).unwrap();
                rows.clear();
            }
        }
        all.push_str("COMMIT");
        let connection = db.outside_transactions();
        connection.execute_unprepared(&all).await.unwrap();
    }
}
