//! The demonstration centre: invented from a fixed seed, through the same verbs that people use.

mod closures;
mod companies;
mod consultations;
mod coordination;
mod councils;
mod devices;
mod dispatches;
mod doubles;
mod founders;
mod initiatives;
mod letters;
mod lines;
mod lotteries;
mod money;
mod own_uses;
mod people;
mod plan;
mod policies;
mod prices;
mod programmes;
mod requests;
mod rules;
mod seminars;
mod shared;
mod spaces;
mod stage;
mod states;
mod visits;
mod wishes;

use std::fmt::Write;

use bookings::read::Catalogue;
use web::{App, Routes};

use crate::Failed;

/// The password of every demonstration account.
pub const PASSWORD: &str = "shinko-demo";

/// The demonstration accounts, each with what it shows.
const ACCOUNTS: [(&str, &str, &str); 8] = [
    (people::FOUNDER, "創業する人", "a founder"),
    (people::SME, "区内の会社", "a small company"),
    ("reception@demo.example", "受付", "reception"),
    ("manager@demo.example", "館長", "the manager"),
    ("ward@demo.example", "区の所管課", "the ward"),
    ("approver@demo.example", "区の決裁者", "the ward's approver"),
    (
        "coordinator@demo.example",
        "相談の調整担当",
        "the coordinator",
    ),
    ("expert@demo.example", "専門家", "an expert"),
];

/// The letters of the demonstration, for anyone to read.
pub fn routes() -> Routes {
    letters::routes()
}

/// Fills an empty database; one that holds a demonstration already is left as it is.
///
/// A real centre is refused: its letters would be open to anyone.
pub async fn fill(app: &App) -> Result<(), Failed> {
    let db = app.db.reader();
    if Catalogue::load(db).await?.venues.is_empty() {
        return stage::perform(&app.db, app.clock.now()).await;
    }
    match accounts::read::person_by_email(db, people::FOUNDER).await? {
        Some(_) => Ok(()),
        None => Err(Failed::said(
            "this database holds a real centre; a demonstration needs one of its own",
        )),
    }
}

/// What `shinko demo` says when it is ready.
pub fn welcome(address: &str) -> String {
    let mut text = format!(
        "\n  {address}\n\n  \
         見本のセンターが動いています。止めるには Ctrl-C を押してください。\n  \
         The demonstration centre is running. Press Ctrl-C to stop it.\n\n  \
         手紙 letters: {address}/demo/letters\n  \
         パスワード password: {PASSWORD}\n\n"
    );
    for (email, japanese, english) in ACCOUNTS {
        let _ = writeln!(text, "  {email:<24} {japanese} · {english}");
    }
    let _ = write!(
        text,
        "\n  \
         受付・館長・区の所管課は、パスワードのあとに6桁の確認コードを入れます。\n  \
         確認コードは画面に出ます。認証アプリで試すときのキー：\n  \
         Reception, manager and ward enter six digits after the password.\n  \
         The page shows them; to try an authenticator app, give it this key:\n\n  \
         {}\n",
        people::secret().spelled(),
    );
    text
}
