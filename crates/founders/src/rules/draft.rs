//! What an application must say.
//!
//! Source: `domain.md` part 2: name and head office must be those of the registration, or the
//! certificate may be void (新宿); one set of papers for each use (墨田); the applicant is a founder on the
//! day of the application (cond5).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use japan::Yen;

use super::{
    BenefitRow, CompanyKind, EligibilityRow, Form, Founder, NotFounder, Standing, Undertaking,
    WhyNot, benefits, is_founder,
};

/// The longest name or address, in characters.
const LONGEST: usize = 200;

/// An application as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct ApplicationDraft {
    /// How far they are.
    pub standing: Option<Standing>,
    /// When they begin or found, or when they did.
    pub day: Option<NaiveDate>,
    /// As what.
    pub form: Option<Form>,
    /// The company's name (商号), or the business's (屋号) if it has one.
    pub name: String,
    /// The company's capital; partnerships register none.
    pub capital: Option<Yen>,
    /// The address of the head office (本店所在地), or of the business.
    pub head_office: String,
    /// Where the founder lives, as it stands on the certificate.
    pub address: String,
    /// What the business does.
    pub field: String,
    /// That name and head office are settled, and will be registered so.
    pub settled: bool,
    /// For what, by the codes of the benefits.
    pub purposes: BTreeSet<String>,
    /// How many copies.
    pub copies: Option<u32>,
}

/// What a draft is held against.
#[derive(Clone, Copy, Debug)]
pub struct DraftTerms<'a> {
    /// The day of the application.
    pub on: NaiveDate,
    /// Whether the support was had by then.
    pub completed: bool,
    /// Who is a founder.
    pub eligibility: &'a [EligibilityRow],
    /// What the certificate is for.
    pub benefits: &'a [BenefitRow],
    /// How addresses in the ward begin: 東京都目黒区, 目黒区.
    pub ward: &'a [&'a str],
    /// The most copies at once.
    pub most_copies: u32,
}

impl<'a> DraftTerms<'a> {
    /// The benefits of the day.
    fn rows(&self) -> impl Iterator<Item = &'a BenefitRow> {
        let on = self.on;
        let in_force = self.benefits.iter();
        in_force.filter(move |row| row.in_force.has(on))
    }
}

/// One thing that is wrong, beside its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The form field.
    pub field: &'static str,
    /// The key of the sentence.
    pub key: &'static str,
    /// The day that the sentence names, if it names one.
    pub day: Option<NaiveDate>,
}

const fn wrong(field: &'static str, key: &'static str) -> Wrong {
    Wrong {
        field,
        key,
        day: None,
    }
}

