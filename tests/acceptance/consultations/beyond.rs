//! The papers of a case, photographs, referrals with consent, what was reached.

use testkit::database::Engine;
use tests::Browser;

use super::{ASKS, Advised, after, led};
use crate::coordination::agency;

const PDF: &[u8] = b"%PDF-1.7\nmihon";
const PNG: &[u8] = b"\x89PNG\r\n\x1A\nmihon";

/// A founder's case with one paper, which the expert has; the founder's page of it.
async fn with_paper(centre: &Advised, founder: &Browser) -> String {
    let time = centre.time(13);
    let mut fields = ASKS.to_vec();
    fields.extend([("chosen", &*time), ("act", "send")]);
    let sent = founder
        .post_papers(
            "/consultations/with-papers",
            &fields,
            &[("keikaku.pdf", PDF)],
        )
        .await;
    let own = led(&sent);
    centre
        .assigns(&own.replace("/consultations/", "/cases/"))
        .await;
    own
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_are_for_those_who_handle_the_case_and_each_only_to_be_saved() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let (founder, other) = (app.member("さくら").await, app.member("たろう").await);
        let own = with_paper(&centre, &founder).await;
        let case = own.replace("/consultations/", "/cases/");
        let page = founder.get(&own).await;
        page.shows("keikaku.pdf");
        let first = after(&page, &format!("{own}/papers/"));
        let saved = founder.get(&format!("{own}/papers/{first}")).await;
        assert_eq!(saved.text.as_bytes(), PDF, "{engine:?}");
        assert!(
            saved
                .header("content-disposition")
                .starts_with("attachment")
        );
        // What the expert adds is the centre's, and not shown to the person.
        let path = format!("{case}/papers");
        led(&centre
            .expert
            .post_papers(&path, &[], &[("memo.png", PNG)])
            .await);
        let page = centre.expert.get(&case).await;
        page.shows("memo.png");
        page.shows("keikaku.pdf");
        founder.get(&own).await.hides("memo.png");
        let (_, rest) = page.text.split_once("memo.png").unwrap();
        let memo = rest.split(&format!("{case}/papers/")).nth(1).unwrap();
        let memo: String = memo.chars().take(36).collect();
        for (browser, path, status) in [
            (&founder, format!("{own}/papers/{memo}"), 404),
            (&other, format!("{own}/papers/{first}"), 404),
            (&other, format!("{case}/papers/{first}"), 403),
            (&centre.expert, format!("{case}/papers/{memo}"), 200),
            (&app.staff().await, format!("{case}/papers/{first}"), 404),
            (&app.manager().await, format!("{case}/papers/{first}"), 404),
            (&app.ward().await, format!("{case}/papers/{first}"), 403),
        ] {
            let answer = browser.get(&path).await;
            assert_eq!(
                answer.status, status,
                "{engine:?} {path} {:?}",
                browser.person
            );
        }
        // Disguised, of a kind that is not taken, none, another's.
        for (papers, told) in [
            (vec![("keikaku.pdf", PNG)], "拡張子"),
            (vec![("keikaku.exe", b"MZ\x90" as &[u8])], "PDF"),
            (vec![], "書類を選んでください"),
        ] {
            let refused = founder
                .post_papers(&format!("{own}/papers"), &[], &papers)
                .await;
            assert_eq!(refused.status, 422, "{}", refused.text);
            refused.shows(told);
        }
        let refused = founder
            .post(&format!("{own}/papers/{memo}/removal"), &[])
            .await;
        assert_eq!(refused.status, 404);
        led(&founder
            .post(&format!("{own}/papers/{first}/removal"), &[])
            .await);
        founder.get(&own).await.hides("keikaku.pdf");
        app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photograph_is_shown_to_all_and_is_a_picture() {
    let centre = Advised::open(Engine::Sqlite).await;
    let visitor = centre.app.visitor();
    let path = format!("/counter/experts/{}/photo", centre.id);
    let shown = format!("/experts/{}/photo", centre.id);
    assert_eq!(visitor.get(&shown).await.status, 404);
    let refused = centre
        .coordinator
        .post_papers(&path, &[], &[("kao.pdf", PDF)])
        .await;
    assert_eq!(refused.status, 422);
    led(&centre
        .coordinator
        .post_papers(&path, &[], &[("kao.png", PNG)])
        .await);
    let picture = visitor.get(&shown).await;
    assert_eq!(
        (picture.status, picture.header("content-type")),
        (200, "image/png")
    );
    visitor
        .get(&format!("/experts/{}", centre.id))
        .await
        .shows("見本 助言の写真");
    let refused = visitor.post_papers(&path, &[], &[("kao.png", PNG)]).await;
    assert_eq!(refused.status, 401);
    led(&centre.coordinator.post_papers(&path, &[], &[]).await);
    assert_eq!(visitor.get(&shown).await.status, 404);
    centre.app.run_tasks().await;
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_needs_consent_and_is_told_to_the_person() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let app = &centre.app;
        let founder = app.member("さくら").await;
        let own = with_paper(&centre, &founder).await;
        let case = own.replace("/consultations/", "/cases/");
        let manager = app.manager().await;
        let agency = agency(&manager, "見本信用金庫").await;
        let id = agency.rsplit('/').next().unwrap();
        centre.expert.get(&case).await.shows(id);
        let path = format!("{case}/referrals");
        let refused = centre.expert.post(&path, &[("agency", id)]).await;
        assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
        refused.shows("同意の方法を選んでください");
        let referral = [
            ("agency", id),
            ("purpose", "創業融資の相談"),
            ("items", "事業計画書"),
            ("consented_on", "2026-12-08"),
            ("consent", "written"),
        ];
        assert_eq!(manager.post(&path, &referral).await.status, 403);
        led(&centre.expert.post(&path, &referral).await);
        let page = founder.get(&own).await;
        page.shows("見本信用金庫");
        page.shows("事業計画書");
        manager.get(&case).await.hides("創業融資の相談");
        let seen = centre.expert.get(&case).await;
        let one = after(&seen, &format!("{case}/referrals/"));
        let end = format!("{case}/referrals/{one}/end");
        led(&centre.expert.post(&end, &[]).await);
        assert_eq!(centre.expert.post(&end, &[]).await.status, 409);
        founder.get(&own).await.shows("同意の取消し");

        let path = format!("{case}/milestones");
        let reached = [
            ("kind", "opened"),
            ("reached_on", "2026-12-01"),
            ("evidence", "開業届の控え"),
        ];
        assert_eq!(centre.expert.post(&path, &reached[..2]).await.status, 422);
        led(&centre.expert.post(&path, &reached).await);
        let seen = centre.expert.get(&case).await;
        seen.shows("開業届の控え");
        let one = after(&seen, &format!("{case}/milestones/"));
        led(&centre
            .expert
            .post(&format!("{case}/milestones/{one}/removal"), &[])
            .await);
        app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_holds_twenty_papers() {
    let centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let own = with_paper(&centre, &founder).await;
    let path = format!("{own}/papers");
    let five = [
        ("a.pdf", PDF),
        ("b.pdf", PDF),
        ("c.pdf", PDF),
        ("d.pdf", PDF),
        ("e.pdf", PDF),
    ];
    for _ in 0..3 {
        led(&founder.post_papers(&path, &[], &five).await);
    }
    // One more form would be one too many: none of its papers is kept.
    let full = founder.post_papers(&path, &[], &five).await;
    assert_eq!(full.status, 422);
    full.shows("20点");
    led(&founder.post_papers(&path, &[], &five[..4]).await);
    assert_eq!(
        founder.post_papers(&path, &[], &five[..1]).await.status,
        422
    );
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
