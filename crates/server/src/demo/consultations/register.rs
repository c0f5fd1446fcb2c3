//! The demonstration's register of experts.

use chrono::NaiveDate;
use consultations::{
    rules::{ExpertDraft, HoursDraft},
    service,
};
use kernel::{Fault, PersonId, Role, Work};
use views::Lang;

use super::{super::stage::passed_over, cast::Advises};

pub(super) fn account(nth: usize, one: &Advises, hash: &str) -> accounts::service::NewAccount {
    let [family_name, given_name, family_kana, given_kana] = one.names.map(str::to_owned);
    accounts::service::NewAccount {
        family_name,
        given_name,
        family_kana,
        given_kana,
        email: format!("expert{}@demo.example", nth + 1),
        telephone: format!("03-0000-02{nth:02}"),
        password_hash: hash.to_owned(),
        lang: Lang::Ja,
        roles: [Role::Expert].into_iter().collect(),
    }
}

pub(super) async fn register(
    work: &Work,
    person: PersonId,
    one: &Advises,
    first: NaiveDate,
) -> Result<(), Fault> {
    let draft = ExpertDraft {
        qualifications: one.qualifications.to_owned(),
        introduction: one.introduction.to_owned(),
        introduction_en: one.introduction_en.to_owned(),
        fields: one.fields.to_vec(),
        languages: one
            .languages
            .iter()
            .map(|code| (*code).to_owned())
            .collect(),
        shown: true,
        caseload: Some(15),
        honorarium_yen: Some(10_000),
        signed_on: first.to_string(),
        conflicts: String::new(),
    };
    let Some(id) = passed_over(service::add_expert(work, person, &draft).await)? else {
        return Ok(());
    };
    for (weekday, from, until, modes) in one.week {
        let hours = HoursDraft {
            weekday: Some(*weekday),
            from_minute: Some(*from),
            until_minute: Some(*until),
            modes: modes.to_vec(),
            valid_from: Some(first),
        };
        passed_over(service::add_hours(work, id, &hours).await)?;
    }
    Ok(())
}
