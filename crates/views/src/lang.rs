//! The languages people can read us in.

use serde::{Deserialize, Serialize};

/// A language of the pages and letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Lang {
    /// 日本語: the source, complete.
    #[default]
    #[serde(rename = "ja")]
    Ja,
    /// English: complete for everything a member of the public sees.
    #[serde(rename = "en")]
    En,
    /// やさしい日本語: the key public pages; elsewhere falls back to Japanese.
    #[serde(rename = "ja-easy")]
    Easy,
}

impl Lang {
    /// Every language, Japanese first.
    pub const ALL: [Self; 3] = [Self::Ja, Self::En, Self::Easy];

    /// The code in `?lang=`, the cookie, the account and the locale folder.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
            Self::Easy => "ja-easy",
        }
    }

    /// The value of `<html lang>`: plain Japanese is Japanese to a screen reader.
    pub const fn html(self) -> &'static str {
        match self {
            Self::Ja | Self::Easy => "ja",
            Self::En => "en",
        }
    }

    /// The language with this code, if we have it.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The best of our languages for an `Accept-Language` header; Japanese when none fits.
    pub fn from_accept_language(header: &str) -> Self {
        let mut best = (0.0_f32, Self::Ja);
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let weight = pieces
                .find_map(|piece| piece.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.parse().unwrap_or(0.0));
            let primary = tag.split('-').next().unwrap_or_default();
            let lang = match primary.to_ascii_lowercase().as_str() {
                "ja" => Self::Ja,
                "en" => Self::En,
                _ => continue,
            };
            if weight > best.0 {
                best = (weight, lang);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_browser_s_wish_is_met_where_we_can() {
        for (header, lang) in [
            ("ja,en-US;q=0.9", Lang::Ja),
            ("en-US,en;q=0.9,ja;q=0.8", Lang::En),
            ("zh-CN,zh;q=0.9,en;q=0.4,ja;q=0.6", Lang::Ja),
            ("fr", Lang::Ja),
            ("", Lang::Ja),
            ("en;q=nonsense", Lang::Ja),
        ] {
            assert_eq!(Lang::from_accept_language(header), lang, "{header}");
        }
    }

    #[test]
    fn codes_read_back() {
        for lang in Lang::ALL {
            assert_eq!(Lang::parse(lang.code()), Some(lang));
        }
        assert_eq!(Lang::parse("fr"), None);
    }
}
