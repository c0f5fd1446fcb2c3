//! Cases and experts.

use ::consultations::{
    entity::case_field::Field,
    read,
    rules::DispatchDraft,
    samples::{
        cases::{a_request, an_expert},
        dispatches::an_application,
        visits::{a_campaign, a_target_draft},
    },
    service,
};
use kernel::{Actor, PersonId, Role, Via, transact};

use super::{super::rows::Row, House};

impl House {
    /// The address of a row about something new.
    pub(super) async fn consulted(&self, route: &str, of: &str, whose: PersonId) -> String {
        let id = match of {
            "expert" => self.expert().await,
            "campaign" => self.campaign().await.0,
            "target" => self.campaign().await.1,
            "dispatch" => self.dispatch().await,
            "case" => self.case_of(self.stranger).await,
            _ => self.case_of(whose).await,
        };
        named(route, &id)
    }

    /// A case of somebody, which nobody has.
    async fn case_of(&self, person: PersonId) -> String {
        // For them: nobody has as many requests waiting as this house needs.
        let reception = [Role::Reception].into_iter().collect();
        let mut others = self.people.iter().chain(&self.others).copied();
        let by = others.find(|other| *other != person).unwrap();
        let actor = Actor::person(by, reception, Via::Page);
        let app = &self.app;
        let asked = transact(&app.app.db, actor, &app.clock, async |work| {
            service::ask(work, person, &a_request(), Vec::new()).await
        });
        asked.await.unwrap().to_string()
    }

    /// A campaign, and its only target, to which nobody goes.
    async fn campaign(&self) -> (String, String) {
        let roles = [Role::Coordinator].into_iter().collect();
        let actor = Actor::person(self.stranger, roles, Via::Page);
        let app = &self.app;
        let made = transact(&app.app.db, actor, &app.clock, async |work| {
            let id = service::open_campaign(work, &a_campaign()).await?;
            service::add_target(work, id, &a_target_draft(1)).await?;
            let targets = read::targets_of(work.db(), id).await?;
            Ok::<_, kernel::Failed<::consultations::Refused>>((id, targets[0].row.id))
        });
        let (id, target) = made.await.unwrap();
        (id.to_string(), target.to_string())
    }

    /// A dispatch that a stranger asked for.
    async fn dispatch(&self) -> String {
        let case = self.case_of(self.stranger).await.parse().unwrap();
        let member = [Role::Member].into_iter().collect();
        let actor = Actor::person(self.stranger, member, Via::Page);
        let draft = DispatchDraft {
            field: Some(Field::Founding),
            ..an_application()
        };
        let app = &self.app;
        let asked = transact(&app.app.db, actor, &app.clock, async |work| {
            service::apply(work, case, &draft).await
        });
        asked.await.unwrap().to_string()
    }

    /// Somebody who advises, and may be chosen.
    async fn expert(&self) -> String {
        let person = self.app.member("助言").await.person.unwrap();
        let roles = [Role::Coordinator].into_iter().collect();
        let actor = Actor::person(self.stranger, roles, Via::Page);
        let app = &self.app;
        let added = transact(&app.app.db, actor, &app.clock, async |work| {
            service::add_expert(work, person, &an_expert()).await
        });
        added.await.unwrap().to_string()
    }
}

/// Whether a row is about a case or an expert.
pub(super) fn owns(row: &Row) -> bool {
    matches!(
        row.of,
        "case" | "expert" | "dispatch" | "campaign" | "target"
    ) || row.route.starts_with("/consultations/")
}

/// The address of a row; what it names beside the case or the expert is nothing.
fn named(route: &str, id: &str) -> String {
    let nothing = uuid::Uuid::nil().to_string();
    let mut path = route.replace("{id}", id);
    for part in [
        "{meeting}",
        "{action}",
        "{follow_up}",
        "{expert}",
        "{row}",
        "{paper}",
        "{referral}",
        "{milestone}",
        "{dispatch}",
        "{sheet}",
    ] {
        path = path.replace(part, &nothing);
    }
    path
}
