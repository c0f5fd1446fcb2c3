//! `shinko lottery verify` tells a draw that is as it was published from one that is not.

use std::{fs, path::PathBuf};

use testkit::folder;

use super::{path, shinko};

const PAPER: &str = include_str!("../../../docs/LOTTERY_FORMAT.md");

/// The example of the paper about the files, as anybody would write it into a folder.
fn example() -> PathBuf {
    let block = |nth: usize| {
        let block = PAPER.split("```text\n").nth(nth).unwrap();
        block.split("```").next().unwrap().to_owned()
    };
    let sums = block(4);
    let sum = |name: &str| sums.lines().find(|line| line.ends_with(name)).unwrap();
    let folder = folder::fresh("draw");
    for (name, text) in [
        ("entries.txt", block(1)),
        ("result.txt", block(2)),
        ("seed.txt", block(3)),
        ("commitment.txt", format!("{}\n", sum("seed.txt"))),
        ("digest.txt", format!("{}\n", sum("entries.txt"))),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    folder
}

#[tokio::test]
async fn a_draw_is_checked_from_its_files_alone() {
    let folder = example();
    shinko(&["lottery", "verify", &path(&folder)])
        .await
        .unwrap();
}

#[tokio::test]
async fn whatever_was_changed_afterwards_is_named() {
    for (name, from, to, says) in [
        (
            "entries.txt",
            "0005 inside 1",
            "0006 inside 1",
            "digest.txt",
        ),
        ("seed.txt", "0001", "0002", "commitment.txt"),
        ("result.txt", "winner 1 0005", "winner 1 0002", "result.txt"),
        ("digest.txt", "7593", "7594", "digest.txt"),
        ("commitment.txt", "440f", "440e", "commitment.txt"),
        ("entries.txt", "places 3", "places  3", "entries.txt"),
    ] {
        let folder = example();
        let file = folder.join(name);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{name}");
        fs::write(&file, text.replacen(from, to, 1)).unwrap();
        let found = shinko(&["lottery", "verify", &path(&folder)]).await;
        let found = found.unwrap_err();
        assert!(found.contains("do not agree"), "{name}: {found}");
        assert!(found.contains(says), "{name}: {found}");
    }
}

#[tokio::test]
async fn a_file_that_is_missing_is_named() {
    let folder = example();
    fs::remove_file(folder.join("seed.txt")).unwrap();
    let found = shinko(&["lottery", "verify", &path(&folder)]).await;
    assert!(found.unwrap_err().contains("seed.txt"));
}
