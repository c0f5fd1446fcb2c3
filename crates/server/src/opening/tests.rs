use super::*;

const EXAMPLE: &str = include_str!("../../../../config/centre.example.toml");

#[test]
fn the_example_can_be_opened() {
    let centre = Centre::parse(EXAMPLE).unwrap();
    assert_eq!(centre.week[0], Some((540, 1260)));
    assert_eq!(centre.closures.len(), 2);
    assert_eq!(centre.week[6], Some((540, 1260)));
    assert_eq!(centre.spaces.len(), 8);
    assert!(centre.told().contains("(meeting): 会議室A + 会議室B"));
}

#[test]
fn what_is_wrong_is_named_with_what_to_write() {
    for (right, wrong, says) in [
        (
            "name_en = \"Meg",
            "nmae_en = \"Meg",
            "unknown field `nmae_en`",
        ),
        ("sunday = \"9:00-21:00\"\n", "", "missing field `sunday`"),
        (
            "kind = \"booth\"",
            "kind = \"boot\"",
            "expected one of `desk`",
        ),
        ("[venue]", "[venue", "TOML parse error at line"),
        (
            "postal_code = \"153-0000\"",
            "postal_code = \" \"",
            "[venue] postal_code is empty",
        ),
        (
            "valid_from = \"2026-04-01\"",
            "valid_from = \"2026-4-31\"",
            "write a date as \"2026-04-01\"",
        ),
        (
            "monday = \"9:00-21:00\"",
            "monday = \"休み\"",
            "[hours] monday is \"休み\"; write \"closed\" or hours as \"9:00-21:00\"",
        ),
        (
            "sunday = \"9:00-21:00\"",
            "sunday = \"21:00-9:00\"",
            "[hours] sunday is \"21:00-9:00\"",
        ),
        (
            "sunday = \"9:00-21:00\"",
            "sunday = \"9:00-25:00\"",
            "[hours] sunday is \"9:00-25:00\"",
        ),
        (
            "equipment = [\"power\", \"wifi\"]",
            "equipment = [\"power\", \"wi-fi\"]",
            "[[space]] 1 (コワーキング席): equipment \"wi-fi\" is not known; choose from power, wifi",
        ),
        (
            "capacity = 36",
            "capacity = 0",
            "[[space]] 7 (区民交流活動室): capacity is 0; write a number from 1",
        ),
        (
            "shortest = 60\nlongest = 720\nclearing = 30",
            "shortest = 60\nlongest = 1440\nclearing = 30",
            "longest is 1440; with clearing, 30, write 1410 minutes or less",
        ),
        (
            "shortest = 60\nlongest = 720\nclearing = 30",
            "shortest = 780\nlongest = 720\nclearing = 30",
            "shortest is 780, more than longest, 720",
        ),
        (
            "shortest = 60\nlongest = 720\nclearing = 30",
            "shortest = 90\nlongest = 720\nclearing = 30",
            "shortest is 90; write a multiple of step, 60",
        ),
        (
            "parts = [\"会議室A\", \"会議室B\"]",
            "parts = [\"会議室A\", \"会議室C\"]",
            "parts has \"会議室C\"; write the name of a space",
        ),
        (
            "parts = [\"会議室A\", \"会議室B\"]",
            "parts = [\"会議室A\"]",
            "parts must be two or more",
        ),
        (
            "parts = [\"会議室A\", \"会議室B\"]",
            "",
            "units is not there",
        ),
        (
            "parts = [\"会議室A\", \"会議室B\"]",
            "parts = [\"会議室A\", \"会議室B\"]\nunits = [\"AB\"]",
            "keep one of them",
        ),
        (
            "units = [\"ブース1\", \"ブース2\"]",
            "units = [\"ブース1\", \"ブース1\"]",
            "units has an empty name or one twice",
        ),
        (
            "name = \"会議室B\"",
            "name = \"会議室A\"",
            "name is that of another space",
        ),
    ] {
        assert!(EXAMPLE.contains(right), "{right}");
        let faults = Centre::parse(&EXAMPLE.replacen(right, wrong, 1)).unwrap_err();
        assert!(faults.contains(says), "{wrong}: {faults}");
    }
}

#[test]
fn a_wrong_closure_is_named_with_what_to_write() {
    for (right, wrong, says) in [
        (
            "weekly = \"monday\"",
            "weekly = \"moonday\"",
            "[[closure]] 1: write weekly = \"monday\"",
        ),
        (
            "until = \"01-04\"",
            "until = \"02-30\"",
            "[[closure]] 2: write weekly = \"monday\", or from = \"12-28\"",
        ),
        (
            "reason = \"定休日\"",
            "reason = \" \"",
            "[[closure]] 1: reason is empty",
        ),
    ] {
        assert!(EXAMPLE.contains(right), "{right}");
        let faults = Centre::parse(&EXAMPLE.replacen(right, wrong, 1)).unwrap_err();
        assert!(faults.contains(says), "{wrong}: {faults}");
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let text = EXAMPLE
        .replacen("capacity = 36", "capacity = 0", 1)
        .replacen("monday = \"9:00-21:00\"", "monday = \"\"", 1);
    assert_eq!(Centre::parse(&text).unwrap_err().lines().count(), 2);
}
