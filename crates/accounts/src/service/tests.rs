mod attempts;
mod links;
mod passkeys;
mod second_factor;

use chrono::TimeDelta;
use kernel::{Actor, Clock, Db, Failed, Fault, Instant, PersonId, Role, Roles, Work, transact};
use mail::entity::letter;
use sea_orm::{QueryOrder, entity::prelude::*};
use tasks::Sweep;
use testkit::database::{Engine, open};
use views::Lang;

use super::*;
use crate::{
    Refused,
    entity::{api_token::Scope, session},
    password, read,
    rules::Names,
};

struct Centre {
    db: Db,
    clock: Clock,
}

impl Centre {
    async fn new() -> Self {
        let morning = Instant::parse("2026-12-01T09:00:00+09:00").unwrap();
        Self {
            db: open(Engine::Sqlite).await.unwrap(),
            clock: Clock::set_to(morning),
        }
    }

    async fn does<T>(
        &self,
        verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<T, Failed<Refused>>,
    ) -> Result<T, Refused> {
        match transact(&self.db, Actor::visitor(), &self.clock, verb).await {
            Ok(done) => Ok(done),
            Err(Failed::Refused(refused)) => Err(refused),
            Err(Failed::Fault(fault)) => panic!("{fault:?}"),
        }
    }

    async fn proves(&self, source: &str, email: &str, password: &str) -> Result<PersonId, Refused> {
        let asking = (&self.db, &self.clock, Actor::visitor());
        match prove(asking, source, email, password).await {
            Ok(proof) => Ok(proof.person),
            Err(Failed::Refused(refused)) => Err(refused),
            Err(Failed::Fault(fault)) => panic!("{fault:?}"),
        }
    }

    async fn member(&self, email: &str) -> PersonId {
        let new = account(email, password::hash("ひみつの合言葉ですよ").await.unwrap());
        self.does(async |work| open_account(work, new).await)
            .await
            .unwrap()
    }

    /// The facts of the letters written after this template, the newest last.
    async fn letters(&self, template: &str) -> Vec<serde_json::Value> {
        let rows = letter::Entity::find()
            .filter(letter::Column::Template.eq(template))
            .order_by_asc(letter::Column::Id)
            .all(self.db.reader());
        let facts = |row: letter::Model| serde_json::from_str(&row.facts).unwrap();
        rows.await.unwrap().into_iter().map(facts).collect()
    }

    /// The secret in the only letter written after this template.
    async fn token(&self, template: &str) -> String {
        let letters = self.letters(template).await;
        assert_eq!(letters.len(), 1);
        letters[0]["token"].as_str().unwrap().to_owned()
    }
}

fn names() -> Names {
    Names {
        family_name: "見本".into(),
        given_name: "太郎".into(),
        family_kana: "ﾐﾎﾝ".into(),
        given_kana: "たろう".into(),
    }
}

fn account(email: &str, password_hash: String) -> NewAccount {
    let Names {
        family_name,
        given_name,
        family_kana,
        given_kana,
    } = names();
    NewAccount {
        family_name,
        given_name,
        family_kana,
        given_kana,
        email: email.to_owned(),
        telephone: "03-0000-1234".to_owned(),
        password_hash,
        lang: Lang::Ja,
        roles: Roles::default(),
    }
}

fn sign_up(email: &str) -> SignUp {
    SignUp {
        names: names(),
        email: email.to_owned(),
        next: Some("/availability".to_owned()),
        lang: Lang::En,
    }
}

async fn sessions_of(centre: &Centre, person: PersonId) -> usize {
    session::Entity::of(person)
        .all(centre.db.reader())
        .await
        .unwrap()
        .len()
}

#[tokio::test]
async fn of_two_sign_ups_for_one_address_the_second_is_refused() {
    let centre = Centre::new().await;
    centre.member("taro@demo.example").await;
    let second = account("TARO@demo.example", "x".into());
    let refused = centre.does(async |work| open_account(work, second).await);
    assert!(matches!(refused.await, Err(Refused::AddressTaken)));
}

#[tokio::test]
async fn sessions_are_ended_by_their_owner_only() {
    let centre = Centre::new().await;
    let taro = centre.member("taro@demo.example").await;
    let hanako = centre.member("hanako@demo.example").await;
    centre
        .does(async |work| {
            sign_in(work, taro, Proved::Once, "Chrome・Windows", None).await?;
            sign_in(work, taro, Proved::Once, "Safari・iPhone", None).await?;
            Ok(())
        })
        .await
        .unwrap();
    let now = centre.clock.now();
    let listed = read::sessions(centre.db.reader(), taro, None, now)
        .await
        .unwrap();
    assert_eq!(listed.len(), 2);
    let id = listed[0].id;
    let other = centre.does(async |work| end_session(work, hanako, id).await);
    assert!(matches!(other.await, Err(Refused::NotThere)));
    let ended = centre.does(async |work| Ok(end_other_sessions(work, taro, Some(id)).await?));
    assert_eq!(ended.await.unwrap(), 1);
    centre
        .does(async |work| end_session(work, taro, id).await)
        .await
        .unwrap();
    assert_eq!(sessions_of(&centre, taro).await, 0);
}

