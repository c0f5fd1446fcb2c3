//! An application as somebody writes it who founds a company.

use japan::Yen;

use crate::rules::{ApplicationDraft, CompanyKind, Form, Standing};

/// A coffee shop that is founded on a day.
pub fn an_application(day: &str) -> ApplicationDraft {
    ApplicationDraft {
        standing: Some(Standing::PlansCompany),
        day: day.parse().ok(),
        form: Some(Form::Company(CompanyKind::Stock)),
        name: "株式会社見本珈琲".to_owned(),
        capital: Some(Yen(3_000_000)),
        head_office: "東京都見本区見本二丁目1番1号".to_owned(),
        address: "東京都見本区見本一丁目2番3号".to_owned(),
        field: "コーヒー豆の小売".to_owned(),
        settled: true,
        purposes: ["registration-tax".to_owned(), "guarantee".to_owned()].into(),
        copies: Some(2),
    }
}
