//! Setting up a device: the picture it reads, the letters typed by hand, the recovery codes.

use std::fmt::Write;

use axum::response::Response;
use kernel::Fault;
use qrcode::{Color, QrCode};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::passkeys;
use crate::{
    read::{self, Step},
    rules::{self, SharedSecret},
};

/// What the page shows that sets up the device of this step; `action` is where its form goes.
pub(super) async fn facts(page: &Page, step: &Step, action: &str) -> Result<Value, Error> {
    let secret = step.secret.as_ref().ok_or_else(Error::not_found)?;
    let contact = read::contact(page.app.db.reader(), step.person).await?;
    let email = contact
        .and_then(|contact| contact.email)
        .unwrap_or_default();
    let address = secret.address(&page.app.venue(page.lang).name, &email);
    Ok(json!({
        "action": action,
        "picture": picture(&address)?,
        "letters": secret.spelled(),
        "email": email,
        "digits": demonstrated(page, secret),
        "passkeys": passkeys::centre(page).is_some(),
    }))
}

/// In the demonstration nobody needs a device to get in.
fn demonstrated(page: &Page, secret: &SharedSecret) -> Option<String> {
    let step = rules::step_at(page.app.clock.now());
    page.app.site.demo.then(|| secret.digits_at(step))
}

/// The recovery codes, this once: the page is their answer, no redirect could carry them.
pub(super) fn codes(page: &Page, codes: &[String], onwards: &str) -> Result<Response, Error> {
    let facts = json!({ "codes": codes, "onwards": onwards, "at": page.app.clock.now() });
    page.form("accounts/recovery_codes.html", &facts, &Typed::default())
}

/// A QR code as one path of an SVG: how many squares wide with the margin, and the path.
fn picture(text: &str) -> Result<Value, Fault> {
    const MARGIN: usize = 4;
    let code = QrCode::new(text).map_err(|error| Fault::broken("drawing a QR code", error))?;
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
    fn the_longest_name_and_address_fit_a_picture() {
        let address = format!("{}@{}.example", "a".repeat(60), "b".repeat(180));
        let secret = SharedSecret::new(vec![7; rules::SECRET_BYTES]);
        let drawn = picture(&secret.address(&"産業振興センター".repeat(5), &address)).unwrap();
        let path = drawn["path"].as_str().unwrap();
        // Every picture begins with the upper edge of its first corner.
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
    }
}
