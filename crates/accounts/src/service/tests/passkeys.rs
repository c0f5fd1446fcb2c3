mod ends;

use testkit::authenticator::Authenticator;

use super::{second_factor::device, *};
use crate::{
    entity::{BrowserId, PasskeyId, passkey, passkey_challenge, second_step::Purpose},
    passkey::Centre as Here,
    rules::{self, CHALLENGE_LASTS, PASSKEYS},
};

const HERE: &str = "http://localhost:3000";

fn here() -> Here {
    Here::at(HERE, "見本センター").unwrap()
}

fn a_device() -> Authenticator {
    Authenticator::at(HERE).unwrap()
}

/// Half-way in, or about to set something up.
type Way = read::Step;

impl Centre {
    async fn begins(&self, person: PersonId) -> Way {
        let cookie = self
            .does(async |work| Ok(begin_set_up(work, person).await?))
            .await
            .unwrap();
        let now = self.clock.now();
        let step = read::step(self.db.reader(), cookie.reveal(), Purpose::SetUp, now);
        step.await.unwrap().unwrap()
    }

    async fn signs_in(&self, person: PersonId) -> Way {
        let entered = self.enters(person).await;
        assert!(matches!(entered, Entered::ToCode(_)));
        self.step(&entered, Purpose::SignIn).await.unwrap()
    }

    async fn makes(
        &self,
        person: PersonId,
        device: &Authenticator,
    ) -> Result<Option<Enrolled>, Refused> {
        let step = self.begins(person).await;
        let browser = BrowserId::from(step.id);
        let told = self
            .does(async |work| ask_to_make(work, &here(), person, browser).await)
            .await?;
        let asking = (&self.db, &self.clock, Actor::visitor());
        let made = made(asking, &here(), browser, &device.make(&told)).await;
        let made = refused(made)?;
        self.does(async |work| register(work, &step, &made, "仕事の電話", None).await)
            .await
    }

    async fn is_asked(&self, way: &Way) -> serde_json::Value {
        let (person, browser) = (way.person, way.id.into());
        self.does(async |work| ask_to_show(work, &here(), person, browser).await)
            .await
            .unwrap()
    }

    async fn answers(&self, way: &Way, answer: &str) -> Result<Second, Refused> {
        let given = Given {
            code: "",
            passkey: answer,
        };
        let asking = (&self.db, &self.clock, Actor::visitor());
        let asked = (way.person, way.id.into());
        refused(examine(asking, Some(&here()), asked, given).await)
    }

    async fn gets_in(&self, way: &Way, answer: &str) -> Result<kernel::Secret, Refused> {
        let second = self.answers(way, answer).await?;
        self.does(async |work| finish_sign_in(work, way, &second, "").await)
            .await
    }

    async fn has(&self, person: PersonId) -> read::SecondFactor {
        let factor = read::second_factor(self.db.reader(), person).await;
        factor.unwrap().unwrap()
    }

    /// What they were told by letter, in the order of the alphabet: at one moment there is no other.
    async fn told(&self) -> Vec<String> {
        let letters = self.letters("accounts/second_factor").await;
        let what = |letter: &serde_json::Value| letter["what"].as_str().unwrap().to_owned();
        let mut told: Vec<String> = letters.iter().map(what).collect();
        told.sort_unstable();
        told
    }

    async fn first_key(&self, person: PersonId) -> PasskeyId {
        self.has(person).await.passkeys[0].id
    }
}

fn refused<T>(outcome: Result<T, Failed<Refused>>) -> Result<T, Refused> {
    outcome.map_err(|failed| match failed {
        Failed::Refused(refused) => refused,
        Failed::Fault(fault) => panic!("{fault:?}"),
    })
}

fn is_wrong<T>(outcome: &Result<T, Refused>) -> bool {
    matches!(outcome, Err(Refused::WrongPasskey))
}

#[tokio::test]
async fn a_passkey_alone_is_a_second_factor_with_recovery_codes() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    let other = centre
        .does(async |work| Ok(sign_in(work, person, Proved::Once, "", None).await?))
        .await;
    assert!(other.is_ok());
    let phone = a_device();
    let codes = centre.makes(person, &phone).await.unwrap().unwrap();
    assert_eq!(codes.len(), rules::RECOVERY_CODES);
    assert_eq!(sessions_of(&centre, person).await, 0);

    let way = centre.signs_in(person).await;
    let told = centre.is_asked(&way).await;
    centre.clock.advance(TimeDelta::minutes(1));
    let answer = phone.show(&told).unwrap();
    centre.gets_in(&way, &answer).await.unwrap();
    let used_at = centre.has(person).await.passkeys[0].used_at;
    assert_eq!(used_at, Some(centre.clock.now()));

    // A second one changes no codes.
    assert!(centre.makes(person, &a_device()).await.unwrap().is_none());
    let way = centre.signs_in(person).await;
    let recovered = centre
        .does(async |work| finish_sign_in(work, &way, &Second::Code(codes[0].clone()), "").await)
        .await;
    assert!(recovered.is_ok());
    let told = ["passkey-added", "passkey-added", "recovery-used"];
    assert_eq!(centre.told().await, told);
}

