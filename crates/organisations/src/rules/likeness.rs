//! When two organisations may be one: what is compared, folded so that spellings do not matter.

use japan::kana;
use serde::Serialize;

use super::Details;

/// Words that name a legal form, not an organisation; the longer ones first.
const FORMS: [&str; 26] = [
    "特定非営利活動法人",
    "イッパンシャダンホウジン",
    "カブシキガイシャ",
    "カブシキカイシャ",
    "ユウゲンガイシャ",
    "ゴウドウガイシャ",
    "一般社団法人",
    "一般財団法人",
    "公益社団法人",
    "公益財団法人",
    "社会福祉法人",
    "co.,ltd.",
    "株式会社",
    "株式會社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "医療法人",
    "npo法人",
    "(npo)",
    "(株)",
    "(有)",
    "(同)",
    "inc.",
    "llc",
];

/// How the name of a branch ends.
const BRANCHES: [&str; 6] = ["支店", "支社", "営業所", "出張所", "本店", "本社"];

/// So many characters must be the same at the beginning of two names.
const NEAR: usize = 3;

/// What an organisation is found and compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Everything a search looks at.
    pub search: String,
    /// The name without its legal form.
    pub name: String,
    /// The reading without its legal form.
    pub kana: String,
    /// Where it is.
    pub place: String,
    /// The digits of its telephone.
    pub telephone: String,
}

impl Keys {
    /// Those of what was typed.
    pub fn of(details: &Details) -> Self {
        let telephone = digits_of(&details.telephone);
        let number = details.corporate_number.as_deref().unwrap_or_default();
        let (name, kana) = (asked_key(&details.name), asked_key(&details.kana));
        Self {
            // The reading first, for the order of lists; a space stands in no folded text.
            search: format!("{kana} {name} {number} {telephone}"),
            name: without_form(&details.name),
            kana: without_form(&details.kana),
            place: place(&details.address),
            telephone,
        }
    }
}

/// What was asked for, folded like what it is compared with.
pub fn asked_key(asked: &str) -> String {
    kana::search_key(asked)
}

/// The digits, when a number or a part of one was asked for.
pub fn asked_number(asked: &str) -> Option<String> {
    let plain = kana::digits(asked);
    let is_number = plain
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | 'T' | 't'));
    let digits = digits_of(asked);
    (is_number && digits.len() >= 3).then_some(digits)
}

fn without_form(text: &str) -> String {
    let mut key = kana::search_key(text);
    for form in FORMS {
        key = key.replace(&kana::search_key(form), "");
    }
    key
}

fn digits_of(text: &str) -> String {
    kana::digits(text)
        .chars()
        .filter(char::is_ascii_digit)
        .collect()
}

/// `東京都目黒区見本町一丁目2番3号` and `目黒区見本町1-2-3` are one place.
fn place(address: &str) -> String {
    let mut key = kana::search_key(address).replace("東京都", "");
    for (number, digit) in ('1'..='9').zip("一二三四五六七八九".chars()) {
        key = key.replace(&format!("{digit}丁目"), &format!("{number}丁目"));
    }
    for word in ["丁目", "番地", "番", "号"] {
        key = key.replace(word, "ー");
    }
    let parts: Vec<&str> = key.split('ー').filter(|part| !part.is_empty()).collect();
    parts.join("ー")
}

/// Why two organisations may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The same 法人番号.
    Number,
    /// The same name, legal form aside.
    Name,
    /// The same reading, legal form aside.
    Kana,
    /// The same address and telephone.
    Place,
    /// Someone acts for both.
    Members,
    /// One name begins with the other, legal forms and branches aside.
    NearName,
    /// The same telephone, at another address.
    Telephone,
    /// The same address, with another telephone: neighbours in one building, or one firm.
    Address,
}

impl Reason {
    /// How much it says; what points to one firm by itself is ten times what neighbours share.
    const fn weight(self) -> u32 {
        match self {
            Self::Number => 1_000,
            Self::Name => 500,
            Self::Kana | Self::Place => 200,
            Self::Members => 100,
            Self::NearName => 30,
            Self::Telephone => 20,
            Self::Address => 10,
        }
    }
}

/// How much these reasons say together: what says most is listed first.
pub fn weight(reasons: &[Reason]) -> u32 {
    reasons.iter().map(|reason| reason.weight()).sum()
}

