//! Values of measures: whole numbers, or with up to two places.

/// The largest value, in hundredths.
const MOST: i64 = 100_000_000_000_000;

/// A value as people type it (`1,200`, `６２．５`), in hundredths.
pub fn parse(typed: &str) -> Option<i64> {
    let text = japan::kana::digits(typed)
        .replace(['，', ','], "")
        .replace('．', ".");
    let (whole, part) = match text.trim().split_once('.') {
        Some((whole, part)) => (whole.to_owned(), part.to_owned()),
        None => (text.trim().to_owned(), String::new()),
    };
    let is_digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 12
        || part.len() > 2
        || !is_digits(&whole)
        || !is_digits(&part)
    {
        return None;
    }
    let hundredths: i64 = format!("{part:0<2}").parse().ok()?;
    let value = whole
        .parse::<i64>()
        .ok()?
        .checked_mul(100)?
        .checked_add(hundredths)?;
    (value <= MOST).then_some(value)
}

/// A value as people read it: `1,200`, `62.5`.
pub fn shown(hundredths: i64) -> String {
    let whole = (hundredths / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match hundredths % 100 {
        0 => grouped,
        part => format!("{grouped}.{}", format!("{part:02}").trim_end_matches('0')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_in_any_width_and_shown_without_needless_places() {
        for (typed, read, said) in [
            ("31", Some(3_100), "31"),
            ("１，２００", Some(120_000), "1,200"),
            ("62.5", Some(6_250), "62.5"),
            ("６２．０５", Some(6_205), "62.05"),
            ("1234567", Some(123_456_700), "1,234,567"),
            ("0", Some(0), "0"),
            ("62.555", None, ""),
            ("-1", None, ""),
            ("+1", None, ""),
            ("約30", None, ""),
            ("", None, ""),
            (".5", None, ""),
            ("9999999999999", None, ""),
        ] {
            assert_eq!(parse(typed), read, "{typed}");
            if let Some(read) = read {
                assert_eq!(shown(read), said, "{typed}");
            }
        }
    }
}
