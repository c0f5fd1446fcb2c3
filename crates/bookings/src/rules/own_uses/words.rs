//! Why, and for which programme, the centre may say that it uses a space.

use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::Span;
use plans::{entity::ProgrammeId, read::offered::Offered};

use crate::{
    entity::{OwnUseReasonId, own_use_reason},
    refused::Unowned,
};

/// What can be said of an own use.
#[derive(Clone, Copy, Debug)]
pub struct Words<'k> {
    /// The manager's reasons, those that ended too.
    pub reasons: &'k [own_use_reason::Model],
    /// What may be carried out in the fiscal years of the use.
    pub offered: &'k [Offered],
}

impl Words<'_> {
    /// A reason is given by its name of the day of use.
    pub fn wrong(&self, reason: Option<OwnUseReasonId>, spans: &[Span]) -> Option<Unowned> {
        let mut reasons = self.reasons.iter();
        let Some(reason) = reasons.find(|one| Some(one.id) == reason) else {
            return Some(Unowned::ReasonMissing);
        };
        dates(spans)
            .find(|date| !reason.is_given_on(*date))
            .map(Unowned::ReasonNotThen)
    }

    /// A programme is named in the fiscal year whose approved plan has it.
    pub fn unfit(&self, programme: Option<ProgrammeId>, spans: &[Span]) -> Option<Unowned> {
        let Some(programme) = programme else {
            return Some(Unowned::ProgrammeMissing);
        };
        dates(spans)
            .find(|date| self.programme(programme, *date).is_none())
            .map(Unowned::ProgrammeNotThen)
    }

    /// The programme, if it may be carried out on a day.
    pub fn programme(&self, id: ProgrammeId, on: NaiveDate) -> Option<&Offered> {
        let year = FiscalYear::of(on).year();
        let mut offered = self.offered.iter();
        offered.find(|one| one.id == id && one.year == year)
    }
}

fn dates(spans: &[Span]) -> impl Iterator<Item = NaiveDate> {
    spans.iter().map(|span| span.from.date())
}
