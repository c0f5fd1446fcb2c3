//! What was said before: the answer that a draft mends, and the conditions that stand.

use std::collections::HashMap;

use kernel::Fault;
use serde_json::{Value, json};
use web::{Error, Page};

use crate::{
    entity::ProgrammeId,
    read::{
        plans::{Plan, Version},
        review,
    },
    rules::{programme::Programme, whole::Content},
};

/// What the ward said of the version before, while the one that mends it is written or waits: of a
/// programme, or of all of it.
pub(super) async fn before(
    page: &Page,
    plan: &Plan,
    version: &Version,
    content: &Content,
    programme: Option<ProgrammeId>,
) -> Result<Value, Error> {
    let is_before = |one: &&Version| one.row.number + 1 == version.row.number;
    let earlier = plan.versions.iter().find(is_before);
    let mended =
        earlier.filter(|one| !version.standing().is_closed() && !one.standing().is_approved());
    let Some(earlier) = mended else {
        return Ok(Value::Null);
    };
    let (db, actor) = (page.app.db.reader(), page.actor());
    let mut said = review::comments(db, &actor, earlier).await?;
    said.retain(|one| programme.is_none() || one.programme == programme);
    let words = answers(page, [earlier].into_iter()).await?;
    Ok(json!({
        "number": earlier.row.number,
        "comments": said.iter().map(|one| comment(one, content, programme)).collect::<Vec<_>>(),
        "words": words.first().filter(|_| programme.is_none()).map(|(_, words)| words),
    }))
}

/// One comment, with the programme it is about where that is not clear.
fn comment(one: &review::Comment, content: &Content, of: Option<ProgrammeId>) -> Value {
    let is_it = |(id, _): &&(ProgrammeId, Programme)| of.is_none() && Some(*id) == one.programme;
    let about = content
        .programmes
        .iter()
        .find(is_it)
        .map(|(_, about)| about);
    json!({
        "body": one.body,
        "by": one.by,
        "at": one.at,
        "about": about.map(|about| format!("{}　{}", about.number, about.name)),
    })
}

/// On which conditions the plan was approved up to a version, the newest first: what came later did not
/// lift what was said before.
pub(super) async fn conditions(
    page: &Page,
    plan: &Plan,
    version: &Version,
) -> Result<Value, Fault> {
    let until = plan
        .versions
        .iter()
        .filter(|one| one.row.number <= version.row.number && one.standing().is_approved());
    let found = answers(page, until).await?;
    let condition = |(number, words): (i32, String)| json!({ "number": number, "words": words });
    Ok(found.into_iter().map(condition).collect())
}

/// The words with which these versions were answered, by their numbers.
async fn answers<'v>(
    page: &Page,
    versions: impl Iterator<Item = &'v Version>,
) -> Result<Vec<(i32, String)>, Fault> {
    let of: Vec<_> = versions
        .filter_map(|one| Some((one.row.number, one.approval.as_ref()?.id)))
        .collect();
    let ids = of.iter().map(|(_, id)| *id).collect();
    let words: HashMap<_, _> = approvals::read::answers(page.app.db.reader(), ids).await?;
    let said = |(number, id): (i32, _)| Some((number, words.get(&id)?.clone()));
    Ok(of.into_iter().filter_map(said).collect())
}
