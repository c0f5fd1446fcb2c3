//! Someone has a passkey.

use accounts::{
    entity::{PasskeyId, second_step::Purpose},
    passkey::Centre,
};
use kernel::{Actor, PersonId, Via, transact};
use testkit::authenticator::Authenticator;

use crate::TestApp;

impl TestApp {
    /// Registers a passkey of this device for someone, as after password and digits.
    pub async fn makes_passkey(&self, person: PersonId, device: &Authenticator) -> PasskeyId {
        let (db, clock) = (&self.app.db, &self.clock);
        let here = Centre::at(&self.base, "センター").unwrap();
        let cookie = transact(db, Actor::system(Via::Cli), clock, async |work| {
            accounts::service::begin_set_up(work, person).await
        });
        let cookie = cookie.await.unwrap();
        let now = clock.now();
        let step = accounts::read::step(db.reader(), cookie.reveal(), Purpose::SetUp, now).await;
        let step = step.unwrap().unwrap();
        let told = transact(db, Actor::system(Via::Cli), clock, async |work| {
            accounts::service::ask_to_make(work, &here, person, step.id.into()).await
        });
        let answer = device.make(&told.await.unwrap());
        let asking = (db, clock, Actor::system(Via::Cli));
        let made = accounts::service::made(asking, &here, step.id.into(), &answer).await;
        let made = made.unwrap();
        transact(db, Actor::system(Via::Cli), clock, async |work| {
            accounts::service::register(work, &step, &made, "仕事の電話", None).await
        })
        .await
        .unwrap();
        let factor = accounts::read::second_factor(db.reader(), person).await;
        factor.unwrap().unwrap().passkeys.pop().unwrap().id
    }
}
