//! Bills: whose, for what, what is owed, what was paid.

mod whole;

use chrono::NaiveDate;
use japan::money::Yen;
use kernel::{Actor, Failed, Fault, PersonId};
use organisations::entity::OrganisationId;
use sea_orm::{
    Condition, PaginatorTrait, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*,
    sea_query::SelectStatement,
};
use views::Lang;

use self::whole::whole;
use super::proposals::open_proposal;
use crate::{
    entity::{
        BillId, PaymentId, bill, charge, payment, payment_part, reduction_grant,
        reduction_proposal, refund,
    },
    refused::Refused,
    rules::{Balance, Line, may_take, standing},
};

/// Databases take some thousand values in one question.
const AT_ONCE: usize = 1_000;

/// A bill with all that was written on it.
#[derive(Clone, Debug)]
pub struct Bill {
    /// Its row.
    pub row: bill::Model,
    /// Its lines, in the order in which they were made.
    pub charges: Vec<charge::Model>,
    /// What was paid of it, each with how and when.
    pub parts: Vec<(payment_part::Model, payment::Model)>,
    /// What was given back.
    pub refunds: Vec<refund::Model>,
    /// Its reductions.
    pub grants: Vec<reduction_grant::Model>,
}

/// Which bills are looked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of these people.
    pub people: Option<Vec<PersonId>>,
    /// Of the people whom these words find.
    pub named: Option<String>,
    /// Of this organisation.
    pub organisation: Option<OrganisationId>,
    /// Written under one of these references.
    pub references: Option<Vec<String>>,
    /// Settled ones too.
    pub settled_too: bool,
}

impl Bill {
    /// Its lines, as far as money goes.
    pub fn lines(&self) -> Vec<Line> {
        let line = |row: &charge::Model| Line {
            id: row.id,
            amount: Yen(row.amount),
            reverses: row.reverses,
            reduces: row.reduces,
        };
        self.charges.iter().map(line).collect()
    }

    /// Where it stands.
    pub fn balance(&self) -> Balance {
        Balance::of(
            &self.lines(),
            self.parts.iter().map(|(part, _)| Yen(part.amount)),
            self.refunds.iter().map(|refund| Yen(refund.amount)),
        )
    }

    /// The charges that stand, without reductions: of the use first, then of what its change left.
    pub fn standing(&self) -> Vec<&charge::Model> {
        let stands = standing(&self.lines());
        let charged: Vec<_> = stands
            .iter()
            .filter(|line| line.reduces.is_none())
            .map(|line| line.id)
            .collect();
        let own = self.charges.iter().filter(|row| charged.contains(&row.id));
        own.collect()
    }

    /// The charge of the use that stands, without its reduction; none when all was taken back.
    pub fn stands(&self) -> Option<&charge::Model> {
        self.standing().into_iter().next()
    }

    /// The reduction that stands, with its line.
    pub fn reduced(&self) -> Option<(&charge::Model, &reduction_grant::Model)> {
        let stands = standing(&self.lines());
        let line = stands.iter().find(|line| line.reduces.is_some())?;
        let row = self.charges.iter().find(|row| row.id == line.id)?;
        let grant = self.grants.iter().find(|grant| grant.charge_id == row.id)?;
        Some((row, grant))
    }

    /// For what it is: the charge that stands, or the last there was.
    pub fn label(&self, lang: Lang) -> &str {
        let mut made = self.charges.iter().rev();
        let last = || made.find(|row| row.reverses.is_none() && row.reduces.is_none());
        let charge = self.stands().or_else(last);
        charge.map_or("", |row| said(lang, &row.label, &row.label_en))
    }

    /// What was given back of one payment.
    pub fn refunded_of(&self, payment: PaymentId) -> Yen {
        let own = self.refunds.iter().filter(|one| one.payment_id == payment);
        own.map(|refund| Yen(refund.amount)).sum()
    }
}

/// A text in a language, or in Japanese when that is all there is.
pub(crate) fn said<'t>(lang: Lang, ja: &'t str, en: &'t str) -> &'t str {
    match lang {
        Lang::En if !en.is_empty() => en,
        _ => ja,
    }
}

/// One bill.
pub async fn bill(db: &impl ConnectionTrait, id: BillId) -> Result<Option<Bill>, Fault> {
    Ok(bills(db, vec![id]).await?.pop())
}

