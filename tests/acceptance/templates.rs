//! Every template can be rendered, in every language.

use views::{Views, samples};

#[test]
fn every_template_renders_its_samples_in_every_language_and_none_is_unseen() {
    let views = Views::new(None).unwrap();
    let all = server::samples::all();
    let faults = samples::faults(&views, &all);
    assert!(faults.is_empty(), "{faults:#?}");
    let mut unseen = samples::unseen(&views, &all).unwrap();
    // The page of errors is rendered with every status by the tests of `views`.
    unseen.retain(|name| name != "errors/problem.html");
    assert!(unseen.is_empty(), "no sample shows {unseen:?}");
}
