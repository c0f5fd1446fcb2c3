//! A square code (QR), as the component `square_code` draws it: what a telephone's camera reads.

use std::fmt::Write;

use kernel::Fault;
use qrcode::{Color, QrCode};
use serde_json::{Value, json};

/// The empty squares around it, without which cameras do not find it (ISO/IEC 18004).
const MARGIN: usize = 4;

/// A text as one path of an SVG: how many squares wide with the margin, and the path.
///
/// # Errors
/// A text of more than about 2,300 bytes fits no code.
pub fn square_code(text: &str) -> Result<Value, Fault> {
    let code = QrCode::new(text).map_err(|error| Fault::broken("drawing a square code", error))?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, length) = (x + MARGIN, y + MARGIN, run.len());
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            x += run.len();
        }
    }
    Ok(json!({ "width": (width + 2 * MARGIN).to_string(), "path": path }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_begins_with_the_edge_of_its_corner_and_a_text_too_long_is_a_fault() {
        let drawn = square_code("https://center.example/x").unwrap();
        let path = drawn["path"].as_str().unwrap();
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        assert!(square_code(&"長".repeat(1_000)).is_err());
    }
}
