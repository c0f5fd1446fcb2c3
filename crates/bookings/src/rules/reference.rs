//! Reference numbers: what people say at the counter and on the telephone.
//!
//! Nine signs in three groups, `K7M-4PX-9TD`: eight are random, the last is a check, so that a
//! sign heard wrongly, or two swapped, is noticed. Without vowels no word comes out; without 0
//! and 1 nothing looks like a letter. It names a booking and never opens it.

/// 29 signs: a prime, so that the weighted sum finds every swap.
const SIGNS: &[u8; 29] = b"23456789BCDFGHJKLMNPQRSTVWXYZ";

/// The reference made of random bits.
pub fn from_random(mut bits: u64) -> String {
    let base = SIGNS.len() as u64;
    let mut signs = Vec::with_capacity(9);
    for _ in 0..8 {
        signs.push(u8::try_from(bits % base).unwrap_or(0));
        bits /= base;
    }
    signs.push(check(&signs));
    written(&signs)
}

/// Reads what a person typed or said: any width, case and hyphens. `None` when it cannot be one.
pub fn read(typed: &str) -> Option<String> {
    let signs = signs(typed)?;
    let (last, random) = signs.split_last()?;
    (signs.len() == 9 && *last == check(random)).then(|| written(&signs))
}

/// How a part of a reference is written, wherever in it the part stands: three signs or more, as
/// somebody remembers them. `None` when it cannot be one.
pub fn parts(typed: &str) -> Option<Vec<String>> {
    let signs = signs(typed)?;
    let write = |first: usize| {
        let (head, rest) = signs.split_at(first.min(signs.len()));
        let groups = [written(head), written(rest)];
        let groups = groups.into_iter().filter(|group| !group.is_empty());
        groups.collect::<Vec<_>>().join("-")
    };
    (3..9)
        .contains(&signs.len())
        .then(|| (0..3).map(write).collect())
}

fn signs(typed: &str) -> Option<Vec<u8>> {
    japan::kana::digits(typed)
        .to_ascii_uppercase()
        .chars()
        .filter(|sign| !matches!(sign, '-' | ' '))
        .map(|sign| SIGNS.iter().position(|known| char::from(*known) == sign))
        .map(|place| place.and_then(|place| u8::try_from(place).ok()))
        .collect()
}

fn check(signs: &[u8]) -> u8 {
    let sum: usize = signs
        .iter()
        .enumerate()
        .map(|(place, sign)| (place + 1) * usize::from(*sign))
        .sum();
    u8::try_from(sum % SIGNS.len()).unwrap_or(0)
}

fn written(signs: &[u8]) -> String {
    signs
        .chunks(3)
        .map(|group| {
            group
                .iter()
                .map(|sign| char::from(SIGNS[usize::from(*sign)]))
                .collect::<String>()
        })
        .collect::<Vec<_>>()
        .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_in_any_writing() {
        let reference = from_random(0x1234_5678_9ABC_DEF0);
        assert_eq!(reference.len(), 11);
        for typed in [
            reference.clone(),
            reference.to_lowercase(),
            reference.replace('-', ""),
            reference.replace('-', " "),
        ] {
            assert_eq!(read(&typed).as_deref(), Some(reference.as_str()), "{typed}");
        }
        let wide: String = reference
            .chars()
            .map(|sign| char::from_u32(u32::from(sign) + 0xFEE0).unwrap())
            .collect();
        assert_eq!(read(&wide), Some(reference));
    }

    #[test]
    fn a_wrong_sign_and_two_swapped_ones_are_noticed() {
        for bits in [7, 29_u64.pow(5), u64::MAX, 0x1234_5678_9ABC_DEF0] {
            let reference = from_random(bits).replace('-', "");
            for place in 0..9 {
                for sign in SIGNS {
                    let mut wrong = reference.clone().into_bytes();
                    wrong[place] = *sign;
                    let wrong = String::from_utf8(wrong).unwrap();
                    assert_eq!(read(&wrong).is_some(), wrong == reference, "{wrong}");
                }
            }
            for place in 0..7 {
                let mut swapped = reference.clone().into_bytes();
                swapped.swap(place, place + 1);
                let swapped = String::from_utf8(swapped).unwrap();
                assert_eq!(read(&swapped).is_some(), swapped == reference, "{swapped}");
            }
        }
    }

    #[test]
    fn a_part_is_written_as_it_stands_wherever_it_begins() {
        assert_eq!(parts("ｋ７m").unwrap(), ["K7M", "K-7M", "K7-M"]);
        assert_eq!(parts("7m-4p").unwrap(), ["7M4-P", "7-M4P", "7M-4P"]);
        let whole = "K7M-4PX-9TD";
        for part in ["K7M", "7M4", "M4P", "4PX9", "9TD", "K7M4PX9T"] {
            let found = parts(part).unwrap().iter().any(|part| whole.contains(part));
            assert!(found, "{part}");
        }
        for typed in ["", "K7", "花子", "A7M", "K7M-4PX-9TD"] {
            assert_eq!(parts(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_no_reference_is_none() {
        for typed in ["", "K7M", "見本", "K7M-4PX-9T0", "AAA-AAA-AAA"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
