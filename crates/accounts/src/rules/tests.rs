use std::time::Duration;

use chrono::TimeDelta;
use kernel::{Instant, Role, Roles};

use super::*;

fn names() -> Names {
    Names {
        family_name: "見本".into(),
        given_name: "太郎".into(),
        family_kana: "ﾐﾎﾝ".into(),
        given_kana: "たろう".into(),
    }
}

#[test]
fn a_name_in_latin_letters_reads_itself() {
    let john = Names {
        family_name: "O’Neill-Müller".to_owned(),
        given_name: "Anna".to_owned(),
        family_kana: reading("", "O’Neill-Müller"),
        given_kana: reading("", "Anna"),
    };
    assert_eq!(john.wrong(), []);
    assert_eq!(john.reading(), "O’Neill-Müller Anna");
    assert_eq!(reading("アンナ", "Anna"), "アンナ");
    // Nobody knows how a name in characters is read.
    assert_eq!(reading("", "見本"), "");
    let other = Names {
        given_kana: "Hanna".to_owned(),
        ..john
    };
    assert_eq!(other.wrong()[0].key, "accounts-wrong-not-kana");
}

#[test]
fn a_name_is_kept_as_typed_and_its_reading_is_kana() {
    assert_eq!(names().wrong(), []);
    for (change, field, key) in [
        ("", "family_name", "accounts-wrong-family-name"),
        ("太\0郎", "given_name", "accounts-wrong-characters"),
        ("見本", "family_kana", "accounts-wrong-not-kana"),
        ("Taro", "given_kana", "accounts-wrong-not-kana"),
        (&"あ".repeat(51), "given_kana", "accounts-wrong-long"),
    ] {
        let mut names = names();
        *match field {
            "family_name" => &mut names.family_name,
            "given_name" => &mut names.given_name,
            "family_kana" => &mut names.family_kana,
            _ => &mut names.given_kana,
        } = change.to_owned();
        let wrong: Vec<_> = names.wrong().iter().map(|w| (w.field, w.key)).collect();
        assert_eq!(wrong, [(Some(field), key)]);
    }
    assert_eq!(Names::default().wrong().len(), 4);
    let rare = Names {
        family_name: "𠮷田".into(),
        given_name: "😀".into(),
        ..names()
    };
    assert_eq!(rare.wrong(), []);
}

#[test]
fn an_address_has_one_at_and_a_domain() {
    for good in [
        "a@b.example",
        "hanako.sangyo+x@demo.example",
        "o'neil@a-b.example",
        "a..b.@c.example",
    ] {
        assert_eq!(email_is_wrong(good), None, "{good}");
    }
    let long = format!("{}@demo.example", "a".repeat(250));
    for bad in [
        "",
        "a",
        "a@",
        "@b.example",
        "a@b",
        "a@@b.example",
        "a b@c.example",
        "a@b..example",
        "あ@b.example",
        "a@b.example\0",
        "a@b.example,c@d.example",
        "<a@b.example>",
        "a@-b.example",
        &long,
    ] {
        assert!(email_is_wrong(bad).is_some(), "{bad}");
    }
    assert_eq!(email_key(" Hanako@Demo.Example "), "hanako@demo.example");
}

#[test]
fn a_telephone_may_be_typed_in_any_width_or_left_out() {
    for good in [
        "",
        "03-1234-5678",
        "０３（１２３４）５６７８",
        "+81 3 1234 5678",
        "09012345678",
    ] {
        assert_eq!(telephone_is_wrong(good), None, "{good}");
    }
    for bad in ["1", "03-1234-567x", "12345678901234567", "電話"] {
        assert!(telephone_is_wrong(bad).is_some(), "{bad}");
    }
}

