//! The lines that share resources, locked together, and how they move along.

use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
};

use accounts::read::contact;
use fairness::{Lapsed, Terms, lapse, next_offer};
use kernel::{Actor, Failed, Fault, Instant, Span, Via, Work};
use sea_orm::entity::prelude::*;

use super::{
    rows::{give_back, write},
    tell::tell,
};
use crate::{
    entity::{
        ResourceId, SpaceId, WaitingId, hold,
        waiting_entry::{self, State},
        waiting_terms,
    },
    events,
    ledger::{self, Claim, Piece},
    read::{self, Catalogue, Place, Unit},
    rules::{
        self,
        waiting::{self, Thing},
    },
    service::{check::check, draw::draw},
};

/// The lines of spaces that share resources, locked until the transaction ends.
pub(super) struct Line {
    places: Vec<Place>,
    resources: Vec<ResourceId>,
    catalogue: Arc<Catalogue>,
    /// The terms of today.
    pub(super) terms: waiting_terms::Model,
}

/// What is occupied.
type Taken = Vec<(ResourceId, Span)>;

impl Line {
    /// Locks the lines of these spaces and of all that share something with them, in the order of
    /// the resources' ids.
    pub(super) async fn lock(work: &Work, spaces: &[SpaceId]) -> Result<Self, Fault> {
        let catalogue = Catalogue::known(work.db(), work.kept()).await?;
        let beside = read::beside(work.db(), spaces).await?.into_iter();
        let places = beside.filter_map(|id| catalogue.place(id).cloned());
        let places: Vec<Place> = places.collect();
        let resources: BTreeSet<ResourceId> = places
            .iter()
            .flat_map(|place| &place.units)
            .flat_map(|unit| unit.resources.iter().copied())
            .collect();
        let resources: Vec<ResourceId> = resources.into_iter().collect();
        ledger::lock_and_look(work, &resources, &[], &[]).await?;
        Ok(Self {
            places,
            resources,
            catalogue,
            terms: read::waiting_terms_on(work.db(), work.now().date()).await?,
        })
    }

    /// What there is, as it stands in this work.
    pub(super) fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    fn place(&self, id: SpaceId) -> Option<&Place> {
        self.places.iter().find(|place| place.space.id == id)
    }

    fn terms(&self) -> Terms {
        waiting::terms(&self.terms)
    }

    /// Whether it begins too soon for an offer to be made any more.
    pub(super) fn is_too_soon(&self, begins: Instant, now: Instant) -> bool {
        self.terms().expiry(begins.utc(), now.utc()).is_none()
    }

    /// Whether some unit is free for this time.
    pub(super) async fn is_free(
        &self,
        work: &Work,
        place: &Place,
        span: Span,
    ) -> Result<bool, Fault> {
        let taken = self
            .look(work, &[rules::occupied(&place.space, span)])
            .await?;
        Ok(free_unit(place, span, &taken).is_some())
    }

    /// Ends what has lapsed, then offers what is free, one after the other; says how much happened.
    pub(super) async fn settle(&self, work: &Work) -> Result<usize, Fault> {
        let mut entries = self.entries(work).await?;
        let spans: Vec<Span> = entries
            .iter()
            .filter_map(|entry| self.occupied(entry))
            .collect();
        let mut taken = self.look(work, &spans).await?;
        let mut done = 0;
        for entry in &mut entries {
            done += self.end(work, entry).await?;
        }
        entries.retain(|entry| entry.state.is_open());
        let able = self.able(work, &entries, &taken).await?;
        while let Some((to, thing, expires_at)) = self.next(work, &entries, &able, &taken) {
            let Some(entry) = entries.get_mut(to) else {
                break;
            };
            taken.extend(self.offer(work, entry, &thing, expires_at).await?);
            done += 1;
        }
        Ok(done)
    }

    /// Everyone in these lines, the first first.
    async fn entries(&self, work: &Work) -> Result<Vec<waiting_entry::Model>, Fault> {
        let spaces = self.places.iter().map(|place| place.space.id);
        Ok(waiting_entry::Entity::open()
            .filter(waiting_entry::COLUMN.space_id.is_in(spaces))
            .all(work.db())
            .await?)
    }

    fn occupied(&self, entry: &waiting_entry::Model) -> Option<Span> {
        let place = self.place(entry.space_id)?;
        Some(rules::occupied(&place.space, entry.span()))
    }

    /// What is occupied at these times, after what has lapsed was ended.
    async fn look(&self, work: &Work, spans: &[Span]) -> Result<Taken, Fault> {
        let standing = ledger::lock_and_look(work, &self.resources, spans, &[]).await?;
        let span = |from, until| Span { from, until };
        Ok(standing
            .into_iter()
            .map(|one| (one.resource_id, span(one.starts_at, one.ends_at)))
            .collect())
    }

