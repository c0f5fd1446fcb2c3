//! What was said of a plan: in the review that waits or is over, in the answer that a draft mends, and
//! the conditions that stand.

use approvals::read::{Step, Told, told};
use kernel::Fault;
use serde_json::{Value, json};
use web::Page;

use crate::{
    entity::ProgrammeId,
    read::{
        plans::{Plan, Version},
        review::{self, Comment},
    },
    rules::{programme::Programme, whole::Content},
};

/// All of it, read at once.
pub(super) struct Said {
    /// Of the version that is read, and of the one that it mends.
    comments: Vec<Comment>,
    told: Told,
}

/// Reads what was said of a version, and of those before it.
pub(super) async fn said(page: &Page, plan: &Plan, version: &Version) -> Result<Said, Fault> {
    let (db, actor) = (page.app.db.reader(), page.actor());
    let versions: Vec<&Version> = [Some(version), mended(plan, version)]
        .into_iter()
        .flatten()
        .collect();
    let rows = review::said(db, &actor, &versions).await?;
    let approvals = plan.versions.iter().filter_map(|one| one.approval.as_ref());
    let ids = approvals.map(|approval| approval.id).collect();
    let people = rows.iter().map(|row| row.written_by).collect();
    let told = told(db, ids, people).await?;
    let comments = rows.into_iter().map(|row| Comment::new(row, &told.names));
    Ok(Said {
        comments: comments.collect(),
        told,
    })
}

/// The version that this one mends, while it is written or waits.
fn mended<'p>(plan: &'p Plan, version: &Version) -> Option<&'p Version> {
    let is_before = |one: &&Version| one.row.number + 1 == version.row.number;
    let earlier = plan.versions.iter().find(is_before)?;
    let is_mended = !version.standing().is_closed() && !earlier.standing().is_approved();
    is_mended.then_some(earlier)
}

impl Said {
    /// The comments on a version.
    pub(super) fn of(&self, version: &Version) -> impl Iterator<Item = &Comment> {
        let id = version.row.id;
        self.comments.iter().filter(move |one| one.version == id)
    }

    /// Every step of its approval.
    pub(super) fn steps(&self, version: &Version) -> &[Step] {
        let approval = version.approval.as_ref();
        let steps = approval.and_then(|approval| self.told.steps.get(&approval.id));
        steps.map(Vec::as_slice).unwrap_or_default()
    }

    /// The words with which a version was answered.
    fn answer(&self, version: &Version) -> Option<&str> {
        let answered =
            |step: &&Step| ["approved", "returned", "refused"].contains(&step.state.code());
        let step = self.steps(version).iter().find(answered)?;
        step.words.as_deref().filter(|words| !words.is_empty())
    }

    /// What the ward said of the version before, while the one that mends it is written or waits: of
    /// a programme, or of all of it.
    pub(super) fn before(
        &self,
        plan: &Plan,
        version: &Version,
        content: &Content,
        programme: Option<ProgrammeId>,
    ) -> Value {
        let Some(earlier) = mended(plan, version) else {
            return Value::Null;
        };
        let own = |one: &&Comment| programme.is_none() || one.programme == programme;
        let comments = self.of(earlier).filter(own);
        let comments = comments.map(|one| comment(one, content, programme));
        json!({
            "number": earlier.row.number,
            "comments": comments.collect::<Vec<_>>(),
            "words": self.answer(earlier).filter(|_| programme.is_none()),
        })
    }

    /// On which conditions the plan was approved up to a version, the newest first: what came later
    /// did not lift what was said before.
    pub(super) fn conditions(&self, plan: &Plan, version: &Version) -> Value {
        let until = plan
            .versions
            .iter()
            .filter(|one| one.row.number <= version.row.number && one.standing().is_approved());
        let condition = |one: &Version| {
            let words = self.answer(one)?;
            Some(json!({ "number": one.row.number, "words": words }))
        };
        until.filter_map(condition).collect()
    }
}

/// One comment, with the programme it is about where that is not clear.
fn comment(one: &Comment, content: &Content, of: Option<ProgrammeId>) -> Value {
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
