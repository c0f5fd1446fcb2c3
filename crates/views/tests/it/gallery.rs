//! Pages that show every component, written to `shinko-gallery` in the temporary folder of the
//! machine, to be looked at.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use views::{
    Hour, HourRow, HourState, Lang, Views,
    samples::{self, Sample},
};

use crate::{files, folder};

fn out() -> PathBuf {
    std::env::temp_dir().join("shinko-gallery")
}

#[test]
fn every_component_renders_in_every_language() {
    let views = gallery_views();
    let pages = pages(&views);
    let faults = samples::faults(&views, &pages);
    for (template, lang, fault) in &faults {
        eprintln!("{template} {lang:?}: {fault}");
    }
    assert!(faults.is_empty());
    for sample in &pages {
        for lang in Lang::ALL {
            let page = views
                .render(sample.template, lang, &sample.context)
                .unwrap();
            assert!(
                page.len() < 100_000,
                "{} is {} bytes",
                sample.template,
                page.len()
            );
            let name = sample
                .template
                .trim_start_matches("gallery/")
                .trim_end_matches(".html");
            let status = sample
                .context
                .get("status")
                .map(|status| format!("-{status}"))
                .unwrap_or_default();
            fs::write(
                out().join(format!(
                    "{}{status}.{}.html",
                    name.replace('/', "-"),
                    lang.code()
                )),
                page,
            )
            .unwrap();
        }
    }
}

#[test]
fn every_component_is_in_the_gallery_or_in_another_component() {
    let pages = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery"));
    let house = files(&folder("templates"));
    for (file, text) in files(&folder("templates/ui")) {
        for name in text
            .lines()
            .filter_map(|line| line.strip_prefix("{% component ")?.split('(').next())
        {
            let used = |(_, page): &(String, String)| {
                page.contains(&format!("<{name} ")) || page.contains(&format!("<{name}>"))
            };
            assert!(
                pages.iter().any(used) || house.iter().any(used),
                "{file}: nobody shows {name}"
            );
        }
    }
}

/// The house's templates with the gallery's pages beside them.
fn gallery_views() -> Views {
    let dir = out().join("templates");
    let _ = fs::remove_dir_all(&dir);
    let own = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery"));
    let own = own
        .into_iter()
        .map(|(name, text)| (format!("gallery/{name}"), text));
    for (name, text) in files(&folder("templates")).into_iter().chain(own) {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let css: String = files(&folder("crates/web/assets/css"))
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    fs::write(out().join("shinko.css"), &css).unwrap();
    let js = fs::read_to_string(folder("crates/web/assets/js/shinko.js")).unwrap();
    fs::write(out().join("shinko.js"), js).unwrap();
    Views::new(Some(&dir)).unwrap_or_else(|failed| panic!("{failed}"))
}

fn pages(views: &Views) -> Vec<Sample> {
    let mut pages = vec![
        guest("home", "", json!({"plan": plan()})),
        member("grid", "use", grid(views)),
        guest("form", "", form()),
        member("confirm", "use", json!({})),
        member("done", "use", json!({})),
        Sample::staff("gallery/board.html", json!({})),
        member("paper", "", json!({})),
        member("pieces", "learn", json!({"form": {}, "errors": []})),
    ];
    pages[5].context["page"]["nav"] = json!("board");
    pages[7].context["page"]["flashes"] = json!([
        {"kind": "good", "key": "ui-choice-go", "args": {}},
        {"kind": "bad", "key": "ui-notices", "args": {"count": 1200}},
        {"kind": "care", "key": "ui-menu"}, {"kind": "info", "key": "ui-menu", "args": null}
    ]);
    pages[7].context["page"]["demo"] = json!(true);
    for status in [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503] {
        let mut page = Sample::page(
            "errors/problem.html",
            json!({"status": status, "reference": "8F3K-21"}),
        );
        page.context["page"]["nav"] = json!("");
        pages.push(page);
    }
    let left = json!({"status": 401, "next": "%2Fcases", "back": "/cases",
        "kept": [{"name": "said", "value": "話した\nこと"}]});
    pages.push(Sample::page("errors/problem.html", left));
    for page in &mut pages {
        page.context["page"]["css"] = json!("shinko.css");
        page.context["page"]["js"] = json!("shinko.js");
    }
    pages
}

fn member(name: &str, nav: &str, context: Value) -> Sample {
    let mut sample = Sample::page(path(name), context);
    sample.context["page"]["nav"] = json!(nav);
    sample
}

fn guest(name: &str, nav: &str, context: Value) -> Sample {
    let mut sample = member(name, nav, context);
    sample.context["page"]["viewer"] = Value::Null;
    sample.context["page"]["notices"] = json!(0);
    sample
}

fn grid(views: &Views) -> Value {
    let hour = |state, from: u32, until: u32, text: &str| Hour {
        state,
        from: from * 60,
        until: until * 60,
        columns: usize::try_from(until - from).unwrap(),
        text: text.to_owned(),
    };
    let left = |from| {
        if (12..16).contains(&from) {
            "残り3席"
        } else {
            ""
        }
    };
    let desks = |from| hour(HourState::Free, from, from + 1, left(from));
    let desks: Vec<Hour> = (9..21).map(desks).collect();
    let room = [
        hour(HourState::Taken, 9, 14, ""),
        hour(HourState::Free, 14, 15, ""),
        hour(HourState::Closed, 15, 21, "主催行事"),
    ];
    let row = |place, line, hours| HourRow {
        place,
        href: "/spaces/1",
        head: place,
        line,
        slot: "a/",
        hours,
    };
    let room = row("会議室A", "6人・画面つき", &room);
    let rows = [row("コワーキング席", "18席・1人1席", &desks), room.clone()];
    json!({
        "rows_html": views.hour_rows(Lang::Ja, &rows).unwrap(),
        "list_html": views.hour_list(Lang::Ja, &room).unwrap(),
    })
}

fn path(name: &str) -> &'static str {
    match name {
        "home" => "gallery/home.html",
        "grid" => "gallery/grid.html",
        "form" => "gallery/form.html",
        "confirm" => "gallery/confirm.html",
        "done" => "gallery/done.html",
        "paper" => "gallery/paper.html",
        _ => "gallery/pieces.html",
    }
}

