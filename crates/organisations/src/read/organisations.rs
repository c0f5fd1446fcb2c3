//! Organisations as reception finds and looks at them, and which may be doubles of each other.

use accounts::read::Contact;
use chrono::NaiveDate;
use japan::kana::katakana;
use kernel::{Fault, PersonId, paging::Paged};
use sea_orm::{
    Condition, ExprTrait, QueryOrder, QuerySelect, entity::prelude::*, sea_query::LikeExpr,
};
use serde::Serialize;

use super::registrations::{Granted, in_force};
use crate::{
    entity::{OrganisationId, category::Stage, organisation, registration, representative},
    rules::{self, Category},
};

/// How many organisations a list shows at once.
const PAGE: usize = 30;

/// So many are asked for at once when all of them are wanted.
const MANY: usize = 1_000;

/// An organisation in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// Its identifier.
    pub id: OrganisationId,
    /// What it is called.
    pub name: String,
    /// How that is read, in full-width katakana.
    pub kana: String,
    /// 法人番号, or none.
    pub corporate_number: Option<String>,
    /// Where it is.
    pub address: String,
    /// How it is called.
    pub telephone: String,
    /// By which category it books and pays today.
    pub category: Category,
    /// The last day of its registration; none when none is in force.
    pub until: Option<String>,
}

/// The registered organisations whose name, reading, number or telephone has this in it, in the
/// order of their reading; all of them when nothing is asked. `after` is the `next` of the page
/// before.
pub async fn find_organisations(
    db: &impl ConnectionTrait,
    asked: &str,
    after: Option<OrganisationId>,
    today: NaiveDate,
) -> Result<Paged<Listed>, Fault> {
    found(db, asked, after, today, PAGE).await
}

/// All that the same question finds.
pub async fn find_all_organisations(
    db: &impl ConnectionTrait,
    asked: &str,
    today: NaiveDate,
) -> Result<Vec<Listed>, Fault> {
    let mut all: Vec<Listed> = Vec::new();
    loop {
        let last = all.last().map(|one| one.id);
        let page = found(db, asked, last, today, MANY).await?;
        all.extend(page.items);
        if page.next.is_none() {
            return Ok(all);
        }
    }
}

