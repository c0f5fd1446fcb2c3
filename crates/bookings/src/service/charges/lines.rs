//! What stands on the bill of a booking.

use fees::{read::Bill, rules::Price, service::NewLine};
use japan::money::Yen;
use kernel::{Fault, Work};
use views::Lang;

use crate::{
    entity::booking,
    read::{self, Place},
};

/// What is charged for a booking: its use, at most what was said when it was asked for, and what
/// cancelling before its change would have cost beyond that.
pub(super) async fn lines(
    work: &Work,
    booking: &booking::Model,
    bill: Option<&Bill>,
    (place, price, most): (&Place, &Price, Option<i64>),
) -> Result<Vec<NewLine>, Fault> {
    let own = NewLine {
        label: label(booking, place.name(Lang::Ja), Lang::Ja)?,
        label_en: label(booking, place.name(Lang::En), Lang::En)?,
        amount: most.map_or(price.total(), |most| price.total().min(Yen(most))),
    };
    let Some(bill) = bill else {
        return Ok(vec![own]);
    };
    let on = booking.starts_at.date();
    let reduced = read::reduced(work.db(), bill, price, (own.amount, on)).await?;
    let more = kept_line(booking, bill, reduced);
    Ok([own].into_iter().chain(more).collect())
}

/// What is charged beyond a price, when cancelling before the change would have cost more.
pub(super) fn kept_line(booking: &booking::Model, bill: &Bill, price: Yen) -> Option<NewLine> {
    let amount = Yen(booking.kept_yen) - price;
    (amount > Yen::ZERO).then(|| NewLine {
        label: format!("キャンセル料（変更前：{}）", bill.label(Lang::Ja)),
        label_en: format!(
            "Cancellation fee (before the change: {})",
            bill.label(Lang::En)
        ),
        amount,
    })
}

/// For what it is, as the receipt says it: `会議室A　2026年12月15日（火）13:00〜15:00`.
fn label(booking: &booking::Model, space: &str, lang: Lang) -> Result<String, Fault> {
    let (from, until) = (booking.starts_at.rfc3339(), booking.ends_at.rfc3339());
    let when = views::span(&from, &until, lang);
    let when = when.map_err(|failed| Fault::broken("naming a charge", failed))?;
    let gap = if lang == Lang::En { ", " } else { "　" };
    Ok(format!("{space}{gap}{when}"))
}