fn form() -> Value {
    json!({
        "form": {"family": "産業", "given": "花子", "born": "昭和60年5月3日", "postal": "153−00",
            "address": "東京都目黒区見本町一丁目2番3号 例示荘101", "telephone": "090-0000-0000",
            "email": "hanako.example.jp", "notices": "mail", "times": ["am"]},
        "errors": [
            {"field": "kana_family", "key": "ui-required", "args": {}},
            {"field": "postal", "key": "ui-errors", "args": {"count": 5}},
            {"field": "email", "key": "ui-required"}
        ]
    })
}

fn plan() -> Value {
    let desks: Vec<Value> = (0..18)
        .map(|n| json!({"x": 26 + n % 6 * 57, "y": 204 + n / 6 * 64, "free": ([2, 6, 9, 10, 12, 15, 17].contains(&n))}))
        .collect();
    let room = |x: i32,
                y: i32,
                width: i32,
                height: i32,
                name: &str,
                state: &str,
                lines: &[&str]| {
        json!({"x": x, "y": y, "width": width, "height": height, "name": name, "state": state, "lines": lines})
    };
    json!({
        "label": "館内の図。空いているのは会議室A、会議室B、相談室2と、コワーキング席7席です。",
        "width": 640, "height": 400, "desks": desks,
        "rooms": [
            room(3, 3, 197, 128, "区民交流活動室", "taken", &["16:00まで"]),
            room(200, 3, 140, 128, "会議室A", "free", &["17:00まで空き"]),
            room(340, 3, 138, 128, "会議室B", "free", &["21:00まで空き"]),
            room(478, 3, 80, 128, "ブース1", "taken", &["使用中", "〜14:30"]),
            room(558, 3, 79, 128, "ブース2", "taken", &["使用中", "〜15:00"]),
            room(508, 181, 129, 109, "相談室1", "taken", &["相談中"]),
            room(508, 290, 129, 107, "相談室2", "free", &["空き"])
        ],
        "walls": [
            {"kind": "outer", "path": "M390 397H3V3h634v394H465"}, {"path": "M3 131h139M185 131h92M320 131h95M458 131h53M547 131h44M627 131h10"},
            {"path": "M200 3v128M478 3v128M558 3v128M508 181h129M508 290h129M508 181v4M508 226v36M508 303v94"},
            {"kind": "partition", "path": "M340 3v128"},
            {"kind": "door", "path": "M142 131v43M277 131v43M415 131v43M511 131v36M591 131v36M508 226h-43M508 303h-43M390 397v-38M468 397v-38"},
            {"kind": "swing", "path": "M142 174a43 43 0 0 0 43-43M277 174a43 43 0 0 0 43-43M415 174a43 43 0 0 0 43-43M511 167a36 36 0 0 0 36-36M591 167a36 36 0 0 0 36-36M465 226a43 43 0 0 1 43-43M465 303a43 43 0 0 0 43 43M390 359a38 38 0 0 1 39 38M468 359a38 38 0 0 0-39 38"},
            {"kind": "thin", "path": "M377 203h64v22h-42v43h-22z"}
        ],
        "notes": [
            {"x": 26, "y": 167, "text": "コワーキング席", "kind": "strong"}, {"x": 26, "y": 188, "text": "○ 7席 空き", "kind": "free", "phone": true},
            {"x": 393, "y": 292, "text": "受付", "kind": "strong", "phone": true}, {"x": 415, "y": 350, "text": "入口"}
        ]
    })
}
