use super::*;

const PDF: &[u8] = b"%PDF-1.7 an invented paper";

fn store(name: &str) -> Store {
    Store::new(testkit::folder::fresh(name), 1_000_000)
}

fn noon() -> Instant {
    Instant::parse("2026-12-08T12:00:00+09:00").unwrap()
}

async fn names(store: &Store) -> Vec<String> {
    let mut names: Vec<String> = store
        .names()
        .await
        .unwrap()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn the_same_paper_lies_there_once_under_its_digest() {
    let store = store("papers-once");
    let one = store.take("登記簿.pdf", PDF, noon()).await.unwrap();
    let other = store.take("写し.pdf", PDF, noon()).await.unwrap();
    assert_eq!(one.digest, format!("{:x}", Sha256::digest(PDF)));
    assert_eq!(one.digest, other.digest);
    assert_eq!(names(&store).await, [one.digest.as_str()]);
    assert_eq!(std::fs::read(store.path(&one.digest)).unwrap(), PDF);
    assert_eq!(store.names().await.unwrap()[0].1, noon());
}

#[tokio::test]
async fn what_is_no_paper_is_refused_and_leaves_nothing() {
    let store = store("papers-refused");
    let large = [PDF, &vec![0; 1_000_000]].concat();
    for (name, content, expected) in [
        (
            "空.pdf",
            b"".as_slice(),
            Refused::Empty {
                name: "空.pdf".into(),
            },
        ),
        (
            "プログラム.pdf",
            b"MZ\x90\0",
            Refused::Unknown {
                name: "プログラム.pdf".into(),
            },
        ),
        (
            "写真.jpg",
            PDF,
            Refused::NotItsName {
                name: "写真.jpg".into(),
            },
        ),
        (
            "大きい.pdf",
            &large,
            Refused::TooLarge {
                name: "大きい.pdf".into(),
                megabytes: 1,
            },
        ),
    ] {
        let mut draft = store.draft(noon()).await.unwrap();
        for chunk in content.chunks(4096) {
            draft.write(chunk).await.unwrap();
        }
        assert_eq!(draft.finish(name).await.unwrap().unwrap_err(), expected);
    }
    assert!(names(&store).await.is_empty());
}

#[tokio::test]
async fn a_paper_that_came_again_is_not_discarded() {
    let store = store("papers-again");
    let later = Instant::from_micros(noon().micros() + 1_000_000);
    let paper = store.take("a.pdf", PDF, later).await.unwrap();
    assert!(!store.discard(&paper.digest, later).await.unwrap());
    assert_eq!(names(&store).await, [paper.digest.as_str()]);
    let after = Instant::from_micros(later.micros() + 1);
    assert!(store.discard(&paper.digest, after).await.unwrap());
    assert!(!store.discard(&paper.digest, after).await.unwrap());
    assert!(names(&store).await.is_empty());
}
