//! What a certificate is checked by: sixteen signs in four groups, which nobody guesses.

/// 32 signs of five bits each, without I, O, 0 and 1.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The code made of random bytes: `7KM4-PX9T-…`.
pub fn code(random: [u8; 16]) -> String {
    let sign = |byte: &u8| char::from(SIGNS[usize::from(byte % 32)]);
    let groups = random.chunks(4);
    let written = groups.map(|group| group.iter().map(sign).collect::<String>());
    written.collect::<Vec<_>>().join("-")
}

/// Reads what somebody typed or a camera read, in any width, case and hyphens; none when it cannot be
/// one.
pub fn read_code(typed: &str) -> Option<String> {
    let signs: String = japan::kana::digits(typed)
        .to_uppercase()
        .chars()
        .filter(|sign| !matches!(sign, '-' | ' '))
        .collect();
    let known = signs.bytes().all(|sign| SIGNS.contains(&sign));
    if signs.len() != 16 || !known {
        return None;
    }
    let groups = signs.as_bytes().chunks(4).map(|group| {
        let signs = group.iter().map(|sign| char::from(*sign));
        signs.collect::<String>()
    });
    Some(groups.collect::<Vec<_>>().join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_any_writing() {
        let made = code([
            0, 1, 2, 3, 250, 251, 252, 253, 31, 32, 33, 34, 100, 101, 102, 103,
        ]);
        assert_eq!(made.len(), 19);
        for typed in [
            made.clone(),
            made.to_lowercase(),
            made.replace('-', ""),
            made.replace('-', " "),
        ] {
            assert_eq!(read_code(&typed).as_deref(), Some(made.as_str()), "{typed}");
        }
        for wrong in ["", "2345", "0000-0000-0000-0000", "2345-2345-2345-234é"] {
            assert_eq!(read_code(wrong), None, "{wrong}");
        }
    }
}
