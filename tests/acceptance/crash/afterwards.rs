//! What must be there when the power is back.

use std::{collections::BTreeSet, fs, path::Path, time::Duration};

use bookings::entity::{allocation, booking};
use kernel::Db;
use mail::entity::letter;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::Value;

use super::{
    CLIENTS,
    load::{Answered, purpose},
};
use crate::acts::until;

/// Longer than the lease of a letter that was in flight.
const PATIENCE: Duration = Duration::from_secs(110);

/// Every booking that was answered is there once, and nothing is there by halves.
pub(super) async fn nothing_is_lost(db: &Db, answered: &[Answered]) -> BTreeSet<String> {
    let all = booking::Entity::find().all(db.reader()).await.unwrap();
    for (number, id) in answered {
        let words = purpose(*number);
        let found: Vec<_> = all.iter().filter(|one| one.purpose == words).collect();
        assert_eq!(found.len(), 1, "{words}");
        assert_eq!(found[0].id.to_string(), *id);
    }
    let allocated = allocation::Entity::find().count(db.reader()).await.unwrap();
    assert_eq!(allocated, all.len() as u64);
    // Beside them, at most what each client was still waiting for.
    assert!(all.len() <= answered.len() + CLIENTS, "{}", all.len());
    all.iter().map(|one| one.id.to_string()).collect()
}

/// Waits until no letter waits any more.
pub(super) async fn letters_are_out(db: &Db) {
    until("every letter has gone out", PATIENCE, async || {
        let counts = mail::read::counts(db.reader()).await.unwrap();
        assert_eq!(counts.dead, 0);
        counts.waiting == 0
    })
    .await;
}

/// One letter for each booking, each in one file under its own Message-ID.
pub(super) async fn each_has_its_letter(db: &Db, data: &Path, bookings: &BTreeSet<String>) {
    let rows = letter::Entity::find().all(db.reader()).await.unwrap();
    let told: Vec<String> = rows
        .iter()
        .filter(|row| row.template == "bookings/confirmed")
        .map(|row| {
            let facts: Value = serde_json::from_str(&row.facts).unwrap();
            facts["booking"]["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(told.len(), bookings.len());
    assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), *bookings);
    let mut files = 0;
    for entry in fs::read_dir(data.join("letters")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "eml") {
            files += 1;
        }
    }
    assert_eq!(files, rows.len());
    for row in rows {
        let file = data.join("letters").join(format!("{}.eml", row.id));
        let message = fs::read_to_string(&file).unwrap();
        assert!(
            message.contains(&format!("Message-ID: <{}@", row.id)),
            "{message}"
        );
    }
}
