//! A year of the centre: the manager plans the next one from this one's plan, the ward has something to
//! say about a programme, the plan is mended and approved on a condition, anybody reads it, and one
//! target is raised; with a mouse, on a phone, without scripts, and without a mouse.

use kernel::{PersonId, Role};
use testkit::{
    browser::{Look, prelude::*},
    database::Engine,
};
use tests::TestApp;

use crate::{
    hand::Hand,
    pages::planned,
    person::{Person, account, someone},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_drawn_up_answered_and_changed_on_a_desktop() {
    planned(Look::DESKTOP, Hand::Mouse).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_drawn_up_answered_and_changed_on_a_phone() {
    planned(Look::PHONE, Hand::Mouse).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_drawn_up_answered_and_changed_without_javascript() {
    planned(Look::DESKTOP.without_scripts(), Hand::Mouse).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_drawn_up_answered_and_changed_without_a_mouse() {
    planned(Look::DESKTOP, Hand::Keys).await;
}

/// Those who plan and answer, and how they work.
struct Both {
    manager: PersonId,
    ward: PersonId,
    hand: Hand,
}

async fn planned(look: Look, hand: Hand) {
    let app = TestApp::start(Engine::Sqlite).await;
    planned::a_year(&app).await;
    let both = Both {
        manager: account(&app, "manager@demo.example", &[Role::Manager]).await,
        ward: account(&app, "ward@demo.example", &[Role::WardApprover]).await,
        hand,
    };
    someone(&app, look, async |person| {
        person.is(both.manager).await?;
        let plan = both.draws_up(person).await?;
        person.is(both.ward).await?;
        both.returns(person).await?;
        person.is(both.manager).await?;
        both.mends(person, &plan).await?;
        person.is(both.ward).await?;
        both.approves(person, &plan, "上半期に報告すること。")
            .await?;
        let public = both.reads(person, "年に260件").await?;
        person.is(both.manager).await?;
        both.raises(person, &plan).await?;
        person.is(both.ward).await?;
        both.sees_what_differs(person, &plan).await?;
        both.approves(person, &plan, "").await?;
        person.opens(&public).await?;
        person.sees("年に300件").await
    })
    .await;
    app.run_tasks().await;
    app.finish().await;
}

impl Both {
    /// The next year's plan from this year's, handed in; its path.
    async fn draws_up(&self, person: &Person<'_>) -> WebDriverResult<String> {
        person.opens("/plans").await?;
        self.hand
            .presses(person, "main a.first[href='/plans/new']")
            .await?;
        person.arrives("/plans/new").await?;
        person.keeps("planning-begin").await?;
        self.hand
            .presses(person, "form[action='/plans'] .first")
            .await?;
        person.sees("令和9年度 事業計画書").await?;
        person.sees("年に240件（令和9年度）").await?;
        person.keeps("planning-draft").await?;
        let path = person.path().await?;
        self.hands_in(person).await?;
        Ok(path)
    }

    async fn hands_in(&self, person: &Person<'_>) -> WebDriverResult<()> {
        self.hand
            .presses(person, "form[action$='/submission'] .first")
            .await?;
        person.sees("提出しました。").await?;
        person.looks().await
    }

    /// Something is said about the programme, and the plan goes back.
    async fn returns(&self, person: &Person<'_>) -> WebDriverResult<()> {
        person.opens("/approvals").await?;
        person.keeps("planning-approvals").await?;
        self.hand
            .presses(person, "main th a[href^='/plans/']")
            .await?;
        person.sees("審査の答え").await?;
        let plan = person.path().await?;
        self.hand
            .presses(person, "main a[href*='/programmes/']")
            .await?;
        person.arrives(plan.split('?').next().unwrap()).await?;
        self.hand
            .writes(person, "comment", "見込みの根拠を書いてください。")
            .await?;
        self.hand
            .presses(person, "form[action$='/comments'] .actions button")
            .await?;
        person.sees("取り消す").await?;
        person.keeps("planning-comment").await?;
        person.opens(&plan).await?;
        self.hand
            .writes(person, "words", "事業1を直してください。")
            .await?;
        self.hand
            .presses(person, "button[name=decision][value=return]")
            .await?;
        person.sees("差戻し").await
    }

    /// The manager reads it, and writes the next version.
    async fn mends(&self, person: &Person<'_>, plan: &str) -> WebDriverResult<()> {
        person.opens(plan).await?;
        person.sees("意見 1件").await?;
        person.keeps("planning-returned").await?;
        self.hand
            .presses(person, "main a[href*='/programmes/']")
            .await?;
        person.sees("見込みの根拠を書いてください。").await?;
        person.opens(plan).await?;
        self.hand
            .presses(person, "form[action$='/revision'] .actions button")
            .await?;
        person.sees("第2版").await?;
        self.aims(person, "260").await?;
        person.opens(plan).await?;
        self.hands_in(person).await
    }

    /// Another target of the only programme.
    async fn aims(&self, person: &Person<'_>, target: &str) -> WebDriverResult<()> {
        self.hand
            .presses(person, "main th a[href*='/programmes/']")
            .await?;
        person.finds("main a[href$='/edit']").await?;
        self.hand.presses(person, "main a[href$='/edit']").await?;
        person.finds("main [name=measure-1-target]").await?;
        person.keeps("planning-programme").await?;
        self.hand.writes(person, "measure-1-target", target).await?;
        self.hand
            .presses(person, "main form .actions .first")
            .await?;
        person.sees(&format!("年に{target}件")).await
    }

    async fn approves(&self, person: &Person<'_>, plan: &str, words: &str) -> WebDriverResult<()> {
        person.opens(plan).await?;
        if !words.is_empty() {
            self.hand.writes(person, "words", words).await?;
        }
        self.hand
            .presses(person, "button[name=decision][value=approve]")
            .await?;
        person.sees("答えを知らせました。").await?;
        person.sees(words).await?;
        person.keeps("planning-approved").await
    }

    /// As anybody can; the path of the page.
    async fn reads(&self, person: &Person<'_>, target: &str) -> WebDriverResult<String> {
        person.browser.delete_all_cookies().await?;
        person.opens("/public/plans").await?;
        self.hand
            .presses(person, "main a[href^='/public/plans/']")
            .await?;
        person.sees(target).await?;
        person.keeps("planning-public").await?;
        person.path().await
    }

    /// What was approved is changed by a request with its reason.
    async fn raises(&self, person: &Person<'_>, plan: &str) -> WebDriverResult<()> {
        person.opens(plan).await?;
        self.hand
            .writes(person, "reason", "相談が見込みより増えたため")
            .await?;
        self.hand
            .presses(person, "form[action$='/revision'] .actions button")
            .await?;
        person.sees("変更申請").await?;
        self.aims(person, "300").await?;
        person.opens(plan).await?;
        self.hands_in(person).await
    }

    /// Exactly what was raised, and nothing else.
    async fn sees_what_differs(&self, person: &Person<'_>, plan: &str) -> WebDriverResult<()> {
        person.opens(plan).await?;
        self.hand
            .presses(person, "main a[href*='/comparison?version=3']")
            .await?;
        person.sees("相談が見込みより増えたため").await?;
        let gone = person.browser.find_all(By::Css("main del")).await?;
        assert_eq!(gone.len(), 1, "one thing differs");
        assert!(gone[0].text().await?.contains("年に260件"));
        let new = person.browser.find_all(By::Css("main ins")).await?;
        assert_eq!(new.len(), 1, "one thing differs");
        assert!(new[0].text().await?.contains("年に300件"));
        person.keeps("planning-comparison").await
    }
}
