//! Receipts: numbered by the fiscal year, issued once for what remains, printed again as such.

use japan::{fiscal::FiscalYear, money::Yen};
use kernel::{Failed, Fault, Work};
use sea_orm::{ActiveValue::Set, Statement, entity::prelude::*, sea_query::ExprTrait};

use super::bills::lock;
use crate::{
    entity::{FeeTermsId, PaymentId, ReceiptId, receipt},
    events,
    read::{self, Paid},
    refused::{Refused, What, Wrong},
    rules::{LONGEST_NAME, may_take},
};

/// Issues the receipt of a payment, for what was not given back. Without an addressee it is the
/// simple form (簡易).
pub async fn issue_receipt(
    work: &Work,
    payment: PaymentId,
    addressee: &str,
) -> Result<ReceiptId, Failed<Refused>> {
    if !may_take(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let addressee = addressee.trim();
    let wrong = if addressee.chars().count() > LONGEST_NAME {
        Some(What::TooLong(LONGEST_NAME))
    } else if addressee.chars().any(char::is_control) {
        Some(What::Unreadable)
    } else {
        None
    };
    if let Some(what) = wrong {
        return Err(Refused::Wrong(vec![Wrong::new("addressee", what)]).into());
    }
    let year = FiscalYear::of(work.now().date()).year();
    // The counter is locked until this is over, and goes back with a refusal: no number is lost.
    let number = draw(work, year).await?;
    let paid = unmoved(work, payment).await?;
    if paid.receipt.is_some() {
        return Err(Refused::AlreadyIssued.into());
    }
    if paid.kept() == Yen::ZERO {
        return Err(Refused::AllGivenBack.into());
    }
    let Some(terms) = terms_of(work, &paid).await? else {
        return Err(Refused::NoTerms.into());
    };
    let id: ReceiptId = work.new_id();
    receipt::Entity::insert(receipt::ActiveModel {
        id: Set(id),
        payment_id: Set(payment),
        fiscal_year: Set(year),
        number: Set(number),
        addressee: Set(addressee.to_owned()),
        terms_id: Set(Some(terms)),
        printings: Set(1),
        issued_by: Set(work.actor().person),
        issued_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::receipt("receipt.issued", id, payment));
    Ok(id)
}

/// The payment, while nobody gives anything of it back.
async fn unmoved(work: &Work, id: PaymentId) -> Result<Paid, Failed<Refused>> {
    let paid = read::payment(work.db(), id).await?;
    let paid = paid.ok_or(Refused::NoSuchPayment)?;
    lock(
        work,
        paid.parts.iter().map(|(part, _)| part.bill_id).collect(),
    )
    .await?;
    let paid = read::payment(work.db(), id).await?;
    Ok(paid.ok_or(Refused::NoSuchPayment)?)
}

/// By whose terms the papers of a payment are: those of the day the money came in, or, where
/// nobody had said any yet, today's.
pub(super) async fn terms_of(work: &Work, paid: &Paid) -> Result<Option<FeeTermsId>, Fault> {
    if let Some(issued) = &paid.receipt {
        return Ok(issued.terms_id);
    }
    let then = read::terms(work.db(), paid.row.received_at.date()).await?;
    let found = match then {
        Some(then) => Some(then),
        None => read::terms(work.db(), work.now().date()).await?,
    };
    Ok(found.map(|terms| terms.id))
}

/// The next number of a fiscal year.
async fn draw(work: &Work, year: i32) -> Result<i32, Fault> {
    let next = Statement::from_sql_and_values(
        work.db().get_database_backend(),
        "INSERT INTO receipt_counters (fiscal_year, last) VALUES ($1, 1)
         ON CONFLICT (fiscal_year) DO UPDATE SET last = receipt_counters.last + 1
         RETURNING last",
        [year.into()],
    );
    let row = work.db().query_one_raw(next).await?;
    let missing = || DbErr::RecordNotFound("the counter of receipts".to_owned());
    Ok(row.ok_or_else(missing)?.try_get("", "last")?)
}

/// Prints a receipt once more; it says 再発行 from now on.
pub async fn print_again(work: &Work, id: ReceiptId) -> Result<(), Failed<Refused>> {
    if !may_take(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let Some(row) = receipt::Entity::find_by_id(id).one(work.db()).await? else {
        return Err(Refused::NoSuchReceipt.into());
    };
    receipt::Entity::update_many()
        .col_expr(
            receipt::Column::Printings,
            Expr::col(receipt::Column::Printings).add(1),
        )
        .filter(receipt::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    let event = events::receipt("receipt.printed_again", id, row.payment_id);
    work.record(event);
    Ok(())
}
