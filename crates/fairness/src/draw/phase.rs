//! How far a draw has come, and what everybody may read of it by then.

use super::{Commitment, File, Frozen, Published, Seed};

/// How far a draw has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// By what its seed will be recognised is published.
    Promised,
    /// Rules and entries can no longer change.
    Frozen,
    /// It was drawn.
    Drawn,
}

impl Phase {
    /// All of them, in their order.
    pub const ALL: &'static [Self] = &[Self::Promised, Self::Frozen, Self::Drawn];

    /// That of a draw whose list is frozen, or that was drawn, or neither.
    pub const fn of(frozen: bool, drawn: bool) -> Self {
        match (frozen, drawn) {
            (_, true) => Self::Drawn,
            (true, false) => Self::Frozen,
            (false, false) => Self::Promised,
        }
    }

    /// As the last part of text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Promised => "promised",
            Self::Frozen => "frozen",
            Self::Drawn => "drawn",
        }
    }

    /// Whether a file of the draw is for everybody to read by now.
    pub fn shows(self, file: File) -> bool {
        self >= match file {
            File::Commitment => Self::Promised,
            File::Entries | File::Digest => Self::Frozen,
            File::Seed | File::Result => Self::Drawn,
        }
    }

    /// The names of the files that are for everybody to read by now.
    pub fn files(self) -> Vec<&'static str> {
        let shown = File::ALL.into_iter().filter(|file| self.shows(*file));
        shown.map(File::name).collect()
    }

    /// The bytes of a file, once everybody may read it; `frozen` once its list is frozen.
    pub fn published(self, file: File, seed: &Seed, frozen: Option<&Frozen>) -> Option<Vec<u8>> {
        if !self.shows(file) {
            return None;
        }
        let text = match (file, frozen) {
            (File::Commitment, _) => Published::commitment_text(&Commitment::of(seed)),
            (File::Entries, Some(frozen)) => frozen.text().to_owned(),
            (File::Digest, Some(frozen)) => Published::digest_text(frozen.digest()),
            (File::Seed, Some(_)) => seed.text(),
            (File::Result, Some(frozen)) => frozen.draw(seed).text(),
            (_, None) => return None,
        };
        Some(text.into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::{Entry, Rules, verify};

    #[test]
    fn nothing_is_shown_before_its_time_and_all_of_it_checks_afterwards() {
        let seed = Seed::new([7; 32]);
        let entries = (1..=12).map(|number| Entry {
            number: format!("{number:04}"),
            tier: "all".to_owned(),
            size: 1,
        });
        let list = Frozen::try_new(Rules::one_tier("one", 6), entries.collect()).unwrap();
        for (phase, shown) in [
            (Phase::of(false, false), 1),
            (Phase::of(true, false), 3),
            (Phase::of(true, true), 5),
        ] {
            let files = File::ALL.map(|file| phase.published(file, &seed, Some(&list)));
            assert_eq!(files.iter().flatten().count(), shown, "{phase:?}");
            assert!(files[..shown].iter().all(Option::is_some), "{phase:?}");
            assert_eq!(phase.files().len(), shown, "{phase:?}");
        }
        let file = |file| Phase::Drawn.published(file, &seed, Some(&list)).unwrap();
        let all = Published {
            commitment: file(File::Commitment),
            entries: file(File::Entries),
            digest: file(File::Digest),
            seed: file(File::Seed),
            result: file(File::Result),
        };
        assert_eq!(verify(&all).unwrap().outcome.winners().count(), 6);
        assert_eq!(all, Published::of(&list, &seed));
    }
}
