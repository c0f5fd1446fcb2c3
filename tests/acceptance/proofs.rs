//! The files of a draw, as anybody downloads and checks them.

use fairness::draw::{File, Published, Verified, verify};
use tests::{Answer, TestApp};

/// The five files of a draw under this path, as somebody downloads them who is not known.
pub(crate) async fn files(app: &TestApp, under: &str) -> Vec<(File, Answer)> {
    let visitor = app.visitor();
    let mut all = Vec::new();
    for file in File::ALL {
        let path = format!("{under}/{}", file.name());
        all.push((file, visitor.get(&path).await));
    }
    all
}

/// What the files say, which agree.
pub(crate) fn verified(files: &[(File, Answer)]) -> Verified {
    let of = |wanted: File| {
        let found = files.iter().find(|(file, _)| *file == wanted);
        found.unwrap().1.text.clone().into_bytes()
    };
    let published = Published {
        commitment: of(File::Commitment),
        entries: of(File::Entries),
        digest: of(File::Digest),
        seed: of(File::Seed),
        result: of(File::Result),
    };
    verify(&published).unwrap()
}
