//! Windows-31J, sign by sign: what older programs of an office read.

use encoding_rs::SHIFT_JIS;

use super::csv::MARK;

/// What stands for a sign that this encoding does not have.
const LOST: &str = "〓";

/// The text in Windows-31J; signs that it has under another number are changed to those, others
/// become 〓.
pub(super) fn encoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut sign = [0; 4];
    for one in text.chars().filter(|one| *one != MARK) {
        let (written, _, lost) = SHIFT_JIS.encode(kin(one).encode_utf8(&mut sign));
        if lost {
            bytes.extend_from_slice(&SHIFT_JIS.encode(LOST).0);
        } else {
            bytes.extend_from_slice(&written);
        }
    }
    bytes
}

/// The sign that looks the same and is in the encoding.
const fn kin(sign: char) -> char {
    match sign {
        '〜' => '～',
        '‖' => '∥',
        '−' => '－',
        '¢' => '￠',
        '£' => '￡',
        '¬' => '￢',
        '—' => '―',
        '¥' => '￥',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(text: &str) -> String {
        SHIFT_JIS.decode(&encoded(text)).0.into_owned()
    }

    #[test]
    fn names_of_japan_survive_and_what_cannot_is_marked() {
        for (text, expected) in [
            ("髙橋﨑太郎①㈱", "髙橋﨑太郎①㈱"),
            ("9:00〜10:00 — −1", "9:00～10:00 ― －1"),
            ("𠮷野🙂さん", "〓野〓さん"),
            ("\u{feff}見本", "見本"),
        ] {
            assert_eq!(back(text), expected);
        }
    }
}
