//! The text of a letter on a page: its addresses can be followed.

use serde::Serialize;

/// A stretch of a letter's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What is read.
    pub text: String,
    /// Where it leads, when it is an address of the web.
    pub href: Option<String>,
}

/// The text with its addresses set apart; nothing of it is lost.
pub fn pieces(text: &str) -> Vec<Piece> {
    let plain = |text: &str| Piece {
        text: text.to_owned(),
        href: None,
    };
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("http") {
        let (before, found) = rest.split_at(at);
        let end = found
            .find(|c: char| c.is_whitespace() || !c.is_ascii())
            .unwrap_or(found.len());
        let (word, after) = found.split_at(end);
        let leads = word.starts_with("http://") || word.starts_with("https://");
        pieces.push(plain(before));
        pieces.push(Piece {
            href: leads.then(|| word.to_owned()),
            ..plain(word)
        });
        rest = after;
    }
    pieces.push(plain(rest));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_a_text_can_be_followed_and_nothing_is_lost() {
        for (text, expected) in [
            ("手紙です。", vec![]),
            (
                "次へ http://127.0.0.1:3000/links/a-b_c\nhttps://x.example/と httpd",
                vec!["http://127.0.0.1:3000/links/a-b_c", "https://x.example/"],
            ),
            (
                "こちら https://center.example/bookings/1　javascript:x です。",
                vec!["https://center.example/bookings/1"],
            ),
        ] {
            let found = pieces(text);
            let leads: Vec<&str> = found.iter().filter_map(|one| one.href.as_deref()).collect();
            assert_eq!(leads, expected, "{text}");
            let whole: String = found.iter().map(|one| one.text.as_str()).collect();
            assert_eq!(whole, text);
        }
    }
}
