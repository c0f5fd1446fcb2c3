//! What is owed and paid just now: a series with its bills, a permit, reductions by the ward's
//! criteria, one that the ward has approved and one that waits for it, and what comes next fiscal
//! year.

use std::collections::BTreeMap;

use approvals::rules::Verdict;
use bookings::{
    entity::{booking_paper::Kind as Paper, series::Rhythm, space::Kind},
    read::Filter,
    rules::{
        Use,
        charges::{PaymentDraft, Tier},
        repeats::End,
    },
    service::{self, Repeat},
};
use chrono::{Days, NaiveDate};
use fees::{
    entity::{ReductionProposalId, reduction_kind::Authority},
    read::Bill,
    service::{Grant, Receive, Seen},
};
use japan::{fiscal::FiscalYear, money::Yen};
use kernel::{Clock, Db, Fault, Role, Work, transact};

use super::{
    people::{People, acting},
    prices,
    spaces::Opened,
    stage::passed_over,
    wishes::{ANY_HOUR, times, wish},
};
use crate::Failed;

/// So many bookings ahead are looked through.
const LOOKED: u64 = 200;

/// Plays all of it, once the days before are over.
pub(super) async fn enter(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
) -> Result<(), Failed> {
    let reception = acting(people.reception, Role::Reception);
    transact::<_, Fault, _>(db, reception, clock, async |work| {
        for (rhythm, often, purpose) in [
            (Rhythm::Weekly, 4, "週の打合せ"),
            (Rhythm::Fortnightly, 3, "隔週の進み具合の確認"),
            (Rhythm::Monthly, 2, "月例会"),
            (Rhythm::MonthlyLast, 2, "月末の締めの会"),
        ] {
            repeats(work, people, opened, (rhythm, often, purpose)).await?;
        }
        pay_and_permit(work).await
    })
    .await?;
    let manager = acting(people.manager, Role::Manager);
    transact::<_, Fault, _>(db, manager, clock, async |work| {
        if let Some(wish) = reduction(work, Some("区の主催・共催")).await? {
            passed_over(fees::service::grant(work, &wish).await)?;
        }
        let own = prices::own_kind(work.now().date());
        passed_over(fees::service::issue_kind(work, &own, Authority::Manager).await)?;
        next_year(work).await
    })
    .await?;
    let approved = propose(db, clock, people).await?;
    approve(db, clock, people, approved).await?;
    propose(db, clock, people).await?;
    Ok(())
}

/// The manager proposes a reduction beyond the criteria.
async fn propose(
    db: &Db,
    clock: &Clock,
    people: &People,
) -> Result<Option<ReductionProposalId>, Fault> {
    let manager = acting(people.manager, Role::Manager);
    transact(db, manager, clock, async |work| {
        match reduction(work, None).await? {
            Some(wish) => passed_over(fees::service::propose(work, &wish).await),
            None => Ok(None),
        }
    })
    .await
}

/// The ward's approver takes it off.
async fn approve(
    db: &Db,
    clock: &Clock,
    people: &People,
    proposed: Option<ReductionProposalId>,
) -> Result<(), Fault> {
    let Some(id) = proposed else {
        return Ok(());
    };
    let ward = acting(people.ward, Role::WardApprover);
    transact(db, ward, clock, async |work| {
        let found = fees::read::proposal(work.db(), id).await?;
        let Some(found) = found else { return Ok(()) };
        let bill = fees::read::bill(work.db(), found.row.bill_id).await?;
        let Some(bill) = bill else { return Ok(()) };
        let seen = Seen {
            count: found.approval.version,
            open: bill.balance().open(),
        };
        let verdict = Verdict::Approve {
            conditions: "次回からは、申込みの前に後援の通知書を添えてください。".to_owned(),
        };
        passed_over(fees::service::decide_proposal(work, id, seen, &verdict).await)?;
        Ok(())
    })
    .await
}

/// So many days ahead a series may begin: the new year, when the house is shut, is among them.
const BEGINS_WITHIN: usize = 35;

