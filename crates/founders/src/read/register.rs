//! The ward's register of certificates, and what anybody may check in it.

use std::collections::HashMap;

use japan::fiscal::FiscalYear;
use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{
    entity::{ApplicationId, application, certificate},
    rules::read_code,
};

/// One line of the register: the certificate, and for which business.
#[derive(Clone, Debug)]
pub struct Registered {
    /// The certificate.
    pub row: certificate::Model,
    /// The name of the company or business.
    pub name: String,
    /// Its head office.
    pub head_office: String,
}

/// The register, the latest certificate first; of one fiscal year when one is asked for.
pub async fn register(
    db: &impl ConnectionTrait,
    year: Option<FiscalYear>,
) -> Result<Vec<Registered>, Fault> {
    let mut rows = certificate::Entity::find();
    if let Some(year) = year {
        rows = rows.filter(certificate::COLUMN.fiscal_year.eq(year.year()));
    }
    let rows = rows
        .order_by_desc(certificate::COLUMN.fiscal_year)
        .order_by_desc(certificate::COLUMN.number)
        .all(db)
        .await?;
    let mut told: HashMap<ApplicationId, (String, String)> = HashMap::new();
    for some in rows.chunks(500) {
        let ids = some.iter().map(|row| row.application_id);
        let found = application::Entity::find().filter(application::COLUMN.id.is_in(ids));
        for one in found.all(db).await? {
            told.insert(one.id, (one.name, one.head_office));
        }
    }
    let line = |row: certificate::Model| {
        let (name, head_office) = told.remove(&row.application_id).unwrap_or_default();
        Registered {
            row,
            name,
            head_office,
        }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// The certificate of a code that somebody typed, or that a camera read.
pub async fn checked(
    db: &impl ConnectionTrait,
    typed: &str,
) -> Result<Option<certificate::Model>, Fault> {
    let Some(code) = read_code(typed) else {
        return Ok(None);
    };
    let found = certificate::Entity::find().filter(certificate::COLUMN.code.eq(code));
    Ok(found.one(db).await?)
}
