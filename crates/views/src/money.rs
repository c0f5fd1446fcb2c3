//! Amounts as people read them.

use crate::Lang;

/// An amount of yen: `1,200円`, in English `¥1,200`; what is taken off has a true minus sign.
pub fn yen(amount: i64, lang: Lang) -> String {
    let figures = grouped(amount.unsigned_abs());
    let sign = if amount < 0 { "−" } else { "" };
    match lang {
        Lang::Ja | Lang::Easy => format!("{sign}{figures}円"),
        Lang::En => format!("{sign}¥{figures}"),
    }
}

/// A figure with a comma every three digits: `12,000`.
pub fn grouped(figure: u64) -> String {
    let digits = figure.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_commas_and_the_sign_of_the_language() {
        assert_eq!(yen(0, Lang::Ja), "0円");
        assert_eq!(yen(1_200, Lang::Ja), "1,200円");
        assert_eq!(yen(-600, Lang::Ja), "−600円");
        assert_eq!(yen(1_234_567, Lang::En), "¥1,234,567");
        assert_eq!(yen(i64::MIN, Lang::En), "−¥9,223,372,036,854,775,808");
    }
}