#[test]
fn passwords_are_long_and_not_what_others_try_first() {
    for (password, wrong) in [
        ("shinko-demo", None),
        ("ながいことば を つかう", None),
        ("correct horse battery", None),
        ("", Some("accounts-wrong-password-short")),
        ("aB3!aB3!a", Some("accounts-wrong-password-short")),
        ("taro@demo.example", Some("accounts-wrong-password-own")),
        ("TARO@DEMO.example", Some("accounts-wrong-password-own")),
        ("みほんたろうさん", Some("accounts-wrong-password-short")),
        ("Password123", Some("accounts-wrong-password-common")),
        ("1234567890", Some("accounts-wrong-password-common")),
        ("ababababab", Some("accounts-wrong-password-common")),
        (&"長".repeat(129), Some("accounts-wrong-password-long")),
    ] {
        let found = password_is_wrong(
            password,
            "taro@demo.example",
            &["見本 太郎", "ミホン タロウ"],
        );
        assert_eq!(found.map(|wrong| wrong.key), wrong, "{password}");
    }
}

#[test]
fn a_password_is_not_ones_own_name() {
    let names = ["実例 よしお", "ジツレイサン　ヨシオサン"];
    let found = password_is_wrong("じつれいさんよしおさん", "x@demo.example", &names);
    assert_eq!(found.unwrap().key, "accounts-wrong-password-own");
}

#[test]
fn two_keyboards_make_one_password() {
    assert_eq!(plain_password("か\u{3099}"), plain_password("が"));
    assert_ne!(plain_password("Ａ"), plain_password("A"));
}

#[test]
fn one_goes_on_only_to_a_path_of_ours() {
    for (wanted, allowed) in [
        ("/mypage", true),
        ("/availability?date=2026-12-01&from=10:00", true),
        ("", false),
        ("mypage", false),
        ("//evil.example", false),
        ("/\\evil.example", false),
        ("https://evil.example", false),
        ("/a\r\nSet-Cookie:x", false),
        ("/空き", false),
    ] {
        assert_eq!(next(wanted).is_some(), allowed, "{wanted}");
    }
}

#[test]
fn a_household_is_one_source() {
    for (address, expected) in [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
    ] {
        assert_eq!(source(address.parse().unwrap()), expected);
    }
}

#[test]
fn a_rival_can_slow_a_person_down_but_never_lock_them_out() {
    for (count, millis) in [
        (1, 0),
        (5, 0),
        (6, 250),
        (9, 1000),
        (13, 2000),
        (14, 2000),
        (1_000_000, 2000),
    ] {
        assert_eq!(delay(count), Duration::from_millis(millis), "{count}");
    }
    assert!(!is_too_many(ATTEMPTS_PER_PAIR, ATTEMPTS_PER_PAIR));
    assert!(is_too_many(ATTEMPTS_PER_PAIR + 1, ATTEMPTS_PER_PAIR));
}

#[test]
fn sessions_end_when_idle_and_after_ninety_days() {
    let start = Instant::parse("2026-12-01T09:00:00+09:00").unwrap();
    let member = Roles::default().with(Role::Member);
    for (roles, days_on, ends) in [
        (member, 0, TimeDelta::days(14)),
        (member, 80, TimeDelta::days(90)),
        (member.with(Role::Reception), 0, TimeDelta::hours(12)),
        (
            Roles::default().with(Role::WardOfficer),
            1,
            TimeDelta::hours(36),
        ),
    ] {
        let now = start + TimeDelta::days(days_on);
        assert_eq!(session_ends(roles, start, now) - start, ends);
    }
}

#[test]
fn a_person_is_found_by_any_kana_and_any_telephone() {
    let key = Keys::of(&names(), "０３－００００－１２３４", "").search();
    for asked in ["みほん", "ミホンタロウ", "見本太郎", "見本　太郎", "ﾀﾛｳ"]
    {
        assert!(key.contains(&asked_key(asked)), "{asked}");
    }
    assert_eq!(asked_telephone("0000-1234").as_deref(), Some("00001234"));
    assert!(key.contains("00001234"));
    assert_eq!(asked_telephone("12"), None);
    assert_eq!(asked_telephone("見本123"), None);
}

#[test]
fn a_browser_is_named_so_that_its_owner_knows_it() {
    for (agent, expected) in [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
            "Chrome・Windows",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0",
            "Edge・Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604",
            "Safari・iPhone",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox・Linux",
        ),
        ("curl/8.0", ""),
    ] {
        assert_eq!(device(agent), expected);
    }
}
