use super::*;
use crate::{
    entity::{recovery_code, second_factor, second_step::Purpose},
    rules::{self, SharedSecret, step_at},
};

pub(super) fn device() -> SharedSecret {
    SharedSecret::new(b"12345678901234567890".to_vec())
}

fn typed(code: &str) -> Second {
    Second::Code(code.to_owned())
}

impl Centre {
    pub(super) async fn enrolled(&self, email: &str) -> (PersonId, Vec<String>) {
        let person = self.member(email).await;
        let codes = self
            .does(async |work| Ok(give_second_factor(work, person, &device()).await?))
            .await
            .unwrap();
        (person, codes)
    }

    fn digits(&self) -> String {
        device().digits_at(step_at(self.clock.now()))
    }

    /// As the pages do, without the wait: the attempt is counted first, and stays counted.
    pub(super) async fn gives(&self, person: PersonId, code: &str) -> Result<(), Refused> {
        self.does(async |work| throttle::code_for(work, person).await)
            .await?;
        self.does(async |work| take_second(work, person, Some(&typed(code))).await)
            .await
    }

    pub(super) async fn step(&self, entered: &Entered, purpose: Purpose) -> Option<read::Step> {
        let (Entered::In(secret) | Entered::ToCode(secret) | Entered::ToSetUp(secret)) = entered;
        let now = self.clock.now();
        read::step(self.db.reader(), secret.reveal(), purpose, now)
            .await
            .unwrap()
    }

    pub(super) async fn enters(&self, person: PersonId) -> Entered {
        let proof = Proof::by_letter(person);
        self.does(async |work| enter(work, &proof, "", None, "/mypage").await)
            .await
            .unwrap()
    }
}

#[tokio::test]
async fn digits_are_taken_once_and_older_ones_never_again() {
    let centre = Centre::new().await;
    let (person, _) = centre.enrolled("taro@demo.example").await;
    let first = centre.digits();
    centre.gives(person, &first).await.unwrap();
    let again = centre.gives(person, &first).await;
    assert!(matches!(again, Err(Refused::CodeUsed)), "{again:?}");
    // The device is a little ahead: its next digits are good now, and these then are not.
    centre.clock.advance(TimeDelta::seconds(30));
    let this = centre.digits();
    let next = device().digits_at(step_at(centre.clock.now()) + 1);
    centre.gives(person, &next).await.unwrap();
    let older = centre.gives(person, &this).await;
    assert!(matches!(older, Err(Refused::CodeUsed)), "{older:?}");
}

#[tokio::test]
async fn of_two_who_give_the_same_digits_at_one_moment_one_gets_in() {
    let centre = Centre::new().await;
    let (person, _) = centre.enrolled("taro@demo.example").await;
    let digits = centre.digits();
    let (one, other) = tokio::join!(centre.gives(person, &digits), centre.gives(person, &digits));
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
}

#[tokio::test]
async fn a_recovery_code_is_good_once_and_its_owner_is_told() {
    let centre = Centre::new().await;
    let (person, codes) = centre.enrolled("taro@demo.example").await;
    assert_eq!(codes.len(), rules::RECOVERY_CODES);
    let typed = codes[3].to_lowercase().replace('-', " ");
    centre.gives(person, &typed).await.unwrap();
    let again = centre.gives(person, &typed).await;
    assert!(matches!(again, Err(Refused::WrongCode)), "{again:?}");
    let letters = centre.letters("accounts/second_factor").await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0]["what"], "recovery-used");
    assert!(!letters[0].to_string().contains(&codes[3]));
    let known = read::second_factor(centre.db.reader(), person).await;
    assert_eq!(known.unwrap().unwrap().recovery, 9);

    let others = centre
        .does(async |work| print_recovery_codes(work, person).await)
        .await
        .unwrap();
    let older = centre.gives(person, &codes[4]).await;
    assert!(matches!(older, Err(Refused::WrongCode)), "{older:?}");
    centre.gives(person, &others[0]).await.unwrap();
}

#[tokio::test]
async fn anothers_code_is_wrong() {
    let centre = Centre::new().await;
    let (_, codes) = centre.enrolled("taro@demo.example").await;
    let (hanako, _) = centre.enrolled("hanako@demo.example").await;
    let refused = centre.gives(hanako, &codes[0]).await;
    assert!(matches!(refused, Err(Refused::WrongCode)), "{refused:?}");
}

#[tokio::test]
async fn after_ten_wrong_codes_only_time_or_a_new_password_helps() {
    let centre = Centre::new().await;
    let (person, _) = centre.enrolled("taro@demo.example").await;
    for _ in 0..rules::CODES_PER_PERSON {
        let wrong = centre.gives(person, "000000").await;
        assert!(matches!(wrong, Err(Refused::WrongCode)), "{wrong:?}");
    }
    let right = centre.gives(person, &centre.digits()).await;
    assert!(matches!(right, Err(Refused::TooManyCodes)), "{right:?}");

    // A rival who knows the password cannot keep its owner out: a new one ends the rival's way in.
    let rival = centre.enters(person).await;
    let hash = password::hash("あたらしい合言葉ですよ").await.unwrap();
    centre
        .does(async |work| Ok(change_password(work, person, hash, None).await?))
        .await
        .unwrap();
    assert!(centre.step(&rival, Purpose::SignIn).await.is_none());
    centre.gives(person, &centre.digits()).await.unwrap();

    for _ in 0..rules::CODES_PER_PERSON {
        let _ = centre.gives(person, "000000").await;
    }
    centre.clock.advance(rules::CODE_WINDOW);
    centre.gives(person, &centre.digits()).await.unwrap();
}

