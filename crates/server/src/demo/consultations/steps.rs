//! What happens to one case in the demonstration, from the question to the outcome.

use std::collections::BTreeMap;

use chrono::Days;
use consultations::{
    entity::{
        CaseId, ExpertId,
        case::{self, Industry, Outcome, State},
        case_action::Owner,
        meeting::Mode,
    },
    read::{self, Wanted},
    rules::{ActionDraft, Closing, RecordDraft, Request, SheetDraft, barred},
    service::{self, Arrange},
};
use kernel::{Fault, Instant, Work};

use super::{super::stage::passed_over, cast};

pub(super) fn request(asks: &cast::Asks, nth: u64) -> Request {
    let industry = Industry::ALL.get(usize::try_from(nth).unwrap_or(0) % Industry::ALL.len());
    Request {
        fields: asks.fields.to_vec(),
        about: asks.about.to_owned(),
        stage: Some(asks.stage),
        company: String::new(),
        industry: Some(industry.copied().unwrap_or(Industry::Other)),
        employees: Ok(i32::try_from(nth % 12).ok()),
        capital_yen: Ok(None),
        in_ward: Some(nth % 6 != 3),
        mode: Some(asks.mode),
        lang: "ja".to_owned(),
        urgent: nth % 20 == 19,
        desk: None,
        agreed: true,
        chosen: None,
        times: "平日の午後".to_owned(),
    }
}

/// The first free time of anybody who suits, so many days from now.
pub(super) async fn first_free(
    work: &Work,
    wish: &Request,
    after: u64,
) -> Result<Option<(ExpertId, Instant)>, Fault> {
    let today = work.now().date();
    let wanted = Wanted {
        mode: wish.mode.unwrap_or(Mode::Centre),
        fields: wish.fields.clone(),
        lang: String::new(),
        expert: None,
        days: (today + Days::new(after), today + Days::new(after + 20)),
    };
    let slots = read::free_hours(work.db(), work.kept(), &wanted, work.now()).await?;
    let slot = slots.into_iter().next();
    Ok(slot.and_then(|slot| Some((*slot.experts.first()?, slot.span.from))))
}

/// The coordinator gives the case to whoever was asked for, or to somebody who suits.
pub(super) async fn given(
    work: &Work,
    id: CaseId,
) -> Result<Option<(case::Model, ExpertId)>, Fault> {
    let Some(case) = read::case_row(work.db(), id).await? else {
        return Ok(None);
    };
    let fields = read::fields_of(work.db(), vec![id]).await?.remove(&id);
    let asked = read::standing_meetings(work.db(), id).await?;
    let candidates = read::candidates(work.db(), &case, &BTreeMap::new(), work.now()).await?;
    let suits = |one: &&consultations::rules::Candidate| {
        let field = fields
            .iter()
            .flatten()
            .any(|field| one.fields.contains(field));
        field && barred(one, &case.company).is_none()
    };
    let found = candidates.iter().filter(suits).min_by_key(|one| one.open);
    let expert = asked.first().map(|one| one.expert_id);
    let Some(expert) = expert.or(found.map(|one| one.expert)) else {
        return Ok(None);
    };
    passed_over(service::assign(work, id, case.edition, expert).await)?;
    Ok(Some((case, expert)))
}

/// Somebody is found, and a time, where none was asked for.
pub(super) async fn triage(work: &Work, id: CaseId) -> Result<(), Fault> {
    let Some((case, expert)) = given(work, id).await? else {
        return Ok(());
    };
    if !read::standing_meetings(work.db(), id).await?.is_empty() {
        return Ok(());
    }
    let today = work.now().date();
    let wanted = Wanted {
        mode: case.mode,
        fields: Vec::new(),
        lang: String::new(),
        expert: Some(expert),
        days: (today + Days::new(2), today + Days::new(22)),
    };
    let slots = read::free_hours(work.db(), work.kept(), &wanted, work.now()).await?;
    if let Some(slot) = slots.first() {
        let wish = Arrange {
            expert: Some(expert),
            mode: Some(case.mode),
            from: Some(slot.span.from),
            link: String::new(),
        };
        passed_over(service::arrange(work, id, &wish).await)?;
    }
    Ok(())
}

/// What was said, two things to do, and of some what came of it.
pub(super) async fn record(
    work: &Work,
    id: CaseId,
    meeting: consultations::entity::MeetingId,
    nth: u64,
) -> Result<(), Fault> {
    let fields = read::fields_of(work.db(), vec![id]).await?.remove(&id);
    let draft = RecordDraft {
        fields: fields.unwrap_or_default(),
        contact_minutes: Some(55),
        preparation_minutes: Some(20),
        said: "いまの状況と、困っていることを順に伺った。".to_owned(),
        advice: "先に決めることを三つに絞り、数字の見積りを次回までに用意することにした。"
            .to_owned(),
    };
    let finishes = nth % 7 != 6;
    passed_over(service::save_record(work, meeting, 0, (&draft, finishes)).await)?;
    if !finishes {
        return Ok(());
    }
    let today = work.now().date();
    for (what, owner, days) in [
        ("見積りを3社から取る", Owner::Client, 14),
        ("使える制度を調べて知らせる", Owner::Expert, 7),
    ] {
        let action = ActionDraft {
            what: what.to_owned(),
            owner: Some(owner),
            due_on: Some(today + Days::new(days)),
        };
        passed_over(service::add_action(work, id, &action).await)?;
    }
    let sheet = SheetDraft {
        strengths: "常連の客がいる。作る技術がある。".to_owned(),
        problems: "数字の見通しがない。".to_owned(),
        plan: "三か月の資金の見通しを作り、毎月見直す。".to_owned(),
    };
    passed_over(service::save_sheet(work, id, 0, &sheet).await)?;
    close(work, id, nth).await
}

async fn close(work: &Work, id: CaseId, nth: u64) -> Result<(), Fault> {
    let outcome = match nth % 5 {
        0 | 2 => Outcome::Solved,
        3 => Outcome::Continued,
        _ => return Ok(()),
    };
    let case = read::case_row(work.db(), id).await?;
    let Some(case) = case.filter(|case| case.state == State::Running) else {
        return Ok(());
    };
    let closing = Closing {
        outcome: Some(outcome),
        note: "次の一歩が決まり、ご自身で進められる。".to_owned(),
    };
    passed_over(service::close(work, id, case.edition, &closing).await)?;
    Ok(())
}