    /// Those for whom something is free and whom no rule stands against.
    async fn able(
        &self,
        work: &Work,
        entries: &[waiting_entry::Model],
        taken: &Taken,
    ) -> Result<HashSet<WaitingId>, Fault> {
        let mut able = HashSet::new();
        let system = Actor::system(Via::Task);
        for entry in entries.iter().filter(|one| one.state == State::Waiting) {
            let place = self.place(entry.space_id);
            if place.is_none_or(|place| free_unit(place, entry.span(), taken).is_none()) {
                continue;
            }
            let wish = super::wish(entry);
            match check(work.db(), &self.catalogue, &system, work.now(), &wish).await {
                Ok(_) => able.extend([entry.id]),
                Err(Failed::Refused(_)) => {}
                Err(Failed::Fault(fault)) => return Err(fault),
            }
        }
        Ok(able)
    }

    /// Whose turn it is, for what, and until when.
    fn next(
        &self,
        work: &Work,
        entries: &[waiting_entry::Model],
        able: &HashSet<WaitingId>,
        taken: &Taken,
    ) -> Option<(usize, Thing, Instant)> {
        let line: Vec<_> = entries.iter().map(waiting::entry).collect();
        let find = |one: &fairness::Entry<WaitingId, Thing>| {
            let entry = entries.iter().find(|entry| entry.id == one.key)?;
            let place = self.place(entry.space_id)?;
            let unit = free_unit(place, entry.span(), taken).filter(|_| able.contains(&one.key))?;
            Some(Thing {
                space: entry.space_id,
                unit: unit.number,
                span: entry.span(),
            })
        };
        let next = next_offer(&line, work.now().utc(), &self.terms(), find);
        next.offer
            .map(|offer| (offer.to, offer.thing, offer.expires_at.into()))
    }

    /// Holds the place for someone, and writes to them.
    async fn offer(
        &self,
        work: &Work,
        entry: &mut waiting_entry::Model,
        thing: &Thing,
        expires_at: Instant,
    ) -> Result<Taken, Fault> {
        let gone = || DbErr::RecordNotFound(format!("who waits as {}", entry.id));
        let place = self.place(entry.space_id).ok_or_else(gone)?;
        let unit = place.unit(thing.unit).ok_or_else(gone)?;
        let who = contact(work.db(), entry.person_id)
            .await?
            .ok_or_else(gone)?;
        let span = rules::occupied(&place.space, entry.span());
        let claim = Claim {
            kind: "offer",
            label: who.name.clone(),
            link: format!("/waiting/{}", entry.id),
            state: hold::State::Offered,
            expires_at: Some(expires_at),
        };
        let piece = Piece {
            claim: Ok(claim),
            resources: unit.resources.clone(),
            span,
        };
        // All is locked and was found free, so nothing can stand there.
        let held = ledger::take_all(work, vec![piece]).await?;
        let held = held.and_then(|holds| holds.into_iter().next());
        entry.state = State::Offered;
        entry.hold_id = Some(held.ok_or_else(gone)?);
        entry.unit = Some(unit.number);
        entry.expires_at = Some(expires_at);
        write(work, entry).await?;
        work.record(events::waiting("waiting.offered", entry));
        tell(work, entry, place, &who).await?;
        Ok(unit.resources.iter().map(|id| (*id, span)).collect())
    }

    /// Ends an offer that lapsed, and a wait whose time has begun; says whether either happened.
    async fn end(&self, work: &Work, entry: &mut waiting_entry::Model) -> Result<usize, Fault> {
        let lapsed = lapse(&waiting::entry(entry), work.now().utc(), &self.terms());
        if let Some(lapsed) = lapsed {
            give_back(work, entry, hold::State::Expired).await?;
            entry.lapses += 1;
            entry.state = State::Lapsed;
            if lapsed == Lapsed::ToTheEnd {
                entry.state = State::Waiting;
                entry.number = draw(work, waiting::NUMBER).await?;
            }
            work.record(events::waiting("waiting.lapsed", entry));
        }
        let over = entry.state == State::Waiting && entry.starts_at <= work.now();
        if over {
            entry.state = State::Over;
            work.record(events::waiting("waiting.over", entry));
        }
        if lapsed.is_some() || over {
            write(work, entry).await?;
            return Ok(1);
        }
        Ok(0)
    }
}

/// A unit that is free for this time, clearing up included.
fn free_unit<'p>(place: &'p Place, span: Span, taken: &Taken) -> Option<&'p Unit> {
    let span = rules::occupied(&place.space, span);
    let is_taken = |id: &ResourceId| {
        let mut own = taken.iter().filter(|(taken, _)| taken == id);
        own.any(|(_, taken)| taken.overlaps(&span))
    };
    place
        .units
        .iter()
        .find(|unit| !unit.resources.iter().any(is_taken))
}
