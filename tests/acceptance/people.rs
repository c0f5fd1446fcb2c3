//! People whom the centre knows twice: recognised, merged, and nothing is lost.

mod belongings;
mod clashes;
mod many;
mod race;
mod refused;
mod resemblance;
mod sign_in;

use accounts::entity::person;
use kernel::PersonId;
use sea_orm::EntityTrait;
use tests::{Answer, Browser, TestApp};

/// Reception makes `double` a part of `into`.
pub(crate) async fn merge(reception: &Browser, double: PersonId, into: PersonId) -> Answer {
    let path = format!("/counter/people/{double}/merge");
    reception.post(&path, &[("into", &into.to_string())]).await
}

/// Registers someone at the counter, whomever they resemble.
async fn guest(reception: &Browser, names: [&str; 4], telephone: &str) -> PersonId {
    let mut fields = registration(names, telephone).to_vec();
    fields.push(("seen", "yes"));
    let made = reception.post("/counter/people/new", &fields).await;
    let id = made.location.strip_prefix("/counter/people/");
    id.unwrap_or_else(|| panic!("{}", made.text))
        .parse()
        .unwrap()
}

fn registration<'f>(names: [&'f str; 4], telephone: &'f str) -> [(&'static str, &'f str); 5] {
    [
        ("family_name", names[0]),
        ("given_name", names[1]),
        ("family_kana", names[2]),
        ("given_kana", names[3]),
        ("telephone", telephone),
    ]
}

/// Into whom someone was merged.
async fn merged_into(app: &TestApp, id: PersonId) -> Option<PersonId> {
    let found = person::Entity::find_by_id(id).one(app.app.db.reader());
    found.await.unwrap().unwrap().merged_into
}

async fn email(app: &TestApp, id: PersonId) -> String {
    let contact = accounts::read::contact(app.app.db.reader(), id).await;
    contact.unwrap().unwrap().email.unwrap()
}
