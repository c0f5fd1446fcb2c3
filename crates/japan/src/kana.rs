//! Folding of what people type in Japanese: width, kana, hyphens and the
//! variant characters found in names.
//!
//! What a person typed is stored exactly as typed. These functions make keys
//! for searching and plain digits for parsing, never text to store or show.

use unicode_normalization::UnicodeNormalization;

/// The key under which a name or title is found, however it was typed.
///
/// Width, case, hiragana and katakana, hyphens and long-vowel marks, spaces
/// and the common variant characters of names are folded together, so that
/// `髙﨑　ゆう子`, `高崎ユウ子` and `高崎ﾕｳ子` share one key. Two different names
/// may share a key; a key is for search only, never for storage in place of
/// the name and never for display.
///
/// ```
/// assert_eq!(japan::kana::search_key("スーパー"), japan::kana::search_key("すｰぱ－"));
/// ```
pub fn search_key(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| !c.is_whitespace() && !is_invisible(*c))
        // Dropping a space may bring letter and voicing mark together (か゛).
        .nfkc()
        .map(fold)
        .collect()
}

/// Whether a reading (フリガナ) is made of kana, in any width.
///
/// Accepted: hiragana, katakana, half-width katakana with its voicing marks,
/// the long-vowel mark `ー`, the iteration marks `ゝゞヽヾ`, middle dots and
/// spaces. A foreign name is given its reading in katakana, so Latin letters
/// are refused, and so is a reading without a single kana.
pub fn is_kana(text: &str) -> bool {
    let mut some = false;
    text.nfkc().all(|c| {
        let kana = is_kana_letter(c);
        some |= kana;
        kana || matches!(c, 'ー' | '・' | '\u{3099}' | '\u{309A}') || c.is_whitespace()
    }) && some
}

/// A number as people type it, in plain ASCII digits: `０３－１２３４` becomes
/// `03-1234`.
///
/// Full-width digits and letters become ASCII, every kind of hyphen and the
/// long-vowel mark become `-`, and spaces at both ends are dropped. Nothing is
/// checked: parsing and refusing is the caller's work.
pub fn digits(text: &str) -> String {
    text.trim()
        .nfkc()
        .map(|c| if is_hyphen(c) || c == 'ー' { '-' } else { c })
        .collect()
}

/// A reading as lists and files show it: full-width katakana, whatever it was typed in.
///
/// Half-width katakana and hiragana become full-width katakana, and every space an ASCII one;
/// nothing else changes. What somebody typed of themselves stays as it is: this is for display.
///
/// ```
/// assert_eq!(japan::kana::katakana("ﾐﾎﾝ　はなこ"), "ミホン ハナコ");
/// ```
pub fn katakana(text: &str) -> String {
    text.nfkc()
        .map(|c| match c {
            'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// One character of a search key, after NFKC and lower case.
fn fold(c: char) -> char {
    match c {
        // Hiragana lies 0x60 below katakana.
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
        '〜' => '~',
        _ if is_hyphen(c) => 'ー',
        // Only ideographs have variants, and they begin here.
        ..'\u{3400}' => c,
        _ => plain_form(c),
    }
}

/// Whether a character is a syllable of kana or repeats one.
fn is_kana_letter(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ' | 'ァ'..='ヺ' | 'ヽ' | 'ヾ')
}

/// Hyphens, dashes and minus signs that people mix up.
///
/// NFKC has already turned `－` into `-` and `ｰ` into `ー`.
fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{FE58}' | '\u{30A0}'
    )
}

/// Characters without a shape: variation selectors (葛󠄀) and joiners.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}')
}

/// The everyday form of a variant character used in names and addresses.
///
/// NFKC merges compatibility ideographs (`神` U+FA19) but not these, which are
/// characters of their own: `髙` and `﨑` above all.
fn plain_form(c: char) -> char {
    VARIANTS
        .iter()
        .find(|(_, forms)| forms.contains(c))
        .map_or(c, |(plain, _)| *plain)
}

