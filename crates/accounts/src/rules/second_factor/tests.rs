use super::*;

/// The secret of RFC 6238, appendix B.
fn rfc() -> SharedSecret {
    SharedSecret::new(b"12345678901234567890".to_vec())
}

#[test]
fn the_digits_are_those_of_the_standard() {
    // RFC 6238, appendix B: the last six of its eight digits.
    for (second, digits) in [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ] {
        let now = Instant::from_micros(second * 1_000_000);
        assert_eq!(rfc().digits_at(step_at(now)), digits, "{second}");
        assert_eq!(rfc().step_of(digits, now), Some(second / 30), "{second}");
    }
}

#[test]
fn digits_are_good_in_their_step_and_in_one_before_and_after() {
    let step = 37_037_037;
    let digits = rfc().digits_at(step);
    for (now, good) in [
        (step * 30 - 31, false),
        (step * 30 - 30, true),
        (step * 30, true),
        (step * 30 + 29, true),
        (step * 30 + 59, true),
        (step * 30 + 60, false),
    ] {
        let found = rfc().step_of(&digits, Instant::from_micros(now * 1_000_000));
        assert_eq!(found, good.then_some(step), "{now}");
    }
}

#[test]
fn a_code_is_read_in_any_width_with_spaces_and_hyphens() {
    let digits = |text: &str| Some(Code::Digits(text.to_owned()));
    let recovery = Some(Code::Recovery("0123456789ABCDEFGHJKMNPQ".to_owned()));
    for (typed, read) in [
        ("123456", digits("123456")),
        (" 123 456 ", digits("123456")),
        ("１２３　４５６", digits("123456")),
        ("123-456", digits("123456")),
        ("12345", None),
        ("1234567", None),
        ("12345a", None),
        ("", None),
        ("\0", None),
        ("0123-4567-89AB-CDEF-GHJK-MNPQ", recovery.clone()),
        ("oi23 4567 89ab cdef ghjk mnpq", recovery.clone()),
        ("０１２３４５６７８９ＡＢＣＤＥＦＧＨＪＫＭＮＰＱ", recovery),
        ("0123-4567-89AB-CDEF-GHJK-MNP", None),
        ("0123-4567-89AB-CDEF-GHJK-MNPQR", None),
        ("0123-4567-89AB-CDEF-GHJK-MNPU", None),
    ] {
        assert_eq!(code(typed), read, "{typed:?}");
    }
}

#[test]
fn a_recovery_code_that_is_printed_can_be_read() {
    for random in [
        [0; RECOVERY_BYTES],
        [255; RECOVERY_BYTES],
        [0xA5; RECOVERY_BYTES],
    ] {
        let printed = recovery_code(random);
        assert_eq!(printed.len(), 29);
        let bare = printed.replace('-', "");
        assert_eq!(code(&printed), Some(Code::Recovery(bare)));
    }
}

#[test]
fn a_secret_is_spelled_in_groups_and_read_from_a_picture() {
    assert_eq!(rfc().spelled(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assert_eq!(
        rfc().address("センター", "hanako@demo.example"),
        "otpauth://totp/hanako%40demo%2Eexample?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
         &issuer=%E3%82%BB%E3%83%B3%E3%82%BF%E3%83%BC"
    );
    assert_eq!(format!("{:?}", rfc()), "SharedSecret(…)");
}

#[test]
fn everyone_who_works_here_or_decides_needs_it() {
    for (role, needed) in [
        (Role::Member, false),
        (Role::Representative, false),
        (Role::Expert, true),
        (Role::Agency, true),
        (Role::Reception, true),
        (Role::Coordinator, true),
        (Role::Manager, true),
        (Role::WardOfficer, true),
        (Role::WardApprover, true),
    ] {
        let roles = Roles::default().with(Role::Member).with(role);
        assert_eq!(needs_second_factor(roles), needed, "{role:?}");
    }
}

#[test]
fn only_the_manager_resets_and_never_their_own() {
    let person = |number: u128| PersonId::from(uuid::Uuid::from_u128(number));
    for (role, other, own) in [
        (Role::Member, false, false),
        (Role::Reception, false, false),
        (Role::WardApprover, false, false),
        (Role::Manager, true, false),
    ] {
        let roles = Roles::default().with(role);
        let actor = Actor::person(person(1), roles, kernel::Via::Page);
        assert_eq!(
            may_reset_second_factor(&actor, person(2)),
            other,
            "{role:?}"
        );
        assert_eq!(may_reset_second_factor(&actor, person(1)), own, "{role:?}");
    }
    let system = Actor::system(kernel::Via::Cli);
    assert!(may_reset_second_factor(&system, person(1)));
}
