//! Whoever works at the centre does something for somebody with a reason, or not at all.

use kernel::Role;
use testkit::database::Engine;

use super::Taught;
use crate::{acts::input, consultations::led};

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_moved_without_a_reason_and_the_reason_stays() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("1").await;
        let (first, place) = centre.enrols(&id).await;
        let (_, waits) = centre.enrols(&id).await;
        let reception = centre.app.someone("窓口", &[Role::Reception]).await;
        let people = format!("/counter/seminars/{id}/people");
        let cancels = format!("{place}/cancellation");
        for bare in [&[][..], &[("why", "　")][..]] {
            let back = led(&reception.post(&cancels, bare).await);
            assert_eq!(back, people, "{engine:?}");
            reception.get(&people).await.shows("理由を書いてください");
            assert_eq!(centre.counts(&id).await, ([1, 0, 1], 1), "{engine:?}");
        }
        let change = format!("{place}/change");
        let form = reception.get(&change).await;
        let edition = input(&form, "edition");
        let fields = [
            ("edition", edition.as_str()),
            ("mode", "here"),
            ("company", "別の商店"),
        ];
        let bare = reception.post(&change, &fields).await;
        assert_eq!(bare.status, 422, "{engine:?}");
        first.get(&place).await.hides("別の商店");
        let mut said = fields.to_vec();
        said.push(("why", "社名の誤りの申出"));
        led(&reception.post(&change, &said).await);
        first.get(&place).await.shows("別の商店");

        let why = "本人から電話で連絡";
        led(&reception.post(&cancels, &[("why", why)]).await);
        assert_eq!(centre.counts(&id).await, ([0, 1, 0], 1), "{engine:?}");
        reception.get(&people).await.shows(why);
        let accepts = format!("{waits}/acceptance");
        led(&reception.post(&accepts, &[]).await);
        assert_eq!(centre.counts(&id).await, ([0, 1, 0], 1), "{engine:?}");
        led(&reception.post(&accepts, &[("why", why)]).await);
        assert_eq!(centre.counts(&id).await, ([1, 0, 0], 1), "{engine:?}");
        // On the person's own page reception has nothing to press.
        let page = reception.get(&waits).await;
        page.hides("/cancellation");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
