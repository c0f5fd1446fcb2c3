//! A company enrols several of its employees by name.
//!
//! Source: `domain.md` R34.

use std::collections::HashSet;

use accounts::rules::{Words, wrong_field};
use japan::kana::{is_kana, search_key};
use kernel::Detail;

use super::{Answers, WrongLine, wish::wrong_mode, wrong_within};
use crate::entity::{enrolment::Mode, seminar};

/// The longest text of what somebody needs, in characters.
const LONGEST: usize = 1_000;
/// So many at once, for a company that enrols by itself.
pub const MOST: usize = 20;
/// So many at once, when somebody at the centre enters them.
const MOST_BY_STAFF: usize = 500;

/// Somebody whom a company names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    /// Who comes.
    pub name: String,
    /// Their フリガナ; may be empty.
    pub kana: String,
    /// What they need so that they can take part. Confidential.
    pub needs: String,
}

/// What a company wishes, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct CompanyWish {
    /// How they take part.
    pub mode: Option<Mode>,
    /// Which company.
    pub company: String,
    /// Who comes, in the order of the list.
    pub attendees: Vec<Attendee>,
    /// Whether all of them are of those for whom the seminar is meant.
    pub within: Option<bool>,
    /// What whoever enrols them answers to the questions of the seminar, once for all. Confidential.
    pub answers: Answers,
}

impl CompanyWish {
    /// Everything that is wrong with it, in the order of the form. What is wrong with a line of the list
    /// is said of the list as a whole, and of each line by [`wrong_lines`].
    pub fn wrong(&self, row: &seminar::Model, staff: bool) -> Vec<Detail> {
        let mut wrong = Vec::new();
        wrong.extend(wrong_mode(self.mode, row));
        wrong.extend(wrong_within(self.within, row, staff));
        let company = Words::line("company", &self.company);
        wrong.extend(company.or_missing("seminars-company-missing"));
        let most = if staff { MOST_BY_STAFF } else { MOST };
        if self.attendees.is_empty() {
            wrong.push(wrong_field("list", "seminars-list-missing"));
        } else if self.attendees.len() > most {
            wrong.push(wrong_field("list", "seminars-list-long"));
        } else if !wrong_lines(&self.attendees).is_empty() {
            wrong.push(wrong_field("list", "seminars-list-wrong"));
        }
        wrong
    }
}

/// Reads a list as it is typed, or pasted from a table: one person a line, name, フリガナ and what they
/// need with a comma or a tab between, in quotation marks or not. Empty lines and a line of headings are
/// left out.
pub fn attendees(text: &str) -> Vec<Attendee> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let read = lines.map(|line| {
        let mut cells = line.splitn(3, ['\t', ',', '，', '、']);
        let mut next = || {
            let cell = cells.next().unwrap_or_default().trim();
            cell.trim_matches('"').trim().to_owned()
        };
        Attendee {
            name: next(),
            kana: next(),
            needs: next(),
        }
    });
    read.filter(|one| one.name != "氏名").collect()
}

/// Every line that is wrong: who has no name, whose フリガナ is none, who is named twice.
pub fn wrong_lines(attendees: &[Attendee]) -> Vec<WrongLine> {
    let mut named = HashSet::new();
    let mut wrong = Vec::new();
    for (at, one) in attendees.iter().enumerate() {
        let mut says = |key| wrong.push(WrongLine { line: at + 1, key });
        let name = Words::line("list", &one.name);
        if one.name.trim().is_empty() {
            says("seminars-list-name-missing");
        } else if name.wrong().is_some() {
            says("seminars-list-name-wrong");
        } else if !named.insert(search_key(&one.name)) {
            says("seminars-list-twice");
        }
        if !one.kana.trim().is_empty() && !is_kana(&one.kana) {
            says("seminars-list-kana-wrong");
        }
        if Words::text("list", &one.needs, LONGEST).wrong().is_some() {
            says("seminars-list-needs-long");
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::seminars::a_seminar;

    fn named(names: &[(&str, &str)]) -> Vec<Attendee> {
        let one = |(name, kana): &(&str, &str)| Attendee {
            name: (*name).to_owned(),
            kana: (*kana).to_owned(),
            needs: String::new(),
        };
        names.iter().map(one).collect()
    }

    #[test]
    fn every_wrong_line_is_told() {
        let all = named(&[
            ("見本 花子", "ミホン ハナコ"),
            ("", "ミホン"),
            ("見本　花子", ""),
            ("見本 次郎", "mihon"),
            ("見本 三郎", "みほん さぶろう"),
        ]);
        let wrong = wrong_lines(&all);
        let said: Vec<_> = wrong.iter().map(|one| (one.line, one.key)).collect();
        assert_eq!(
            said,
            [
                (2, "seminars-list-name-missing"),
                (3, "seminars-list-twice"),
                (4, "seminars-list-kana-wrong"),
            ]
        );
    }

    #[test]
    fn a_list_is_read_as_people_type_it() {
        let text = "氏名,フリガナ,配慮\r\n見本 花子,ミホン ハナコ,手話通訳,筆談\n\n\"見本次郎\"\tミホンジロウ\n　見本 三郎、";
        let read = attendees(text);
        let cells: Vec<_> = read
            .iter()
            .map(|one| (&*one.name, &*one.kana, &*one.needs))
            .collect();
        assert_eq!(
            cells,
            [
                ("見本 花子", "ミホン ハナコ", "手話通訳,筆談"),
                ("見本次郎", "ミホンジロウ", ""),
                ("見本 三郎", "", ""),
            ]
        );
    }

    #[test]
    fn a_company_says_who_it_is_and_who_comes() {
        let wish = |company: &str, count: usize| CompanyWish {
            within: None,
            mode: Some(Mode::Here),
            company: company.to_owned(),
            attendees: (0..count)
                .map(|at| Attendee {
                    name: format!("見本 {at}"),
                    ..Attendee::default()
                })
                .collect(),
            answers: Answers::default(),
        };
        for (company, count, staff, expected) in [
            ("見本商店", 1, false, None),
            ("見本商店", 20, false, None),
            ("見本商店", 21, false, Some("seminars-list-long")),
            ("見本商店", 500, true, None),
            ("見本商店", 501, true, Some("seminars-list-long")),
            ("見本商店", 0, false, Some("seminars-list-missing")),
            ("", 1, false, Some("seminars-company-missing")),
        ] {
            let wrong = wish(company, count).wrong(&a_seminar(), staff);
            assert_eq!(
                wrong.first().map(|one| one.key),
                expected,
                "{company} {count}"
            );
        }
    }
}
