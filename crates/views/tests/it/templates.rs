//! What templates, styles and the script must not contain, and how long they may be.

use std::path::Path;

use views::{Hour, HourRow, HourState, Lang, Views};

use crate::{files, folder};

#[test]
fn templates_need_no_exception_from_the_content_policy() {
    let mut wrong = Vec::new();
    for (file, text) in files(&folder("templates")) {
        if is(&file, &["html"]) {
            wrong.extend(forbidden(&text).map(|found| format!("{file}: {found}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_check_knows_what_it_looks_for() {
    for bad in [
        r#"<p style="color:red">"#,
        r"<p STYLE='x'>",
        r#"<button onclick="go()">"#,
        "<a\n onfocus = 'x'>",
        "<script>alert(1)</script>",
        r#"<div hx-on:click="x">"#,
        "<div hx-vals='js:{a: 1}'>",
        "<style>p{}</style>",
        r#"<a href="javascript:void(0)">"#,
    ] {
        assert!(forbidden(bad).next().is_some(), "{bad}");
    }
    for good in [
        r#"<script src="{{ page.js }}" defer></script>"#,
        r#"{% set on = x %}<p class="style-on">"#,
    ] {
        assert_eq!(forbidden(good).next(), None);
    }
}

fn forbidden(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase();
    let tags: Vec<String> = lower
        .split('<')
        .skip(1)
        .map(|tag| tag.split('>').next().unwrap_or(tag).to_owned())
        .collect();
    tags.into_iter().filter_map(|tag| {
        let mut names = tag
            .split_whitespace()
            .skip(1)
            .map(|word| word.split('=').next().unwrap_or(word));
        let bad_name = names.any(|name| {
            name == "style"
                || name.starts_with("hx-on")
                || (name.starts_with("on") && name.len() > 3 && tag.contains(&format!("{name}=")))
                || (name.starts_with("on") && name.len() > 3 && tag.contains(&format!("{name} =")))
        });
        let bad = bad_name
            || tag == "style"
            || (tag.starts_with("script") && !tag.contains("src="))
            || tag.contains("javascript:")
            || (tag.contains("hx-vals") && tag.contains("js:"));
        bad.then(|| format!("<{tag}>"))
    })
}

#[test]
fn only_markup_is_taken_as_it_is() {
    let mut wrong = Vec::new();
    for (file, text) in files(&folder("templates")) {
        let mut pieces = text.split("safe").peekable();
        while let Some(before) = pieces.next() {
            let filter = pieces.peek().is_some() && before.trim_end().ends_with('|');
            if filter && !before.trim_end().ends_with("_html |") {
                wrong.push(format!("{file}: {}", before.lines().last().unwrap_or("")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn hours_are_escaped_wherever_they_come_from() {
    let views = Views::new(None).unwrap();
    let evil = "<i a=\"b\">&'";
    let hours = [HourState::Free, HourState::Taken, HourState::Closed].map(|state| Hour {
        state,
        from: 540,
        until: 600,
        columns: 2,
        text: evil.to_owned(),
    });
    let row = HourRow {
        place: evil,
        href: evil,
        head: evil,
        line: evil,
        slot: evil,
        hours: &hours,
    };
    for lang in Lang::ALL {
        let rows = views.hour_rows(lang, std::slice::from_ref(&row)).unwrap();
        for html in [rows, views.hour_list(lang, &row).unwrap()] {
            assert!(html.contains("&lt;i a=&quot;b&quot;&gt;&amp;"), "{html}");
            assert!(!html.contains("<i "), "{html}");
            assert!(!html.contains("&'"), "{html}");
        }
    }
}

#[test]
fn files_stay_short() {
    let mut long = Vec::new();
    for (place, limit, kinds) in [
        ("templates", 60, &["html", "txt"][..]),
        ("crates/web/assets/css", 150, &["css"]),
    ] {
        for (file, text) in files(&folder(place)) {
            let lines = text.lines().count();
            if is(&file, kinds) && lines > limit {
                long.push(format!("{place}/{file}: {lines} of at most {limit}"));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn every_template_parses_in_every_language() {
    let views = Views::new(None).unwrap();
    assert!(
        views
            .template_names()
            .unwrap()
            .iter()
            .any(|name| name == "layouts/public.html")
    );
}

fn is(file: &str, kinds: &[&str]) -> bool {
    Path::new(file)
        .extension()
        .is_some_and(|kind| kinds.iter().any(|one| kind == *one))
}
