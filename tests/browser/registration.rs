//! A company is registered: the form, its paper, reception's answer, the letter.

use kernel::Role;
use organisations::entity::ApplicationId;
use sea_orm::EntityTrait;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use crate::person::{Person, account, someone};

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_registered_without_javascript() {
    registers(Look::DESKTOP.without_scripts()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_registered_on_a_phone() {
    registers(Look::PHONE).await;
}

async fn registers(look: Look) {
    let app = TestApp::start(Engine::Sqlite).await;
    let member = app.member("花子").await.person.unwrap();
    let reception = account(&app, "reception@demo.example", &[Role::Reception]).await;
    someone(&app, look, async |person| {
        person.is(member).await?;
        applies(person).await?;
        person.is(reception).await?;
        approves(person).await?;
        person.is(member).await?;
        person.opens("/mypage/organisations").await?;
        person.sees("株式会社見本製作所の登録を更新する").await?;
        person.keeps("registration-own").await?;
        person.clicks("main a[href^='/organisations/']").await?;
        person.sees("株式会社見本製作所の担当者").await?;
        person.keeps("registration-representatives").await?;
        person.types("email", "jiro@demo.example").await?;
        person
            .clicks("form[action$='/invitations'] .button")
            .await?;
        person
            .sees("jiro@demo.example に招待のメールを送りました")
            .await?;
        person.opens("/mypage/notices").await?;
        person.sees("区分を登録しました").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

pub(crate) async fn applies(person: &Person<'_>) -> WebDriverResult<()> {
    person.opens("/mypage").await?;
    person.clicks("a[href='/mypage/organisations']").await?;
    person
        .clicks("a[href='/applications/new?as=business']")
        .await?;
    person.types("name", "株式会社見本製作所").await?;
    person.types("corporate_number", "700001205000").await?;
    let to_confirm = "form[action='/applications/confirmation'] .first";
    person.clicks(to_confirm).await?;
    person.sees("13桁の数字です（いま12桁）").await?;
    person.keeps("registration-wrong").await?;
    person
        .types("corporate_number", "７０００-０１２０５-０００２")
        .await?;
    person.types("kana", "みほんせいさくしょ").await?;
    person.types("postal_code", "153-0000").await?;
    person.types("address", "目黒区見本町1-2-3").await?;
    person.types("telephone", "03-0000-0000").await?;
    for chosen in [
        "input[name=locality][value=ward_business]",
        "input[name=stage][value=settled]",
    ] {
        person.chooses(chosen).await?;
    }
    person.clicks(to_confirm).await?;
    person.sees("法人番号 7000012050002").await?;
    person.keeps("registration-confirm").await?;
    let send = "form[action='/applications'] .first";
    person.clicks(send).await?;
    person.sees("書類を1点以上添えてください。").await?;
    let paper = person.app.data.join("登記事項証明書.pdf");
    std::fs::write(&paper, b"%PDF-1.7 an invented paper").unwrap();
    let field = person.finds("input[type=file]").await?;
    field.send_keys(paper.display().to_string()).await?;
    person.clicks(send).await?;
    person.arrives("/applications/").await?;
    person.sees("審査を待っています").await?;
    person.sees("登記事項証明書.pdf").await?;
    person.keeps("registration-sent").await
}

pub(crate) async fn approves(person: &Person<'_>) -> WebDriverResult<()> {
    person.opens("/counter/applications").await?;
    person.keeps("registration-list").await?;
    person
        .clicks("td a[href^='/counter/applications/']")
        .await?;
    person.sees("登記事項証明書.pdf").await?;
    person.keeps("registration-review").await?;
    person.clicks("button[value=approve]").await?;
    person.sees("を承認しました").await?;
    person.opens("/counter/organisations?q=見本").await?;
    person.sees("株式会社見本製作所").await?;
    person.keeps("registration-found").await?;
    person
        .clicks("th a[href^='/counter/organisations/']")
        .await?;
    person.sees("これまでの登録").await?;
    person.keeps("registration-one").await?;
    person.clicks("a[href$='/merge']").await?;
    person.sees("残る登録").await?;
    person.keeps("registration-merge").await
}

/// An application that waits; the path of its page.
pub(crate) async fn an_application(member: &tests::Browser) -> String {
    let fields = [
        ("as", "group"),
        ("name", "見本町商店会"),
        ("kana", "ミホンチョウショウテンカイ"),
        ("postal_code", "153-0000"),
        ("address", "目黒区見本町7-8-9"),
        ("telephone", "03-0000-0009"),
        ("locality", "resident"),
    ];
    let paper = ("会則.pdf", b"%PDF-1.7 an invented paper".as_slice());
    let made = member.post_papers("/applications", &fields, &[paper]).await;
    assert_eq!(made.status, 303, "{}", made.text);
    made.location
}

/// What every application of these has; the number of a company is registered once.
const FIRM: [(&str, &str); 7] = [
    ("as", "business"),
    ("kana", "ミホンコウギョウ"),
    ("postal_code", "153-0000"),
    ("address", "目黒区見本町4-5-6"),
    ("telephone", "03-0000-0004"),
    ("locality", "ward_business"),
    ("stage", "settled"),
];

/// Hands in an application under this name; the identifier.
async fn hands_in(member: &tests::Browser, name: &str) -> String {
    let paper = (
        "登記事項証明書.pdf",
        b"%PDF-1.7 an invented paper".as_slice(),
    );
    let fields = [FIRM.as_slice(), &[("name", name)]].concat();
    let made = member.post_papers("/applications", &fields, &[paper]).await;
    assert_eq!(made.status, 303, "{}", made.text);
    made.location.rsplit('/').next().unwrap().to_owned()
}

/// Answers an application as reception.
async fn answers(app: &TestApp, id: &str, fields: &[(&str, &str)]) {
    let path = format!("/counter/applications/{id}/review");
    let answered = app.staff().await.post(&path, fields).await;
    assert_eq!(answered.status, 303, "{}", answered.text);
}

/// An application that reception gave back; the identifier.
pub(crate) async fn a_returned_application(app: &TestApp, member: &tests::Browser) -> String {
    let id = hands_in(member, "有限会社見本工業").await;
    let words = "登記事項証明書が読めません。";
    let fields = [("version", "1"), ("decision", "return"), ("answer", words)];
    answers(app, &id, &fields).await;
    id
}

/// Two registered companies for which a member acts: their identifiers.
pub(crate) async fn a_company(app: &TestApp, member: &tests::Browser) -> [String; 2] {
    let mut both = Vec::new();
    for name in ["株式会社見本工業", "株式会社実例商事"] {
        let id = hands_in(member, name).await;
        let granted = [
            ("version", "1"),
            ("decision", "approve"),
            ("party", "business"),
            ("locality", "ward_business"),
            ("stage", "settled"),
            ("from", "2026-12-08"),
            ("until", "2028-12-07"),
        ];
        answers(app, &id, &granted).await;
        let id = id.parse().unwrap();
        let row = organisations::entity::application::Entity::find_by_id::<ApplicationId>(id);
        let row = row.one(app.app.db.reader()).await.unwrap();
        both.push(row.unwrap().organisation_id.unwrap().to_string());
    }
    both.try_into().unwrap()
}

/// The secret of an invitation to act for a company, from its letter.
pub(crate) async fn an_invitation(app: &TestApp, member: &tests::Browser, company: &str) -> String {
    let path = format!("/organisations/{company}/invitations");
    let fields = [("email", "manager@demo.example")];
    let invited = member.post(&path, &fields).await;
    assert_eq!(invited.status, 303, "{}", invited.text);
    app.run_tasks().await;
    let letters = app.letters();
    let mut sent = letters.iter().rev();
    let letter = sent.find(|one| one.to == ["manager@demo.example"]).unwrap();
    let letter = mail_parser::MessageParser::default()
        .parse(&letter.message)
        .unwrap();
    let text = letter.body_text(0).unwrap();
    let (_, secret) = text.split_once("/invitations/").unwrap();
    secret.split_whitespace().next().unwrap().to_owned()
}
