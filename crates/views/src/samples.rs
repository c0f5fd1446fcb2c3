//! Samples of what pages are given, so that tests can render every template in every language.
//!
//! A domain crate's `samples.rs` offers `pub fn templates() -> Vec<Sample>`; a test in
//! `tests/` renders them all with [`faults`] and fails for a template that has none.

use serde_json::{Value, json};

use crate::{Failed, Lang, Views};

/// One template with facts it can be rendered with.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The template's path under `templates/`.
    pub template: &'static str,
    /// What it is given.
    pub context: Value,
}

impl Sample {
    /// A letter or a fragment: given exactly these facts.
    pub fn bare(template: &'static str, context: Value) -> Self {
        Self { template, context }
    }

    /// A page: these facts beside `page`, an empty `form` and no `errors`.
    pub fn page(template: &'static str, context: Value) -> Self {
        let mut all = json!({"page": page(), "form": {}, "errors": []});
        if let (Some(all), Value::Object(own)) = (all.as_object_mut(), context) {
            all.extend(own);
        }
        Self {
            template,
            context: all,
        }
    }

    /// A page as staff see it: a receptionist is signed in.
    pub fn staff(template: &'static str, context: Value) -> Self {
        let mut sample = Self::page(template, context);
        sample.context["page"]["viewer"] = json!({"name": "窓口 まさみ", "staff": true, "ward": false, "expert": false, "approvals": false, "role_key": "role-reception"});
        sample
    }
}

/// What every page gets, as a signed-in member would.
pub fn page() -> Value {
    json!({
        "path": "/spaces",
        "query_without_lang": "",
        "title_key": null,
        "nav": "use",
        "viewer": {"name": "産業 花子", "staff": false, "ward": false, "expert": false, "approvals": false, "role_key": "role-member"},
        "notices": 1,
        "flashes": [],
        "demo": false,
        "venue": {
            "name": "めぐろ産業振興センター（見本）",
            "postal_code": "153-0000",
            "address": "目黒区見本町一丁目2番3号",
            "telephone": "03-0000-0000",
            "counter_hours": "9:00〜20:30",
            "closed_days": "毎週月曜（祝日のときは翌日）、12月28日〜1月4日"
        },
        "css": "/assets/shinko.css",
        "js": "/assets/shinko.js"
    })
}

/// Renders every sample in every language; what failed, each with its template and language.
pub fn faults(views: &Views, samples: &[Sample]) -> Vec<(String, Lang, Failed)> {
    let mut failed = Vec::new();
    for sample in samples {
        for lang in Lang::ALL {
            if let Err(fault) = views.render(sample.template, lang, &sample.context) {
                failed.push((sample.template.to_owned(), lang, fault));
            }
        }
    }
    failed
}

/// The templates no sample shows; layouts and components are seen through pages.
pub fn unseen(views: &Views, samples: &[Sample]) -> Result<Vec<String>, Failed> {
    let mut names = views.template_names()?;
    names.retain(|name| {
        !name.starts_with("layouts/")
            && !name.starts_with("ui/")
            && !samples.iter().any(|sample| sample.template == name)
    });
    Ok(names)
}
