//! What a command says to the person who typed it.

/// One line on stdout.
#[expect(
    clippy::print_stdout,
    reason = "the one place that talks to a terminal"
)]
pub(super) fn line(text: &str) {
    println!("{text}");
}
