//! Numbers of applications: what people say at the counter and on the telephone.
//!
//! Nine digits in three groups, `482-103-756`: eight are random, the last is a check (Luhn), so
//! that a digit heard wrongly is noticed. Bookings have letters in theirs, so none is taken for the
//! other. It names an application and never opens it.

/// The number made of random bits.
pub fn reference(bits: u64) -> String {
    let random = format!("{:08}", bits % 100_000_000);
    let all = format!("{random}{}", check(&random));
    let groups: Vec<&str> = (0..3)
        .filter_map(|group| all.get(group * 3..group * 3 + 3))
        .collect();
    groups.join("-")
}

/// Reads what a person typed or said. `None` when it cannot be one.
pub fn read_reference(typed: &str) -> Option<String> {
    let plain: String = japan::kana::digits(typed)
        .chars()
        .filter(|c| !matches!(c, '-' | ' '))
        .collect();
    let random = plain.get(..8)?;
    let right = plain.len() == 9
        && plain.bytes().all(|byte| byte.is_ascii_digit())
        && plain.ends_with(&check(random).to_string());
    right.then(|| reference(random.parse().unwrap_or_default()))
}

fn check(digits: &str) -> u32 {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => digit * 2 / 10 + digit * 2 % 10,
            _ => digit,
        })
        .sum();
    (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_in_any_writing_and_a_wrong_digit_is_noticed() {
        for bits in [0, 7, 48_210_375, u64::MAX] {
            let number = reference(bits);
            let bare = number.replace('-', "");
            assert_eq!(number.len(), 11);
            assert_eq!(read_reference(&number).as_ref(), Some(&number));
            assert_eq!(read_reference(&bare).as_ref(), Some(&number));
            for place in 0..9 {
                let mut wrong = bare.clone().into_bytes();
                wrong[place] = if wrong[place] == b'9' {
                    b'0'
                } else {
                    wrong[place] + 1
                };
                assert_eq!(read_reference(&String::from_utf8(wrong).unwrap()), None);
            }
        }
        for typed in ["", "見本", "123", "482-103-7566", "4821037あ6"] {
            assert_eq!(read_reference(typed), None, "{typed}");
        }
    }
}