/// These bills, in the order of their due days.
pub async fn bills(db: &impl ConnectionTrait, ids: Vec<BillId>) -> Result<Vec<Bill>, Fault> {
    let mut rows = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let query = bill::Entity::find().filter(bill::COLUMN.id.is_in(some.to_vec()));
        rows.extend(query.all(db).await?);
    }
    rows.sort_by(|a, b| a.due_on.cmp(&b.due_on).then(a.id.cmp(&b.id)));
    whole(db, rows).await
}

/// The bill, if the actor may see it: their own, or anybody's at the counter.
pub async fn seen_by(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: BillId,
) -> Result<Bill, Failed<Refused>> {
    match bill(db, id).await? {
        Some(bill) if may_take(actor) || actor.is(bill.row.person_id) => Ok(bill),
        _ => Err(Refused::NoSuchBill.into()),
    }
}

/// What is open, the earliest due first; with `settled_too` the newest use first.
pub async fn listed(
    db: &impl ConnectionTrait,
    filter: Filter,
    limit: u64,
) -> Result<Vec<Bill>, Fault> {
    let mut all = Condition::all();
    if let Some(people) = filter.people {
        all = all.add(bill::COLUMN.person_id.is_in(people));
    }
    if let Some(words) = filter.named {
        let found = accounts::read::found_people(&words);
        all = all.add(bill::Column::PersonId.in_subquery(found));
    }
    if let Some(id) = filter.organisation {
        let ids = organisations::read::all_of(db, id).await?;
        all = all.add(bill::Column::OrganisationId.is_in(ids));
    }
    if let Some(references) = filter.references {
        all = all.add(bill::COLUMN.reference.is_in(references));
    }
    let query = bill::Entity::find().filter(all).limit(limit);
    let query = if filter.settled_too {
        query
            .order_by_desc(bill::COLUMN.used_on)
            .order_by_desc(bill::COLUMN.id)
    } else {
        query
            .filter(bill::COLUMN.open_amount.ne(0))
            .order_by_asc(bill::COLUMN.due_on)
            .order_by_asc(bill::COLUMN.id)
    };
    whole(db, query.all(db).await?).await
}

/// Whether the day of a bill has passed, to the end, and nothing was ever paid of it. What was paid in part
/// is talked over at the counter; and as long as the ward decides whether it is reduced, nobody knows how
/// much there is to pay.
pub async fn is_overdue(
    db: &impl ConnectionTrait,
    bill: &Bill,
    today: NaiveDate,
) -> Result<bool, Fault> {
    let row = &bill.row;
    let late = row.open_amount > 0 && bill.parts.is_empty() && row.due_on < today.to_string();
    Ok(late && open_proposal(db, row.id).await?.is_none())
}

/// The bills that are overdue ([`is_overdue`]), as part of another question.
pub fn overdue(today: NaiveDate) -> SelectStatement {
    let undecided = reduction_proposal::Entity::find()
        .select_only()
        .column(reduction_proposal::Column::BillId)
        .filter(reduction_proposal::COLUMN.answered_at.is_null())
        .into_query();
    let paid = payment_part::Entity::find()
        .select_only()
        .column(payment_part::Column::BillId)
        .into_query();
    bill::Entity::find()
        .select_only()
        .column(bill::Column::Id)
        .filter(bill::COLUMN.open_amount.gt(0))
        .filter(bill::COLUMN.due_on.lt(today.to_string()))
        .filter(bill::Column::Id.not_in_subquery(paid))
        .filter(bill::Column::Id.not_in_subquery(undecided))
        .into_query()
}

/// Everything of one person, the newest use first.
pub async fn of_people(
    db: &impl ConnectionTrait,
    person: PersonId,
    limit: u64,
) -> Result<Vec<Bill>, Fault> {
    let filter = Filter {
        people: Some(vec![person]),
        settled_too: true,
        ..Filter::default()
    };
    listed(db, filter, limit).await
}

/// How many bills a person has.
pub async fn count_of(db: &impl ConnectionTrait, person: PersonId) -> Result<u64, Fault> {
    let own = bill::Entity::find().filter(bill::COLUMN.person_id.eq(person));
    Ok(own.count(db).await?)
}

/// How many bills were made out for an organisation and those merged into it.
pub async fn count_of_organisation(
    db: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<u64, Fault> {
    let ids = organisations::read::all_of(db, id).await?;
    let own = bill::Entity::find().filter(bill::Column::OrganisationId.is_in(ids));
    Ok(own.count(db).await?)
}
