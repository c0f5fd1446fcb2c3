//! People whom the centre knows twice: one double was merged, another still resembles someone.

use accounts::{
    rules::Names,
    service::{NewPerson, register_guest},
};
use bookings::{
    read::{Catalogue, Filter, list},
    rules::Use,
    service,
};
use chrono::TimeDelta;
use kernel::{Fault, PersonId, Work};
use views::Lang;

use super::{people::People, stage::passed_over, wishes::wish};

/// The first two guests once more, as each spells themselves, with the telephone they gave before.
const AGAIN: [([&str; 4], &str); 2] = [
    (
        ["見本", "太郎", "みほん", "たろう"],
        "０３－００００－００００",
    ),
    (["産業", "太郎", "さんぎょう", "たろう"], "03 0000 0001"),
];

/// Reception registers two people a second time. One is recognised, and merged with what they have;
/// the other books, at a time at which they have something already.
pub(super) async fn enter(work: &Work, people: &People) -> Result<(), Fault> {
    for ((names, telephone), known) in AGAIN.into_iter().zip(&people.guests) {
        let [family_name, given_name, family_kana, given_kana] = names.map(str::to_owned);
        let new = NewPerson {
            names: Names {
                family_name,
                given_name,
                family_kana,
                given_kana,
            },
            telephone: telephone.to_owned(),
            email: String::new(),
            lang: Lang::Ja,
        };
        let Some(again) = passed_over(register_guest(work, new).await)? else {
            continue;
        };
        book_beside(work, *known, again).await?;
        if Some(known) == people.guests.get(1) {
            passed_over(portal::service::merge(work, again, *known).await)?;
        }
    }
    Ok(())
}

/// Books another place at the time of the next booking that someone has.
async fn book_beside(work: &Work, known: PersonId, again: PersonId) -> Result<(), Fault> {
    let filter = Filter {
        people: Some(vec![known]),
        from: Some(work.now() + TimeDelta::days(1)),
        standing_only: true,
        ..Filter::default()
    };
    let Some(next) = list(work.db(), filter, 1).await?.pop() else {
        return Ok(());
    };
    let places = Catalogue::load(work.db()).await?.places;
    for place in places.iter().filter(|one| one.space.id != next.space.id) {
        let r#use = Use::new(next.booking.span(), "資料の準備", 1);
        let wish = wish(place.space.id, again, r#use);
        if passed_over(service::reserve(work, &wish).await)?.is_some() {
            return Ok(());
        }
    }
    Ok(())
}
