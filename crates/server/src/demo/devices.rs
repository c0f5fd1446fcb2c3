//! What the demonstration's house lends, and who has it.

use bookings::{
    entity::{VenueId, space::Kind},
    read::{self, Card, Filter},
    rules::{
        Use,
        devices::{DeviceDraft, Pick, StockDraft},
    },
    service::{self, Change},
};
use chrono::{Days, NaiveDate};
use kernel::{Clock, Db, Failed as No, Fault, Role, Work, transact};

use super::{
    people::{People, acting},
    spaces::Opened,
    stage::passed_over,
};
use crate::Failed;

/// Enters all of them: one has broken, one is lent no more, one only in the rooms for meetings.
pub(super) async fn enter(
    work: &Work,
    since: NaiveDate,
    today: NaiveDate,
    opened: &[Opened],
) -> Result<(), Fault> {
    let Some(venue) = opened.first().map(|one| one.space.venue_id) else {
        return Ok(());
    };
    let meetings = opened.iter().filter(|one| one.space.kind == Kind::Meeting);
    let meetings: Vec<_> = meetings.map(|one| one.id).collect();
    let named = |name: &str, name_en: &str, counted_in: &str| DeviceDraft {
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        counted_in: counted_in.to_owned(),
        some_spaces: false,
        spaces: Vec::new(),
    };
    let whiteboard = DeviceDraft {
        some_spaces: true,
        spaces: meetings,
        ..named("ホワイトボード", "Whiteboard", "台")
    };
    let last_month = today - Days::new(30);
    for (draft, rows) in [
        (
            named("プロジェクター", "Projector", "台"),
            vec![(since, 2, 0)],
        ),
        (
            named("マイク", "Microphone", "本"),
            vec![(since, 4, 0), (today, 4, 1)],
        ),
        (whiteboard, vec![(since, 3, 0)]),
        (
            named("書画カメラ", "Document camera", "台"),
            vec![(since, 1, 0), (last_month, 0, 0)],
        ),
    ] {
        passed_over(add(work, venue, &draft, &rows).await)?;
    }
    Ok(())
}

async fn add(
    work: &Work,
    venue: VenueId,
    draft: &DeviceDraft,
    rows: &[(NaiveDate, i32, i32)],
) -> Result<(), No<bookings::refused::Refused>> {
    let stock = |(from, stock, broken): (NaiveDate, i32, i32)| StockDraft {
        from: Some(from),
        stock: Some(stock),
        broken: Some(broken),
    };
    let Some((first, later)) = rows.split_first() else {
        return Ok(());
    };
    let seen = read::catalogue_version(work.db()).await?;
    let id = service::add_device(work, venue, draft, stock(*first), seen).await?;
    for row in later {
        let seen = read::catalogue_version(work.db()).await?;
        service::set_stock(work, id, stock(*row), seen).await?;
    }
    Ok(())
}

/// In the large rooms people borrow what they speak and show with.
pub(super) async fn borrow(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let ahead = Filter {
        from: Some(clock.now()),
        standing_only: true,
        ..Filter::default()
    };
    let cards = read::list(db.reader(), ahead, 200).await?;
    let large = |card: &&Card| matches!(card.space.kind, Kind::Community | Kind::Seminar);
    let devices = read::devices(db.reader()).await?;
    let reception = acting(people.reception, Role::Reception);
    for card in cards.iter().filter(large) {
        let picks = devices.iter().zip([1, 2]).map(|(device, number)| Pick {
            device: device.row.id,
            number: Some(number),
        });
        let booking = &card.booking;
        let mut wished = Use::new(booking.span(), &booking.purpose, booking.attendees);
        wished.devices = picks.collect();
        let change = Change {
            booking: booking.id,
            version: booking.version,
            r#use: wished,
        };
        // Each for itself: of what is refused nothing stays.
        let lent = transact(db, reception, clock, async |work| {
            service::change(work, &change).await
        });
        passed_over(lent.await)?;
    }
    Ok(())
}
