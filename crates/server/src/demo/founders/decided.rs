//! What founders apply for, and what is decided.

use ::founders::{
    entity::ApplicationId, rules::ApplicationDraft, samples::application::an_application, service,
};
use chrono::{Days, NaiveDate};
use kernel::{Clock, Db, Failed as No, PersonId, Role, Work, transact};

use super::Fate;
use crate::{
    Failed,
    demo::{
        people::{People, acting},
        stage::passed_over,
    },
};

pub(super) async fn decide(
    db: &Db,
    clock: &Clock,
    people: &People,
    (person, fate): (PersonId, Fate),
) -> Result<(), Failed> {
    if matches!(fate, Fate::Completed | Fate::Lacking) {
        return Ok(());
    }
    let draft = draft(clock.now().date(), fate);
    let applied = transact(db, acting(person, Role::Member), clock, async |work| {
        service::apply(work, &draft).await
    });
    let Some(id) = passed_over(applied.await)? else {
        return Ok(());
    };
    let manager = acting(people.manager, Role::Manager);
    let done = transact(db, manager, clock, async |work| {
        managed(work, id, fate).await
    });
    passed_over(done.await)?;
    let officer = acting(people.ward, Role::WardOfficer);
    let decided = transact(db, officer, clock, async |work| {
        if matches!(fate, Fate::Issued | Fate::Revoked) {
            service::issue(work, id, 3).await?;
        }
        if fate == Fate::Revoked {
            service::revoke(work, id, "申請の内容が事実と違っていたため。").await?;
        }
        Ok::<_, No<::founders::Refused>>(())
    });
    passed_over(decided.await)?;
    Ok(())
}

/// What the manager does.
async fn managed(
    work: &Work,
    id: ApplicationId,
    fate: Fate,
) -> Result<(), No<::founders::Refused>> {
    match fate {
        Fate::Completed | Fate::Lacking | Fate::Asked => Ok(()),
        Fate::Returned => {
            let why = "本店の所在地を、登記するとおりに番地まで書いてください。";
            service::give_back(work, id, 1, why).await
        }
        Fate::Forwarded | Fate::Issued | Fate::Revoked => {
            service::confirm(work, id, 1).await?;
            service::forward(work, id, 2).await
        }
    }
}

fn draft(today: NaiveDate, fate: Fate) -> ApplicationDraft {
    let (name, field) = match fate {
        Fate::Asked => ("株式会社見本珈琲", "コーヒー豆の小売"),
        Fate::Forwarded => ("株式会社見本工房", "木工品の製造"),
        Fate::Returned => ("株式会社見本翻訳", "翻訳"),
        Fate::Revoked => ("株式会社見本配送", "荷物の配送"),
        _ => ("株式会社見本設計", "住宅の設計"),
    };
    ApplicationDraft {
        name: name.to_owned(),
        field: field.to_owned(),
        head_office: "東京都目黒区見本町二丁目1番1号".to_owned(),
        address: "東京都目黒区見本町三丁目4番5号".to_owned(),
        // Of all purposes the one that no day ends.
        purposes: ["guarantee".to_owned()].into(),
        ..an_application(&(today + Days::new(60)).to_string())
    }
}
