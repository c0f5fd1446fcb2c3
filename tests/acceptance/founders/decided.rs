//! What is returned is put right, what is refused is over, and the ward takes a certificate back.

use kernel::Role;
use testkit::database::Engine;

use super::{Founding, typed};
use crate::{acts::input, consultations::led, journeys::letters};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_returned_is_put_right_and_looked_at_anew() {
    for engine in Engine::BOTH {
        let centre = Founding::open(engine).await;
        let (id, ward) = centre.forwarded().await;
        let without = centre.acts(&ward, id, ("return", " ")).await;
        assert_eq!(without.status, 422, "{engine:?}");
        led(&centre
            .acts(&ward, id, ("return", "本店を確かめてください。"))
            .await);
        let member = centre.signed_in(centre.member).await;
        let own = format!("/mypage/founding/{id}");
        member.get(&own).await.shows("本店を確かめてください。");
        let edition = input(&member.get(&format!("{own}/edit")).await, "edition");
        let mut form = typed();
        form.push(("edition", &edition));
        form[5] = ("head_office", "東京都隣区隣町1番1号");
        let outside = member.post(&own, &form).await;
        assert_eq!(outside.status, 422, "{engine:?}");
        outside.shows("本店が区内の場合だけ");
        form[5] = ("head_office", "東京都見本区見本三丁目3番3号");
        led(&member.post(&own, &form).await);
        // Somebody still has the page of before.
        assert_eq!(member.post(&own, &form).await.status, 409, "{engine:?}");
        let manager = centre.signed_in(centre.manager).await;
        let skips = centre.acts(&manager, id, ("forwarding", "")).await;
        assert_eq!(skips.status, 409, "the evidence is looked at anew");
        for act in ["confirmation", "forwarding"] {
            led(&centre.acts(&manager, id, (act, "")).await);
        }
        led(&centre
            .acts(&ward, id, ("refusal", "計画の対象ではない事業のため。"))
            .await);
        let late = centre.acts(&ward, id, ("certificate", "")).await;
        assert_eq!(late.status, 409, "{engine:?}");
        member
            .get(&own)
            .await
            .shows("計画の対象ではない事業のため。");
        // Nothing is open, so they may ask once more.
        let again = member.post("/mypage/founding", &typed()).await;
        led(&again);
        let more = member.post("/mypage/founding", &typed()).await;
        assert_eq!(more.status, 409, "{engine:?}");
        let all = letters(&centre.app).await;
        let told = |words: &str| all.iter().filter(|one| one.subject.contains(words)).count();
        assert_eq!((told("直していただきたい"), told("発行しない")), (1, 1));
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_that_was_taken_back_says_so_to_whoever_checks_it() {
    for engine in Engine::BOTH {
        let centre = Founding::open(engine).await;
        let (id, ward) = centre.forwarded().await;
        led(&centre.acts(&ward, id, ("certificate", "")).await);
        let approver = centre.app.someone("決裁", &[Role::WardApprover]).await;
        let may_not = centre.acts(&approver, id, ("revocation", "誤り")).await;
        assert_eq!(may_not.status, 403, "{engine:?}");
        let without = centre.acts(&ward, id, ("revocation", "")).await;
        assert_eq!(without.status, 422, "{engine:?}");
        led(&centre
            .acts(&ward, id, ("revocation", "申請と違っていたため。"))
            .await);
        let twice = centre.acts(&ward, id, ("revocation", "もう一度")).await;
        assert_eq!(twice.status, 409, "{engine:?}");
        let member = centre.signed_in(centre.member).await;
        let own = format!("/mypage/founding/{id}");
        member.get(&own).await.shows("申請と違っていたため。");
        let paper = member.get(&format!("{own}/certificate")).await;
        let (_, rest) = paper.text.split_once("/certificates/").unwrap();
        let code: String = rest.chars().take(19).collect();
        let check = centre
            .app
            .visitor()
            .get(&format!("/certificates/{code}"))
            .await;
        check.shows("取り消されています");
        check.hides("申請と違っていたため");
        let again = member.post("/mypage/founding", &typed()).await;
        assert_eq!(again.status, 409, "{engine:?}");
        again.shows("証明書が取り消されています");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
