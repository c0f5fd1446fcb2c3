//! Invented people. Nobody is called so, and no company either.

use accounts::{
    password,
    rules::{self, Names, SharedSecret},
    service::{self, NewAccount, NewPerson},
};
use kernel::{Actor, Failed as No, PersonId, Role, Roles, Via, Work};
use views::Lang;

use super::PASSWORD;
use crate::Failed;

/// The account of someone who starts a business.
pub(super) const FOUNDER: &str = "founder@demo.example";
/// The account of a small company.
pub(super) const SME: &str = "sme@demo.example";

/// Address, 姓, 名, セイ, メイ, roles.
type Account = (&'static str, [&'static str; 4], &'static [Role]);

const ACCOUNTS: [Account; 8] = [
    (FOUNDER, ["見本", "さくら", "ミホン", "サクラ"], &[]),
    (SME, ["実例", "よしお", "ジツレイ", "ヨシオ"], &[]),
    (
        "reception@demo.example",
        ["窓口", "まさみ", "マドグチ", "マサミ"],
        &[Role::Reception],
    ),
    (
        "manager@demo.example",
        ["例示", "みちこ", "レイジ", "ミチコ"],
        &[Role::Manager],
    ),
    (
        "ward@demo.example",
        ["所管", "けんじ", "ショカン", "ケンジ"],
        &[Role::WardOfficer, Role::WardApprover],
    ),
    (
        "approver@demo.example",
        ["決裁", "ひろみ", "ケッサイ", "ヒロミ"],
        &[Role::WardApprover],
    ),
    (
        "coordinator@demo.example",
        ["調整", "ゆたか", "チョウセイ", "ユタカ"],
        &[Role::Coordinator],
    ),
    (
        "expert@demo.example",
        ["助言", "ともこ", "ジョゲン", "トモコ"],
        &[Role::Expert],
    ),
];

const FAMILIES: [(&str, &str); 8] = [
    ("見本", "ミホン"),
    ("産業", "サンギョウ"),
    ("実例", "ジツレイ"),
    ("試作", "シサク"),
    ("架空", "カクウ"),
    ("仮名", "カメイ"),
    ("例文", "レイブン"),
    ("雛形", "ヒナガタ"),
];

const GIVEN: [(&str, &str); 5] = [
    ("太郎", "タロウ"),
    ("花子", "ハナコ"),
    ("みどり", "ミドリ"),
    ("健", "ケン"),
    ("あおい", "アオイ"),
];

/// Everybody of the demonstration.
pub(super) struct People {
    /// Those who book with an account, and get letters.
    pub(super) founder: PersonId,
    /// The same.
    pub(super) sme: PersonId,
    /// Who marks arrivals at the counter.
    pub(super) reception: PersonId,
    /// Who sets prices and terms (館長).
    pub(super) manager: PersonId,
    /// Who decides for the ward.
    pub(super) ward: PersonId,
    /// Who decides about what the ward's own officers write (課長).
    pub(super) approver: PersonId,
    /// Who finds experts for those who ask (調整担当).
    pub(super) coordinator: PersonId,
    /// Who advises.
    pub(super) expert: PersonId,
    /// Those who come without an account.
    pub(super) guests: Vec<PersonId>,
}

/// What the authenticator app of whoever tries the staff's pages is given; known to everyone.
pub(super) fn secret() -> SharedSecret {
    SharedSecret::new(b"shinko-demonstration".to_vec())
}

/// Somebody of the demonstration at a page of theirs.
pub(super) fn acting(person: PersonId, role: Role) -> Actor {
    let roles = [Role::Member, role].into_iter().collect();
    Actor::person(person, roles, Via::Page)
}

/// The hash all demonstration accounts share; made outside the transaction.
pub(super) async fn password_hash() -> Result<String, Failed> {
    Ok(password::hash(PASSWORD).await?)
}

/// Registers everybody.
pub(super) async fn register(
    work: &Work,
    password_hash: &str,
) -> Result<People, No<accounts::Refused>> {
    let mut accounts = Vec::new();
    for (email, names, roles) in ACCOUNTS {
        let [family_name, given_name, family_kana, given_kana] = names.map(str::to_owned);
        let new = NewAccount {
            family_name,
            given_name,
            family_kana,
            given_kana,
            email: email.to_owned(),
            telephone: format!("03-0000-01{:02}", accounts.len()),
            password_hash: password_hash.to_owned(),
            lang: Lang::Ja,
            roles: roles.iter().copied().collect::<Roles>(),
        };
        let person = service::open_account(work, new).await?;
        if rules::needs_second_factor(roles.iter().copied().collect()) {
            service::give_second_factor(work, person, &secret()).await?;
        }
        accounts.push(person);
    }
    let mut guests = Vec::new();
    for (given, given_kana) in GIVEN {
        for (family, family_kana) in FAMILIES {
            let new = NewPerson {
                names: Names {
                    family_name: family.to_owned(),
                    given_name: given.to_owned(),
                    family_kana: family_kana.to_owned(),
                    given_kana: given_kana.to_owned(),
                },
                telephone: format!("03-0000-{:04}", guests.len()),
                email: String::new(),
                lang: Lang::Ja,
            };
            guests.push(service::register_guest(work, new).await?);
        }
    }
    let [
        founder,
        sme,
        reception,
        manager,
        ward,
        approver,
        coordinator,
        expert,
    ] = accounts.as_slice()
    else {
        return Err(kernel::Fault::broken("the demonstration", "too few accounts").into());
    };
    Ok(People {
        founder: *founder,
        sme: *sme,
        reception: *reception,
        manager: *manager,
        ward: *ward,
        approver: *approver,
        coordinator: *coordinator,
        expert: *expert,
        guests,
    })
}
