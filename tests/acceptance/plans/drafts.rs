//! The draft: two who edit it, and what cannot be written.

use testkit::database::Engine;
use tests::TestApp;

use super::{begun, budget, fields, post, programme, shown, submit, written};
use crate::acts::input;

#[tokio::test(flavor = "multi_thread")]
async fn two_who_edit_a_draft_do_not_overwrite_each_other() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager, other) = (app.ward().await, app.manager().await, app.manager().await);
        let path = begun(&manager, "2027").await;
        written(&ward, &manager, &path).await;
        let one = programme(&manager, &path).await;
        let form = manager.get(&format!("{one}/edit")).await;
        let (of, edition) = (input(&form, "of"), input(&form, "edition"));
        let page = manager.get(&path).await;
        let seen = [
            ("of", input(&page, "of")),
            ("edition", input(&page, "edition")),
        ];
        let changed = |target| {
            let mut fields = fields(&of, 2027, target);
            fields.push(("edition", edition.clone()));
            fields
        };
        let (mine, theirs) = (changed("250"), changed("260"));
        let both = tokio::join!(post(&manager, &one, &mine), post(&other, &one, &theirs));
        let (kept, stale) = if both.0.status == 303 {
            ("250", both.1)
        } else {
            ("260", both.0)
        };
        assert_eq!(stale.status, 409, "{engine:?}: {}", stale.text);
        stale.shows(&format!("年に{kept}件"));
        let budgets = tokio::join!(
            budget(&manager, &path, &of, "2", ["5", "5"]),
            budget(&other, &path, &of, "2", ["6", "6"]),
        );
        let mut answers = [budgets.0.status, budgets.1.status];
        answers.sort_unstable();
        assert_eq!(answers, [303, 409], "{engine:?}");
        // Nobody hands in what they did not see.
        let blind = post(&manager, &format!("{path}/submission"), &seen).await;
        assert_eq!(blind.status, 409, "{}", blind.text);
        let one = tokio::join!(
            manager.post("/plans", &[("kind", "annual"), ("first", "2030")]),
            other.post("/plans", &[("kind", "annual"), ("first", "2030")]),
        );
        let mut answers = [one.0.status, one.1.status];
        answers.sort_unstable();
        assert_eq!(answers, [303, 409], "a year has one plan: {engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_named_beside_its_field_and_changes_nothing() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (ward, manager) = (app.ward().await, app.manager().await);
    let path = begun(&manager, "2027").await;
    written(&ward, &manager, &path).await;
    let of = shown(&manager, &path).await;
    let programmes = format!("{path}/programmes");
    for (field, value, words) in [
        ("measure-1-unit", "", "単位を書いてください"),
        ("measure-1-target-year", "", "目標年度を書いてください"),
        ("measure-1-target", "たくさん", "目標値を数で書いてください"),
        (
            "activity-1-first",
            "2026-03",
            "2027年4月1日（木）から2028年3月31日（金）までの月",
        ),
        ("policy", "観光", "この分野の方針はありません"),
        ("number", "1", "ほかの事業が使っています"),
        ("number", "0", "事業番号は1から"),
        ("owner_department", "", "所管課を書いてください"),
    ] {
        let mut fields = fields(&of, 2027, "5");
        fields.retain(|(name, _)| *name != field && *name != "number");
        fields.push((field, value.to_owned()));
        if field != "number" {
            fields.push(("number", "2".to_owned()));
        }
        let refused = post(&manager, &programmes, &fields).await;
        assert_eq!(refused.status, 422, "{field}: {}", refused.text);
        refused.shows(words);
        refused.shows("開業前後の相談と講座");
    }
    let off = budget(&manager, &path, &of, "2", ["1000", "900"]).await;
    assert_eq!(off.status, 303, "a draft may be unbalanced: {}", off.text);
    let refused = submit(&manager, &path).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    refused.shows("収入 1,000円、支出 900円、差 100円");
    let odd = budget(&manager, &path, &of, "3", ["-5", "五円"]).await;
    assert_eq!(odd.status, 422, "{}", odd.text);
    manager.get(&path).await.shows("事業（1件）");
    // Taken out, and thrown away whole.
    let one = programme(&manager, &path).await;
    let form = manager.get(&format!("{one}/edit")).await;
    let fields = [("of", of.as_str()), ("edition", &input(&form, "edition"))];
    let taken = manager.post(&format!("{one}/removal"), &fields).await;
    assert_eq!(taken.status, 303, "{}", taken.text);
    let page = manager.get(&path).await;
    page.shows("事業（0件）");
    let edition = input(&page, "edition");
    let fields = [("of", of.as_str()), ("edition", edition.as_str())];
    let thrown = manager.post(&format!("{path}/removal"), &fields).await;
    assert_eq!(thrown.location, "/plans", "{}", thrown.text);
    assert_eq!(manager.get(&path).await.status, 404);
    app.run_tasks().await;
    app.finish().await;
}
