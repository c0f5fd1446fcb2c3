//! The crate's tables.

pub mod application;
pub mod certificate;
pub mod laws;
pub mod scheme;
pub mod scheme_course;

use kernel::typed_id;
use uuid::Uuid;

use crate::rules::{Area, CompanyKind, Form, Standing, State};

typed_id! {
    /// A version of the ward's certified plan.
    SchemeId
}
typed_id! {
    /// A founder's application for the certificate.
    ApplicationId
}
typed_id! {
    /// A certificate in the ward's register.
    CertificateId
}

/// As a column has a code: with underscores.
pub(crate) fn stored(code: &str) -> String {
    code.replace('-', "_")
}

/// How far somebody is, as a column has it.
pub fn standing(stored: &str) -> Option<Standing> {
    let named = |one: &Standing| self::stored(one.code()) == stored;
    Standing::ALL.into_iter().find(named)
}

/// As what a business is run, as a column has it.
pub fn form(stored: &str) -> Option<Form> {
    Form::ALL
        .into_iter()
        .find(|one| self::stored(one.code()) == stored)
}

/// What is founded, as a column has it.
pub fn kind(stored: &str) -> Option<CompanyKind> {
    let named = |one: &CompanyKind| self::stored(one.code()) == stored;
    CompanyKind::ALL.into_iter().find(named)
}

/// Where an application stands, as a column has it.
pub fn state(stored: &str) -> Option<State> {
    State::ALL.into_iter().find(|one| one.code() == stored)
}

/// Areas as a column has them: codes with spaces between.
pub fn areas(stored: &str) -> impl Iterator<Item = Area> {
    let own: Vec<String> = stored.split(' ').map(str::to_owned).collect();
    let named = move |area: &Area| own.iter().any(|one| one == area.code());
    Area::ALL.into_iter().filter(named)
}
