//! Dated rows: what is planned can be put right, what has begun stays as it is.

/// What a page of dated rows showed, as its form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// So many rows: whoever saved in between is not overridden.
    pub rows: usize,
    /// The mark of the planned row whose place is taken; empty where none was shown.
    pub replaces: String,
}

/// Why a row cannot begin on a day on which another does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// The other has begun, or the page did not show that its place is taken.
    Taken,
    /// The other is no longer the one that was shown.
    Changed,
}

/// Whether a row takes the place of one that begins on the same day, which is known by its `mark`.
/// Nobody replaces what their page did not show.
pub fn takes_place(mark: Option<&str>, begun: bool, seen: Option<&Seen>) -> Result<bool, Clash> {
    let shown = seen.map_or("", |seen| seen.replaces.as_str());
    match mark {
        None => Ok(false),
        Some(_) if begun || shown.is_empty() => Err(Clash::Taken),
        Some(mark) if mark == shown => Ok(true),
        Some(_) => Err(Clash::Changed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_not_begun_is_replaced_and_only_when_it_was_shown() {
        for (mark, begun, shown, expected) in [
            (None, false, "", Ok(false)),
            (None, true, "", Ok(false)),
            (Some("a"), false, "a", Ok(true)),
            (Some("a"), true, "a", Err(Clash::Taken)),
            (Some("a"), false, "", Err(Clash::Taken)),
            (Some("b"), false, "a", Err(Clash::Changed)),
        ] {
            let seen = Seen {
                rows: 1,
                replaces: shown.into(),
            };
            let told = format!("{mark:?} {begun} {shown:?}");
            assert_eq!(takes_place(mark, begun, Some(&seen)), expected, "{told}");
        }
        assert_eq!(takes_place(Some("a"), false, None), Err(Clash::Taken));
    }
}
