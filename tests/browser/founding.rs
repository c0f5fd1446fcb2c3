//! A course for founders, from last season's to the certificate: copied, drawn so that anybody can check
//! it, attended with tickets at the door, asked about; and a founder whom the ward gives its certificate.

mod before;

use std::fs;

use fairness::draw::File;
use kernel::{Instant, PersonId};
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
    folder,
};
use tests::TestApp;

use self::before::House;
use crate::{
    advised::{link, told},
    hand::Hand,
    person::{Person, someone},
};

/// The days of the lessons, and when each begins.
const DAYS: [&str; 5] = [
    "2026-12-12",
    "2026-12-19",
    "2027-01-09",
    "2027-01-16",
    "2027-01-23",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_is_taught_and_certified_on_a_desktop() {
    is_certified(Look::DESKTOP, Hand::Keys).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_is_taught_and_certified_on_a_phone() {
    is_certified(Look::PHONE, Hand::Mouse).await;
}

async fn is_certified(look: Look, hand: Hand) {
    let app = TestApp::start(Engine::Sqlite).await;
    let house = House::open(&app, hand).await;
    someone(&app, look, async |person| {
        let id = house.is_written(person).await?;
        let founder = house.is_applied_for(person, &id).await?;
        at(&app, "2026-12-10T17:01");
        app.run_tasks().await;
        house.is_drawn(person, &id).await?;
        checked(&app, &id).await;
        let (who, chair) = house.is_confirmed(person, &id, founder).await?;
        for (nth, day) in DAYS.iter().enumerate() {
            at(&app, &format!("{day}T09:55"));
            house.is_attended(person, &chair).await?;
            at(&app, &format!("{day}T12:05"));
            house.has_come_so_far(person, who, nth).await?;
        }
        at(&app, "2027-01-24T09:05");
        house.is_asked(person).await?;
        house.is_issued(person, who).await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

fn at(app: &TestApp, text: &str) {
    let moment = Instant::parse(&format!("{text}:00+09:00"));
    app.clock.move_to(moment.unwrap());
}

/// The five files as anybody downloads them agree, says the command.
async fn checked(app: &TestApp, id: &str) {
    let folder = folder::fresh("draw");
    fs::create_dir_all(&folder).unwrap();
    for file in File::ALL {
        let path = format!("/seminars/{id}/draw/here/{}", file.name());
        let answer = app.visitor().get(&path).await;
        fs::write(folder.join(file.name()), answer.text).unwrap();
    }
    let folder = folder.display().to_string();
    let words = ["shinko", "lottery", "verify", folder.as_str()];
    let command = <server::cli::Cli as clap::Parser>::try_parse_from(words).unwrap();
    server::cli::run(command).await.unwrap();
}

impl House<'_> {
    /// The coordinator copies the course, lets its places be drawn, and hands it in; the manager publishes.
    async fn is_written(&self, person: &Person<'_>) -> WebDriverResult<String> {
        let hand = self.hand;
        person.is(self.coordinator).await?;
        person
            .opens(&format!("/counter/seminars/{}/copy", self.source))
            .await?;
        hand.dates(person, "first_day", DAYS[0]).await?;
        person.keeps("founding-copy").await?;
        hand.presses(person, "form[action$='/copy'] .actions button")
            .await?;
        person.sees("写して下書きを作りました。").await?;
        let path = person.path().await?;
        person.opens(&format!("{path}/edit")).await?;
        hand.chooses(person, "way", "draw").await?;
        for (name, day) in [("from_day", "2026-12-01"), ("until_day", "2026-12-10")] {
            hand.dates(person, name, day).await?;
        }
        person.keeps("founding-edit").await?;
        hand.presses(person, "main form .actions button").await?;
        person.sees("セミナーを保存しました。").await?;
        hand.presses(person, "form[action$='/review'] button")
            .await?;
        person.sees("確認に出しました。").await?;
        person.is(self.manager).await?;
        person.opens(&path).await?;
        hand.presses(person, "form[action$='/publication'] button")
            .await?;
        person.sees("公開しました。").await?;
        Ok(path.trim_start_matches("/counter/seminars/").to_owned())
    }

    /// One applies on the public page, eleven more do; who it was, and the path of the application.
    async fn is_applied_for(&self, person: &Person<'_>, id: &str) -> WebDriverResult<String> {
        let hand = self.hand;
        person.is(self.people[0]).await?;
        person.opens(&format!("/seminars/{id}")).await?;
        person.sees("抽選で決めます").await?;
        hand.writes(person, "company", "見本珈琲").await?;
        person.keeps("founding-apply").await?;
        hand.presses(person, "form[action$='/enrolments'] .actions button")
            .await?;
        person.sees("抽選の結果待ち").await?;
        person.keeps("founding-applied").await?;
        let own = person.path().await?;
        self.others_apply(id).await;
        Ok(own)
    }

    async fn is_drawn(&self, person: &Person<'_>, id: &str) -> WebDriverResult<()> {
        let hand = self.hand;
        person.is(self.manager).await?;
        person.opens(&format!("/counter/seminars/{id}")).await?;
        person
            .sees("名簿を確定し、そのハッシュ値を公開しました（結果待ち12人）")
            .await?;
        hand.dates(person, "day", "2026-12-11").await?;
        self.time(person, "17:00").await?;
        person.keeps("founding-draw").await?;
        hand.presses(person, "form[action$='/draw'] button").await?;
        person
            .sees("抽選しました。結果を全員にお知らせします。")
            .await?;
        person.opens(&format!("/seminars/{id}/draw")).await?;
        person.sees("補欠（順番どおり）").await?;
        person.keeps("founding-drawn").await
    }

    /// A winner says that they come; another does not, and the next is called. Who won, and their chair.
    async fn is_confirmed(
        &self,
        person: &Person<'_>,
        id: &str,
        own: String,
    ) -> WebDriverResult<(PersonId, String)> {
        let hand = self.hand;
        let (won, follows) = self.result(id).await;
        assert_eq!((won.len(), follows.len()), (8, 4));
        person.is(self.people[0]).await?;
        person.opens(&own).await?;
        person.looks().await?;
        let (who, chair) = won[0].clone();
        person.is(who).await?;
        person.opens(&chair).await?;
        person.keeps("founding-won").await?;
        hand.presses(person, "form[action$='/acceptance'] button")
            .await?;
        person.sees("受講が決まりました。").await?;
        person.keeps("founding-enrolled").await?;
        let (other, declined) = won[1].clone();
        person.is(other).await?;
        person.opens(&declined).await?;
        hand.presses(person, "form[action$='/decline'] button")
            .await?;
        person.sees("見送りました。").await?;
        let (next, waits) = follows[0].clone();
        person.is(next).await?;
        person.opens(&waits).await?;
        person.sees("席をご用意できます").await?;
        Ok((who, chair))
    }

    /// The camera at the door opens the ticket; one press, and they are there.
    async fn is_attended(&self, person: &Person<'_>, chair: &str) -> WebDriverResult<()> {
        person.is(self.reception).await?;
        let ticket = chair.replace("/enrolments/", "/counter/tickets/");
        person.opens(&ticket).await?;
        person.looks().await?;
        self.hand
            .presses(person, "form[action$='/attendance'] button[value=present]")
            .await?;
        person.sees("出席を記録しました。").await?;
        person.keeps("founding-door").await
    }

    /// After the fourth lesson, a month after the first, the founder has had everything; not before.
    async fn has_come_so_far(
        &self,
        person: &Person<'_>,
        who: PersonId,
        nth: usize,
    ) -> WebDriverResult<()> {
        person.is(who).await?;
        person.opens("/mypage/founding").await?;
        person.keeps("founding-progress").await?;
        if nth < 3 {
            person.sees("次のことがすべて必要です").await
        } else {
            person.sees("支援をすべて受け終えました").await
        }
    }

    /// The morning after the last lesson they are asked how it was.
    async fn is_asked(&self, person: &Person<'_>) -> WebDriverResult<()> {
        let letter = told(person.app, "アンケートのお願い").await;
        person.browser.delete_all_cookies().await?;
        person.opens(&link(&letter, "/answers/")).await?;
        person.keeps("founding-questions").await
    }

    /// The founder applies, the manager confirms and forwards, the ward issues; the paper prints, and
    /// anybody checks it.
    async fn is_issued(&self, person: &Person<'_>, who: PersonId) -> WebDriverResult<()> {
        let hand = self.hand;
        person.is(who).await?;
        person.opens("/mypage/founding").await?;
        hand.presses(person, "main a[href='/mypage/founding/new']")
            .await?;
        person.finds("main [name=head_office]").await?;
        hand.chooses(person, "standing", "plans-company").await?;
        hand.dates(person, "day", "2027-03-01").await?;
        hand.chooses(person, "form", "stock").await?;
        for (name, text) in [
            ("name", "株式会社見本珈琲"),
            ("capital", "3000000"),
            ("head_office", "東京都見本区見本二丁目1番1号"),
            ("address", "東京都見本区見本一丁目2番3号"),
            ("field", "コーヒー豆の小売"),
        ] {
            hand.writes(person, name, text).await?;
        }
        hand.ticks(person, "purposes", "registration-tax").await?;
        hand.writes(person, "copies", "1").await?;
        hand.ticks(person, "settled", "on").await?;
        person.keeps("founding-application").await?;
        hand.presses(person, "main form .actions button").await?;
        person.sees("申請を受け付けました。").await?;
        let own = person.path().await?;
        let own = own.split('?').next().unwrap_or_default().to_owned();
        let counter = own.replace("/mypage/founding/", "/counter/founders/");
        person.is(self.manager).await?;
        person.opens(&counter).await?;
        person.keeps("founding-evidence").await?;
        for (act, said) in [
            ("confirmation", "確認しました。"),
            ("forwarding", "区へ送りました。"),
        ] {
            hand.presses(person, &format!("form[action$='/{act}'] button"))
                .await?;
            person.sees(said).await?;
        }
        person.is(self.ward).await?;
        person.opens(&counter).await?;
        hand.presses(person, "form[action$='/certificate'] button")
            .await?;
        person.sees("証明書を発行しました。").await?;
        person.keeps("founding-issued").await?;
        person.is(who).await?;
        person.opens(&format!("{own}/certificate")).await?;
        person.prints_on_one_sheet().await?;
        person.pictures("founding-certificate").await?;
        let paper = person.reads().await?;
        let (_, rest) = paper.split_once("/certificates/").unwrap();
        let code = rest
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned();
        person.browser.delete_all_cookies().await?;
        person.opens(&format!("/certificates/{code}")).await?;
        person.sees("有効").await?;
        person.keeps("founding-checked").await
    }

    /// A time of day; its field shows times as the machine likes, its value is the same everywhere.
    async fn time(&self, person: &Person<'_>, time: &str) -> WebDriverResult<()> {
        let set = format!("document.querySelector('main [name=time]').value = '{time}'");
        person.browser.execute(set, Vec::new()).await.map(drop)
    }
}
