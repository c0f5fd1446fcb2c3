//! The course that is over.

use ::seminars::{
    entity::{
        LessonId, SeminarId,
        lesson::Area,
        seminar::{Audience, Way},
    },
    rules::{LessonDraft, SeminarDraft},
    service as taught,
};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use kernel::{Clock, Db, Failed as No, Instant, Role, Span, Work, transact};

use crate::{
    Failed,
    demo::{
        people::{People, acting},
        seminars::programme,
        stage::passed_over,
    },
};

/// So many days ago each lesson was, and what it taught: the last is more than a month after the first.
const LESSONS: [(u64, Area, &str); 5] = [
    (100, Area::Management, "事業計画"),
    (93, Area::Finance, "お金の計算"),
    (86, Area::People, "人と働く"),
    (79, Area::Sales, "売り方"),
    (65, Area::Management, "発表会"),
];

pub(super) async fn course(
    db: &Db,
    clock: &Clock,
    people: &People,
    today: NaiveDate,
) -> Result<Option<(SeminarId, Vec<LessonId>)>, Failed> {
    let first = today - Days::new(LESSONS[0].0);
    let draft = SeminarDraft {
        title: "創業塾 夏期".to_owned(),
        title_en: String::new(),
        purpose: "創業の準備を、順を追って自分で進められるようになります。".to_owned(),
        contents: "事業計画、資金、人、売り方を5回で学びます。".to_owned(),
        contents_en: String::new(),
        audience: Some(Audience::Founder),
        way: Some(Way::FirstCome),
        fee_yen: Some(0),
        fee: String::new(),
        programme: programme(db, first).await?,
        here: Some(0),
        online: Some(30),
        apply_from: Some(Ok(clock.now())),
        apply_until: Some(Ok(at(first, 9))),
    };
    let writes = acting(people.coordinator, Role::Coordinator);
    let made = transact(db, writes, clock, async |work| {
        let id = taught::set_up(work, &draft).await?;
        let lessons = add(work, id, today).await?;
        taught::submit(work, id, i32::try_from(lessons.len()).unwrap_or(0) + 1).await?;
        Ok::<_, No<::seminars::Refused>>((id, lessons))
    });
    let Some((id, lessons)) = passed_over(made.await)? else {
        return Ok(None);
    };
    let other = acting(people.manager, Role::Manager);
    let edition = i32::try_from(lessons.len()).unwrap_or(0) + 2;
    let published = transact(db, other, clock, async |work| {
        taught::publish(work, id, edition).await
    });
    passed_over(published.await)?;
    Ok(Some((id, lessons)))
}

async fn add(
    work: &Work,
    id: SeminarId,
    today: NaiveDate,
) -> Result<Vec<LessonId>, No<::seminars::Refused>> {
    let mut lessons = Vec::new();
    for (edition, (days, area, title)) in (1..).zip(LESSONS) {
        let from = at(today - Days::new(days), 18);
        let lesson = LessonDraft {
            title: title.to_owned(),
            span: Span::try_new(from, from + TimeDelta::hours(2)),
            areas: vec![area],
            space: None,
            link: "https://meet.example/founders".to_owned(),
            lecturer_id: None,
            lecturer: "助言 ともこ".to_owned(),
            devices: Vec::new(),
        };
        lessons.push(taught::add_lesson(work, id, edition, &lesson).await?);
    }
    Ok(lessons)
}

fn at(day: NaiveDate, hour: i64) -> Instant {
    Instant::at(day, NaiveTime::MIN) + TimeDelta::hours(hour)
}