/// Everyday form, then the variants that people with that name write.
///
/// Mostly the older shape of one character (旧字体: 澤, 邊) or a shape that only
/// family registers have (髙, 﨑, 𠮷). 斎 and 斉 are two characters, and so are
/// 崎 and 碕; but nobody on the telephone says which one, so a search finds
/// both. Different names of one sound (渡辺, 渡部) are found by their reading.
const VARIANTS: &[(char, &str)] = &[
    ('高', "髙"),
    ('崎', "﨑嵜㟢碕"),
    ('吉', "𠮷"),
    ('浜', "濱濵"),
    ('辺', "邊邉"),
    ('斎', "齋斉齊"),
    ('沢', "澤"),
    ('広', "廣"),
    ('国', "國"),
    ('島', "嶋嶌"),
    ('桜', "櫻"),
    ('恵', "惠"),
    ('富', "冨"),
    ('真', "眞"),
    ('徳', "德"),
    ('浅', "淺"),
    ('滝', "瀧"),
    ('竜', "龍"),
    ('栄', "榮"),
    ('栃', "杤"),
    ('柳', "栁"),
    ('桑', "桒"),
    ('館', "舘"),
    ('寿', "壽"),
    ('実', "實"),
    ('礼', "禮"),
    ('関', "關"),
    ('渋', "澁"),
    ('芦', "蘆"),
    ('曽', "曾"),
    ('遥', "遙"),
    ('弥', "彌"),
    ('秋', "龝"),
    ('学', "學"),
    ('万', "萬"),
    ('亀', "龜"),
    ('鉄', "鐵"),
    ('会', "會"),
    ('区', "區"),
    ('蔵', "藏"),
    ('条', "條"),
    ('円', "圓"),
    ('橋', "槗𣘺"),
    ('土', "𡈽"),
    ('峰', "峯"),
    ('淵', "渕"),
    ('船', "舩"),
    ('松', "枩柗"),
    ('檜', "桧"),
    ('薮', "藪"),
    ('鶴', "靏靍"),
    ('巌', "巖"),
    ('厳', "嚴"),
    ('瀬', "瀨"),
    ('豊', "豐"),
    ('頼', "賴"),
    ('緑', "綠"),
    ('黒', "黑"),
    ('静', "靜"),
    ('塩', "鹽"),
    ('宝', "寶寳"),
    ('彦', "彥"),
    ('清', "淸"),
    ('尚', "尙"),
    ('顕', "顯"),
    ('聡', "聰"),
    ('将', "將"),
    ('来', "來"),
    ('当', "當"),
    ('団', "團"),
    ('済', "濟"),
    ('伝', "傳"),
    ('壮', "壯"),
    ('増', "增"),
    ('郷', "鄕"),
    ('歩', "步"),
    ('蘇', "蘓"),
    ('穂', "穗"),
    ('槙', "槇"),
    ('鴎', "鷗"),
    ('駅', "驛"),
    ('芸', "藝"),
    ('県', "縣"),
    ('横', "橫"),
    ('双', "雙"),
    ('仏', "佛"),
    ('台', "臺"),
    ('庄', "莊荘"),
    ('剣', "劍劔"),
    ('湾', "灣"),
    ('楽', "樂"),
    ('応', "應"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_finds_a_name_in_every_spelling() {
        for (typed, stored) in [
            ("髙橋", "高橋"),
            ("山﨑", "山崎"),
            ("𠮷田", "吉田"),
            ("渡邊", "渡辺"),
            ("渡邉", "渡辺"),
            ("濱田", "浜田"),
            ("齋藤", "斎藤"),
            ("齊藤", "斉藤"),
            ("斉藤", "斎藤"),
            ("山碕", "山﨑"),
            ("高𣘺", "髙橋"),
            ("瀨戸", "瀬戸"),
            ("ｻﾞﾝﾎﾟｳ", "ざんぽう"),
            ("ヴィラ", "ゔぃら"),
            ("いすゞ", "イスヾ"),
            ("Ｓｈｉｎｋｏ", "SHINKO"),
            ("ＡＢＣ　商店", "abc商店"),
            ("山田 花子", "山田花子"),
            ("葛\u{E0100}城", "葛城"),
            ("神\u{3000}田", "\u{FA19}田"),
            ("か\u{3099}っこう", "がっこう"),
            ("か゛っこう", "がっこう"),
            ("９時～１７時", "9時〜17時"),
            ("㈱目黒", "(株)目黒"),
        ] {
            assert_eq!(search_key(typed), search_key(stored), "{typed} {stored}");
        }
    }

    #[test]
    fn every_hyphen_and_long_vowel_mark_is_one() {
        for mark in ["-", "－", "−", "‐", "‑", "–", "—", "ー", "ｰ", "―", "─"] {
            let typed = format!("コ{mark}ヒ");
            assert_eq!(
                search_key(&typed),
                "コーヒ",
                "U+{:04X}",
                mark.chars().next().map_or(0, u32::from)
            );
        }
    }

    #[test]
    fn different_names_keep_different_keys() {
        for (one, other) in [
            ("渡辺", "渡部"),
            ("伊藤", "伊東"),
            ("はは", "ばば"),
            ("病院", "美容院"),
            ("ア", "ァ"),
            ("", "ー"),
        ] {
            assert_ne!(search_key(one), search_key(other), "{one} {other}");
        }
    }

    #[test]
    fn every_variant_survives_normalisation_and_leads_to_a_form_that_is_none() {
        for (plain, forms) in VARIANTS {
            assert_eq!(plain_form(*plain), *plain, "{plain} is itself a variant");
            for form in forms.chars() {
                assert_ne!(form, *plain, "{plain} leads to itself");
                let composed: String = form.to_string().nfkc().collect();
                assert_eq!(composed, form.to_string(), "NFKC already folds {form}");
            }
        }
    }

    #[test]
    fn a_reading_is_kana_in_any_width() {
        for good in [
            "ヤマダ ハナコ",
            "やまだ　はなこ",
            "ﾔﾏﾀﾞ ﾊﾅｺ",
            "スー・チー",
            "ｽｰ･ﾁｰ",
            "いすゞ",
            "ヴァン",
            "か\u{3099}",
        ] {
            assert!(is_kana(good), "{good}");
        }
        for bad in [
            "",
            " ",
            "ー",
            "・",
            "山田",
            "ヤマダ花子",
            "Yamada",
            "ヤマダ2",
            "ヤマダ-",
        ] {
            assert!(!is_kana(bad), "{bad}");
        }
    }

    #[test]
    fn digits_are_plain_however_they_were_typed() {
        for (typed, plain) in [
            ("０３－１２３４－５６７８", "03-1234-5678"),
            ("03ー1234−5678", "03-1234-5678"),
            ("03‐1234―5678", "03-1234-5678"),
            ("　〒153ｰ8573 ", "〒153-8573"),
            ("Ｔ７０００", "T7000"),
            ("", ""),
        ] {
            assert_eq!(digits(typed), plain, "{typed}");
        }
    }
}
