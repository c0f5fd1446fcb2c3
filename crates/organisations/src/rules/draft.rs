//! An application as it is typed, and what has to be right before it is handed in.

use chrono::NaiveDate;
use japan::{
    calendar::parse_date,
    corporate_number::{CorporateNumber, NumberError, RegistrationNumber},
    kana,
    postal_code::PostalCode,
};
use kernel::Detail;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Category, is_young};
use crate::entity::category::{Locality, Party, Stage};

/// The longest name or reading, in characters.
const LONGEST_NAME: usize = 100;
/// The longest address, in characters.
const LONGEST_ADDRESS: usize = 200;
/// The longest note or answer, in characters.
pub const LONGEST_WORDS: usize = 1000;

/// What an application says of an organisation, or of a person beside their name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// 名称; empty for a person, who is called as in their account.
    pub name: String,
    /// フリガナ; empty for a person.
    pub kana: String,
    /// 法人番号, 13 digits.
    pub corporate_number: Option<String>,
    /// 登録番号, T and 13 digits.
    pub registration_number: Option<String>,
    /// `153-0000`.
    pub postal_code: String,
    /// 所在地, or where a person lives.
    pub address: String,
    /// In plain ASCII digits, however it was typed.
    pub telephone: String,
    /// 設立・開業の日.
    pub founded_on: Option<NaiveDate>,
    /// Where in the ward a person works or learns, if they do.
    pub workplace: String,
}

/// An application as typed.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// As what they come.
    pub party: Option<Party>,
    /// Where they say they belong.
    pub locality: Option<Locality>,
    /// How far they say they are.
    pub stage: Option<Stage>,
    /// 名称.
    pub name: String,
    /// フリガナ.
    pub kana: String,
    /// 法人番号.
    pub corporate_number: String,
    /// 登録番号.
    pub registration_number: String,
    /// 郵便番号.
    pub postal_code: String,
    /// 所在地・住所.
    pub address: String,
    /// 電話番号.
    pub telephone: String,
    /// 設立・開業の日.
    pub founded_on: String,
    /// 勤め先・学校.
    pub workplace: String,
    /// What reception should know.
    pub words: String,
}

/// An application that can be handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The category wished for.
    pub category: Category,
    /// What it says.
    pub details: Details,
    /// What reception should know.
    pub words: String,
}

/// Where someone who comes as this may belong.
pub const fn localities(party: Party) -> &'static [Locality] {
    match party {
        Party::Individual | Party::Group => &[Locality::Resident, Locality::Outside],
        Party::Business => &[Locality::WardBusiness, Locality::Outside],
    }
}

/// How far someone who comes as this may be.
pub const fn stages(party: Party) -> &'static [Stage] {
    match party {
        Party::Individual => &[Stage::Settled, Stage::BeforeFounding],
        Party::Business => &[Stage::Settled, Stage::BeforeFounding, Stage::Young],
        Party::Group => &[Stage::Settled],
    }
}

impl Draft {
    /// The application, or everything that is wrong, in the order of the form.
    pub fn allowed(&self, today: NaiveDate) -> Result<Applied, Vec<Detail>> {
        let party = self
            .party
            .ok_or_else(|| vec![wrong("party", "organisations-wrong-party")])?;
        let mut faults = Vec::new();
        let details = self.details(party, today, &mut faults);
        let locality = self.locality.filter(|own| localities(party).contains(own));
        if locality.is_none() {
            faults.push(wrong("locality", "organisations-wrong-locality"));
        }
        let stage = match stages(party) {
            [only] => Some(*only),
            known => self.stage.filter(|own| known.contains(own)),
        };
        match stage {
            None => faults.push(wrong("stage", "organisations-wrong-stage")),
            Some(Stage::Young) => {
                let key = match details.founded_on {
                    Some(day) if is_young(day, today) => None,
                    Some(_) => Some("organisations-wrong-not-young"),
                    None => Some("organisations-wrong-founded-missing"),
                };
                faults.extend(key.map(|key| wrong("founded_on", key)));
            }
            Some(Stage::BeforeFounding | Stage::Settled) => {}
        }
        faults.extend(text("words", &self.words, LONGEST_WORDS, true));
        match (locality, stage) {
            (Some(locality), Some(stage)) if faults.is_empty() => Ok(Applied {
                category: Category {
                    locality,
                    party,
                    stage,
                },
                details,
                words: self.words.clone(),
            }),
            _ => Err(faults),
        }
    }

