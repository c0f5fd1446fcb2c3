//! When two people may be one: what is compared, folded so that spellings do not matter.

use serde::Serialize;

use super::{Names, asked_key, digits_of, email_key};

/// Where dots in an address mean nothing; the first is how the others are counted.
const DOTLESS: [&str; 2] = ["gmail.com", "googlemail.com"];

/// What a person is compared by; what is empty is like nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// The name.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// The digits of the telephone.
    pub telephone: String,
    /// The root of the address; see [`email_root`].
    pub email: String,
}

impl Keys {
    /// Those of what was typed.
    pub fn of(names: &Names, telephone: &str, email: &str) -> Self {
        Self {
            name: asked_key(&names.full()),
            kana: asked_key(&names.reading()),
            telephone: digits_of(telephone),
            email: email_root(email),
        }
    }

    /// What a search for people is compared with: reading, name and digits of the telephone, with a
    /// space between, which no folded question contains.
    pub fn search(&self) -> String {
        format!("{} {} {}", self.kana, self.name, self.telephone)
    }
}

/// Addresses of one mailbox have one root: `Taro+center@demo.example` is `taro@demo.example`.
pub fn email_root(email: &str) -> String {
    let key = email_key(email);
    let Some((local, domain)) = key.split_once('@') else {
        return key;
    };
    let local = local.split('+').next().unwrap_or(local);
    if DOTLESS.contains(&domain) {
        return format!("{}@{}", local.replace('.', ""), DOTLESS[0]);
    }
    format!("{local}@{domain}")
}

/// Why two people may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The same name.
    Name,
    /// The same reading.
    Kana,
    /// The same telephone.
    Telephone,
    /// Addresses of one mailbox.
    Email,
}

/// Why the two may be one; nothing when nothing points to it.
pub fn alike(one: &Keys, other: &Keys) -> Vec<Reason> {
    let sides = [
        (Reason::Name, &one.name, &other.name),
        (Reason::Kana, &one.kana, &other.kana),
        (Reason::Telephone, &one.telephone, &other.telephone),
        (Reason::Email, &one.email, &other.email),
    ];
    sides
        .into_iter()
        .filter(|(_, one, other)| !one.is_empty() && one == other)
        .map(|(reason, ..)| reason)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(name: [&str; 2], kana: [&str; 2], telephone: &str, email: &str) -> Keys {
        let [family_name, given_name] = name.map(str::to_owned);
        let [family_kana, given_kana] = kana.map(str::to_owned);
        let names = Names {
            family_name,
            given_name,
            family_kana,
            given_kana,
        };
        Keys::of(&names, telephone, email)
    }

    #[test]
    fn spellings_of_name_reading_telephone_and_address_do_not_matter() {
        use Reason::{Email, Kana, Name, Telephone};
        let known = keys(
            ["髙橋", "太郎"],
            ["タカハシ", "タロウ"],
            "03-0000-0000",
            "taro@demo.example",
        );
        for (name, kana, telephone, email, expected) in [
            (
                ["高橋", "太郎"],
                ["ﾀｶﾊｼ", "たろう"],
                "",
                "",
                vec![Name, Kana],
            ),
            (
                ["高　橋", "太 郎"],
                ["タカバシ", "タロウ"],
                "",
                "",
                vec![Name],
            ),
            (["高梁", "多郎"], ["たかはし", "たろう"], "", "", vec![Kana]),
            (
                ["実例", "花子"],
                ["ジツレイ", "ハナコ"],
                "０３（００００）００００",
                "",
                vec![Telephone],
            ),
            (
                ["実例", "花子"],
                ["ジツレイ", "ハナコ"],
                "",
                "Taro+center@Demo.example",
                vec![Email],
            ),
            (
                ["実例", "花子"],
                ["ジツレイ", "ハナコ"],
                "03-0000-0001",
                "taro@other.example",
                vec![],
            ),
        ] {
            let other = keys(name, kana, telephone, email);
            assert_eq!(
                alike(&other, &known),
                expected,
                "{name:?} {telephone} {email}"
            );
        }
        assert_eq!(alike(&Keys::default(), &Keys::default()), []);
    }

    #[test]
    fn addresses_of_one_mailbox_have_one_root() {
        for (email, root) in [
            ("Hanako@Demo.example", "hanako@demo.example"),
            ("hanako+seminar+2@demo.example", "hanako@demo.example"),
            ("ha.na.ko@demo.example", "ha.na.ko@demo.example"),
            ("ha.na.ko+x@googlemail.com", "hanako@gmail.com"),
            ("hanako@gmail.com", "hanako@gmail.com"),
            ("", ""),
        ] {
            assert_eq!(email_root(email), root, "{email}");
        }
    }
}
