//! Made-up rooms: what is wrong in them is found, and nothing else.

use super::*;

#[test]
fn what_is_out_of_place_is_found() {
    for (path, text, expected) in [
        ("helpers.rs", "", "there is no such room"),
        ("service2.rs", "", "there is no such room"),
        ("service/mod.rs", "", "name the file after the module"),
        ("rules.rs", "pub async fn may() {}", "`async` has no place"),
        (
            "rules/hours.rs",
            "use sea_orm::Set;",
            "`sea_orm` has no place",
        ),
        ("service.rs", "use web::Page;", "`web` has no place"),
        ("service.rs", "let now = clock.now();", "a verb asks only"),
        ("read.rs", "fn a(work: &Work) {}", "`Work` has no place"),
        (
            "pages/day.rs",
            "booking::Entity::find()",
            "`Entity` has no place",
        ),
        ("entity.rs", "use kernel::Clock;", "`Clock` has no place"),
        (
            "api.rs",
            "#[derive(ToSchema)]\nstruct A {\n    b: booking::Model,\n}",
            "the API shows a table",
        ),
        (
            "samples.rs",
            "app.clock.now()",
            "a sample stands at a fixed time",
        ),
    ] {
        let source = Source::new(&format!("crates/bookings/src/{path}"), text);
        let found = faults(&[source]);
        assert!(
            found.iter().any(|fault| fault.contains(expected)),
            "{path}: {found:?}"
        );
    }
}

#[test]
fn what_is_in_its_place_is_let_be() {
    for (path, text) in [
        (
            "rules.rs",
            "// async\nfn may() {}\n#[cfg(test)]\nmod tests {\n    use web::A;\n}",
        ),
        ("service.rs", "let now = work.now();"),
        ("ledger.rs", "use sea_orm::Set;"),
        (
            "api.rs",
            "#[derive(ToSchema)]\nstruct A {\n    b: String,\n}\nfn c(d: &booking::Model) {}",
        ),
        ("pages/tests.rs", "use sea_orm::Set;"),
    ] {
        let source = Source::new(&format!("crates/bookings/src/{path}"), text);
        none_of(&faults(&[source]));
    }
}

#[test]
fn a_room_that_is_too_large_is_found() {
    for (path, most) in [
        ("entity/space.rs", 120),
        ("pages/day.rs", 200),
        ("ledger.rs", 300),
    ] {
        let tests = "#[cfg(test)]\nmod tests {\n    // …\n}\n";
        let path = format!("crates/bookings/src/{path}");
        let fits = Source::new(&path, &("\n".repeat(most) + tests));
        none_of(&faults(&[fits]));
        let large = Source::new(&path, &"\n".repeat(most + 1));
        assert_eq!(
            faults(&[large]),
            [format!("{path}: {} of {most} lines", most + 1)]
        );
    }
    let handler = |lines| {
        let body = "    a;\n".repeat(lines);
        let text =
            format!("async fn a(\n    page: Page,\n) -> Result<Response, Error> {{\n{body}}}\n");
        faults(&[Source::new("crates/bookings/src/pages/day.rs", &text)])
    };
    none_of(&handler(25));
    assert_eq!(
        handler(26),
        ["crates/bookings/src/pages/day.rs:1: a handler of 26 of 25 lines"]
    );
    let kernel = Source::new("crates/kernel/src/work.rs", &"\n".repeat(KERNEL_MOST + 1));
    assert_eq!(faults(&[kernel]), ["kernel has 1501 of 1500 lines"]);
}