#[tokio::test]
async fn half_way_in_ends_after_ten_minutes_and_is_good_once() {
    let centre = Centre::new().await;
    let (person, _) = centre.enrolled("taro@demo.example").await;
    let entered = centre.enters(person).await;
    assert!(matches!(entered, Entered::ToCode(_)));
    assert_eq!(sessions_of(&centre, person).await, 0);
    assert!(centre.step(&entered, Purpose::SetUp).await.is_none());
    let step = centre.step(&entered, Purpose::SignIn).await.unwrap();
    let wrong = centre
        .does(async |work| finish_sign_in(work, &step, &typed("000000"), "").await)
        .await;
    assert!(matches!(wrong, Err(Refused::WrongCode)));
    let digits = centre.digits();
    centre
        .does(async |work| finish_sign_in(work, &step, &typed(&digits), "").await)
        .await
        .unwrap();
    centre.clock.advance(TimeDelta::seconds(30));
    let digits = centre.digits();
    let again = centre
        .does(async |work| finish_sign_in(work, &step, &typed(&digits), "").await)
        .await;
    assert!(matches!(again, Err(Refused::StepOver)));

    let late = centre.enters(person).await;
    centre.clock.advance(rules::STEP_LASTS);
    assert!(centre.step(&late, Purpose::SignIn).await.is_none());
    let swept = crate::tasks::Tidy.run(&centre.db, &centre.clock).await;
    assert_eq!(swept.unwrap(), 1);
}

#[tokio::test]
async fn a_person_who_works_here_is_led_to_set_up_and_cannot_do_without() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    assert!(matches!(centre.enters(person).await, Entered::In(_)));
    centre
        .does(async |work| Ok(grant(work, person, Role::Expert).await?))
        .await
        .unwrap();
    let entered = centre.enters(person).await;
    assert!(matches!(entered, Entered::ToSetUp(_)));
    let step = centre.step(&entered, Purpose::SignIn).await.unwrap();
    let secret = step.secret.clone().unwrap();
    let digits = secret.digits_at(step_at(centre.clock.now()));
    let (_, codes) = centre
        .does(async |work| finish_set_up(work, &step, &digits, "").await)
        .await
        .unwrap();
    assert_eq!(codes.len(), rules::RECOVERY_CODES);
    // The digits that set it up do not sign in.
    let used = centre.gives(person, &digits).await;
    assert!(matches!(used, Err(Refused::CodeUsed)), "{used:?}");
    let kept = centre
        .does(async |work| remove_second_factor(work, person).await)
        .await;
    assert!(matches!(kept, Err(Refused::SecondFactorNeeded)));
    let letters = centre.letters("accounts/second_factor").await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0]["what"], "enrolled");
    let spelled = secret.spelled().replace(' ', "");
    assert!(!letters[0].to_string().contains(&spelled));
}

#[tokio::test]
async fn of_two_browsers_half_way_in_one_sets_up_the_device() {
    let centre = Centre::new().await;
    let person = centre.member("taro@demo.example").await;
    centre
        .does(async |work| Ok(grant(work, person, Role::Expert).await?))
        .await
        .unwrap();
    let mut steps = Vec::new();
    for _ in 0..2 {
        let entered = centre.enters(person).await;
        steps.push(centre.step(&entered, Purpose::SignIn).await.unwrap());
    }
    let now = step_at(centre.clock.now());
    let mut done = Vec::new();
    for step in &steps {
        let digits = step.secret.as_ref().unwrap().digits_at(now);
        let set_up = centre.does(async |work| finish_set_up(work, step, &digits, "").await);
        done.push(set_up.await.err());
    }
    assert!(done[0].is_none(), "{done:?}");
    assert!(matches!(done[1], Some(Refused::StepOver)), "{done:?}");
}

#[tokio::test]
async fn nothing_that_is_stored_is_a_recovery_code() {
    let centre = Centre::new().await;
    let (person, codes) = centre.enrolled("taro@demo.example").await;
    let rows = recovery_code::Entity::find().all(centre.db.reader());
    for row in rows.await.unwrap() {
        for code in &codes {
            assert_ne!(row.digest, code.as_bytes());
            assert_ne!(row.digest, code.replace('-', "").as_bytes());
        }
    }
    let events = kernel::events::Entity::find().all(centre.db.reader());
    let written = format!("{:?}", events.await.unwrap());
    let kept = second_factor::Entity::find_by_id(person).one(centre.db.reader());
    let kept = SharedSecret::new(kept.await.unwrap().unwrap().secret);
    assert_eq!(kept, device());
    assert!(written.contains("second_factor.enrolled"));
    for secret in codes.iter().chain([&kept.spelled().replace(' ', "")]) {
        assert!(!written.contains(secret));
    }
}
