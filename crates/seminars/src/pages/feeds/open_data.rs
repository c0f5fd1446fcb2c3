//! Open data (自治体標準オープンデータセット, イベント一覧): one line a seminar.

use axum::response::Response;
use bookings::read::Catalogue;
use chrono::TimeDelta;
use japan::wards::ward_of;
use kernel::Instant;
use serde_json::json;
use web::{
    Error, Page, VenueCard,
    sheet::{Cell, Form, Sheet},
};

use super::since;
use crate::{
    entity::{lesson, seminar::State},
    read::{self, Seminar},
};

/// So long it stays in the open data: what a year's list is made of.
const LISTED: TimeDelta = TimeDelta::days(366);

/// The columns of イベント一覧, in the names and the order of the standard. What the centre does not
/// keep stays empty.
const COLUMNS: [&str; 31] = [
    "全国地方公共団体コード",
    "ID",
    "地方公共団体名",
    "イベント名",
    "イベント名_カナ",
    "イベント名_英語",
    "開始日",
    "終了日",
    "開始時間",
    "終了時間",
    "開始日時特記事項",
    "説明",
    "料金(基本)",
    "料金(詳細)",
    "連絡先名称",
    "連絡先電話番号",
    "連絡先内線番号",
    "主催者",
    "場所名称",
    "所在地_連結表記",
    "建物名等(方書)",
    "緯度",
    "経度",
    "アクセス方法",
    "駐車場情報",
    "定員",
    "参加申込終了日",
    "参加申込終了時間",
    "参加申込方法",
    "URL",
    "備考",
];

/// `GET /calendar/seminars.csv`: one line a seminar.
pub(super) async fn lines(page: Page) -> Result<Response, Error> {
    let now = page.app.clock.now();
    let catalogue = Catalogue::current(&page.app).await?;
    let mut found = read::public(page.app.db.reader()).await?;
    found.retain(|one| since(one, now, LISTED));
    let venue = page.app.venue(page.lang);
    let sheet = Sheet {
        name: format!("events-{}", now.date()),
        headings: COLUMNS.map(str::to_owned).to_vec(),
        rows: found
            .iter()
            .map(|one| line(&page, one, &catalogue, &venue))
            .collect::<Result<_, _>>()?,
    };
    Ok(sheet.file(Form::Csv)?)
}

/// A seminar as a line of イベント一覧.
fn line(
    page: &Page,
    one: &Seminar,
    catalogue: &Catalogue,
    venue: &VenueCard,
) -> Result<Vec<Cell>, Error> {
    let row = &one.row;
    let text = |text: &str| Cell::Text(text.to_owned());
    let day = |at: Option<Instant>| at.map_or(text(""), |at| Cell::Date(at.date()));
    let clock =
        |at: Option<Instant>| at.map_or(String::new(), |at| at.time().format("%H:%M").to_string());
    let clock = |at| Cell::Text(clock(at));
    let first = one.lessons.first();
    let room = first.and_then(|lesson| catalogue.place(lesson.space_id?));
    let here = row.here > 0;
    let ward = ward_of(&venue.address);
    // What is said in words only is no number.
    let price = if row.fee_yen == 0 && !row.fee.is_empty() {
        text("")
    } else {
        Cell::Number(row.fee_yen)
    };
    let said = |key: &str| page.worded(key).map(Cell::Text);
    let place = if here {
        text(&venue.name)
    } else {
        said("seminars-mode-online")?
    };
    let off = row.state == State::CalledOff;
    Ok(vec![
        text(ward.map_or("", |ward| ward.code)),
        text(&row.id.to_string()),
        Cell::Text(ward.map_or_else(String::new, |ward| format!("東京都{}", ward.name))),
        text(&row.title),
        text(""),
        text(&row.title_en),
        day(row.starts_at),
        day(row.ends_at),
        clock(first.map(|lesson| lesson.starts_at)),
        clock(first.map(|lesson| lesson.ends_at)),
        Cell::Text(times(page, &one.lessons)?),
        text(&row.purpose),
        price,
        text(&row.fee),
        text(&venue.name),
        text(&venue.telephone),
        text(""),
        text(&venue.name),
        place,
        text(if here { &venue.address } else { "" }),
        text(
            room.filter(|_| here)
                .map_or("", |place| place.name(page.lang)),
        ),
        text(""),
        text(""),
        text(""),
        text(""),
        Cell::Number(i64::from(row.here) + i64::from(row.online)),
        day(row.apply_until),
        clock(row.apply_until),
        said("seminars-open-data-ways")?,
        Cell::Text(format!("{}/seminars/{}", page.app.site.public_url, row.id)),
        if off {
            said("seminars-standing-called_off")?
        } else {
            text("")
        },
    ])
}

/// When the lessons of a course are; nothing is special about one lesson.
fn times(page: &Page, lessons: &[lesson::Model]) -> Result<String, Error> {
    if lessons.len() < 2 {
        return Ok(String::new());
    }
    let days = lessons.iter().map(|one| one.starts_at.date().to_string());
    let words = json!({ "count": lessons.len(), "days": days.collect::<Vec<_>>().join("、") });
    let said = page
        .app
        .views
        .text(page.lang, "seminars-open-data-days", &words);
    Ok(said?)
}