/// Why the two may be one; nothing when nothing points to it.
pub fn alike(one: &Compared, other: &Compared, someone_in_both: bool) -> Vec<Reason> {
    let same = |a: &str, b: &str| !a.is_empty() && a == b;
    let name = same(&one.keys.name, &other.keys.name);
    let place = same(&one.keys.place, &other.keys.place);
    let telephone = same(&one.keys.telephone, &other.keys.telephone);
    let found = [
        (
            Reason::Number,
            one.number.is_some() && one.number == other.number,
        ),
        (Reason::Name, name),
        (Reason::Kana, same(&one.keys.kana, &other.keys.kana)),
        (Reason::Place, place && telephone),
        (Reason::Members, someone_in_both),
        (Reason::NearName, !name && near(&one.core, &other.core)),
        (Reason::Telephone, telephone && !place),
        (Reason::Address, place && !telephone),
    ];
    found
        .into_iter()
        .filter_map(|(reason, holds)| holds.then_some(reason))
        .collect()
}

/// Whether one name begins with the other, and that is more than a word or two.
fn near(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.chars().count() >= NEAR && long.starts_with(short)
}

/// An organisation as it is compared with another.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Its folded texts.
    pub keys: Keys,
    /// Its folded name without its legal form and its branch.
    pub core: String,
    /// Its 法人番号.
    pub number: Option<String>,
}

impl Compared {
    /// One of this name.
    pub fn new(keys: Keys, name: &str, number: Option<String>) -> Self {
        Self {
            keys,
            core: core(name),
            number,
        }
    }

    /// The names with which another one's begins that is near to this.
    pub fn beginnings(&self) -> Vec<String> {
        let signs: Vec<char> = self.core.chars().collect();
        let beginning = |many| signs.iter().take(many).collect();
        (NEAR..=signs.len()).map(beginning).collect()
    }

    /// The name that another one's begins with that is near to this; none when it is too short.
    pub fn beginning(&self) -> Option<&str> {
        (self.core.chars().count() >= NEAR).then_some(self.core.as_str())
    }
}

/// The name without its legal form and without a branch named behind it.
fn core(name: &str) -> String {
    let is_branch = |word: &&str| BRANCHES.iter().any(|branch| word.ends_with(branch));
    let words: Vec<&str> = name.split_whitespace().collect();
    let branch = words.iter().skip(1).position(is_branch);
    let own = branch.map_or(words.as_slice(), |at| &words[..=at]);
    without_form(&own.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(name: &str, kana: &str, address: &str, telephone: &str) -> Details {
        Details {
            name: name.to_owned(),
            kana: kana.to_owned(),
            address: address.to_owned(),
            telephone: telephone.to_owned(),
            ..Details::default()
        }
    }

    fn compared(name: &str, kana: &str, address: &str, telephone: &str) -> Compared {
        let keys = Keys::of(&details(name, kana, address, telephone));
        Compared::new(keys, name, None)
    }

    #[test]
    fn spellings_legal_forms_and_ways_to_write_an_address_do_not_matter() {
        let known = compared(
            "株式会社 見本製作所",
            "カブシキガイシャ　ミホンセイサクショ",
            "東京都目黒区見本町一丁目2番3号",
            "03-0000-0000",
        );
        for (name, kana, address, telephone, expected) in [
            (
                "見本製作所（株）",
                "みほんせいさくしょ",
                "",
                "",
                vec![Reason::Name, Reason::Kana],
            ),
            ("㈱見本製作所", "エムシー", "", "", vec![Reason::Name]),
            (
                "実例商店",
                "ジツレイ",
                "目黒区見本町１－２－３",
                "０３（００００）００００",
                vec![Reason::Place],
            ),
            (
                "実例商店",
                "ジツレイ",
                "目黒区見本町1-2-3",
                "03-0000-0001",
                vec![Reason::Address],
            ),
            (
                "実例商店",
                "ジツレイ",
                "目黒区見本町1-2-4",
                "03-0000-0000",
                vec![Reason::Telephone],
            ),
            ("見本製作", "エムシー", "", "", vec![Reason::NearName]),
            (
                "㈱見本製作所 東京支店",
                "エムシー",
                "",
                "",
                vec![Reason::NearName],
            ),
            ("見本", "エムシー", "", "", vec![]),
            ("見本商事", "エムシー", "", "", vec![]),
            ("", "", "", "", vec![]),
        ] {
            let found = alike(&compared(name, kana, address, telephone), &known, false);
            assert_eq!(found, expected, "{name} {address}");
        }
    }

    #[test]
    fn the_same_number_or_a_person_in_both_is_a_reason() {
        let one = compared("甲", "コウ", "", "");
        let numbered = |number: &str| Compared {
            number: Some(number.to_owned()),
            ..compared("乙", "オツ", "", "")
        };
        assert_eq!(alike(&one, &numbered("7000012050002"), false), []);
        assert_eq!(
            alike(
                &numbered("7000012050002"),
                &numbered("7000012050002"),
                false
            ),
            [Reason::Number, Reason::Name, Reason::Kana]
        );
        assert_eq!(
            alike(&one, &compared("丙", "ヘイ", "", ""), true),
            [Reason::Members]
        );
    }
}