/// The company meets by a rhythm, so often, in the first meeting room that has all these hours.
async fn repeats(
    work: &Work,
    people: &People,
    opened: &[Opened],
    (rhythm, often, purpose): (Rhythm, usize, &str),
) -> Result<(), Fault> {
    let first = work.now().date() + Days::new(8);
    let rooms = opened.iter().filter(|one| one.space.kind == Kind::Meeting);
    let tried = rooms.flat_map(|room| {
        times(first, BEGINS_WITHIN, &ANY_HOUR, 1).map(move |span| (room.id, span))
    });
    for (room, span) in tried {
        let wish = Repeat {
            first: wish(room, people.sme, Use::new(span, purpose, 4)),
            rhythm: Some(rhythm),
            end: Ok(End::Times(often)),
            choices: BTreeMap::new(),
        };
        if passed_over(service::repeat(work, &wish).await)?.is_some() {
            break;
        }
    }
    Ok(())
}

/// Someone comes in time, pays, and takes the permit along.
async fn pay_and_permit(work: &Work) -> Result<(), Fault> {
    let Some((booking, bill)) = owed(work).await?.into_iter().next() else {
        return Ok(());
    };
    let wish = Receive {
        bills: vec![(bill.row.id, bill.balance().open())],
        method: fees::entity::payment::Method::Cash,
    };
    if let Some(paid) = passed_over(fees::service::receive(work, &wish).await)? {
        let receipt = fees::service::issue_receipt(work, paid, "").await;
        if let Some(receipt) = passed_over(receipt)? {
            // The first copy got wet.
            passed_over(fees::service::print_again(work, receipt).await)?;
        }
        passed_over(service::issue_paper(work, booking, Paper::Permit).await)?;
    }
    Ok(())
}

/// A reduction of what is owed last and nobody has reduced: on this ground, or outside the criteria.
async fn reduction(work: &Work, ground: Option<&str>) -> Result<Option<Grant>, Fault> {
    let kinds = fees::read::kinds(work.db()).await?;
    let kind = kinds
        .iter()
        .find(|kind| Some(kind.row.name.as_str()) == ground);
    let owed = owed(work).await?.into_iter();
    let unreduced = owed.rev().filter(|(_, bill)| bill.grants.is_empty());
    let mut found = None;
    for (_, bill) in unreduced {
        if fees::read::open_proposal(work.db(), bill.row.id)
            .await?
            .is_none()
        {
            found = Some(bill);
            break;
        }
    }
    Ok(found.map(|bill| Grant {
        bill: bill.row.id,
        kind: kind.map(|kind| kind.row.id),
        percent: ground.is_none().then_some(50),
        reason: "区の後援する催しのため。後援の通知書を確かめました".to_owned(),
        seen: bill.balance().open(),
    }))
}

/// The bookings ahead that are still to be paid, the earliest first.
async fn owed(work: &Work) -> Result<Vec<(bookings::entity::BookingId, Bill)>, Fault> {
    let ahead = Filter {
        from: Some(work.now()),
        standing_only: true,
        ..Filter::default()
    };
    let cards = bookings::read::list(work.db(), ahead, LOOKED).await?;
    let ids: Vec<_> = cards.iter().map(|card| card.booking.id).collect();
    let mut bills = bookings::read::bills_of(work.db(), &ids).await?;
    let own = ids
        .into_iter()
        .filter_map(|id| Some((id, bills.remove(&id)?)));
    Ok(own
        .filter(|(_, bill)| bill.balance().open() > Yen::ZERO)
        .collect())
}

/// From April a room costs more, and cancelling in time is more lenient.
async fn next_year(work: &Work) -> Result<(), Fault> {
    let Some(april) = first_of_next_year(work.now().date()) else {
        return Ok(());
    };
    prices::announce(work, april).await?;
    let tier = |days_before, percent| Tier {
        days_before,
        percent,
    };
    let tiers = [tier(5, 0), tier(1, 50), tier(0, 100)];
    let draft = PaymentDraft::new(10, &tiers, april);
    passed_over(service::set_payment(work, &draft, None).await)?;
    Ok(())
}

fn first_of_next_year(today: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(FiscalYear::of(today).year() + 1, 4, 1)
}
