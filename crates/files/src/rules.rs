//! What a paper is, told by its content; how it may be named. Pure decisions.

use crate::entity::paper::Kind;

/// So many papers with one form.
pub const MOST_PAPERS: usize = 5;
/// So many bytes from the beginning tell what a paper is.
pub(crate) const HEAD: usize = 1024;
/// So many characters of a name are kept.
const LONGEST_NAME: usize = 120;

/// What a paper is, told by how its content begins.
pub fn kind_of(head: &[u8]) -> Option<Kind> {
    const HEIF_BRANDS: [&[u8]; 6] = [b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1"];
    let at = |from: usize, mark: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(mark));
    if at(0, b"\xFF\xD8\xFF") {
        return Some(Kind::Jpeg);
    }
    if at(0, b"\x89PNG\r\n\x1A\n") {
        return Some(Kind::Png);
    }
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Some(Kind::Webp);
    }
    if at(4, b"ftyp") && HEIF_BRANDS.iter().any(|brand| at(8, brand)) {
        return Some(Kind::Heic);
    }
    // Some scanners write a few bytes of their own before a PDF begins.
    let pdf = head.windows(5).any(|window| window == b"%PDF-");
    pdf.then_some(Kind::Pdf)
}

/// Whether a name with this ending may be that of such a paper.
pub fn agrees(name: &str, kind: Kind) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let endings: &[&str] = match kind {
        Kind::Pdf => &["pdf"],
        Kind::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
        Kind::Png => &["png"],
        Kind::Heic => &["heic", "heif"],
        Kind::Webp => &["webp"],
    };
    endings
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// How the browser is told what a paper is.
pub const fn media_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf => "application/pdf",
        Kind::Jpeg => "image/jpeg",
        Kind::Png => "image/png",
        Kind::Heic => "image/heic",
        Kind::Webp => "image/webp",
    }
}

/// The name its owner gave it, without the folders before it, without characters that would change
/// how a line is read, and with its ending even when it is long.
pub fn name(typed: &str) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: Vec<char> = last.trim().chars().filter(|c| is_plain(*c)).collect();
    if plain.len() <= LONGEST_NAME {
        return plain.into_iter().collect();
    }
    let ending = plain.len() - 10;
    plain[..LONGEST_NAME - 11]
        .iter()
        .chain(&['…'])
        .chain(&plain[ending..])
        .collect()
}

/// Neither a control character nor one that turns the direction of writing.
fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_what_its_content_says() {
        for (head, kind) in [
            (b"%PDF-1.7\n".as_slice(), Some(Kind::Pdf)),
            (b"\xEF\xBB\xBF%PDF-1.4", Some(Kind::Pdf)),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", Some(Kind::Jpeg)),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Some(Kind::Png)),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some(Kind::Webp)),
            (b"\0\0\0\x18ftypheic\0\0\0\0", Some(Kind::Heic)),
            (b"\0\0\0\x18ftypmp42\0\0\0\0", None),
            (b"MZ\x90\0", None),
            (b"<html><script>", None),
            (b"PK\x03\x04", None),
            (b"", None),
        ] {
            assert_eq!(kind_of(head), kind, "{head:?}");
        }
    }

    #[test]
    fn a_name_agrees_with_its_kind_or_not() {
        for (name, kind, expected) in [
            ("登記簿.pdf", Kind::Pdf, true),
            ("IMG_0001.JPG", Kind::Jpeg, true),
            ("scan.jpeg", Kind::Jpeg, true),
            ("scan.png", Kind::Jpeg, false),
            ("invoice.pdf.exe", Kind::Pdf, false),
            ("pdf", Kind::Pdf, false),
        ] {
            assert_eq!(agrees(name, kind), expected, "{name}");
        }
    }

    #[test]
    fn a_name_is_kept_but_cannot_lead_astray() {
        assert_eq!(name("C:\\書類\\登記 簿.pdf"), "登記 簿.pdf");
        assert_eq!(name("../../etc/passwd"), "passwd");
        assert_eq!(name("a\r\nb\u{202E}fdp.exe"), "abfdp.exe");
        let long = format!("{}.pdf", "長".repeat(300));
        let kept = name(&long);
        assert_eq!(kept.chars().count(), LONGEST_NAME);
        assert_eq!(kept.rsplit_once('.').unwrap().1, "pdf");
    }
}
