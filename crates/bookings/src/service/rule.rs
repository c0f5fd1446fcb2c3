//! Making the rules of booking, and ending them.

use chrono::NaiveDate;
use kernel::{Failed, Fault, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::gate;
use crate::{
    entity::{
        RuleId,
        booking_rule::{self, CountedBy},
    },
    events, read,
    refused::{Refused, Unruled},
    rules::{
        Rule, may_manage,
        terms::{Ahead, Measure, Notice, Revision, Term},
    },
};

/// Enters a rule of booking. One without an end takes the place of those about the same, which end
/// the day before, and itself ends before one that is planned for later; one with an end lets them
/// rest until it is over. What is booked stays booked. `seen` is the catalogue from which the
/// manager was shown what it changes.
///
/// # Errors
/// [`Unruled::Already`] when the very same rule is there; [`Refused::SetUpChanged`] when something
/// was changed since it was shown.
pub async fn make_rule(work: &Work, rule: &Rule, seen: i64) -> Result<RuleId, Failed<Refused>> {
    let there = shown(work).await?;
    let revision = Revision::entering(&there, rule);
    let entered = &revision.rule;
    let alike = |other: &Rule| {
        other.is_about_the_same(entered)
            && other.is_ever_in_force()
            && other.term == entered.term
            && other.valid_from == entered.valid_from
            && other.valid_until == entered.valid_until
    };
    if there.iter().any(alike) {
        return Err(Refused::Ruled(Unruled::Already).into());
    }
    unchanged(work, seen).await?;
    for (id, last) in revision.ended {
        end(work, id, last).await?;
    }
    Ok(set_rule(work, &revision.rule).await?)
}

/// The rules behind the gate, for the manager: whoever books is judged by those of before or of
/// after, never by half of each.
async fn shown(work: &Work) -> Result<Vec<Rule>, Failed<Refused>> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotRule).into());
    }
    gate::shut(work).await?;
    Ok(read::rules(work.db()).await?)
}

async fn unchanged(work: &Work, seen: i64) -> Result<(), Failed<Refused>> {
    if read::catalogue_version(work.db()).await? == seen {
        Ok(())
    } else {
        Err(Refused::SetUpChanged.into())
    }
}

/// Writes the row of a rule; nothing else is ended.
pub async fn set_rule(work: &Work, rule: &Rule) -> Result<RuleId, Fault> {
    let id: RuleId = work.new_id();
    let row = booking_rule::ActiveModel {
        id: Set(id),
        kind: Set(rule.kind()),
        space_id: Set(rule.space),
        locality: Set(rule.selector.locality),
        party: Set(rule.selector.party),
        stage: Set(rule.selector.stage),
        source: Set(rule.source.ja.clone()),
        source_en: Set(rule.source.en.clone()),
        valid_from: Set(rule.valid_from.to_string()),
        valid_until: Set(rule.valid_until.map(|date| date.to_string())),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
        ..columns(rule.term)
    };
    booking_rule::Entity::insert(row)
        .exec_without_returning(work.db())
        .await?;
    work.record(events::ruled(id, rule));
    Ok(id)
}

fn columns(term: Term) -> booking_rule::ActiveModel {
    let number = |value: u32| Some(i32::try_from(value).unwrap_or(i32::MAX));
    let none = booking_rule::ActiveModel {
        counted_by: Set(None),
        amount: Set(None),
        clock: Set(None),
        period: Set(None),
        within_months: Set(None),
        for_months: Set(None),
        late_days: Set(None),
        decide_days: Set(None),
        ..Default::default()
    };
    let counted = |by, amount, clock| booking_rule::ActiveModel {
        counted_by: Set(Some(by)),
        amount: Set(amount),
        clock: Set(clock),
        ..none.clone()
    };
    match term {
        Term::Window(opening) => {
            let (by, amount) = match opening.ahead {
                Ahead::FirstOfMonth(months) => (CountedBy::FirstOfMonth, months),
                Ahead::Months(months) => (CountedBy::Months, months),
                Ahead::Days(days) => (CountedBy::Days, days),
            };
            counted(by, number(amount), Some(opening.clock))
        }
        Term::Notice(Notice::Minutes(minutes)) => counted(CountedBy::Minutes, Some(minutes), None),
        Term::Notice(Notice::Days { days, clock }) => {
            counted(CountedBy::Days, number(days), Some(clock))
        }
        Term::Quota(limit) => {
            let by = match limit.measure {
                Measure::Bookings => CountedBy::Bookings,
                Measure::Hours => CountedBy::Hours,
            };
            booking_rule::ActiveModel {
                period: Set(Some(limit.period)),
                ..counted(by, Some(limit.most), None)
            }
        }
        Term::Run(days) => booking_rule::ActiveModel {
            amount: Set(Some(days)),
            ..none
        },
        Term::Approval(days) => booking_rule::ActiveModel {
            decide_days: Set(Some(days)),
            ..none
        },
        Term::NoShow(penalty) => booking_rule::ActiveModel {
            amount: Set(Some(penalty.times)),
            within_months: Set(number(penalty.within_months)),
            for_months: Set(number(penalty.for_months)),
            late_days: Set(penalty.late_days.and_then(number)),
            ..none
        },
    }
}

/// Ends a rule: this date is the last on which it is in force. `seen` is the catalogue from which
/// the manager was shown what then holds.
///
/// # Errors
/// [`Refused::Unruly`] when the date has passed, [`Unruled::EndsNoEarlier`] when it would end no
/// earlier, [`Refused::SetUpChanged`] when something was changed since it was shown.
pub async fn end_rule(
    work: &Work,
    id: RuleId,
    last: NaiveDate,
    seen: i64,
) -> Result<(), Failed<Refused>> {
    let there = shown(work).await?;
    let rule = there.iter().find(|rule| rule.id == id);
    let rule = rule.ok_or(Refused::Ruled(Unruled::NoSuchRule))?;
    rule.may_end(last, work.now().date())?;
    unchanged(work, seen).await?;
    end(work, id, Some(last)).await?;
    Ok(())
}

async fn end(work: &Work, id: RuleId, last: Option<NaiveDate>) -> Result<(), Fault> {
    booking_rule::Entity::update_many()
        .col_expr(
            booking_rule::Column::ValidUntil,
            Expr::value(last.map(|date| date.to_string())),
        )
        .filter(booking_rule::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    work.record(events::rule_ended(id, last));
    Ok(())
}
