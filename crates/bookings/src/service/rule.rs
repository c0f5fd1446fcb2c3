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
    refused::{Refused, Unruled, Unruly},
    rules::{
        Rule, may_manage,
        terms::{Ahead, Measure, Notice, Term},
    },
};

/// Enters a rule of booking. One without an end takes the place of those about the same, which end
/// the day before; one with an end lets them rest until it is over. What is booked stays booked.
///
/// # Errors
/// [`Unruled::Already`] when the very same rule is there.
pub async fn make_rule(work: &Work, rule: &Rule) -> Result<RuleId, Failed<Refused>> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotRule).into());
    }
    // Whoever books is judged by the rules of before or of after, never by half of each.
    gate::shut(work).await?;
    let there = read::rules(work.db()).await?;
    let same = |other: &&Rule| other.is_about_the_same(rule) && other.is_ever_in_force();
    let alike = |other: &Rule| {
        other.term == rule.term
            && other.valid_from == rule.valid_from
            && other.valid_until == rule.valid_until
    };
    if there.iter().filter(same).any(alike) {
        return Err(Refused::Ruled(Unruled::Already).into());
    }
    if rule.valid_until.is_none() {
        for former in there.iter().filter(same) {
            let last = rule.valid_from.pred_opt();
            if former.valid_until.is_none_or(|until| Some(until) > last) {
                end(work, former.id, last).await?;
            }
        }
    }
    Ok(set_rule(work, rule).await?)
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

/// Ends a rule: this date is the last on which it is in force.
pub async fn end_rule(work: &Work, id: RuleId, last: NaiveDate) -> Result<(), Failed<Refused>> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotRule).into());
    }
    gate::shut(work).await?;
    let Some(ruling) = read::ruling(work.db(), id).await? else {
        return Err(Refused::Ruled(Unruled::NoSuchRule).into());
    };
    let today = work.now().date();
    if last < today {
        return Err(Refused::Unruly(vec![Unruly::Past("last", today)]).into());
    }
    if ruling.rule.valid_until.is_some_and(|until| until <= last) {
        return Err(Refused::Ruled(Unruled::EndsNoEarlier).into());
    }
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
