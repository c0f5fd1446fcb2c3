//! The plans of the demonstration: the ward's action plan with its 68 programmes, the manager's annual
//! plan of the year, which the ward returned once and then approved on a condition, and the draft of
//! the next year's.

use approvals::rules::Verdict;
use japan::fiscal::FiscalYear;
use kernel::{Actor, Clock, Db, Failed as No, Role, Work, transact};
use plans::{
    Refused,
    entity::{PlanId, ProgrammeId},
    read::{
        contents,
        plans::{self as read, Version},
    },
    rules::{
        budget,
        plan::{Draft, Kind},
        programme::Programme,
        schedule, table,
    },
    samples::{CENTRE, INDUSTRY},
    service::{
        plans::{self as service, Seen},
        programmes,
        review::{self, Remark},
    },
};

use super::{
    people::{People, acting},
    stage::passed_over,
};
use crate::Failed;

/// Income and expenditure of a small centre, in yen; the last of each is for one programme.
const BUDGET: [(&str, &str, &str, i64); 8] = [
    ("income", "指定管理料", "", 38_400_000),
    ("income", "利用料金", "", 6_100_000),
    ("income", "受講料", "3", 500_000),
    ("expenditure", "人件費", "", 27_300_000),
    ("expenditure", "施設の維持管理費", "", 9_800_000),
    ("expenditure", "講師謝礼", "1", 1_900_000),
    ("expenditure", "専門家謝礼", "2", 4_200_000),
    ("expenditure", "創業支援講座の運営費", "3", 1_800_000),
];

/// The ward's action plan and the manager's plan of the year, settled long ago.
pub(super) async fn settle(
    db: &Db,
    clock: &Clock,
    people: &People,
    year: FiscalYear,
) -> Result<(), Failed> {
    action_plan(db, clock, people).await?;
    let manager = acting(people.manager, Role::Manager);
    let ward = acting(people.ward, Role::WardApprover);
    let table = CENTRE
        .replace("2026", &year.year().to_string())
        .replace("2025", &year.previous().year().to_string());
    let handed_in = transact(db, manager, clock, async |work| {
        let id = service::begin(work, &annual(year), None).await?;
        enter_table(work, id, &table).await?;
        write_out(work, id, year).await?;
        service::submit(work, id, draft(work, id).await?).await?;
        Ok::<_, No<Refused>>(id)
    });
    let Some(id) = passed_over(handed_in.await)? else {
        return Ok(());
    };
    let returned = transact(db, ward, clock, async |work| {
        let version = newest(work, id).await?;
        let all = contents::numbers(work.db(), version.row.id).await?;
        let first = all.first().map(|(_, programme)| *programme);
        let words = "参加者の見込みを、前の年度の実績とあわせて書いてください。";
        let remark = Remark {
            programme: first,
            body: words,
            is_condition: false,
        };
        review::comment(work, id, version.row.id, remark).await?;
        let verdict = Verdict::Return {
            words: "事業1の意見を確かめ、直してから再び提出してください。".to_owned(),
        };
        service::decide(work, id, waiting(&version)?, &verdict).await
    });
    passed_over(returned.await)?;
    let again = transact(db, manager, clock, async |work| {
        let before = newest(work, id).await?;
        service::revise(work, id, before.row.id, "").await?;
        mend(work, id).await?;
        service::submit(work, id, draft(work, id).await?).await
    });
    passed_over(again.await)?;
    let approved = transact(db, ward, clock, async |work| {
        let verdict = Verdict::Approve {
            conditions: "上半期の実績を10月末までに報告すること。".to_owned(),
        };
        service::decide(work, id, waiting(&newest(work, id).await?)?, &verdict).await
    });
    passed_over(approved.await)?;
    Ok(())
}

/// The next year's plan, which the manager has begun from this year's.
pub(super) async fn enter(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let year = FiscalYear::of(clock.now().date());
    let manager = acting(people.manager, Role::Manager);
    let begun = transact(db, manager, clock, async |work| {
        let from = read::annual(work.db(), year.year()).await?;
        let from = from.map(|plan| plan.row.id);
        service::begin(work, &annual(year.next()), from).await
    });
    passed_over(begun.await)?;
    Ok(())
}

