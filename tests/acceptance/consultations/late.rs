//! Being late, calling off, and choosing another time oneself; drafts that are kept while somebody writes.

use testkit::database::Engine;

use super::{Advised, after, led};
use crate::journeys::letters;

#[tokio::test(flavor = "multi_thread")]
async fn who_is_late_says_so_and_the_other_is_told() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let case = centre.asks(&founder, &centre.time(13)).await;
        let own = case.replace("/cases/", "/consultations/");
        centre.assigns(&case).await;
        let meeting = after(
            &centre.coordinator.get(&case).await,
            &format!("{case}/meetings/"),
        );
        let delay = format!("{own}/meetings/{meeting}/delay");
        let early = founder.post(&delay, &[("minutes", "20")]).await;
        assert_eq!(early.status, 409, "{engine:?}");
        early.shows("面談の3時間前から");
        centre.at(12, 40).await;
        let founder = centre.app.signed_in(founder.person.unwrap()).await;
        founder.get(&own).await.shows("20分くらい");
        assert_eq!(founder.post(&delay, &[("minutes", "15")]).await.status, 422);
        led(&founder.post(&delay, &[("minutes", "20")]).await);
        let reception = centre.app.staff().await;
        reception
            .get("/meetings")
            .await
            .shows("20分ほど遅れるとの連絡");
        let staff = format!("/meetings/{meeting}/delay");
        let expert = [("who", "expert"), ("minutes", "10"), ("back", "case")];
        assert_eq!(reception.post(&staff, &expert).await.status, 403);
        led(&centre.expert.post(&staff, &expert).await);
        founder.get(&own).await.shows("専門家が10分ほど遅れます");
        let stranger = centre.app.member("たろう").await;
        let other = stranger.post(&delay, &[("minutes", "20")]).await;
        assert_eq!(other.status, 404);
        centre.app.run_tasks().await;
        let told = letters(&centre.app).await;
        let late = told
            .iter()
            .filter(|one| one.subject.contains("開始が遅れます"));
        let texts: Vec<&str> = late.map(|one| one.text.as_str()).collect();
        assert_eq!(texts.len(), 2, "{engine:?}");
        assert!(texts[0].contains("20分ほど遅れる") && texts[1].contains("10分ほど遅れます"));
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_called_a_meeting_off_chooses_another_time() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let (founder, stranger) = (
            centre.app.member("さくら").await,
            centre.app.member("たろう").await,
        );
        let case = centre.asks(&founder, &centre.time(13)).await;
        let own = case.replace("/cases/", "/consultations/");
        centre.assigns(&case).await;
        let choose = format!("{own}/meetings");
        let later = centre.time(15);
        let chosen = [("chosen", &*later)];
        // One stands: it can be moved, and not doubled.
        assert_eq!(founder.post(&choose, &chosen).await.status, 409);
        assert_eq!(founder.get(&format!("{choose}/new")).await.status, 303);
        let meeting = after(&founder.get(&own).await, &format!("{choose}/"));
        led(&founder
            .post(&format!("{choose}/{meeting}/cancellation"), &[])
            .await);
        founder.get(&own).await.shows("日時をえらび直す");
        let form = founder.get(&format!("{choose}/new")).await;
        form.shows(&later);
        form.shows(&centre.time(13));
        let nothing = founder.post(&choose, &[]).await;
        assert_eq!(nothing.status, 409);
        nothing.shows("日時をえらんでください");
        let night = centre.time(20);
        assert_eq!(
            founder.post(&choose, &[("chosen", &*night)]).await.status,
            409
        );
        assert_eq!(stranger.post(&choose, &chosen).await.status, 404);
        led(&founder.post(&choose, &chosen).await);
        assert_eq!(
            founder.post(&choose, &chosen).await.status,
            409,
            "{engine:?}"
        );
        founder.get(&own).await.shows("15:00〜16:00");
        centre.app.run_tasks().await;
        let told = letters(&centre.app).await;
        let off = told
            .iter()
            .find(|one| one.subject.contains("面談を取り消しました"));
        let off = &off.unwrap().text;
        assert!(off.contains("お申し出によるものです"), "{off}");
        assert!(off.contains("別の日時は、こちらからえらべます"), "{off}");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_kept_while_the_expert_writes_and_overwrites_nobody() {
    for engine in Engine::BOTH {
        let mut centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let case = centre.asks(&founder, &centre.time(13)).await;
        centre.assigns(&case).await;
        let meeting = after(
            &centre.coordinator.get(&case).await,
            &format!("{case}/meetings/"),
        );
        let record = format!("{case}/meetings/{meeting}/record");
        // Before it begins there is nothing to write.
        assert_eq!(centre.expert.get(&record).await.status, 303);
        centre.at(13, 30).await;
        let draft = format!("{record}/draft");
        let mut fields = [
            ("edition", "0"),
            ("contact_minutes", ""),
            ("preparation_minutes", ""),
            ("said", "聞き取り"),
            ("advice", ""),
        ];
        let kept = centre.expert.post(&draft, &fields).await;
        assert_eq!((kept.status, &*kept.text), (200, "1"), "{engine:?}");
        // Whoever began from nothing was overtaken.
        assert_eq!(centre.expert.post(&draft, &fields).await.status, 409);
        let reception = centre.app.staff().await;
        assert_eq!(reception.post(&draft, &fields).await.status, 403);
        fields[0].1 = "1";
        fields[1].1 = "五十";
        assert_eq!(centre.expert.post(&draft, &fields).await.status, 422);
        fields[1].1 = "50";
        let kept = centre.expert.post(&draft, &fields).await;
        assert_eq!((kept.status, &*kept.text), (200, "2"));
        let form = centre.expert.get(&record).await;
        form.shows("聞き取り");
        form.shows("name=\"edition\" value=\"2\"");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
