//! What is owed, what was paid, and what can be given back.

use std::collections::HashSet;

use japan::money::Yen;

use crate::entity::ChargeId;

/// A line of a bill, as far as money goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its identifier.
    pub id: ChargeId,
    /// In yen, with tax; negative for what is taken back.
    pub amount: Yen,
    /// Which line it takes back.
    pub reverses: Option<ChargeId>,
    /// Which charge it reduces.
    pub reduces: Option<ChargeId>,
}

/// Where a bill stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// What it comes to: charges less what was reversed and reduced.
    pub charged: Yen,
    /// What was paid, less what was given back.
    pub paid: Yen,
}

impl Balance {
    /// The balance of a bill with these lines, payments and refunds.
    pub fn of(
        lines: &[Line],
        paid: impl IntoIterator<Item = Yen>,
        refunded: impl IntoIterator<Item = Yen>,
    ) -> Self {
        Self {
            charged: lines.iter().map(|line| line.amount).sum(),
            paid: paid.into_iter().sum::<Yen>() - refunded.into_iter().sum(),
        }
    }

    /// What is owed; below nothing when more was paid than it costs.
    pub fn open(self) -> Yen {
        self.charged - self.paid
    }

    /// What has to be given back.
    pub fn to_refund(self) -> Yen {
        (-self.open()).max(Yen::ZERO)
    }
}

/// How far something is paid: `unpaid`, `partly`, `paid`, `refund`; `free` when it comes to nothing.
/// `open` is below nothing when something is to be given back; `begun`: something was ever paid.
pub const fn how_far(open: Yen, begun: bool) -> &'static str {
    match (open.0, begun) {
        (1.., false) => "unpaid",
        (1.., true) => "partly",
        (..=-1, _) => "refund",
        (0, true) => "paid",
        (0, false) => "free",
    }
}

/// The lines that stand: neither taken back, nor taking back.
pub fn standing(lines: &[Line]) -> Vec<Line> {
    let gone: HashSet<ChargeId> = lines.iter().filter_map(|line| line.reverses).collect();
    let stands = |line: &&Line| line.reverses.is_none() && !gone.contains(&line.id);
    lines.iter().filter(stands).copied().collect()
}

/// What can still be given back of one part of a payment.
pub fn refundable(part: Yen, refunded: impl IntoIterator<Item = Yen>) -> Yen {
    part - refunded.into_iter().sum()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn id(number: u128) -> ChargeId {
        ChargeId(Uuid::from_u128(number))
    }

    fn line(number: u128, amount: i64, reverses: Option<u128>, reduces: Option<u128>) -> Line {
        Line {
            id: id(number),
            amount: Yen(amount),
            reverses: reverses.map(id),
            reduces: reduces.map(id),
        }
    }

    #[test]
    fn what_was_taken_back_no_longer_stands() {
        let lines = [
            line(1, 1_000, None, None),
            line(2, -500, None, Some(1)),
            line(3, -1_000, Some(1), None),
            line(4, 500, Some(2), None),
            line(5, 700, None, None),
        ];
        let left: Vec<ChargeId> = standing(&lines).iter().map(|line| line.id).collect();
        assert_eq!(left, [id(5)]);
        assert_eq!(Balance::of(&lines, [], []).charged, Yen(700));
    }

    #[test]
    fn what_is_owed_is_what_it_costs_less_what_was_paid_and_kept() {
        for (charged, paid, refunded, open, back) in [
            (1_000, 0, 0, 1_000, 0),
            (1_000, 1_000, 0, 0, 0),
            (500, 1_000, 0, -500, 500),
            (500, 1_000, 500, 0, 0),
            (0, 1_000, 400, -600, 600),
            (1_000, 1_000, 1_000, 1_000, 0),
        ] {
            let lines = [line(1, charged, None, None)];
            let balance = Balance::of(&lines, [Yen(paid)], [Yen(refunded)]);
            assert_eq!(
                (balance.open(), balance.to_refund()),
                (Yen(open), Yen(back))
            );
        }
        assert_eq!(refundable(Yen(1_000), [Yen(300), Yen(700)]), Yen::ZERO);
    }
}
