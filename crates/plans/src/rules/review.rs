//! What a comment on a plan must say.

use kernel::Detail;

use super::text_wrong;

/// The longest comment, in characters.
pub const LONGEST: usize = 2_000;

/// What is wrong with a comment.
pub fn wrong(body: &str) -> Option<Detail> {
    text_wrong("comment", body, LONGEST, Some("plans-comment-missing"))
}