async fn found(
    db: &impl ConnectionTrait,
    asked: &str,
    after: Option<OrganisationId>,
    today: NaiveDate,
    most: usize,
) -> Result<Paged<Listed>, Fault> {
    let mut query = organisation::Entity::living()
        .order_by_asc(organisation::COLUMN.search_key)
        .order_by_asc(organisation::COLUMN.id)
        .limit(most as u64 + 1);
    let asked = accounts::rules::question(asked);
    if !asked.trim().is_empty() {
        query = query.filter(matching(&asked));
    }
    let last = match after {
        Some(id) => organisation::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    if let Some(last) = last {
        query = query.filter(
            Condition::any()
                .add(organisation::COLUMN.search_key.gt(last.search_key.clone()))
                .add(
                    Condition::all()
                        .add(organisation::COLUMN.search_key.eq(last.search_key))
                        .add(organisation::COLUMN.id.gt(last.id)),
                ),
        );
    }
    let rows = query.all(db).await?;
    let page = Paged::cut(rows, most, |one| one.id.to_string());
    let ids = page.items.iter().map(|one| one.id).collect();
    let registrations = registration::Entity::of_organisations(ids).all(db).await?;
    Ok(page.map(|one| listed(one, &registrations, today)))
}

fn matching(asked: &str) -> Condition {
    let key = Expr::col((organisation::Entity, organisation::Column::SearchKey));
    let within = |text: &str| LikeExpr::new(format!("%{}%", escaped(text))).escape('\\');
    let any = Condition::any().add(key.clone().like(within(&rules::asked_key(asked))));
    match rules::asked_number(asked) {
        Some(digits) => any.add(key.like(within(&digits))),
        None => any,
    }
}

/// The text with the wildcards of LIKE taken literally.
pub(super) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

pub(super) fn listed(
    one: organisation::Model,
    registrations: &[registration::Model],
    today: NaiveDate,
) -> Listed {
    let own: Vec<registration::Model> = registrations
        .iter()
        .filter(|row| row.organisation_id == Some(one.id))
        .cloned()
        .collect();
    let on = today.to_string();
    let until = own
        .iter()
        .find(|row| row.valid_from <= on && on <= row.valid_until)
        .map(|row| row.valid_until.clone());
    Listed {
        category: in_force(&own, today),
        until,
        id: one.id,
        name: one.name,
        kana: katakana(&one.kana),
        corporate_number: one.corporate_number,
        address: one.address,
        telephone: one.telephone,
    }
}

/// An organisation as staff see it.
#[derive(Clone, Debug, Serialize)]
pub struct Organisation {
    /// The organisation.
    #[serde(flatten)]
    pub listed: Listed,
    /// 登録番号, or none.
    pub registration_number: Option<String>,
    /// `153-0000`.
    pub postal_code: String,
    /// 設立・開業の日, or none.
    pub founded_on: Option<String>,
    /// Who may act for it.
    pub representatives: Vec<Contact>,
    /// What was granted to it, the newest first.
    pub registrations: Vec<Granted>,
}

impl Organisation {
    /// The day from which it is no longer a young one, while it is.
    pub fn grows_up(&self) -> Option<NaiveDate> {
        let founded: NaiveDate = self.founded_on.as_deref()?.parse().ok()?;
        let young = self.listed.category.stage == Stage::Young;
        young.then(|| rules::grown_up_on(founded))
    }
}

/// One organisation, or the one it was merged into; `None` when it is not registered.
pub async fn organisation(
    db: &impl ConnectionTrait,
    id: OrganisationId,
    today: NaiveDate,
) -> Result<Option<Organisation>, Fault> {
    let found = super::current(db, id).await?;
    let Some(one) = found.filter(|one| one.registered_at.is_some()) else {
        return Ok(None);
    };
    let rows = registration::Entity::of_organisations(vec![one.id])
        .all(db)
        .await?;
    Ok(Some(Organisation {
        registration_number: one.registration_number.clone(),
        postal_code: one.postal_code.clone(),
        founded_on: one.founded_on.clone(),
        representatives: representatives(db, one.id).await?,
        registrations: rows.iter().map(Granted::of).collect(),
        listed: listed(one, &rows, today),
    }))
}

/// One of two organisations that may become one: registered or not, but not merged yet.
pub async fn side(
    db: &impl ConnectionTrait,
    id: OrganisationId,
    today: NaiveDate,
) -> Result<Option<Side>, Fault> {
    let found = organisation::Entity::find_by_id(id)
        .filter(organisation::COLUMN.merged_into.is_null())
        .one(db)
        .await?;
    let Some(one) = found else {
        return Ok(None);
    };
    let rows = registration::Entity::of_organisations(vec![id])
        .all(db)
        .await?;
    Ok(Some(Side {
        registered: one.registered_at.is_some(),
        representatives: representatives(db, id).await?,
        listed: listed(one, &rows, today),
    }))
}

/// One of two organisations that may become one.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    /// The organisation.
    #[serde(flatten)]
    pub listed: Listed,
    /// Whether an application of it was ever approved.
    pub registered: bool,
    /// Who may act for it.
    pub representatives: Vec<Contact>,
}

/// Who may act for an organisation, in the order in which they came.
pub async fn representatives(
    db: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Vec<Contact>, Fault> {
    let people: Vec<PersonId> = representative::Entity::find()
        .filter(representative::COLUMN.organisation_id.eq(id))
        .order_by_asc(representative::COLUMN.since)
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.person_id)
        .collect();
    let mut contacts = accounts::read::contacts(db, people.clone()).await?;
    contacts.sort_by_key(|who| people.iter().position(|person| *person == who.person));
    Ok(contacts)
}
