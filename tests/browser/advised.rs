//! A founder asks for advice: a coordinator finds an expert, reception marks the arrival, the expert
//! writes it down, the founder is asked again a month later, and it counts once; with a mouse, on a
//! phone, without a mouse, and without scripts by somebody who is not registered.

use chrono::TimeDelta;
use kernel::{Actor, Failed, Instant, PersonId, Role, Via, transact};
use mail_parser::MessageParser;
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use crate::{
    hand::Hand,
    pages::advised,
    person::{Person, account, someone},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_is_advised_on_a_desktop() {
    is_advised(Look::DESKTOP, Hand::Mouse, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_is_advised_on_a_phone() {
    is_advised(Look::PHONE, Hand::Mouse, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_is_advised_without_a_mouse() {
    is_advised(Look::DESKTOP, Hand::Keys, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_who_is_not_registered_is_advised_without_javascript() {
    is_advised(Look::PHONE.without_scripts(), Hand::Mouse, true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_calls_a_meeting_off_and_chooses_another_time() {
    let app = TestApp::start(Engine::Sqlite).await;
    let house = House::open(&app, Hand::Keys, false).await;
    someone(&app, Look::PHONE, async |person| {
        let (own, _) = house.asks(person).await?;
        house
            .is_given(person, &own.replace("/consultations/", "/cases/"))
            .await?;
        house.chooses_again(person, &own).await
    })
    .await;
    told(&app, "面談を取り消しました").await;
    app.run_tasks().await;
    app.finish().await;
}

/// Those who have to do with it, and how they work.
struct House {
    founder: Option<PersonId>,
    coordinator: PersonId,
    expert: PersonId,
    reception: PersonId,
    manager: PersonId,
    ward: PersonId,
    hand: Hand,
    /// Whether scripts run.
    scripts: bool,
}

async fn is_advised(look: Look, hand: Hand, guest: bool) {
    let app = TestApp::start(Engine::Sqlite).await;
    let house = House::open(&app, hand, guest).await;
    someone(&app, look, async |person| {
        let (own, from) = house.asks(person).await?;
        let case = own.replace("/consultations/", "/cases/");
        house.is_given(person, &case).await?;
        told(&app, "相談の日時が決まりました").await;
        app.clock.move_to(from - TimeDelta::minutes(5));
        house.arrives(person).await?;
        house.is_written_down(person, &case).await?;
        app.clock.advance(TimeDelta::days(32));
        house.answers(person).await?;
        house.is_closed(person, &case).await?;
        house.counts(person, &case).await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

/// People are asked afterwards, as in every centre.
async fn asks_afterwards(app: &TestApp) {
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        for draft in surveys::samples::both() {
            surveys::service::set_up(work, &draft).await?;
        }
        Ok::<_, Failed<surveys::Refused>>(())
    })
    .await
    .unwrap();
}

/// The text of the newest letter about this.
pub(crate) async fn told(app: &TestApp, subject: &str) -> String {
    app.run_tasks().await;
    for sent in app.letters().iter().rev() {
        let letter = MessageParser::default().parse(&sent.message).unwrap();
        if letter.subject().unwrap_or_default().contains(subject) {
            return letter.body_text(0).unwrap().into_owned();
        }
    }
    panic!("no letter about {subject}");
}

/// The first address of ours in a letter with this in its path.
pub(crate) fn link(text: &str, path: &str) -> String {
    let (_, rest) = text.split_once(path).unwrap();
    format!("{path}{}", rest.split_whitespace().next().unwrap())
}

impl House {
    /// A centre where somebody advises; who asks is registered, or a guest.
    async fn open(app: &TestApp, hand: Hand, guest: bool) -> Self {
        let staff = async |address, role| account(app, address, &[role]).await;
        let house = Self {
            founder: if guest {
                None
            } else {
                Some(account(app, "founder@demo.example", &[]).await)
            },
            coordinator: staff("coordinator@demo.example", Role::Coordinator).await,
            expert: staff("expert@demo.example", Role::Expert).await,
            reception: staff("reception@demo.example", Role::Reception).await,
            manager: staff("manager@demo.example", Role::Manager).await,
            ward: staff("ward@demo.example", Role::WardOfficer).await,
            hand,
            scripts: !guest,
        };
        advised::advises(app, house.expert, house.coordinator).await;
        asks_afterwards(app).await;
        house
    }

    /// The founder calls the meeting off, and takes another of the times that are offered.
    async fn chooses_again(&self, person: &Person<'_>, own: &str) -> WebDriverResult<()> {
        let hand = self.hand;
        if let Some(founder) = self.founder {
            person.is(founder).await?;
        }
        person.opens(own).await?;
        let fold = "details:has(form[action$='/cancellation']) > summary";
        hand.presses(person, fold).await?;
        person.keeps("advised-calling-off").await?;
        hand.presses(person, "form[action$='/cancellation'] button")
            .await?;
        person
            .sees("面談を取り消し、メールで知らせました。")
            .await?;
        hand.presses(person, "main a[href$='/meetings/new']")
            .await?;
        person.finds("main [name=chosen]").await?;
        person.keeps("advised-choosing-again").await?;
        let all = person
            .browser
            .find_all(By::Css("main [name=chosen]"))
            .await?;
        let another = all[2].attr("value").await?.unwrap_or_default();
        hand.chooses(person, "chosen", &another).await?;
        hand.presses(person, "form[action$='/meetings'] .actions button")
            .await?;
        person.sees("日時が決まりました。").await
    }

    /// What about, when, once more; the path of the founder's own page, and when they meet.
    async fn asks(&self, person: &Person<'_>) -> WebDriverResult<(String, Instant)> {
        if let Some(founder) = self.founder {
            person.is(founder).await?;
        }
        person.opens("/consult").await?;
        person.keeps("advised-lead").await?;
        let hand = self.hand;
        hand.presses(person, "main a.first[href='/consultations/new']")
            .await?;
        person.arrives("/consultations/new").await?;
        hand.ticks(person, "fields", "founding").await?;
        hand.writes(person, "about", "焼き菓子の店を開きたい。")
            .await?;
        hand.chooses(person, "stage", "preparing").await?;
        hand.chooses(person, "industry", "retail").await?;
        hand.chooses(person, "in_ward", "yes").await?;
        person.keeps("advised-matter").await?;
        hand.presses(person, "button[name=act][value=times]")
            .await?;
        person.finds("button[name=act][value=check]").await?;
        person.keeps("advised-times").await?;
        let first = person.browser.find(By::Css("main [name=chosen]")).await?;
        let first = first.attr("value").await?.unwrap_or_default();
        hand.chooses(person, "chosen", &first).await?;
        hand.presses(person, "button[name=act][value=check]")
            .await?;
        person.finds("button[name=act][value=send]").await?;
        if self.founder.is_none() {
            for (name, text) in [
                ("family_name", "見本"),
                ("given_name", "はじめ"),
                ("family_kana", "ミホン"),
                ("given_kana", "ハジメ"),
                ("email", "hajime@example.jp"),
            ] {
                hand.writes(person, name, text).await?;
            }
        }
        hand.ticks(person, "agreed", "on").await?;
        person.keeps("advised-check").await?;
        hand.presses(person, "button[name=act][value=send]").await?;
        if self.founder.is_none() {
            person.arrives("/consultations/sent").await?;
            person.keeps("advised-sent").await?;
            let letter = told(person.app, "相談の申込みを完了してください").await;
            person
                .opens(&link(&letter, "/consultations/confirm/"))
                .await?;
            person.keeps("advised-confirm").await?;
            hand.presses(person, "main form .first").await?;
        }
        person.sees("焼き菓子の店を開きたい。").await?;
        person.sees("確認中").await?;
        person.keeps("advised-own").await?;
        let (_, from) = first.split_once('@').unwrap();
        Ok((person.path().await?, Instant::parse(from).unwrap()))
    }

    /// The coordinator finds somebody for it.
    async fn is_given(&self, person: &Person<'_>, case: &str) -> WebDriverResult<()> {
        person.is(self.coordinator).await?;
        person.opens("/cases").await?;
        person.keeps("advised-queue").await?;
        let link = format!("main th a[href='{case}']");
        self.hand.presses(person, &link).await?;
        person.sees("焼き菓子の店を開きたい。").await?;
        person.keeps("advised-triage").await?;
        self.hand
            .presses(person, "form[action$='/experts'] button")
            .await?;
        person.sees("担当を決めました。").await
    }

    /// Reception marks the arrival, and cannot read what it is about.
    async fn arrives(&self, person: &Person<'_>) -> WebDriverResult<()> {
        person.is(self.reception).await?;
        person.opens("/meetings").await?;
        person.keeps("advised-day").await?;
        assert!(!person.reads().await?.contains("焼き菓子"));
        self.hand
            .presses(person, "form[action$='/arrival'] button")
            .await?;
        person.sees("来所を記録しました。").await
    }

    /// The expert writes the record and two things to do.
    async fn is_written_down(&self, person: &Person<'_>, case: &str) -> WebDriverResult<()> {
        let hand = self.hand;
        person.is(self.expert).await?;
        person.opens(case).await?;
        hand.presses(person, "main a[href$='/record']").await?;
        person.finds("button[name=act][value=finish]").await?;
        hand.writes(person, "contact_minutes", "50").await?;
        hand.writes(person, "preparation_minutes", "10").await?;
        hand.writes(person, "said", "資金と許可のことを知りたい。")
            .await?;
        hand.writes(person, "advice", "見積りを取る。").await?;
        if self.scripts {
            // It is kept while the expert still writes.
            person.sees("下書きを保存しました。").await?;
        }
        person.keeps("advised-record").await?;
        hand.presses(person, "button[name=act][value=finish]")
            .await?;
        person.sees("記録を仕上げました。").await?;
        for (what, owner) in [
            ("見積りを3社から取る", "client"),
            ("制度を調べる", "expert"),
        ] {
            let fold = "details:has(form[action$='/actions']) > summary";
            hand.presses(person, fold).await?;
            hand.writes(person, "what", what).await?;
            hand.chooses(person, "owner", owner).await?;
            hand.dates(person, "due_on", "2026-12-25").await?;
            hand.presses(person, "form[action$='/actions'] .actions button")
                .await?;
            person.sees("やることを足しました。").await?;
            person.sees(what).await?;
        }
        person.keeps("advised-case").await?;
        person.opens("/mypage/advising").await?;
        person.keeps("advised-own-times").await
    }

    /// A month later the founder answers a short questionnaire.
    async fn answers(&self, person: &Person<'_>) -> WebDriverResult<()> {
        let letter = told(person.app, "その後いかがですか").await;
        person.browser.delete_all_cookies().await?;
        person.opens(&link(&letter, "/answers/")).await?;
        person.keeps("advised-questions").await?;
        let names = "return [...new Set([...document.querySelectorAll('main input[type=radio]')]\
            .map((one) => one.name))].join(' ')";
        let names = person.browser.execute(names, Vec::new()).await?;
        let names = names.json().as_str().unwrap_or_default().to_owned();
        for name in names.split(' ') {
            let first = person
                .browser
                .find(By::Css(format!("main [name='{name}']")))
                .await?;
            let value = first.attr("value").await?.unwrap_or_default();
            self.hand.chooses(person, name, &value).await?;
        }
        self.hand
            .presses(person, "main form .actions button")
            .await?;
        person.sees("ご回答ありがとうございました").await
    }

    /// The expert sees the answer and closes the case.
    async fn is_closed(&self, person: &Person<'_>, case: &str) -> WebDriverResult<()> {
        let hand = self.hand;
        person.is(self.expert).await?;
        person.opens(case).await?;
        person.sees("開業した").await?;
        hand.presses(person, "main a[href$='/closing']").await?;
        person.finds("main [name=note]").await?;
        hand.chooses(person, "outcome", "solved").await?;
        hand.writes(person, "note", "開業した。").await?;
        hand.presses(person, "form[action$='/closing'] .actions button")
            .await?;
        person.sees("案件を終結しました。").await?;
        person.keeps("advised-closed").await
    }

    /// It is one consultation of one person to the manager; the ward cannot open it.
    async fn counts(&self, person: &Person<'_>, case: &str) -> WebDriverResult<()> {
        person.is(self.manager).await?;
        person.opens("/cases/figures?month=2026-12").await?;
        let row = person.finds("main table tbody tr").await?.text().await?;
        let numbers: Vec<&str> = row.split_whitespace().filter(|word| *word == "1").collect();
        assert_eq!(numbers.len(), 2, "1 consultation, 1 person: {row}");
        person.keeps("advised-figures").await?;
        person.is(self.ward).await?;
        person.opens(case).await?;
        person.sees("このページはご覧になれません").await?;
        assert!(!person.reads().await?.contains("焼き菓子"));
        person.looks().await
    }
}
