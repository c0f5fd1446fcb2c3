//! Samples of this crate's templates, and what every letter's sample is given.

use serde_json::{Value, json};
use views::samples::{Sample, page};

/// A letter's facts as templates get them: with `site` and `venue`.
pub fn given(facts: Value) -> Value {
    let mut all = json!({"site": "https://center.example", "venue": page()["venue"]});
    if let (Some(all), Value::Object(own)) = (all.as_object_mut(), facts) {
        all.extend(own);
    }
    all
}

/// Every template of this crate.
pub fn templates() -> Vec<Sample> {
    [
        "letters/frame.html",
        "letters/signature.txt",
        "letters/mail/trial/subject.txt",
        "letters/mail/trial/body.txt",
        "letters/mail/trial/body.html",
    ]
    .into_iter()
    .map(|template| Sample::bare(template, given(json!({}))))
    .collect()
}
