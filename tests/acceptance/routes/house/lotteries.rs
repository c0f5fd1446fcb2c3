//! A room that is drawn, and entries for it.

use ::lotteries::{
    entity::{LotteryId, TermsId},
    read,
    rules::slot_code,
    samples::facts::a_draft,
    service::{self, Apply},
};
use chrono::NaiveDate;
use kernel::{Actor, PersonId, Role, Via, transact};

use super::{super::rows::Row, House, system};
use crate::acts;

impl House {
    /// The address of a row about a lottery, its terms, or an entry.
    pub(in crate::routes) async fn drawn(&self, route: &str, of: &str, whose: PersonId) -> String {
        let (lottery, terms) = self.lottery().await;
        let slot = self.free_time(lottery).await;
        let id = match of {
            "lottery" => lottery.to_string(),
            "lots" => terms.to_string(),
            _ => self.entry_of(lottery, slot, whose).await,
        };
        let query = if route.ends_with("/new") {
            format!("?slot={}", slot_code(slot))
        } else {
            String::new()
        };
        let route = route.replace("{slot}", &slot_code(slot));
        let route = route.replace("{name}", "seed.txt");
        format!("{}{query}", route.replace("{id}", &id))
    }

    /// A lottery for which people can apply today, and its terms.
    pub(in crate::routes) async fn lottery(&self) -> (LotteryId, TermsId) {
        let (db, clock) = (&self.app.app.db, &self.app.clock);
        let month = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        let there = read::lotteries(db.reader(), month).await.unwrap();
        if let Some(one) = there.first() {
            return (one.row.id, one.terms.id);
        }
        let room = acts::room(&self.app, "抽選の部屋").await;
        let room = acts::open(&self.app, room, 1).await;
        let mut draft = a_draft();
        draft.space = Some(room);
        draft.months_before = Some(1);
        (draft.until_day, draft.answer_days) = (Some(20), Some(3));
        draft.most = Some(99);
        draft.bands = [9, 10, 11, 13, 14, 15]
            .map(|hour| (Some(hour * 60), Some((hour + 1) * 60)))
            .to_vec();
        let set = transact(db, system(), clock, async |work| {
            service::set_terms(work, &draft).await
        });
        let terms = set.await.unwrap();
        let there = read::lotteries(db.reader(), month).await.unwrap();
        (there.first().unwrap().row.id, terms)
    }

    /// A time for which nobody applied yet.
    async fn free_time(&self, id: LotteryId) -> kernel::Instant {
        let db = self.app.app.db.reader();
        let catalogue = bookings::read::Catalogue::load(db).await.unwrap();
        let listed = read::lottery(db, id).await.unwrap().unwrap();
        let entries = read::entries_of(db, id).await.unwrap();
        let slots = read::free_slots(db, &catalogue, &listed).await.unwrap();
        let mut slots = slots.into_keys().map(|(from, _)| from);
        let free = |at: &kernel::Instant| !entries.iter().any(|own| own.starts_at == *at);
        slots.find(free).unwrap()
    }

    async fn entry_of(&self, id: LotteryId, at: kernel::Instant, person: PersonId) -> String {
        let member = [Role::Member].into_iter().collect();
        let actor = Actor::person(person, member, Via::Page);
        let wish = Apply {
            lottery: id,
            starts_at: Some(at),
            person,
            organisation: None,
            purpose: "月例の集まり".to_owned(),
            attendees: Some(3),
        };
        let app = &self.app;
        let entered = transact(&app.app.db, actor, &app.clock, async |work| {
            service::apply(work, &wish).await
        });
        entered.await.unwrap().id.to_string()
    }
}

/// Whether a row is about a lottery, its terms or an entry.
pub(super) fn owns(row: &Row) -> bool {
    matches!(row.of, "lottery" | "lots") || row.route.starts_with("/lottery-entries/")
}
