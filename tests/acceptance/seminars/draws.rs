//! Places are drawn: nobody can know or change it before, everybody can check it afterwards.

use std::collections::BTreeMap;

use fairness::draw::File;
use testkit::database::Engine;
use tests::{Answer, Browser};

use super::{Taught, enrols};
use crate::{consultations::led, journeys::letters, proofs};

/// A seminar whose places are drawn, for everybody to see; its identifier.
async fn published(centre: &Taught, here: &str) -> String {
    let mut fields = centre.fields(here, "0");
    fields.retain(|(name, _)| *name != "way");
    fields.push(("way", "draw"));
    let path = led(&centre.coordinator.post("/counter/seminars", &fields).await);
    led(&centre.lesson(&path, "2026-12-19", "10:00", "12:00").await);
    led(&centre.acts(&centre.coordinator, &path, "review", "").await);
    led(&centre.acts(&centre.manager, &path, "publication", "").await);
    path.rsplit('/').next().unwrap().to_owned()
}

/// Draws; those who won answer until the 15th at noon.
async fn draws(centre: &Taught, id: &str, day: &str) -> Answer {
    let path = format!("/counter/seminars/{id}");
    let edition = centre.edition(&path).await;
    let fields = [("edition", &*edition), ("day", day), ("time", "12:00")];
    centre.manager.post(&format!("{path}/draw"), &fields).await
}

/// The five files, as somebody downloads them who is not known.
async fn files(centre: &Taught, id: &str) -> Vec<(File, Answer)> {
    proofs::files(&centre.app, &format!("/seminars/{id}/draw/here")).await
}

fn shown(files: &[(File, Answer)]) -> Vec<&'static str> {
    let shown = files.iter().filter(|(_, answer)| answer.status == 200);
    shown.map(|(file, _)| file.name()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn twelve_apply_for_six_and_everybody_can_check_who_won() {
    for engine in Engine::BOTH {
        let mut centre = Taught::open(engine).await;
        let id = published(&centre, "6").await;
        let mut people = Vec::new();
        for _ in 0..12 {
            people.push(centre.enrols(&id).await);
        }
        people[0].0.get(&people[0].1).await.shows("抽選の結果待ち");
        assert_eq!(centre.counts(&id).await, ([0, 0, 0], 0), "{engine:?}");
        let before = files(&centre, &id).await;
        assert_eq!(shown(&before), ["commitment.txt"]);
        assert_eq!(draws(&centre, &id, "2026-12-15").await.status, 409);
        // Applications close on the 11th at 17:00; a minute later the list is frozen.
        centre.at("2026-12-11T17:00").await;
        assert_eq!(draws(&centre, &id, "2026-12-15").await.status, 409);
        centre.app.run_tasks().await;
        let frozen = files(&centre, &id).await;
        assert_eq!(
            shown(&frozen),
            ["commitment.txt", "entries.txt", "digest.txt"]
        );
        nothing_changes_what_is_frozen(&centre, &id).await;
        let (gone, own) = people.pop().unwrap();
        let gone = centre.app.signed_in(gone.person.unwrap()).await;
        led(&gone.post(&format!("{own}/cancellation"), &[]).await);
        for (day, wrong) in [("", "日と時刻を書いて"), ("2026-12-20", "第1回が始まる前")]
        {
            let refused = draws(&centre, &id, day).await;
            assert_eq!(refused.status, 422, "{engine:?}");
            refused.shows(wrong);
        }
        led(&draws(&centre, &id, "2026-12-15").await);
        assert_eq!(draws(&centre, &id, "2026-12-15").await.status, 409, "twice");
        let drawn = files(&centre, &id).await;
        assert_eq!(shown(&drawn).len(), 5);
        for (early, late) in before.iter().zip(&drawn).chain(frozen.iter().zip(&drawn)) {
            assert!(early.1.status == 404 || early.1.text == late.1.text);
        }
        checked(&drawn, 12);
        confirmed(&mut centre, &id, &people).await;
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

/// The files agree, and say who won.
fn checked(files: &[(File, Answer)], entries: usize) {
    let verified = proofs::verified(files);
    assert_eq!(verified.frozen.entries().len(), entries);
    assert_eq!(verified.outcome.winners().count(), 6);
}

async fn nothing_changes_what_is_frozen(centre: &Taught, id: &str) {
    let late = centre.app.member("後から").await;
    assert_eq!(enrols(&late, id).await.status, 409);
    let path = format!("/counter/seminars/{id}");
    let edition = centre.edition(&path).await;
    for (here, way, status) in [("5", "draw", 409), ("6", "first_come", 422)] {
        let mut fields = centre.fields(here, "0");
        fields.retain(|(name, _)| *name != "way");
        fields.extend([("way", way), ("edition", &*edition)]);
        let changed = centre.coordinator.post(&path, &fields).await;
        assert_eq!(changed.status, status, "{here} {way}");
    }
}

/// Who won says so in time; who does not is followed by the next in the order of the draw.
async fn confirmed(centre: &mut Taught, id: &str, people: &[(Browser, String)]) {
    // One who won or follows withdrew: their place went to the next.
    let ([enrolled, offered, waiting], taken) = centre.counts(id).await;
    assert_eq!((enrolled, offered, waiting, taken), (0, 6, 5, 6));
    let mut by: BTreeMap<&str, Vec<&(Browser, String)>> = BTreeMap::new();
    for one in people {
        let own = centre.app.signed_in(one.0.person.unwrap()).await;
        let page = own.get(&one.1).await;
        // Whoever came to the place of the one who withdrew answers sooner, as in every line.
        let offered = page.text.contains("席をご用意できます");
        let stands = match (offered, page.text.contains("12月15日（火）12:00")) {
            (true, true) => "won",
            (true, false) => "called",
            (false, _) => "follows",
        };
        by.entry(stands).or_default().push(one);
    }
    assert_eq!(by["follows"].len(), 5);
    assert!([5, 6].contains(&by["won"].len()), "{}", by["won"].len());
    let (declines, path) = by["won"][0];
    let declines = centre.app.signed_in(declines.person.unwrap()).await;
    led(&declines.post(&format!("{path}/decline"), &[]).await);
    assert_eq!(centre.counts(id).await, ([0, 6, 4], 6));
    let (accepts, path) = by["won"][1];
    let accepts = centre.app.signed_in(accepts.person.unwrap()).await;
    led(&accepts.post(&format!("{path}/acceptance"), &[]).await);
    let told = letters(&centre.app).await;
    let of = |word: &str| {
        told.iter()
            .filter(|one| one.subject.starts_with(word))
            .count()
    };
    assert!(of("当選しました") >= 5 && of("抽選の結果") >= 5);
    // The others answer too late.
    centre.at("2026-12-15T12:00").await;
    let late = by["won"][2];
    let own = centre.app.signed_in(late.0.person.unwrap()).await;
    let accepted = own.post(&format!("{}/acceptance", late.1), &[]).await;
    assert_eq!(accepted.status, 409);
    centre.app.run_tasks().await;
    let ([enrolled, offered, waiting], taken) = centre.counts(id).await;
    assert_eq!((enrolled, taken), (1, i32::try_from(offered).unwrap() + 1));
    assert!(offered > 0 && waiting > 0);
}
