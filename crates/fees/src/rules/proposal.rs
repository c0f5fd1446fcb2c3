//! Proposals of a reduction (減免の伺い): what exactly the ward decides about.

use kernel::PersonId;
use organisations::entity::OrganisationId;

use crate::entity::{ChargeId, ReductionKindId};

/// What a proposal says, for its digest.
#[derive(Clone, Copy, Debug)]
pub struct Proposed<'p> {
    /// What the bill is called at the counter.
    pub reference: &'p str,
    /// Who pays.
    pub payer: PersonId,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// Which charge would be reduced.
    pub charge: ChargeId,
    /// What it comes to, in yen.
    pub amount: i64,
    /// On which ground; none outside all criteria.
    pub kind: Option<ReductionKindId>,
    /// How much, in per cent.
    pub percent: i32,
    /// Why.
    pub reason: &'p str,
}

impl Proposed<'_> {
    /// What exactly is approved: another amount or another word is another content.
    pub fn content(&self) -> String {
        let organisation = self.organisation.map(|id| id.to_string());
        let kind = self.kind.map(|id| id.to_string());
        [
            self.reference.to_owned(),
            self.payer.to_string(),
            organisation.unwrap_or_default(),
            self.charge.to_string(),
            self.amount.to_string(),
            kind.unwrap_or_default(),
            self.percent.to_string(),
            self.reason.to_owned(),
        ]
        .join("\n")
    }

    /// What people call it in lists and letters: no names.
    pub fn title(&self) -> String {
        format!("減免の伺い {}（{}％）", self.reference, self.percent)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn another_amount_share_or_word_is_another_content() {
        let own = Proposed {
            reference: "K7M-4PX-9TD",
            payer: PersonId(Uuid::nil()),
            organisation: None,
            charge: ChargeId(Uuid::nil()),
            amount: 1_600,
            kind: None,
            percent: 50,
            reason: "区の後援する催しのため",
        };
        let others = [
            Proposed {
                amount: 1_601,
                ..own
            },
            Proposed { percent: 51, ..own },
            Proposed {
                reason: "区の後援のため",
                ..own
            },
            Proposed {
                kind: Some(ReductionKindId(Uuid::nil())),
                ..own
            },
        ];
        for other in others {
            assert_ne!(other.content(), own.content(), "{other:?}");
        }
        assert_eq!(own.title(), "減免の伺い K7M-4PX-9TD（50％）");
    }
}