#[tokio::test]
async fn a_new_role_asks_for_a_new_sign_in() {
    let centre = Centre::new().await;
    let taro = centre.member("taro@demo.example").await;
    centre
        .does(async |work| {
            sign_in(work, taro, Proved::Once, "", None).await?;
            Ok(grant(work, taro, Role::Reception).await?)
        })
        .await
        .unwrap();
    assert_eq!(sessions_of(&centre, taro).await, 0);
    let person = read::person(centre.db.reader(), taro)
        .await
        .unwrap()
        .unwrap();
    let mut keys = person.role_keys;
    keys.sort();
    assert_eq!(keys, ["role-member", "role-reception"]);
    centre
        .does(async |work| Ok(revoke(work, taro, Role::Reception).await?))
        .await
        .unwrap();
}

#[tokio::test]
async fn tokens_are_ended_by_their_owner_only() {
    let centre = Centre::new().await;
    let taro = centre.member("taro@demo.example").await;
    let hanako = centre.member("hanako@demo.example").await;
    let token = centre
        .does(async |work| issue_token(work, taro, "会社の予定表", Scope::Read).await)
        .await
        .unwrap();
    assert_eq!((token.len(), token.starts_with("shinko_")), (50, true));
    let nameless = centre.does(async |work| issue_token(work, taro, "", Scope::Read).await);
    assert!(matches!(nameless.await, Err(Refused::Invalid(_))));
    let listed = read::tokens(centre.db.reader(), taro).await.unwrap();
    let id = listed[0].id;
    let other = centre.does(async |work| end_token(work, hanako, id).await);
    assert!(matches!(other.await, Err(Refused::NotThere)));
    centre
        .does(async |work| end_token(work, taro, id).await)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_person_is_found_however_the_question_is_written() {
    let centre = Centre::new().await;
    centre.member("taro_x@demo.example").await;
    centre.member("taroyx@demo.example").await;
    for (asked, found) in [
        ("", 2),
        ("みほん", 2),
        ("ミホン　タロウ", 2),
        ("見本太郎", 2),
        ("0000-1234", 2),
        ("０３（００００）", 2),
        ("TARO_X", 1),
        ("100%", 0),
        ("だれもいない", 0),
        ("み\0ほん", 2),
    ] {
        let people = read::find_people(centre.db.reader(), asked, None).await;
        assert_eq!(people.unwrap().items.len(), found, "{asked}");
    }
    let all = read::find_people(centre.db.reader(), "", None)
        .await
        .unwrap();
    let first = Some(all.items[0].id);
    let after = read::find_people(centre.db.reader(), "", first).await;
    let after: Vec<_> = after
        .unwrap()
        .items
        .iter()
        .map(|person| person.id)
        .collect();
    assert_eq!(after, [all.items[1].id]);
}

#[tokio::test]
async fn what_is_over_is_swept_away() {
    let centre = Centre::new().await;
    let taro = centre.member("taro@demo.example").await;
    centre
        .does(async |work| {
            sign_in(work, taro, Proved::Once, "", None).await?;
            ask_reset(work, "s", "taro@demo.example").await
        })
        .await
        .unwrap();
    let tidy = async || -> Result<usize, Fault> {
        crate::tasks::Tidy.run(&centre.db, &centre.clock).await
    };
    assert_eq!(tidy().await.unwrap(), 0);
    centre.clock.advance(TimeDelta::days(15));
    // One session, one link, two counts of letters.
    assert_eq!(tidy().await.unwrap(), 4);
    assert_eq!(tidy().await.unwrap(), 0);
}

#[tokio::test]
async fn no_session_begins_with_a_password_that_was_changed_meanwhile() {
    let centre = Centre::new().await;
    let taro = centre.member("taro@demo.example").await;
    let asking = (&centre.db, &centre.clock, Actor::visitor());
    let proof = prove(
        asking,
        "192.0.2.1",
        "taro@demo.example",
        "ひみつの合言葉ですよ",
    )
    .await;
    let proof = proof.unwrap();
    let other = password::hash("べつの合言葉ですよ").await.unwrap();
    centre
        .does(async |work| change_password(work, taro, other, None).await)
        .await
        .unwrap();
    let entered = centre
        .does(async |work| enter(work, &proof, "", None, "/mypage").await)
        .await;
    assert!(matches!(entered, Err(Refused::NoMatch)));
}