    fn details(&self, party: Party, today: NaiveDate, faults: &mut Vec<Detail>) -> Details {
        let mut details = Details {
            address: self.address.clone(),
            telephone: kana::digits(&self.telephone),
            ..Details::default()
        };
        if party == Party::Individual {
            faults.extend(text("workplace", &self.workplace, LONGEST_ADDRESS, false));
            details.workplace.clone_from(&self.workplace);
        } else {
            faults.extend(self.name_is_wrong());
            details.name.clone_from(&self.name);
            details.kana.clone_from(&self.kana);
            details.corporate_number = self.corporate(faults);
            details.registration_number =
                self.registration(details.corporate_number.as_deref(), faults);
        }
        match PostalCode::parse(&self.postal_code) {
            Ok(code) => details.postal_code = code.to_string(),
            Err(_) => faults.push(wrong("postal_code", "organisations-wrong-postal-code")),
        }
        if self.address.is_empty() {
            faults.push(wrong("address", "organisations-wrong-address"));
        }
        faults.extend(text("address", &self.address, LONGEST_ADDRESS, false));
        if self.telephone.is_empty() {
            faults.push(wrong("telephone", "organisations-wrong-telephone"));
        }
        faults.extend(accounts::rules::telephone_is_wrong(&self.telephone));
        if party != Party::Individual {
            details.founded_on = self.founded(today, faults);
        }
        details
    }

    fn name_is_wrong(&self) -> Vec<Detail> {
        let mut faults = Vec::new();
        if self.name.is_empty() {
            faults.push(wrong("name", "organisations-wrong-name"));
        }
        faults.extend(text("name", &self.name, LONGEST_NAME, false));
        if self.kana.is_empty() {
            faults.push(wrong("kana", "organisations-wrong-kana"));
        } else if !kana::is_kana(&self.kana) {
            faults.push(wrong("kana", "organisations-wrong-not-kana"));
        }
        faults.extend(text("kana", &self.kana, LONGEST_NAME, false));
        faults
    }

    /// 法人番号: may be left out, since one person in business has none.
    fn corporate(&self, faults: &mut Vec<Detail>) -> Option<String> {
        let field = "corporate_number";
        match CorporateNumber::parse(&self.corporate_number) {
            Ok(number) => return Some(number.to_string()),
            Err(NumberError::Empty) => {}
            Err(error) => faults.push(number_is_wrong(field, error)),
        }
        None
    }

    /// 登録番号: that of a corporation is T and its 法人番号 (G05).
    fn registration(&self, corporate: Option<&str>, faults: &mut Vec<Detail>) -> Option<String> {
        let field = "registration_number";
        let number = match RegistrationNumber::parse(&self.registration_number) {
            Ok(number) => number,
            Err(NumberError::Empty) => return None,
            Err(error) => {
                faults.push(number_is_wrong(field, error));
                return None;
            }
        };
        let corporate = corporate.and_then(|digits| CorporateNumber::parse(digits).ok());
        if corporate.is_some_and(|own| !number.agrees_with(own)) {
            faults.push(wrong(field, "organisations-wrong-number-mismatch"));
        }
        Some(number.to_string())
    }

    fn founded(&self, today: NaiveDate, faults: &mut Vec<Detail>) -> Option<NaiveDate> {
        if self.founded_on.is_empty() {
            return None;
        }
        let day = parse_date(&self.founded_on);
        let late = self.stage != Some(Stage::BeforeFounding) && day.is_some_and(|day| day > today);
        let early = self.stage == Some(Stage::BeforeFounding) && day.is_some_and(|day| day < today);
        if day.is_none() {
            faults.push(wrong("founded_on", "organisations-wrong-date"));
        } else if late {
            faults.push(wrong("founded_on", "organisations-wrong-founded-later"));
        } else if early {
            faults.push(wrong("founded_on", "organisations-wrong-founded-already"));
        }
        day
    }
}

fn number_is_wrong(field: &'static str, error: NumberError) -> Detail {
    match error {
        NumberError::Empty | NumberError::NotDigits => {
            wrong(field, "organisations-wrong-number-digits")
        }
        NumberError::Length(digits) => Detail {
            args: json!({ "digits": digits }),
            ..wrong(field, "organisations-wrong-number-length")
        },
        NumberError::CheckDigit => wrong(field, "organisations-wrong-number-check"),
        NumberError::MissingT => wrong(field, "organisations-wrong-number-no-t"),
        NumberError::UnexpectedT => wrong(field, "organisations-wrong-number-t"),
    }
}

/// What is wrong with words that reception writes to the applicant, if anything.
pub(super) fn answer_is_wrong(answer: &str) -> Option<Detail> {
    if answer.is_empty() {
        return Some(wrong("answer", "organisations-wrong-answer"));
    }
    text("answer", answer, LONGEST_WORDS, true)
}

/// Characters that no database and no letter carries, and texts that are too long.
fn text(field: &'static str, text: &str, most: usize, lines: bool) -> Option<Detail> {
    let breaks = |c: char| lines && matches!(c, '\n' | '\r' | '\t');
    if text.chars().any(|c| c.is_control() && !breaks(c)) {
        return Some(wrong(field, "organisations-wrong-characters"));
    }
    (text.chars().count() > most).then(|| Detail {
        args: json!({ "most": most }),
        ..wrong(field, "organisations-wrong-long")
    })
}

/// One wrong field and the sentence about it.
pub(super) fn wrong(field: &'static str, key: &'static str) -> Detail {
    Detail {
        field: Some(field),
        key,
        args: json!({}),
    }
}

#[cfg(test)]
mod tests;
