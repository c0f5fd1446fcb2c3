//! What everybody may download, and whether it agrees.

use std::fmt;

use super::{
    Commitment, Digest, Frozen, Outcome, Seed,
    lines::{Lines, Malformed, first_difference, text},
};

/// The files of a draw that everybody may download, in the order in which they are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The promise to use one seed; before anybody enters.
    Commitment,
    /// Who takes part and by which rules; when the time to enter is over.
    Entries,
    /// What the entries are recognised by; together with them.
    Digest,
    /// The seed; after that.
    Seed,
    /// Who won and who follows; together with the seed.
    Result,
}

impl File {
    /// All of them.
    pub const ALL: [File; 5] = [
        File::Commitment,
        File::Entries,
        File::Digest,
        File::Seed,
        File::Result,
    ];

    /// What it is called. The names stand in the files, so that `sha256sum --check digest.txt
    /// commitment.txt` finds what it needs.
    pub fn name(self) -> &'static str {
        match self {
            File::Commitment => "commitment.txt",
            File::Entries => "entries.txt",
            File::Digest => "digest.txt",
            File::Seed => "seed.txt",
            File::Result => "result.txt",
        }
    }
}

impl fmt::Display for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The contents of the files of a draw, as they were downloaded: bytes that may be anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Of `commitment.txt`.
    pub commitment: Vec<u8>,
    /// Of `entries.txt`.
    pub entries: Vec<u8>,
    /// Of `digest.txt`.
    pub digest: Vec<u8>,
    /// Of `seed.txt`.
    pub seed: Vec<u8>,
    /// Of `result.txt`.
    pub result: Vec<u8>,
}

impl Published {
    /// All files of a draw that is held. Those of an earlier stage are written by
    /// [`Published::commitment_text`], [`Frozen::text`] and [`Published::digest_text`].
    pub fn of(frozen: &Frozen, seed: &Seed) -> Self {
        Self {
            commitment: Self::commitment_text(&Commitment::of(seed)).into_bytes(),
            entries: frozen.text().as_bytes().to_vec(),
            digest: Self::digest_text(frozen.digest()).into_bytes(),
            seed: seed.text().into_bytes(),
            result: frozen.draw(seed).text().into_bytes(),
        }
    }

    /// The text of `commitment.txt`.
    pub fn commitment_text(commitment: &Commitment) -> String {
        sum(commitment.0, File::Seed)
    }

    /// The text of `digest.txt`.
    pub fn digest_text(digest: Digest) -> String {
        sum(digest, File::Entries)
    }
}

/// As `sha256sum` writes and checks it.
fn sum(digest: Digest, file: File) -> String {
    format!("{digest}  {file}\n")
}

fn read_sum(text: &str, file: File) -> Result<Digest, Malformed> {
    let mut lines = Lines::of(text);
    let form = "64 hexadecimal digits, two spaces and the name of the file";
    let digest = lines.read(form, |words| match words {
        [hex, ..] => Digest::parse(hex),
        [] => None,
    })?;
    lines.written_as(&sum(digest, file))?;
    Ok(digest)
}

/// A draw whose files agree: rules and entries are those that were frozen, the seed is the one that
/// was promised, and the result is what follows from both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Who took part and by which rules.
    pub frozen: Frozen,
    /// The seed.
    pub seed: Seed,
    /// Who won and who follows, drawn again.
    pub outcome: Outcome,
}

/// In what the files of a draw do not agree.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// A file is not written as it has to be; what depends on it was not looked at.
    #[error("{file}, {malformed}")]
    Unreadable {
        /// Which.
        file: File,
        /// Where and why.
        malformed: Malformed,
    },
    /// Rules or entries are not those that were frozen.
    #[error("digest.txt, line 1: it says {published}, but entries.txt has {computed}")]
    Digest {
        /// What was published when they were frozen.
        published: Digest,
        /// That of the file as it is.
        computed: Digest,
    },
    /// The seed is not the one that was promised.
    #[error("commitment.txt, line 1: it says {published}, but seed.txt has {computed}")]
    Commitment {
        /// What was published before anybody entered.
        published: Commitment,
        /// That of the seed as it was revealed.
        computed: Commitment,
    },
    /// The result is not what follows from entries and seed.
    #[error(
        "result.txt, line {line}: it says {}, but {} was drawn",
        shown(published.as_ref()),
        shown(computed.as_ref())
    )]
    Result {
        /// The first line that differs.
        line: usize,
        /// What stands there, with its line end; `None`: the file ends before.
        published: Option<String>,
        /// What has to stand there; `None`: it has to end before.
        computed: Option<String>,
    },
}

/// A line with its line end to be seen, since that can be all that differs.
fn shown(line: Option<&String>) -> String {
    line.map_or_else(|| "nothing more".to_owned(), |line| format!("{line:?}"))
}

/// Whether the files of a draw agree, or everything in which they do not: never an empty list.
///
/// It does not know when they were published: that commitment and digest are those of the day is
/// for whoever wrote them down then.
pub fn verify(published: &Published) -> Result<Verified, Vec<Mismatch>> {
    let mut mismatches = Vec::new();
    let promised = readable(
        &mut mismatches,
        File::Commitment,
        &published.commitment,
        |text| read_sum(text, File::Seed).map(Commitment),
    );
    let frozen = readable(
        &mut mismatches,
        File::Entries,
        &published.entries,
        Frozen::parse,
    );
    let recognised = readable(&mut mismatches, File::Digest, &published.digest, |text| {
        read_sum(text, File::Entries)
    });
    let seed = readable(&mut mismatches, File::Seed, &published.seed, Seed::parse);

    let computed = Digest::of(&published.entries);
    if let Some(published) = recognised.filter(|digest| *digest != computed) {
        mismatches.push(Mismatch::Digest {
            published,
            computed,
        });
    }
    if let (Some(published), Some(seed)) = (promised, &seed)
        && !published.opens(seed)
    {
        let computed = Commitment::of(seed);
        mismatches.push(Mismatch::Commitment {
            published,
            computed,
        });
    }
    let (Some(frozen), Some(seed)) = (frozen, seed) else {
        return Err(mismatches);
    };
    let outcome = frozen.draw(&seed);
    mismatches.extend(difference(&published.result, &outcome));
    if !mismatches.is_empty() {
        return Err(mismatches);
    }
    Ok(Verified {
        frozen,
        seed,
        outcome,
    })
}

/// What a file says; if it cannot be read, that is noted.
fn readable<T>(
    mismatches: &mut Vec<Mismatch>,
    file: File,
    bytes: &[u8],
    parse: impl FnOnce(&str) -> Result<T, Malformed>,
) -> Option<T> {
    match text(bytes).and_then(parse) {
        Ok(read) => Some(read),
        Err(malformed) => {
            mismatches.push(Mismatch::Unreadable { file, malformed });
            None
        }
    }
}

fn difference(result: &[u8], outcome: &Outcome) -> Option<Mismatch> {
    let difference = first_difference(result, outcome.text().as_bytes());
    difference.map(|(line, published, computed)| Mismatch::Result {
        line,
        published,
        computed,
    })
}
