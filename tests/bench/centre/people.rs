//! Who books, whom reception knows, and who is on duty.

use accounts::service::NewAccount;
use kernel::{Fault, PersonId, Role, Work};
use views::Lang;

/// People there are beside the members.
const PEOPLE: usize = 20_000;

/// Members there are, one for each client.
const MEMBERS: usize = 16;

/// Those who book; who they are, and what their browsers send.
pub(super) async fn members(work: &Work) -> Result<(Vec<PersonId>, Vec<String>), Fault> {
    let (mut people, mut secrets) = (Vec::new(), Vec::new());
    for number in 0..MEMBERS {
        let new = NewAccount {
            family_name: "見本".to_owned(),
            given_name: format!("花子{number}"),
            family_kana: "ミホン".to_owned(),
            given_kana: "ハナコ".to_owned(),
            email: format!("bench{number}@demo.example"),
            telephone: String::new(),
            password_hash: "nobody signs in by password here".to_owned(),
            lang: Lang::Ja,
            roles: kernel::Roles::default(),
        };
        let person = accounts::service::open_account(work, new).await.unwrap();
        let once = accounts::service::Proved::Once;
        let secret = accounts::service::sign_in(work, person, once, "Bench", None).await;
        secrets.push(secret.unwrap().reveal().to_owned());
        people.push(person);
    }
    Ok((people, secrets))
}

/// Many people whom reception knows.
pub(super) async fn guests(work: &Work) {
    for number in 0..PEOPLE {
        let names = accounts::rules::Names {
            family_name: "実例".to_owned(),
            given_name: format!("太郎{number}"),
            family_kana: "ジツレイ".to_owned(),
            given_kana: "タロウ".to_owned(),
        };
        let new = accounts::service::NewPerson {
            names,
            telephone: String::new(),
            email: String::new(),
            lang: Lang::Ja,
        };
        accounts::service::register_guest(work, new).await.unwrap();
    }
}

/// Someone at the counter; what their browser sends.
pub(super) async fn reception(work: &Work) -> String {
    on_duty(work, "reception@demo.example", Role::Reception)
        .await
        .1
}

/// Someone with a role; who they are, and what their browser sends.
pub(crate) async fn on_duty(work: &Work, email: &str, role: Role) -> (PersonId, String) {
    let new = NewAccount {
        family_name: "窓口".to_owned(),
        given_name: "まさみ".to_owned(),
        family_kana: "マドグチ".to_owned(),
        given_kana: "マサミ".to_owned(),
        email: email.to_owned(),
        telephone: String::new(),
        password_hash: "nobody signs in by password here".to_owned(),
        lang: Lang::Ja,
        roles: [role].into_iter().collect(),
    };
    let person = accounts::service::open_account(work, new).await.unwrap();
    let twice = accounts::service::Proved::Twice;
    let secret = accounts::service::sign_in(work, person, twice, "Bench", None).await;
    (person, secret.unwrap().reveal().to_owned())
}