#[tokio::test]
async fn an_answer_is_good_once() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    let phone = a_device();
    centre.makes(person, &phone).await.unwrap();
    let way = centre.signs_in(person).await;
    let answer = phone.show(&centre.is_asked(&way).await).unwrap();
    let (one, other) = tokio::join!(centre.answers(&way, &answer), centre.answers(&way, &answer));
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
    assert!(is_wrong(&centre.answers(&way, &answer).await));
    // Nor is it the answer to another question.
    centre.is_asked(&way).await;
    assert!(is_wrong(&centre.answers(&way, &answer).await));
}

#[tokio::test]
async fn a_wrong_answer_uses_the_question_up() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    let phone = a_device();
    centre.makes(person, &phone).await.unwrap();
    let way = centre.signs_in(person).await;
    let answer = phone.show(&centre.is_asked(&way).await).unwrap();
    assert!(is_wrong(&centre.answers(&way, "{}").await));
    assert!(is_wrong(&centre.answers(&way, &answer).await));
}

#[tokio::test]
async fn a_question_is_for_one_browser_and_five_minutes() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    let phone = a_device();
    centre.makes(person, &phone).await.unwrap();
    let (mine, thiefs) = (centre.signs_in(person).await, centre.signs_in(person).await);
    let answer = phone.show(&centre.is_asked(&mine).await).unwrap();
    assert!(is_wrong(&centre.gets_in(&thiefs, &answer).await));
    centre.clock.advance(CHALLENGE_LASTS);
    assert!(is_wrong(&centre.gets_in(&mine, &answer).await));
    crate::tasks::Tidy
        .run(&centre.db, &centre.clock)
        .await
        .unwrap();
    let left = passkey_challenge::Entity::find().all(centre.db.reader());
    assert!(left.await.unwrap().is_empty());
}

#[tokio::test]
async fn a_passkey_removed_meanwhile_opens_nothing() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    let phone = a_device();
    centre.makes(person, &phone).await.unwrap();
    centre.makes(person, &a_device()).await.unwrap();
    let way = centre.signs_in(person).await;
    let told = centre.is_asked(&way).await;
    let shown = centre.answers(&way, &phone.show(&told).unwrap()).await;
    let id = centre.first_key(person).await;
    centre
        .does(async |work| remove_passkey(work, person, id, None).await)
        .await
        .unwrap();
    let taken = centre
        .does(async |work| take_second(work, person, shown.as_ref().ok()).await)
        .await;
    assert!(is_wrong(&taken));
    let again = centre
        .does(async |work| remove_passkey(work, person, id, None).await)
        .await;
    assert!(matches!(again, Err(Refused::NotThere)));
}

#[tokio::test]
async fn a_copy_of_a_device_is_found_by_its_count() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    let phone = a_device();
    centre.makes(person, &phone).await.unwrap();
    // Both were asked before either answered: what each question knows of the count is old.
    let (mine, copys) = (centre.signs_in(person).await, centre.signs_in(person).await);
    let (told, to_copy) = (centre.is_asked(&mine).await, centre.is_asked(&copys).await);
    phone.count_from(7);
    let answer = phone.show(&told).unwrap();
    centre.gets_in(&mine, &answer).await.unwrap();
    phone.count_from(4);
    let copied = phone.show(&to_copy).unwrap();
    assert!(is_wrong(&centre.gets_in(&copys, &copied).await));
    let way = centre.signs_in(person).await;
    phone.count_from(7);
    let late = phone.show(&centre.is_asked(&way).await).unwrap();
    assert!(is_wrong(&centre.gets_in(&way, &late).await));
}

#[tokio::test]
async fn a_device_belongs_to_one_person() {
    let centre = Centre::new().await;
    let taro = centre.member("taro@demo.example").await;
    let hanako = centre.member("hanako@demo.example").await;
    let phone = a_device();
    centre.makes(taro, &phone).await.unwrap();
    let known = centre.makes(hanako, &phone).await;
    assert!(matches!(known, Err(Refused::PasskeyKnown)));
    centre.makes(hanako, &a_device()).await.unwrap();
    let way = centre.signs_in(hanako).await;
    let answer = phone.show(&centre.is_asked(&way).await).unwrap();
    assert!(is_wrong(&centre.gets_in(&way, &answer).await));
    let theirs = centre.first_key(taro).await;
    let removed = centre
        .does(async |work| remove_passkey(work, hanako, theirs, None).await)
        .await;
    assert!(matches!(removed, Err(Refused::NotThere)));
}
