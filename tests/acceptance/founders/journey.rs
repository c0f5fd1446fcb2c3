//! A founder on their way: from the lessons to the paper that anybody can check.

use testkit::database::Engine;

use super::{Founding, typed};
use crate::{
    acts::input,
    consultations::led,
    journeys::{acts_upon, letters},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_meets_the_conditions_on_the_right_day_and_not_before() {
    for engine in Engine::BOTH {
        let centre = Founding::open(engine).await;
        for nth in 0..3 {
            centre.came(nth).await;
        }
        let member = centre.signed_in(centre.member).await;
        let page = member.get("/mypage/founding").await;
        page.shows("販路開拓が未受講です");
        page.shows("期間あと3日");
        page.shows("回数があと1回");
        page.shows("これからの回です");
        let early = member.post("/mypage/founding", &typed()).await;
        assert_eq!(early.status, 422, "{engine:?}");
        early.shows("まだ受け終えていません");
        // On the day of the last lesson, before anybody has seen them there.
        centre.at("2027-01-16T19:30");
        let member = centre.signed_in(centre.member).await;
        let page = member.get("/mypage/founding").await;
        page.shows("出席の記録がありません");
        page.hides("支援をすべて受け終えました");
        centre.came(3).await;
        let member = centre.signed_in(centre.member).await;
        let page = member.get("/mypage/founding").await;
        page.shows("2027年1月16日");
        page.shows("支援をすべて受け終えました");
        let reckoned =
            "/mypage/founding?standing=plans-company&day=2027-03-01&form=stock&capital=3,000,000";
        member.get(reckoned).await.shows("75,000円軽くなります");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_forwards_the_ward_issues_and_anybody_checks_the_paper() {
    for engine in Engine::BOTH {
        let centre = Founding::open(engine).await;
        for nth in 0..4 {
            centre.came(nth).await;
        }
        let member = centre.signed_in(centre.member).await;
        let once = input(&member.get("/mypage/founding/new").await, "once");
        let mut form = typed();
        form.push(("once", &once));
        let own = led(&member.post("/mypage/founding", &form).await);
        // The button was pressed twice.
        assert_eq!(led(&member.post("/mypage/founding", &form).await), own);
        let id = own.rsplit('/').next().unwrap().to_owned();
        member.get(&own).await.shows("確認待ち");
        let (manager, ward) = (
            centre.signed_in(centre.manager).await,
            centre.signed_in(centre.ward).await,
        );
        // The ward knows nothing of it before the manager has forwarded it.
        let at_the_counter = format!("/counter/founders/{id}");
        assert_eq!(ward.get(&at_the_counter).await.status, 404, "{engine:?}");
        ward.get("/counter/founders").await.hides("見本 花子");
        let id = id.parse().unwrap();
        led(&centre.acts(&manager, id, ("confirmation", "")).await);
        assert_eq!(ward.get(&at_the_counter).await.status, 404, "{engine:?}");
        led(&centre.acts(&manager, id, ("forwarding", "")).await);
        ward.get("/counter/founders?q=珈琲")
            .await
            .shows("見本 花子");
        let refused = centre.acts(&manager, id, ("certificate", "")).await;
        assert_eq!(refused.status, 403, "{engine:?}");
        ward.get(&at_the_counter).await.shows("確認したときの根拠");
        led(&centre.acts(&ward, id, ("certificate", "")).await);
        let paper = member.get(&format!("{own}/certificate")).await;
        paper.shows("第8-1号");
        paper.shows("見本 花子");
        paper.shows("見本区長");
        let (_, rest) = paper.text.split_once("/certificates/").unwrap();
        let code: String = rest.chars().take(19).collect();
        let check = centre
            .app
            .visitor()
            .get(&format!("/certificates/{code}"))
            .await;
        check.shows("この証明書は有効です");
        check.shows("8-1");
        check.hides("花子");
        check.hides("珈琲");
        let file = ward.get("/counter/founders/register?as=csv").await;
        assert_eq!(file.text.lines().count(), 2, "{}", file.text);
        centre.at("2027-07-17T09:00");
        let check = centre
            .app
            .visitor()
            .get(&format!("/certificates?code={code}"))
            .await;
        check.shows("期限が切れています");
        let all = letters(&centre.app).await;
        let told: Vec<&str> = all
            .iter()
            .map(|letter| letter.subject.as_str())
            .filter(|subject| subject.contains("証明書"))
            .collect();
        let expected = [
            "証明書の申請を受け付けました",
            "証明書の申請を区へ送りました",
            "証明書が発行されました",
        ];
        assert_eq!(told, expected, "{engine:?}");
        let mut acts = acts_upon(&centre.app, &id.to_string()).await;
        acts.sort_unstable();
        let expected = ["founder.applied", "founder.confirmed", "founder.forwarded"];
        assert_eq!(acts, expected, "{engine:?}");
        centre.app.finish().await;
    }
}
