//! The number of the ward's own facility system.
//!
//! Source: `domain.md` R58, 区民交流活動室 (共用): its bookings carry the reference of the external
//! system.

use super::words_unreadable;
use crate::refused::WardWrong;

/// The longest number, in signs.
pub const LONGEST_REFERENCE: usize = 40;

/// A number as it was typed, with the key by which it is found; none when the field was emptied.
pub fn ward_reference(typed: &str) -> Result<Option<(&str, String)>, WardWrong> {
    let reference = typed.trim();
    let key = japan::kana::search_key(reference);
    if reference.is_empty() {
        Ok(None)
    } else if key.is_empty() || words_unreadable(reference) {
        Err(WardWrong::Unreadable)
    } else if reference.chars().count() > LONGEST_REFERENCE {
        Err(WardWrong::TooLong(LONGEST_REFERENCE))
    } else {
        Ok(Some((reference, key)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_to_the_letter_and_found_in_any_width() {
        let key = |typed| ward_reference(typed).map(|found| found.map(|(_, key)| key));
        assert_eq!(key(" R8-００12 ").unwrap(), key("ｒ8－0012").unwrap());
        assert_ne!(key("R8-0012").unwrap(), key("R8-0013").unwrap());
        assert_eq!(ward_reference(" Ａ1 ").unwrap().unwrap().0, "Ａ1");
        let long = "9".repeat(41);
        for (typed, expected) in [
            ("", Ok(None)),
            (" 　", Ok(None)),
            ("\u{200b}", Err(WardWrong::Unreadable)),
            ("R8\u{7}", Err(WardWrong::Unreadable)),
            (long.as_str(), Err(WardWrong::TooLong(40))),
        ] {
            assert_eq!(key(typed), expected, "{typed:?}");
        }
    }
}
