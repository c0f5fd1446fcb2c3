//! What people have of their own: applications, companies, passkeys, sessions, tokens.

use accounts::entity::api_token::Scope;
use kernel::PersonId;
use sea_orm::EntityTrait;
use testkit::authenticator::Authenticator;

use super::House;
use crate::organisations;

impl House {
    /// An application of this person's and its paper, put into the route.
    pub(super) async fn application_of(&self, person: PersonId, route: &str) -> String {
        let browser = self.app.signed_in(person).await;
        let id = organisations::apply(&browser).await.to_string();
        let page = browser.get(&format!("/applications/{id}")).await;
        let (_, paper) = page.text.split_once("/papers/").unwrap();
        let paper = paper.split('"').next().unwrap();
        route.replace("{id}", &id).replace("{paper}", paper)
    }

    /// A company registered by this person, once.
    pub(super) async fn company(&self, person: PersonId) -> String {
        let db = self.app.app.db.reader();
        let today = self.app.clock.now().date();
        let known = ::organisations::read::represented(db, person, today).await;
        if let Some(known) = known.unwrap().first() {
            return known.id.to_string();
        }
        let id = organisations::apply_without_number(&self.app.signed_in(person).await).await;
        // Nobody answers for themselves.
        let role = if person == self.people[1] { 3 } else { 2 };
        let reception = self.browser(role).await;
        organisations::grant(&reception, id).await;
        let row = organisations::row(&self.app, id).await;
        row.organisation_id.unwrap().to_string()
    }

    /// The passkey of this person, made once.
    pub(super) async fn passkey_of(&self, person: PersonId) -> String {
        let known = accounts::read::second_factor(self.app.app.db.reader(), person).await;
        if let Some(known) = known.unwrap().filter(|factor| !factor.passkeys.is_empty()) {
            return known.passkeys[0].id.to_string();
        }
        let device = Authenticator::at(&self.app.base).unwrap();
        self.app.makes_passkey(person, &device).await.to_string()
    }

    /// Someone new who has a second factor.
    pub(super) async fn enrolled(&self) -> String {
        let person = self.app.member("三郎").await.person.unwrap();
        self.app.enrol(person).await;
        person.to_string()
    }

    /// A session on another browser.
    pub(super) async fn session_of(&self, person: PersonId) -> String {
        self.app.signed_in(person).await;
        let all = accounts::entity::session::Entity::find()
            .all(self.app.app.db.reader())
            .await
            .unwrap();
        let mut own = all.iter().filter(|one| one.person_id == person);
        own.next_back().unwrap().id.to_string()
    }

    pub(super) async fn token_of(&self, person: PersonId) -> String {
        self.app.token(person, Scope::Read).await;
        let all = accounts::entity::api_token::Entity::find()
            .all(self.app.app.db.reader())
            .await
            .unwrap();
        let kept = |token: &&accounts::entity::api_token::Model| {
            // The member's own two tokens are still needed.
            token.person_id == person && token.used_at.is_none()
        };
        all.iter().rfind(kept).unwrap().id.to_string()
    }
}