/// What the ward planned for four years, some time ago.
async fn action_plan(db: &Db, clock: &Clock, people: &People) -> Result<(), Failed> {
    let officer: Actor = acting(people.ward, Role::WardOfficer);
    let wish = Draft {
        kind: Some(Kind::Action),
        name: "産業振興計画（平成26年度～29年度）".to_owned(),
        first: FiscalYear::try_starting_in(2014).ok(),
        last: FiscalYear::try_starting_in(2017).ok(),
    };
    let handed_in = transact(db, officer, clock, async |work| {
        let id = service::begin(work, &wish, None).await?;
        enter_table(work, id, INDUSTRY).await?;
        service::submit(work, id, draft(work, id).await?).await?;
        Ok::<_, No<Refused>>(id)
    });
    let Some(id) = passed_over(handed_in.await)? else {
        return Ok(());
    };
    let approver = acting(people.approver, Role::WardApprover);
    let done = transact(db, approver, clock, async |work| {
        let verdict = Verdict::Approve {
            conditions: String::new(),
        };
        service::decide(work, id, waiting(&newest(work, id).await?)?, &verdict).await
    });
    passed_over(done.await)?;
    Ok(())
}

const fn annual(year: FiscalYear) -> Draft {
    Draft {
        kind: Some(Kind::Annual),
        name: String::new(),
        first: Some(year),
        last: None,
    }
}

/// Enters a table as its page does.
async fn enter_table(work: &Work, id: PlanId, text: &str) -> Result<(), No<Refused>> {
    let plan = read::plan(work.db(), work.actor(), id).await?;
    let plan = plan.ok_or(Refused::NotThere)?;
    let known = read::known(work.db(), work.actor(), &plan).await?;
    let (headings, records) = table::records(text);
    let Ok(programmes) = table::programmes(&headings, &records, &known) else {
        return Err(Refused::NotThere.into());
    };
    programmes::enter(work, id, draft(work, id).await?, &programmes).await
}

/// Gives each programme its schedule, and the plan its budget.
async fn write_out(work: &Work, id: PlanId, year: FiscalYear) -> Result<(), No<Refused>> {
    let (this, next) = (year.year(), year.next().year());
    let schedule = [
        ("募集と準備", format!("{this}-04"), format!("{this}-05")),
        ("実施", format!("{this}-06"), format!("{next}-02")),
        ("ふり返り", format!("{next}-03"), String::new()),
    ];
    let schedule = schedule.map(|(name, first, last)| schedule::Written {
        name: name.to_owned(),
        first,
        last,
    });
    let version = newest(work, id).await?.row.id;
    for (programme, one) in contents::content(work.db(), version).await?.programmes {
        change(work, id, programme, &one, |written| {
            written.activities = schedule.to_vec();
        })
        .await?;
    }
    let lines = BUDGET.map(|(side, item, programme, yen)| budget::Written {
        side: side.to_owned(),
        item: item.to_owned(),
        programme: programme.to_owned(),
        yen: yen.to_string(),
        note: String::new(),
    });
    programmes::set_budget(work, id, (version, 1), &lines).await
}

/// Mends what the ward asked for.
async fn mend(work: &Work, id: PlanId) -> Result<(), No<Refused>> {
    let version = newest(work, id).await?.row.id;
    let content = contents::content(work.db(), version).await?;
    let Some((programme, one)) = content.programmes.first() else {
        return Ok(());
    };
    change(work, id, *programme, one, |written| {
        written.summary.push_str("（前の年度の参加者は延べ112人）");
    })
    .await
}

async fn change(
    work: &Work,
    id: PlanId,
    programme: ProgrammeId,
    one: &Programme,
    how: impl FnOnce(&mut plans::rules::programme::Written),
) -> Result<(), No<Refused>> {
    let plan = read::plan(work.db(), work.actor(), id).await?;
    let plan = plan.ok_or(Refused::NotThere)?;
    let version = newest(work, id).await?.row.id;
    let mut written = one.written(&read::known(work.db(), work.actor(), &plan).await?);
    how(&mut written);
    let (_, edition) = contents::programme(work.db(), version, programme)
        .await?
        .ok_or(Refused::NotThere)?;
    programmes::change(work, id, version, (programme, edition), &written).await
}

/// The newest version, as whoever looks at its page sees it.
async fn newest(work: &Work, id: PlanId) -> Result<Version, No<Refused>> {
    let plan = read::plan(work.db(), work.actor(), id).await?;
    let newest = plan.and_then(|plan| plan.versions.into_iter().next());
    Ok(newest.ok_or(Refused::NotThere)?)
}

async fn draft(work: &Work, id: PlanId) -> Result<Seen, No<Refused>> {
    let version = newest(work, id).await?;
    Ok(Seen {
        version: version.row.id,
        count: version.row.edition,
    })
}

fn waiting(version: &Version) -> Result<Seen, Refused> {
    let approval = version.approval.as_ref().ok_or(Refused::Changed)?;
    Ok(Seen {
        version: version.row.id,
        count: approval.version,
    })
}