impl ApplicationDraft {
    /// Who they say they are, once they have said it.
    pub fn founder(&self) -> Option<Founder> {
        let (standing, day) = (self.standing?, self.day?);
        Some(Founder { standing, day })
    }

    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, terms: &DraftTerms) -> Vec<Wrong> {
        let mut found = Vec::new();
        if !terms.completed {
            found.push(wrong("progress", "founders-not-met"));
        }
        found.extend(self.wrong_founder(terms));
        found.extend(self.wrong_form());
        found.extend(self.wrong_name());
        found.extend(self.wrong_capital());
        let office = self.wrong_head_office();
        let purposes = self.wrong_purposes(terms);
        let beside = |field: &'static str| purposes.iter().filter(move |one| one.field == field);
        found.extend(office);
        found.extend(beside("head_office"));
        found.extend(self.wrong_lines());
        if !self.settled && self.needs_settled(terms) {
            found.push(wrong("settled", "founders-settled-missing"));
        }
        found.extend(beside("purposes"));
        found.extend(self.wrong_copies(terms));
        found
    }

    fn wrong_founder(&self, terms: &DraftTerms) -> Vec<Wrong> {
        let mut found = Vec::new();
        if self.standing.is_none() {
            found.push(wrong("standing", "founders-standing-missing"));
        }
        if self.day.is_none() {
            found.push(wrong("day", "founders-day-missing"));
        }
        let Some(founder) = self.founder() else {
            return found;
        };
        let refused = is_founder(terms.eligibility, founder, true, terms.on).err();
        found.extend(refused.map(|why| match why {
            NotFounder::NoRule => wrong("standing", why.key()),
            _ => Wrong {
                day: why.day(),
                ..wrong("day", why.key())
            },
        }));
        found
    }

    fn wrong_form(&self) -> Option<Wrong> {
        let Some(form) = self.form else {
            return Some(wrong("form", "founders-form-missing"));
        };
        let fits = match self.standing {
            Some(Standing::PlansBusiness) => form == Form::Individual,
            Some(Standing::PlansCompany | Standing::Company) => form != Form::Individual,
            // An individual in business may go on so, or found a company (法人成り).
            Some(Standing::InBusiness) | None => true,
        };
        (!fits).then_some(wrong("form", "founders-form-standing"))
    }

    fn wrong_name(&self) -> Option<Wrong> {
        let name = self.name.trim();
        if name.chars().count() > LONGEST {
            return Some(wrong("name", "founders-name-long"));
        }
        let Some(Form::Company(kind)) = self.form else {
            return None;
        };
        if name.is_empty() {
            return Some(wrong("name", "founders-name-missing"));
        }
        // 会社法第6条第2項: a company of another name could not be registered so.
        (!name.contains(kind.word())).then_some(wrong("name", "founders-name-kind"))
    }

    fn wrong_capital(&self) -> Option<Wrong> {
        let Some(Form::Company(kind)) = self.form else {
            return None;
        };
        match (self.capital, kind) {
            (Some(capital), _) if capital < Yen::ZERO => {
                Some(wrong("capital", "founders-capital-negative"))
            }
            (None, CompanyKind::Stock | CompanyKind::LimitedLiability) => {
                Some(wrong("capital", "founders-capital-missing"))
            }
            _ => None,
        }
    }

    fn wrong_head_office(&self) -> Option<Wrong> {
        let address = self.head_office.trim();
        if address.is_empty() {
            return Some(wrong("head_office", "founders-head-office-missing"));
        }
        let long = address.chars().count() > LONGEST;
        long.then_some(wrong("head_office", "founders-head-office-long"))
    }

    fn wrong_lines(&self) -> Vec<Wrong> {
        let lines = [
            (
                "address",
                &self.address,
                "founders-address-missing",
                "founders-address-long",
            ),
            (
                "field",
                &self.field,
                "founders-field-missing",
                "founders-field-long",
            ),
        ];
        let wrong_line = |(field, text, missing, long): (_, &String, _, _)| {
            let text = text.trim();
            if text.is_empty() {
                return Some(wrong(field, missing));
            }
            (text.chars().count() > LONGEST).then_some(wrong(field, long))
        };
        lines.into_iter().filter_map(wrong_line).collect()
    }

    /// What is wrong with what they want it for; a head office outside the ward stands beside its own
    /// field, for there it can be put right.
    fn wrong_purposes(&self, terms: &DraftTerms) -> Vec<Wrong> {
        if self.purposes.is_empty() {
            return vec![wrong("purposes", "founders-purposes-missing")];
        }
        let mut found = Vec::new();
        let known = |code: &&String| terms.rows().any(|row| row.code == **code);
        if !self.purposes.iter().all(|code| known(&code)) {
            found.push(wrong("purposes", "founders-purposes-unknown"));
        }
        let Some(founder) = self.founder() else {
            return found;
        };
        let doing = self.undertaking(terms);
        let all = benefits(terms.benefits, terms.eligibility, founder, doing, terms.on);
        let wanted = all
            .iter()
            .filter(|(row, _)| self.purposes.contains(&row.code));
        for why in wanted.filter_map(|(_, theirs)| theirs.err()) {
            let one = match why {
                // Said already, beside the day.
                WhyNot::NotFounder(_) => continue,
                WhyNot::OutsideWard if self.head_office.trim().is_empty() => continue,
                WhyNot::OutsideWard => wrong("head_office", why.key()),
                WhyNot::Standing | WhyNot::NoCompany | WhyNot::ChangeOfForm => {
                    wrong("purposes", why.key())
                }
            };
            if !found.contains(&one) {
                found.push(one);
            }
        }
        found
    }

    fn undertaking(&self, terms: &DraftTerms) -> Undertaking {
        match (self.standing, self.form) {
            (Some(Standing::Company), _) => Undertaking::Other,
            (_, Some(Form::Company(_))) => Undertaking::FoundsCompany {
                head_office_in_ward: is_in(terms.ward, &self.head_office),
            },
            _ => Undertaking::Other,
        }
    }

    /// Only what is presented at a registration has to be registered as it says.
    fn needs_settled(&self, terms: &DraftTerms) -> bool {
        let mut wanted = terms.rows().filter(|row| self.purposes.contains(&row.code));
        wanted.any(|row| row.terms.founds_company)
    }

    fn wrong_copies(&self, terms: &DraftTerms) -> Option<Wrong> {
        match self.copies {
            None | Some(0) => Some(wrong("copies", "founders-copies-missing")),
            Some(copies) if copies > terms.most_copies => {
                Some(wrong("copies", "founders-copies-many"))
            }
            Some(_) => None,
        }
    }
}

/// Whether an address lies in the ward, by how it begins.
fn is_in(ward: &[&str], address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_whitespace()).collect();
    ward.iter().any(|begins| plain.starts_with(begins))
}

#[cfg(test)]
mod tests;
