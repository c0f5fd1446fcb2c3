//! The centre in which the power goes: its rooms, and whoever is at work there.

use std::{collections::BTreeMap, sync::Arc};

use accounts::{
    entity::api_token::Scope,
    rules::SharedSecret,
    service::{NewAccount, Proved},
};
use bookings::{
    entity::{SpaceId, VenueId, space},
    rules::{Rule, terms::Term},
    samples,
};
use japan::fiscal::FiscalYear;
use kernel::{Actor, Clock, Db, PersonId, Role, Via, transact};
use tests::{Browser, PASSWORD, open_centre};
use views::Lang;

use super::{
    load::{Plan, Rooms, Way},
    program::Centre,
};
use crate::{
    acts, money,
    own_uses::{consented, reason_of},
};

/// The sessions and the tokens of everybody.
pub(super) struct Cast {
    rooms: Rooms,
    manager: String,
    ward: String,
    /// Two for each who works with pages: one who does it, and one for whom it is done.
    pub(super) members: Vec<[String; 2]>,
    /// Of each program.
    pub(super) tokens: Vec<String>,
}

impl Cast {
    /// Opens the centre with a room for each way of working, and signs everybody in.
    pub(super) async fn open(centre: &Centre) -> Self {
        centre.command(&["migrate"]);
        let (db, clock) = (centre.db().await, Clock::machine());
        let fixture = open_centre(&db, &clock).await;
        let own = async |name: &str| open(&db, &clock, fixture.venue, name).await;
        let rooms = Rooms {
            desks: fixture.desks,
            paid: fixture.room,
            weekly: own("研修室").await,
            waited: own("応接室").await,
            closed: own("工作室").await,
            asked: own("ホール").await,
            own_use: own("相談室").await,
        };
        money::bookings::priced_in(&db, &clock, rooms.paid).await;
        let approval = Rule {
            space: Some(rooms.asked),
            ..samples::rule(Term::Approval(5))
        };
        acts::rule_in(&db, &clock, &approval).await;
        let people = People {
            hash: accounts::password::hash(PASSWORD).await.unwrap(),
            db: &db,
            clock: &clock,
        };
        let manager = people.account("manager", &[Role::Manager]).await;
        let ward = people.account("ward", &[Role::WardApprover]).await;
        let mut cast = Self {
            rooms,
            manager: people.session(manager).await,
            ward: people.session(ward).await,
            members: Vec::new(),
            tokens: Vec::new(),
        };
        for (nth, way) in Way::ALL.into_iter().enumerate() {
            let one = people.account(&format!("one{nth}"), &[]).await;
            if way == Way::Program {
                cast.tokens.push(people.token(one).await);
                continue;
            }
            let other = people.account(&format!("other{nth}"), &[]).await;
            let both = [people.session(one).await, people.session(other).await];
            cast.members.push(both);
        }
        db.close().await.unwrap();
        cast
    }

    pub(super) fn manager(&self, base: &str) -> Browser {
        signed_in(base, &self.manager)
    }
}

/// A browser with this session, at wherever the program serves now.
pub(super) fn signed_in(base: &str, session: &str) -> Browser {
    let browser = Browser::new(base);
    browser.keep_cookie("shinko-session", session);
    browser
}

/// What the manager enters before anybody works.
pub(super) async fn prepare(cast: &Cast, base: &str) -> Arc<Plan> {
    let manager = cast.manager(base);
    let today = Clock::machine().now().date();
    let since = today.to_string();
    let mut terms = money::TERMS;
    terms[6].1 = &since;
    let entered = manager.post("/counter/fees/terms", &terms).await;
    assert_eq!(entered.status, 303, "{}", entered.text);
    let reason = reason_of(&manager, "区の主催事業").await;
    let (ward, mut programmes) = (signed_in(base, &cast.ward), BTreeMap::new());
    let this = FiscalYear::of(today).year();
    for year in [this, this + 1] {
        let consented = consented(&manager, &ward, &year.to_string(), "創業塾").await;
        programmes.insert(year, consented);
    }
    Arc::new(Plan::new(cast.rooms, today, reason, programmes))
}

async fn open(db: &Db, clock: &Clock, venue: VenueId, name: &str) -> SpaceId {
    let room = space::Model {
        name: name.to_owned(),
        name_en: name.to_owned(),
        ..samples::meeting_room(venue)
    };
    acts::open_in(db, clock, room, 1).await
}

/// Makes accounts.
struct People<'d> {
    db: &'d Db,
    clock: &'d Clock,
    hash: String,
}

impl People<'_> {
    async fn account(&self, name: &str, roles: &[Role]) -> PersonId {
        let new = NewAccount {
            family_name: "見本".to_owned(),
            given_name: name.to_owned(),
            family_kana: "ミホン".to_owned(),
            given_kana: "ナマエ".to_owned(),
            email: format!("{name}@demo.example"),
            telephone: String::new(),
            password_hash: self.hash.clone(),
            lang: Lang::Ja,
            roles: roles.iter().copied().collect(),
        };
        let device = SharedSecret::new(b"known to every test.".to_vec());
        let person = transact(self.db, system(), self.clock, async |work| {
            accounts::service::open_account(work, new).await
        })
        .await
        .unwrap();
        if !roles.is_empty() {
            transact(self.db, system(), self.clock, async |work| {
                accounts::service::give_second_factor(work, person, &device).await
            })
            .await
            .unwrap();
        }
        person
    }

    async fn session(&self, person: PersonId) -> String {
        let secret = transact(self.db, system(), self.clock, async |work| {
            accounts::service::sign_in(work, person, Proved::Twice, "Test", None).await
        })
        .await
        .unwrap();
        secret.reveal().to_owned()
    }

    async fn token(&self, person: PersonId) -> String {
        transact(self.db, system(), self.clock, async |work| {
            accounts::service::issue_token(work, person, "test", Scope::Write).await
        })
        .await
        .unwrap()
    }
}

fn system() -> Actor {
    Actor::system(Via::Cli)
}
